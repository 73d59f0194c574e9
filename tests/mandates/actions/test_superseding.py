"""What repeats an open mandate is shown, and a person says what becomes of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mandates.actions import superseding
from mandates.actions.facts import NotAllowed, Refused
from mandates.actions.reviewing import confirm, undo_confirmation
from mandates.models import Repeat
from sessions.actions.reading import read_report
from sessions.actions.receiving import receive_report
from tests.factories import BodyFactory, DecisionFactory, MandateFactory, ParagraphFactory, UserFactory

ASKED = "report to the Conference at its fourth session on pilotage in small harbours"
AGAIN = "continue to report to the Conference, at its fifth session, on pilotage in small harbours"


@pytest.fixture
def earlier(body):
    """A function: an open mandate of an earlier decision."""
    decision = DecisionFactory(body=body, number="2/1")

    def make(letter="i", **fields):
        paragraph = ParagraphFactory(decision=decision, label=f"({letter})", path=letter)
        return MandateFactory(**{"paragraph": paragraph, "action": ASKED, **fields})

    return make


@pytest.fixture
def later(proposal):
    """A function: a proposal of the report that was imported."""

    def make(**fields):
        return proposal(**{"action": AGAIN, "action_type": "report", **fields})

    return make


@pytest.fixture
def pair(earlier, later, report):
    """A proposal beside the open mandate that it repeats."""
    old, new = earlier(), later()
    superseding.find_repeats(report)
    return Repeat.objects.get(earlier=old, later=new)


def found(report):
    superseding.find_repeats(report)
    return set(Repeat.objects.values_list("later", "earlier"))


def test_like_words_to_the_same_addressee_are_found(earlier, later, report):
    old, new = earlier(), later()
    assert found(report) == {(new.pk, old.pk)}
    pair = Repeat.objects.get()
    assert pair.state == "offered"
    assert pair.likeness >= superseding.ALIKE
    assert {"pilotage", "small"} <= set(pair.why["words"])


@pytest.mark.parametrize(
    "other",
    [
        {"action_type": "meeting"},
        {"addressees": ["Bureau"]},
        {"status": "implemented"},
        {"status": "proposed"},
        {"ledger": "states"},
        {"action": "publish a list of lights in river mouths"},
    ],
)
def test_what_is_no_repetition_is_not_offered(earlier, later, report, other):
    earlier(**other)
    later()
    assert found(report) == set()


def test_what_another_body_has_open_is_not_offered(later, report):
    paragraph = ParagraphFactory(decision__body=BodyFactory(), decision__number="2/1")
    MandateFactory(paragraph=paragraph, action=ASKED)
    later()
    assert found(report) == set()


def test_requests_of_the_same_report_are_not_beside_one_another(later, report):
    later()
    later()
    assert found(report) == set()


def test_a_cited_paragraph_is_found_whatever_its_words(earlier, later, report):
    old = earlier(action="publish a list of lights", action_type="information", addressees=["Bureau"])
    earlier("k", action="publish something else", action_type="information", addressees=["Bureau"])
    new = later(references=[{"text": "decision 2/1", "span": [0, 0]}])
    new.paragraph.texts.update(text="Recalling paragraph (i) of its decision 2/1, requests the Secretariat to go on;")
    assert found(report) == {(new.pk, old.pk)}
    assert Repeat.objects.get().why == {"code": "cited", "reference": "decision 2/1"}


def test_of_a_decision_cited_as_a_whole_the_same_type_and_addressee_are_found(earlier, later, report):
    old = earlier(action="report on lights")
    earlier("k", action="publish lights", action_type="information")
    new = later(references=[{"text": "decision 2/1", "span": [0, 0]}])
    assert found(report) == {(new.pk, old.pk)}


def test_the_likest_few_are_shown(earlier, later, report):
    for letter in "abcdefghi":
        earlier(letter)
    later()
    assert len(found(report)) == superseding.MOST


def test_looking_again_offers_nothing_twice_and_nothing_that_was_decided(pair, report, secretary):
    superseding.ignore(pair, by=secretary)
    assert superseding.find_repeats(report) == 0
    assert Repeat.objects.get().state == "ignored"


def test_the_work_follows_the_new_requests(earlier, later, report):
    def count():
        with CaptureQueriesContext(connection) as caught:
            superseding.find_repeats(report)
        return len(caught)

    later()
    earlier("a")
    one = count()
    for letter in "bcdef":
        earlier(letter)
    assert count() == one


def test_linked_both_go_on_and_both_say_so(pair, secretary):
    confirm(pair.later, by=secretary)
    superseding.link(pair, by=secretary)
    pair.refresh_from_db()
    assert (pair.state, pair.by, pair.earlier.status) == ("linked", secretary, "not_started")
    for mandate in (pair.earlier, pair.later):
        assert mandate.changes.first().params["did"] == "linked"
    superseding.undo(pair, by=secretary)
    assert Repeat.objects.get().state == "offered"
    assert pair.earlier.changes.first().params["did"] == "unlinked"


def test_the_owner_of_the_earlier_one_reads_nothing_of_a_proposal(pair, secretary):
    superseding.link(pair, by=secretary)
    assert not pair.earlier.changes.exists()
    assert pair.later.changes.get().params["other"] == str(pair.earlier)


def test_a_proposal_supersedes_nothing(pair, secretary):
    with pytest.raises(Refused, match="Confirm the new request first"):
        superseding.supersede(pair, by=secretary)
    pair.refresh_from_db()
    assert (pair.state, pair.earlier.status) == ("offered", "not_started")


def test_once_confirmed_it_supersedes_on_the_authority_of_its_paragraph(pair, secretary):
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    pair.earlier.refresh_from_db()
    assert (pair.earlier.status, pair.earlier.superseded_by) == ("superseded", pair.later.paragraph)
    change = pair.earlier.changes.first()
    assert (change.kind, change.new, change.params["authority"]) == ("status", "superseded", str(pair.later.paragraph))


def test_a_linked_one_can_still_be_superseded(pair, secretary):
    superseding.link(pair, by=secretary)
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    assert Repeat.objects.get().state == "supersedes"


@pytest.mark.parametrize(
    ("status", "back"),
    [
        ("not_started", "not_started"),
        ("in_progress", "in_progress"),
        ("continuing", "continuing"),
        ("overtaken", "overtaken"),
        ("reported_done", "in_progress"),
        ("partly_implemented", "in_progress"),
    ],
)
def test_undone_it_stands_where_it_stood(pair, secretary, status, back):
    pair.earlier.status = status
    pair.earlier.save()
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    superseding.undo(pair, by=secretary)
    pair.earlier.refresh_from_db()
    assert (pair.earlier.status, pair.earlier.superseded_by) == (back, None)
    assert Repeat.objects.get().state == "offered"


def test_undone_it_waits_for_what_it_waited(pair, secretary, at):
    pair.earlier.waiting_for, pair.earlier.waiting_since, pair.earlier.waiting_basis = (
        "resources",
        at.date(),
        "A clause.",
    )
    pair.earlier.save()
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    pair.earlier.refresh_from_db()
    assert pair.earlier.waiting_for == ""
    superseding.undo(pair, by=secretary)
    pair.earlier.refresh_from_db()
    assert (pair.earlier.waiting_for, pair.earlier.waiting_basis) == ("resources", "A clause.")


def test_what_somebody_changed_since_is_not_undone(pair, secretary):
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    type(pair.earlier).objects.filter(pk=pair.earlier.pk).update(status="in_progress", superseded_by=None)
    pair.earlier.refresh_from_db()
    with pytest.raises(Refused, match="Something else became of"):
        superseding.undo(pair, by=secretary)
    assert Repeat.objects.get().state == "supersedes"


def test_of_two_people_one_decides(pair, secretary):
    same = Repeat.objects.get(pk=pair.pk)
    superseding.link(pair, by=secretary)
    with pytest.raises(Refused, match="in the meantime"):
        superseding.ignore(same, by=secretary)
    assert Repeat.objects.get().state == "linked"


def test_who_may_not_end_a_mandate_supersedes_none(pair, secretary):
    confirm(pair.later, by=secretary)
    with pytest.raises(NotAllowed):
        superseding.supersede(pair, by=UserFactory())
    assert Repeat.objects.get().state == "offered"


def test_what_supersedes_another_stays_confirmed(pair, secretary):
    confirm(pair.later, by=secretary)
    superseding.supersede(pair, by=secretary)
    with pytest.raises(Refused, match="It supersedes another mandate"):
        undo_confirmation(pair.later, by=secretary, reason="By mistake.")
    superseding.undo(pair, by=secretary)
    assert undo_confirmation(pair.later, by=secretary, reason="By mistake.").status == "proposed"


def test_an_import_shows_what_its_proposals_repeat(body, earlier, secretary):
    old = earlier(action="report to the Conference at its third session on the safety of pilotage in small harbours")
    words = (
        "Report of the Conference on its third session\n\nDecision 3/9\n\nPilotage\n\nThe Conference,\n\n"
        "(a) Requests the Secretariat to report to the Conference at its fourth session on the safety of pilotage in "
        "small harbours;\n\n(b) Requests the Secretariat to publish a list of lights.\n"
    )
    report, _new = receive_report(body, "third.txt", words.encode(), by=secretary)
    read_report(report)
    pair = Repeat.objects.get()
    assert (str(pair.later), pair.earlier, pair.later.status) == ("3/9 (a)", old, "proposed")
