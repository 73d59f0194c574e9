"""Which paragraph cites which document in a footnote: the mark in the text leads to the symbol at the foot of the page.

Only raised marks count ("facilities<sup>3</sup>", "facilities[^3]"): a bare figure may be anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .besides import Citation
from .lines import Line
from .results import DecisionText
from .symbols import symbols_in

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(
    r"<sup>\s*[(\[]?(?P<tag>\w{1,3})[)\]]?\s*</sup>|\[\^(?P<note>[\w-]{1,20})\](?!:)|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\W*?(?:<sup>\s*[(\[]?(?P<tag>\w{1,3})[)\]]?\s*</sup>|\[\^(?P<note>[\w-]{1,20})\]:|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))",
    re.IGNORECASE,
)
_LONGEST = 60  # lines over which the last paragraph may run on
_STARRED = re.compile(r"^\s*\\?[*†‡§]")


def read_citations(
    lines: Sequence[Line], raw: Sequence[str], decisions: Sequence[DecisionText]
) -> tuple[Citation, ...]:
    """Each citation once, in the order of the footnotes; those of texts around the decisions are left out."""
    places = _Places(decisions, lines)
    marks: defaultdict[str, list[int]] = defaultdict(list)  # mark -> lines that carry it, also around the decisions
    # A row that lost its line ends is many lines of one number.
    for number in dict.fromkeys(line.number for line in lines if line.what in ("text", "table")):
        if number <= len(raw):
            for found in _MARK.finditer(raw[number - 1]):
                marks[_said(found)].append(number)
    cited: dict[Citation, None] = {}
    for mark, number, symbols in _notes(lines, raw):
        near = _nearest(marks[mark], number)
        if near and (place := places.of(near)):
            cited.update((Citation(*place, symbol[:80]), None) for symbol in symbols)
    return tuple(cited)


def _nearest(numbers: Sequence[int], to: int) -> int:
    """The number next to `to` of an ascending row; 0 where there is none."""
    at = bisect_right(numbers, to)
    return min(numbers[max(0, at - 1) : at + 1], key=lambda number: abs(number - to), default=0)


def _notes(lines: Sequence[Line], raw: Sequence[str]) -> Iterator[tuple[str, int, list[str]]]:
    """The footnotes that name documents: mark, line, symbols. A note that runs on keeps its mark."""
    mark, last = "", 0
    for line in lines:
        if line.what != "footnote" or line.number > len(raw):
            continue
        if found := _NOTE.match(raw[line.number - 1]):
            mark = _said(found)
        elif line.number != last + 1 or _STARRED.match(raw[line.number - 1]):
            mark = ""  # a note to a heading, or one whose mark was lost
        last = line.number
        if mark and (symbols := symbols_in(line.text)):
            yield mark, line.number, symbols


def _said(found: re.Match[str]) -> str:
    return (found["tag"] or found["note"] or found["raised"].translate(_RAISED)).lower()


class _Places:
    """Which paragraph of which decision a line of the file belongs to."""

    def __init__(self, decisions: Sequence[DecisionText], lines: Sequence[Line]) -> None:
        rows = [(p.line, d.number, at) for d in decisions if d.number for at, p in enumerate(d.paragraphs)]
        rows += [(d.line, "", 0) for d in decisions]  # a heading ends the decision before it
        self.rows = sorted(rows, key=lambda row: row[0])
        self.starts = [row[0] for row in self.rows]
        ends = max((max((p.line for p in d.paragraphs), default=d.line) for d in decisions), default=0)
        after = next((line.number for line in lines if line.number > ends and line.marked), ends + _LONGEST)
        self.last = min(after - 1, ends + _LONGEST)

    def of(self, line: int) -> tuple[str, int] | None:
        """Number of the decision and place of the paragraph in it; None outside the decisions."""
        at = bisect_right(self.starts, line) - 1
        if at < 0 or line > self.last or not self.rows[at][1]:
            return None
        return self.rows[at][1], self.rows[at][2]
