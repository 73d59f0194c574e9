"""Who is named: noun phrases of organs, States, organizations and persons, cut to what names them."""

from __future__ import annotations

from collections.abc import Sequence

from .words import Word, matches, vocabulary

PARTY_HEADS = vocabulary("""
    party state government secretariat secretary secretary-general director director-general commissioner committee
    subcommittee council commission conference assembly board bureau office officer organization organisation agency body
    entity institution fund programme program bank group subgroup panel force rapporteur expert representative president
    vice-president chair chairperson chairman chairwoman chairpersons co-chair vice-chair member country region donor provider
    authority community society sector stakeholder partner academia industry company business institute network centre
    center mechanism facility forum platform parliament parliamentarian unit team division department administrator
    participant observer signatory people youth scientist researcher university media publisher point correspondent
    mission procedure holder mandate-holder coordinator ombudsman envoy system other foundation association union
    consortium alliance federation league minister ministry head actor meeting plenary court tribunal prosecutor police
    corporation treasurer initiative task-force individual municipality city practitioner operator producer
    manufacturer economy territory archive registry service laboratory museum depositary applicant proponent trustee
    auditor inspector inspectorate consultant facilitator moderator delegation ngo civil-society protocol-party college
    """)
TITLES = vocabulary(
    "rapporteur rapporteurs representative representatives expert experts group adviser envoy panel committee"
)
ARTICLES = vocabulary("the a an both other any its their his her our these those such said this that each")
# After the noun these open a description: "Parties able to do so", "States concerned".
POSTPOSED = vocabulary(
    "concerned so themselves itself more most able unable willing responsible active interested eligible ready"
)
RELATIVES = vocabulary("that which who whom whose where when")
PREPOSITIONS = vocabulary(
    "for in at from with by on under within among amongst through against to as across between during without including "
    "regarding concerning towards toward per via not having upon into after before pursuant whether than about over"
)
# How an insertion between commas begins: "the Secretariat, in consultation with the Bureau, to".
INSERTIONS = vocabulary("""
    in with within through by under subject upon on at where when whenever wherever if including inter especially
    particularly notably taking based building drawing bearing recognizing noting using while after before prior
    pursuant for from during together without acting working not no among according following consistent having also
    further therefore depending via alongside along when whilst unless until to mindful recalling considering in-depth
    preferably mainly inasmuch between towards as-appropriate until following beginning starting given because since
    respectively whether making jointly individually each immediately urgently again once moreover additionally
    """)
# After these the following noun phrases belong to the insertion: "in consultation with the Bureau, A and B, to".
OPEN_INSERTIONS = vocabulary("consultation cooperation co-operation collaboration coordination together partnership conjunction "
                            "support assistance advice jointly guidance through among liaison alongside along inputs")  # fmt: skip
BACK_REFERENCES = vocabulary("it they them latter former said above-mentioned aforementioned abovementioned")


def singular(word: str) -> str:
    """The singular of a plural noun, well enough to look it up."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_head(word: Word) -> bool:
    """Does the word name a party by itself: "Parties", "secretariats", "UNEP"?"""
    letters = word.text.replace("-", "").replace("/", "")
    acronym = len(letters) >= 2 and letters.isalpha() and letters.isupper()
    return (
        acronym
        or singular(word.low) in PARTY_HEADS
        or word.low in PARTY_HEADS
        or word.low.split("-")[-1] in ("chairs", "chair", "general")
    )


def head_of(words: Sequence[Word], lo: int, hi: int) -> int | None:
    """The index of the noun that the phrase is about: the last word before its first preposition or comma."""
    k = lo
    while k < hi and words[k].low in ARTICLES:
        k += 1
    last = None
    while k < hi:
        low = words[k].low
        if low == "of" or low in PREPOSITIONS or low in RELATIVES or words[k].is_mark:
            break
        last = k
        k += 1
    return last


def names_party(words: Sequence[Word], lo: int, hi: int) -> bool:
    """Is the phrase about an organ, a State, an organization or a person?"""
    cut = cut_phrase(words, lo, hi)
    if cut is None:
        return False
    if cut[1] - cut[0] == 1 and words[cut[0]].low in BACK_REFERENCES:
        return True
    head = head_of(words, *cut)
    return head is not None and is_head(words[head])


def cut_phrase(words: Sequence[Word], lo: int, hi: int) -> tuple[int, int] | None:
    """The shortest phrase that still names the party: no article, no relative clause, no "for", "in", "with".

    Proper names stay whole ("Office on Drugs and Crime"), "of" stays ("providers of technical assistance"), and so
    does what tells parties to one treaty from those to another ("States parties to the Arms Protocol").
    """
    while lo < hi and (words[lo].low in ARTICLES or words[lo].low in ("and", "or", "as", "well") or words[lo].is_mark):
        if words[lo].low in ("it", "them"):
            break
        lo += 1
    k, seen_head, head_is_capital, title = lo, False, False, False
    while k < hi:
        word = words[k]
        low = word.low
        if low == "of" and k > lo:
            k += 1
            while k < hi and words[k].low in ARTICLES:
                k += 1
            seen_head = False
            continue
        if word.is_mark:
            name_goes_on = (
                word.text == "," and k > lo and k + 1 < hi and _is_adjective(words[k - 1]) and words[k + 1].is_capital
            )
            if not name_goes_on:
                break
        elif k > lo and (low in RELATIVES or low in PREPOSITIONS):
            end = _kept(words, k, hi, head_is_capital, title)
            if end is None:
                break
            k = end
            continue
        elif (
            seen_head
            and not word.is_capital
            and low.endswith(("ing", "ed"))
            and not (k + 1 < hi and is_head(words[k + 1]))
        ) or (seen_head and low in POSTPOSED):
            break
        if is_head(word):
            seen_head, head_is_capital = True, word.is_capital
            title = title or low in TITLES
        k += 1
    while k > lo and (words[k - 1].low in ("and", "or", "of", "the") or words[k - 1].is_mark):
        k -= 1
    return (lo, k) if k > lo else None


def _kept(words: Sequence[Word], at: int, hi: int, head_is_capital: bool, title: bool) -> int | None:
    """The index after a prepositional phrase that belongs to the name; None where it does not."""
    low = words[at].low
    k = at + 1
    while k < hi and words[k].low in ("the", "a", "an"):
        k += 1
    if k >= hi:
        return None
    if low == "to":
        end = _capitals(words, k, hi)
        named = end - k > 1 and words[end - 1].low in ("protocol", "convention", "agreement", "treaty", "amendment")
        return end if named else None
    if low not in ("on", "for", "against"):
        return None
    if head_is_capital and words[k].is_capital:
        return _capitals(words, k, hi)
    if title and low == "on":
        while k < hi and not words[k].is_mark and words[k].low not in PREPOSITIONS | RELATIVES:
            k += 1
        return k
    return None


def _capitals(words: Sequence[Word], k: int, hi: int) -> int:
    """The index after a run of capitalized words with "and", "of", "the" and commas between them."""
    end = k
    while k < hi:
        if words[k].is_capital:
            end = k + 1
        elif words[k].low in ("and", ","):
            if (
                k + 1 >= hi
                or not words[k + 1].is_capital
                or (is_head(words[k + 1]) and not _is_adjective(words[k - 1]))
            ):
                break
        elif words[k].low not in ("of", "the", "in", "for"):
            break
        k += 1
    return end


def _is_adjective(word: Word) -> bool:
    return word.low.endswith(("al", "ic", "ive", "ary", "ant", "able", "ear", "wide", "ous", "ical"))


def parties(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """The phrases of all parties named between `lo` and `hi`, insertions left out, lists split.

    "donor countries and technical assistance providers, including the Office" are two; "Drugs and Crime" is one,
    because what stands before the "and" is no party by itself or what stands after it is none.
    """
    found: list[tuple[int, int]] = []
    pending: int | None = None
    swallowing = False
    for begin, end in _comma_parts(words, lo, hi):
        first = begin
        while first < end and words[first].low in ("and", "or"):
            first += 1
        if first >= end:
            continue
        if _is_insertion(words, first, end):
            open_ended = any(words[k].low in OPEN_INSERTIONS for k in range(first, min(end, first + 3)))
            swallowing = open_ended or (swallowing and words[first].low == "as")
            continue
        if swallowing:
            # "together with A and, as appropriate, its field offices": still part of the insertion.
            continue
        start = pending if pending is not None else begin
        pending = None
        pieces = _and_parts(words, start, end)
        named = [cut for piece in pieces if (cut := cut_phrase(words, *piece)) and names_party(words, *piece)]
        if named:
            found += named
        elif end - begin <= 3:
            # "bilateral, regional and multilateral donors": adjectives wait for their noun.
            pending = start
    return found


def _is_insertion(words: Sequence[Word], at: int, end: int) -> bool:
    low = words[at].low
    if low == "as":
        return not matches(words, at, ("as", "well", "as"))
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
    parts, begin, depth = [], lo, 0
    for k in range(lo, hi):
        if words[k].text in "([":
            depth += 1
        elif words[k].text in ")]":
            depth = max(0, depth - 1)
        elif words[k].text == "," and depth == 0:
            name_goes_on = (
                k > lo
                and k + 1 < hi
                and _is_adjective(words[k - 1])
                and words[k - 1].is_capital
                and words[k + 1].is_capital
            )
            if not name_goes_on:
                parts.append((begin, k))
                begin = k + 1
        elif matches(words, k, ("as", "well", "as")) and depth == 0:
            parts.append((begin, k))
            begin = k + 3
    parts.append((begin, hi))
    return [(a, b) for a, b in parts if a < b]


def agent_of(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    """The doer of a passive or of a noun: "be prepared by the Secretariat", "the use by States of"."""
    for k in range(lo + 1, min(hi - 1, lo + 9)):
        if words[k].low == "by" and names_party(words, k + 1, min(hi, k + 14)):
            ends = (",", ";", "of", "at", "in", "on", "to", "for")
            end = next((j for j in range(k + 1, min(hi, k + 20)) if words[j].low in ends), min(hi, k + 20))
            return parties(words, k + 1, end)
    return []


_CHARGING = vocabulary(
    "establish appoint create constitute reconstitute convene mandate form designate extend renew authorize"
)


def charged_party(words: Sequence[Word], verb: int, hi: int) -> tuple[int, int] | None:
    """Whom an action sets up or charges: "to appoint, for three years, an independent expert, whose tasks are"."""
    if verb >= hi or words[verb].low not in _CHARGING:
        return None
    named = parties(words, verb + 1, min(hi, verb + 40))
    return named[0] if named else None


def _and_parts(words: Sequence[Word], lo: int, hi: int) -> list[tuple[int, int]]:
    parts, begin = [], lo
    for k in range(lo + 1, hi):
        if words[k].low not in ("and", "or", "and/or") or not names_party(words, begin, k):
            continue
        # "organizations and indigenous and local communities": an adjective waits for its noun.
        following = next(
            (j for j in range(k + 2, hi) if words[j].low in ("and", "or") and not _is_adjective(words[j - 1])), hi
        )
        if names_party(words, k + 1, following):
            inside_relative = any(words[j].low in ("that", "which", "who", "whose") for j in range(begin, k))
            after_article = k + 1 < hi and words[k + 1].low in ("the", "all", "other", "relevant")
            if inside_relative and not after_article:
                continue
            parts.append((begin, k))
            begin = k + 1
    parts.append((begin, hi))
    return parts
