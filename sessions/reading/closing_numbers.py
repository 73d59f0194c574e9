"""Decisions whose number stands under them: "47. The Committee decided: (a) To note ...", then "(Decision 73/90)"."""

from __future__ import annotations

import re
from dataclasses import replace

from .headings import heading_of
from .labels import read_tokens
from .lines import Line
from .openings import speaks_and_acts
from .sections import Stretch

_CLOSING = re.compile(r"^\((?:decision|resolution)\s[^()]{1,30}(?:\(\w{1,8}\))?\)\.?$", re.IGNORECASE)
_FARTHEST = 400  # lines between a decision's first words and the number under it


def closed_by_numbers(lines: list[Line]) -> tuple[list[Line], list[Stretch]]:
    """Each decision from the paragraph in which the body acts to the number under it.

    The lines come back with the report's own paragraph numbers taken off: "73/90 (a)" is cited, not "47 (a)".
    """
    told = list(lines)
    stretches: list[Stretch] = []
    floor = 0
    for at, line in enumerate(lines):
        heading = heading_of(lines, at) if line.what == "text" and _CLOSING.match(line.text) else None
        if heading is None or heading.sort != "decision":
            continue
        begin = _begins(lines, at, floor)
        if begin is not None:
            told[begin] = replace(told[begin], text=read_tokens(told[begin].text)[1])
            told[at] = replace(told[at], marked=True)
            title = _title(lines, begin, floor) or (stretches[-1].heading.title if stretches else "")
            stretches.append(Stretch(replace(heading, at=at, title=title), begin, begin, at + 1))
        floor = at + 1
    return told, stretches


def _begins(lines: list[Line], at: int, floor: int) -> int | None:
    """The last numbered paragraph above line `at` in which the body acts."""
    for above in range(at - 1, max(floor, at - _FARTHEST) - 1, -1):
        line = lines[above]
        tokens, words = read_tokens(line.text) if line.what == "text" else ((), "")
        if tokens and tokens[0].inner.isdigit() and speaks_and_acts(words):
            return above
    return None


def _title(lines: list[Line], begin: int, floor: int) -> str:
    """The nearest heading above the paragraph; "" where none stands after line `floor`."""
    for above in range(begin - 1, max(floor, begin - _FARTHEST) - 1, -1):
        line = lines[above]
        alone = lines[above - 1].what != "text" and lines[above + 1].what != "text" and line.text[-1:] not in ".;:,"
        if line.what == "text" and (line.marked or alone) and len(line.text) < 200:
            tokens, words = read_tokens(line.text)
            return words if tokens else line.text
    return ""
