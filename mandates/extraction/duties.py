"""One action or several: a duty to report to the body, or a second action with its own deadline, is a mandate of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .body import Body
from .infinitives import ACTION_VERBS, infinitive_after_to, skip_adverbs
from .words import Word, vocabulary

_SUBMITS = vocabulary(
    "submit present provide make forward transmit deliver give communicate table bring prepare circulate convey share"
)
_INFORMS = vocabulary("inform brief notify apprise update advise")
_PAPER = vocabulary("report reports paper papers document documents note study overview summary update recommendations proposals findings "
                   "conclusions analysis assessment compilation options synthesis draft results outcome information proposal")  # fmt: skip
_PRONOUNS = vocabulary("it them this these")


@dataclass(frozen=True, slots=True)
class Duty:
    """One action from word `lo` to `hi`; `reports` is true where it reports to the deciding body."""

    lo: int
    hi: int
    reports: bool


def duties(
    words: Sequence[Word], lo: int, hi: int, body: Body, *, has_deadline: list[bool] | None = None
) -> list[Duty]:
    """The parts of the action from `lo` to `hi` as they stand, each with whether it reports to the body."""
    starts = [lo, *_starts(words, lo, hi)]
    return [
        Duty(
            start,
            starts[n + 1] if n + 1 < len(starts) else hi,
            reports_to_body(words, start, starts[n + 1] if n + 1 < len(starts) else hi, body),
        )
        for n, start in enumerate(starts)
    ]


def _starts(words: Sequence[Word], lo: int, hi: int) -> list[int]:
    """Where a further verb phrase begins: "and to report", ", and submit", "and should hold"."""
    found = []
    for k in range(lo + 1, hi - 1):
        if words[k].low not in ("and", ";", ",", "or") and not (words[k].low == "as" and words[k - 1].low == "well"):
            continue
        j = k + 1
        if words[k].low in (",", ";"):
            if words[j].low == "and":
                continue
            if words[k].low == "," and not (
                words[j].low == "to" and j + 1 < hi and words[j + 1].low in _SUBMITS | _INFORMS | {"report"}
            ):
                continue
        while j < hi and words[j].low in ("also", "further", "then", "subsequently", "thereafter"):
            j += 1
        if j >= hi:
            continue
        if words[j].low in ("to", "should", "shall"):
            if words[j].low != "to" or infinitive_after_to(words, j, hi) is not None:
                found.append(j)
        elif words[k].low == "and" and _plain_verb(words, j, hi):
            found.append(j)
    return found


def _plain_verb(words: Sequence[Word], at: int, hi: int) -> bool:
    """A bare verb after "and" is trusted only where it reports or submits: "and submit recommendations"."""
    verb = skip_adverbs(words, at, hi)
    if verb >= hi:
        return False
    low = words[verb].low
    if low == "report":
        return verb + 1 < hi and words[verb + 1].low in (
            "to",
            "back",
            "on",
            "thereon",
            "its",
            "the",
            "at",
            "annually",
            "regularly",
            ",",
            "progress",
            "through",
            "their",
        )
    return low in _SUBMITS | _INFORMS and verb + 1 < hi and words[verb + 1].low not in ("of", "for", "in", ",", "and")


def reports_to_body(words: Sequence[Word], lo: int, hi: int, body: Body) -> bool:
    """Does the action report, inform or submit to the deciding body itself?"""
    k = lo
    while k < hi and words[k].low in ("to", "should", "shall", "continue", "and"):
        k += 1
    verb = skip_adverbs(words, k, hi)
    if verb >= hi:
        return False
    low = words[verb].low
    end = min(hi, verb + 90)
    recipients = [j for j in range(verb + 1, end) if words[j].low in ("to", "by", "before") and j + 1 < end]
    to_body = any(words[j].low == "to" and body.is_meant(words, j + 1, end) for j in recipients)
    for_body = any(words[j].low == "by" and body.is_meant(words, j + 1, end) and words[j - 1].low in ("consideration", "adoption", "approval", "decision", "action", "review")
                   for j in recipients)  # fmt: skip
    if low == "report":
        named = [
            j
            for j in recipients
            if words[j].low == "to"
            and j <= verb + 12
            and words[j + 1].low not in ACTION_VERBS
            and infinitive_after_to(words, j, end) is None
        ]
        return to_body or for_body or not named
    if low in _INFORMS:
        return body.is_meant(words, verb + 1, end)
    if low == "keep":
        return body.is_meant(words, verb + 1, min(end, verb + 8)) and any(
            words[j].low in ("informed", "apprised", "abreast", "updated") for j in range(verb, min(end, verb + 12))
        )
    papers = any(words[j].low in _PAPER for j in range(verb, end))
    if low in _SUBMITS:
        direct = low == "provide" and body.is_meant(words, verb + 1, end)
        return (to_body or for_body or direct) and (
            papers
            or any(words[j].low in _PRONOUNS for j in range(verb, min(end, verb + 4)))
            or low in ("submit", "present")
        )
    if low in ("develop", "elaborate", "draft", "compile", "propose", "formulate"):
        return for_body and papers
    return False


def is_same_paper(words: Sequence[Word], first: Duty, second: Duty) -> bool:
    """Is "prepare a report and submit it" one duty: the second verb only hands over what the first one writes?"""
    verb = skip_adverbs(words, first.lo + (words[first.lo].low == "to"), first.hi)
    writes = verb < first.hi and words[verb].low in ("prepare", "draft", "compile", "produce", "write", "issue")
    paper = any(words[j].low in ("report", "reports") for j in range(verb, min(first.hi, verb + 8)))
    second_verb = skip_adverbs(words, second.lo + (words[second.lo].low in ("to", "should", "shall")), second.hi)
    handed = any(
        words[j].low in _PRONOUNS or words[j].low in ("report", "reports")
        for j in range(second_verb + 1, min(second.hi, second_verb + 4))
    )
    return writes and paper and handed
