"""Where a further part of an action begins: behind a label, or behind what is inserted before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from .infinitives import infinitive_after_to
from .words import Word


def label_end(words: Sequence[Word], k: int, hi: int) -> int:
    """The index after a label printed inside a sentence, "; and (c) report"; `k` where there is none."""
    if k + 3 < hi and words[k].text == "(" and len(words[k + 1].text) <= 4 and words[k + 2].text == ")":
        before = words[k - 1].low if k else ""
        return k + 3 if before in (":", ";", "and", ",", "to", "or") and words[k + 1].text.islower() else k
    if k + 2 < hi and len(words[k].text) == 1 and words[k].text.islower() and words[k + 1].text == ")":
        return k + 2 if k and words[k - 1].low in (":", ";", "and", "or") else k
    return k


def opens_at(words: Sequence[Word], lo: int, hi: int) -> int:
    """Where a part begins behind an insertion: "and, at its next session, to report"; `lo` where there is none."""
    if lo >= hi or words[lo].text != ",":
        return label_end(words, lo, hi)
    comma = next((k for k in range(lo + 2, min(hi - 1, lo + 40)) if words[k].text == ","), None)
    if comma is None or words[comma + 1].low not in ("to", "should", "shall"):
        return lo
    to = words[comma + 1].low == "to"
    return comma + 1 if not to or infinitive_after_to(words, comma + 1, hi) is not None else lo


def after_insertion(words: Sequence[Word], lo: int, hi: int) -> int:
    """Where the verb stands in ", subject to resources, assist the States"; `lo` where nothing is inserted."""
    if lo >= hi or words[lo].text != ",":
        return lo
    comma = next((k for k in range(lo + 2, min(hi - 1, lo + 40)) if words[k].text == ","), None)
    return comma + 1 if comma is not None else lo
