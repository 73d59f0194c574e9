"""The report of a real session, read whole. Its text is other people's and stays outside this repository."""

import json
import os
from pathlib import Path

import pytest

from sessions.reading import read

REPORTS = Path(__file__).parents[4] / "shared" / "reports"
REPORT = REPORTS / "ctoc-cop-2008-report.md"


@pytest.fixture(scope="module")
def report():
    if not REPORT.exists():
        reason = f"the real report is not on this machine ({REPORT})"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return read(REPORT.read_text(encoding="utf-8"), form="markdown")


@pytest.fixture(scope="module")
def gold(report):
    return json.loads(REPORT.with_suffix(".gold.json").read_text(encoding="utf-8"))


def test_session(report, gold):
    facts = report.session
    assert (facts.body, facts.ordinal, facts.place, facts.start, facts.end) == tuple(
        gold[name] for name in ("body", "session", "place", "start", "end")
    )


def test_decisions(report, gold):
    assert [(d.number, d.title) for d in report.decisions] == [(d["number"], d["title"]) for d in gold["decisions"]]


def test_paragraphs(report, gold):
    wanted = {tuple(pair) for pair in gold["no_follow_up"]}
    wanted |= {(m["decision"], m["paragraph"]) for m in gold["mandates"]}
    read_ones = {(d.number, p.label) for d in report.decisions for p in d.paragraphs}
    assert len(wanted) == 114
    assert wanted - read_ones == set()


def test_every_line_has_a_place(report):
    assert report.account.unplaced == 0
    assert [f.code for f in report.findings if f.level != "info"] == []


def test_letters_and_numerals_stand_side_by_side(report):
    third = next(d for d in report.decisions if d.number == "4/3")
    assert [p.label for p in third.paragraphs][9:17] == [
        "(i)",
        "(i)(i)",
        "(i)(ii)",
        "(i)(iii)",
        "(i)(iv)",
        "(i)(v)",
        "(j)",
        "(k)",
    ]


def test_sentences_across_pages_are_whole(report):
    texts = {(d.number, p.label): p.text for d in report.decisions for p in d.paragraphs}
    assert [texts[key][-1] for key in (("4/2", "(z)"), ("4/3", "(n)"), ("4/4", "(b)"))] == [".", ";", ";"]


def test_the_amended_rule_is_quoted(report):
    seventh = next(d for d in report.decisions if d.number == "4/7")
    assert [p.kind for p in seventh.paragraphs] == ["operative", "quoted", "quoted"]
