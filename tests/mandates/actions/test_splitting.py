"""One request becomes two, in the words of the paragraph; and one that the reader missed is added."""

import datetime as dt

import pytest

from mandates.actions.assigning import assign
from mandates.actions.correcting import NO_DEADLINE, seen_of
from mandates.actions.facts import Conflict, Refused
from mandates.actions.merging import take_back
from mandates.actions.reviewing import confirm, decline
from mandates.actions.splitting import add, ends_of, rest_of, split
from mandates.models import Mandate
from tests.factories import ParagraphFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

ACTION = "collect views on pilotage, and to report to the Conference, at its fourth session, on what was sent in"
TEXT = f"Requests the Secretariat to {ACTION}, and invites States to reply by 30 June 2009;"
REPORT = "report to the Conference, at its fourth session, on what was sent in"
AT_FOURTH = {
    "deadline_kind": "session",
    "deadline_text": "at its fourth session",
    "deadline_ordinal": 4,
    "deadline_relation": "at",
}


@pytest.fixture
def paragraph(decision):
    return ParagraphFactory(decision=decision, label="(i)", path="i", text=TEXT)


@pytest.fixture
def mandate(paragraph, proposal):
    spans = {"verb": {"label": "(i)", "at": [0, 8]}, "action": {"label": "(i)", "at": [28, 28 + len(ACTION)]}}
    return proposal(paragraph, action=ACTION, addressees=["Secretariat"], spans=spans, **AT_FOURTH)


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


def cut(mandate, words, by, at, **more):
    return split(again(mandate), words, by=by, at=at, **{"seen": seen_of(again(mandate)), **more})


def names(mandate):
    return [addressee.name for addressee in again(mandate).addressees.all()]


# The words ------------------------------
@pytest.mark.parametrize(
    ("action", "ends"),
    [
        (ACTION, [REPORT, "at its fourth session, on what was sent in", "on what was sent in"]),
        ("collect views and publish them widely", ["publish them widely"]),
        ("collect views; to publish them; and to report", ["publish them; and to report"]),
        ("collect views", []),
    ],
)
def test_the_ends_that_are_offered_begin_where_a_request_could(action, ends):
    assert ends_of(action) == ends


def test_no_more_ends_are_offered_than_a_person_reads():
    assert len(ends_of(", and to go on with it" * 30)) == 8


@pytest.mark.parametrize(
    ("action", "words", "rest"),
    [
        (ACTION, REPORT, "collect views on pilotage"),
        ("collect views; publish them", "publish them", "collect views"),
        ("collect views and publish them", "collect views", "publish them"),
        ("collect views, to publish them, and to report", "publish them", "collect views, and to report"),
        ("collect\n views and publish them", "publish  them", "collect\n views"),
        ("collect views", "publish them", "collect views"),
        ("collect views", "collect views", ""),
        ("take (part) and lead", "lead", "take (part)"),
    ],
)
def test_what_is_left_reads_as_it_did_without_the_words(action, words, rest):
    assert rest_of(action, words) == rest


# Two requests ------------------------------
def test_the_words_become_a_request_of_the_same_verb_to_the_same(mandate, secretary, at):
    second = cut(mandate, REPORT, secretary, at)
    assert (again(mandate).action, again(second).action) == ("collect views on pilotage", REPORT)
    assert (again(second).verb, names(second), again(second).status) == ("request", ["Secretariat"], "proposed")
    assert again(second).action_type == "report"


def test_the_deadline_goes_with_its_words(mandate, secretary, at):
    second = cut(mandate, REPORT, secretary, at)
    assert (again(mandate).deadline_kind, again(mandate).deadline_text) == ("", "")
    assert (again(second).deadline_kind, again(second).deadline_ordinal) == ("session", 4)


def test_the_deadline_stays_where_its_words_stay(mandate, secretary, at):
    second = cut(mandate, "collect views on pilotage", secretary, at)
    assert (again(mandate).action, again(mandate).deadline_ordinal) == (REPORT, 4)
    assert (again(second).action, again(second).deadline_kind) == ("collect views on pilotage", "")


def test_both_are_marked_where_they_are_printed(mandate, secretary, at):
    second = cut(mandate, REPORT, secretary, at)
    for one in (again(mandate), again(second)):
        assert TEXT[slice(*one.spans["action"]["at"])] == one.action
    assert TEXT[slice(*again(second).spans["deadline"]["at"])] == "at its fourth session"
    assert TEXT[slice(*again(second).spans["verb"]["at"])] == "Requests"


def test_words_with_a_verb_and_a_party_of_their_own_keep_these(mandate, secretary, at):
    second = cut(mandate, "invites States to reply by 30 June 2009", secretary, at)
    found = again(second)
    assert (found.verb, names(found), found.action, found.deadline_date) == (
        "invite", ["States"], "reply by 30 June 2009", dt.date(2009, 6, 30))  # fmt: skip
    assert again(mandate).action == ACTION, "it never had these words"


def test_spaces_of_a_page_or_of_a_person_are_those_of_the_text(mandate, secretary, at):
    second = cut(mandate, "  report to the\nConference, at its  fourth session, on what was sent in; ", secretary, at)
    assert again(second).action == REPORT


def test_of_words_that_stand_twice_those_at_the_place_are_meant(decision, proposal, secretary, at):
    text = "Requests the Secretariat to report to it and to publish and to report to it;"
    paragraph = ParagraphFactory(decision=decision, label="(z)", path="z", text=text)
    mandate = proposal(paragraph, action=text[28:-1])
    second = cut(mandate, "report to it", secretary, at, near=60)
    assert again(second).spans["action"]["at"] == [63, 75]


@pytest.mark.parametrize(
    ("words", "why"), [("report on ships", "do not stand"), (" ", "do not stand"), (ACTION, "Nothing would be left")]
)
def test_only_words_of_the_paragraph_and_never_all_of_them_are_split_off(mandate, secretary, at, words, why):
    with pytest.raises(Refused, match=why):
        cut(mandate, words, secretary, at)
    assert mandate.paragraph.mandates.count() == 1


def test_the_second_stands_after_the_first_and_before_the_rest(mandate, proposal, paragraph, secretary, at):
    third = proposal(paragraph, action="reply", position=1)
    second = cut(mandate, REPORT, secretary, at)
    assert list(Mandate.objects.filter(paragraph=paragraph).order_by("sort_key")) == [mandate, second, third]


def test_both_say_that_they_were_split(mandate, secretary, at):
    second = cut(mandate, REPORT, secretary, at)
    told = [one.changes.get().params for one in (again(mandate), again(second))]
    assert [(each["did"], each["other"]) for each in told] == [("split", second.pk), ("split_off", mandate.pk)]


def test_two_who_split_the_same_make_one_second_request(mandate, secretary, at):
    seen = seen_of(mandate)
    cut(mandate, REPORT, UserFactory(), at)
    with pytest.raises(Conflict):
        cut(mandate, REPORT, secretary, at, seen=seen)
    assert mandate.paragraph.mandates.count() == 2


# Of a confirmed mandate ------------------------------
def test_the_second_of_a_mandate_takes_the_next_number_and_the_owner(mandate, fourth, secretary, at):
    confirm(again(mandate), by=secretary, ledger="conference", at=at)
    works = UnitMembershipFactory()
    assign(again(mandate), works.user, works.unit, by=secretary, was=None, at=at)
    second = again(cut(mandate, REPORT, secretary, at, reason="These are two."))
    assert (again(mandate).reference, second.reference) == ("3-1-i-1", "3-1-i-2")
    assert (second.ledger, second.owner, second.due_on) == ("conference", works.user, fourth.ends_on)
    assert again(mandate).due_on is None


def test_a_mandate_is_split_with_a_reason_alone(mandate, secretary, at):
    confirm(again(mandate), by=secretary, at=at)
    with pytest.raises(Refused, match="Say why"):
        cut(mandate, REPORT, secretary, at)
    assert mandate.paragraph.mandates.count() == 1


# Taken back ------------------------------
@pytest.mark.parametrize("which", [0, 1])
def test_a_split_is_taken_back_from_either_part(mandate, secretary, at, which):
    second = cut(mandate, REPORT, secretary, at)
    one = again((mandate, second)[which])
    take_back(one, by=secretary, seen=seen_of(one), at=at)
    assert (again(mandate).action, again(mandate).deadline_ordinal) == (ACTION, 4)
    assert (again(second).status, again(second).merged_into) == ("declined", mandate)


def test_a_split_of_a_mandate_is_taken_back_and_the_second_reference_leads_to_the_first(mandate, secretary, at):
    confirm(again(mandate), by=secretary, at=at)
    second = cut(mandate, REPORT, secretary, at, reason="These are two.")
    take_back(again(mandate), by=secretary, seen=seen_of(again(mandate)), at=at)
    assert (again(second).reference, again(second).merged_into) == ("3-1-i-2", mandate)
    assert again(mandate).action == ACTION


def test_a_split_is_not_taken_back_over_what_was_done_since(mandate, secretary, at):
    second = cut(mandate, REPORT, secretary, at)
    decline(again(second), by=secretary, reason="Asks for nothing.", at=at)
    with pytest.raises((Refused, Conflict)):
        take_back(again(mandate), by=secretary, seen=seen_of(again(mandate)), at=at)
    assert again(mandate).action == "collect views on pilotage"


# Added ------------------------------
NEW = {
    "verb": "invite",
    "addressees": ["States"],
    "action": "reply by 30 June 2009",
    "action_type": "submission",
    "funding": "",
    "takes_effect": False,
    **NO_DEADLINE,
}


def test_what_the_reader_missed_is_a_proposal_after_the_others(mandate, paragraph, secretary, at):
    made = again(add(paragraph, NEW, by=secretary, at=at))
    assert (made.status, made.verb, names(made), made.doubt) == ("proposed", "invite", ["States"], None)
    assert TEXT[slice(*made.spans["action"]["at"])] == "reply by 30 June 2009"
    assert made.changes.get().params["did"] == "added"
    assert list(Mandate.objects.filter(paragraph=paragraph).order_by("sort_key")) == [mandate, made]
    assert "reply by 30 June" in made.search_internal


def test_what_was_added_is_confirmed_like_any_other(paragraph, secretary, at):
    made = add(paragraph, NEW, by=secretary, at=at)
    confirm(again(made), by=secretary, at=at)
    assert again(made).reference == "3-1-i-1"


def test_two_who_missed_the_same_add_it_once(paragraph, secretary, at):
    add(paragraph, NEW, by=UserFactory(), at=at)
    with pytest.raises(Refused, match="already"):
        add(paragraph, NEW | {"action": "reply  by 30 June 2009"}, by=secretary, at=at)
    assert paragraph.mandates.count() == 1
