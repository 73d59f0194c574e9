"""What kind of text a file is and in which language; drafts, corrections, and other languages as they are read."""

import pytest

from sessions.reading import read
from sessions.reading.corrections import corrected, corrections_of, same_label
from sessions.reading.lines import read_lines
from sessions.reading.results import Reading
from sessions.reading.versions import kind_of
from tests.languages import LANGUAGES, decision_in
from tests.texts import draft_text, report_text


def kind(text):
    return kind_of(read_lines(text, "markdown"))


# What it is ------------------------------
@pytest.mark.parametrize(
    ("text", "sort", "symbol"),
    [
        (report_text(), "report", ""),
        (draft_text(), "draft", "HARB/2007/L.3"),
        (draft_text("Rev.1"), "draft", "HARB/2007/L.3/Rev.1"),
        ("HARB/2007/19/Corr.1\n\nReport of the Conference\n\nCorrigendum\n", "corrigendum", "HARB/2007/19/Corr.1"),
        ("HARB/2007/19/Add.1\n\nReport of the Conference\n\nAddendum\n", "addendum", "HARB/2007/19/Add.1"),
        ("Report of the Conference\n\nCorrigendum\n", "corrigendum", ""),
        ("HARB/2007/L.1\n\nDraft report of the Conference\n\n1. The Conference met.\n", "report", "HARB/2007/L.1"),
        ("Draft resolution on lamps\n\nThe Board,\n\n1. Requests oil for the lamps.\n", "draft", ""),
        ("HARB / 2007 / L.3\n\nDraft decision\n\nThe Board,\n\n1. Requests oil.\n", "draft", "HARB/2007/L.3"),
    ],
)
def test_the_masthead_tells(text, sort, symbol):
    assert (kind(text).sort, kind(text).symbol) == (sort, symbol)


def test_a_report_that_quotes_a_draft_far_behind_its_first_page_is_a_report():
    assert kind(report_text() + "\n\n" + "The Conference met.\n\n" * 60 + "## Draft decision\n").sort == "report"


def test_kind_and_corrections_come_back_from_json():
    for text in (draft_text("Rev.1"), CORRIGENDUM, decision_in("ar")):
        reading = read(text, form="markdown")
        assert Reading.from_dict(reading.as_dict()) == reading


# Drafts ------------------------------
def test_a_draft_is_read_under_its_symbol_with_its_numbers():
    [draft] = read(draft_text(), form="markdown").decisions
    assert (draft.number, draft.title, draft.kind) == ("HARB/2007/L.3", "Safety of pilotage", "decision")
    assert [p.label for p in draft.paragraphs if p.label] == ["1.", "2.", "3.", "4.", "5."]


def test_two_drafts_of_one_document_add_their_own_numbers():
    text = "HARB/2007/L.9\n\n## Draft resolution I\n\nLamps\n\nThe Board,\n\n1. Requests oil.\n\n"
    text += "## Draft resolution II\n\nHorns\n\nThe Board,\n\n1. Requests horns.\n"
    drafts = read(text, form="markdown").decisions
    assert [(d.number, d.title, d.kind) for d in drafts] == [
        ("HARB/2007/L.9 I", "Lamps", "resolution"),
        ("HARB/2007/L.9 II", "Horns", "resolution"),
    ]


# Corrigenda that word their corrections ------------------------------
CORRIGENDUM = """HARB/2007/19/Corr.1

Report of the Conference on Harbour Safety on its third session

**Corrigendum**

**1. Decision 3/1, paragraph (b)**

*For* 30 June 2008 *read* 31 August 2008

**2. Decision 3/1, paragraph (c)**

Replace “accidents” with “accidents and injuries”.

**3. Decision 3/2, paragraph 4 (a), line 2**

The paragraph should read:

“Requested the Secretariat to publish a manual of ladders.”
"""


def test_each_correction_names_its_paragraph_and_its_words():
    found = read(CORRIGENDUM, form="markdown")
    assert [(c.number, c.label, c.old, c.new) for c in found.corrections] == [
        ("3/1", "(b)", "30 June 2008", "31 August 2008"),
        ("3/1", "(c)", "accidents", "accidents and injuries"),
        ("3/2", "4 (a)", "", "Requested the Secretariat to publish a manual of ladders."),
    ]
    assert found.decisions == ()
    assert [(f.code, f.params) for f in found.findings] == [("corrections_read", {"count": 3})]


def test_words_are_replaced_where_they_stand_once_however_the_lines_are_broken():
    one = corrections_of(read_lines("Decision 3/1, paragraph (b)\n\nFor 30 June 2008 read 31 August 2008", "text"))[0]
    assert corrected("to collect, by 30  June\n2008, particulars", one) == "to collect, by 31 August 2008, particulars"
    assert corrected("by 30 June 2008 or by 30 June 2008", one) is None
    assert corrected("by 1 May", one) is None


def test_labels_are_the_same_however_they_are_cited():
    assert same_label("4 (a)", "4.(a)")
    assert same_label("b", "(b)")
    assert not same_label("(b)", "(b)(i)")


# Other languages ------------------------------
@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_decision_in_another_language_is_cut_into_its_paragraphs(code):
    reading = read(decision_in(code), form="markdown")
    [decision] = reading.decisions
    assert (reading.kind.language, decision.number, decision.kind) == (code, "3/1", "decision")
    assert decision.title == LANGUAGES[code].title
    assert [p.text for p in decision.paragraphs] == [*LANGUAGES[code].preamble, *LANGUAGES[code].paragraphs]
    assert [bool(p.label) for p in decision.paragraphs] == [False, False, True, True, True, True, True]
    assert [f.code for f in reading.findings] == ["language_quoted"]


def test_a_text_in_another_language_without_a_decision_says_so():
    text = "La Conférence s’est réunie dans le port et les pilotes ont bu du thé avec les délégations des États."
    assert [f.code for f in read(text).findings] == ["language_without_decisions"]
