"""What is asked without "X to do": "entrusts X with doing", "recommends to X that it do", "X be requested to do"."""

from __future__ import annotations

from collections.abc import Sequence

from .complements import complement, that_clause
from .infinitives import skip_adverbs
from .parties import names_party
from .verbs import PARTICIPLES, form_at
from .words import Word, vocabulary

_ASKED_BY_BODIES = vocabulary("request urge recommend instruct authorize direct mandate") | {"call upon"}
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


def that_after_comma(words: Sequence[Word], lo: int, stop: int) -> bool:
    """ "Decides, in the light of A, B and C, that": is what is decided behind an insertion?"""
    inserted = lo < stop and words[lo].text == ","
    return inserted and any(words[k].low == "that" and words[k - 1].text == "," for k in range(lo + 2, stop))


def also_that(words: Sequence[Word], lo: int, stop: int) -> int | None:
    """The "that" of "decides to adopt the rules and that the Board shall meet"; None where it belongs to the action."""
    that = next((k for k in range(lo, stop) if words[k].low == "that"), None)
    if that is None or words[that - 1].low != "and" or that_clause(words, that + 1, stop).modal is None:
        return None
    return that


def also_to_ask(words: Sequence[Word], lo: int, stop: int) -> int | None:
    """The "to" of "to set up a group, and to request the Board to help": the body goes on, and asks somebody.

    Behind a request ", and to invite Parties to" may be what that asks.
    """
    asks = form_at(words, lo) if lo < stop else None
    for k in range(lo + 2, stop - 3):
        if words[k].low != "to" or words[k - 1].low != "and" or words[k - 2].low not in (",", ";"):
            continue
        found = form_at(words, k + 1)
        if not found or found[0].kind != "ask" or found[0].tense != "base":
            continue
        if asks and asks[0].kind == "ask" and found[0].base not in _ASKED_BY_BODIES:
            continue
        what = complement(words, k + 1 + found[1], stop)
        if what.kind == "to" and names_party(words, *what.named):
            return k
    return None


def recommended_to(words: Sequence[Word], lo: int, stop: int) -> int | None:
    """The "to" of "recommends the guide to Parties"; None where no party follows it."""
    return next((k for k in range(lo, stop - 1) if words[k].low == "to" and names_party(words, k + 1, stop)), None)


def subject_behind(words: Sequence[Word], lo: int, modal: int) -> tuple[int, int] | None:
    """The subject of "that no later than May the Secretariat shall", where days stand before it without a comma."""
    if words[lo].low not in ("no", "not", "at", "by", "in", "from", "before", "after"):
        return None
    return next(
        ((k, modal) for k in range(modal - 1, lo, -1) if words[k].low == "the" and names_party(words, k, modal)), None
    )
