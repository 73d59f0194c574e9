"""What a score says: everything that agrees counts, and each thing that does not is a miss."""

import copy
import re

import pytest

from tests.accuracy import page, recorded
from tests.accuracy.disguises import DISGUISES
from tests.accuracy.scoring import score

SESSION = {"text": "at its fifth session", "kind": "session", "date": None, "session": 5, "relation": "at"}
GOLD = {
    "decisions": [{"number": "4/1", "title": "Lights"}],
    "paragraphs": [
        {"decision": "4/1", "paragraph": "1.", "kind": "recital", "starts": "Notes the report"},
        {
            "decision": "4/1",
            "paragraph": "2.",
            "kind": "operative",
            "starts": "Requests",
            "references": ["decision 3/2"],
        },
    ],
    "mandates": [
        {
            "decision": "4/1",
            "paragraph": "2.",
            "verb": "request",
            "addressees": ["Secretariat"],
            "action": "report on decision 3/2",
            "action_type": "report",
            "deadline": SESSION,
            "funding": "existing",
        }
    ],
}
MANDATE = {
    "verb": "request",
    "addressees": ["Secretariat"],
    "action": "report on decision 3/2, within existing resources",
    "action_type": "report",
    "deadline": SESSION,
    "funding": "existing",
    "takes_effect": False,
    "references": [{"text": "decision 3/2", "span": [0, 12]}],
}
READ = {
    "decisions": [
        {
            "number": "Decision 4/1",
            "title": "Lights",
            "paragraphs": [
                {"label": "1.", "part": "", "kind": "recital", "text": "Notes the report;", "mandates": []},
                {
                    "label": "2.",
                    "part": "",
                    "kind": "operative",
                    "text": "Requests the Secretariat, within existing resources, to report on decision 3/2.",
                    "mandates": [MANDATE],
                },
            ],
        }
    ]
}


def read(**changed):
    """The reading with something else in its one mandate."""
    reading = copy.deepcopy(READ)
    reading["decisions"][0]["paragraphs"][1]["mandates"][0].update(changed)
    return reading


def test_all_that_agrees_is_a_whole_score_without_misses():
    found = score(GOLD, READ)
    assert found.misses == []
    assert {name for name, count in found.counts.items() if count.f1 < 1} == set()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"verb": "urge"}, "mandates"),
        ({"addressees": ["States parties"]}, "addressees"),
        ({"addressees": ["Secretariat", "States parties"]}, "addressees"),
        ({"action_type": "meeting"}, "action types"),
        ({"deadline": {**SESSION, "session": 6}}, "deadlines"),
        ({"deadline": None}, "deadlines"),
        ({"deadline": {**SESSION, "relation": "before"}}, "relations"),
        ({"deadline": {**SESSION, "offset": "-P6W"}}, "deadline details"),
        ({"funding": None}, "funding"),
        ({"takes_effect": True}, "takes effect"),
        ({"references": []}, "references"),
    ],
)
def test_what_differs_is_a_miss_in_its_field(changed, field):
    found = score(GOLD, read(**changed))
    assert found.counts[field].f1 < 1
    assert found.misses


def test_a_mandate_read_into_a_recital_is_a_miss():
    reading = copy.deepcopy(READ)
    reading["decisions"][0]["paragraphs"][0]["mandates"] = [MANDATE]
    found = score(GOLD, reading)
    assert found.counts["quiet paragraphs"].f1 == 0
    assert found.counts["mandates"].precision == 0.5


def test_a_decision_that_was_not_read_takes_its_paragraphs_and_mandates_with_it():
    found = score(GOLD, {"decisions": []})
    assert found.counts["decisions"].recall == 0
    assert found.counts["paragraphs"].recall == 0
    assert found.counts["mandates"].recall == 0


def test_the_gold_may_accept_more_than_one_value():
    gold = copy.deepcopy(GOLD)
    gold["mandates"][0].update(action_type=["report", "information"], deadline=[None, SESSION])
    assert score(gold, READ).misses == []
    assert score(gold, read(deadline=None, action_type="information")).misses == []


def test_a_figure_below_the_recorded_one_has_fallen():
    assert recorded.fallen({"a": {"mandates": 0.97}}, {"a": {"mandates": 0.98}}) == [
        "a: mandates 0.970, recorded 0.980"
    ]
    assert recorded.fallen({"a": {"mandates": 0.98}}, {"a": {"mandates": 0.98}}) == []


def test_the_promise_of_the_real_report_is_kept_or_said_to_be_broken():
    assert recorded.broken(dict(recorded.PROMISED)) == []
    assert recorded.broken({**recorded.PROMISED, "deadlines": 0.99}) == ["real report: deadlines 0.990, promised 1.00"]


def test_the_page_shows_the_tables_in_their_places_and_keeps_the_rest():
    text = "words\n<!-- measured: all texts -->\nold\n<!-- end -->\n<!-- measured: held out -->\nkept\n<!-- end -->\n"
    shown = page.with_tables(text, {"all texts": ["| a |"]})
    assert "old" not in shown
    assert "<!-- measured: all texts -->\n\n| a |\n\n<!-- end -->" in shown
    assert "kept" in shown
    assert page.with_tables(shown, {"all texts": ["| a |"]}) == shown


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_keeps_the_words(name):
    text = (
        "# Decision 5/1\n\n(a) *Requested* the Secretariat"
        + " to prepare an extraordinary report" * 20
        + ";<sup>1</sup>\n"
    )
    disguised = re.sub(r"HSC/\S+|\W|\d|sup", "", DISGUISES[name](text))
    assert disguised == re.sub(r"\W|\d|sup", "", text)
    assert DISGUISES[name](text) != text
