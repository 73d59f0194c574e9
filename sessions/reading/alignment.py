"""The paragraphs of one decision in two languages, set side by side by their order.

Labels help where they count alike: the ninth letter is (i), и), ط or (九) by its place in its own alphabet. Nothing is
understood of the words; only how long a paragraph is compared with the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log
from statistics import median

from .concordance import Match, Piece

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefghijklmnñopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
)
_LOOKALIKES = {"а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x"}  # Cyrillic, printed for Latin letters
_CHINESE = "一二三四五六七八九十"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_GAP = -1.5
_CELLS = 150_000  # that are looked at in all, whatever the lengths
_BAND = 60  # how far the places of two paragraphs that correspond may lie apart


def align(english: Sequence[Piece], other: Sequence[Piece]) -> list[Match]:
    """Each paragraph of both once, in order; alone where the other language has none for it."""
    if len(english) == len(other) and all(_fits(a, b) for a, b in zip(english, other, strict=True)):
        return [Match(at, at, 1.0) for at in range(len(english))]
    return _traced(english, other)


def _traced(english: Sequence[Piece], other: Sequence[Piece]) -> list[Match]:
    """The best alignment in order within a band: linear in the length of the text."""
    ratio = _ratio(english, other)
    band = min(_BAND + abs(len(english) - len(other)), _CELLS // (len(english) + 1))
    best: dict[tuple[int, int], tuple[float, str]] = {(0, 0): (0.0, "")}
    for i in range(len(english) + 1):
        middle = i * len(other) // max(len(english), 1)
        for j in range(max(0, middle - band), min(len(other), middle + band) + 1):
            if i == j == 0:
                continue
            ways = []
            if (
                i
                and j
                and (i - 1, j - 1) in best
                and (score := _score(english[i - 1], other[j - 1], ratio)) is not None
            ):
                ways.append((best[i - 1, j - 1][0] + score, "both"))
            if i and (i - 1, j) in best:
                ways.append((best[i - 1, j][0] + _GAP, "english"))
            if j and (i, j - 1) in best:
                ways.append((best[i, j - 1][0] + _GAP, "other"))
            if ways:
                best[i, j] = max(ways)
    i, j = len(english), len(other)
    if (i, j) not in best:  # of lengths that no translation has
        return [Match(at, None) for at in range(i)] + [Match(None, at) for at in range(j)]
    found: list[Match] = []
    while i or j:
        way = best[i, j][1]
        i, j = i - (way != "other"), j - (way != "english")
        found.append(Match(i if way != "other" else None, j if way != "english" else None, float(way == "both")))
    return found[::-1]


def _ratio(english: Sequence[Piece], other: Sequence[Piece]) -> float:
    """How long the other language is compared with English."""
    one, two = (sum(len(piece.text) for piece in pieces) or 1 for pieces in (english, other))
    lengths = [len(b.text) / len(a.text) for a, b in zip(english, other, strict=False) if a.text and b.text]
    return median(lengths) if len(english) == len(other) and lengths else two / one


def _score(one: Piece, two: Piece, ratio: float) -> float | None:
    """How well two paragraphs fit; None where they cannot: one has a label and the other has none."""
    if bool(one.label) != bool(two.label):
        return None
    apart = abs(log(max(len(two.text), 1) / max(len(one.text) * ratio, 1)))
    fits = _fits(one, two)  # else the numbering differs: in order all the same, where nothing fits better
    return (3.0 if one.label and fits else 1.5 if fits else 0.3) - min(apart, 2.5)


def _fits(one: Piece, two: Piece) -> bool:
    """May both be the same paragraph by their labels?"""
    if not one.label or not two.label:
        return one.label == two.label
    return bool(ordinals(one.label) & ordinals(two.label))


@lru_cache(maxsize=4096)
def ordinals(label: str) -> frozenset[int]:
    """Which places the last part of a printed label may name: "(i)" the ninth letter or the first numeral."""
    inner = re.findall(r"[^\W_]+", label.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩ا", "0123456789أ", "ـ")))
    if not inner:
        return frozenset()
    last = inner[-1].lower()
    if found := _LOOKALIKES.get(last):
        return ordinals(found) | {_ALPHABETS[2].index(last) + 1}
    places = {alphabet.index(last) + 1 for alphabet in _ALPHABETS if len(last) == 1 and last in alphabet}
    if last in _ROMAN:
        places.add(_ROMAN.index(last) + 1)
    if last.isdecimal():
        places.add(int(last))
    if all(char in _CHINESE for char in last):
        tens, _, ones = last.rpartition("十")
        value = (_CHINESE.index(tens) + 1 if tens else 1) * 10 if "十" in last else 0
        places.add(value + (_CHINESE.index(ones) + 1 if ones else 0))
    return frozenset(places)
