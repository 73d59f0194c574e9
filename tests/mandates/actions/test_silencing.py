"""What somebody has seen is not repeated to them for a week; what they put off, for as long as they said."""

import datetime as dt

import pytest
import time_machine

from mandates.actions.facts import Refused
from mandates.actions.silencing import acknowledge, snooze, stop_mail
from mandates.models import Silence
from tests.factories import MandateFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = dt.date(2009, 3, 2)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(dt.datetime(2009, 3, 2, 10, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def person():
    return UserFactory()


@pytest.fixture
def mandate():
    return MandateFactory()


def test_acknowledged_it_is_silent_for_a_week(mandate, person):
    assert acknowledge(mandate, by=person).until == dt.date(2009, 3, 9)


def test_twice_is_once(mandate, person):
    acknowledge(mandate, by=person)
    acknowledge(mandate, by=person)
    assert Silence.objects.count() == 1


@pytest.mark.parametrize("days", [1, 30])
def test_it_is_put_off_for_as_many_days_as_were_chosen(mandate, person, days):
    assert snooze(mandate, days, by=person).until == TODAY + dt.timedelta(days=days)


@pytest.mark.parametrize("days", [0, -1, 31])
def test_it_cannot_be_put_off_for_longer_or_for_no_time(mandate, person, days):
    with pytest.raises(Refused):
        snooze(mandate, days, by=person)
    assert not Silence.objects.exists()


def test_a_shorter_time_may_be_chosen_afterwards(mandate, person):
    snooze(mandate, 30, by=person)
    assert snooze(mandate, 2, by=person).until == dt.date(2009, 3, 4)


def test_acknowledging_shortens_nothing(mandate, person):
    snooze(mandate, 30, by=person)
    assert acknowledge(mandate, by=person).until == dt.date(2009, 4, 1)


def test_each_person_is_silent_for_themselves(mandate, person):
    acknowledge(mandate, by=person)
    acknowledge(mandate, by=UserFactory())
    assert Silence.objects.count() == 2


def test_it_leaves_the_mandate_as_it_is(mandate, person):
    acknowledge(mandate, by=person)
    touched = mandate.touched_on
    mandate.refresh_from_db()
    assert (mandate.touched_on, mandate.quiet_until, mandate.changes.count()) == (touched, None, 0)


def test_who_wants_no_mail_is_asked_nothing_else(person):
    stop_mail(person)
    person.refresh_from_db()
    assert (person.rhythm, person.is_active) == ("none", True)
