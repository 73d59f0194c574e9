"""What a person has seen or put off is not repeated to them; the day itself and the first step late are."""

import datetime as dt

from mandates.models import Contributor, Silence
from mandates.models.notices import Notice
from mandates.notices import runs
from tests.factories import UserFactory

DAY = dt.date(2009, 3, 31)


def at(days):
    return DAY + dt.timedelta(days=days)


def silent(mandate, person, until):
    return Silence.objects.create(
        mandate=mandate, person=person, until=until, at=dt.datetime(2009, 3, 1, 10, tzinfo=dt.UTC)
    )


def told_days(person, days):
    for n in days:
        runs.run(at(n))
    return [(notice.on - DAY).days for notice in Notice.objects.filter(recipient=person).order_by("on")]


def test_steps_within_a_silence_are_not_told_and_not_made_up(planned, owner):
    silent(planned(owner=owner, target_on=DAY), owner, until=at(-7))
    assert told_days(owner, range(-20, 1)) == [-1, 0]


def test_the_day_itself_and_the_first_step_late_are_told_all_the_same(planned, owner):
    silent(planned(owner=owner, target_on=DAY), owner, until=at(20))
    assert told_days(owner, range(-20, 25)) == [0, 7, 21]


def test_one_person_s_silence_is_not_the_others(planned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    other = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
    silent(mandate, owner, until=at(-1))
    assert told_days(owner, range(-20, 1)) == [0]
    assert told_days(other, []) == [-20, -14, -7, -1, 0]


def test_a_silence_about_one_mandate_says_nothing_of_another(planned, owner):
    silent(planned(owner=owner, target_on=DAY), owner, until=at(-1))
    planned(owner=owner, target_on=DAY)
    assert told_days(owner, range(-8, 0)) == [-8, -7, -1]


def test_changes_are_told_in_a_silence(planned, changed, owner):
    mandate = planned(owner=owner, target_on=DAY)
    silent(mandate, owner, until=DAY)
    changed(mandate)
    assert told_days(owner, [-20]) == [-20]
