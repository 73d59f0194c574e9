"""The table of statuses, written down a second time by hand, and every row of it lived through the one door."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mandates.actions.facts import Conflict, NotAllowed, Refused
from mandates.actions.status import Given, available, change_status
from mandates.actions.updating import add_evidence, add_update
from mandates.enums import CLOSED, OPEN, UNCONFIRMED, ChangeKind, Ledger, Status, WaitingFor
from mandates.models import Change, Mandate, Update
from mandates.transitions import BY_NAME, TRANSITIONS, from_status
from tests.factories import (
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    UnitFactory,
    UnitMembershipFactory,
    UserFactory,
)
from tests.mandates import statuses_page
from tests.mandates.roles import HEADS, KEEPS, ROLES

pytestmark = pytest.mark.django_db

AT = dt.datetime(2008, 12, 1, 9, 30, tzinfo=dt.UTC)
ON = dt.date(2008, 12, 1)
MOVERS, VERIFIERS = KEEPS | HEADS | {"owner", "acting deputy"}, KEEPS | HEADS


@dataclass(frozen=True)
class Row:
    sources: str
    target: str
    who: frozenset[str] | set[str]
    needs: str = ""


STILL = "not_started in_progress continuing partly_implemented"
ALL_OPEN = f"{STILL} reported_done overtaken"
TABLE = {
    "confirm": Row("proposed", "not_started", KEEPS),
    "confirm-effect": Row("proposed", "took_effect", KEEPS),
    "decline": Row("proposed", "declined", KEEPS, "reason"),
    "propose-again": Row("declined", "proposed", KEEPS),
    "unconfirm": Row("not_started took_effect", "proposed", KEEPS, "reason"),
    "start": Row("not_started", "in_progress", MOVERS),
    "go-on": Row("continuing partly_implemented", "in_progress", MOVERS),
    "stop": Row("in_progress continuing", "not_started", MOVERS, "reason"),
    "continue": Row("not_started in_progress", "continuing", MOVERS),
    "report-done": Row(STILL, "reported_done", MOVERS, "outcome evidence"),
    "take-back": Row("reported_done", "in_progress", MOVERS, "reason"),
    "verify": Row("reported_done", "implemented", VERIFIERS, "note"),
    "verify-partly": Row("reported_done", "partly_implemented", VERIFIERS, "left"),
    "consider-overtaken": Row(STILL, "overtaken", KEEPS, "reason"),
    "not-overtaken": Row("overtaken", "in_progress", KEEPS, "reason"),
    "lapse": Row(ALL_OPEN, "lapsed", KEEPS, "reason"),
    "supersede": Row(ALL_OPEN, "superseded", KEEPS, "authority"),
    "discontinue": Row(ALL_OPEN, "discontinued", KEEPS, "authority"),
    "reopen": Row("took_effect implemented lapsed superseded discontinued", "in_progress", KEEPS, "reason"),
}
REVIEW = {"confirm", "confirm-effect", "decline", "propose-again", "unconfirm"}
PAGE = [name for name in TABLE if name not in REVIEW]
STEPS = [(name, source) for name in PAGE for source in TABLE[name].sources.split()]
WORDS = "The form went out and came back."


@pytest.fixture
def secretary():
    return UserFactory(name="Secretary of the Conference")


def mandate_in(status, secretary, **fields):
    """A mandate in that status with a symbol as evidence, kept by the secretary, and another who could verify."""
    mandate = MandateFactory(status=status, **fields)
    MembershipFactory(user=secretary, body=mandate.body.root, role="secretary")
    MembershipFactory(body=mandate.body.root, role="secretariat")
    add_evidence(mandate, by=secretary, symbol="HARB/4/2", at=AT)
    return mandate


def given_for(name, without=""):
    needs = set(TABLE[name].needs.split()) - {without}
    return Given(
        words=WORDS if needs - {"authority", "evidence"} else "",
        authority=ParagraphFactory() if "authority" in needs else None,
    )


# The table ----------------------------------------------------------------------------------------------------------
def test_there_are_exactly_these_transitions():
    assert set(BY_NAME) == set(TABLE)
    assert len(TRANSITIONS) == len(BY_NAME)


@pytest.mark.parametrize("name", TABLE)
def test_a_transition_is_as_written_down(name):
    row, found = TABLE[name], BY_NAME[name]
    assert found.sources == set(row.sources.split())
    assert found.target == row.target
    assert list(found.needs) == row.needs.split()
    assert found.second_person is name.startswith("verify")
    assert found.is_for_review is (name in REVIEW)


def test_every_status_leads_somewhere_and_is_reached():
    assert {source for row in TRANSITIONS for source in row.sources} == set(Status)
    assert {row.target for row in TRANSITIONS} == set(Status)
    assert set(Status) == OPEN | CLOSED | UNCONFIRMED
    assert [t.name for t in from_status("reported_done")] == [
        "take-back", "verify", "verify-partly", "lapse", "supersede", "discontinue",
    ]  # fmt: skip
    assert from_status(None) == ()


# Who may ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", sorted(PAGE))
@pytest.mark.parametrize("role", ROLES)
def test_who_may(role, name):
    row = TABLE[name]
    mandate = MandateFactory(status=row.sources.split()[0], unit=UnitFactory())
    person = ROLES[role](mandate)
    mandate = Mandate.objects.get(pk=mandate.pk)
    offered = {transition.name for transition in available(mandate, person, ON)}
    assert (name in offered) is (role in row.who)
    if role not in row.who:
        with pytest.raises(NotAllowed, match="may not do this"):
            change_status(mandate, name, by=person, given=given_for(name), at=AT)
        assert Mandate.objects.get().status == row.sources.split()[0]
        assert not Change.objects.exists()


@pytest.mark.parametrize("name", sorted(PAGE))
def test_what_states_are_asked_has_no_status_to_move(name, secretary):
    mandate = MandateFactory(ledger=Ledger.STATES)
    MembershipFactory(user=secretary, body=mandate.body, role="secretary")
    assert available(mandate, secretary, ON) == []
    with pytest.raises(NotAllowed):
        change_status(mandate, name, by=secretary, given=given_for(name), at=AT)
    assert Mandate.objects.get().status is None


@pytest.mark.parametrize("name", sorted(REVIEW))
def test_the_review_has_a_door_of_its_own(name, secretary):
    """Confirming gives a reference, a ledger and days: a status alone would be half of it."""
    mandate = mandate_in(TABLE[name].sources.split()[0], secretary)
    with pytest.raises(Refused, match="review"):
        change_status(mandate, name, by=secretary, given=Given("Why not."), at=AT)
    assert name not in {transition.name for transition in available(mandate, secretary, ON)}


# From where, to where, what is recorded -----------------------------------------------------------------------------
@pytest.mark.parametrize(("name", "source"), STEPS)
def test_a_transition_leads_to_its_target_and_is_recorded(name, source, secretary):
    mandate, given = mandate_in(source, secretary), given_for(name)
    change_status(mandate, name, by=secretary, was=source, given=given, at=AT)
    fresh = Mandate.objects.get()
    change = mandate.changes.filter(kind=ChangeKind.STATUS).get()
    assert fresh.status == mandate.status == TABLE[name].target
    assert (change.old, change.new, change.by, change.at) == (source, TABLE[name].target, secretary, AT)
    assert change.reason == given.words
    assert fresh.superseded_by == given.authority
    assert change.params.get("authority") == (str(given.authority) if given.authority else None)
    assert fresh.touched_on == ON


@pytest.mark.parametrize("name", sorted(PAGE))
@pytest.mark.parametrize("source", sorted(Status))
def test_from_elsewhere_it_cannot_be_done(name, source, secretary):
    if source in TABLE[name].sources.split():
        return
    mandate = mandate_in(source, secretary)
    with pytest.raises(NotAllowed, match="from there this cannot be done"):
        change_status(mandate, name, by=secretary, given=given_for(name), at=AT)
    assert Mandate.objects.get().status == source
    assert not mandate.changes.filter(kind=ChangeKind.STATUS).exists()


# What it needs ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", [name for name in PAGE if TABLE[name].needs])
@pytest.mark.parametrize("blank", ["", "  \n"])
def test_what_is_missing_is_said_and_nothing_is_written(name, blank, secretary):
    source = TABLE[name].sources.split()[0]
    mandate = mandate_in(source, secretary)
    sentence = "Name the paragraph" if "authority" in TABLE[name].needs else "Say it in a few words"
    with pytest.raises(Refused, match=sentence):
        change_status(mandate, name, by=secretary, given=Given(words=blank), at=AT)
    assert Mandate.objects.get().status == source
    assert not mandate.changes.filter(kind=ChangeKind.STATUS).exists()
    assert not Update.objects.exists()


@pytest.mark.parametrize(
    ("evidence", "is_enough"),
    [
        ({}, False),
        ({"url": "https://office.example/minutes"}, False),
        ({"symbol": "HARB/4/2"}, True),
        ({"file": SimpleUploadedFile("minutes.txt", b"Minutes")}, True),
    ],
    ids=["none", "a link alone", "a symbol", "a file"],
)
def test_done_needs_evidence_and_a_link_alone_is_none(evidence, is_enough):
    mandate = MandateFactory(status="in_progress")
    owner = ROLES["owner"](mandate)
    if evidence:
        add_evidence(mandate, by=owner, at=AT, **evidence)
    if is_enough:
        change_status(mandate, "report-done", by=owner, given=Given(WORDS), at=AT)
    else:
        with pytest.raises(Refused, match="A link alone is none"):
            change_status(mandate, "report-done", by=owner, given=Given(WORDS), at=AT)
    assert Mandate.objects.get().status == ("reported_done" if is_enough else "in_progress")


def test_the_outcome_of_what_was_done_is_an_update_too():
    mandate = MandateFactory(status="in_progress")
    owner = ROLES["owner"](mandate)
    add_evidence(mandate, by=owner, symbol="HARB/4/2", at=AT)
    change_status(mandate, "report-done", by=owner, given=Given(WORDS), at=AT)
    update = Update.objects.get()
    assert (update.text, update.by, update.at) == (WORDS, owner, AT)
    mandate = Mandate.objects.get()
    assert mandate.reported_done_by == owner
    assert WORDS in mandate.search_internal
    assert WORDS not in mandate.search_released


# The second person --------------------------------------------------------------------------------------------------
def reported(by, **fields):
    return MandateFactory(status="reported_done", reported_done_by=by, **fields)


@pytest.mark.parametrize("name", ["verify", "verify-partly"])
@pytest.mark.parametrize("other", ["secretariat", "secretary", "head", "deputy head"])
def test_who_reported_it_done_does_not_verify_where_somebody_else_could(name, other):
    head = UserFactory()
    mandate = reported(head)
    UnitMembershipFactory(user=head, unit=UnitFactory(), role="head")
    mandate.unit = head.unit_memberships.get().unit
    mandate.save()
    second = ROLES[other](mandate)
    mandate = Mandate.objects.get()
    with pytest.raises(NotAllowed, match="a second person does"):
        change_status(mandate, name, by=head, given=Given("Seen."), at=AT)
    assert name not in {transition.name for transition in available(mandate, head, ON)}
    change_status(mandate, name, by=second, given=Given("Seen."), at=AT)
    mandate = Mandate.objects.get()
    assert mandate.status == TABLE[name].target
    assert mandate.is_verified_independently is True
    assert "independent" not in mandate.changes.first().params


@pytest.mark.parametrize("others", [[], ["former head"], ["coming secretariat"], ["auditor", "colleague"]], ids=str)
def test_where_nobody_else_could_it_is_closed_as_not_verified_independently(others):
    secretary = UserFactory()
    mandate = reported(secretary)
    MembershipFactory(user=secretary, body=mandate.body, role="secretary")
    for role in others:
        ROLES[role](mandate)
    mandate = Mandate.objects.get()
    change_status(mandate, "verify", by=secretary, given=Given("Seen."), at=AT)
    mandate = Mandate.objects.get()
    assert (mandate.status, mandate.is_verified_independently) == ("implemented", False)
    assert mandate.changes.first().params == {"independent": False}


def test_a_second_person_who_may_no_longer_sign_in_is_none():
    secretary, gone = UserFactory(), UserFactory(is_active=False)
    mandate = reported(secretary)
    for person in (secretary, gone):
        MembershipFactory(user=person, body=mandate.body, role="secretary")
    change_status(mandate, "verify", by=secretary, given=Given("Seen."), at=AT)
    assert Mandate.objects.get().is_verified_independently is False


def test_the_secretariat_of_a_group_can_be_the_second_person():
    mandate = MandateFactory(
        paragraph=ParagraphFactory(decision=DecisionFactory(body=GroupFactory())), status="reported_done"
    )
    reporter = MembershipFactory(body=mandate.body.parent).user
    Mandate.objects.update(reported_done_by=reporter)
    MembershipFactory(body=mandate.body)
    with pytest.raises(NotAllowed, match="a second person does"):
        change_status(Mandate.objects.get(), "verify", by=reporter, given=Given("Seen."), at=AT)


def test_a_verification_is_forgotten_once_it_is_reported_done_again(secretary):
    mandate = mandate_in("partly_implemented", secretary, is_verified_independently=False)
    change_status(mandate, "report-done", by=secretary, given=Given(WORDS), at=AT)
    assert Mandate.objects.get().is_verified_independently is None


# On behalf, waiting, undoing ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(("role", "said"), [("head", True), ("secretariat", True), ("owner", False)])
def test_who_moves_it_for_the_owner_is_recorded_so(role, said):
    mandate = MandateFactory()
    owner = ROLES["owner"](mandate)
    person = owner if role == "owner" else ROLES[role](mandate)
    change_status(mandate, "start", by=person, at=AT)
    assert Change.objects.get().params.get("on_behalf_of") == (str(owner) if said else None)


@pytest.mark.parametrize("name", ["verify", "lapse", "supersede", "discontinue"])
def test_what_is_closed_waits_for_nothing(name, secretary):
    source = TABLE[name].sources.split()[-1] if name != "verify" else "reported_done"
    mandate = mandate_in(source, secretary, waiting_for=WaitingFor.REPLIES, waiting_since=ON)
    change_status(mandate, name, by=secretary, given=given_for(name), at=AT)
    fresh = Mandate.objects.get()
    assert (fresh.waiting_for, fresh.waiting_since) == ("", None)
    assert fresh.changes.filter(kind=ChangeKind.WAITING, old="replies", new="").exists()
    assert fresh.changes.first().kind == ChangeKind.STATUS


def test_what_stays_open_goes_on_waiting(secretary):
    mandate = mandate_in("not_started", secretary, waiting_for=WaitingFor.REPLIES, waiting_since=ON)
    change_status(mandate, "start", by=secretary, at=AT)
    assert Mandate.objects.get().waiting_for == "replies"


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("start", "stop"),
        ("report-done", "take-back"),
        ("consider-overtaken", "not-overtaken"),
        ("verify", "reopen"),
        ("verify-partly", "go-on"),
        ("lapse", "reopen"),
        ("supersede", "reopen"),
        ("discontinue", "reopen"),
    ],
)
def test_each_step_is_undone_by_the_inverse_which_is_recorded_too(there, back, secretary):
    source = "not_started" if there == "start" else "in_progress"
    source = "reported_done" if there.startswith("verify") else source
    mandate = mandate_in(source, secretary)
    change_status(mandate, there, by=secretary, given=given_for(there), at=AT)
    change_status(mandate, back, by=secretary, given=Given("It was not so."), at=AT + dt.timedelta(hours=1))
    fresh = Mandate.objects.get()
    assert fresh.status == ("not_started" if there == "start" else "in_progress")
    assert (fresh.is_verified_independently, fresh.superseded_by) == (None, None)
    steps = fresh.changes.filter(kind=ChangeKind.STATUS)
    assert [(step.old, step.new) for step in steps] == [
        (TABLE[there].target, fresh.status),
        (source, TABLE[there].target),
    ]


# Two people at the same mandate -------------------------------------------------------------------------------------
def test_the_second_is_told_who_did_what_and_nothing_is_lost(secretary):
    mandate = mandate_in("not_started", secretary)
    owner = ROLES["owner"](mandate)
    change_status(Mandate.objects.get(), "start", by=owner, at=AT)
    add_update(Mandate.objects.get(), "Invitations went out.", by=owner, at=AT + dt.timedelta(hours=1))
    with pytest.raises(Conflict) as conflict:
        change_status(Mandate.objects.get(), "continue", by=secretary, was="not_started", at=AT)
    change = conflict.value.change
    assert (change.by, change.kind, change.new) == (owner, ChangeKind.STATUS, "in_progress")
    assert Mandate.objects.get().status == "in_progress"


def test_two_at_the_same_moment_one_row_and_one_conflict(secretary):
    mandate = mandate_in("not_started", secretary)
    first, second = Mandate.objects.get(), Mandate.objects.get()
    change_status(first, "start", by=secretary, at=AT)
    with pytest.raises(Conflict):
        change_status(second, "continue", by=secretary, at=AT)
    assert mandate.changes.filter(kind=ChangeKind.STATUS).count() == 1
    assert Mandate.objects.get().status == "in_progress"


# Reminders ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("name", "source"), STEPS)
def test_nobody_is_reminded_of_what_is_done_closed_or_without_an_end(name, source, secretary):
    mandate = mandate_in(source, secretary, due_on=ON + dt.timedelta(days=40))
    change_status(mandate, name, by=secretary, given=given_for(name), at=AT)
    is_reminded = TABLE[name].target in {"not_started", "in_progress", "partly_implemented"}
    expected = ON + dt.timedelta(days=10) if is_reminded else None
    assert Mandate.objects.get().next_notice_on == expected


@pytest.mark.parametrize(("role", "quiet"), [("owner", True), ("secretariat", False)])
def test_the_owner_who_says_how_it_goes_has_a_week_of_silence(role, quiet):
    mandate = MandateFactory()
    owner = ROLES["owner"](mandate)
    person = owner if role == "owner" else ROLES[role](mandate)
    change_status(mandate, "start", by=person, at=AT)
    assert Mandate.objects.get().quiet_until == (ON + dt.timedelta(days=7) if quiet else None)


# The page of the docs ------------------------------
def test_the_page_of_the_docs_is_what_the_table_gives():
    assert statuses_page.FILE.read_text(encoding="utf-8") == statuses_page.page(), (
        "write it again: python -m tests.mandates.statuses_page"
    )
