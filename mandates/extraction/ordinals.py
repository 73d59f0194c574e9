"""Ordinals as sessions print them: "fifth", "seventy-third", "73rd", "one hundred and thirty-sixth"."""

from __future__ import annotations

import re

_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
UNITS = {word: number for number, word in enumerate(_UNITS.split(), start=1)}
TENTHS = {word: 10 * number for number, word in enumerate(_TENTHS.split(), start=2)}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
CARDINALS = {word: number for number, word in enumerate(_COUNTS.split(), start=1)} | TENS

JOIN = r"(?:\s*[-‐‑–]\s*|\s+)"
_UNDER_TWENTY = "|".join(sorted(UNITS, key=len, reverse=True))
_TENTH = "|".join(TENTHS)
_TEN = "|".join(TENS)
_COMPOUND = rf"(?:{_TEN}){JOIN}(?:{_UNDER_TWENTY})"
_HUNDRED = rf"(?:(?:one|two|three){JOIN})?hundred"
# No group of its own, so that it can stand inside any other pattern.
ORDINAL = (
    rf"(?:{_HUNDRED}(?:{JOIN}and)?{JOIN}(?:{_COMPOUND}|{_UNDER_TWENTY}|{_TENTH})|{_HUNDRED}th"
    rf"|{_COMPOUND}|{_UNDER_TWENTY}|{_TENTH}|\d{{1,3}}\s?(?:st|nd|rd|th)(?![a-z]))"
)
_COUNT = "|".join(sorted(CARDINALS, key=len, reverse=True))
CARDINAL = rf"(?:(?:{_TEN}){JOIN}(?:one|two|three|four|five|six|seven|eight|nine)|{_COUNT}|\d{{1,3}})"


def ordinal(text: str) -> int | None:
    """The number of a printed ordinal: "seventy-third" and "73rd" are 73; None where it is none."""
    low = text.lower()
    figure = re.match(r"\s*(\d+)", low)
    if figure:
        return int(figure[1])
    total = 0
    for word in re.findall(r"[a-z]+", low):
        if word in ("hundred", "hundredth"):
            total = max(total, 1) * 100
        elif word != "and":
            value = UNITS.get(word) or TENTHS.get(word) or TENS.get(word) or CARDINALS.get(word)
            if value is None:
                return None
            total += value
    return total or None


def cardinal(text: str) -> int | None:
    """The number of a printed count: "six" is 6, "120" is 120."""
    low = text.strip().lower()
    if low.isdigit():
        return int(low)
    values = [CARDINALS.get(word) for word in re.findall(r"[a-z]+", low)]
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
