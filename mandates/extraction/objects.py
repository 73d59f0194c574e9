"""What is asked without "X to do": "entrusts X with doing", "recommends to X that it do", "X be requested to do"."""

from __future__ import annotations

from collections.abc import Sequence

from .infinitives import skip_adverbs
from .parties import names_party
from .verbs import PARTICIPLES
from .words import Word, vocabulary

GIVEN_WITH = vocabulary("task charge entrust")


def given_with(words: Sequence[Word], lo: int, stop: int) -> int | None:
    """The "with" of "entrusts the Bureau with preparing"; None where no party stands before it."""
    given = next((k for k in range(lo + 1, min(stop - 1, lo + 40)) if words[k].low == "with"), None)
    return given if given is not None and names_party(words, lo, given) else None


def that_it(words: Sequence[Word], at: int, stop: int) -> int:
    """The place of the verb in "recommends to the Assembly that it adopt"; else `at`."""
    that = next((k for k in range(at, min(stop - 2, at + 25)) if words[k].low == "that"), None)
    if that is None or words[that + 1].low not in ("it", "they"):
        return at
    return skip_adverbs(words, that + 2 + (words[that + 2].low in ("should", "shall")), stop)


def asked_passively(words: Sequence[Word], lo: int, hi: int) -> tuple[str, tuple[int, int]] | None:
    """The verb of "decides that the Secretariat be requested to" and its place; None where it is no such passive."""
    for k in range(lo, min(hi - 1, lo + 6)):
        if words[k].low in PARTICIPLES and words[k + 1].low == "to":
            return PARTICIPLES[words[k].low], (k, k + 1)
    return None
