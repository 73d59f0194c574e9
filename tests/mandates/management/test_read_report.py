"""`manage.py read_report`: a page for a person, JSON for a program, one sentence for a file without text."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.sessions.reading.editions import edition

REPORT = """Report of the Conference on Lamps on its fourth session, held in Oslo from 8 to 17 October 2008

Decision 4/1

Oil

The Conference on Lamps:

(a) Requested the Secretariat to report on oil at its fifth session;

(c) Decided to trim the wicks.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def said(*arguments):
    out = StringIO()
    call_command("read_report", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_json(report):
    answer = json.loads(said(report, "--format", "json"))
    assert [d["number"] for d in answer["decisions"]] == ["4/1"]
    assert [f["code"] for f in answer["findings"]] == ["label_missing"]
    account = answer["account"]
    assert (account["lines"], account["in_decisions"], account["unplaced"]) == (11, 9, 0)
    assert (account["paragraphs"], account["headings"], account["blank"]) == (3, 2, 4)


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "columns.pdf", "report.html", "report.txt"])
def test_every_format_proposes_the_same_mandates(tmp_path, name):
    found = []
    for edited in ("report.md", name):
        path = tmp_path / edited
        path.write_bytes(edition(edited))
        decisions = json.loads(said(path, "--format", "json"))["decisions"]
        found.append([(p["label"], p["kind"], p["mandates"]) for d in decisions for p in d["paragraphs"]])
    assert found[0] == found[1]
    assert sum(len(mandates) for _, _, mandates in found[0]) >= 12


def test_a_page_that_a_person_can_read(report):
    page = said(report)
    assert page.startswith("report, in English\nConference on Lamps, session 4, Oslo, 2008-10-08 to 2008-10-17\n")
    assert "Decision 4/1\nOil\n" in page
    assert "> request: Secretariat: report on oil" in page
    assert "warning: line 11: 4/1: the label (c) stands where (b) was due." in page
    account = page.rstrip().splitlines()[-1]
    assert "11 lines, 9 in decisions: 3 in paragraphs, 2 in headings" in account
    assert account.endswith("4 blank, 0 without a place")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (bytes(range(256)) * 20, "The file holds no text."),
        (b"{\\rtf1 lamps}", "Files of the format RTF are not read."),
    ],
)
def test_a_file_without_text_gets_one_sentence(tmp_path, data, sentence):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    with pytest.raises(CommandError, match=sentence) as refusal:
        said(path)
    assert refusal.value.returncode == 1


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"There is no file “nowhere\.md”"):
        said(tmp_path / "nowhere.md")


def test_a_file_that_is_too_large(report):
    report.write_text(REPORT * 10_000, encoding="utf-8")
    with pytest.raises(CommandError, match="larger than 1 MB"):
        said(report, "--max-mb", "1")


def test_a_text_without_decisions_is_a_reading_with_a_finding(tmp_path):
    path = tmp_path / "lamps.txt"
    path.write_text(
        "The lamps of the harbour are lit at night, and they are trimmed in the morning.\n", encoding="utf-8"
    )
    answer = json.loads(said(path, "--format", "json"))
    assert answer["decisions"] == []
    assert "no_decisions" in [f["code"] for f in answer["findings"]]


def test_the_real_report():
    path = Path(__file__).parents[4] / "shared" / "reports" / "ctoc-cop-2008-report.md"
    if not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("the real report is not on this machine")
        pytest.skip("the real report is not on this machine")
    answer = json.loads(said(path, "--format", "json"))
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    silent = {tuple(pair) for pair in gold["no_follow_up"]}
    speaking = {(d["number"], p["label"]) for d in answer["decisions"] for p in d["paragraphs"] if p["mandates"]}
    assert silent & speaking == set()
    assert {(m["decision"], m["paragraph"]) for m in gold["mandates"] if not m.get("optional")} - speaking == set()
