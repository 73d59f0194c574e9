"""Printed labels: "(a)", "3.", "1.1", "(ii)", "OP2."; and everything that each may number.

"(i)" may be the ninth letter or the first numeral, "(11)" the number or an OCR's "(ii)". No label says by itself
which; the row of labels does (`sequence`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from .openings import opening

System = Literal["number", "letter", "LETTER", "roman", "ROMAN", "decimal"]

_INNER = r"\d{1,3}|[A-Za-z]{1,2}|[ivxlIVXL1]{1,6}|ü|[ivx]+ü"
_LATIN = r"(?:\s?(?:bis|ter|quater|quinquies|alt)\b)?"
_LABEL = re.compile(
    rf"(?P<open>[(\[{{])\s?(?P<in>{_INNER})\s?(?P<latin>{_LATIN})\s?(?P<close>[)\]}}])(?P<latin3>{_LATIN})\.?\s?"
    r"|\((?P<unclosed>0)(?=\s[A-Z])"
    r"|\.(?P<dotted>\d{1,2})\s+(?=[A-Za-z])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.\d{3}(?=\s[A-Z]))\.?(?:\s+|(?=[A-Z]))"
    rf"|(?P<pre>OP|PP|§|para(?:graph)?\.?)?\s?(?P<bare>\d{{1,3}}|[a-z]|[A-Z]|[ivxl]{{2,6}})(?P<latin2>{_LATIN})\s?(?P<stop>[.)])"
    r"(?:\s+|(?=[A-Z“\"(])|$)"
)
_NUMBER_ALONE = re.compile(r"((?:OP|PP)?\s?\d{1,3}(?:\s?bis|\s?ter)?)\s*(?:[-–—:,]\s*|\s)(?=[A-Z]|to\s|that\s)")

# A stroke of the scan before a label: "l(d) Recommended".
_STRAY = re.compile(r"^[l|!'`.,]\s?(?=\([a-z]{1,3}\)\s?[A-Z])")

# What an OCR makes of one character in place of another, inside a label only.
_MISREAD = {
    "l": ("1", "i"),
    "1": ("l", "i"),
    "0": ("o", "f"),
    "o": ("0",),
    "ü": ("ii",),
    "u": ("ii",),
    "S": ("5",),
    "I": ("1", "l"),
}


class Token(NamedTuple):
    """A label as printed, with the brackets or stop that set its series apart from others."""

    printed: str
    inner: str
    style: str  # "(x)", "x)", "x.", ".x" or "1.1"
    latin: str = ""  # "bis": it stands after the label of the same number


def read_tokens(text: str) -> tuple[tuple[Token, ...], str]:
    """The labels at the start of `text` ("3. (a) Requests" has two) and the words after them."""
    tokens: list[Token] = []
    text = _STRAY.sub("", text, count=1)
    at = 0
    while len(tokens) < 3 and (found := _LABEL.match(text, at)):
        latin = ""
        if found["open"]:
            if tokens and not text[found.end() :].strip():
                break
            inner, style = found["in"], "[x]" if found["open"] == "[" else "(x)"
            latin = found["latin"] or found["latin3"]
            within, behind = (f" {word.strip()}" if word else "" for word in (found["latin"], found["latin3"]))
            printed = f"{style[0]}{inner}{within}{style[2]}{behind}"
        elif found["unclosed"]:
            inner, style, printed = "0", "(x)", "(0)"
        elif found["dotted"]:
            inner, style, printed = found["dotted"], ".x", f".{found['dotted']}"
        elif found["decimal"]:
            inner, style, printed = found["decimal"], "1.1", found["decimal"]
        else:
            mark = found["pre"] if found["pre"] in ("OP", "PP") else ""  # two series: recitals and decisions
            inner, style, latin = found["bare"], f"{mark}x{found['stop']}", found["latin2"]
            printed = f"{mark}{inner}{latin}{found['stop']}"
        tokens.append(Token(printed, inner, style, latin.strip()))
        at = found.end()
    if not tokens and (found := _NUMBER_ALONE.match(text)):
        said = opening(text[found.end() :])
        items = said == "infinitive" or text[found.end() :].startswith("that ")  # "1 to continue its work;"
        if said == "verb" or items or (said == "recital" and found[1][0] in "OP"):
            series, latin = re.sub("[^OP]", "", found[1]), re.sub("[^a-z]", "", found[1])
            tokens, at = [Token(f"{found[1]}.", re.sub(r"\D", "", found[1]), f"{series}x.", latin)], found.end()
    return tuple(tokens), text[at:].lstrip()


def roman(inner: str) -> int | None:
    """The number that a roman numeral writes; None where it is none."""
    value = 0
    digits = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}.get(c, 0) for c in inner.lower()]
    if not digits or 0 in digits:
        return None
    for this, following in zip(digits, [*digits[1:], 0], strict=True):
        value += -this if this < following else this
    return value if write_roman(value) == inner.lower() else None


def write_roman(value: int) -> str:
    """`value` as a roman numeral in lower case."""
    written = ""
    for number, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while value >= number:
            written, value = written + sign, value - number
    return written


def _letter(inner: str) -> int | None:
    low = inner.lower()
    if len(set(low)) != 1 or not "a" <= low[0] <= "z":
        return None
    return ord(low[0]) - 96 + 26 * (len(low) - 1)  # (aa) follows (z)


@lru_cache(maxsize=4096)
def readings(token: Token) -> tuple[tuple[System, int | tuple[int, ...], int], ...]:
    """What the label may number: system, value, and what it costs to believe it (an OCR's misreading)."""
    if token.style == "1.1":
        return (("decimal", tuple(int(part) for part in token.inner.split(".")), 0),)
    found = _plain_readings(token.inner, 0)
    for at, sign in enumerate(token.inner):
        for other in _MISREAD.get(sign, ()):
            found += _plain_readings(token.inner[:at] + other + token.inner[at + 1 :], 4)
    if re.fullmatch(r"[1lI]{2,3}", token.inner):
        found += _plain_readings("i" * len(token.inner), 3) + _plain_readings("1" * len(token.inner), 4)
    best: dict[tuple[System, int | tuple[int, ...]], int] = {}
    for system, value, cost in found:
        best[system, value] = min(cost, best.get((system, value), 99))
    return tuple((system, value, cost) for (system, value), cost in best.items())


def _plain_readings(inner: str, cost: int) -> list[tuple[System, int | tuple[int, ...], int]]:
    found: list[tuple[System, int | tuple[int, ...], int]] = []
    if inner.isdigit():
        return [("number", int(inner), cost)]
    upper = inner.isupper()
    inner = inner if inner.isupper() or len(inner) < 3 else inner.lower()  # an OCR's "(iiI)"
    if (numeral := roman(inner)) is not None and (inner.isupper() or inner.islower()):
        found.append(("ROMAN" if upper else "roman", numeral, cost))
    if inner.isalpha() and (letter := _letter(inner)) is not None:
        found.append(("LETTER" if upper else "letter", letter, cost))
    return found


@lru_cache(maxsize=4096)
def write(system: System, value: int | tuple[int, ...], style: str) -> str:
    """The label that numbers `value`, as the series prints it."""
    if isinstance(value, tuple):
        return ".".join(map(str, value))
    if system == "number":
        inner = str(value)
    elif system in ("roman", "ROMAN"):
        inner = write_roman(value)
    else:
        inner = chr(97 + (value - 1) % 26) * (1 + (value - 1) // 26)
    return style.replace("x", inner.upper() if system.isupper() else inner)
