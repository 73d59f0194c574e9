"""Further actions told by a bare verb: "to study fees, list ports by May, and publish the list every year"."""

from __future__ import annotations

from collections.abc import Sequence

from .infinitives import ACTION_VERBS, ALSO_NOUNS, DETERMINERS, skip_adverbs
from .parties import PREPOSITIONS, RELATIVES
from .words import Word, vocabulary

_OBJECTS = DETERMINERS | vocabulary("it them him her this these those one two three further any")
# "in a list, map and guide" names things; after these an action cannot go on with a bare verb.
_OPEN = PREPOSITIONS | RELATIVES | vocabulary("of the a an and or to")
_INSERTED = PREPOSITIONS | vocabulary("where as if when subject resources depending")
_FEWEST = 2


def bare_verbs(words: Sequence[Word], lo: int, hi: int) -> list[int]:
    """Where the further actions of a row begin, each the index of its first word; none where there is no row.

    The last of them stands behind ", and"; only where it does can those before it stand behind a comma alone.
    """
    last = next((k for k in range(hi - 2, lo + _FEWEST, -1) if _links(words, k) and _opens(words, k + 1, hi)), None)
    if last is None or not _has_object(words, lo, last - 1):
        return []
    row = [
        k + 1
        for k in range(lo + _FEWEST, last - 1)
        if words[k].text == "," and words[k + 1].low not in ("and", "or") and _opens(words, k + 1, hi, sure=True)
    ]
    return [*row, last + 1]


def _links(words: Sequence[Word], k: int) -> bool:
    return words[k].low == "and" and words[k - 1].text in (",", ";")


def _has_object(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Not "to collect, analyse, and publish the data": the first verb has an object of its own."""
    verb = skip_adverbs(words, lo + (words[lo].low == "to"), hi)
    return verb + 1 < hi and words[verb + 1].text != ","


def _opens(words: Sequence[Word], at: int, hi: int, *, sure: bool = False) -> bool:
    """Does an action begin at `at`, perhaps behind an insertion: ", subject to resources, help the States"?"""
    inserted = words[at].text == ","
    if inserted:
        close = next((k for k in range(at + 2, min(hi - 2, at + 30)) if words[k].text == ","), None)
        at = close + 1 if close is not None and words[at + 1].low in _INSERTED else hi
    verb = skip_adverbs(words, at, hi)
    if verb + 1 >= hi or words[verb].low not in ACTION_VERBS or not words[verb].text.islower():
        return False
    following = words[verb + 1].low
    if not inserted and (sure or words[verb].low in ALSO_NOUNS):
        return following in _OBJECTS
    return following == "," or (following not in _OPEN - _OBJECTS and not words[verb + 1].is_mark)
