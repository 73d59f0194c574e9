"""What was confirmed on a draft, on the day of adoption, goes to the text as adopted when the report comes."""

import datetime as dt

import pytest

from mandates.actions import adopting, reviewing, updating
from mandates.actions.assigning import assign
from mandates.actions.facts import Refused
from mandates.models import Mandate
from mandates.notices.owed import owed_on
from sessions.actions.pairing import Paired, dismiss, rows_of
from sessions.models import Concordance, Decision, Pair
from tests.factories import UnitMembershipFactory
from tests.texts import comes_in, draft_text, report_text

ON_THE_DAY = dt.datetime(2007, 10, 12, 16, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2007, 11, 5, 9, 30, tzinfo=dt.UTC)
DRAFT = "HARB/2007/L.3"


@pytest.fixture
def officer():
    return UnitMembershipFactory(since=dt.date(2007, 1, 1)).user


@pytest.fixture
def captured(body, secretary, officer):
    """The draft, imported on the day: what paragraphs 2 and 4 ask is confirmed, and an officer's."""
    comes_in(body, secretary, draft_text(), at=ON_THE_DAY, name="L3.md")
    for label in ("2.", "4."):
        mandate = Mandate.objects.for_rows().get(paragraph__label=label)
        reviewing.confirm(mandate, by=secretary, at=ON_THE_DAY)
        assign(mandate, officer, officer.unit_memberships.get().unit, by=secretary, was=None, at=ON_THE_DAY)
    return Decision.objects.get(number=DRAFT)


@pytest.fixture
def collects(captured):
    return Mandate.objects.get(paragraph__label="2.")


@pytest.fixture
def launches(captured):
    return Mandate.objects.get(paragraph__label="4.")


@pytest.fixture
def concordance(captured, body, secretary):
    comes_in(body, secretary, report_text(), at=LATER)
    return Concordance.objects.select_related("draft", "decision__body", "decision__session").get()


def proposed(concordance):
    return {row.draft.label: row.paragraph and row.paragraph.label for row in rows_of(concordance) if row.draft}


def carry_all(concordance, secretary, **struck):
    rows = [(row.draft, row.paragraph) for row in rows_of(concordance) if row.draft and row.paragraph]
    return adopting.carry(concordance, rows, by=secretary, at=LATER)


# The draft ------------------------------
def test_a_draft_is_kept_as_one_under_its_symbol(captured):
    assert (captured.is_draft, captured.slug, captured.title) == (True, "HARB-2007-L.3", "Safety of pilotage")
    assert {text.version for p in captured.paragraphs.all() for text in p.texts.all()} == {"draft"}
    assert captured.report.readings.get().kind == "draft"


def test_what_it_asks_can_be_confirmed_and_owned(collects, officer):
    assert (collects.reference, collects.owner, str(collects.due_on)) == ("HARB-2007-L.3-2-1", officer, "2008-03-31")


# The concordance ------------------------------
def test_the_report_finds_its_draft_and_which_paragraph_became_which(concordance):
    assert (concordance.draft.number, concordance.decision.number, concordance.answer) == (DRAFT, "3/1", "")
    assert proposed(concordance) == {"": "", "1.": "(a)", "2.": "(b)", "3.": "(c)", "4.": None, "5.": "(e)"}


def test_nothing_is_carried_over_before_a_person_confirms(concordance, collects):
    assert collects.paragraph.decision == concordance.draft
    assert Mandate.objects.filter(paragraph__decision=concordance.decision, status="proposed").count() == 3


def test_a_report_that_came_of_another_draft_is_not_offered_this_one(captured, body, secretary):
    other = report_text(
        a="*Adopted* the budget for the years 2008 and 2009;",
        b="*Requested* the Treasurer to publish the accounts of the fund each year;",
        c="*Elected* the members of the committee on contributions;",
        leave_out="de",
    ).replace("1/2, by which it established the Working Group on Pilotage", "2/9 on contributions to its fund")
    comes_in(body, secretary, other.replace("Safety of pilotage", "Budget"), at=LATER)
    assert not Concordance.objects.exists()


# What goes along ------------------------------
def test_the_same_mandate_stands_under_the_adopted_paragraph(concordance, collects, officer, secretary):
    updating.add_update(collects, "The letter is drafted.", by=officer, at=LATER - dt.timedelta(days=3))
    before = collects.pk, set(collects.changes.values_list("pk", flat=True)), collects.notices_from
    carry_all(concordance, secretary)
    mandate = Mandate.objects.get(pk=collects.pk)
    assert (mandate.paragraph.decision.number, mandate.paragraph.label) == ("3/1", "(b)")
    assert (mandate.reference, mandate.name, mandate.owner) == ("3-1-b-1", "3/1 (b)", officer)
    assert mandate.updates.get().text == "The letter is drafted."
    assert before[1] < set(mandate.changes.values_list("pk", flat=True))
    assert mandate.notices_from == before[2]


def test_its_day_is_that_of_the_adopted_words_with_a_change_that_the_owner_hears_of(
    concordance, collects, officer, secretary
):
    carry_all(concordance, secretary)
    collects.refresh_from_db()
    assert str(collects.due_on) == "2008-06-30"
    assert (collects.changes.get(kind="deadline").old, collects.changes.get(kind="deadline").new) == (
        "2008-03-31",
        "2008-06-30",
    )
    told = {(owed.person, change.kind) for owed in owed_on(LATER.date()).owed for change in owed.changes}
    assert (officer, "deadline") in told


def test_marks_stand_in_the_adopted_words(concordance, collects, secretary):
    carry_all(concordance, secretary)
    collects.refresh_from_db()
    start, end = collects.spans["verb"]["at"]
    assert collects.paragraph.words.text[start:end] == "Requested"
    assert collects.paragraph.words.version == "report"


def test_nothing_is_there_twice(concordance, secretary):
    carry_all(concordance, secretary)
    by_label = {}
    for mandate in Mandate.objects.filter(paragraph__decision__number="3/1"):
        by_label.setdefault(mandate.paragraph.label, []).append(mandate.status)
    assert by_label == {"(b)": ["not_started"], "(c)": ["proposed"], "(e)": ["proposed"]}
    left = Mandate.objects.filter(paragraph__decision=concordance.draft)
    assert [(m.paragraph.label, m.status) for m in left] == [("4.", "not_started")], "nobody has said what became of it"


def test_the_words_of_the_draft_stay_and_are_never_shown_as_adopted(concordance, collects, secretary):
    carry_all(concordance, secretary)
    paragraph = Mandate.objects.get(pk=collects.pk).paragraph
    assert {text.version for text in paragraph.texts.all()} == {"report", "draft"}
    assert "31 March" in paragraph.texts.get(version="draft").text
    for language in ("en", "fr", "ar"):
        assert "31 March" not in paragraph.words_in(language).text
    mandate = Mandate.objects.get(pk=collects.pk)
    assert "31 March" not in mandate.search_released, "nobody outside finds it by words that were not adopted"


def test_a_pair_that_a_person_chose_otherwise_is_the_pair(concordance, launches, secretary):
    four = launches.paragraph
    welcomed = concordance.decision.paragraphs.get(label="(d)")
    adopting.carry(concordance, [(four, welcomed)], by=secretary, at=LATER)
    launches.refresh_from_db()
    assert (launches.paragraph, launches.reference) == (welcomed, "3-1-d-1")
    assert Concordance.objects.get().answer == "taken"


# What was not adopted ------------------------------
def test_what_was_struck_is_closed_by_a_persons_word_and_its_owner_told(concordance, launches, officer, secretary):
    carry_all(concordance, secretary)
    launches.refresh_from_db()
    assert launches.status == "not_started"
    adopting.carry(concordance, [(launches.paragraph, None)], by=secretary, at=LATER)
    launches.refresh_from_db()
    assert (launches.status, launches.is_open) == ("discontinued", False)
    change = launches.changes.get(kind="status", new="discontinued")
    assert "Not adopted" in change.reason
    told = {(owed.person, c.pk) for owed in owed_on(LATER.date()).owed for c in owed.changes}
    assert (officer, change.pk) in told


# Revisions of the draft ------------------------------
def test_the_next_revision_of_a_draft_takes_over_from_the_one_before(captured, collects, body, secretary, officer):
    comes_in(body, secretary, draft_text("Rev.1"), at=ON_THE_DAY, name="L3Rev1.md")
    first = Concordance.objects.select_related("draft", "decision__body", "decision__session").get()
    assert (first.draft.number, first.decision.number) == (DRAFT, f"{DRAFT}/Rev.1")
    carry_all(first, secretary)
    collects.refresh_from_db()
    assert (collects.paragraph.decision.number, collects.owner) == (f"{DRAFT}/Rev.1", officer)
    comes_in(body, secretary, report_text(), at=LATER)
    second = (
        Concordance.objects.exclude(pk=first.pk).select_related("draft", "decision__body", "decision__session").get()
    )
    assert second.draft.number == f"{DRAFT}/Rev.1", "the draft of which a revision came is not asked about again"
    carry_all(second, secretary)
    collects.refresh_from_db()
    assert (collects.reference, collects.owner) == ("3-1-b-1", officer)


# Two people, and undo ------------------------------
def test_who_comes_second_is_told_and_nothing_of_theirs_is_done(concordance, collects, launches, secretary):
    two, four = collects.paragraph, launches.paragraph
    adopting.carry(concordance, [(two, concordance.decision.paragraphs.get(label="(b)"))], by=secretary, at=LATER)
    with pytest.raises(Paired):
        adopting.carry(concordance, [(four, None), (two, None)], by=secretary, at=LATER)
    launches.refresh_from_db()
    assert launches.status == "not_started"
    assert Pair.objects.count() == 1


def test_a_draft_that_is_none_of_it_is_dismissed_and_can_be_asked_again(concordance, secretary):
    dismiss(concordance, by=secretary, at=LATER)
    with pytest.raises(Paired):
        carry_all(concordance, secretary)
    dismiss(concordance, by=secretary, at=LATER, again=True)
    assert Concordance.objects.get().answer == ""


def test_undo_puts_everything_back(concordance, collects, launches, officer, secretary):
    rows = [(row.draft, row.paragraph) for row in rows_of(concordance) if row.draft]
    adopting.carry(concordance, rows, by=secretary, at=LATER)
    for made in Pair.objects.all():
        adopting.take_back(made, by=secretary, at=LATER + dt.timedelta(minutes=5))
    for mandate, label, day in ((collects, "2.", "2008-03-31"), (launches, "4.", "None")):
        mandate.refresh_from_db()
        assert (mandate.paragraph.decision.number, mandate.paragraph.label) == (DRAFT, label)
        assert (mandate.reference, mandate.owner, str(mandate.due_on)) == (
            f"{DRAFT.replace('/', '-')}-{label}1".replace(".1", "-1"),
            officer,
            day,
        )
        assert mandate.status == "not_started"
    adopted = Mandate.objects.filter(paragraph__decision__number="3/1").order_by("sort_key")
    assert [(m.paragraph.label, m.status) for m in adopted] == [(f"({x})", "proposed") for x in "bce"]
    assert not concordance.decision.paragraphs.filter(texts__version="draft").exists()
    assert Concordance.objects.get().answer == ""


def test_what_people_built_on_is_not_undone(concordance, collects, officer, secretary):
    carry_all(concordance, secretary)
    mandate = Mandate.objects.for_rows().get(pk=collects.pk)
    updating.add_update(mandate, "Sent.", by=officer, at=LATER + dt.timedelta(days=1))
    with pytest.raises(Refused):
        adopting.take_back(mandate.paragraph.forerunners.get(), by=secretary, at=LATER + dt.timedelta(days=2))
    mandate.refresh_from_db()
    assert mandate.paragraph.decision.number == "3/1"
