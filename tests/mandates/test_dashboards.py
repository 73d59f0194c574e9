"""What the dashboards count, for whom, and in how many queries."""

import datetime as dt

import pytest

from ctoctrack.lib import dates
from mandates.dashboards import group_rows, next_session, recent_changes, to_do
from mandates.enums import ChangeKind
from mandates.models import Change, Mandate
from sessions.models import Body
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def body():
    return BodyFactory(name="A conference")


@pytest.fixture
def keeper(body):
    return MembershipFactory(body=body).user


@pytest.fixture
def mandate(body):
    """A function: a mandate of a decision of the body."""
    decision = DecisionFactory(body=body)

    def make(**fields):
        return MandateFactory(paragraph=ParagraphFactory(decision=decision), **fields)

    return make


def fresh(person):
    return type(person).objects.get(pk=person.pk)


# Rows of groups ------------------------------
def numbers(rows):
    return {str(row.group): {name: n for name, n in row.numbers.items() if n} for row in rows}


def test_a_conference_counts_what_has_no_group_and_each_group_its_own(body, keeper, mandate):
    pilots, goods = (GroupFactory(parent=body, name=name) for name in ("Pilots", "Goods"))
    SessionFactory(body=body, starts_on=ON + 100 * DAY, ends_on=ON + 104 * DAY)
    mandate(due_on=ON - DAY)
    mandate(group=pilots, status="implemented")
    mandate(group=pilots, status="in_progress", due_on=ON + 100 * DAY)
    mandate(group=goods, asked_body=pilots, ledger="conference", waiting_for="replies", waiting_since=ON)
    mandate(group=goods, ledger="states", due_on=ON - DAY)
    mandate(status="proposed")
    rows = group_rows(keeper, ON, Body.objects.filter(pk=body.pk))
    assert numbers(rows) == {
        "A conference": {"open": 1, "overdue": 1, "before": 1},
        "Pilots": {"open": 2, "waiting": 1, "implemented": 1},
        "Goods": {"open": 1, "waiting": 1},
    }
    assert str(rows[0].group) == "A conference"


def test_what_a_person_may_not_see_is_not_counted(body, mandate):
    mandate()
    officer = UserFactory()
    assert numbers(group_rows(officer, ON, Body.objects.filter(pk=body.pk))) == {"A conference": {}}


@pytest.mark.parametrize("count", [1, 3])
def test_rows_take_the_same_number_of_queries_however_many(count, django_assert_num_queries):
    person = UserFactory()
    for _ in range(count):
        body = BodyFactory()
        MembershipFactory(user=person, body=body)
        SessionFactory(body=body)
        for _ in range(count):
            group = GroupFactory(parent=body)
            MandateFactory(paragraph=ParagraphFactory(decision=DecisionFactory(body=body)), group=group)
    with django_assert_num_queries(8):
        rows = group_rows(fresh(person), ON, Body.objects.conferences())
        assert [row.numbers["open"] for row in rows if row.group.parent_id] == [1] * count * count
        assert all(row.parts for row in rows)


# What is to be done ------------------------------
CASES = {
    "late": ({"target_on": ON - DAY, "owner": True}, "mandate is past its target"),
    "to verify": ({"status": "reported_done", "owner": True}, "mandate reported done waits to be verified"),
    "proposed": ({"status": "proposed"}, "proposal waits to be confirmed"),
    "unassigned": ({}, "open mandate has no owner"),
    "overtaken": ({"status": "overtaken", "owner": True}, "mandate is considered overtaken"),
    "alone": (
        {"status": "implemented", "is_verified_independently": False},
        "mandate was closed without a second person",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_needs_somebody_is_said_and_what_is_nought_is_left_out(case, keeper, mandate):
    fields, words = CASES[case]
    owner = {"owner": UserFactory()} if fields.get("owner") else {}
    mandate(**fields | owner)
    said = {row["label"]: row["number"] for row in to_do(keeper, ON)}
    assert said.pop(words) == 1
    assert set(said) <= {"mandate has something to release"}


def test_nothing_to_do_is_nothing_said(keeper, mandate):
    mandate(owner=UserFactory())
    assert to_do(keeper, ON) == []


def test_two_are_said_in_the_plural(keeper, mandate):
    mandate()
    mandate()
    assert [(row["number"], row["label"]) for row in to_do(keeper, ON)] == [(2, "open mandates have no owner")]


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_to_do_takes_the_same_number_of_queries(count, keeper, mandate, django_assert_num_queries):
    for _ in range(count):
        for fields, _words in CASES.values():
            mandate(**{name: value for name, value in fields.items() if name != "owner"})
    person = fresh(keeper)
    with django_assert_num_queries(4):
        assert to_do(person, ON)


# Sessions and changes ------------------------------
def test_the_next_session_is_dated_ordinary_and_not_over(body):
    SessionFactory(body=body, ordinal=3, starts_on=ON - 9 * DAY, ends_on=ON - DAY)
    SessionFactory(body=body, kind="meeting", starts_on=ON, ends_on=ON)
    SessionFactory(body=body, ordinal=9, is_cancelled=True, starts_on=ON, ends_on=ON)
    SessionFactory(body=body, ordinal=6, starts_on=None, ends_on=None)
    later = SessionFactory(body=body, ordinal=5, starts_on=ON + 300 * DAY, ends_on=ON + 304 * DAY)
    assert next_session(GroupFactory(parent=body), ON) == later
    running = SessionFactory(body=body, ordinal=4, starts_on=ON - 4 * DAY, ends_on=ON)
    assert next_session(body, ON) == running


def test_recent_changes_are_the_latest_and_no_more_than_asked_for(mandate):
    seen, other = mandate(), mandate()
    at = dates.start_of(ON)
    for hour in range(4):
        Change.objects.create(mandate=seen, kind=ChangeKind.STATUS, at=at + dt.timedelta(hours=hour))
    Change.objects.create(mandate=other, kind=ChangeKind.STATUS, at=at)
    changes = recent_changes(Mandate.objects.filter(pk=seen.pk), at + dt.timedelta(hours=1), most=2)
    assert [change.at.hour for change in changes] == [(at + dt.timedelta(hours=hour)).hour for hour in (3, 2)]
