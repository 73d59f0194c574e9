"""Named reads of mandates, releases and changes: each says what it finds, and the properties of one object agree."""

import datetime as dt
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser

from ctoctrack.lib import dates
from mandates.enums import CLOSED, OPEN, ChangeKind, Ledger, Level, Status
from mandates.models import Change, Mandate, Release
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReleaseFactory,
    UpdateFactory,
    UserFactory,
)
from tests.mandates.roles import ROLES

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def one_of_each():
    """A mandate for each ledger and status that can be, past its target and past the day of its text."""
    decision = DecisionFactory()
    past = {"target_on": ON - 20 * DAY, "due_on": ON - 6 * DAY}
    for ledger, status in product((Ledger.SECRETARIAT, Ledger.CONFERENCE), OPEN | CLOSED):
        MandateFactory(paragraph=ParagraphFactory(decision=decision), ledger=ledger, status=status, **past)
    MandateFactory(paragraph=ParagraphFactory(decision=decision), ledger=Ledger.STATES, **past)
    for status in (Status.PROPOSED, Status.DECLINED):
        MandateFactory(paragraph=ParagraphFactory(decision=decision), status=status, **past)
    return Mandate.objects.all()


def test_only_these_of_the_secretariat_can_be_late_or_overdue(one_of_each):
    can_be = {Status.NOT_STARTED, Status.IN_PROGRESS, Status.PARTLY_IMPLEMENTED}
    for found in (one_of_each.late(ON), one_of_each.overdue(ON)):
        assert {mandate.status for mandate in found} == can_be
        assert {mandate.ledger for mandate in found} == {Ledger.SECRETARIAT}


def test_a_list_and_one_mandate_agree_on_days(one_of_each):
    late, overdue, soon = one_of_each.late(ON), one_of_each.overdue(ON), one_of_each.due_soon(ON - 10 * DAY)
    for mandate in one_of_each:
        assert mandate.days_late(ON) == (20 if mandate in late else 0)
        assert mandate.days_overdue(ON) == (6 if mandate in overdue else 0)
        assert mandate.is_due_soon(ON - 10 * DAY) is (mandate in soon)


def test_a_list_and_one_mandate_agree_on_state(one_of_each):
    assert {m.status for m in one_of_each.open()} == set(OPEN)
    assert {m.status for m in one_of_each.closed()} == set(CLOSED)
    assert {m for m in one_of_each if m.is_open} == set(one_of_each.open())
    assert {m for m in one_of_each if m.is_confirmed} == set(one_of_each.confirmed())
    assert {m.ledger for m in one_of_each.asked_of_states()} == {Ledger.STATES}
    assert {m.status for m in one_of_each.proposed()} == {Status.PROPOSED}


@pytest.mark.parametrize(("target", "late"), [(ON - DAY, True), (ON, False), (ON + DAY, False), (None, False)], ids=str)
def test_late_is_past_the_target_not_on_it(target, late):
    MandateFactory(target_on=target)
    assert Mandate.objects.late(ON).exists() is late


def test_waiting_hides_no_lateness():
    mandate = MandateFactory(target_on=ON - DAY, due_on=ON - DAY, waiting_for="replies", waiting_since=ON)
    assert list(Mandate.objects.late(ON)) == list(Mandate.objects.overdue(ON)) == [mandate]


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (30, True), (31, False)])
def test_due_soon_is_within_thirty_days(days, soon):
    day = ON + days * DAY
    assert MandateFactory(due_on=day).is_due_soon(ON) is soon
    MandateFactory(target_on=day)
    assert Mandate.objects.due_soon(ON).count() == (2 if soon else 0)


def test_due_before_counts_open_mandates_whose_text_is_due_earlier():
    before, at = MandateFactory(due_on=ON - DAY), MandateFactory(due_on=ON)
    MandateFactory(due_on=ON - DAY, status="implemented")
    MandateFactory(target_on=ON - DAY)
    assert list(Mandate.objects.due_before(ON)) == [before]
    assert at not in Mandate.objects.due_before(ON)


@pytest.mark.parametrize(("days", "stale"), [(180, False), (181, True)])
def test_stale_is_open_and_untouched_for_180_days(days, stale):
    MandateFactory(touched_on=ON - days * DAY)
    MandateFactory(touched_on=ON - days * DAY, status="implemented")
    assert Mandate.objects.stale(ON).count() == (1 if stale else 0)


def test_what_is_due_first_comes_first_and_without_day_last():
    days = [(None, None), (ON + 3 * DAY, None), (None, ON + 2 * DAY), (ON + 9 * DAY, ON + DAY), (ON, ON + 9 * DAY)]
    made = [MandateFactory(target_on=target, due_on=due) for target, due in days]
    found = list(Mandate.objects.by_what_is_due_first())
    assert found == [made[4], made[3], made[2], made[1], made[0]]
    assert [m.next_day for m in found] == [ON, ON + DAY, ON + 2 * DAY, ON + 3 * DAY, None]


def test_a_group_has_what_is_asked_of_it_and_apart_what_is_asked_of_others_in_its_field():
    group = GroupFactory()
    asked = MandateFactory(ledger="conference", asked_body=group, group=group)
    elsewhere = MandateFactory(ledger="conference", asked_body=group)
    field = MandateFactory(group=group)
    MandateFactory()
    assert set(Mandate.objects.asked_of(group)) == {asked, elsewhere}
    assert set(Mandate.objects.in_field_of(group)) == {field}
    assert set(Mandate.objects.of_group(group)) == {asked, elsewhere, field}


def test_in_the_field_of_a_group_is_also_what_asks_no_body():
    group = GroupFactory()
    assert MandateFactory(group=group, asked_body=None) in Mandate.objects.in_field_of(group)


def test_due_notices_are_those_whose_day_has_come():
    due = [MandateFactory(next_notice_on=day) for day in (ON - DAY, ON)]
    MandateFactory(next_notice_on=ON + DAY)
    MandateFactory()
    assert set(Mandate.objects.with_notice_due(ON)) == set(due)


# Numbers --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("rows", [1, 3])
def test_five_numbers_take_one_query(rows, django_assert_num_queries):
    for _ in range(rows):
        MandateFactory(due_on=ON - DAY)
        MandateFactory(due_on=ON + DAY, status="in_progress", waiting_for="replies", waiting_since=ON)
        MandateFactory(status="implemented")
        MandateFactory(ledger="states", due_on=ON - DAY)
        MandateFactory(status="proposed")
    with django_assert_num_queries(1):
        numbers = Mandate.objects.five_numbers(ON, ON + DAY)
    assert numbers == {"open": 2 * rows, "overdue": rows, "before": rows, "waiting": rows, "implemented": rows}


def test_nothing_is_due_before_a_session_that_there_is_not():
    MandateFactory(due_on=ON)
    assert Mandate.objects.five_numbers(ON, None)["before"] == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_rows_of_a_list_take_one_query(rows, django_assert_num_queries):
    for _ in range(rows):
        MandateFactory(owner=UserFactory(), group=GroupFactory())
    with django_assert_num_queries(1):
        for mandate in Mandate.objects.for_rows():
            assert [mandate.name, str(mandate.owner), str(mandate.unit), str(mandate.group), mandate.body.slug]


# Release --------------------------------------------------------------------------------------------------------------
OFFICE = {"owner", "former owner", "colleague", "head", "deputy head", "head of another unit", "administrator"}
OFFICE |= {"acting deputy", "deputy of somebody present"}
INSIDE = OFFICE | {"secretary", "secretariat", "auditor", "chair", "bureau"}
READERS = {
    "public": set(ROLES),
    "delegations": INSIDE | {role for role in ROLES if role.startswith("delegation")},
    "bureau": INSIDE,
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("level", READERS)
def test_a_release_is_read_by_its_level(level, role):
    """In a body that has opened its progress to everybody."""
    release = ReleaseFactory(level=level, mandate=MandateFactory(paragraph__decision__body__is_open=True))
    person = ROLES[role](release.mandate)
    assert Release.objects.readable_by(person).exists() is (role in READERS[level])


def test_what_is_public_is_so_only_where_the_body_opened_it():
    release = ReleaseFactory(level="public")
    assert not Release.objects.readable_by(AnonymousUser()).exists()
    assert not Release.objects.readable_by(MembershipFactory(role="contributor").user).exists()
    delegate = MembershipFactory(body=release.mandate.body, role="contributor").user
    assert list(Release.objects.readable_by(delegate)) == [release]


def test_the_levels_include_one_another():
    assert READERS["bureau"] < READERS["delegations"] < READERS["public"]
    assert set(READERS) == set(Level.values) - {Level.INTERNAL}


def test_a_past_day_shows_what_was_released_then_less_what_was_withdrawn_since():
    first = ReleaseFactory(released_at=dates.start_of(ON))
    withdrawn = ReleaseFactory(
        released_at=dates.start_of(ON),
        withdrawal_asked_by=UserFactory(),
        withdrawn_by=UserFactory(),
        withdrawn_at=dates.start_of(ON + 5 * DAY),
    )
    later = ReleaseFactory(released_at=dates.start_of(ON + DAY))
    assert set(Release.objects.as_of(dates.start_of(ON))) == {first}
    assert set(Release.objects.in_force()) == {first, later}
    assert withdrawn not in Release.objects.as_of(dates.start_of(ON + 9 * DAY))


def at(day):
    return dates.start_of(ON + day * DAY)


AWAITING = {
    "nothing said, nothing begun": ({}, None, None, False),
    "begun, never told": ({"status": "in_progress"}, None, None, True),
    "took effect": ({"status": "took_effect"}, None, None, False),
    "said, never told": ({}, 0, None, True),
    "said before it was told": ({}, 0, (1, ""), False),
    "said since it was told": ({}, 1, (0, ""), True),
    "status told": ({"status": "in_progress"}, None, (0, "in_progress"), False),
    "status changed since": ({"status": "reported_done"}, None, (0, "in_progress"), True),
    "asked of States, nothing said": ({"ledger": "states"}, None, None, False),
    "asked of States, something said": ({"ledger": "states"}, 0, None, True),
    "proposed": ({"status": "proposed"}, 0, None, False),
}


@pytest.mark.parametrize("case", AWAITING)
def test_what_awaits_release(case):
    fields, said, told, awaits = AWAITING[case]
    mandate = MandateFactory(**fields)
    keeper = MembershipFactory(body=mandate.body).user
    if said is not None:
        UpdateFactory(mandate=mandate, at=at(said))
    if told is not None:
        ReleaseFactory(mandate=mandate, released_at=at(told[0]), status=told[1])
    assert Mandate.objects.awaiting_release(keeper).exists() is awaits
    assert not Mandate.objects.awaiting_release(MembershipFactory(body=BodyFactory()).user).exists()


def test_what_was_withdrawn_awaits_release_again():
    mandate = MandateFactory()
    UpdateFactory(mandate=mandate, at=at(0))
    taken = ReleaseFactory(mandate=mandate, released_at=at(1))
    taken.withdrawal_asked_by, taken.withdrawn_by, taken.withdrawn_at = UserFactory(), UserFactory(), at(2)
    taken.save()
    assert Mandate.objects.awaiting_release(MembershipFactory(body=mandate.body).user).exists()


# Changes --------------------------------------------------------------------------------------------------------------
def test_changes_since_a_moment_and_those_not_looked_at():
    mandate = MandateFactory()
    old = Change.objects.create(mandate=mandate, kind=ChangeKind.STATUS, at=at(-1), looked_at=True)
    new = Change.objects.create(mandate=mandate, kind=ChangeKind.STATUS, at=at(0))
    assert list(Change.objects.since(at(0))) == [new]
    assert list(Change.objects.untold()) == [new]
    assert list(mandate.changes.all()) == [new, old]
