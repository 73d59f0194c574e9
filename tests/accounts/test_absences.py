"""Somebody says when they are away and who acts for them, and comes back."""

import datetime as dt

import pytest

from ctoctrack.accounts.models import Absence
from ctoctrack.accounts.rules import stands_in_for
from tests.factories import AbsenceFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

ADDRESS, PROFILE = "/accounts/absence/", "/accounts/profile/"
TODAY = dt.date(2008, 12, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def first_of_december(settings):
    settings.DEMONSTRATION_DAY = TODAY


@pytest.fixture
def person():
    return UnitMembershipFactory().user


@pytest.fixture
def deputy():
    return UnitMembershipFactory(user__name="Officer, berths").user


def days(**more):
    return {"since": "2008-12-01", "until": "2008-12-12", "deputy": "", **more}


def test_an_absence_is_entered_with_a_deputy_and_stands_on_the_profile(signed_in, person, deputy):
    client = signed_in(person)
    response = client.post(ADDRESS, days(deputy=deputy.pk), follow=True)
    absence = Absence.objects.get()
    assert (absence.person, absence.deputy) == (person, deputy)
    assert (absence.since, absence.until) == (TODAY, dt.date(2008, 12, 12))
    assert "Officer, berths acts for you" in response.text
    assert stands_in_for(deputy) == {person.pk}


@pytest.mark.parametrize(
    "data",
    [days(until=""), days(until="2008-11-30"), days(since="2008-12-13"), days(since="soon"), days(deputy="999")],
    ids=["no end", "past", "ends before it begins", "no day", "unknown deputy"],
)
def test_what_is_no_absence_is_said(signed_in, person, data):
    assert signed_in(person).post(ADDRESS, data).status_code == 400
    assert not Absence.objects.exists()


def test_nobody_deputizes_for_themselves_nor_who_is_outside_the_office(signed_in, person):
    for deputy in (person, UserFactory(), UnitMembershipFactory(user__is_active=False).user):
        assert signed_in(person).post(ADDRESS, days(deputy=deputy.pk)).status_code == 400
    assert not Absence.objects.exists()


def test_who_works_in_no_unit_is_not_shown_who_does(signed_in):
    assert signed_in(UserFactory()).get(ADDRESS).status_code == 404


def test_coming_back_ends_it_yesterday_and_what_had_not_begun_is_gone(signed_in, person, deputy):
    client = signed_in(person)
    begun = AbsenceFactory(person=person, deputy=deputy)
    coming = AbsenceFactory(person=person, deputy=deputy, since=TODAY + 9 * DAY)
    for absence in (begun, coming):
        assert client.post(f"/accounts/absence/{absence.pk}/end/").status_code == 302
    assert [(a.pk, a.until) for a in Absence.objects.all()] == [(begun.pk, TODAY - DAY)]
    assert stands_in_for(deputy) == set()


def test_nobody_ends_the_absence_of_others(signed_in, person, deputy):
    absence = AbsenceFactory(person=person, deputy=deputy)
    assert signed_in(deputy).post(f"/accounts/absence/{absence.pk}/end/").status_code == 404
    assert Absence.objects.get().until == absence.until


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        ({"since": TODAY, "until": TODAY}, True),
        ({"since": TODAY - 9 * DAY, "until": TODAY - DAY}, False),
        ({"since": TODAY + DAY, "until": TODAY + 9 * DAY}, False),
    ],
    ids=["today alone", "until yesterday", "from tomorrow"],
)
def test_a_deputy_stands_in_while_the_absence_holds(person, deputy, period, holds):
    AbsenceFactory(person=person, deputy=deputy, **period)
    assert stands_in_for(deputy) == ({person.pk} if holds else set())


def test_who_left_the_office_stands_in_for_nobody(person):
    former = UnitMembershipFactory(until=TODAY - DAY).user
    AbsenceFactory(person=person, deputy=former)
    assert stands_in_for(former) == set()
