"""What follows an operative verb: who, and the place where the action begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .infinitives import ACTION_VERBS, ALSO_NOUNS, DETERMINERS, NOT_AFTER, infinitive_after_to, skip_adverbs
from .parties import RELATIVES, names_party
from .party_lists import parties
from .verbs import is_adverb
from .words import Word, vocabulary

MODALS = vocabulary("should shall will would must may can might could")
FINITE = vocabulary("is are was were has have had does do")
_IRREGULAR_PARTICIPLES = vocabulary(
    """
    held made given taken sent put kept set built drawn brought paid done met chosen undertaken sought found led
    shown written known seen borne left begun read laid become understood
    """
)
_NO_PARTICIPLES = vocabulary("open-ended open seven need indeed")
_UNFINISHED = vocabulary("of the and for in on to a")
_NOUN_ENDINGS = (
    "s",
    "ing",
    "ed",
    "ion",
    "ment",
    "al",
    "ic",
    "ous",
    "ty",
    "ce",
    "ship",
    "ness",
    "ism",
    "th",
    "ent",
    "ant",
)
# No addressee with its insertions is longer; beyond this an infinitive belongs to something else.
REACH = 200


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands between an operative verb and the end of its segment, as word indices.

    `kind`: to ("X to do"), direct ("decides to do"), that ("that X should do"), open (nothing but X, perhaps a
    colon), object ("encourages the use of"). `named` holds the noun phrases, `action` the first word of what is
    asked, None where that follows in the items. Of a that-clause: `modal` is where "should" stands, `passive` and
    `finite` mark those whose subject does nothing.
    """

    kind: str
    named: tuple[int, int]
    action: int | None
    passive: bool = False
    finite: bool = False
    modal: int | None = None


def complement(words: Sequence[Word], at: int, stop: int) -> Complement:
    """How the segment from `at` (the word after the verb) to `stop` goes on. The last resort is object."""
    while stop > at and words[stop - 1].low in (".", ";", ",", "and", "or"):
        stop -= 1
    at = skip_openers(words, at, stop)
    if at >= stop or words[at].low == ":":
        return Complement("open", (at, at), None)
    if words[at].low == "not" and at + 1 < stop and words[at + 1].low == "to":
        # "decides not to add the item".
        return Complement("direct", (at, at), at)
    if words[at].low == "that":
        return _that_party_to(words, at, stop) or that_clause(words, at + 1, stop)
    if words[at].low == "to" and (
        infinitive_after_to(words, at, stop) is not None or at + 1 >= stop or words[at + 1].low in (":", ",")
    ):
        return Complement("direct", (at, at), _after_to(words, at, stop))
    if words[at].low == "to":
        return Complement("object", (at, stop), at)
    to = _main_to(words, at, min(stop, at + REACH))
    if to is not None:
        return Complement("to", (at, to), _after_to(words, to, stop))
    colon = next((k for k in range(at, min(stop, at + REACH)) if words[k].low == ":"), None)
    if colon is not None and names_party(words, at, colon):
        return Complement("open", (at, colon), None)
    if stop - at <= 30 and _only_parties(words, at, stop):
        return Complement("open", (at, stop), None)
    return Complement("object", (at, stop), at)


def _only_parties(words: Sequence[Word], at: int, stop: int) -> bool:
    """Is nothing but a list of parties left: "Requests the Bureau, and invites", not "Urges Parties in need"?"""
    named = parties(words, at, stop)
    return bool(named) and named[0][0] <= at + 2 and (named[-1][1] == stop or words[named[-1][1]].text == ",")


def _main_to(words: Sequence[Word], at: int, stop: int) -> int | None:
    """The index of the "to" that opens the action asked, not one inside the addressee's description.

    In "Parties in a position to do so to contribute" it is the second.
    """
    unlisted: int | None = None
    described: int | None = None
    for k in range(at, stop):
        low = words[k].low
        if low == ";" or (low == ":" and k + 1 < stop and words[k + 1].text != "("):
            break
        if low == "that" and k > at and words[k - 1].low == "," and not names_party(words, at, k):
            break
        if low != "to":
            continue
        following = words[k + 1].low if k + 1 < stop else ""
        opens = infinitive_after_to(words, k, stop) is not None
        if (
            k > at
            and words[k - 1].low in NOT_AFTER
            and words[k - 1].text != "Powers"
            and following not in ("", ",", ":")
        ):
            # "Parties that have such plans to submit them": nothing but what describes the Parties stands before it.
            described = k if opens and described is None and _in_relative_clause(words, at, k) else described
            continue
        unlisted = unlisted if unlisted is not None or not _may_open_action(words, k, stop) else k
        if opens or following in ("", ":") or (following == "," and names_party(words, at, k)):
            return k
    last = unlisted if unlisted is not None else described
    return last if last is not None and names_party(words, at, last) else None


def _in_relative_clause(words: Sequence[Word], at: int, k: int) -> bool:
    """Does a relative clause with an object of its own stand before `k`: "that have such plans", not "that wish"?"""
    return any(words[j].low in RELATIVES for j in range(at + 1, k - 2))


def _may_open_action(words: Sequence[Word], to: int, stop: int) -> bool:
    """Can "to" open an action whose verb nobody listed: not "to the", "to developing countries", "to ratification"?"""
    if to + 1 >= stop:
        return False
    low = words[to + 1].low
    plain = words[to + 1].text.islower() and low.isalpha() and len(low) > 2
    return plain and low not in DETERMINERS and not low.endswith(_NOUN_ENDINGS)


def _that_party_to(words: Sequence[Word], at: int, stop: int) -> Complement | None:
    """ "requests that Government to continue": a demonstrative, no conjunction."""
    for k in range(at + 1, min(stop, at + 12)):
        if words[k].low in MODALS | FINITE or words[k].is_mark:
            return None
        if words[k].low == "to" and infinitive_after_to(words, k, stop) is not None:
            single = not words[k - 1].low.endswith("s")
            return Complement("to", (at, k), k + 1) if single and names_party(words, at + 1, k) else None
    return None


def _after_to(words: Sequence[Word], to: int, stop: int) -> int | None:
    return to + 1 if any(word.low not in (":", ",") for word in words[to + 1 : stop]) else None


def skip_openers(words: Sequence[Word], at: int, stop: int) -> int:
    """The index after adverbs and insertions that follow the verb: "also", ", in this regard,", "once again"."""
    while at < stop:
        low = words[at].low
        if is_adverb(low) or low in ("*", "_", "itself", "ourselves", "themselves"):
            at += 1
        elif low == ",":
            close = next((k for k in range(at + 1, min(stop, at + 60)) if words[k].low == ","), at)
            at = close + 1
        elif low == "in" and at + 1 < stop and words[at + 1].low in ("dec", "decision", "resolution"):
            # "decided in Dec. I/5 to establish".
            number = next((k for k in range(at + 2, min(stop, at + 6)) if words[k].low in ("to", "that", ":")), None)
            if number is None:
                break
            at = number
        elif low == "with" and at + 1 < stop and words[at + 1].low in ("appreciation", "satisfaction", "concern"):
            at += 2
        else:
            break
    return at


def that_clause(words: Sequence[Word], at: int, stop: int) -> Complement:
    """The subject and the action of "that X should do": passive and finite clauses are marked, they name no doer."""
    at = skip_openers(words, at, stop)
    for k in range(at, min(stop, at + REACH)):
        low = words[k].low
        before = words[k - 1].low if k > at else ""
        if low in (":", ";"):
            return Complement("that", (at, k), None)
        if not before or before in RELATIVES:
            continue
        if low in MODALS:
            return _predicate(words, at, k, k + 1, stop)
        if low == "be" and before != "to":
            return _predicate(words, at, k, k, stop)
        if low in ("is", "are") and k + 1 < stop and words[k + 1].low == "to":
            return _predicate(words, at, k, k + 2, stop)
        if low in FINITE and not _in_relative(words, at, k):
            return Complement("that", (at, k), at, finite=True)
        if low in ACTION_VERBS and _is_subjunctive(words, at, k, stop):
            return _predicate(words, at, k, k, stop)
    nothing_yet = at >= stop or names_party(words, at, min(stop, at + REACH))
    return Complement("that", (at, stop), None if nothing_yet else at, finite=True)


def _in_relative(words: Sequence[Word], at: int, k: int) -> bool:
    """Is the verb at `k` that of a relative clause: "Parties that have not yet ratified"?"""
    return any(word.low in RELATIVES for word in words[max(at, k - 4) : k])


def _is_subjunctive(words: Sequence[Word], at: int, k: int, stop: int) -> bool:
    """ "that Parties ensure": the subject is complete, and the word is no noun on the way to a "should"."""
    if words[k - 1].low in _UNFINISHED or _in_relative(words, at, k) or not names_party(words, at, k):
        return False
    later_verb = any(word.low in MODALS or word.low in FINITE for word in words[k : min(stop, k + 10)])
    return words[k].low not in ALSO_NOUNS or not later_verb


def _predicate(words: Sequence[Word], at: int, modal: int, after: int, stop: int) -> Complement:
    verb = skip_adverbs(words, after, stop)
    if verb + 1 < stop and words[verb].low == "continue" and words[verb + 1].low == "to":
        verb = skip_adverbs(words, verb + 2, stop)
    if verb >= stop or words[verb].low == ":":
        return Complement("that", (at, modal), None, modal=modal)
    if words[verb].low in ("be", "not"):
        following = skip_adverbs(words, verb + 1, stop)
        passive = following < stop and is_participle(words[following].low)
        return Complement("that", (at, modal), after, passive=passive, finite=not passive, modal=modal)
    return Complement("that", (at, modal), after, modal=modal)


def is_participle(low: str) -> bool:
    """Is the word a past participle ("provided", "held")?"""
    return (low.endswith(("ed", "en")) and low not in _NO_PARTICIPLES) or low in _IRREGULAR_PARTICIPLES
