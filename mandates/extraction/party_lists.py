"""Lists of parties: split where each part names one, with what stands between commas left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .parties import ARTICLES, cut_phrase, goes_on_after_comma, head_of, is_adjective, names_party
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
    for begin, end in _comma_parts(words, lo, hi):
        first = begin
        while first < end and words[first].low in ("and", "or"):
            first += 1
        if first >= end:
            continue
        if _is_insertion(words, first, end):
            open_ended = any(words[k].low in OPEN_INSERTIONS for k in range(first, min(end, first + 3)))
            swallowing = open_ended or (swallowing and words[first].low in ("as", "where", "if", "when"))
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
        named = [
            cut
            for piece in _and_parts(words, start, end)
            if (cut := cut_phrase(words, *piece)) and (names_party(words, *piece) or _is_full_name(words, *piece))
        ]
        if found and not named and _is_name(words, begin, end) and _governs_names(words, *found[-1]):
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


def _comma_parts(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """The range cut at its commas and at "as well as", but not inside brackets, names and rows of adjectives."""
    parts, begin, depth = [], lo, 0
    for k in range(lo, hi):
        if words[k].text in "([":
            depth += 1
        elif words[k].text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and words[k].text == "," and not goes_on_after_comma(words, lo, k, hi):
            parts.append((begin, k))
            begin = k + 1
        elif depth == 0 and matches(words, k, ("as", "well", "as")):
            parts.append((begin, k))
            # "from Governments as well as from banks".
            begin = k + 3 + (k + 3 < hi and words[k + 3].low in ("from", "by", "upon", "on"))
    parts.append((begin, hi))
    return [(a, b) for a, b in parts if a < b]


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


def _and_parts(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    parts, begin = [], lo
    for k in range(lo + 1, hi):
        if words[k].low not in ("and", "or", "and/or") or _is_one_name(words, begin, k, hi):
            continue
        if not names_party(words, begin, k) and not _is_full_name(words, begin, k):
            continue
        # "organizations and indigenous and local communities": an adjective waits for its noun.
        following = next(
            (j for j in range(k + 2, hi) if words[j].low in ("and", "or") and not is_adjective(words[j - 1])), hi
        )
        named_behind = words[k + 1].low == "the" and names_party(words, k + 1, hi)
        if names_party(words, k + 1, following) or named_behind:
            inside_relative = any(words[j].low in ("that", "which", "who", "whose") for j in range(begin, k))
            after_article = k + 1 < hi and words[k + 1].low in ("the", "all", "other", "relevant")
            if inside_relative and not after_article:
                continue
            parts.append((begin, k))
            begin = k + 1
    parts.append((begin, hi))
    return parts


def _is_one_name(words: Sequence[Word], lo: int, link: int, hi: int) -> bool:
    """ "the Climate Technology Centre and Network": one article, and after the "and" one more word with a capital."""
    return (
        words[lo].low == "the"
        and words[link - 1].is_capital
        and link + 1 < hi
        and words[link + 1].is_capital
        and not words[link + 1].text.isupper()
        and not words[link + 1].low.endswith("s")
        and (link + 2 >= hi or words[link + 2].is_mark)
        and link - lo > 2
    )


def _is_full_name(words: Sequence[Word], lo: int, hi: int) -> bool:
    """ "the Plant Protection Convention": an article and capitals, as organizations nobody listed print their names."""
    return words[lo].low == "the" and hi - lo > 2 and _is_name(words, lo, hi)


def names(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """Names that nobody listed, told by their capitals: "the Ozone Hub", "A, B and C"; none where they have none."""
    pieces = [piece for part in _comma_parts(words, lo, hi) for piece in _cut_at_and(words, *part)]
    cuts = [cut for piece in pieces if (cut := cut_phrase(words, *piece))]
    if len(cuts) > 1 and all(_is_name(words, *cut) for cut in cuts):
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


def _is_name(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Capitals throughout, but for "and", "of" and "the"."""
    return hi - lo <= 8 and all(word.is_capital or word.low in ("and", "of", "the") for word in words[lo:hi])


def _governs_names(words: Sequence[Word], lo: int, hi: int) -> bool:
    return words[lo].low in ("government", "governments", "authorities") and "of" in {word.low for word in words[lo:hi]}


def names_somebody(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Is it a party or a proper name: "the offer of Andria"?"""
    alone = lo + 1 >= hi or not words[lo + 1].is_capital
    return names_party(words, lo, hi) or (words[lo].is_capital and alone and words[lo].low not in ARTICLES)
