"""What follows an operative verb: who, and the place where the action begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .infinitives import ACTION_VERBS, ALSO_NOUNS, NOT_AFTER, infinitive_after_to, skip_adverbs
from .parties import RELATIVES, names_party
from .verbs import ADVERBS
from .words import Word, vocabulary

MODALS = vocabulary("should shall will would must may can might could")
FINITE = vocabulary("is are was were has have had does do")
_IRREGULAR_PARTICIPLES = vocabulary(
    "held made given taken sent put kept set built drawn brought paid done met chosen undertaken sought found led shown "
    "written known seen borne left begun read drawn laid become understood"
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands between an operative verb and the end of its segment, as word indices.

    `kind`: to ("X to do"), direct ("decides to do"), that ("that X should do"), open (nothing but X, perhaps a
    colon), object ("encourages the use of"). `named` holds the noun phrases, `action` the first word of what is
    asked, None where that follows in the items.
    """

    kind: str
    named: tuple[int, int]
    action: int | None
    passive: bool = False
    finite: bool = False
    modal: int | None = None


def complement(words: Sequence[Word], at: int, stop: int) -> Complement:
    """How the segment from `at` (the word after the verb) to `stop` goes on. Never fails: the last resort is object."""
    while stop > at and words[stop - 1].low in (".", ";", ",", "and", "or"):
        stop -= 1
    at = skip_openers(words, at, stop)
    if at >= stop:
        return Complement("open", (at, at), None)
    if words[at].low == "that":
        return that_clause(words, at + 1, stop)
    if words[at].low == "to":
        verb = infinitive_after_to(words, at, stop)
        if verb is not None or at + 1 >= stop or words[at + 1].low in (":", ","):
            return Complement("direct", (at, at), _after_to(words, at, stop))
    skipped: int | None = None
    colon = next((k for k in range(at, stop) if words[k].low == ":"), stop)
    for k in range(at, stop):
        if words[k].low == ";" or (words[k].low == ":" and k + 1 < stop and not _inline_label(words, k + 1)):
            break
        if words[k].low == "that" and k > at and words[k - 1].low == "," and not names_party(words, at, k):
            break
        if words[k].low != "to":
            continue
        if k > at and words[k - 1].low in NOT_AFTER and words[k + 1 : k + 2] and words[k + 1].low != ",":
            skipped = k if skipped is None and infinitive_after_to(words, k, stop) is not None else skipped
            continue
        if infinitive_after_to(words, k, stop) is not None or k + 1 >= stop or words[k + 1].low == ":":
            return Complement("to", (at, k), _after_to(words, k, stop))
        if words[k + 1].low == "," and k + 1 < colon and names_party(words, at, k):
            return Complement("to", (at, k), _after_to(words, k, stop))
    if skipped is not None and names_party(words, at, skipped) and words[skipped - 1].low not in ("order", "as"):
        return Complement("to", (at, skipped), _after_to(words, skipped, stop))
    if colon < stop and names_party(words, at, colon):
        return Complement("open", (at, colon), None)
    if (
        names_party(words, at, stop)
        and stop - at <= 12
        and not any(words[k].low in ("in", "for") for k in range(at, stop))
    ):
        return Complement("open", (at, stop), None)
    return Complement("object", (at, stop), at)


def _inline_label(words: Sequence[Word], at: int) -> bool:
    return words[at].text == "("


def _after_to(words: Sequence[Word], to: int, stop: int) -> int | None:
    rest = [k for k in range(to + 1, stop) if words[k].low not in (":", ",")]
    return to + 1 if rest else None


def skip_openers(words: Sequence[Word], at: int, stop: int) -> int:
    """The index after adverbs and insertions that follow the verb: "also", ", in this regard,", "once again"."""
    while at < stop:
        low = words[at].low
        if low in ADVERBS or low == "*" or low == "_":
            at += 1
        elif low == ",":
            close = next((k for k in range(at + 1, min(stop, at + 60)) if words[k].low == ","), None)
            if close is None:
                return at + 1
            at = close + 1
        elif low == "with" and at + 1 < stop and words[at + 1].low in ("appreciation", "satisfaction", "concern"):
            at += 2
        else:
            break
    return at


def that_clause(words: Sequence[Word], at: int, stop: int) -> Complement:
    """The subject and the action of "that X should do": passive and finite clauses are marked, they name no doer."""
    at = skip_openers(words, at, stop)
    for k in range(at, stop):
        low = words[k].low
        if low in MODALS and k > at and words[k - 1].low not in RELATIVES:
            return _predicate(words, at, k, k + 1, stop)
        if low == "be" and k > at and words[k - 1].low != "to":
            return _predicate(words, at, k, k, stop)
        if low == ":" or low == ";":
            return Complement("that", (at, k), None)
        if low in ("is", "are") and k + 1 < stop and words[k + 1].low == "to" and words[k - 1].low not in RELATIVES:
            return _predicate(words, at, k, k + 2, stop)
        if low in FINITE and k > at and words[k - 1].low not in RELATIVES and not _in_relative(words, at, k):
            return Complement("that", (at, k), at, finite=True)
        if low in ACTION_VERBS and k > at and names_party(words, at, k) and _ends_phrase(words, at, k):
            if low in ALSO_NOUNS and any(
                words[j].low in MODALS or words[j].low in FINITE for j in range(k, min(stop, k + 10))
            ):
                continue
            return _predicate(words, at, k, k, stop)
    return Complement("that", (at, stop), at if stop > at and not names_party(words, at, stop) else None, finite=True)


def _in_relative(words: Sequence[Word], at: int, k: int) -> bool:
    """Is the verb at `k` that of a relative clause: "Parties that have not yet ratified"?"""
    return any(words[j].low in RELATIVES for j in range(max(at, k - 4), k))


def _ends_phrase(words: Sequence[Word], at: int, k: int) -> bool:
    """A subjunctive ("that Parties ensure") needs a subject that is complete: not "that States support services"."""
    return words[k - 1].low not in ("of", "the", "and", "for", "in", "on", "to", "a") and not _in_relative(words, at, k)


def _predicate(words: Sequence[Word], at: int, modal: int, after: int, stop: int) -> Complement:
    verb = skip_adverbs(words, after, stop)
    if verb >= stop or words[verb].low == ":":
        return Complement("that", (at, modal), None, modal=modal)
    if words[verb].low in ("be", "not"):
        following = skip_adverbs(words, verb + 1, stop)
        passive = following < stop and is_participle(words[following].low)
        return Complement("that", (at, modal), after, passive=passive, finite=not passive, modal=modal)
    return Complement("that", (at, modal), after, modal=modal)


def is_participle(low: str) -> bool:
    """Is the word a past participle ("provided", "held")?"""
    return (
        low.endswith(("ed", "en")) and low not in ("open-ended", "open", "seven", "need")
    ) or low in _IRREGULAR_PARTICIPLES
