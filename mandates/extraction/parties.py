"""Who is named: noun phrases of organs, States, organizations and persons, cut to what names them."""

from __future__ import annotations

from collections.abc import Sequence

from .verbs import is_adverb
from .words import Word, matches, vocabulary

PARTY_HEADS = vocabulary(
    """
    associate party state government secretariat secretary secretary-general director director-general commissioner
    committee subcommittee council commission conference assembly board bureau office officer organization
    organisation agency body entity institution fund programme program bank group subgroup panel force rapporteur
    expert representative president vice-president chair chairperson chairman chairwoman chairpersons co-chair
    vice-chair member country region donor provider authority community society sector stakeholder partner academia
    industry company business institute network centre center mechanism facility forum platform parliament
    parliamentarian unit team division department administrator participant observer signatory people youth
    scientist researcher university media publisher point correspondent mission procedure holder mandate-holder
    coordinator ombudsman envoy system other foundation association union consortium power alliance federation
    league minister ministry head actor meeting plenary court tribunal prosecutor police corporation treasurer
    initiative task-force individual municipality city practitioner operator producer manufacturer economy territory
    archive registry service laboratory museum depositary applicant proponent trustee auditor inspector inspectorate
    consultant facilitator moderator delegation ngo civil-society protocol-party college
    enterprise manager employer worker trader investor farmer consumer retailer supplier exporter importer carrier
    shipowner educator teacher journalist lawyer judge legislator lawmaker policymaker policy-maker decision-maker
    presidency chairmanship firm charity philanthropist creditor lender specialist professional school hospital
    """
)
TITLES = vocabulary(
    """
    rapporteur rapporteurs representative representatives expert experts group adviser envoy panel committee force
    """
)
ARTICLES = vocabulary("the a an both other any its their his her our these those such said this that each")
_BEFORE_A_PHRASE = ARTICLES | vocabulary("and or as well")
# After the noun these open a description: "Parties able to do so", "States concerned".
POSTPOSED = vocabulary(
    """
    concerned so themselves itself all both each more most able unable willing responsible active interested
    eligible ready
    """
)
RELATIVES = vocabulary("that which who whom whose where when")
PREPOSITIONS = vocabulary(
    """
    for in at from with by on under within among amongst through against to as across between during without
    including regarding concerning towards toward per via not having upon into after before pursuant whether than
    about over inter no
    """
)
BACK_REFERENCES = vocabulary(
    "it they them him her those latter former said above-mentioned aforementioned abovementioned"
)


def singular(word: str) -> str:
    """The singular of a plural noun, well enough to look it up."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_head(word: Word) -> bool:
    """Does the word name a party by itself: "Parties", "secretariats", "UNEP"?"""
    if word.low in ("meetings", "plenaries", "programmes", "funds") or word.text in ("power", "powers"):
        return False
    letters = word.text.replace("-", "").replace("/", "")
    acronym = len(letters) >= 2 and letters.isalpha() and letters.isupper()
    acronym = acronym or (letters[:-1].isupper() and len(letters) >= 3 and letters.endswith("s"))
    return (
        acronym
        or singular(word.low.removeprefix("non-")) in PARTY_HEADS
        or word.low in PARTY_HEADS
        or word.low.split("-")[-1] in ("chairs", "chair")
        or word.low.endswith("-general")
        # One convention asks nobody, "the regional conventions" are organizations.
        or word.low == "conventions"
    )


def head_of(words: Sequence[Word], lo: int, hi: int) -> int | None:
    """The index of the noun that the phrase is about: the last word before its first preposition or comma."""
    k = lo
    while k < hi and words[k].low in ARTICLES:
        k += 1
    last = None
    while k < hi:
        low = words[k].low
        if low == "of" or low in PREPOSITIONS or low in RELATIVES or (last is not None and low == "included"):
            break
        if words[k].is_mark:
            if not goes_on_after_comma(words, lo, k, hi):
                break
        elif last is None or not is_adverb(low):
            # "the authorities immediately put an end to": an adverb is no part of the name.
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
    if head is None or matches(words, head, ("programme", "of", "work")):
        return False
    if words[head].low == "programme" and words[head - 1].low == "work":
        return False
    # Alone "funds" are money and "programmes" plans; "funds and programmes" are organizations.
    together = {"funds", "programmes"} <= {word.low for word in words[cut[0] : head + 1]}
    return is_head(words[head]) or together


def cut_phrase(words: Sequence[Word], lo: int, hi: int) -> tuple[int, int] | None:
    """The shortest phrase that still names the party: no article, no relative clause, no "for", "in", "with".

    Proper names stay whole ("Office on Drugs and Crime"), "of" stays ("providers of technical assistance"), and so
    does what tells parties to one treaty from those to another ("States parties to the Arms Protocol").
    """
    if lo + 1 < hi and words[lo].low == "those" and words[lo + 1].low in RELATIVES | {"in"}:
        return lo, lo + 1
    alone = hi - lo == 1 and words[lo].low in ("her", "those")
    while (
        lo < hi
        and not alone
        and words[lo].low not in ("it", "them")
        and (words[lo].low in _BEFORE_A_PHRASE or words[lo].is_mark)
    ):
        lo += 1
    k, head, title = _in_annex(words, lo, hi), None, False
    while k < hi:
        word, low = words[k], words[k].low
        if low == "of" and k > lo:
            k, head = _after_articles(words, k + 1, hi), None
            continue
        if word.is_mark:
            if not goes_on_after_comma(words, lo, k, hi):
                break
        elif k > lo and (low in RELATIVES or low in PREPOSITIONS):
            kept = _kept(words, k, hi, capital=head is not None and head.is_capital, title=title)
            if kept is None:
                break
            k = kept
            continue
        elif k > lo and _opens_another(words, k, hi, seen_head=head is not None):
            break
        if is_head(word):
            head, title = word, title or low in TITLES
        k += 1
    while k > lo and (_dangles(words[k - 1]) or words[k - 1].is_mark):
        k -= 1
    return (lo, k) if k > lo else None


def _in_annex(words: Sequence[Word], lo: int, hi: int) -> int:
    """The index behind "Parties included in Annex I", which names a group of its own; else `lo`."""
    k = next((k for k in range(lo + 1, min(hi - 2, lo + 6)) if matches(words, k, ("included", "in", "annex"))), None)
    return min(hi, k + 4) if k is not None else lo


def _dangles(word: Word) -> bool:
    return word.low in ("and", "or", "of", "the") or (is_adverb(word.low) and not word.is_capital)


def _after_articles(words: Sequence[Word], k: int, hi: int) -> int:
    while k < hi and words[k].low in ARTICLES:
        k += 1
    return k


def _opens_another(words: Sequence[Word], k: int, hi: int, *, seen_head: bool) -> bool:
    """Does the word at `k` begin a description or another phrase: "Parties concerned", "the Assembly the adoption"?"""
    low = words[k].low
    if words[k].text in ("the", "a", "an"):
        return words[k - 1].low not in ("and", "or", "all", "of")
    if not seen_head:
        return False
    participle = not words[k].is_capital and low.endswith(("ing", "ed")) and not (k + 1 < hi and is_head(words[k + 1]))
    return participle or low in POSTPOSED


def _kept(words: Sequence[Word], at: int, hi: int, *, capital: bool, title: bool) -> int | None:
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
    if capital and words[k].is_capital:
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
        if words[k].is_capital or (words[k].text.isdigit() and end == k):
            end = k + 1
        elif words[k].text == "(" and k + 2 < hi and words[k + 2].text == ")":
            # "on Article 8(j) and Related Provisions".
            end, k = k + 3, k + 2
        elif words[k].low in ("and", ","):
            if k + 1 >= hi or not words[k + 1].is_capital or (is_head(words[k + 1]) and not is_adjective(words[k - 1])):
                break
        elif words[k].low not in ("of", "the", "in", "for"):
            break
        k += 1
    return end


def is_adjective(word: Word) -> bool:
    return word.low.endswith(("al", "ic", "ive", "ary", "ant", "able", "ear", "wide", "ous", "ical"))


def goes_on_after_comma(words: Sequence[Word], lo: int, k: int, hi: int) -> bool:
    """ "on Scientific, Technical and Technological Advice", "international, regional and subregional organizations".

    The end of a line may leave "Secretary- General" behind, which is one word.
    """
    if words[k].low == "-" and lo < k < hi - 1 and words[k].start == words[k - 1].end:
        return words[k - 1].is_capital and words[k + 1].is_capital
    if words[k].text != "," or k <= lo or k + 1 >= hi or not is_adjective(words[k - 1]) or is_head(words[k - 1]):
        return False
    if k >= 2 and words[k - 2].low == "as":
        # "and, as applicable, regional organizations".
        return False
    same_case = words[k - 1].is_capital == words[k + 1].is_capital
    return same_case and (words[k + 1].is_capital or is_adjective(words[k + 1]))
