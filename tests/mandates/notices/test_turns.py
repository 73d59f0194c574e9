"""A digest goes out on the days and from the hour that its reader chose; what waits is not lost."""

import datetime as dt

import pytest

from mandates.models import Contributor
from mandates.models.notices import Message, Notice
from mandates.notices import runs
from tests.factories import UserFactory

DAY = dt.date(2009, 3, 31)  # a Tuesday
MONDAYS = [dt.date(2009, 3, day) for day in (2, 9, 16, 23, 30)]


def at(days):
    return DAY + dt.timedelta(days=days)


def prefers(person, **choices):
    for name, value in choices.items():
        setattr(person, name, value)
    person.save()
    return person


def written_on(days):
    return [day for day in days if runs.run(day).messages]


def test_what_is_owed_waits_for_the_hour(planned, owner):
    planned(owner=prefers(owner, hour=9), target_on=DAY)
    assert [hour for hour in range(6, 21) if runs.run(at(-7), hour).messages] == [9]


def test_an_hour_that_was_missed_is_made_up_at_the_next(planned, owner):
    planned(owner=prefers(owner, hour=9), target_on=DAY)
    assert runs.run(at(-7), 8).messages == 0
    assert runs.run(at(-7), 17).messages == 1


def test_of_two_people_each_is_told_from_their_own_hour_on(planned, owner):
    mandate = planned(owner=prefers(owner, hour=6), target_on=DAY)
    late_riser = Contributor.objects.create(mandate=mandate, user=UserFactory(hour=11)).user
    for hour in range(6, 21):
        runs.run(at(-7), hour)
    assert list(Message.objects.order_by("pk").values_list("recipient", flat=True)) == [owner.pk, late_riser.pk]
    mandate.refresh_from_db()
    assert mandate.next_notice_on == at(-1)


def test_weekly_ones_are_told_on_mondays(planned, owner):
    planned(owner=prefers(owner, rhythm="weekly"), target_on=DAY)
    assert written_on(at(n) for n in range(-35, 1)) == [MONDAYS[0], MONDAYS[3], MONDAYS[4]]


def test_a_week_holds_one_digest_with_all_that_came_up(planned, changed, owner):
    prefers(owner, rhythm="weekly")
    changed(planned(owner=owner), on=dt.date(2009, 3, 17))
    changed(planned(owner=owner), on=dt.date(2009, 3, 20))
    assert written_on(dt.date(2009, 3, day) for day in range(17, 30)) == [MONDAYS[3]]
    assert Notice.objects.count() == 2


def test_a_monday_that_was_missed_is_made_up_on_the_next_day_with_a_run(planned, owner):
    planned(owner=prefers(owner, rhythm="weekly"), target_on=DAY)
    written_on(at(n) for n in range(-35, -8))
    assert runs.run(dt.date(2009, 3, 25)).messages == 1, "what was owed on Monday, 23 March"
    assert runs.run(dt.date(2009, 3, 26)).messages == 0


def test_what_comes_up_after_the_digest_of_a_monday_waits_for_the_next(planned, changed, owner):
    mandate = planned(owner=prefers(owner, rhythm="weekly"), target_on=dt.date(2009, 3, 23))
    assert runs.run(MONDAYS[3], 9).messages == 1
    changed(mandate, on=MONDAYS[3])
    assert written_on([MONDAYS[3], dt.date(2009, 3, 24), dt.date(2009, 3, 27), MONDAYS[4]]) == [MONDAYS[4]]


def test_who_waits_for_monday_keeps_nobody_else_waiting_and_loses_nothing(planned, owner):
    mandate = planned(owner=prefers(owner, rhythm="weekly"), target_on=DAY)
    daily = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
    written_on(at(n) for n in range(-35, 1))
    told = Notice.objects.order_by("on").values_list("on", flat=True)
    assert list(told.filter(recipient=owner)) == [MONDAYS[0], MONDAYS[3], MONDAYS[4]]
    assert list(told.filter(recipient=daily)) == [at(-30), at(-14), at(-7), at(-1), DAY]


def test_who_wants_no_mail_is_owed_none_and_waited_for_by_nothing(planned, changed, owner):
    mandate = planned(owner=prefers(owner, rhythm="none"), target_on=DAY)
    change = changed(mandate)
    assert written_on(at(n) for n in range(-40, 30)) == []
    change.refresh_from_db()
    mandate.refresh_from_db()
    assert change.looked_at
    assert mandate.next_notice_on > at(29)


@pytest.mark.parametrize("rhythm", ["daily", "weekly"])
def test_who_wants_mail_again_is_told_from_then_on_and_not_of_what_was(planned, owner, rhythm):
    planned(owner=prefers(owner, rhythm="none"), target_on=DAY)
    for n in range(-40, -6):
        runs.run(at(n))
    prefers(owner, rhythm=rhythm)
    written_on(at(n) for n in range(-6, 1))
    assert min(Notice.objects.values_list("key", flat=True).order_by("on")) >= "target:2009-03-31:0"
    assert "target:2009-03-31:7" not in Notice.objects.values_list("key", flat=True)
