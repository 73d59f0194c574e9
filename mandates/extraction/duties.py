"""One action or several: a duty to report to the body is a mandate of its own, so is one with its own deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .body import Body
from .infinitives import infinitive_after_to, skip_adverbs
from .part_openings import label_end, opens_at
from .words import Word, vocabulary

_SUBMITS = vocabulary(
    """
    submit present provide make forward transmit deliver give communicate table bring circulate convey share
    recommend
    """
)
# "to assist the group and to provide to it": there "it" is the group.
_GIVES = vocabulary("provide make give deliver circulate convey share forward")
WRITES = vocabulary("summarize summarise prepare develop elaborate draft draw compile propose formulate produce issue")
_INFORMS = vocabulary("inform brief notify apprise advise")
PAPER = vocabulary(
    """
    report reports paper papers document documents note study overview summary update recommendations proposals
    findings conclusions analysis assessment compilation options synthesis draft results outcome
    briefing updates information
    proposal recommendation observations views advice
    """
)
# "prepare a summary to be submitted to the Council".
_SUBMITTED = vocabulary("submitted presented transmitted")
REPORTS = vocabulary("report reports reporting")
_ADVICE = vocabulary("recommendation recommendations proposal proposals")
PRONOUNS = vocabulary("it them this these")
_CONSIDERATION = vocabulary("consideration adoption approval decision action review endorsement")
_LINKS = vocabulary("to should shall continue and will must")
# "and report thereon": after these words "report" is a verb, not a noun.
_AFTER_REPORT = vocabulary(
    """
    to back on thereon its the at annually regularly , progress through their periodically in by and further upon
    biennially
    """
)
# "report progress" tells the body; "report imports" hands in figures.
_OWN_WORK = vocabulary(
    "progress their his her any findings results jointly orally biannually quarterly yearly every annually"
)
# "prior to the Conference" hands nothing to it.
_NOT_TOWARDS = vocabulary("prior up due relevant related subsequent subject previous with")
_LOOK_AHEAD = 90
# No action has more parts; what follows stays with the last.
_MOST = 30


@dataclass(frozen=True, slots=True)
class Duty:
    """One action from word `lo` to `hi`; `reports` is true where it reports to the deciding body."""

    lo: int
    hi: int
    reports: bool


def duties(words: Sequence[Word], lo: int, hi: int, body: Body) -> list[Duty]:
    """The parts of the action from `lo` to `hi` as they stand, each with whether it reports to the body."""
    edges = [lo, *_starts(words, lo, hi)[:_MOST], hi]
    return [Duty(a, b, reports_to_body(words, a, b, body)) for a, b in pairwise(edges)]


def _starts(words: Sequence[Word], lo: int, hi: int) -> list[int]:
    """Where a further verb phrase begins: "and to report", ", and submit", "and should hold"."""
    found, behind = [], lo
    for k in range(lo + 1, hi - 1):
        low = words[k].low
        if label_end(words, k, hi) > k and skip_adverbs(words, label_end(words, k, hi), hi) < hi:
            found.append(k)
            behind = label_end(words, k, hi)
        if low not in ("and", ";", ",", "or") and not (low == "as" and words[k - 1].low == "well"):
            continue
        j = k + 1
        if low == ";" and words[j].low == "and":
            continue
        if low == "," and not _in_a_row(words, j, hi):
            continue
        while j < hi and words[j].low in ("also", "further", "then", "subsequently", "thereafter", "thereby"):
            j += 1
        if j >= hi:
            continue
        if k < behind:
            continue
        if low == "and" and opens_at(words, j, hi) > j:
            found.append(j)
            behind = opens_at(words, j, hi)
            continue
        if words[j].low in ("to", "should", "shall"):
            if words[j].low != "to" or infinitive_after_to(words, j, hi) is not None:
                found.append(j)
        elif low == "and" and not _shares_object(words, lo, k) and _hands_over(words, j, hi):
            found.append(j)
    return found


def _in_a_row(words: Sequence[Word], j: int, hi: int) -> bool:
    """ ", to train and to report" in a row of infinitives, ", shall" in one of duties; ", to promote" is a purpose."""
    if words[j].low == "shall":
        return True
    if words[j].low != "to" or j + 1 >= hi or words[j + 1].low == "be":
        return False
    later = any(words[m].low == "and" and words[m + 1].low == "to" for m in range(j + 1, hi - 1))
    return later or words[j + 1].low in _SUBMITS | _INFORMS | REPORTS


def _shares_object(words: Sequence[Word], lo: int, k: int) -> bool:
    """ "prepare and submit a report": the verb before the "and" at `k` has no object of its own."""
    return skip_adverbs(words, lo + (words[lo].low == "to"), k) == k - 1


def _hands_over(words: Sequence[Word], at: int, hi: int) -> bool:
    """A bare verb after "and" is trusted only where it reports or submits: "and submit recommendations"."""
    verb = skip_adverbs(words, at, hi)
    if verb + 1 >= hi:
        return False
    following = words[verb + 1].low
    if words[verb].low == "report":
        return following in _AFTER_REPORT
    return words[verb].low in _SUBMITS | _INFORMS and following not in ("of", "for", "in", ",", "and")


def reports_to_body(words: Sequence[Word], lo: int, hi: int, body: Body) -> bool:
    """Does the action report, inform or submit to the deciding body itself?"""
    k = opens_at(words, lo, hi)
    while k < hi and words[k].low in _LINKS:
        k += 1
    verb = skip_adverbs(words, k, hi)
    if verb >= hi:
        return False
    low, end = words[verb].low, min(hi, verb + _LOOK_AHEAD)
    to_body = any(
        words[j].low == "to"
        and words[j - 1].low not in _NOT_TOWARDS
        # "make the reports submitted to the Conference available" hands nothing to it.
        and not (words[j - 1].low in _SUBMITTED and low in _GIVES)
        and any(body.is_meant(words, m, end) for m in _recipients(words, j, end))
        and not (words[j + 1].low == "it" and low in _GIVES)
        for j in range(verb + 1, end - 1)
    )
    before_body = _for_consideration(words, verb, end, body)
    if low == "report":
        following = words[verb + 1].low if verb + 1 < end else ""
        alone = not following or following in _AFTER_REPORT or following in _OWN_WORK
        return to_body or before_body or (alone and not _names_recipient(words, verb, end))
    if low in _INFORMS or (low == "update" and verb + 1 < hi and words[verb + 1].low == "the"):
        return body.is_meant(words, verb + 1, end)
    if low == "keep" and verb + 1 < hi:
        return words[verb + 1].low != "it" and body.is_meant(words, verb + 1, min(end, verb + 8))
    papers = any(words[j].low in PAPER for j in range(verb, end))
    if low == "make" and not _names_recipient(words, verb, end) and any(w.low in _ADVICE for w in words[verb:end]):
        return True
    if low in _SUBMITS:
        direct = low == "provide" and body.is_meant(words, verb + 1, end)
        handed = (
            papers
            or low in ("submit", "present", "recommend")
            or any(words[j].low in PRONOUNS for j in range(verb, min(end, verb + 4)))
        )
        return handed and (to_body or before_body or direct or _at_session(words, verb, end, body))
    return low in WRITES and (
        before_body
        or (low == "propose" and to_body)
        or (
            papers
            and (
                (to_body and any(words[j].low in _SUBMITTED for j in range(verb, end)))
                or (low in ("prepare", "issue", "draw") and _for_body(words, verb, end, body))
            )
        )
    )


def _recipients(words: Sequence[Word], to: int, end: int) -> list[int]:
    """Where the recipients behind "to" begin: "to the Committee or the Conference" has two."""
    further = [
        k + 1
        for k in range(to + 2, min(end - 1, to + 8))
        if words[k].low in ("or", "and") and words[k + 1].low == "the"
    ]
    return [to + 1, *further]


def _names_recipient(words: Sequence[Word], verb: int, end: int) -> bool:
    """Does "report to X" name somebody other than the body?"""
    return any(
        words[j].low == "to" and infinitive_after_to(words, j, end) is None
        for j in range(verb + 1, min(end - 1, verb + 12))
    )


def _for_consideration(words: Sequence[Word], verb: int, end: int, body: Body) -> bool:
    """ "for consideration by the Conference", "for its consideration", "for adoption at the tenth meeting of"."""
    for j in range(verb + 1, end - 1):
        if words[j].low not in _CONSIDERATION:
            continue
        if words[j - 1].low == "its" and words[j - 2].low == "for":
            return any(words[m].low == "to" and body.is_meant(words, m + 1, j) for m in range(verb + 1, j))
        by = [
            m
            for m in range(j + 1, min(end - 1, j + 25))
            if words[m].low in ("by", "of") and (m == j + 1 or words[m - 1].low == "and")
        ]
        if any(body.is_meant(words, m + 1, end) for m in by):
            return True
        if (
            words[j - 1].low in ("for", "and", "or", "possible", "further")
            and words[j + 1].low in ("at", "during")
            and _of_body(words, j + 2, end, body)
        ):
            return True
    return False


def _for_body(words: Sequence[Word], verb: int, end: int, body: Body) -> bool:
    """ "prepare a report for the tenth meeting of the Conference", "draw up a report for the Conference"."""
    fors = [j for j in range(verb + 1, end - 1) if words[j].low == "for"]
    return any(_of_body(words, j + 1, end, body) or body.is_meant(words, j + 1, end) for j in fors)


def _at_session(words: Sequence[Word], verb: int, end: int, body: Body) -> bool:
    """ "present options at the tenth meeting of the Conference"."""
    ats = [j for j in range(verb + 1, end - 1) if words[j].low == "at" and words[j + 1].low != "least"]
    return any(_of_body(words, j + 1, end, body) for j in ats)


def _of_body(words: Sequence[Word], at: int, end: int, body: Body) -> bool:
    """Is the session that begins at `at` one of the body: "the tenth meeting of the Conference", "its tenth"?"""
    for k in range(at, min(end, at + 7)):
        if words[k].low in ("session", "meeting", "sessions", "meetings"):
            of_body = k + 2 < end and words[k + 1].low == "of" and body.is_meant(words, k + 2, end)
            return of_body or words[at].low == "its" or words[k - 1].low == "next"
    return False
