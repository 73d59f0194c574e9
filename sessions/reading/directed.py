"""Decisions under decimal numbers, each directed to somebody: "18.90 Directed to the Secretariat", then its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .headings import Heading
from .labels import read_tokens
from .lines import Line
from .mastheads import is_data
from .openings import directs, ends_sentence
from .sections import Stretch

_NUMBER = re.compile(r"^(?P<number>\d{1,2}\.(?:\d{1,3}|[A-Z]{2,3})(?:\s?\(Rev\.?[^()]*\))?)\s*[.:]?\s*(?P<rest>.*)$")
_DIRECTED = re.compile(r"^(?:decisions?\s+)?(?:is\s+|are\s+)?directed\s+to\b", re.IGNORECASE)
_DECISIONS = re.compile(r"\bdecisions\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A line with a decision's number; `rest` is what it says besides."""

    at: int
    number: str
    rest: str


def directed(lines: list[Line]) -> tuple[list[Line], list[Stretch]]:
    """Each decision with its number and the heading above it, and the lines with these numbers taken off."""
    if not any(_DIRECTED.match(_rest(line)) or _says_decisions(line) for line in lines if line.what == "text"):
        return lines, []
    told = list(lines)
    stretches: list[Stretch] = []
    title = ""
    for begun in _numbers(lines):
        speaks = directs(begun.rest)
        line = lines[begun.at]
        told[begun.at] = replace(line, text=begun.rest or begun.number, marked=not speaks, level=0)
        if stretches and stretches[-1].heading.number == begun.number:
            continue  # a page says number and title again
        ends, begin, found = _above(lines, begun.at, stretches[-1].body if stretches else 0)
        own = "" if speaks or _DIRECTED.match(begun.rest) else begun.rest
        title = own or found or title
        if stretches:
            stretches[-1].end = ends
        stretches.append(Stretch(Heading(begun.at, "decision", begun.number, title), begin, begun.at, len(lines)))
    told = [replace(line, marked=True) if _DIRECTED.match(line.text) else line for line in told]
    return told, stretches


def _rest(line: Line) -> str:
    found = _NUMBER.match(line.text)
    return found["rest"] if found else line.text


def _says_decisions(line: Line) -> bool:
    return line.number < 60 and (line.marked or len(line.text) < 160) and bool(_DECISIONS.search(line.text))


def _numbers(lines: list[Line]) -> list[_Begun]:
    """The lines that begin a decision: their number stands before somebody who is charged, or before "Directed to"."""
    begun = []
    for at, line in enumerate(lines):
        found = _NUMBER.match(line.text) if line.what == "text" and not line.leads else None
        if not found:
            continue
        rest = found["rest"]
        title = len(rest) < 200 and not ends_sentence(rest)
        if _DIRECTED.match(rest) or directs(rest) or (title and _charges(lines, at)):
            begun.append(_Begun(at, found["number"], rest))
    return begun


def _charges(lines: list[Line], at: int) -> bool:
    """Do the next lines say whom the number above them is directed to?"""
    following = [line.text for line in lines[at + 1 : at + 6] if line.what == "text"][:2]
    return any(_DIRECTED.match(text) for text in following) or directs("".join(following[:1]))


def _above(lines: list[Line], at: int, floor: int) -> tuple[int, int, str]:
    """Where the headings over line `at` begin, where the nearest of them stands, and what it says."""
    ends, begin, title = at, at, ""
    for above in range(at - 1, floor - 1, -1):
        line = lines[above]
        if line.what != "text":
            continue
        stops = line.text[-1] in ".;:," or len(line.text) > 160 or line.bullet or read_tokens(line.text)[0]
        if stops and not _DIRECTED.match(line.text):
            break
        ends = above
        if not (title or is_data(line.text)):
            begin, title = above, line.text
    return ends, begin, title
