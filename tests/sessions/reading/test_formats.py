"""One report, one reading: whatever the format in which a secretariat sends it."""

import re
from functools import cache
from pathlib import Path

import pytest

from sessions.reading import read
from sessions.reading.files import read_file, source_of
from tests.sessions.reading.editions import EDITIONS, edition, labelled, pieces, reprint
from tests.sessions.reading.reprints import PLAIN

SAMPLE = Path(__file__).parents[3] / "sample"


@cache
def reading(name):
    source = source_of(edition(name), name)
    return read(source.text, form=source.form)


def words(text):
    return "".join(said for kind, said in pieces(text) if kind != "note")


def manuscript():
    """The decisions as the manuscript has them: number -> the labels and words of its paragraphs."""
    decisions, within, path = {}, None, []
    for kind, *rest in labelled():
        if kind == "heading":
            if rest[0] <= 2:
                within = decisions.setdefault(rest[1], []) if rest[1].startswith("Decision") else None
        elif kind == "text" and within is not None:
            depth, label, text = rest
            path = [*path[: depth - 1], label] if depth else []
            within.append(("".join(path), words(text)))
    return decisions


@pytest.mark.parametrize("name", EDITIONS)
def test_every_edition_says_what_the_manuscript_says(name):
    found = reading(name)
    assert {f"Decision {d.number}": [(p.label, p.text) for p in d.paragraphs] for d in found.decisions} == manuscript()
    assert [d.title for d in found.decisions] == [
        "Moorings and the safety of those who handle them",
        "Lights on breakwaters",
    ]
    assert found.account.unplaced == 0


@pytest.mark.parametrize("name", EDITIONS[1:])
def test_every_edition_gives_the_same_kinds_and_the_same_session(name):
    first, other = reading(EDITIONS[0]), reading(name)
    for one, two in zip(first.decisions, other.decisions, strict=True):
        assert [(p.kind, p.part, p.chapeau) for p in two.paragraphs] == [
            (p.kind, p.part, p.chapeau) for p in one.paragraphs
        ]
    assert other.session == first.session
    assert not [finding for finding in other.findings if finding.level != "info"]


@pytest.mark.parametrize("name", ["report.pdf", "columns.pdf", "report.txt"])
def test_a_sentence_goes_on_over_a_page_in_print(name):
    """What the tests above join was really cut: by a page, and by a hyphen at a line's end."""
    text = source_of(edition(name), name).text
    assert re.search(r"[a-z]\n(?:.*\n){0,9}?(?:---|.*\f)", text) or name == "report.pdf"
    assert re.search(r"[a-z]-\n[a-z]", text)


def test_heads_feet_and_numbers_of_pages_are_told_as_left_out():
    source = source_of(edition("columns.pdf"), "columns.pdf")
    assert "fifth session\n" not in source.text.split("##")[2]
    assert [finding.code for finding in source.findings] == ["running_heads_left_out"]


@pytest.mark.parametrize("sample", ["ctoc-cop-4.md", "harbour-cop-3.md"])
@pytest.mark.parametrize("name", ["report.html", "report.docx", "report.pdf", "columns.pdf"])
def test_the_samples_read_the_same_in_every_format(sample, name):
    markdown = (SAMPLE / sample).read_text(encoding="utf-8")
    source = source_of(reprint(markdown, name), name)
    found, first = read(source.text, form=source.form), read(markdown.translate(PLAIN), form="markdown")
    assert outlined(found) == outlined(first)


def outlined(reading):
    return [(d.number, d.title, [(p.label, p.part, p.kind, p.text) for p in d.paragraphs]) for d in reading.decisions]


@pytest.mark.parametrize("name", ["ctoc-cop-4.md", "harbour-cop-3.md"])
def test_the_samples_are_read_as_they_are(name):
    path = SAMPLE / name
    assert read_file(path).decisions == read(path.read_text(encoding="utf-8"), form="markdown").decisions
