"""Plain text that a machine recognized from print: specks taken for signs, letters taken for others.

A word is mended only towards one that the text itself has more often, and every mended word is told: "becorne" becomes
"become" where the text says "become" elsewhere, "modern" stays, for "modem" is too short to be sure of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .results import Finding

_SPECK_BEFORE = re.compile(r"^[ \t]*(?:[|¦'`´‘’~^\\,.:;°](?:[ \t]+|(?=\r?$))){1,4}(?=\S|\r?$)", re.MULTILINE)
_SPECK_AFTER = re.compile(r"(?<=\S)(?:[ \t]+[|¦'`´‘’~^\\,.])+[ \t]*(?=\r?$)", re.MULTILINE)
# The stop of a paragraph, set apart.
_STOPPED = re.compile(r"(?<=[\w)])[ \t]+\.[ \t]*(?=\r?\n[ \t]*\r?(?:\n|\Z)|\r?\n?\Z)")
_ROW = re.compile(r"^[ \t]*\|.*\|", re.MULTILINE)
_WORD = re.compile(r"[^\W_]{4,}")
# What is read for what is printed. "c" for "e" only before letters that seldom follow a "c": "requestcd", but not
# "economics", which is no misread "economies"; "i" and "l" never for one another: "failing" is no misread "falling".
_TAKEN_FOR = (
    *(("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u")),
    *((f"c{after}", f"e{after}") for after in "bdfgjmnpvw"),
    *(("1", "l"), ("1", "i"), ("0", "o"), ("5", "s")),
)
_SHORTEST = 6  # letters of a word that may be mended; of one with a figure in it, two less
_MOST_TOLD = 12


def mended(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text without specks and with its misread words mended, and what was done."""
    findings = []
    text, specks = _without_specks(text)
    if specks:
        findings.append(Finding("info", "specks_left_out", None, {"count": specks}))
    counts = Counter(word.lower() for word in _WORD.findall(text))
    better = {word: other for word, count in counts.items() if count == 1 and (other := _printed(word, counts))}
    if better:
        text = _WORD.sub(lambda found: _like(found[0], better.get(found[0].lower(), found[0])), text)
        told = [f"{word} → {other}" for word, other in list(better.items())[:_MOST_TOLD]]
        more = ", …" if len(better) > _MOST_TOLD else ""
        findings.append(
            Finding("warning", "words_mended", None, {"count": len(better), "words": ", ".join(told) + more})
        )
    return text, tuple(findings)


def _without_specks(text: str) -> tuple[str, int]:
    if _ROW.search(text):  # a table drawn with bars
        return text, 0
    text, stops = _STOPPED.subn(".", text)
    text, before = _SPECK_BEFORE.subn("", text)
    text, after = _SPECK_AFTER.subn(lambda found: found[0] if found[0].count(".") > 2 else "", text)  # leaders stay
    return text, stops + before + after


def _printed(word: str, counts: Counter[str]) -> str:
    """The word that was printed where `word` was read; "" where that cannot be told."""
    found = [other for other in set(_others(word)) if counts[other] > 1]
    return max(found, key=lambda other: (counts[other], other)) if found else ""


def _others(word: str) -> Iterator[str]:
    figures = any(sign.isdigit() for sign in word)
    if (figures and word[0].isdigit() and word[-1].isdigit()) or len(word) < _SHORTEST - 2 * figures:
        return
    for read, printed in _TAKEN_FOR:
        at = word.find(read)
        while at >= 0:
            other = word[:at] + printed + word[at + len(read) :]
            if other.isalpha() and len(other) >= _SHORTEST - 2 * figures:
                yield other
            at = word.find(read, at + 1)


def _like(word: str, other: str) -> str:
    """`other` in capitals where `word` is."""
    if word.lower() == other.lower():
        return word
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other
