"""A person corrects what was read: before a mandate is confirmed and after, and nobody overwrites another."""

import datetime as dt

import pytest

from mandates.actions.assigning import assign
from mandates.actions.correcting import NO_DEADLINE, check_seen, correct, reading_of, seen_of
from mandates.actions.facts import Conflict, Refused
from mandates.actions.merging import take_back
from mandates.actions.reviewing import confirm, confirm_all_clear, decline
from mandates.actions.status import change_status
from mandates.enums import ChangeKind
from mandates.history import change_sentence
from mandates.models import Mandate
from tests.factories import DecisionFactory, GroupFactory, ParagraphFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "Requests the Secretariat to collect views on pilotage and invites States, not later than 30 June 2009, to reply;"
)
DOUBT = {"code": "nobody_named", "params": {"verb": "request"}}
AT_FOURTH = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": "at"}


@pytest.fixture
def paragraph(decision):
    return ParagraphFactory(decision=decision, label="(i)", path="i", text=TEXT)


@pytest.fixture
def mandate(paragraph, proposal):
    return proposal(paragraph, action="collect views on pilotage", doubt=DOUBT, addressees=["Secretariat"])


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


def fix(mandate, by, at, **new):
    options = {name: new.pop(name) for name in ("reason", "ledger", "seen") if name in new}
    return correct(again(mandate), new, by=by, at=at, **{"seen": seen_of(again(mandate)), **options})


def last(mandate, kind=ChangeKind.TEXT):
    return mandate.changes.filter(kind=kind).first()


# Before it is confirmed ------------------------------
def test_every_part_of_a_reading_can_be_corrected(mandate, secretary, at):
    new = {
        "verb": "invite",
        "addressees": ["States"],
        "action": "reply",
        "action_type": "submission",
        "funding": "existing",
        "takes_effect": True,
        **NO_DEADLINE,
        "deadline_kind": "date",
        "deadline_text": "not later than 30 June 2009",
        "deadline_date": dt.date(2009, 6, 30),
    }
    fix(mandate, secretary, at, **new)
    found = again(mandate)
    assert reading_of(found) | {"spans": None} == reading_of(found) | new | {
        "deadline_date": "2009-06-30",
        "doubt": None,
        "spans": None,
    }
    assert found.deadline_date == dt.date(2009, 6, 30)


def test_what_was_corrected_is_marked_where_it_is_printed(mandate, secretary, at):
    fix(
        mandate,
        secretary,
        at,
        verb="invite",
        addressees=["States"],
        action="reply",
        deadline_text="not later than 30 June 2009",
    )
    spans = again(mandate).spans
    places = [spans["verb"], *spans["addressees"], spans["action"], spans["deadline"]]
    printed = [TEXT[slice(*place["at"])] for place in places]
    assert printed == ["invites", "States", "reply", "not later than 30 June 2009"]


def test_words_that_are_printed_nowhere_are_marked_nowhere(mandate, secretary, at):
    fix(mandate, secretary, at, action="gather opinions")
    assert again(mandate).spans["action"] is None


def test_words_of_a_chapeau_are_marked_there(decision, proposal, secretary, at):
    chapeau = ParagraphFactory(
        decision=decision, label="(o)", path="o", kind="chapeau", text="Decides that the working group shall:"
    )
    item = ParagraphFactory(decision=decision, label="(o)(i)", path="o/i", chapeau=chapeau, text="Meet each year;")
    mandate = proposal(item, action="meet each year", addressees=["Conference"])
    fix(mandate, secretary, at, addressees=["working group"])
    assert again(mandate).spans["addressees"] == [{"label": "(o)", "at": [17, 30]}]


def test_a_correction_is_recorded_with_old_and_new_and_is_found_by_a_search(mandate, secretary, at):
    fix(mandate, secretary, at, action="collect views", addressees=["Harbour Office"])
    change = last(mandate)
    assert (change.by, change.at) == (secretary, at)
    assert change.params["fields"] == ["action", "addressees"]
    assert change.params["was"]["addressees"] == ["Secretariat"]
    assert change.params["now"]["action"] == "collect views"
    assert "Harbour Office" in again(mandate).search_internal


def test_the_history_tells_each_part_from_what_to_what(mandate, secretary, at):
    deadline = {"deadline_kind": "session", "deadline_text": "at its fourth session", "deadline_ordinal": 4}
    fix(mandate, secretary, at, verb="invite", addressees=["States", "others"], action_type="submission", **deadline)
    assert change_sentence(last(mandate)) == (
        "Correction of the reading: verb from “request” to “invite”; type from “report” to “submission”; "
        "deadline from “no deadline in the text” to “at its fourth session”; "
        "addressees from “Secretariat” to “States, others”"
    )


def test_who_only_took_a_doubt_away_looked_at_it(mandate, secretary, at):
    fix(mandate, secretary, at)
    assert change_sentence(last(mandate)) == "Looked at: nothing of it is doubtful any more"


def test_of_one_field_the_change_tells_old_and_new(mandate, secretary, at):
    fix(mandate, secretary, at, action="collect views")
    assert (last(mandate).old, last(mandate).new) == ("collect views on pilotage", "collect views")


def test_who_looked_at_a_doubtful_one_and_saved_it_took_the_doubt_away(mandate, report, secretary, at):
    fix(mandate, secretary, at)
    assert again(mandate).doubt is None
    assert confirm_all_clear(report, by=secretary, at=at) == [mandate]


def test_where_nothing_differs_nothing_is_recorded(mandate, secretary, at):
    fix(mandate, secretary, at)
    edition = again(mandate).edition
    fix(mandate, secretary, at, action="collect views on pilotage")
    assert again(mandate).edition == edition
    assert mandate.changes.count() == 1


def test_what_was_declined_is_proposed_again_before_it_is_corrected(mandate, secretary, at):
    decline(again(mandate), by=secretary, reason="Asks for nothing.", at=at)
    with pytest.raises(Refused, match="again first"):
        fix(mandate, secretary, at, action="collect views")


# Two people ------------------------------
def test_who_corrects_what_another_has_corrected_since_is_told(mandate, secretary, at):
    seen, other = seen_of(mandate), UserFactory(name="Second officer")
    fix(mandate, other, at, action="collect views")
    with pytest.raises(Conflict) as told:
        fix(mandate, secretary, at, action="collect all views", seen=seen)
    assert told.value.change.by == other
    assert again(mandate).action == "collect views"


def test_who_confirms_what_another_has_corrected_since_is_told(mandate, secretary, at):
    seen = mandate.edition
    fix(mandate, UserFactory(), at, action="collect views")
    with pytest.raises(Conflict):
        confirm(again(mandate), by=secretary, edition=seen, at=at)
    assert again(mandate).status == "proposed"


def test_who_declines_what_another_has_corrected_since_is_told(mandate, secretary, at):
    seen = mandate.edition
    fix(mandate, UserFactory(), at, action="collect views")
    with pytest.raises(Conflict):
        decline(again(mandate), by=secretary, reason="Asks for nothing.", edition=seen, at=at)


def test_all_clear_ones_are_those_that_the_person_saw_as_they_are(decision, report, proposal, secretary, at):
    one, other, new = (proposal(ParagraphFactory(decision=decision, label=f"({key})", path=key)) for key in "abc")
    seen = {one.pk: one.edition, other.pk: other.edition}
    fix(other, UserFactory(), at, action="collect views")
    assert confirm_all_clear(report, by=secretary, seen=seen, at=at) == [one]
    assert {again(other).status, again(new).status} == {"proposed"}


def test_all_clear_ones_of_one_decision_leave_those_of_others(report, decision, proposal, secretary, at, body):
    here = proposal()
    there = proposal(decision=DecisionFactory(body=body, report=report, number="3/2"))
    assert confirm_all_clear(report, by=secretary, decision=decision, at=at) == [here]
    assert again(there).status == "proposed"


def test_what_was_seen_as_a_proposal_is_not_corrected_as_a_mandate(mandate, secretary, at):
    seen = seen_of(mandate)
    confirm(again(mandate), by=UserFactory(), at=at)
    with pytest.raises(Conflict):
        fix(mandate, secretary, at, action="collect views", seen=seen, reason="Too long.")
    with pytest.raises(Conflict):
        check_seen(again(mandate), seen)


# After it was confirmed ------------------------------
@pytest.fixture
def confirmed(mandate, secretary, at, fourth):
    confirm(again(mandate), by=secretary, at=at)
    return again(mandate)


def test_a_mandate_is_corrected_with_a_reason_alone(confirmed, secretary, at):
    with pytest.raises(Refused, match="Say why"):
        fix(confirmed, secretary, at, action="collect views", reason=" ")
    fix(confirmed, secretary, at, action="collect views", reason="The reader went on too far.")
    assert last(confirmed).reason == "The reader went on too far."
    assert again(confirmed).reference == confirmed.reference


def test_its_days_follow_its_deadline_and_say_so(confirmed, secretary, at, fourth):
    fix(confirmed, secretary, at, **AT_FOURTH, deadline_offset="-P6W", reason="It was overlooked.")
    found = again(confirmed)
    assert found.due_on == fourth.starts_on - dt.timedelta(weeks=6)
    assert found.deadline_session == fourth
    moved = last(found, ChangeKind.DEADLINE)
    assert (moved.old, moved.new, moved.by) == ("", found.due_on.isoformat(), secretary)


def test_a_target_that_a_person_set_stays(confirmed, secretary, at):
    Mandate.objects.filter(pk=confirmed.pk).update(target_on=dt.date(2009, 2, 2), target_is_set=True)
    fix(confirmed, secretary, at, **AT_FOURTH, reason="It was overlooked.")
    assert again(confirmed).target_on == dt.date(2009, 2, 2)


def test_owner_and_work_stay(confirmed, secretary, at):
    works = UnitMembershipFactory()
    assign(confirmed, works.user, works.unit, by=secretary, was=None, at=at)
    change_status(again(confirmed), "start", by=secretary, at=at)
    fix(confirmed, secretary, at, **AT_FOURTH, reason="It was overlooked.")
    found = again(confirmed)
    assert (found.owner, found.status) == (works.user, "in_progress")


def test_asked_of_states_after_all_it_has_no_status_no_owner_and_no_target(confirmed, secretary, at):
    works = UnitMembershipFactory()
    assign(confirmed, works.user, works.unit, by=secretary, was=None, at=at)
    fix(confirmed, secretary, at, addressees=["States"], ledger="states", reason="States are asked.")
    found = again(confirmed)
    assert (found.ledger, found.status, found.owner, found.unit, found.target_on) == ("states", None, None, None, None)
    assert last(found, ChangeKind.OWNER).old == str(works.user.pk)
    fix(confirmed, secretary, at, addressees=["Secretariat"], ledger="secretariat", reason="They are not.")
    assert again(confirmed).status == "not_started"


def test_asked_of_a_group_after_all_the_group_is_asked(confirmed, body, secretary, at):
    group = GroupFactory(parent=body, name="Working Group on Pilotage")
    fix(
        confirmed,
        secretary,
        at,
        addressees=["Working Group on Pilotage"],
        ledger="conference",
        reason="It is the group.",
    )
    assert again(confirmed).asked_body == group


@pytest.mark.parametrize("new", [{"ledger": "states"}, {"takes_effect": True}])
def test_of_work_that_has_begun_the_status_does_not_vanish(confirmed, secretary, at, new):
    change_status(confirmed, "start", by=secretary, at=at)
    with pytest.raises(Refused, match="begun"):
        fix(confirmed, secretary, at, **new, reason="It was misread.")
    assert (again(confirmed).ledger, again(confirmed).edition) == ("secretariat", 0)


def test_what_takes_effect_on_adoption_leaves_nothing_to_do(confirmed, secretary, at):
    fix(confirmed, secretary, at, takes_effect=True, reason="It amends a rule.")
    assert (again(confirmed).status, again(confirmed).target_on) == ("took_effect", None)


# Taken back ------------------------------
def test_an_edit_is_taken_back_with_its_doubt(mandate, secretary, at):
    before = reading_of(mandate)
    fix(mandate, secretary, at, action="collect views", addressees=["States"])
    take_back(again(mandate), by=secretary, seen=seen_of(again(mandate)), at=at)
    assert reading_of(again(mandate)) == before
    with pytest.raises(Refused, match="no correction"):
        take_back(again(mandate), by=secretary, seen=seen_of(again(mandate)), at=at)


def test_an_edit_of_a_mandate_is_taken_back_with_its_ledger_and_days(confirmed, secretary, at):
    fix(confirmed, secretary, at, **AT_FOURTH, ledger="conference", reason="It was overlooked.")
    take_back(again(confirmed), by=secretary, seen=seen_of(again(confirmed)), at=at)
    found = again(confirmed)
    assert (found.ledger, found.due_on, found.deadline_kind) == ("secretariat", None, "")


def test_what_another_did_since_is_not_taken_back_unseen(mandate, secretary, at):
    fix(mandate, secretary, at, action="collect views")
    seen = seen_of(again(mandate))
    fix(mandate, UserFactory(), at, action="collect all views")
    with pytest.raises(Conflict):
        take_back(again(mandate), by=secretary, seen=seen, at=at)
