"""A later file beside what is stored: a corrigendum, a further part, another language."""

import pytest

from mandates.models import Mandate
from sessions.models import Decision, Difference, Paragraph, ParagraphText
from tests.languages import LANGUAGES, decision_in
from tests.sessions.reading.test_versions import CORRIGENDUM
from tests.texts import PARAGRAPHS, comes_in, draft_text, report_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def come(body, secretary):
    """A function: the text comes in as a file of the body; the codes of what was found in it."""

    def comes(text):
        report = comes_in(body, secretary, text)
        return report, {finding["code"]: finding for finding in report.readings.get().findings}

    return comes


@pytest.fixture
def stored(come):
    return come(report_text())[0]


def words(label, language="en"):
    return Paragraph.objects.get(decision__number="3/1", label=label).words_in(language)


# Corrigendum and further part ------------------------------
def test_the_kind_of_text_its_symbol_and_language_are_kept_with_the_reading(come):
    reading = come(draft_text("Rev.1"))[0].readings.get()
    assert (reading.kind, reading.symbol, reading.language) == ("draft", "HARB/2007/L.3/Rev.1", "en")


def test_each_correction_that_is_worded_waits_as_a_difference(stored, come):
    report, found = come(CORRIGENDUM)
    differences = {d.label: d for d in report.differences.all()}
    assert set(differences) == {"(b)", "(c)"}
    assert "by 31 August 2008" in differences["(b)"].new
    assert differences["(b)"].version == "corrigendum"
    assert "accidents and injuries in the transfer" in differences["(c)"].new
    assert found["correction_unplaced"]["params"] == {"number": "3/2", "label": "4 (a)"}
    assert "30 June" in words("(b)").text, "nothing has changed yet"


def test_what_a_corrigendum_or_a_further_part_does_not_hold_has_not_vanished(stored, come):
    for word in ("Corrigendum", "Addendum"):
        text = (
            report_text(leave_out="ace").replace("## Decision", f"{word}\n\n## Decision").replace("offer", "kind offer")
        )
        report, _found = come(text)
        assert [(d.kind, d.label) for d in report.differences.all()] == [("changed", "(d)")]


def test_a_further_part_adds_its_decisions_at_once_as_proposals(stored, come):
    report, _found = come(report_text().replace("Decision 3/1", "Decision 3/2").replace("pilotage", "lamps"))
    assert [decision.number for decision in report.decisions.all()] == ["3/2"]
    assert not report.differences.exists()
    assert Mandate.objects.filter(paragraph__decision__report=report, status="proposed").exists()


def test_a_decision_that_the_whole_report_no_longer_holds_is_said_and_stays(come):
    three = [report_text().replace("3/1", f"3/{n}").replace("pilotage", f"matter {n}") for n in (1, 2, 3)]
    come("\n\n".join(three))
    _report, found = come("\n\n".join(three[:2]))
    assert found["decision_not_in_file"]["params"] == {"number": "3/3"}
    assert Decision.objects.count() == 3


# Other languages ------------------------------
@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_another_language_stands_beside_the_english_and_asks_for_nothing(code, stored, come):
    before = list(Mandate.objects.order_by("pk").values())
    report, found = come(decision_in(code))
    language = {"zh": "zh-hans"}.get(code, code)
    rows = ParagraphText.objects.filter(language=language).order_by("paragraph__position")
    assert [row.text for row in rows] == [*LANGUAGES[code].preamble, *LANGUAGES[code].paragraphs]
    assert (words("(b)").language, words("(b)", language).language) == ("en", language)
    assert found["translation_aligned"]["params"] == {"number": "3/1", "count": 7}
    assert list(Mandate.objects.order_by("pk").values()) == before
    assert (Decision.objects.count(), report.readings.get().language) == (1, language)


def test_what_found_no_counterpart_waits_for_a_person(stored, come):
    text = decision_in("fr").replace("b) A prié", "b) A remercié le port ;\n\nb bis) A remercié le vent ;\n\nc) A prié")
    report, found = come(text)
    waiting = report.differences.filter(kind="unaligned")
    assert waiting.count() == found["translation_unaligned"]["params"]["count"] > 0
    assert {d.language for d in waiting} == {"fr"}


def test_a_language_that_is_there_is_compared_and_not_overwritten(stored, come):
    come(decision_in("es"))
    report, _found = come(decision_in("es").replace("practicaje;", "practicaje en los puertos;"))
    [difference] = report.differences.all()
    assert (difference.kind, difference.language, difference.label) == ("changed", "es", "a)")
    assert "en los puertos" not in words("(a)", "es").text


def test_another_language_of_what_is_not_stored_says_what_to_do(come):
    _report, found = come(decision_in("ru"))
    assert found["translation_unmatched"]["params"] == {"number": "3/1"}
    assert not Paragraph.objects.exists()


def test_a_paragraph_without_the_readers_language_is_quoted_in_english(stored, come):
    come(decision_in("ar", leave_out="d"))
    assert (words("(d)", "ar").language, words("(d)", "ar").text) == (
        "en",
        "Welcomed the offer of the pilots to train those of small harbours;",
    )
    assert words("(c)", "ar").language == "ar"
    assert PARAGRAPHS["d"].replace("*", "") == words("(d)", "fr").text


# Drafts ------------------------------
def test_a_draft_and_what_was_adopted_under_the_same_title_are_two(come):
    text = draft_text().replace("**HARB/2007/L.3**\n\n", "")
    come(text)
    come(report_text().replace("Decision 3/1", "Decision").replace("## Decision", "## Adopted text"))
    assert Decision.objects.filter(version="draft").count() == 1
    assert Difference.objects.count() == 0, "what was adopted is no correction of its draft"
