"""A page that lost its line ends -> its paragraphs, as far as labels and the language of decisions tell them apart.

Only where a row holds two numbered paragraphs or more that decide: a list inside one paragraph stays there.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .labels import roman
from .openings import body_alone, opening

LONG = 300  # characters: shorter rows hold one paragraph
_NUMBERED = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,3})\.\s(?=[A-Z*_])")
_ITEM = re.compile(r"(?<=[:;,d])\s(?=\((?P<inner>[a-z]{1,4})\)\s)")
_FORMULA = re.compile(r"\b(?:The|THE)\s[^,:;.]{3,200}[,:]")
_HEADING = re.compile(r"\b(?:Decision|DECISION|Resolution|RESOLUTION)\s(?=\S*\d)")
_NEXT = re.compile(r"(?<=[,;])\s(?=[A-Z])")
_DATA = re.compile(r"(?<=\.)\s(?=\d{1,3}(?:st|nd|rd|th)\s(?:plenary\s|closing\s)?meeting\b)")


def unrolled(row: str) -> list[str]:
    """The paragraphs of a row, in order; the row alone where it holds no decision."""
    starts = _numbered(row)
    if len(starts) < 2:
        return [row]
    cuts = {0}
    last = 0
    for at, number in starts:
        if number == 1:
            cuts.update(_head(row, last, at))
        cuts.add(at)
        last = at
    bounds = [*sorted(at for at, _ in starts), len(row)]
    for begin, end in pairwise(bounds):
        cuts.update(_items(row, begin, end))
    cuts.update(found.end() for found in _DATA.finditer(row))
    edges = [*sorted(cuts), len(row)]
    pieces = [row[begin:end].strip() for begin, end in pairwise(edges)]
    return [piece for piece in pieces if piece]


def _numbered(row: str) -> list[tuple[int, int]]:
    """Where paragraphs begin that count up from 1 and decide, each with its number."""
    starts: list[tuple[int, int]] = []
    due = 1
    for found in _NUMBERED.finditer(row):
        number = int(found["number"])
        if number in (1, due) and opening(row[found.end() : found.end() + 80].lstrip("*_")) == "verb":
            starts.append((found.start(), number))
            due = number + 1
    return starts


def _head(row: str, begin: int, end: int) -> set[int]:
    """Where heading, formula and recitals begin in the text before a paragraph 1."""
    formulas = [
        found for found in _FORMULA.finditer(row, begin, end) if body_alone(found[0].replace("*", "")) is not None
    ]
    if not formulas:
        return set()
    formula = formulas[-1]
    cuts = {formula.start(), formula.end()}
    cuts.update(
        found.end()
        for found in _NEXT.finditer(row, formula.end(), end)
        if opening(row[found.end() : found.end() + 80]) == "recital"
    )
    headings = [found.start() for found in _HEADING.finditer(row, begin, formula.start())]
    return cuts | set(headings[-1:])


def _items(row: str, begin: int, end: int) -> set[int]:
    """Where the items "(a)", "(i)" of one paragraph begin: after a colon from the first on, then counting up."""
    cuts: set[int] = set()
    levels: list[str] = []
    for found in _ITEM.finditer(row, begin, end):
        inner = found["inner"]
        if inner in ("a", "i") and row[found.start() - 1] == ":":
            levels.append(inner)
        else:
            open_at = next((at for at in range(len(levels) - 1, -1, -1) if _follows(levels[at], inner)), None)
            if open_at is None:
                continue
            del levels[open_at + 1 :]
            levels[open_at] = inner
        cuts.add(found.end())
    return cuts


def _follows(before: str, inner: str) -> bool:
    """Is `inner` the letter or the numeral after `before`?"""
    one, two = roman(before), roman(inner)
    letters = len(before) == len(inner) == 1 and ord(inner) == ord(before) + 1
    return letters or (one is not None and two == one + 1)
