"""Where the sections stand that a report has besides its decisions, and their text: sentences and rows of lists.

A section is found by its heading, wherever it stands: an annex, a chapter, a page of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .blocks import Block, read_blocks
from .lines import Line, plain, visible

_PREFIX = r"^(?:annex(?:es)?\s*(?:[IVXL]+|\d{1,2}|[A-Z])?\s*[.:–—-]?\s+)?(?:[IVXLA-Z]{1,5}\.\s+|\d{1,2}\.\s+)?"
HEADINGS = {
    "statement": re.compile(
        rf"{_PREFIX}(?:oral |revised )?(?:financial statement|"
        r"statement (?:of|on) (?:the )?(?:financial|programme[- ]budget)|"
        r"(?:programme[- ]budget|financial) implications? of)\b",
        re.IGNORECASE,
    ),
    "agenda": re.compile(
        rf"{_PREFIX}(?:draft |proposed )*provisional agenda (?:for|of) (?:the|its) (?P<ordinal>[\w-]+(?: [\w-]+)??) "
        r"(?:(?:regular|ordinary|annual) )?(?:session|meeting)\b",
        re.IGNORECASE,
    ),
    "documents": re.compile(
        rf"{_PREFIX}(?:list of documents|documents (?:before|submitted to|considered by))\b", re.IGNORECASE
    ),
    "attendance": re.compile(
        rf"{_PREFIX}(?:attendance|(?:provisional |final )?list of participants|participants)\W*$", re.IGNORECASE
    ),
}
_ANNEX = re.compile(r"^(?:annex|appendix)(?:es)?(?:\s+(?P<number>[IVXL]+|\d{1,2}|[A-Z]))?(?:\W.*)?$", re.IGNORECASE)
_CHAPTER = re.compile(r"^[IVXL]{1,6}\.\s+[A-Z]")
_LONGEST_HEADING = 400
_MOST = 3  # how many times the text all sections of one kind may be long
_GAP = re.compile(r"\t|(?<=\S) {3,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of a section, its heading among the first; `annex` is the number of the annex it stands in."""

    heading: str
    annex: str
    lines: tuple[Line, ...]
    line: int

    def blocks(self) -> list[Block]:
        """Its running text, sentences whole."""
        return read_blocks(self.lines)

    def footnotes(self) -> str:
        """Its footnotes, in one text."""
        return " ".join(line.text for line in self.lines if line.what == "footnote")


def sections(lines: Sequence[Line], kind: str) -> Iterator[Section]:
    """The sections of a kind of `HEADINGS`, in their order. A table of contents is none."""
    room = _MOST * len(lines)  # a file that repeats a heading for ever is none that anybody wrote
    for at, line in enumerate(lines):
        if line.what != "text" or line.leads or len(line.text) > _LONGEST_HEADING:
            continue
        if not HEADINGS[kind].match(line.text) or not _stands_alone(lines, at):
            continue
        end = _end(lines, at)
        if (room := room - (end - at)) < 0:
            return
        yield Section(line.text, _annex_of(lines, at), tuple(lines[at + 1 : end]), line.number)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Is the line a heading: marked as one, or with nothing before it that it could go on with?"""
    line, before = lines[at], lines[at - 1] if at else None
    if line.marked:
        return True
    return before is None or before.what != "text" or bool(_ANNEX.match(before.text)) or before.marked


def _annex_of(lines: Sequence[Line], at: int) -> str:
    """The number of the annex whose heading stands on the line or just above it; "" outside one."""
    for line in [lines[at], *(each for each in reversed(lines[max(0, at - 6) : at]) if each.text)][:3]:
        if found := _ANNEX.match(line.text):
            return (found["number"] or "").upper()
    return ""


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the section that begins at `at` ends: at the next annex, chapter, or heading of its own level or above."""
    own = lines[at]
    for following in range(at + 1, len(lines)):
        line = lines[following]
        if line.what != "text" or not line.text or len(line.text) > _LONGEST_HEADING:
            continue
        if len(line.text) < 40 and _ANNEX.match(line.text) and line.text[-1] not in ".;,":
            return following
        if line.marked and (_CHAPTER.match(line.text) or (own.level and 0 < line.level < own.level)):
            return following
        if _begins_another(lines, following, own):
            return following
    return len(lines)


def _begins_another(lines: Sequence[Line], at: int, own: Line) -> bool:
    """Is the line the heading of a further section, not deeper than `own`; and no item of an agenda that names one?"""
    line = lines[at]
    if line.text[0].isdigit() or line.level > own.level or not any(form.match(line.text) for form in HEADINGS.values()):
        return False
    return line.marked or (not own.marked and _stands_alone(lines, at))


def raw_rows(text: str) -> list[str]:
    """The lines of the file as they are, in step with `read_lines`: a row's cells stand apart in them alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def cells_of(line: Line, raw: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row: of a table, of a line with tabs, of columns set apart by spaces. () where it is no row."""
    if line.cells:
        return line.cells
    row = visible(raw[line.number - 1]).rstrip() if line.number <= len(raw) else ""
    if not _GAP.search(row):
        return ()
    return tuple(plain(html.unescape(cell)) for cell in _GAP.split(row))
