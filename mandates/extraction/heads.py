"""Where a paragraph's operative verbs stand, and how far the words of each reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .complements import complement
from .parties import names_party
from .verbs import ADVERBS, PARTICIPLES, REPEATED, REPEATING, Form, damaged_form, form_at
from .words import Word, sentences, vocabulary

BODY_WORDS = vocabulary("conference assembly council commission committee meeting plenary board bureau forum congress parties "
                       "body group we it ministers heads governments summit")  # fmt: skip
_MARKS = frozenset("*_“\"[(‘'")
_OPENERS = vocabulary("with in pursuant on for having acting mindful taking under upon as bearing after as at given considering "
                     "following to without by based guided")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """An operative verb at word `at`; its words reach from `after` to `stop`.

    `kind` is ask, decide, record, passive ("Parties are encouraged to") or modal ("The Secretariat shall").
    For the last two `subject` is the range of the words before the verb. `read_as` is the spelling that was
    meant where the printed one is damaged; `unsure` is true where another than the body may be asking.
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


def find_heads(words: Sequence[Word], tense: str = "") -> list[Head]:
    """The operative verbs of a paragraph in order. `tense` is that of its decision, where known."""
    found: list[Head] = []
    for begin, end in sentences(words):
        found += _sentence_heads(words, begin, end, tense)
    return found


def leading_tense(words: Sequence[Word]) -> str:
    """The tense of the verb that opens the paragraph: present, past, or "" where none does."""
    start = _first_word(words, 0, len(words))
    found = form_at(words, start) if start < len(words) else None
    return found[0].tense if found and found[0].tense != "base" else ""


def _first_word(words: Sequence[Word], begin: int, end: int) -> int:
    k = begin
    while k < end and (words[k].text in _MARKS or words[k].low in ADVERBS or (words[k].low == "," and k > begin)):
        k += 1
    return k


def _sentence_heads(words: Sequence[Word], begin: int, end: int, tense: str) -> list[Head]:
    first = _first_word(words, begin, end)
    if first >= end:
        return []
    starts: list[tuple[int, int, Form, str, bool]] = []
    lead = form_at(words, first)
    if lead and lead[0].tense == "base" and not _base_may_lead(words, first, lead, end):
        lead = None
    if lead:
        starts.append((first, first + lead[1], lead[0], "", False))
        tense = lead[0].tense
    elif damaged := damaged_form(words, first):
        form, length, spelling = damaged
        if complement(words, first + length, end).kind != "object" or form.kind == "record":
            starts.append((first, first + length, form, spelling, False))
            tense = form.tense
    opened = bool(starts)
    introduced = _introduces(words, first, end)
    for k in range(first + 1, end):
        found = form_at(words, k)
        if not found or (starts and k < starts[-1][1]):
            continue
        form, length = found
        link = _link(words, k, begin)
        if form.tense == "base" and not (link == "subject" and words[first].low == "we"):
            continue
        if opened:
            if link == "subject" or (tense and form.tense != tense):
                continue
            taken, unsure = _goes_on(words, k, length, form, link, starts[-1], end)
            if taken:
                starts.append((k, k + length, form, "", unsure))
        elif (
            introduced and _opens_late(words, first, k, length, form, link, end) and (not tense or form.tense == tense)
        ):
            starts.append((k, k + length, form, "", False))
            tense, opened = form.tense, True
    if not starts:
        return _modal_heads(words, first, end)
    heads = []
    for n, (at, after, form, spelling, unsure) in enumerate(starts):
        stop = _link_start(words, starts[n + 1][0]) if n + 1 < len(starts) else end
        heads.append(_repeated(words, Head(at, after, after, stop, form.base, form.kind, None, spelling, unsure)))
    return heads


def _base_may_lead(words: Sequence[Word], at: int, lead: tuple[Form, int], end: int) -> bool:
    """A draft says "Request the Secretariat to": a base form leads only where somebody is asked to do something."""
    form, length = lead
    if at + length >= end:
        return False
    return (
        form.kind == "ask"
        and complement(words, at + length, end).kind in ("to", "that")
        and names_party(words, at + length, end)
    )


def _introduces(words: Sequence[Word], first: int, end: int) -> bool:
    """Does the sentence open with something that stands before its verb: "The Conference", "With reference to"?"""
    low = words[first].low
    if low in _OPENERS or low.endswith("ing"):
        return True
    return low in ("the", "we", "it", "this") or any(
        words[k].low in BODY_WORDS for k in range(first, min(end, first + 6))
    )


def _link(words: Sequence[Word], k: int, begin: int) -> str:
    """What joins the verb at `k` to what stands before it: semicolon, comma, comma-and, and, colon, subject."""
    j = _before_adverbs(words, k, begin)
    if j < begin:
        return "start"
    low = words[j].low
    if low == "it" and j - 1 >= begin:
        j -= 1
        low = words[j].low
    if low in ("and", "but"):
        before = words[j - 1].low if j - 1 >= begin else ""
        return {";": "semicolon", ",": "comma-and"}.get(before, "and")
    return {";": "semicolon", ",": "comma", ":": "colon", ")": "label"}.get(low, "subject")


def _before_adverbs(words: Sequence[Word], k: int, begin: int) -> int:
    j = k - 1
    while j >= begin and (words[j].low in ADVERBS or words[j].text in _MARKS):
        j -= 1
    # ", in this regard, requests": an insertion between the link and the verb.
    if j >= begin and words[j].low == "," and j - 1 >= begin:
        opening = next((m for m in range(j - 1, max(begin, j - 12), -1) if words[m].low in (",", ";", "and")), None)
        if (
            opening is not None
            and words[opening + 1].low in ("in", "to", "with", "as", "for")
            and words[opening].low != ","
        ):
            return opening
        if opening is not None and words[opening].low == "," and words[opening - 1].low in ("and", ";"):
            return opening - 1
    return j


def _link_start(words: Sequence[Word], at: int) -> int:
    """The index of the first word of the link before the verb at `at` ("; and also")."""
    j = _before_adverbs(words, at, 0)
    while j >= 0 and words[j].low in (";", ",", "and", "but", "it"):
        j -= 1
    return j + 1


def _goes_on(
    words: Sequence[Word], k: int, length: int, form: Form, link: str,
    last: tuple[int, int, Form, str, bool], end: int,
) -> tuple[bool, bool]:  # fmt: skip
    """Is the verb at `k` a further operative verb of the sentence, and is it unsure whose it is?"""
    if k + length >= end or words[k + length].low in ("by", "from", "of", "under", "herein", "therein"):
        return False, False
    if form.kind == "record":
        return link in ("semicolon", "comma-and", "label"), False
    what = complement(words, k + length, end)
    asks_somebody = what.kind == "to" and names_party(words, *what.named)
    strict = asks_somebody or what.kind == "that" or (what.kind == "open" and names_party(words, *what.named))
    if form.kind == "decide":
        strict = what.kind in ("direct", "that")
    if link in ("semicolon", "label"):
        return strict or form.base == "call for" or words[k - 1].low == "and", False
    if link == "comma-and":
        return strict, False
    if link in ("and", "comma"):
        # "Noted that the group had met and requested ...": the group may have done it.
        other_subject = last[2].kind == "record" and any(
            words[m].low == "that" for m in range(last[1], min(last[1] + 3, k))
        )
        return strict, other_subject
    return False, False


def _opens_late(words: Sequence[Word], first: int, k: int, length: int, form: Form, link: str, end: int) -> bool:
    """Is this the main verb after a subject or an introduction: "The Conference ..., recalling ..., decided to"?"""
    if k + length >= end or words[k + length].low in ("by", "from", "of"):
        return False
    subject_leads = words[first].low in ("the", "we", "it") or (
        words[first].is_capital and not words[first].low.endswith("ing")
    )
    if link == "subject":
        near = k - first <= 30 and any(words[m].low in BODY_WORDS for m in range(first, min(k, first + 9)))
        hindered = any(words[m].low in ("which", "who", "that") for m in range(first, k))
        if not (subject_leads and near and not hindered):
            return False
    elif link not in ("comma", "comma-and", "label"):
        return False
    if form.kind == "record":
        return subject_leads or link == "comma"
    what = complement(words, k + length, end)
    if form.kind == "decide":
        return what.kind in ("direct", "that", "open") or link == "subject"
    return what.kind in ("to", "that", "open") or link == "subject"


def _repeated(words: Sequence[Word], head: Head) -> Head:
    """The head of what is asked again: "reiterates its request to the Secretariat to" is a request."""
    if head.base not in REPEATING:
        return head
    k = head.after
    while k < head.stop and (
        words[k].low in ADVERBS or words[k].low in ("its", "the", "their", "previous", "earlier", "urgent", ",")
    ):
        k += 1
    if k >= head.stop or words[k].low not in REPEATED:
        return head
    after = k + 1
    if (
        after < head.stop
        and words[after].low in ("to", "upon", "on", "for")
        and not (words[after].low == "to" and complement(words, after, head.stop).kind == "direct")
    ):
        after += 1
    return Head(head.at, k + 1, after, head.stop, REPEATED[words[k].low], "ask")


def _modal_heads(words: Sequence[Word], first: int, end: int) -> list[Head]:
    """The head of a sentence without operative verb that still binds: passives, "shall" and "should" of a party."""
    for k in range(first + 1, end):
        low = words[k].low
        if low in (";", ":"):
            return []
        if low in ("which", "who", "that", "whereby", "when", "if"):
            hindered = any(words[m].low in ("which", "who", "that", "if", "when", "where") for m in range(first, k))
            if hindered and low != "that":
                return []
        if low in ("is", "are", "be", "was", "were"):
            j = k + 1
            while j < end and (words[j].low in ADVERBS or words[j].low.endswith("ly")):
                j += 1
            if (j < end and words[j].low in PARTICIPLES) or matches_called(words, j):
                length = 2 if matches_called(words, j) else 1
                base = "call upon" if length == 2 else PARTICIPLES[words[j].low]
                if j + length < end and words[j + length].low in ("to", ",", ":") and names_party(words, first, k):
                    return [Head(k, j + length, j + length, end, base, "passive", (first, k))]
        if low in ("shall", "should") and k > first and names_party(words, first, k):
            if any(words[m].low in ("which", "who", "that", "where") for m in range(k - 1, k)):
                continue
            return [Head(k, k + 1, k + 1, end, low, "modal", (first, k))]
    return []


def matches_called(words: Sequence[Word], at: int) -> bool:
    """Does "called upon" or "called on" stand here?"""
    return at + 1 < len(words) and words[at].low == "called" and words[at + 1].low in ("upon", "on")
