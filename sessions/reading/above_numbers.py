"""What stands above a decision's number and belongs to it: the symbol of its masthead, its title."""

from __future__ import annotations

import re
from dataclasses import replace

from .headings import Heading
from .labels import read_tokens
from .lines import Line
from .mastheads import is_data

_LONGEST = 12  # lines of a title
_RESOLUTION_SYMBOL = re.compile(r"(?<![\w/])[A-Z](?:/[A-Z.]{1,6})?/RES/(?:S-)?\d{1,4}/\d{1,3}(?:\s?[A-Z])?(?![\w/])")
_OF_A_REPORT = re.compile(
    r"\b(?:decisions?|resolutions?|recommendations?|adopted|reports?|sessions?|meetings?|contents)\b|^annex",
    re.IGNORECASE,
)


def title_above(lines: list[Line], heading: Heading, body: int, floor: int) -> int | None:
    """The line right above the number that is the decision's title, where none stands between number and text."""
    between = lines[heading.at + 1 : body]
    if heading.title or any(line.what == "text" and not is_data(line.text) for line in between):
        return None
    above = range(heading.at - 1, max(floor, heading.at - 4) - 1, -1)
    at = next((at for at in above if lines[at].what == "text"), None)
    if at is None or _OF_A_REPORT.search(lines[at].text) or is_data(lines[at].text) or len(lines[at].text) > 300:
        return None
    alone = lines[at + 1].what != "text" and (at == 0 or lines[at - 1].what != "text")
    return at if (lines[at].marked or alone) and lines[at].text[-1] not in ".;:," else None


def title_over(lines: list[Line], body: int, floor: int, number: str) -> tuple[int, int, str]:
    """The first and last line of the title before `body`, and its words ("" where there is none)."""
    last = body
    parts: list[str] = []
    begin = body
    for at in range(body - 1, floor - 1, -1):
        line = lines[at]
        if line.what != "text":
            if parts and line.what == "blank":
                break
            continue
        masthead = line.text.isupper() or re.search(r"\b(?:decision|resolution)\b", line.text, re.IGNORECASE)
        if is_data(line.text) or (number and masthead and line.text.endswith(number)):
            if parts:
                break
            continue
        stops = line.text[-1] in ";:," or (line.text[-1] == "." and len(line.text) > 80) or len(line.text) > 400
        if stops or len(parts) == _LONGEST:
            break
        parts.insert(0, line.text)
        begin, last = at, last if last < body else at
        if line.marked:
            break
    title = " ".join(parts)
    tokens, words = read_tokens(title)
    return begin, last, words if tokens else title


def with_symbol(heading: Heading, masthead: Heading | None) -> Heading:
    """The heading, with the number as the masthead of its document gives it.

    "64/263" is a number of many organs; "A/RES/64/263" at the head of the same text is one of the Assembly's alone.
    """
    if masthead is None or not same(masthead.number, heading.number):
        return heading
    says = masthead.resolution if heading.resolution is None else heading.resolution
    number = masthead.number if "/RES/" in masthead.number.upper() else heading.number
    return replace(heading, number=number, resolution=says, title=heading.title or masthead.title)


def with_masthead(heading: Heading, above: list[Line]) -> Heading:
    """The heading, with symbol and kind as far as the lines above it say them."""
    for line in reversed(above):
        if heading.resolution is None and (
            found := re.search(r"\b(resolution|decision)s?\s+adopted\b", line.text, re.I)
        ):
            heading = replace(heading, resolution=found[1].lower() == "resolution")
        symbol = _RESOLUTION_SYMBOL.search(line.text)
        if symbol and len(line.text) < 200 and same(symbol[0], heading.number):
            return replace(heading, number=symbol[0], resolution=True)
    return heading


def same(one: str, other: str) -> bool:
    """Are they one number: as it is, behind a symbol ("A/RES/64/263"), or before the letter of a part ("64/263 A")?"""
    one, other = base(one), base(other)
    return one in endings(other) or other in endings(one)


def base(number: str) -> str:
    return re.sub(r"\s[A-Z]$", "", number)


def endings(number: str) -> set[str]:
    """The number, and what stands behind each of its slashes and spaces: "A/RES/64/263", "RES/64/263", "64/263"."""
    return {number, *(number[found.end() :] for found in re.finditer(r"[/ ]", number))}
