"""A session gets other days, or none: every day that follows from it moves at once, or nothing does."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mandates.actions.facts import NotAllowed, Refused
from mandates.actions.moving import Days, move_session, preview_move
from mandates.actions.reviewing import confirm
from mandates.actions.scheduling import add_session
from mandates.enums import ChangeKind
from mandates.models import Change, Mandate, Milestone
from mandates.notices.owed import owed_on
from sessions.models import Session
from tests.factories import (
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

OLD = (dt.date(2009, 10, 12), dt.date(2009, 10, 16))  # of the fourth session
NEW = (dt.date(2010, 3, 1), dt.date(2010, 3, 5))
WHY = "The hall is not ready."


def again(thing):
    return type(thing).objects.get(pk=thing.pk)


def at_fourth(relation="at", **fields):
    return {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": relation} | fields


@pytest.fixture
def move(secretary, at):
    """A function: the session has these days, by the secretary."""

    def do(session, days, **how):
        return move_session(again(session), *days, **{"by": secretary, "reason": WHY, "at": at} | how)

    return do


@pytest.fixture
def confirmed(proposal, fourth, secretary, at):
    """A function: a mandate confirmed with the calendar as it is."""

    def make(label="(i)", **fields):
        fields = {"addressees": ["Secretariat"]} | fields
        return confirm(proposal(label=label, **fields), by=secretary, at=at)

    return make


def table(*models):
    """All that these tables hold."""
    return {model: list(model.objects.order_by("pk").values()) for model in models}


EVERYTHING = (Mandate, Change, Session, Session.history.model, Milestone)


# What follows from the days -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("relation", "offset", "before", "after"),
    [
        ("at", "", OLD[1], NEW[1]),
        ("during", "", OLD[1], NEW[1]),
        ("by", "", OLD[0], NEW[0]),
        ("before", "", dt.date(2009, 10, 11), dt.date(2010, 2, 28)),
        ("after", "", None, None),
        ("before", "-P6W", dt.date(2009, 8, 31), dt.date(2010, 1, 18)),
        ("after", "P2W", dt.date(2009, 10, 30), dt.date(2010, 3, 19)),
    ],
)
def test_each_relation_to_the_session_gives_its_new_day(confirmed, move, fourth, relation, offset, before, after):
    mandate = confirmed(**at_fourth(relation, deadline_offset=offset))
    assert mandate.due_on == before
    move(fourth, NEW)
    fresh = again(mandate)
    assert fresh.due_on == after
    assert fresh.due_reason["params"]["starts_on"] == "2010-03-01"
    assert fresh.deadline_session == fourth


def test_target_and_ladder_follow_and_the_changes_name_session_move_and_reason(confirmed, move, fourth, secretary, at):
    mandate = confirmed(**at_fourth())
    assert (mandate.target_on, again(mandate).next_notice_on) == (dt.date(2009, 8, 3), dt.date(2009, 7, 4))
    moved = move(fourth, NEW)
    fresh = again(mandate)
    assert (fresh.target_on, fresh.next_notice_on) == (dt.date(2009, 12, 21), dt.date(2009, 11, 21))
    assert [follower.mandate for follower in moved.followers] == [mandate]
    for kind, old, new in (("deadline", "2009-10-16", "2010-03-05"), ("target", "2009-08-03", "2009-12-21")):
        change = fresh.changes.get(kind=kind)
        assert (change.old, change.new, change.reason, change.by, change.at) == (old, new, WHY, secretary, at)
        assert change.params == {"session": "fourth session", "move": fourth.history.order_by("pk").last().pk}


def test_what_has_only_a_default_target_follows_the_documents_of_the_session(confirmed, move, fourth):
    mandate = confirmed(deadline_kind="date", deadline_date=dt.date(2011, 6, 30))
    assert mandate.target_on == dt.date(2009, 8, 3)
    move(fourth, NEW)
    assert again(mandate).target_on == dt.date(2009, 12, 21)
    assert again(mandate).changes.filter(kind=ChangeKind.DEADLINE).count() == 0


def test_a_target_that_a_person_set_stays_and_is_flagged_where_the_text_now_comes_first(confirmed, move, fourth):
    mandate = confirmed(**at_fourth())
    Mandate.objects.update(target_on=dt.date(2009, 9, 1), target_is_set=True)
    assert move(fourth, NEW).flagged == []
    moved = move(fourth, (dt.date(2009, 8, 10), dt.date(2009, 8, 14)))
    assert [follower.mandate for follower in moved.flagged] == [mandate]
    assert again(mandate).target_on == dt.date(2009, 9, 1)


def test_undated_dated_moved_cancelled_held_after_all_and_back(confirmed, move, fourth):
    mandate = confirmed(**at_fourth())
    seen = []
    for days, cancelled in [
        ((None, None), False),
        (OLD, False),
        (NEW, False),
        (NEW, True),
        (NEW, False),
        (OLD, False),
    ]:
        move(fourth, days, is_cancelled=cancelled)
        fresh = again(mandate)
        seen.append((fresh.due_on, fresh.target_on, fresh.due_reason["code"]))
    none, there = (None, None), (OLD[1], dt.date(2009, 8, 3), "session")
    later = (NEW[1], dt.date(2009, 12, 21), "session")
    assert seen == [(*none, "session_undated"), there, later, (*none, "session_cancelled"), later, there]
    assert fresh.changes.filter(kind=ChangeKind.DEADLINE).count() == 6


def test_a_resumed_part_has_days_of_its_own(body, confirmed, move, fourth, secretary, at):
    resumed = SessionFactory.build(
        body=body, ordinal=4, part="resumed", name="", slug="r", starts_on=None, ends_on=None
    )
    add_session(resumed, by=secretary, at=at)
    whole = confirmed("(a)", **at_fourth())
    part = confirmed("(b)", **at_fourth(deadline_part="resumed"))
    move(resumed, NEW)
    assert (again(whole).due_on, again(part).due_on) == (OLD[1], NEW[1])
    move(fourth, (dt.date(2009, 11, 2), dt.date(2009, 11, 6)))
    assert (again(whole).due_on, again(part).due_on) == (dt.date(2009, 11, 6), NEW[1])


def test_what_does_not_hang_on_it_is_not_touched(body, confirmed, proposal, move, fourth, at):
    fifth = SessionFactory(
        body=body, ordinal=5, slug="5", starts_on=dt.date(2011, 10, 10), ends_on=dt.date(2011, 10, 14)
    )
    elsewhere = MandateFactory(due_on=OLD[1], **at_fourth())
    early = confirmed("(a)", deadline_kind="date", deadline_date=dt.date(2009, 3, 2))
    waiting = proposal(label="(b)", **at_fourth())
    later = confirmed("(c)", addressees=["States"], **at_fourth(deadline_ordinal=5))
    before = {mandate.pk: again(mandate).__dict__ | {"_state": 0} for mandate in (elsewhere, early, waiting, later)}
    move(fourth, NEW, at=at + dt.timedelta(days=3))
    assert again(later).deadline_session == fifth
    for mandate in (elsewhere, early, waiting, later):
        assert again(mandate).__dict__ | {"_state": 0} == before[mandate.pk]


def test_states_and_closed_ones_get_the_day_and_no_target(confirmed, move, fourth):
    states = confirmed("(a)", addressees=["States"], **at_fourth())
    closed = confirmed("(b)", **at_fourth())
    Mandate.objects.filter(pk=closed.pk).update(status="implemented")
    move(fourth, NEW)
    assert (again(states).due_on, again(states).target_on) == (NEW[1], None)
    assert (again(closed).due_on, again(closed).target_on) == (NEW[1], dt.date(2009, 8, 3))
    assert again(closed).next_notice_on is None


def test_groups_follow_the_calendar_of_their_conference(body, move, fourth):
    decision = DecisionFactory(body=GroupFactory(parent=body))
    mandate = MandateFactory(paragraph=ParagraphFactory(decision=decision), due_on=OLD[1], **at_fourth())
    move(fourth, NEW)
    assert again(mandate).due_on == NEW[1]


def test_a_meeting_that_moves_moves_no_mandate(body, confirmed, move):
    mandate = confirmed(**at_fourth())
    meeting = SessionFactory(body=body, kind="meeting", ordinal=4, slug="m")
    assert move(meeting, NEW).followers == []
    assert again(meeting).starts_on == NEW[0]
    assert again(mandate).due_on == OLD[1]


def test_proposed_steps_move_with_the_session_confirmed_and_taken_ones_stay(body, move, fourth):
    mandate = MandateFactory(paragraph__decision__body=body, deadline_session=fourth, **at_fourth())
    on = dt.date(2009, 7, 6)
    made = {
        name: Milestone.objects.create(mandate=mandate, kind="forecast", on=on, **fields)
        for name, fields in {"proposed": {}, "confirmed": {"is_confirmed": True}, "taken": {"done_on": on}}.items()
    }
    moved = move(fourth, NEW)
    assert (moved.milestones, moved.confirmed) == (1, 1)
    assert [again(made[name]).on for name in made] == [on + (NEW[0] - OLD[0]), on, on]
    move(fourth, (None, None))
    move(fourth, OLD)  # counted from the last days that were known
    assert [again(made[name]).on for name in made] == [on, on, on]


# All or nothing -----------------------------------------------------------------------------------------------------
def test_a_preview_says_what_the_move_then_does_and_writes_nothing(confirmed, move, fourth, secretary):
    owner = UserFactory()
    confirmed("(a)", **at_fourth())
    confirmed("(b)", **at_fourth("by"))
    Mandate.objects.update(owner=owner)
    before = table(*EVERYTHING)
    seen = again(fourth)
    foretold = preview_move(seen, *NEW, by=secretary, reason=WHY)
    assert table(*EVERYTHING) == before
    assert (seen.starts_on, seen.ends_on) == OLD

    def told(moved):
        return [(f.mandate.pk, f.old_due, f.mandate.due_on, f.old_target, f.mandate.target_on) for f in moved.followers]

    assert (len(told(foretold)), foretold.owners) == (2, 1)
    assert told(move(fourth, NEW)) == told(foretold)


def test_an_error_half_way_leaves_nothing(confirmed, move, fourth, monkeypatch):
    confirmed(**at_fourth())
    before = table(*EVERYTHING)

    def fail(*args, **kwargs):
        raise OSError("no space left")

    monkeypatch.setattr("mandates.actions.following.Change.objects.bulk_create", fail)
    with pytest.raises(OSError, match="no space"):
        move(fourth, NEW)
    assert table(*EVERYTHING) == before


def test_whoever_is_second_is_told_and_moves_nothing(confirmed, secretary, fourth, at):
    mandate = confirmed(**at_fourth())
    first, second = again(fourth), again(fourth)
    move_session(first, *NEW, by=secretary, reason=WHY, at=at)
    with pytest.raises(Refused, match="Somebody else"):
        move_session(second, dt.date(2009, 11, 2), dt.date(2009, 11, 6), by=secretary, reason=WHY, at=at)
    with pytest.raises(Refused, match="Somebody else"):
        move_session(again(fourth), None, None, by=secretary, reason=WHY, was=Days(*OLD), at=at)
    assert again(mandate).due_on == NEW[1]
    assert fourth.history.filter(history_type="~").count() == 1


@pytest.mark.parametrize(
    ("days", "reason", "sentence"),
    [
        (NEW, "  ", "Say why"),
        (OLD, WHY, "its days already"),
        ((NEW[0], None), WHY, "both days"),
        ((NEW[1], NEW[0]), WHY, "both days"),
    ],
)
def test_what_cannot_be_is_said(move, fourth, days, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        move(fourth, days, reason=reason)
    assert again(fourth).starts_on == OLD[0]


def test_only_who_keeps_the_calendar_moves_it(body, move, fourth):
    auditor = UserFactory()
    MembershipFactory(user=auditor, body=body, role="auditor")
    with pytest.raises(NotAllowed):
        move(fourth, NEW, by=auditor)


def test_thirty_mandates_take_as_many_queries_as_one(body, confirmed, move, fourth):
    confirmed("(a)", **at_fourth())

    def count(days):
        with CaptureQueriesContext(connection) as caught:
            moved = move(fourth, days)
        return len(moved.followers), len(caught)

    count(NEW)  # reads once what the secretary may do
    one, once = count(OLD)
    for number in range(29):
        confirmed(f"(b{number})", path=f"b{number}", **at_fourth())
    thirty, all_at_once = count(NEW)
    assert (one, thirty) == (1, 30)
    assert all_at_once == once


# Whom it is told ----------------------------------------------------------------------------------------------------
def test_each_owner_is_told_and_a_move_taken_back_before_that_is_no_news(confirmed, move, fourth, at):
    owner, on = UserFactory(), at.date()
    confirmed(**at_fourth())
    Mandate.objects.update(owner=owner)
    Change.objects.update(looked_at=True)
    move(fourth, NEW)
    kinds = [(owed.person, {change.kind for change in owed.changes}) for owed in owed_on(on).owed]
    assert kinds == [(owner, {ChangeKind.DEADLINE, ChangeKind.TARGET})]
    move(fourth, OLD)
    assert owed_on(on).owed == []


def test_a_move_taken_back_after_it_was_told_is_told_as_well(confirmed, move, fourth, at):
    confirmed(**at_fourth())
    Mandate.objects.update(owner=UserFactory())
    move(fourth, NEW)
    Change.objects.update(looked_at=True)
    move(fourth, OLD)
    [owed] = owed_on(at.date()).owed
    assert {change.new for change in owed.changes} == {"2009-10-16", "2009-08-03"}
