"""Jobs are thin and repeatable; the timetable names only jobs that there are."""

import datetime as dt

import pytest

from ctoctrack.beat import SCHEDULE
from ctoctrack.celery import app
from ctoctrack.lib import dates
from mandates import tasks
from mandates.models.notices import Message, Run
from tests.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_every_job_of_the_timetable_is_registered():
    app.loader.import_default_modules()
    assert {entry["task"] for entry in SCHEDULE.values()} <= set(app.tasks)


def test_the_app_keeps_the_timetable():
    app.loader.import_default_modules()
    assert app.conf.beat_schedule == SCHEDULE


def test_the_timetable_leaves_no_gap_that_would_raise_the_alarm(settings):
    hours = sorted(SCHEDULE["reminders"]["schedule"].hour)
    gap = max((after - before) % 24 for before, after in zip(hours, [*hours[1:], hours[0]], strict=True))
    assert gap < settings.RUN_ALARM_HOURS


def test_the_day_of_a_run_is_that_of_the_demonstration(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    tasks.send_reminders()
    assert Run.objects.get().on == dt.date(2008, 12, 1)


@pytest.mark.parametrize(
    ("job", "subject"),
    [
        (tasks.send_password_reset, "A new password for ctoctrack"),
        (tasks.send_invitation, "You are invited to ctoctrack"),
    ],
)
def test_a_link_is_asked_for_by_key_and_sent_by_the_outbox(job, subject, mailoutbox):
    person = UserFactory()
    job(person.pk)
    job(person.pk)
    tasks.deliver_mail()
    [message] = mailoutbox
    assert (message.to, message.subject) == ([person.email], subject)


def test_a_link_for_nobody_is_no_error():
    tasks.send_password_reset(4711)
    assert not Message.objects.exists()


def test_the_sweeper_takes_up_what_a_lost_job_left(mailoutbox):
    tasks.send_invitation(UserFactory().pk)  # and the job that was to deliver it is lost
    tasks.sweep_outbox()
    assert len(mailoutbox) == 1


def test_the_watch_raises_the_alarm(mailoutbox):
    AdministratorFactory()
    at = dates.machine_now() - dt.timedelta(hours=30)
    Run.objects.create(on=at.date(), started_at=at, finished_at=at)
    tasks.watch_runs()
    assert len(mailoutbox) == 1
