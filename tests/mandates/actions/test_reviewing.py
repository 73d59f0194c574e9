"""What a person says of a proposal, what follows from it, and how it is taken back."""

import datetime as dt

import pytest

from mandates.actions.assigning import assign, set_contributors
from mandates.actions.facts import Conflict, Refused
from mandates.actions.releasing import Draft, ask_withdrawal, release, withdraw
from mandates.actions.reviewing import (
    choose_group,
    confirm,
    confirm_all_clear,
    decline,
    propose_again,
    undo_confirmation,
)
from mandates.actions.status import Given, change_status
from mandates.enums import ChangeKind, Ledger
from mandates.models import Change, Mandate
from tests.factories import (
    DecisionFactory,
    GroupFactory,
    ParagraphFactory,
    SessionFactory,
    UnitMembershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)


def day(text):
    return dt.date.fromisoformat(text)


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


# The reference ------------------------------
@pytest.mark.parametrize(
    ("kind", "number", "slug", "path", "reference"),
    [
        ("decision", "4/1", "4-1", "i", "4-1-i-1"),
        ("decision", "4/4", "4-4", "o/ii", "4-4-o-ii-1"),
        ("decision", "5/CP.20", "5-CP.20", "3", "5-CP.20-3-1"),
        ("resolution", "4/1", "4-1", "i", "res-4-1-i-1"),
        ("decision", "4/1", "4-1", "II/1", "4-1-II-1-1"),  # labels restart in each part
        ("decision", "4/1", "4-1", "p", "4-1-p-1"),  # without a label
    ],
)
def test_confirming_gives_a_reference(kind, number, slug, path, reference, body, secretary, proposal, at):
    decision = DecisionFactory(body=body, kind=kind, number=number, slug=slug)
    mandate = proposal(ParagraphFactory(decision=decision, path=path))
    confirm(mandate, by=secretary, at=at)
    assert again(mandate).reference == reference
    assert again(mandate).confirmed_on == ON


def test_each_request_of_a_paragraph_has_its_own_number(secretary, proposal, at):
    mandates = [proposal(position=position) for position in range(3)]
    for mandate in reversed(mandates):
        confirm(mandate, by=secretary, at=at)
    assert [again(mandate).number for mandate in mandates] == [3, 2, 1]
    assert [again(mandate).name for mandate in mandates] == ["3/1 (i) · 3", "3/1 (i) · 2", "3/1 (i)"]


def test_a_number_is_never_given_again(secretary, proposal, at):
    first, second, third = proposal(), proposal(), proposal()
    confirm(first, by=secretary, at=at)
    undo_confirmation(first, by=secretary, reason="Asks for nothing.", at=at)
    decline(again(first), by=secretary, reason="Asks for nothing.", at=at)
    confirm(second, by=secretary, at=at)
    propose_again(again(first), by=secretary, at=at)
    confirm(third, by=secretary, at=at)
    confirm(again(first), by=secretary, at=at)
    assert [again(mandate).reference for mandate in (first, second, third)] == ["3-1-i-1", "3-1-i-2", "3-1-i-3"]


def test_a_page_opened_before_the_number_was_given_gives_no_second_one(secretary, proposal, at):
    mandate = proposal()
    opened_before = again(mandate)
    confirm(mandate, by=secretary, at=at)
    undo_confirmation(mandate, by=secretary, reason="Too early.", at=at)
    confirm(opened_before, by=secretary, at=at)
    assert again(mandate).reference == "3-1-i-1"


def test_two_paragraphs_whose_paths_read_alike_have_two_references(decision, secretary, proposal, at):
    """ "(p)(2)" and the second paragraph without a label."""
    one = proposal(ParagraphFactory(decision=decision, label="(p)(2)", path="p/2"))
    other = proposal(ParagraphFactory(decision=decision, label="", path="p-2"))
    confirm(one, by=secretary, at=at)
    confirm(other, by=secretary, at=at)
    assert [again(one).reference, again(other).reference] == ["3-1-p-2-1", "3-1-p-2-2"]


# The ledger ------------------------------
@pytest.mark.parametrize(
    ("addressees", "fields", "ledger", "status"),
    [
        (["Secretariat"], {}, "secretariat", "not_started"),
        (["Conference"], {}, "conference", "not_started"),
        (["Conference"], {"takes_effect": True}, "conference", "took_effect"),
        (["States"], {}, "states", None),
        (["States"], {"takes_effect": True}, "states", None),
    ],
)
def test_confirming_puts_it_into_its_ledger(addressees, fields, ledger, status, secretary, proposal, at):
    mandate = proposal(addressees=addressees, **fields)
    confirm(mandate, by=secretary, at=at)
    assert (again(mandate).ledger, again(mandate).status) == (ledger, status)
    change = Change.objects.get()
    assert (change.kind, change.old, change.new) == (ChangeKind.CONFIRMED, "proposed", status or "")
    assert (change.by, change.at, change.params) == (secretary, at, {"ledger": ledger})


@pytest.mark.parametrize("ledger", Ledger)
def test_a_person_may_correct_the_ledger(ledger, secretary, proposal, at):
    mandate = proposal(addressees=["Secretariat"])
    confirm(mandate, by=secretary, ledger=ledger, at=at)
    assert again(mandate).ledger == ledger
    assert again(mandate).status == (None if ledger == "states" else "not_started")


def test_the_group_of_the_decision_is_its_group_and_may_be_the_body_that_is_asked(
    body, decision, secretary, proposal, at
):
    group = GroupFactory(parent=body)
    choose_group(decision, group, by=secretary, at=at)
    asked = proposal(addressees=["working group"], label="(a)")
    other = proposal(addressees=["Secretariat"], label="(b)")
    for mandate in (asked, other):
        confirm(mandate, by=secretary, at=at)
    assert (again(asked).group, again(asked).asked_body) == (group, group)
    assert (again(other).group, again(other).asked_body) == (group, None)


# Days ------------------------------
AT_FOURTH = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": "at"}


@pytest.mark.parametrize(
    ("rule", "due", "target", "code"),
    [
        ({}, None, "2009-08-03", "none"),
        ({"deadline_kind": "date", "deadline_date": day("2009-03-31")}, "2009-03-31", "2009-03-17", "date"),
        (
            {"deadline_kind": "date", "deadline_date": day("2009-06-28")},
            "2009-06-28",
            "2009-06-12",
            "date",
        ),  # no Sunday
        ({"deadline_kind": "date", "deadline_date": day("2010-06-30")}, "2010-06-30", "2009-08-03", "date"),
        (AT_FOURTH, "2009-10-16", "2009-08-03", "session"),
        (AT_FOURTH | {"deadline_relation": "during"}, "2009-10-16", "2009-08-03", "session"),
        (AT_FOURTH | {"deadline_relation": "by"}, "2009-10-12", "2009-08-03", "session"),
        (AT_FOURTH | {"deadline_relation": "before"}, "2009-10-11", "2009-08-03", "session"),
        (AT_FOURTH | {"deadline_relation": "after"}, None, "2009-08-03", "session_after"),
        (
            AT_FOURTH | {"deadline_relation": "before", "deadline_offset": "-P20W"},
            "2009-05-25",
            "2009-05-11",
            "session",
        ),
        ({"deadline_kind": "session", "deadline_ordinal": 5}, None, "2009-08-03", "session_undated"),
        ({"deadline_kind": "session"}, None, "2009-08-03", "session_unknown"),
        ({"deadline_kind": "recurring", "deadline_every": "P6M"}, None, "2009-08-03", "recurring"),
        ({"deadline_kind": "recurring", "deadline_every": "session"}, None, "2009-08-03", "recurring_session"),
        ({"deadline_kind": "ongoing"}, None, "2009-08-03", "ongoing"),
        ({"deadline_kind": "on_request"}, None, "2009-08-03", "on_request"),
    ],
)
def test_confirming_works_out_the_days(rule, due, target, code, fourth, secretary, proposal, at):
    mandate = proposal(**rule)
    confirm(mandate, by=secretary, at=at)
    fresh = again(mandate)
    assert fresh.due_on == (day(due) if due else None)
    assert fresh.due_reason["code"] == code
    assert fresh.target_on == day(target)
    assert fresh.deadline_session == (fourth if code.startswith("session") and fresh.deadline_ordinal == 4 else None)


def test_a_cancelled_session_gives_no_day(body, secretary, proposal, at):
    SessionFactory(body=body, ordinal=4, is_cancelled=True)
    mandate = proposal(**AT_FOURTH)
    confirm(mandate, by=secretary, at=at)
    assert again(mandate).due_on is None
    assert again(mandate).due_reason["code"] == "session_cancelled"


@pytest.mark.parametrize("fields", [{"addressees": ["States"]}, {"addressees": ["Conference"], "takes_effect": True}])
def test_what_the_secretariat_does_not_do_has_no_target(fields, fourth, secretary, proposal, at):
    mandate = proposal(**AT_FOURTH, **fields)
    confirm(mandate, by=secretary, at=at)
    fresh = again(mandate)
    assert (fresh.due_on, fresh.target_on, fresh.next_notice_on) == (day("2009-10-16"), None, None)


def test_without_a_day_and_without_a_session_there_is_no_target_yet(secretary, proposal, at):
    mandate = proposal()
    confirm(mandate, by=secretary, at=at)
    assert again(mandate).target_on is None


def test_reminders_begin_with_the_confirmation(fourth, secretary, proposal, at):
    mandate = proposal(**AT_FOURTH)
    confirm(mandate, by=secretary, at=at)
    assert again(mandate).notices_from == ON
    assert again(mandate).next_notice_on == day("2009-07-04")  # thirty days before 3 August


# All at once, twice, at the same moment ------------------------------
def test_all_clear_ones_are_confirmed_and_doubtful_ones_left(report, secretary, proposal, at):
    clear = [proposal(label=label) for label in ("(a)", "(b)", "(c)")]
    doubtful = proposal(label="(d)", doubt={"code": "nobody_named", "params": {"verb": "recommended"}})
    declined = proposal(label="(e)")
    decline(declined, by=secretary, reason="Asks for nothing.", at=at)
    elsewhere = proposal(decision=DecisionFactory())
    assert confirm_all_clear(report, by=secretary, at=at) == clear
    assert {again(mandate).status for mandate in clear} == {"not_started"}
    assert [again(m).status for m in (doubtful, declined, elsewhere)] == ["proposed", "declined", "proposed"]
    assert confirm_all_clear(report, by=secretary, at=at) == []


def test_confirming_many_takes_at_most_so_many_queries_each(
    report, secretary, proposal, at, django_assert_max_num_queries
):
    for number in range(6):
        proposal(label=f"({number})")
    with django_assert_max_num_queries(12 + 6 * 14):
        assert len(confirm_all_clear(report, by=secretary, at=at)) == 6


def test_confirming_twice_tells_who_was_first(secretary, proposal, at):
    mandate = proposal()
    second = again(mandate)
    confirm(mandate, by=secretary, at=at)
    with pytest.raises(Conflict) as conflict:
        confirm(second, by=UserFactory(), at=at)
    assert conflict.value.change.by == secretary
    assert conflict.value.change.kind == ChangeKind.CONFIRMED
    assert Change.objects.count() == 1


@pytest.mark.parametrize("do", [confirm, propose_again])
def test_what_was_declined_is_first_proposed_again(do, secretary, proposal, at):
    mandate = proposal()
    decline(mandate, by=secretary, reason="Asks for nothing.", at=at)
    if do is confirm:
        with pytest.raises(Conflict):
            confirm(again(mandate), by=secretary, at=at)
    propose_again(again(mandate), by=secretary, at=at)
    assert again(mandate).status == "proposed"
    steps = [(change.old, change.new, change.reason) for change in again(mandate).changes.all()]
    assert steps == [("declined", "proposed", ""), ("proposed", "declined", "Asks for nothing.")]
    with pytest.raises(Conflict):
        propose_again(again(mandate), by=secretary, at=at)


def test_declining_needs_a_reason_and_a_proposal(secretary, proposal, at):
    mandate = proposal()
    with pytest.raises(Refused, match="Say why"):
        decline(mandate, by=secretary, reason=" ", at=at)
    confirm(mandate, by=secretary, at=at)
    with pytest.raises(Conflict):
        decline(again(mandate), by=secretary, reason="Asks for nothing.", at=at)
    assert again(mandate).status == "not_started"


# Undoing ------------------------------
@pytest.mark.parametrize("fields", [{}, {"addressees": ["States"]}, {"takes_effect": True}])
def test_undoing_a_confirmation_makes_it_a_proposal_again(fields, fourth, secretary, proposal, at):
    mandate = proposal(**AT_FOURTH, **fields)
    confirm(mandate, by=secretary, at=at)
    undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    fresh = again(mandate)
    assert (fresh.status, fresh.ledger, fresh.target_on) == ("proposed", None, None)
    assert (fresh.notices_from, fresh.next_notice_on) == (None, None)
    change = fresh.changes.first()
    assert (change.kind, change.new, change.reason) == (ChangeKind.CONFIRMED, "proposed", "Misread.")
    confirm(fresh, by=secretary, at=at)
    assert again(mandate).reference == "3-1-i-1"


def test_a_proposal_is_nobodys(secretary, proposal, at):
    mandate = proposal()
    confirm(mandate, by=secretary, at=at)
    place = UnitMembershipFactory()
    assign(mandate, place.user, place.unit, by=secretary, was=None, at=at)
    set_contributors(mandate, [UserFactory()], by=secretary, at=at)
    undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    fresh = again(mandate)
    assert (fresh.owner, fresh.unit, fresh.contributors.count()) == (None, None, 0)
    assert fresh.changes.filter(kind=ChangeKind.OWNER, old=place.user.pk, new="").exists()
    assert fresh.changes.filter(kind=ChangeKind.CONTRIBUTOR, new="").exists()


def test_undoing_is_refused_without_reason_after_work_began_and_while_something_is_released(secretary, proposal, at):
    mandate = proposal()
    confirm(mandate, by=secretary, at=at)
    with pytest.raises(Refused, match="Say why"):
        undo_confirmation(again(mandate), by=secretary, reason="", at=at)
    [row] = release([Draft(mandate, "The form is out.")], "delegations", by=secretary, at=at)
    with pytest.raises(Refused, match="released"):
        undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    ask_withdrawal(row, by=secretary, reason="Misread.", at=at)
    row.refresh_from_db()
    withdraw(row, by=UserFactory(), at=at)
    change_status(again(mandate), "start", by=secretary, at=at)
    with pytest.raises(Refused, match="begun"):
        undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    change_status(again(mandate), "stop", by=secretary, given=Given("Not yet."), at=at)
    undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    assert again(mandate).status == "proposed"


def test_undoing_twice_tells_who_was_first(secretary, proposal, at):
    mandate = proposal()
    confirm(mandate, by=secretary, at=at)
    second = again(mandate)
    undo_confirmation(again(mandate), by=secretary, reason="Misread.", at=at)
    for stale in (second, again(mandate)):
        with pytest.raises(Conflict) as conflict:
            undo_confirmation(stale, by=UserFactory(), reason="Misread.", at=at)
        assert (conflict.value.change.by, conflict.value.change.new) == (secretary, "proposed")


# Groups ------------------------------
def test_choosing_a_group_moves_confirmed_mandates_and_says_so(body, decision, secretary, proposal, at):
    group, other = GroupFactory(parent=body), GroupFactory(parent=body)
    asked = proposal(addressees=["working group"], label="(a)")
    field = proposal(label="(b)")
    waiting = proposal(label="(c)")
    for mandate in (asked, field):
        confirm(mandate, by=secretary, at=at)
    assert again(asked).asked_body is None  # which of the two groups, nobody has said
    for chosen in (group, other, None):
        choose_group(decision, chosen, by=secretary, at=at)
        assert (again(asked).group, again(asked).asked_body) == (chosen, chosen)
        assert (again(field).group, again(field).asked_body) == (chosen, None)
    kinds = again(field).changes.filter(kind=ChangeKind.GROUP)
    assert [(change.old, change.new) for change in kinds] == [
        (str(other), ""),
        (str(group), str(other)),
        ("", str(group)),
    ]
    assert not again(waiting).changes.exists()


def test_choosing_the_same_group_records_nothing(body, decision, secretary, proposal, at):
    mandate = proposal()
    confirm(mandate, by=secretary, at=at)
    choose_group(decision, None, by=secretary, at=at)
    assert not again(mandate).changes.filter(kind=ChangeKind.GROUP).exists()


def test_a_group_of_another_body_is_refused(decision, secretary, at):
    with pytest.raises(Refused, match="another body"):
        choose_group(decision, GroupFactory(), by=secretary, at=at)
    decision.refresh_from_db()
    assert decision.group is None
