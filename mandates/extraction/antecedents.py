"""What a back-reference means: "said meeting", "the Office", "it", "the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from .parties import cut_phrase, is_head
from .words import Word, vocabulary, words_of

DEMONSTRATIVES = vocabulary("said above-mentioned aforementioned abovementioned this that")
PRONOUNS = vocabulary("it they them him her those latter former")
# Alone and with a capital these are short for a longer name given before.
SHORT_NAMES = vocabulary("Office Organization Organisation Institute Fund Programme Facility Centre")
_DESCRIBING = vocabulary("member all other states contracting donor developing interested")
_LOOK_BACK = 400


def is_back_reference(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Does the phrase from `lo` to `hi`, with the word before it, point back at something named earlier?"""
    before = words[lo - 1].low if lo else ""
    single, plural = hi - lo == 1, words[hi - 1].low.endswith("s")
    return (
        (single and words[lo].low in PRONOUNS)
        or (before in DEMONSTRATIVES and not plural and not _is_conjunction(words, lo - 1, hi))
        or words[lo].low in DEMONSTRATIVES - {"this", "that"}
        or (single and is_short_name(words[lo]) and before == "the")
    )


def _is_conjunction(words: Sequence[Word], that: int, hi: int) -> bool:
    """Is "that" no demonstrative: "recommends that FAO continue" as against "requests that Government to continue"?"""
    return words[that].low == "that" and (hi >= len(words) or words[hi].low != "to")


def is_short_name(word: Word) -> bool:
    """Is the word a name by itself where no longer one was given: "the Fund"?"""
    return word.text in SHORT_NAMES


def antecedent(words: Sequence[Word], lo: int, hi: int, earlier: Sequence[str]) -> str | None:
    """The phrase meant, looked for before `lo` and then in the `earlier` paragraphs, the nearest first."""
    head = words[hi - 1]
    pools: list[Sequence[Word]] = [
        words[max(0, lo - _LOOK_BACK) : lo],
        *(words_of(text)[-_LOOK_BACK:] for text in reversed(earlier)),
    ]
    return next((found for pool in pools if (found := _last_named(pool, head))), None)


def _last_named(pool: Sequence[Word], head: Word) -> str | None:
    """The last phrase in `pool` about the same noun that says more than the noun: "meeting of experts"."""
    for k in range(len(pool) - 1, -1, -1):
        if pool[k].low != head.low:
            continue
        if head.is_capital:
            first = k
            while first > 0 and pool[first - 1].is_capital:
                first -= 1
            cut = cut_phrase(pool, first, min(len(pool), k + 8))
            # In "encourages the Office and invites shipowners" it is no longer name.
            longer = first < k or (k + 1 < len(pool) and pool[k + 1].low in ("on", "of", "for"))
            if longer and cut and cut[1] - cut[0] > 1:
                return _printed(pool, *cut)
        elif k + 2 < len(pool) and pool[k + 1].low == "of":
            end = k + 3
            while end < min(len(pool), k + 5) and pool[end].is_capital:
                end += 1
            return _printed(pool, k, end)
        elif k and pool[k - 1].low not in DEMONSTRATIVES | {"the", "a", "an"} and not pool[k - 1].is_mark:
            return _printed(pool, k - 1, k + 1)
    return None


def _printed(pool: Sequence[Word], lo: int, hi: int) -> str:
    return " ".join(word.text for word in pool[lo:hi])


def last_plural(words: Sequence[Word], before: int) -> tuple[str, ...]:
    """The last parties in the plural named before a word, with one word that describes them: "member States"."""
    for k in range(before - 1, max(0, before - _LOOK_BACK), -1):
        if words[k].low.endswith("s") and is_head(words[k]) and words[k].text.isalpha():
            first = k - 1 if words[k - 1].low in _DESCRIBING else k
            return (_printed(words, first, k + 1),)
    return ()
