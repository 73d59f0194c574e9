"""Where a paragraph's operative verbs stand, and how far the words of each reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .complements import Complement, complement
from .objects import GIVEN_WITH, given_with
from .parties import RELATIVES, is_head, names_party
from .repeated import decided_that, said_again
from .subject_heads import Head, subject_heads
from .verbs import Form, base_of_unlisted, damaged_form, form_at, is_adverb
from .words import Word, matches, sentences, vocabulary

BODY_WORDS = vocabulary(
    "conference assembly council commission committee meeting plenary board bureau forum congress parties body group "
    "party panel we it they ministers heads governments summit"
)
_MARKS = frozenset("*_“\"[(‘'")
_OPENERS = vocabulary(
    "with in pursuant on for having acting mindful taking under upon as bearing after at given considering following "
    "to without by based guided"
)
# "; and in this regard requests": what may stand between the link and the verb.
_INSERTED_TEXTS = (
    "in this regard|in that regard|in this context|in that context|in this connection|in this respect|to this end|"
    "to that end|in addition|at the same time|for this purpose|for that purpose|in this light|as appropriate|"
    "as a consequence|in particular|with appreciation"
)
_INSERTED = tuple(tuple(text.split()) for text in _INSERTED_TEXTS.split("|"))
# "Convenes a group to study fees" establishes, so it asks nobody; further on "sets" and "opens" are no verbs.
_SETS_UP = vocabulary("convene set constitute institute initiate reconstitute form open organize hold revoke rescind")
# In ", and requests for help" no verb: only an object with "to" or "that" tells.
_NEVER_NOUNS = vocabulary("encourage invite urge")
_NOUNS_AS_WELL = vocabulary("requests calls mandates demands appeals charges tasks directs")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a head begins, before it is known where its words end."""

    at: int
    after: int
    form: Form
    read_as: str = ""
    unsure: bool = False
    unlisted: bool = False


def find_heads(words: Sequence[Word], tense: str = "") -> list[Head]:
    """The operative verbs of a paragraph in order. `tense` is that of its decision, where known."""
    return [head for begin, end in sentences(words) for head in _sentence_heads(words, begin, end, tense)]


def leading_tense(words: Sequence[Word]) -> str:
    """The tense of the verb that opens the paragraph: present, past, or "" where none does."""
    start = _first_word(words, 0, len(words))
    found = form_at(words, start) if start < len(words) else None
    return found[0].tense if found and found[0].tense != "base" else ""


def _first_word(words: Sequence[Word], begin: int, end: int) -> int:
    k = begin
    while k < end and (words[k].text in _MARKS or is_adverb(words[k].low) or (words[k].low == "," and k > begin)):
        k += 1
    return k


def _sentence_heads(words: Sequence[Word], begin: int, end: int, tense: str) -> list[Head]:
    first = _first_word(words, begin, end)
    if first >= end:
        return []
    lead = _lead(words, first, end)
    starts = [lead] if lead else []
    tense = lead.form.tense if lead else tense
    introduced = _introduces(words, first, end)
    for k in range(first + 1, end):
        found = form_at(words, k)
        if not found or (starts and k < starts[-1].after):
            continue
        form, length = found
        speaks_as_we = form.tense == "base" and words[first].low == "we"
        it_is_asked = k == first + 2 and words[first].low == "it" and words[k - 1].low == "is"
        if not speaks_as_we and not it_is_asked and (form.tense == "base" or (tense and form.tense != tense)):
            continue
        link = _link(words, k, begin)
        if starts:
            further = _further(words, k, length, form, link, starts[-1], end)
            starts += [further] if further else []
        elif introduced and _opens_late(words, first, k, length, form, link, end):
            starts.append(_Start(k, k + length, form))
            tense = form.tense
    if not starts:
        return subject_heads(words, first, end)
    stops = [_link_start(words, start.at) for start in starts[1:]] + [end]
    return [
        decided_that(words, said_again(words, head))
        for head in (
            Head(s.at, s.after, s.after, stop, s.form.base, s.form.kind, None, s.read_as, s.unsure, s.unlisted)
            for s, stop in zip(starts, stops, strict=True)
        )
    ]


def _lead(words: Sequence[Word], first: int, end: int) -> _Start | None:
    """The operative verb with which the sentence opens, also a misprinted one or one that nobody listed."""
    if found := form_at(words, first):
        form, length = found
        following = words[first + length].low if first + length < end else ""
        if form.kind == "ask" and form.base != "recommend" and following == "to" and form.tense == "past":
            # "Directed to the Parties:" tells to whom a decision goes.
            return None
        if form.tense != "base" or _is_draft(words, first, form, length, end):
            return _Start(first, first + length, form)
        return None
    if damaged := damaged_form(words, first):
        form, length, spelling = damaged
        if form.kind == "record" or complement(words, first + length, end).kind != "object":
            return _Start(first, first + length, form, read_as=spelling)
    base = base_of_unlisted(words[first].text)
    if base and (base in _SETS_UP or f"{base}e" in _SETS_UP):
        return _Start(first, first + 1, Form(base, "record", ""))
    if base and not is_head(words[first]) and _asks_party(words, complement(words, first + 1, end)):
        return _Start(first, first + 1, Form(base, "ask", ""), unlisted=True)
    return None


def _is_draft(words: Sequence[Word], first: int, form: Form, length: int, end: int) -> bool:
    """A draft says "Request the Secretariat to": a base form leads only where somebody is asked to do something."""
    return form.kind == "ask" and _asks_party(words, complement(words, first + length, end))


def _asks_party(words: Sequence[Word], what: Complement) -> bool:
    return what.kind == "to" and names_party(words, *what.named)


def _introduces(words: Sequence[Word], first: int, end: int) -> bool:
    """Does the sentence open with something that stands before its verb: "The Conference", "With reference to"?"""
    low = words[first].low
    if low in _OPENERS or low.endswith("ing") or low in ("the", "we", "it", "they", "this"):
        return True
    return any(word.low in BODY_WORDS for word in words[first : min(end, first + 6)])


def _link(words: Sequence[Word], k: int, begin: int) -> str:
    """What joins the verb at `k` to what stands before it: semicolon, comma, comma-and, and, colon, label, subject."""
    j = _before_insertions(words, k, begin)
    if j < begin:
        return "start"
    if words[j].low == "it" and j - 1 >= begin:
        j -= 1
    if words[j].low in ("and", "but"):
        before = words[j - 1].low if j - 1 >= begin else ""
        return {";": "semicolon", ",": "comma-and"}.get(before, "and")
    if words[j].low in ("is", "are", "be", "was", "were", "been", "being", "having"):
        return "passive"
    return {";": "semicolon", ",": "comma", ":": "colon", ")": "label"}.get(words[j].low, "subject")


def _before_insertions(words: Sequence[Word], k: int, begin: int) -> int:
    """The index of the word before the verb's adverbs and insertions: "; and, in this regard, further requests"."""
    j = k - 1
    while j >= begin:
        if is_adverb(words[j].low) or words[j].text in _MARKS:
            j -= 1
            continue
        phrase = next((p for p in _INSERTED if j - len(p) + 1 >= begin and matches(words, j - len(p) + 1, p)), None)
        if not phrase:
            break
        j -= len(phrase)
    if j - 1 >= begin and words[j].low == ",":
        opening = next((m for m in range(j - 1, max(begin, j - 12), -1) if words[m].low in (",", ";", "and")), None)
        if opening is not None and words[opening].low != "," and words[opening + 1].low in _OPENERS:
            return opening
        if opening is not None and words[opening].low == "," and words[opening - 1].low in ("and", ";"):
            return opening - 1
    return j


def _link_start(words: Sequence[Word], at: int) -> int:
    """The index of the first word of the link before the verb at `at` ("; and also")."""
    j = _before_insertions(words, at, 0)
    while j >= 0 and words[j].low in (";", ",", "and", "but", "it"):
        j -= 1
    return j + 1


def _further(
    words: Sequence[Word], k: int, length: int, form: Form, link: str, last: _Start, end: int
) -> _Start | None:
    """The further operative verb at `k`; None where the word is a participle, a noun, or somebody else's verb."""
    following = words[k + length].low if k + length < end else ""
    if form.kind == "record":
        # ", recognizes the importance" in a row of verbs; ", recognized by all" is a participle.
        row = link == "comma" and following in ("that", "the", "its")
        return _Start(k, k + length, form) if row or link in ("semicolon", "comma-and", "label") else None
    if following in ("", "by", "from", "of", "under", "herein", "therein"):
        return None
    what = complement(words, k + length, end)
    if form.kind == "decide":
        complete = what.kind in ("direct", "that")
    else:
        asked = what.kind in ("to", "open") and names_party(words, *what.named)
        asked = asked or (form.base in GIVEN_WITH and given_with(words, k + length, end) is not None)
        complete = asked or what.kind == "that"
    verb = words[k].low not in _NOUNS_AS_WELL or form.base == "call for"
    if link == "comma-and" and form.tense == "present" and verb:
        complete = True
    elif link in ("semicolon", "label"):
        complete = complete or what.kind == "to" or form.base == "call for" or words[k - 1].low == "and"
    elif link == "and" and form.base in _NEVER_NOUNS and form.tense == "present":
        # "Adopts the manuals and encourages their use", not "the plan that helps and encourages ports".
        complete = complete or not any(w.low in RELATIVES for w in words[last.after : k])
    elif link not in ("comma-and", "and", "comma"):
        return None
    if not complete:
        return None
    # "Noted that the group had met and requested ...": the group may have done it.
    reported = last.form.kind == "record" and any(w.low == "that" for w in words[last.after : min(last.after + 3, k)])
    unsure = reported and form.tense == "past" and link in ("and", "comma")
    return _Start(k, k + length, form, unsure=unsure)


def _opens_late(words: Sequence[Word], first: int, k: int, length: int, form: Form, link: str, end: int) -> bool:
    """Is this the main verb after a subject or an introduction: "The Conference ..., recalling ..., decided to"?"""
    if k + length >= end or (form.kind != "record" and words[k + length].low in ("by", "from", "of")):
        return False
    low = words[first].low
    subject_leads = low in ("the", "we", "it", "they") or (words[first].is_capital and not low.endswith("ing"))
    if (
        link == "subject"
        and words[k].low in _NOUNS_AS_WELL
        and complement(words, k + length, end).kind not in ("to", "that")
    ):
        # "should undertake the following tasks:".
        return False
    if link == "subject":
        near = k - first <= 30 and any(word.low in BODY_WORDS for word in words[first : min(k, first + 9)])
        return subject_leads and near and not any(word.low in ("which", "who", "that") for word in words[first:k])
    if link == "passive":
        return low == "it" and (form.kind == "decide" or words[k - 1].low == "is")
    if link not in ("comma", "comma-and", "label"):
        return False
    if form.kind == "record":
        return subject_leads or link == "comma"
    what = complement(words, k + length, end)
    return what.kind in (("direct", "that", "open") if form.kind == "decide" else ("to", "that", "open"))
