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
    under: bool = False  # a line above it says whom it is directed to: its words are its text, whoever they charge


def directed(lines: list[Line]) -> tuple[list[Line], list[Stretch]]:
    """Each decision with its number and the heading above it, and the lines with these numbers taken off."""
    if not any(_DIRECTED.match(_rest(line)) or _says_decisions(line) for line in lines if line.what == "text"):
        return lines, []
    told = list(lines)
    stretches: list[Stretch] = []
    title = ""
    for begun in _numbers(lines):
        speaks = directs(begun.rest) or (begun.under and bool(begun.rest))
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
    headings = (line.what == "text" and _addresses(lines, at) for at, line in enumerate(lines))
    told = [_addressing(line) if heads else line for line, heads in zip(told, headings, strict=True)]
    return told, stretches


def _addressing(line: Line) -> Line:
    """The line as a heading that says whom decisions are directed to, its second line too: no title goes on there."""
    return replace(line, marked=True, text=line.text if _DIRECTED.match(line.text) else f"Directed to {line.text}")


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
        under = _under(lines, at)
        if under or _DIRECTED.match(rest) or directs(rest) or (title and _charges(lines, at)):
            begun.append(_Begun(at, found["number"], rest, under))
    return begun


def _under(lines: list[Line], at: int) -> bool:
    """Is the last thing said above line `at` whom the decision is directed to?"""
    above = next((nth for nth in range(at - 1, max(-1, at - 4), -1) if lines[nth].what == "text"), None)
    return above is not None and _addresses(lines, above)


def _addresses(lines: list[Line], at: int) -> bool:
    """Does line `at` say whom decisions are directed to, or go on with a line that does?"""
    for above in range(at, max(-1, at - 4), -1):
        if lines[above].what != "text" or _NUMBER.match(lines[above].text):
            return False
        if _DIRECTED.match(lines[above].text):
            return above == at or not ends_sentence(lines[above].text) or lines[above].text.endswith(",")
    return False


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
        addresses = _addresses(lines, above)
        if stops and not addresses:
            break
        ends = above
        if not (title or addresses or is_data(line.text)):
            begin, title = above, line.text
    return ends, begin, title
