"""The title between a decision's number and its text."""

import pytest

from sessions.reading import read
from sessions.reading.titles import is_data


def title(text, form="markdown"):
    return read(text, form=form).decisions[0].title


BODY = "\n\nThe Conference,\n\n1. Requests oil.\n"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("### Decision 4/1\n\n#### **Oil**", "Oil"),
        ("Decision 4/1\nOil", "Oil"),
        ("4/1. Oil and\nwicks", "Oil and wicks"),
        ("4/1. Oil of the\nConference on Lamps", "Oil of the Conference on Lamps"),
        ("Decision 4/1\n\n[Agenda item 5]\n\nOil", "Oil"),
        ("Decision 4/1\n\nAdopted at the 5th meeting, without a vote\n\nOil", "Oil"),
        ("RESOLUTION 4/1\n\nAdopted at the 5th plenary meeting\n\n4/1. Oil", "Oil"),
        ("### Decision 4/1\n\n### Strengthening the burning of oil", "Strengthening the burning of oil"),
        ("### Decision 4/1\n\n### Requests for oil", "Requests for oil"),
        ("Decision 4/1 — Oil", "Oil"),
    ],
)
def test_the_title_is(heading, expected):
    assert title(heading + BODY) == expected


def test_a_decision_without_a_title_has_none():
    reading = read(
        "DECISION B.08/90\n\nThe Board, having considered the lamps:\n\n(a) Takes note of them.\n", form="text"
    )
    assert reading.decisions[0].title == ""
    assert "title_missing" in [f.code for f in reading.findings]


@pytest.mark.parametrize(
    "text",
    [
        "[Agenda item 5]",
        "5th plenary meeting",
        "12 December 2014",
        "Adopted without a vote",
        "Distr.: General",
        "A/RES/71/900",
    ],
)
def test_adoption_data_is_no_text(text):
    assert is_data(text)


def test_a_paragraph_is_no_adoption_data():
    assert not is_data("Requests the Secretariat to report at the 5th meeting;")


def test_the_vote_after_a_text_is_none_of_its_paragraphs():
    text = (
        "19/91\nHalls\n\nThe Council,\n\n1. Requests halls.\n\n52nd meeting\n22 March 2012\n\n"
        "[Adopted by a recorded vote of 2 to 1, with 2 abstentions. The voting was as follows:\n\n"
        "In favour:\nAvalon, Lyonesse\n\nAgainst:\nAtlantis\n\nAbstaining:\nThule, Ys]\n"
    )
    reading = read(text, form="text")
    assert [p.label for p in reading.decisions[0].paragraphs] == ["", "1."]
    assert reading.account.unplaced == 0


def test_the_title_may_stand_above_the_number():
    text = (
        "**DECISIONS ADOPTED BY THE COMMITTEE**\n\n**15. Old Harbour of Tanava**\n\n**Decision: 34 COM 7B.15**\n\n"
        "The Committee,\n\n1. Requests a mole;\n\n**7C. Trends**\n\n**Decision: 34 COM 7C**\n\nThe Committee,\n\n"
        "1. Requests a report.\n"
    )
    decisions = read(text, form="markdown").decisions
    assert [(d.number, d.title) for d in decisions] == [
        ("34 COM 7B.15", "Old Harbour of Tanava"),
        ("34 COM 7C", "Trends"),
    ]
    assert [p.label for p in decisions[0].paragraphs] == ["", "1."]


def test_a_title_cut_at_the_end_of_a_line_is_whole():
    text = "BC-14/90: Guidelines on sedi-\nment\n\nThe Conference,\n\n1. Requests mud.\n"
    assert read(text).decisions[0].title == "Guidelines on sediment"


@pytest.mark.parametrize("where", ["Punta Blanca, Ardovia, 1-9 June 2015", "Geneva, 26 May 2015"])
@pytest.mark.parametrize("title", ["Lamps of the islands", "The Lamp Convention’s Programme on islands"])
def test_place_and_days_above_the_number_are_no_title(where, title):
    text = f"{where}\n\nResolution XII.9\n\n{title}\n\n1. RECALLING lamps;\n\n2. REQUESTS the Secretariat to report.\n"
    (decision,) = read(text).decisions
    assert decision.title == title
