"""Lists of parties: split where each part names one, with what stands between commas left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .parties import ARTICLES, cut_phrase, head_of, names_party
from .party_pieces import and_parts, comma_parts, is_name, is_other, is_party
from .words import Word, matches, vocabulary

_PEOPLE = re.compile(r"(?:[a-z]{2}(?:ers|ors|ists|ians|men|women))$")
_THINGS = vocabulary(
    """
    papers numbers matters orders waters factors indicators errors letters chapters barriers borders harbours rivers
    containers computers parameters registers offers answers transfers disasters quarters centers colors vectors
    powers figures posters folders filters vessels
    """
)
# How an insertion between commas begins: "the Secretariat, in consultation with the Bureau, to".
INSERTIONS = vocabulary(
    """
    in with within through by under subject upon on at where when whenever wherever if including inter especially
    particularly notably taking based building drawing bearing recognizing noting using while after before prior
    pursuant for from during together without acting working not no among according following consistent having also
    further therefore depending via alongside along when whilst unless until to mindful recalling considering
    in-depth preferably mainly inasmuch between towards as-appropriate until following beginning starting given
    because since respectively whether making jointly individually each immediately urgently again once moreover
    additionally
    """
)
_AFTER_A_PARTICIPLE = vocabulary("by in on under with to from at as")
# After these the following noun phrases belong to the insertion: "in consultation with the Bureau, A and B, to".
OPEN_INSERTIONS = vocabulary(
    """
    consultation cooperation co-operation collaboration coordination together partnership conjunction support
    assistance advice jointly guidance through among liaison alongside along inputs
    """
)  # fmt: skip


def parties(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """The phrases of all parties named between `lo` and `hi`, insertions left out, lists split.

    "donor countries and technical assistance providers, including the Office" are two; "Drugs and Crime" is one,
    because what stands before the "and" is no party by itself or what stands after it is none.
    """
    found: list[tuple[int, int]] = []
    pending: int | None = None
    swallowing = listing = False
    for begin, end in comma_parts(words, lo, hi):
        first = begin
        while first < end and words[first].low in ("and", "or"):
            first += 1
        if first >= end:
            continue
        if _is_insertion(words, first, end):
            open_ended = any(words[k].low in OPEN_INSERTIONS for k in range(first, min(end, first + 3)))
            doing = words[first].low in ("when", "while", "in") and words[min(first + 1, end - 1)].low.endswith("ing")
            swallowing = open_ended or doing or (swallowing and words[first].low in ("as", "where", "if", "when"))
            listing = words[first].low in ("including", "notably")
            continue
        if listing and (first > begin or words[first].low == "other"):
            # "including A, B and C, to" lists on; in "including A, and B, to" the "and" goes on with the parties.
            listing = False
        if swallowing or listing:
            # "together with A and, as appropriate, its field offices": still part of the insertion.
            continue
        start = pending if pending is not None else begin
        pending = None
        named: list[tuple[int, int]] = []
        for piece in and_parts(words, start, end):
            cut = cut_phrase(words, *piece)
            if cut and (is_party(words, *piece) or ((found or named) and is_other(words, *piece))):
                named.append(cut)
        if found and not named and is_name(words, begin, end) and _governs_names(words, *found[-1]):
            # "the Governments of A, B and C" is one phrase.
            found[-1] = (found[-1][0], end)
        elif named:
            found += named
        elif end - begin <= 3:
            # "bilateral, regional and multilateral donors": adjectives wait for their noun.
            pending = start
    # Names that nobody listed count beside one that is known.
    return found if any(names_party(words, *phrase) for phrase in found) else []


def _is_insertion(words: Sequence[Word], at: int, end: int) -> bool:
    low = words[at].low
    if (low.endswith("ed") or low in ("led", "made")) and at + 1 < end and words[at + 1].low in _AFTER_A_PARTICIPLE:
        # "the Board, led by Norway, and the Fund".
        return True
    if low == "as":
        return not matches(words, at, ("as", "well", "as"))
    if low == "each":
        # "each Party with a commitment" is asked, "each in its own field" is not.
        return not names_party(words, at + 1, end)
    if low == "such":
        return at + 1 < end and words[at + 1].low == "as"
    return low in INSERTIONS or (
        low.endswith("ing")
        and low
        not in (
            "developing",
            "implementing",
            "participating",
            "exporting",
            "importing",
            "working",
            "coordinating",
            "requesting",
            "contracting",
            "governing",
            "monitoring",
            "financing",
            "steering",
            "donating",
            "interested",
        )
    )


def agent_of(words: Sequence[Word], lo: int, hi: int, link: str = "by") -> list[tuple[int, int]]:
    """The doer of a passive or a noun: "be prepared by the Secretariat", "the use by States", "views from States"."""
    for k in range(lo + 1, min(hi - 1, lo + 9)):
        if words[k].low == link and names_party(words, k + 1, min(hi, k + 14)):
            ends = (",", ";", "of", "at", "in", "to", "by")
            end = next((j for j in range(k + 1, min(hi, k + 20)) if words[j].low in ends), min(hi, k + 20))
            if link == "from" and end < hi and words[end].text == ",":
                end = hi
            return parties(words, k + 1, end)
    return []


_CHARGING = vocabulary(
    """
    establish appoint create constitute reconstitute convene mandate form designate extend renew authorize
    """
)


def charged_party(words: Sequence[Word], verb: int, hi: int) -> tuple[int, int] | None:
    """Whom an action sets up or charges: "to appoint, for three years, an independent expert, whose tasks are"."""
    if verb < hi and matches(words, verb, ("set", "up")):
        verb += 1
    elif verb >= hi or words[verb].low not in _CHARGING:
        return None
    named = parties(words, verb + 1, min(hi, verb + 40))
    return named[0] if named else None


def names(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """Names that nobody listed, told by their capitals: "the Ozone Hub", "A, B and C"; none where they have none."""
    pieces = [piece for part in comma_parts(words, lo, hi) for piece in _cut_at_and(words, *part)]
    cuts = [cut for piece in pieces if (cut := cut_phrase(words, *piece))]
    if len(cuts) > 1 and all(is_name(words, *cut) for cut in cuts):
        return cuts
    named = any(word.is_capital for word in words[lo:hi]) or _are_people(words, lo, hi)
    whole = cut_phrase(words, lo, hi) if hi - lo <= 14 and named else None
    return [whole] if whole else []


def _are_people(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Is the phrase about people by what they do: "harbour masters", "shipowners", "journalists", not "numbers"?"""
    head = head_of(words, lo, hi)
    return head is not None and bool(_PEOPLE.search(words[head].low)) and words[head].low not in _THINGS


def _cut_at_and(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    edges = [lo, *(k for k in range(lo + 1, hi) if words[k].low == "and"), hi]
    return list(pairwise(edges))


def _governs_names(words: Sequence[Word], lo: int, hi: int) -> bool:
    return words[lo].low in ("government", "governments", "authorities") and "of" in {word.low for word in words[lo:hi]}


def names_somebody(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Is it a party or a proper name: "the offer of Andria"?"""
    alone = lo + 1 >= hi or not words[lo + 1].is_capital
    return names_party(words, lo, hi) or (words[lo].is_capital and alone and words[lo].low not in ARTICLES)
