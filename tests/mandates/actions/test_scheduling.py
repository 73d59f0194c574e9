"""Targets that people move, and the days that a new session gives."""

import datetime as dt

import pytest

from mandates.actions.facts import Conflict, Refused
from mandates.actions.reviewing import confirm
from mandates.actions.scheduling import add_session, move_target
from mandates.actions.status import Given, change_status
from mandates.enums import ChangeKind
from mandates.models import Change, Mandate
from sessions.models import Session
from tests.factories import DecisionFactory, GroupFactory, MandateFactory, ParagraphFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT, OLD, NEW = dt.date(2009, 6, 30), dt.date(2009, 6, 16), dt.date(2009, 5, 4)


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


# Targets ------------------------------
def test_a_target_moves_with_a_reason_and_the_day_of_the_text_stays(secretary, at):
    mandate = MandateFactory(due_on=TEXT, target_on=OLD)
    move_target(mandate, NEW, by=secretary, reason=" The printer needs longer. ", was=OLD, at=at)
    fresh = again(mandate)
    assert (fresh.target_on, fresh.target_is_set, fresh.due_on) == (NEW, True, TEXT)
    assert fresh.next_notice_on == NEW - dt.timedelta(days=30)
    change = Change.objects.get()
    assert (change.kind, change.old, change.new) == (ChangeKind.TARGET, OLD.isoformat(), NEW.isoformat())
    assert (change.reason, change.by, change.at) == ("The printer needs longer.", secretary, at)


def test_moving_back_is_the_undo_and_a_target_can_be_none(secretary, at):
    mandate = MandateFactory(target_on=OLD)
    for was, new in ((OLD, NEW), (NEW, OLD), (OLD, None), (None, OLD)):
        move_target(mandate, new, by=secretary, reason="As agreed.", was=was, at=at)
        assert again(mandate).target_on == new
    assert Change.objects.count() == 4


@pytest.mark.parametrize(
    ("fields", "reason", "new", "sentence"),
    [
        ({}, " ", NEW, "Say why"),
        ({}, "As agreed.", OLD, "its target already"),
        ({"ledger": "states"}, "As agreed.", NEW, "no target"),
        ({"status": "implemented"}, "As agreed.", NEW, "Only an open mandate"),
        ({"status": "proposed"}, "As agreed.", NEW, "Only an open mandate"),
    ],
)
def test_what_cannot_be_moved_is_said(fields, reason, new, sentence, secretary, at):
    mandate = MandateFactory(target_on=OLD, **fields)
    with pytest.raises(Refused, match=sentence):
        move_target(mandate, new, by=secretary, reason=reason, was=OLD, at=at)
    assert again(mandate).target_on == OLD
    assert not Change.objects.exists()


def test_two_who_move_it_the_second_is_told(secretary, at):
    mandate = MandateFactory(target_on=OLD)
    second = again(mandate)
    move_target(mandate, NEW, by=secretary, reason="As agreed.", was=OLD, at=at)
    with pytest.raises(Conflict) as conflict:
        move_target(second, TEXT, by=UserFactory(), reason="As agreed.", was=OLD, at=at)
    assert (conflict.value.change.by, conflict.value.change.new) == (secretary, NEW.isoformat())
    assert again(mandate).target_on == NEW


# A new session ------------------------------
@pytest.fixture
def fifth(body):
    """Not in the calendar yet: 10 to 14 October 2011; its documents are submitted by 1 August."""
    starts_on, ends_on = dt.date(2011, 10, 10), dt.date(2011, 10, 14)
    return Session(body=body, slug="harbour-5", ordinal=5, starts_on=starts_on, ends_on=ends_on)


AT_FIFTH = {"deadline_kind": "session", "deadline_ordinal": 5, "deadline_relation": "at"}


@pytest.fixture
def confirmed(proposal, secretary, at):
    """A function: a confirmed mandate."""

    def make(**fields):
        mandate = proposal(**fields)
        confirm(mandate, by=secretary, at=at)
        return again(mandate)

    return make


@pytest.mark.parametrize("addressees", [["Secretariat"], ["Conference"], ["States"]])
def test_what_awaited_the_session_has_its_day_and_a_change_that_says_so(
    addressees, fifth, fourth, confirmed, secretary, at
):
    mandate = confirmed(addressees=addressees, **AT_FIFTH)
    assert (mandate.due_on, mandate.due_reason["code"]) == (None, "session_undated")
    add_session(fifth, by=secretary, at=at)
    fresh = again(mandate)
    assert (fresh.due_on, fresh.deadline_session) == (dt.date(2011, 10, 14), fifth)
    assert fresh.due_reason["code"] == "session"
    change = fresh.changes.get(kind=ChangeKind.DEADLINE)
    assert (change.old, change.new, change.by) == ("", "2011-10-14", secretary)
    assert change.params == {"session": "fifth session"}
    assert fresh.target_on == mandate.target_on  # the next session is the fourth, as before


def test_what_had_no_target_for_want_of_a_session_has_one(fifth, confirmed, secretary, at):
    mandates = [confirmed(label="(a)"), confirmed(label="(b)", **AT_FIFTH)]
    assert {mandate.target_on for mandate in mandates} == {None}
    add_session(fifth, by=secretary, at=at)
    for mandate in mandates:
        assert again(mandate).target_on == dt.date(2011, 8, 1)
        assert again(mandate).next_notice_on == dt.date(2011, 7, 2)
        assert again(mandate).changes.get(kind=ChangeKind.TARGET).new == "2011-08-01"


def test_what_does_not_await_it_is_not_touched(body, fifth, confirmed, proposal, secretary, at):
    elsewhere = MandateFactory(**AT_FIFTH)
    sixth = confirmed(label="(a)", addressees=["States"], **AT_FIFTH | {"deadline_ordinal": 6})
    resumed = confirmed(label="(b)", addressees=["States"], deadline_part="resumed", **AT_FIFTH)
    waiting = proposal(label="(d)", **AT_FIFTH)
    untouched = [elsewhere, sixth, resumed, waiting]
    before = {mandate.pk: again(mandate).changes.count() for mandate in untouched}
    add_session(fifth, by=secretary, at=at + dt.timedelta(days=30))
    for mandate in untouched:
        fresh = again(mandate)
        assert fresh.due_on is None
        assert fresh.changes.count() == before[mandate.pk]
        assert fresh.touched_on == mandate.touched_on


def test_a_target_that_a_person_took_away_is_left(fifth, confirmed, secretary, at):
    mandate = confirmed(deadline_kind="date", deadline_date=TEXT)
    move_target(mandate, None, by=secretary, reason="Nobody knows yet.", was=mandate.target_on, at=at)
    add_session(fifth, by=secretary, at=at)
    assert again(mandate).target_on is None


def test_what_is_closed_gets_no_target(fifth, confirmed, secretary, at):
    mandate = confirmed()
    change_status(mandate, "lapse", by=secretary, given=Given("By its own term."), at=at)
    add_session(fifth, by=secretary, at=at)
    assert again(mandate).target_on is None


def test_groups_follow_the_calendar_of_their_conference(body, fifth, secretary, at):
    decision = DecisionFactory(body=GroupFactory(parent=body))
    mandate = MandateFactory(paragraph=ParagraphFactory(decision=decision), **AT_FIFTH)
    add_session(fifth, by=secretary, at=at)
    assert again(mandate).due_on == fifth.ends_on


@pytest.mark.parametrize("fields", [{"kind": "meeting"}, {"starts_on": None, "ends_on": None}])
def test_a_meeting_or_an_undated_session_gives_no_day(fields, body, fifth, confirmed, secretary, at):
    mandate = confirmed(**AT_FIFTH)
    for name, value in fields.items():
        setattr(fifth, name, value)
    add_session(fifth, by=secretary, at=at)
    assert Session.objects.get() == fifth
    assert again(mandate).due_on is None
    assert again(mandate).changes.count() == 1  # the confirmation


def test_a_session_in_the_calendar_is_not_moved_by_adding_it(body, fourth, secretary, at):
    fourth.starts_on = dt.date(2010, 1, 1)
    with pytest.raises(Refused, match="already"):
        add_session(fourth, by=secretary, at=at)
    assert Session.objects.get().starts_on == dt.date(2009, 10, 12)


def test_another_conference_has_a_calendar_of_its_own(body, confirmed, secretary, at):
    mandate = confirmed(**AT_FIFTH)
    add_session(SessionFactory.build(body=GroupFactory().parent, ordinal=5), by=secretary, at=at)
    assert again(mandate).due_on is None
