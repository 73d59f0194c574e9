"""What a back-reference means: "said meeting", "the Office", "it", "the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from .parties import cut_phrase, parties
from .words import Word, vocabulary, words_of

DEMONSTRATIVES = vocabulary("said above-mentioned aforementioned abovementioned this that")
PRONOUNS = vocabulary("it they them latter former")
# Alone and with a capital these are short for a longer name given before.
SHORT_NAMES = vocabulary("Office Organization Organisation Institute Fund Programme Facility Centre")


def is_back_reference(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Does the phrase from `lo` to `hi`, with the word before it, point back at something named earlier?"""
    before = words[lo - 1].low if lo else ""
    single = hi - lo == 1
    plural = words[hi - 1].low.endswith("s")
    return (
        (single and words[lo].low in PRONOUNS)
        or (before in DEMONSTRATIVES and not plural)
        or words[lo].low in DEMONSTRATIVES - {"this", "that"}
        or (single and words[lo].text in SHORT_NAMES and before == "the")
    )


def antecedent(words: Sequence[Word], lo: int, hi: int, earlier: Sequence[str]) -> str | None:
    """The phrase meant, looked for before `lo` and then in the `earlier` paragraphs, the nearest first."""
    head = words[hi - 1]
    pools = [list(words[:lo]), *(words_of(text) for text in reversed(earlier))]
    for pool in pools:
        if head.low in PRONOUNS:
            named = parties(pool, 0, len(pool)) if len(pool) < 60 else []
            if named:
                a, b = named[-1]
                return " ".join(w.text for w in pool[a:b])
            continue
        found = _last_named(pool, head)
        if found:
            return found
    return None


def _last_named(pool: Sequence[Word], head: Word) -> str | None:
    """The last phrase in `pool` about the same noun that says more than the noun: "meeting of experts"."""
    for k in range(len(pool) - 1, -1, -1):
        if pool[k].low != head.low:
            continue
        if head.is_capital:
            a = k
            while a > 0 and pool[a - 1].is_capital:
                a -= 1
            cut = cut_phrase(pool, a, min(len(pool), k + 8))
            if cut and cut[1] - cut[0] > 1:
                return _printed(pool, *cut)
        elif k + 2 < len(pool) and pool[k + 1].low == "of":
            end = k + 2
            while end < len(pool) and end < k + 5 and not pool[end].is_mark and (end == k + 2 or pool[end].is_capital):
                end += 1
            return _printed(pool, k, end)
        elif k and pool[k - 1].low not in ("the", "a", "an", "said", "that", "this") and not pool[k - 1].is_mark:
            return _printed(pool, k - 1, k + 1)
    return None


def _printed(pool: Sequence[Word], lo: int, hi: int) -> str:
    return " ".join(w.text for w in pool[lo:hi])
