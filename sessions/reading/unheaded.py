"""Texts whose decisions carry no number of their own: a single resolution, or several under titles only."""

from __future__ import annotations

import re

from .above_numbers import title_over
from .headings import Heading, numbers_in, symbol_says
from .labels import read_tokens
from .lines import Line
from .mastheads import is_data
from .openings import body_alone, directs, ends_sentence, opening, speaker
from .sections import Stretch

_FARTHEST = 400  # lines between a masthead and a formula
_RECITALS = 120  # lines of recitals above a formula
_THE = re.compile(r"(?:THE|The|We, the)\s")  # "the Parties;" is the end of a broken sentence


def unheaded(lines: list[Line]) -> list[Stretch]:
    """The stretches that begin with an organ's formula, each with the title above it."""
    stretches: list[Stretch] = []
    formulas = [at for at, line in enumerate(lines) if _is_formula(lines, at, line)]
    recitals, numbers = (_recitals(lines), _numbers(lines)) if formulas else ([], [])
    for formula in formulas:
        floor = stretches[-1].body + 1 if stretches else 0
        body = _first_recital(lines, recitals, formula, floor)
        number = _number(numbers, floor, body)
        begin, at, title = title_over(lines, body, floor, number)
        if stretches:
            if not title:
                continue  # the formula said again, before the operative part
            masthead = next((at for at in range(begin - 1, floor, -1) if number and numbers[at] == number), begin)
            stretches[-1].end = masthead
        resolution = symbol_says(number)
        if resolution is None:
            resolution = any(re.search(r"\bresolution\b", line.text, re.I) for line in lines[floor:body])
        heading = Heading(at, "decision", number, title, resolution)
        stretches.append(Stretch(heading, begin, body, len(lines)))
    for stretch in stretches:
        stretch.annexes = _annexes(lines, stretch)
    return stretches


def _is_formula(lines: list[Line], at: int, line: Line) -> bool:
    if line.what != "text" or line.level or not _THE.match(line.text) or read_tokens(line.text)[0]:
        return False
    text, last = line.text, at
    while text[-1] not in ":;." and last < at + 4 and _goes_on(lines, last + 1):
        last += 1
        text = f"{text} {lines[last].text}"
    if body_alone(text) is not None:
        return text[-1] in ",:;" or text.isupper() or _next_opens(lines, last)
    return speaker(text) is not None and (text[-1] == ":" or (text[-1] == "," and _next_opens(lines, last)))


def _goes_on(lines: list[Line], at: int) -> bool:
    """Does line `at` go on with the name of a body that is broken over lines?"""
    line = lines[at] if at < len(lines) else None
    goes_on = line is not None and line.what == "text" and not line.marked and not line.bullet
    return bool(goes_on and line and not read_tokens(line.text)[0] and opening(line.text) == "other")


def _next_opens(lines: list[Line], at: int) -> bool:
    """Does the paragraph after line `at` recall or decide something?"""
    following = next((line for line in lines[at + 1 : at + 6] if line.what == "text"), None)
    return following is not None and opening(read_tokens(following.text)[1]) in ("verb", "recital")


def _recitals(lines: list[Line]) -> list[bool]:
    """Which lines recall something, in a paragraph of their own."""
    return [line.what == "text" and opening(read_tokens(line.text)[1]) == "recital" for line in lines]


def _numbers(lines: list[Line]) -> list[str]:
    """The number of a decision that each line names as a masthead does; "" for none."""
    return [numbers_in(line.text) if 0 < len(line.text) < 200 else "" for line in lines]


def _first_recital(lines: list[Line], recitals: list[bool], formula: int, floor: int) -> int:
    """Where the text opens: at the formula, or at recitals that some organs print before it."""
    first = formula
    for at in range(formula - 1, max(floor, formula - _RECITALS) - 1, -1):
        line = lines[at]
        if line.what != "text":
            continue
        if line.marked or not ends_sentence(line.text) or is_data(line.text):
            break
        if recitals[at]:
            first = at
        elif first - at > 12:
            break
    return first


def _number(numbers: list[str], floor: int, body: int) -> str:
    """The number that the masthead of the text gives, as its symbol or in words."""
    return next((number for number in reversed(numbers[max(floor, body - _FARTHEST) : body]) if number), "")


def _annexes(lines: list[Line], stretch: Stretch) -> list[int]:
    return [
        at
        for at in range(stretch.body + 1, stretch.end)
        if lines[at].what == "text"
        and re.match(r"^annex(?:\s+(?:[IVX]+|\d{1,2}|[A-Z]))?\W*$", lines[at].text, re.IGNORECASE)
    ]


def by_verbs(lines: list[Line]) -> list[Stretch]:
    """One stretch from the first to the last paragraph that decides, where several do and nothing heads them."""
    deciding = [at for at, line in enumerate(lines) if line.what == "text" and not line.marked and _decides(line.text)]
    if len(deciding) < 2:
        return []
    body = _first_recital(lines, _recitals(lines), deciding[0], 0)
    number = _number(_numbers(lines[: body + 1]), 0, body + 1)
    begin, at, title = title_over(lines, body, 0, number)
    return [Stretch(Heading(at, "decision", number, title), begin, body, len(lines))]


def _decides(text: str) -> bool:
    tokens, words = read_tokens(text)
    if tokens and directs(words):
        return True
    return opening(words) == "verb" and (bool(tokens) or text[-1] in ".;:") and len(words) > 25
