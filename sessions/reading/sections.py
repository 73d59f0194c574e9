"""Headings -> stretches: which lines belong to which decision, and which to the report around it.

A heading counts only where what follows begins as a decision does. A decision ends at the next one, at a draft, at a
section of the report, at an annex that is not its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .above_numbers import base, endings, same, title_above, title_over, with_masthead, with_symbol
from .headings import Heading, heading_of, of_a_session, opens_decision
from .labels import read_tokens, roman
from .lines import Line
from .mastheads import is_data

_DRAFTS = re.compile(
    r"\bdraft|financial (?:statement|implication)|budget implication|\bproposals?\b.*\b(?:decision|resolution)|"
    r"\btext not adopted",
    re.IGNORECASE,
)
_SPEAKS_OF_ANNEX = re.compile(r"\b(?:annex(?:es|ed)?|appendi(?:x|ces)|attach(?:ed|ment)|enclosure)\b", re.IGNORECASE)
_LOOK_AHEAD = 60  # lines of title, agenda item and adoption data between a number and its text; far more than occur


@dataclass(slots=True)
class Stretch:
    """The lines of one decision: its heading at `begin`, its text up to (not with) `end`."""

    heading: Heading
    begin: int
    body: int  # where the text opens
    end: int = 0
    annexes: list[int] = field(default_factory=list)  # indices of the headings of annexes of its own
    annex: int = 0  # number of the last of them; 0 where it has none
    parts: int = 0  # number of the last part, counted as Roman numerals count


@dataclass(slots=True)
class Division:
    """What the headings make of a text."""

    stretches: list[Stretch] = field(default_factory=list)
    bare: list[Heading] = field(default_factory=list)  # headings of decisions without a text
    drafts: int = 0


@dataclass(slots=True)
class _Around:
    """The section of the report that is open: its number in each series, and its mark-up."""

    roman: int = 0
    letter: int = 0
    annex: int = 0
    level: int = 0

    def take(self, heading: Heading) -> None:
        value = roman(heading.number) if heading.number else None
        if heading.sort == "annex":
            self.annex, self.roman, self.letter = value or 0, 0, 0
        elif value is not None and (len(heading.number) > 1 or heading.number in "IVX"):
            self.roman, self.letter = value, 0
        elif heading.number.isalpha() and len(heading.number) == 1:
            self.letter = ord(heading.number) - 64
        if heading.level:
            self.level = heading.level


def divide(lines: list[Line]) -> Division:
    """Where each decision begins and ends."""
    headings = [heading for at in range(len(lines)) if (heading := heading_of(lines, at))]
    division = Division()
    around = _Around()
    current: Stretch | None = None
    quoting = False  # in a section that quotes drafts
    masthead: Heading | None = None
    for nth, heading in enumerate(headings):
        if heading.sort == "decision":
            limit = _next(headings, nth, len(lines))
            body = None if quoting else _body(lines, heading, limit)
            if body is None:
                if not quoting:
                    masthead = heading
                    if heading.sure and not (current is not None and current.annexes):
                        division.bare.append(heading)
                continue
            if current is not None and current.annexes and not heading.sure and not _alike(current, heading):
                continue  # a number in an annex of its own is no new decision
            begin = masthead.at if masthead is not None and same(masthead.number, heading.number) else heading.at
            if heading.masthead:
                heading = replace(heading, title=title_over(lines, body, heading.at + 1, heading.number)[2])
            title_at = title_above(lines, heading, body, current.body if current is not None else 0)
            if title_at is not None:
                title = re.sub(r"^(?:\d{1,3}[A-Z]?|[A-Z]|[IVX]{1,4})\.\s+", "", lines[title_at].text)
                heading = replace(heading, title=title)
                begin = min(begin, title_at)
            _close(division, current, begin)
            floor = division.stretches[-1].end if division.stretches else 0
            heading = with_masthead(with_symbol(heading, masthead), lines[max(floor, heading.at - 40) : heading.at])
            current = Stretch(heading, begin, body)
            masthead = None
            continue
        if heading.sort == "draft":
            _close(division, current, heading.at)
            current = None
            division.drafts += 1
            continue
        if current is not None and heading.at < current.body:
            continue  # the title
        if current is not None and not _ends(lines, current, heading, around):
            continue
        _close(division, current, heading.at)
        current = None
        around.take(heading)
        quoting = bool(_DRAFTS.search(_whole_title(lines, heading))) or (
            quoting and heading.sort == "section" and not heading.number
        )
    _close(division, current, len(lines))
    numbers = {base(stretch.heading.number) for stretch in division.stretches}
    suffixes = {ending for number in numbers for ending in endings(number)}
    division.bare = [
        h for h in division.bare if base(h.number) not in suffixes and numbers.isdisjoint(endings(base(h.number)))
    ]
    return division


def _whole_title(lines: list[Line], heading: Heading) -> str:
    """The heading's words; those of an annex may stand on the next line."""
    if heading.sort != "annex":
        return heading.title
    below = next((line.text for line in lines[heading.at + 1 : heading.at + 4] if line.text), "")
    return f"{heading.title} {below[:300]}"


def _close(division: Division, current: Stretch | None, end: int) -> None:
    if current is not None:
        current.end = end
        division.stretches.append(current)


def _next(headings: list[Heading], nth: int, default: int) -> int:
    """The line of the next decision, draft or annex after heading `nth`, or of a section of a session's report."""
    for heading in headings[nth + 1 : nth + 1 + _LOOK_AHEAD]:
        # The first heading after a number is its title, whatever it says.
        if heading.sort != "section" or (of_a_session(heading) and heading is not headings[nth + 1]):
            return heading.at
    return default


def _body(lines: list[Line], heading: Heading, limit: int) -> int | None:
    """The line at which the decision's text opens; None where nothing after the heading is one."""
    first_text = None
    seen = 0
    if heading.sure is False and opens_decision(lines[heading.at].text):
        return heading.at  # the formula names the number itself
    for at in range(heading.at + 1, limit):
        line = lines[at]
        if line.what not in ("text", "table") or not line.text or is_data(line.text):
            continue
        seen += 1
        tokens, words = read_tokens(line.text)
        if (
            words
            and opens_decision(paragraph_from(lines, at, words))
            and not (line.marked and not tokens and seen == 1)
        ):
            return at
        if first_text is None and not line.marked and (tokens or (len(line.text) > 20 and line.text[-1] in ".;:")):
            first_text = at
        if seen >= _LOOK_AHEAD:
            break
    return first_text if heading.sure or lines[heading.at].marked else None


def paragraph_from(lines: list[Line], at: int, words: str) -> str:
    """The paragraph that begins at line `at` with `words`, as far as a few lines go."""
    parts = [words]
    for line in lines[at + 1 : at + 12]:
        if line.what != "text" or line.marked or line.bullet or read_tokens(line.text)[0]:
            break
        parts.append(line.text)
        if parts[-2][-1] in ".;:,":
            parts.pop()
            break
    return " ".join(parts)


def _alike(current: Stretch, heading: Heading) -> bool:
    """Is the number of the same form as that of the decision before it ("BC-14/3" and "BC-14/4")?"""
    return re.sub(r"\d+", "0", current.heading.number) == re.sub(r"\d+", "0", heading.number)


def _ends(lines: list[Line], current: Stretch, heading: Heading, around: _Around) -> bool:
    """Does `heading` end the decision (True), or head a part or an annex of it?"""
    value = roman(heading.number) if heading.number else None
    if heading.sort == "annex":
        next_of_report = around.annex and value == around.annex + 1 and value != current.annex + 1
        alone = not (around.roman or around.letter or around.annex or around.level)
        if next_of_report or not (alone or current.annexes or _speaks_of_annex(lines, current, heading.at)):
            return True
        current.annexes.append(heading.at)
        current.annex = value or 0
        return False
    if current.annexes:
        return bool(
            value and around.roman and value == around.roman + 1 and heading.level and heading.level == around.level
        )
    if value is not None and (heading.number in ("I", "V", "X") or len(heading.number) > 1):
        # "II" after the decision's part I is its part, unless it looks like the chapter after the report's chapter I.
        alike = (heading.level and heading.level == around.level) or of_a_session(heading)
        if value != current.parts + 1 or (around.roman and value == around.roman + 1 and alike):
            return True
        current.parts = value
        return False
    if heading.number.isalpha():
        return of_a_session(heading) or bool(around.letter and ord(heading.number[0]) - 64 == around.letter + 1)
    if of_a_session(heading):
        return True
    # An unnumbered heading in mark-up ends the decision where it stands as high as the section around it.
    return bool(
        heading.level and around.level and heading.level <= around.level and around.level < 7 and not heading.number
    )


def _speaks_of_annex(lines: list[Line], current: Stretch, at: int) -> bool:
    return any(_SPEAKS_OF_ANNEX.search(line.text) for line in lines[current.body : at] if line.what == "text")
