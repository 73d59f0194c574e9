"""No run for 26 hours is noticed by whichever process reads first, and mailed once per silence."""

import datetime as dt

import pytest

from ctoctrack.lib import dates
from mandates.models.notices import Message, Run
from mandates.notices import alarm
from tests.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def ran(hours_ago):
    at = dates.machine_now() - dt.timedelta(hours=hours_ago)
    return Run.objects.create(on=at.date(), started_at=at, finished_at=at)


@pytest.fixture
def administrator():
    return AdministratorFactory().user


@pytest.mark.parametrize(("hours", "is_silent"), [(1, False), (25, False), (27, True), (80, True)])
def test_it_rises_after_26_hours(administrator, hours, is_silent, mailoutbox):
    ran(hours)
    assert bool(alarm.watch()) == is_silent
    assert len(mailoutbox) == is_silent


def test_it_says_since_when_and_what_to_do(administrator, mailoutbox):
    ran(50)
    alarm.watch()
    [message] = mailoutbox
    assert message.to == [administrator.email]
    assert message.subject == "The reminders have not run for 50 hours"
    assert message.body.startswith("Please see whether the worker and its timetable are running, and start them.")


def test_a_silence_is_mailed_once_and_the_next_one_again(administrator, mailoutbox):
    ran(80)
    alarm.watch()
    alarm.watch()
    assert len(mailoutbox) == 1
    ran(27)
    alarm.watch()
    assert len(mailoutbox) == 2


def test_every_administrator_hears_of_it_and_nobody_else(administrator, mailoutbox):
    AdministratorFactory(until=dt.date(2008, 12, 31))
    AdministratorFactory(user__is_active=False)
    UserFactory()
    other = AdministratorFactory().user
    ran(30)
    alarm.watch()
    assert sorted(to for message in mailoutbox for to in message.to) == sorted([administrator.email, other.email])


def test_a_run_that_never_ended_counts_for_nothing(administrator):
    ran(30)
    Run.objects.create(on=dates.today(), started_at=dates.machine_now())
    assert alarm.watch()


def test_before_the_first_run_it_counts_from_the_first_person(administrator):
    assert alarm.silence(dates.machine_now()) is None
    assert alarm.silence(dates.machine_now() + dt.timedelta(hours=27)).run == 0


def test_an_empty_system_is_not_silent():
    assert alarm.silence(dates.machine_now()) is None


def test_a_dead_mail_server_keeps_no_page_from_its_reader(administrator, smtp):
    smtp.stop()
    ran(30)
    assert alarm.watch()
    assert Message.objects.get().state == "queued"


def test_the_alarm_follows_the_machine_whatever_day_is_shown(administrator, settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    ran(1)
    assert alarm.watch() is None
