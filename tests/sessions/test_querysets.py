"""Named reads of bodies and sessions."""

import datetime as dt

import pytest

from sessions.models import Body, Session
from tests.factories import BodyFactory, GroupFactory, MembershipFactory, SessionFactory

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)
DAY = dt.timedelta(days=1)


def test_conferences_stand_on_their_own_and_groups_do_not():
    group = GroupFactory()
    assert list(Body.objects.groups()) == [group]
    assert list(Body.objects.conferences()) == [group.parent]


@pytest.mark.parametrize(
    ("role", "keeps", "reads"),
    [
        ("secretary", True, True),
        ("secretariat", True, True),
        ("auditor", False, True),
        ("chair", False, False),
        ("bureau", False, False),
        ("contributor", False, False),
    ],
)
def test_bodies_by_role_come_with_their_groups_and_once(role, keeps, reads):
    group = GroupFactory()
    GroupFactory()
    person = MembershipFactory(body=group.parent, role=role).user
    MembershipFactory(body=group, user=person, role="auditor" if reads else "chair")
    own = {group, group.parent}
    assert set(Body.objects.kept_by(person)) == (own if keeps else set())
    assert set(Body.objects.internal_to(person)) == (own if reads else set())
    assert sorted(Body.objects.progress_visible_to(person), key=str) == sorted(own, key=str)


@pytest.fixture
def sessions():
    body = BodyFactory()
    return {
        "past": SessionFactory(body=body, ordinal=3, starts_on=ON - 9 * DAY, ends_on=ON - DAY),
        "longer past": SessionFactory(body=body, ordinal=2, starts_on=ON - 90 * DAY, ends_on=ON - 88 * DAY),
        "running": SessionFactory(body=body, ordinal=4, starts_on=ON - DAY, ends_on=ON),
        "next": SessionFactory(body=body, ordinal=5, starts_on=ON + DAY, ends_on=ON + 4 * DAY),
        "undated": SessionFactory(body=body, ordinal=7, starts_on=None, ends_on=None),
        "undated before": SessionFactory(body=body, ordinal=6, starts_on=None, ends_on=None),
        "cancelled": SessionFactory(body=body, ordinal=8, starts_on=ON + DAY, ends_on=ON + DAY, is_cancelled=True),
        "meeting": SessionFactory(body=body, kind="meeting", ordinal=1, starts_on=ON + 2 * DAY, ends_on=ON + 3 * DAY),
    }


def named(sessions, found):
    names = {session: name for name, session in sessions.items()}
    return [names[session] for session in found]


def test_those_to_come_stand_in_order_and_undated_ones_last(sessions):
    found = named(sessions, Session.objects.coming(ON))
    assert found == ["running", "next", "meeting", "undated before", "undated"]


def test_those_that_are_over_stand_latest_first(sessions):
    assert named(sessions, Session.objects.past(ON)) == ["past", "longer past"]


def test_dated_ones_have_days_and_were_not_cancelled(sessions):
    dated = set(sessions) - {"undated", "undated before", "cancelled"}
    assert set(named(sessions, Session.objects.dated())) == dated
    assert {name for name, session in sessions.items() if session.is_dated} == dated


def test_ordinary_ones_are_no_meetings(sessions):
    assert set(named(sessions, Session.objects.ordinary())) == set(sessions) - {"meeting"}
