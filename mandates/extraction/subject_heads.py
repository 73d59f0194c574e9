"""Sentences that bind without an operative verb: "Parties are encouraged to", "The Secretariat shall"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .parties import names_party
from .party_lists import INSERTIONS
from .verbs import PARTICIPLES, is_adverb
from .words import Word, matches, vocabulary

_HINDERING = vocabulary("which who that whereby when if where")
# A subject before "shall" or "are requested" is not longer than this.
_SUBJECT_REACH = 80


@dataclass(frozen=True, slots=True)
class Head:
    """An operative verb from word `at` to `end`; its words reach from `after` to `stop`.

    `kind` is ask, decide, record, passive ("Parties are encouraged to") or modal ("The Secretariat shall"); for the
    last two `subject` is the range of the words before the verb. `read_as` is the spelling that was meant where the
    printed one is damaged; `unsure` is true where another than the body may be asking, `unlisted` where the verb is
    none that this package knows.
    """

    at: int
    end: int
    after: int
    stop: int
    base: str
    kind: str
    subject: tuple[int, int] | None = None
    read_as: str = ""
    unsure: bool = False
    unlisted: bool = False


def subject_heads(words: Sequence[Word], first: int, end: int) -> list[Head]:
    """The head of a sentence without operative verb that still binds: passives, "shall" and "should" of a party."""
    opening = first
    if words[first].low in INSERTIONS and (comma := _first_comma(words, first, end)):
        # "Subject to external funding, the Secretariat shall".
        first = comma + 1
    hindered = False
    for k in range(first + 1, min(end, first + _SUBJECT_REACH)):
        low = words[k].low
        if low == ":" and k - first < 8:
            return subject_heads(words, k + 1, end) if k + 1 < end else []
        if low in (";", ":"):
            return []
        if low in _HINDERING:
            if hindered:
                return []
            hindered = True
        elif low in ("is", "are", "be", "was", "were"):
            if passive := _passive(words, (first, k), k, end):
                return _row(words, passive)
        elif (
            low in ("shall", "should")
            and k + 2 < end
            and words[k + 1].low == "be"
            and (asked := _passive(words, (first, k), k + 1, end))
        ):
            return _row(words, asked)
        elif low in ("shall", "should") and words[k - 1].low not in _HINDERING and names_party(words, first, k):
            return _row(words, Head(k, k + 1, k + 1, end, low, "modal", (opening, k)))
    return []


def _row(words: Sequence[Word], first: Head) -> list[Head]:
    """The head and what else its sentence asks of the same: "and are invited to", "; it is requested to"."""
    heads = [first]
    for k in range(first.after, first.stop - 3):
        again = words[k].low in ("is", "are") and words[k - 1].low in ("and", ",", "it", "they")
        if not again or (words[k - 1].low in ("it", "they") and words[k - 2].low not in (";", "and", ",")):
            continue
        subject = (k - 1, k) if words[k - 1].low in ("it", "they") else first.subject
        if subject and (further := _passive(words, subject, k, first.stop)):
            heads[-1] = replace(heads[-1], stop=k - 1)
            heads.append(further)
    return heads


def _first_comma(words: Sequence[Word], first: int, end: int) -> int | None:
    return next((k for k in range(first + 1, min(end - 2, first + 40)) if words[k].text == ","), None)


def _passive(words: Sequence[Word], subject: tuple[int, int], k: int, end: int) -> Head | None:
    """ "Parties are strongly encouraged to", "the Committee is called upon to"."""
    j = k + 1
    while j < end and is_adverb(words[j].low):
        j += 1
    called = matches(words, j, ("called", "upon")) or matches(words, j, ("called", "on"))
    if j >= end or not (called or words[j].low in PARTICIPLES):
        return None
    after = j + 2 if called else j + 1
    if after >= end or words[after].low not in ("to", ",", ":") or not names_party(words, *subject):
        return None
    base = "call upon" if called else PARTICIPLES[words[j].low]
    return Head(k, after, after, end, base, "passive", subject)
