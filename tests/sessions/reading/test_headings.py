"""Which lines head a decision, a draft, an annex, a section of a report."""

import pytest

from sessions.reading.headings import heading_of, numbers_in
from sessions.reading.lines import read_lines


def heading(text, form="markdown"):
    return heading_of(read_lines(text, form), 0)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("### Decision 4/1", "4/1", ""),
        ("#### **Decision 4/2**", "4/2", ""),
        ("**Decision 4/6****Lights of harbours**", "4/6", "Lights of harbours"),
        ("DECISION 4/1", "4/1", ""),
        ("Decision 5/CP.20", "5/CP.20", ""),
        ("Decision 3/COP.8", "3/COP.8", ""),
        ("Decision XII/28", "XII/28", ""),
        ("XII/28. Tidal meadows", "XII/28", "Tidal meadows"),
        ("BC-14/3: Barrels", "BC-14/3", "Barrels"),
        ("IPBES-1/2: Rules of procedure", "IPBES-1/2", "Rules of procedure"),
        ("Decision IPBES-2/5", "IPBES-2/5", ""),
        ("WHA66.12 Eyes and lamps", "WHA66.12", "Eyes and lamps"),
        ("Conf. 11.1 (Rev. CoP18) Trade in shells", "Conf. 11.1 (Rev. CoP18)", "Trade in shells"),
        ("Resolution Conf. 11.1 (Rev. CoP18)", "Conf. 11.1 (Rev. CoP18)", ""),
        ("A/RES/64/263", "A/RES/64/263", ""),
        ("64/263. Harbours", "64/263", "Harbours"),
        ("Resolution 5/1", "5/1", ""),
        ("Resolution 1325 (2000)", "1325 (2000)", ""),
        ("Resolution XI.8", "XI.8", ""),
        ("R E S O L U T I O N  5/1", "5/1", ""),
        ("Decision No. 7/2019: Ropes", "7/2019", "Ropes"),
        ("Decision: 41 COM 7B.20", "41 COM 7B.20", ""),
        ("DECISION B.08/10", "B.08/10", ""),
        ("2012/5. Roads", "2012/5", "Roads"),
        ("Decision COP XII/29", "XII/29", ""),
        ("Resolution I", "I", ""),
    ],
)
def test_numbers_of_many_organs_head_decisions(line, number, title):
    found = heading(line)
    assert (found.sort, found.number, found.title) == ("decision", number, title)


@pytest.mark.parametrize(
    "line",
    [
        "Decision 4/1 was adopted by consensus.",
        "Resolution 55/25 of the Assembly was recalled.",
        "Decision 3/2, in which it met;",
        "4/1. Lights ................ 12",
        "Decisions taken by the Conference",
        "decision of the Board",
        "Resolution on the matter of lights",
    ],
)
def test_running_text_and_contents_head_no_decision(line):
    found = heading(line)
    assert found is None or found.sort != "decision"


def test_a_number_at_the_break_of_a_sentence_is_no_heading():
    lines = read_lines(
        "The Conference, recalling with some satisfaction its earlier and well-known\nDecision 4/1\n", "text"
    )
    assert heading_of(lines, 1) is None


@pytest.mark.parametrize(
    ("line", "resolution"),
    [("WHA66.12 Eyes", True), ("A/RES/64/263", True), ("EB134(3) Lamps", False), ("XII/28. Meadows", None)],
)
def test_a_number_may_say_whether_it_is_a_resolution(line, resolution):
    assert heading(line).resolution is resolution


@pytest.mark.parametrize(
    "line", ["## Draft resolution I", "Revised draft decision on lights", "**Draft decision A/71/L.5**"]
)
def test_drafts_are_told_apart(line):
    assert heading(line).sort == "draft"


@pytest.mark.parametrize(
    "line", ["## Annex II", "Annex", "Annex I: Terms of reference", "*Annex*", "Annex to decision 4/1"]
)
def test_annexes(line):
    assert heading(line).sort == "annex"


def test_a_sentence_about_an_annex_heads_nothing():
    assert heading("Annex I to the report sets out what the Board has done about it in the year;") is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("## II. Organization of the session", "II"),
        ("II. Organization of the session", "II"),
        ("### A. Introduction", "A"),
    ],
)
def test_sections_of_a_report(line, number):
    assert (heading(line).sort, heading(line).number) == ("section", number)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("UNEP/CBD/COP/DEC/XII/28", "XII/28"),
        ("SIXTY-SIXTH WORLD ASSEMBLY WHA66.12", "WHA66.12"),
        ("United Nations A/RES/64/263", "A/RES/64/263"),
        ("Report of the Board (A/64/5)", ""),
    ],
)
def test_a_masthead_may_hold_the_number(line, number):
    assert numbers_in(line) == number
