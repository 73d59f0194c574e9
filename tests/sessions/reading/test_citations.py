"""Documents cited in footnotes: the mark leads from the paragraph to the symbol at the foot of the page."""

import pytest

from sessions.reading import read

TEXT = """### Decision 3/1

**Safety of pilotage**

The Conference on Harbour Safety,

1. Takes note of the report of the Secretariat;{one}

2. Requests the Secretariat to bring its notes on the matter to the attention of the group, and to publish them in three

---

{first} HARB/3/2, annex.

{second} HARB/3/4 and
HARB/3/CRP.1.

of the official languages;{two}

3. Requests the Secretariat to report.

### Decision 3/2

**Port reception facilities**

The Conference on Harbour Safety,

1. Invites States to notify the Secretariat of their facilities.{one}

---

{first} HARB/3/5.

## II. Organization of the session

4. The Conference met.{two} It went by other papers.

---

{second} HARB/3/9.

\\* For the text of HARB/3/L.2, see chapter I.
"""
MARKS = {
    "raised": {
        "one": "<sup>1</sup>",
        "two": "<sup>2</sup>",
        "first": "<sup>1</sup>",
        "second": "<sup>2</sup>",
    },
    "figures": {"one": "¹", "two": "²", "first": "¹", "second": "²"},
}


def cited(text):
    reading = read(text, form="markdown")
    labels = {decision.number: [p.label for p in decision.paragraphs] for decision in reading.decisions}
    return [(c.decision, labels[c.decision][c.paragraph], c.symbol) for c in reading.besides.citations]


@pytest.mark.parametrize("marks", MARKS)
def test_each_mark_leads_to_the_nearest_note_of_its_number(marks):
    assert cited(TEXT.format(**MARKS[marks])) == [
        ("3/1", "1.", "HARB/3/2"),
        ("3/1", "2.", "HARB/3/4"),
        ("3/1", "2.", "HARB/3/CRP.1"),
        ("3/2", "1.", "HARB/3/5"),
    ]


def test_notes_at_the_end_of_the_file_are_found_by_their_names():
    text = TEXT.split("\n---", 1)[0].replace("{one}", "[^a1]") + "\n\n[^a1]: HARB/3/2.\n"
    assert cited(text) == [("3/1", "1.", "HARB/3/2")]


def test_figures_that_are_not_raised_may_be_anything():
    text = TEXT.format(one="1", two="2", first="1", second="2")
    assert cited(text) == []
