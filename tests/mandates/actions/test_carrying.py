"""A corrected report comes in: nothing changes before a person decides, and what people did stays."""

import datetime as dt

import pytest

from mandates.actions import carrying, correcting, reviewing
from mandates.actions.assigning import assign
from mandates.actions.correcting import seen_of
from mandates.actions.facts import Conflict, Refused
from mandates.actions.rereading import corrected_fields, mandates_of, offers_of, reread
from mandates.models import Mandate
from mandates.notices.owed import owed_on
from sessions.actions.deciding import Decided
from sessions.models import Decision, Difference, ParagraphText
from tests.factories import UnitMembershipFactory, UserFactory
from tests.texts import PARAGRAPHS, comes_in, report_text

LATER = dt.datetime(2008, 1, 14, 9, 30, tzinfo=dt.UTC)
OWN_WORDS = PARAGRAPHS["b"].replace("30 June", "31 August")
TYPED = PARAGRAPHS["b"].replace("States, by", "States by").replace("* the", "*  the")
MOVED = PARAGRAPHS["e"].replace("fourth session", "fifth session")


@pytest.fixture
def imported(body, secretary):
    """The report of the third session, its request of paragraph (b) confirmed and owned."""
    comes_in(body, secretary, report_text())
    mandate = Mandate.objects.get(paragraph__label="(b)")
    reviewing.confirm(mandate, by=secretary, at=LATER)
    officer = UnitMembershipFactory().user
    assign(mandate, officer, officer.unit_memberships.get().unit, by=secretary, was=None, at=LATER)
    return body


@pytest.fixture
def mandate(imported):
    return Mandate.objects.get(reference="3-1-b-1")


@pytest.fixture
def again(imported, secretary):
    """A function: the report comes in once more, with other paragraphs; its differences by kind and label."""

    def come(**paragraphs):
        report = comes_in(imported, secretary, report_text(**paragraphs), name="corrected.md")
        return {(d.kind, d.label): d for d in Difference.objects.filter(report=report)}

    return come


def everything():
    rows = (Mandate.objects.values(), ParagraphText.objects.values(), Decision.objects.values())
    return [list(each.order_by("pk")) for each in rows]


def offered(difference):
    own = mandates_of(difference.decision)
    found = reread(difference.decision, {difference.paragraph_id: difference.new}, own)[difference.paragraph_id]
    return offers_of(found, corrected_fields([m for each in own.values() for m in each]))


# Before a person decides ------------------------------
def test_the_same_words_in_another_file_are_no_difference(again):
    assert again() == {}


def test_what_the_file_says_otherwise_changes_nothing(again):
    before = everything()
    found = again(b=OWN_WORDS, c="*Welcomed* tea;", f="*Requested* the Secretariat to publish a manual.", leave_out="d")
    assert everything() == before
    assert set(found) == {("changed", "(b)"), ("changed", "(c)"), ("added", "(f)"), ("vanished", "(d)")}
    assert {d.answer for d in found.values()} == {""}


def test_a_paragraph_put_in_between_moves_the_labels_of_those_after_it(again):
    moved = {"c": "*Requested* the Secretariat to publish a manual of ladders in all languages;"}
    moved |= dict(zip("def", (PARAGRAPHS[letter] for letter in "cde"), strict=True))
    assert set(again(**moved)) == {("added", "(c)"), ("moved", "(d)"), ("moved", "(e)"), ("moved", "(f)")}


def test_typography_alone_is_harmless_and_a_number_is_not(again):
    found = again(
        b=TYPED,
        e=MOVED,
    )
    assert {label: d.is_harmless for (_kind, label), d in found.items()} == {"(b)": True, "(e)": False}


# A person takes the new words ------------------------------
def test_the_new_words_offer_what_they_say_otherwise_and_nothing_else(again):
    action, deadline = offered(again(b=OWN_WORDS)["changed", "(b)"])
    assert (deadline.name, deadline.old, deadline.new) == ("deadline", "by 30 June 2008", "by 31 August 2008")
    assert (action.name, "30 June" in action.old, "31 August" in action.new) == ("action", True, True)


def test_what_was_accepted_is_written_and_what_people_did_stays(again, mandate, secretary):
    owner, difference = mandate.owner, again(b=OWN_WORDS)["changed", "(b)"]
    carrying.take(difference, by=secretary, accepted={(mandate.pk, "deadline")}, at=LATER)
    mandate.refresh_from_db()
    assert mandate.due_on == dt.date(2008, 8, 31)
    assert (mandate.owner, mandate.reference, mandate.status) == (owner, "3-1-b-1", "not_started")
    words = mandate.paragraph.words.text
    assert "31 August" in words
    start, end = mandate.spans["deadline"]["at"]
    assert words[start:end] == "by 31 August 2008", "the mark stands where the new words stand"
    change = mandate.changes.get(kind="deadline")
    assert (change.old, change.new, change.by) == ("2008-06-30", "2008-08-31", secretary)


def test_what_was_not_accepted_stays_as_it_was(again, mandate, secretary):
    carrying.take(again(b=OWN_WORDS)["changed", "(b)"], by=secretary, at=LATER)
    mandate.refresh_from_db()
    assert mandate.due_on == dt.date(2008, 6, 30)
    assert "31 August" in mandate.paragraph.words.text
    assert mandate.changes.filter(kind="text", params__did="words").exists(), "the history tells of the new words"


def test_the_owner_is_told_of_the_day(again, mandate, secretary):
    difference = again(b=OWN_WORDS)["changed", "(b)"]
    carrying.take(difference, by=secretary, accepted={(mandate.pk, "deadline")}, at=LATER)
    told = {(owed.person, change.kind) for owed in owed_on(LATER.date()).owed for change in owed.changes}
    assert (mandate.owner, "deadline") in told


def test_a_field_that_a_person_corrected_is_neither_offered_nor_overwritten(again, mandate, secretary):
    new = {"deadline_date": dt.date(2008, 5, 1), "deadline_text": "by 1 May 2008", "deadline_kind": "date"}
    fresh = Mandate.objects.for_rows().get(pk=mandate.pk)
    correcting.correct(fresh, new, by=secretary, seen=seen_of(fresh), reason="by letter of the Chair", at=LATER)
    difference = again(b=OWN_WORDS)["changed", "(b)"]
    assert [offer.name for offer in offered(difference)] == ["action"]
    carrying.take(difference, by=secretary, accepted={(mandate.pk, "deadline")}, at=LATER)
    mandate.refresh_from_db()
    assert (mandate.due_on, mandate.deadline_text) == (dt.date(2008, 5, 1), "by 1 May 2008")


def test_an_untouched_proposal_is_read_anew(again, secretary):
    words = "*Requested* the Secretariat to report to the Conference at its fifth session on what those reports teach."
    carrying.take(again(e=words)["changed", "(e)"], by=secretary, at=LATER)
    assert Mandate.objects.get(paragraph__label="(e)").deadline_ordinal == 5


def test_a_proposal_read_anew_is_not_confirmed_from_a_page_of_before(again, secretary):
    """Neither by its own button nor among all clear ones, and a later file reads it anew once more."""
    seen = Mandate.objects.get(paragraph__label="(e)")
    carrying.take(again(e=MOVED)["changed", "(e)"], by=secretary, at=LATER)
    read_anew = Mandate.objects.get(pk=seen.pk)
    with pytest.raises(Conflict):
        reviewing.confirm(read_anew, by=secretary, edition=seen.edition, at=LATER)
    report = seen.paragraph.decision.report
    assert read_anew not in reviewing.confirm_all_clear(report, by=secretary, seen={seen.pk: seen.edition}, at=LATER)
    carrying.take(again(e=MOVED.replace("fifth", "sixth"))["changed", "(e)"], by=secretary, at=LATER)
    assert Mandate.objects.get(pk=seen.pk).deadline_ordinal == 6


def test_a_request_that_the_new_words_add_is_proposed(again, mandate, secretary):
    words = OWN_WORDS.rstrip(";") + ", and *requested* the Bureau to publish a list of ladders;"
    carrying.take(again(b=words)["changed", "(b)"], by=secretary, at=LATER)
    others = Mandate.objects.filter(paragraph=mandate.paragraph).exclude(pk=mandate.pk)
    assert [(m.status, [a.name for a in m.addressees.all()]) for m in others] == [("proposed", ["Bureau"])]


def test_an_added_paragraph_stands_in_its_place_with_its_proposal_and_no_reference_changes(again, mandate, secretary):
    found = again(bb="*Requested* the Secretariat to publish a manual of ladders in all languages;")
    [(key, difference)] = found.items()
    assert key[0] == "added"
    paragraph = carrying.take(difference, by=secretary, at=LATER)
    labels = [p.label for p in difference.decision.paragraphs.all() if p.label]
    assert labels.index(paragraph.label) == labels.index("(b)") + 1
    assert [m.status for m in paragraph.mandates.all()] == ["proposed"]
    keys = list(Mandate.objects.order_by("sort_key").values_list("paragraph__position", flat=True))
    assert keys == sorted(keys), "lists show them in the order of the text"
    mandate.refresh_from_db()
    assert mandate.reference == "3-1-b-1"


def test_another_label_is_taken_and_the_references_of_its_mandates_stay(again, mandate, secretary):
    shifted = dict(zip("cdef", (PARAGRAPHS[letter] for letter in "bcde"), strict=True))
    found = again(b="*Welcomed* the tide tables of the host country;", **shifted)
    assert set(found) == {("added", "(b)"), *(("moved", f"({letter})") for letter in "cdef")}
    for difference in found.values():
        carrying.take(difference, by=secretary, at=LATER)
    mandate.refresh_from_db()
    assert (mandate.reference, mandate.name) == ("3-1-b-1", "3/1 (c)")
    assert "particulars" in mandate.paragraph.words.text
    labels = [p.label for p in mandate.paragraph.decision.paragraphs.all() if p.label]
    assert labels == [f"({letter})" for letter in "abcdef"]


def test_a_vanished_paragraph_keeps_its_mandate_and_says_so(again, mandate, secretary):
    difference = again(leave_out="b")["vanished", "(b)"]
    carrying.take(difference, by=secretary, at=LATER)
    mandate.refresh_from_db()
    assert (mandate.status, mandate.reference, mandate.owner_id is not None) == ("not_started", "3-1-b-1", True)
    assert mandate.paragraph.vanished_in == difference.report
    assert mandate.changes.filter(params__did="vanished").exists()


def test_harmless_ones_are_taken_at_once_and_others_are_left(again, secretary):
    found = again(
        b=TYPED,
        e=MOVED,
    )
    assert carrying.take_harmless(found.values(), by=secretary, at=LATER) == 1
    assert Difference.objects.get(label="(e)").answer == ""
    assert "States by 30 June" in Difference.objects.get(label="(b)").paragraph.words.text


# Two people, and undo ------------------------------
def test_who_comes_second_is_told_and_changes_nothing(again, secretary):
    difference = again(b=OWN_WORDS)["changed", "(b)"]
    mine = Difference.objects.get(pk=difference.pk)
    carrying.keep(difference, by=UserFactory(name="Another officer"), at=LATER)
    with pytest.raises(Decided) as decided:
        carrying.take(mine, by=secretary, at=LATER)
    assert str(decided.value.difference.answered_by) == "Another officer"
    assert "30 June" in mine.paragraph.words.text


def test_words_that_changed_since_they_were_compared_are_not_taken(again, mandate, secretary):
    difference = again(b=OWN_WORDS)["changed", "(b)"]
    ParagraphText.objects.filter(paragraph=mandate.paragraph).update(text="Other words.")
    with pytest.raises(Decided):
        carrying.take(difference, by=secretary, at=LATER)
    assert Difference.objects.get(pk=difference.pk).answer == ""


def test_what_was_kept_is_not_asked_again_by_a_later_file_that_says_the_same(again, secretary):
    carrying.keep(again(b=OWN_WORDS)["changed", "(b)"], by=secretary, at=LATER)
    assert again(b=OWN_WORDS) == {}


@pytest.mark.parametrize(
    ("paragraphs", "key"),
    [
        ({"b": OWN_WORDS}, ("changed", "(b)")),
        ({"f": "*Requested* the Secretariat to publish a manual."}, ("added", "(f)")),
        ({"leave_out": "b"}, ("vanished", "(b)")),
        ({"leave_out": "e"}, ("vanished", "(e)")),
    ],
)
def test_undo_leaves_everything_as_before(paragraphs, key, again, mandate, secretary):
    difference = again(**paragraphs)[key]

    def seen():
        rows = Mandate.objects.order_by("pk").values(
            *("pk", "reference", "status", "owner", "due_on", "target_on", "spans", "action"),
            *("paragraph__position", "paragraph__vanished_in"),
        )
        return list(rows), list(ParagraphText.objects.order_by("pk").values_list("text", flat=True))

    before = seen()
    carrying.take(difference, by=secretary, accepted={(mandate.pk, "deadline")}, at=LATER)
    assert seen() != before
    carrying.undo(Difference.objects.get(pk=difference.pk), by=secretary, at=LATER + dt.timedelta(minutes=5))
    assert seen() == before
    assert Difference.objects.get(pk=difference.pk).answer == ""


def test_what_people_built_on_is_not_undone(again, secretary):
    difference = again(f="*Requested* the Secretariat to publish a manual.")["added", "(f)"]
    paragraph = carrying.take(difference, by=secretary, at=LATER)
    reviewing.confirm(paragraph.mandates.get(), by=secretary, at=LATER + dt.timedelta(minutes=1))
    with pytest.raises(Refused):
        carrying.undo(Difference.objects.get(pk=difference.pk), by=secretary, at=LATER + dt.timedelta(minutes=5))
    assert Difference.objects.get(pk=difference.pk).answer == "taken"
    assert paragraph.mandates.get().is_confirmed
