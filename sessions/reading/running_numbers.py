"""The number of a decision at the head or foot of its later pages: furniture, never a second heading.

The same words may head another decision, or the decision itself after the contents. So a number runs only where it is
that of the decision being read, and where the text goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .above_numbers import same
from .headings import heading_of, opens_decision
from .labels import read_tokens
from .lines import Line
from .mastheads import is_data
from .number_forms import AFTER_WORD, NUMBERS, REVISION, tidy
from .openings import opening, speaker
from .page_marks import breaks_off
from .sections import paragraph_from

_PAGE = r"(?i:(?:page|p\.)\s*)?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?"
_RUNNING = re.compile(
    rf"^(?:(?P<page>{_PAGE})\s*[|–—-]?\s+)?(?P<name>(?:[A-Z(][\w.,’'()/&-]*\s+){{0,8}}?)"
    rf"(?:(?:Resolution|RESOLUTION|Decision|DECISION)\s+(?P<told>{AFTER_WORD}{REVISION}?)"
    rf"|(?P<bare>(?:{NUMBERS}){REVISION}?))\*?(?:\s*[|–—-]?\s*(?P<after>{_PAGE}))?$"
)
_NUMBER_FIRST = re.compile(rf"^(?:{_PAGE}\s+)?(?P<number>(?:{NUMBERS}){REVISION}?)[.:]?\s+(?P<title>.+)$")
_NUMBER_LAST = re.compile(rf"^(?P<title>.+?)\s+(?P<number>(?:{NUMBERS}){REVISION}?)(?:\s+{_PAGE})?$")
_EDGES = re.compile(rf"^{_PAGE}\s+|\s+{_PAGE}$|\s*(?:…|\.\.\.)$")
_CITES = re.compile(r"^(?:see|under|in|recalling|pursuant|note|ibid)\b", re.IGNORECASE)
_BEGINS = re.compile(r"^[1aAiI]$")  # the first label of a series
_LONGEST = 120  # characters of a running head
_FAR = 12  # lines under it on which the text is seen to go on


@dataclass(slots=True)
class _Open:
    """The decision being read."""

    number: str
    title: str = ""
    spoken: bool = False  # its body has been named


def without_running_numbers(lines: list[Line]) -> list[Line]:
    """The lines, with those told as furniture that only say again which decision the page is of."""
    told = list(lines)
    current: _Open | None = None
    named: _Open | None = None  # what a heading has named, while no text has opened under it
    for at, line in enumerate(lines):
        if line.what != "text" or not line.text:
            continue
        if current is not None and _runs(told, at, current):
            told[at] = replace(line, what="furniture")
            continue
        heading = heading_of(lines, at)
        words = read_tokens(line.text)[1]
        if heading is not None and heading.sort == "decision":
            if not (named is not None and same(named.number, heading.number)):
                named = _Open(heading.number)
            named.title = heading.title
        elif words and opens_decision(paragraph_from(lines, at, words)):
            current, named = named or current, None
            if current is not None and speaker(line.text) is not None:
                current.spoken = True
        elif named is not None and not is_data(line.text) and len(named.title) < _LONGEST:
            named.title = f"{named.title} {line.text}".strip()
    return told


def _runs(lines: list[Line], at: int, current: _Open) -> bool:
    """Does line `at` say nothing but the number, and perhaps the title, of the decision that goes on under it?"""
    text = lines[at].text
    if len(text) > _LONGEST:
        return False
    found = _RUNNING.match(text)
    if found and not _CITES.match(found["name"]) and _is(found["told"] or found["bare"], current):
        return _goes_on(lines, at, current, paged=bool(found["page"] or found["after"]))
    return _says_title(text, current) and _goes_on(lines, at, current, paged=False)


def _is(number: str, current: _Open) -> bool:
    one, other = _unrevised(tidy(number)), _unrevised(current.number)
    return same(one, other) or one == other


def _unrevised(number: str) -> str:
    return re.sub(r"\s*\((?:rev|Rev|REV)[^()]*\)$", "", number)


def _says_title(text: str, current: _Open) -> bool:
    """Is `text` the number with the title, or as much of it as a running head holds: "A/RES/71/900  Harbours"?"""
    for found in (_NUMBER_FIRST.match(text), _NUMBER_LAST.match(text)):
        if found and _is(found["number"], current):
            said = _squash(_EDGES.sub("", found["title"]))
            return len(said) > 8 and _squash(current.title).startswith(said)
    return False


def _squash(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _goes_on(lines: list[Line], at: int, current: _Open, *, paged: bool) -> bool:
    """Does the text of the decision go on after line `at`? Another decision would begin with a title or a formula."""
    before = next((line for line in reversed(lines[max(0, at - _FAR) : at]) if line.what == "text"), None)
    for nth, line in enumerate(_following(lines, at)):
        text = line.text
        tokens, words = read_tokens(text)
        if nth == 0 and before is not None and _cut(before, text):
            return True
        if speaker(text) is not None:
            return not current.spoken
        if tokens and words:
            return nth == 0 or not _BEGINS.match(tokens[0].inner)
        said = opening(text)
        if nth == 0 and (text[0].islower() or said in ("verb", "recital")):
            return True
        if said in ("verb", "recital"):
            return said == "verb"  # "IV. Islands", then what is decided of them; recitals follow a title
    return paged or next(_following(lines, at), None) is None


def _following(lines: list[Line], at: int) -> Iterator[Line]:
    """The lines under line `at` that say something of the text: no data, no further number of a page."""
    for line in lines[at + 1 : at + 1 + 4 * _FAR]:
        if line.what == "text" and not is_data(line.text) and not _RUNNING.match(line.text):
            yield line


def _cut(before: Line, after: str) -> bool:
    """Was a sentence cut between `before` and `after`?"""
    return breaks_off(before.text) and not before.marked and (after[0].islower() or not is_data(before.text))
