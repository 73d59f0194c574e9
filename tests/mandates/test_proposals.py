"""A reading and the mandates it proposes, as one answer."""

import pytest

from mandates.proposals import body_noun, proposals
from sessions.reading import read

TEXT = """Report of the Conference on Lamps on its fourth session, held in Oslo from 8 to 17 October 2008

Decision 4/1

Oil

The Conference on Lamps,

Recalling its rules,

1. Requests the Secretariat, within existing resources:

(a) To buy oil;

(b) To report to the Conference at its fifth session;

3. Notes the lamps.
"""


@pytest.fixture
def answer():
    return proposals(read(TEXT))


def test_the_answer_has_the_form_that_is_promised(answer):
    assert set(answer) == {"kind", "session", "decisions", "account", "besides", "findings"}
    assert answer["session"] == {
        "body": "Conference on Lamps",
        "ordinal": 4,
        "place": "Oslo",
        "start": "2008-10-08",
        "end": "2008-10-17",
    }
    (decision,) = answer["decisions"]
    assert (decision["number"], decision["title"]) == ("4/1", "Oil")
    assert {"lines", "in_decisions", "unplaced"} <= set(answer["account"])


def test_items_take_verb_and_addressee_from_their_chapeau(answer):
    paragraphs = {p["label"]: p for p in answer["decisions"][0]["paragraphs"] if p["label"]}
    assert [paragraphs[label]["kind"] for label in ("1.", "1.(a)", "3.")] == ["chapeau", "operative", "recital"]
    (mandate,) = paragraphs["1.(b)"]["mandates"]
    assert (mandate["verb"], mandate["addressees"]) == ("request", ["Secretariat"])
    assert mandate["spans"]["verb"] == {"label": "1.", "at": [0, 8]}
    assert mandate["deadline"]["session"] == 5
    assert set(mandate) == {
        *("verb", "addressees", "action", "action_type", "deadline", "funding", "takes_effect"),
        *("references", "spans", "doubt"),
    }
    assert set(mandate["deadline"]) == {
        *("text", "kind", "date", "start", "session", "part", "relation", "offset", "every")
    }


def test_findings_come_with_their_sentence(answer):
    finding = next(f for f in answer["findings"] if f["code"] == "label_missing")
    assert (finding["level"], finding["line"]) == ("warning", 17)
    assert finding["params"] == {"decision": "4/1", "label": "3.", "expected": "2."}
    assert finding["text"] == "4/1: the label 3. stands where 2. was due. Check whether a paragraph was lost."


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Conference of the Parties to the Convention on Lamps", "Conference"),
        ("General Assembly", "General Assembly"),
        ("Commission on Lamps", "Commission"),
        ("World Lamp Assembly", "World Lamp Assembly"),
        ("", "Conference"),
    ],
)
def test_a_body_by_its_own_noun(name, noun):
    assert body_noun(name) == noun
