"""A text as a row of words and punctuation marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


def vocabulary(text: str) -> frozenset[str]:
    """The words of `text` as a set: how the word lists of this package are written down."""
    return frozenset(text.split())


# "3/2", "CTOC/COP/2008/16", "open-ended", "State’s" and "19.2" are one word each; every mark stands alone.
WORD = re.compile(r"[^\W_]+(?:[’'/.‐‑\-][^\W_]+)*(?:(?<=s)[’'](?=\s\w))?|[^\w\s]|_")
ABBREVIATIONS = vocabulary(
    """
    no nos vol vols para paras conf rev add corr art arts p pp st dr mr mrs ms e.g i.e etc cf viz res dec
    """
)
DASHES = str.maketrans("‐‑–—", "----")


class Word(NamedTuple):
    """One word or mark; `low` is what rules compare: lower case, plain hyphens."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def words_of(text: str) -> list[Word]:
    """Every word and mark of `text` in order."""
    return [Word(m.start(), m.end(), m[0], _compared(m[0])) for m in WORD.finditer(text)]


@lru_cache(maxsize=20_000)  # a report has few words, many times
def _compared(printed: str) -> str:
    """A word as rules compare it. WHO in capitals is the organization, no pronoun."""
    return "w.h.o" if printed == "WHO" else printed.translate(DASHES).lower()


def sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Index ranges of the sentences in `words`.

    A full stop ends one only before a capital and not after "No." or "Rev."; "A. B." is an initial.
    """
    ranges, begin = [], 0
    for i, word in enumerate(words[:-1]):
        if word.low != "." or i == 0:
            continue
        before, after = words[i - 1], words[i + 1]
        opens = after.is_capital or after.low in {"“", '"', "(", "*"}
        if opens and after.start > word.end and before.low not in ABBREVIATIONS and len(before.text) > 1:
            ranges.append((begin, i + 1))
            begin = i + 1
    ranges.append((begin, len(words)))
    return ranges


def matches(words: Sequence[Word], at: int, phrase: Sequence[str]) -> bool:
    """Do the words from `at` on read `phrase`?"""
    if at < 0 or at + len(phrase) > len(words):
        return False
    return all(words[at + k].low == part for k, part in enumerate(phrase))
