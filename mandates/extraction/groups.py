"""An action's parts grouped into mandates: what is to be done, each duty to report, each with its own deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .bare_verbs import bare_verbs
from .deadlines import is_dated
from .duties import PAPER, PRONOUNS, REPORTS, WRITES, Duty, duties, reports_to_body
from .infinitives import infinitive_after_to, skip_adverbs
from .order import Order, deadline_of
from .paragraph import Paragraph
from .part_openings import label_end, opens_at
from .parties import names_party
from .words import Word, vocabulary

LINKS = vocabulary("to should shall")
_HANDS_OVER = vocabulary("report submit present provide give make deliver prepare")
_INFORMED = vocabulary("informed apprised abreast advised updated")
_RHYTHMS = vocabulary("annually biennially regularly periodically quarterly yearly triennially")
_AFTER_A_PAPER = vocabulary("to at by before no not every each prior ,")


def grouped(paragraph: Paragraph, order: Order, lo: int, hi: int) -> list[list[Duty]]:
    """The action's parts grouped into mandates: what is to be done, each duty to report, each with its own deadline."""
    first, *rest = duties(paragraph.words, lo, hi, paragraph.decision.body)
    groups = [[first]]
    for part in rest:
        current = groups[-1]
        opens = opens_at(paragraph.words, part.lo, part.hi)
        marked = paragraph.words[opens].low in LINKS or label_end(paragraph.words, part.lo, part.hi) > part.lo
        if _is_put_into_it(paragraph.words, part):
            current.append(part)
        elif part.reports and not current[0].reports:
            if _is_same_paper(paragraph.words, current[-1], part):
                # "to talk to States, and to prepare a report and to submit it": the paper is a mandate of its own.
                paper = replace(current.pop(), reports=True)
                groups.append([paper, part])
                groups = [group for group in groups if group]
            else:
                groups.append([part])
        elif marked and not part.reports and current[0].reports:
            home = next((group for group in groups if not group[0].reports), None)
            if home is None or _has_own_deadline(paragraph, order, home, part):
                groups.append([part])
            else:
                home.append(part)
        elif (marked and _has_own_deadline(paragraph, order, current, part)) or _reports_by(
            paragraph, order, current, part
        ):
            groups.append([part])
        else:
            current.append(part)
    groups = [each for group in groups for each in _by_bare_verb(paragraph, order, group)]
    return [each for group in groups for each in _by_recipient(paragraph, order, group)]


def _by_bare_verb(paragraph: Paragraph, order: Order, group: list[Duty]) -> list[list[Duty]]:
    """ "to test the plan, and evaluate it by 2 May": two, where what the bare verb asks has a deadline of its own."""
    words, body = paragraph.words, paragraph.decision.body
    *others, last = group
    while others and others[-1].hi == last.lo and others[-1].reports == last.reports:
        last = replace(others.pop(), hi=last.hi)
    opens = opens_at(words, last.lo, last.hi)
    edges = [last.lo]
    for at in bare_verbs(words, opens + (words[opens].low in LINKS), last.hi):
        mine = deadline_of(paragraph, order, at, _next(words, at, last.hi))
        theirs = deadline_of(paragraph, order, edges[-1], at)
        if mine and mine.deadline and mine != theirs:
            edges.append(at)
    parts = [
        Duty(lo, hi, last.reports if lo == last.lo and len(edges) == 1 else reports_to_body(words, lo, hi, body))
        for lo, hi in pairwise([*edges, last.hi])
    ]
    return [[*others, parts[0]], *([part] for part in parts[1:])] if len(parts) > 1 else [group]


def _next(words: Sequence[Word], at: int, hi: int) -> int:
    """Where the action of a row that begins at `at` ends: at the next bare verb, or at the end of all."""
    return next((k for k in bare_verbs(words, at, hi) if k > at), hi)


def _by_recipient(paragraph: Paragraph, order: Order, group: list[Duty]) -> list[list[Duty]]:
    """ "report to the Board at its third and to the Conference at its fifth session": two, each with its day."""
    words, body, last = paragraph.words, paragraph.decision.body, group[-1]
    begin = opens_at(words, last.lo, last.hi)
    begin += words[begin].low in LINKS
    verb = skip_adverbs(words, begin, last.hi)
    if verb >= last.hi or words[verb].low not in _HANDS_OVER:
        return [group]
    for link in range(verb + 4, last.hi - 4):
        stem = _stem(words, verb, link, last.hi) if words[link].low == "and" else None
        if stem is None:
            continue
        first = Duty(last.lo, link, reports_to_body(words, last.lo, link, body))
        second = Duty(link + 1 + (words[link + 1].low == ","), last.hi, False)
        mine, theirs = (deadline_of(paragraph, order, part.lo, part.hi) for part in (second, first))
        if is_dated(mine) and is_dated(theirs) and mine != theirs:
            to_body = any(
                words[k].low == "to" and body.is_meant(words, k + 1, last.hi) for k in range(link, last.hi - 1)
            )
            to_nobody = not any(words[k].low == "to" for k in range(link, last.hi))
            reports = to_body or (to_nobody and first.reports)
            return [[*group[:-1], first], [Duty(last.lo, stem, reports), second]]
    return [group]


def _stem(words: Sequence[Word], verb: int, link: int, hi: int) -> int | None:
    """How far the words reach that a second recipient or paper behind "and" at `link` shares; None where it is none."""
    if words[link + 1].low == "to":
        recipient = infinitive_after_to(words, link + 1, hi) is None and names_party(words, link + 2, hi)
        to = next((k for k in range(verb + 1, link) if words[k].low == "to" and names_party(words, k + 1, link)), None)
        return to if recipient else None
    at = link + 2 if words[link + 1].low == "," else link + 1
    if words[verb].low == "report" and words[at].low == "at":
        # "to report at its fifth session on fees and, at its sixth, on wrecks".
        return next((k for k in range(verb + 1, link) if words[k].low in (",", "at", "on")), None)
    otherwise = words[at].low in _RHYTHMS or (words[at].low == "in" and words[at + 1].low == "writing")
    if otherwise and "to" in (words[at + 1].low, words[at + 2].low):
        # "to report annually to the Board and biennially to the Conference".
        return verb + 1
    # "and a final report to", "and the first results at", but not "and a summary of the plan".
    paper = words[link + 1].low in ("a", "an", "the", "its", "their") and any(
        words[k].low in PAPER and words[k + 1].low in _AFTER_A_PAPER for k in range(link + 2, min(hi - 1, link + 6))
    )
    return verb + 1 if paper else None


def _has_own_deadline(paragraph: Paragraph, order: Order, group: Sequence[Duty], part: Duty) -> bool:
    """Has a further action a deadline other than that of what stands before it?

    "to compile views and to print a summary by May" is one piece of work; "to make a list and to update it every
    year" is two, and so is "to compile views, and to print them by May".
    """
    if _is_same_paper(paragraph.words, group[-1], part):
        return False
    mine = deadline_of(paragraph, order, part.lo, part.hi)
    theirs = deadline_of(paragraph, order, group[0].lo, group[-1].hi)
    if mine is None or mine.deadline is None or mine == theirs:
        return False
    words, opens = paragraph.words, opens_at(paragraph.words, part.lo, part.hi)
    # ", and to print it by May" stands apart, "and to print it by May" does not.
    comma = part.lo > 1 and words[part.lo - 1].low == "and" and words[part.lo - 2].low in (",", ";")
    if mine.deadline.kind in ("ongoing", "on_request"):
        # "to talk to ports, and to keep Parties informed", "and to help ports upon request".
        keeps = _INFORMED & {word.low for word in words[opens : min(part.hi, opens + 14)]}
        if mine.deadline.kind == "ongoing" and not keeps:
            return False
        return bool(keeps) or comma or theirs is not None
    return comma or theirs is not None or mine.deadline.kind == "recurring" or words[opens].low != "to"


def _reports_by(paragraph: Paragraph, order: Order, group: Sequence[Duty], part: Duty) -> bool:
    """ "to train pilots, and to report to the Board by 2 May": to whomever, it has a day that the training has not."""
    begin = opens_at(paragraph.words, part.lo, part.hi)
    begin += paragraph.words[begin].low in LINKS
    verb = skip_adverbs(paragraph.words, begin, part.hi)
    writes = verb < part.hi and paragraph.words[verb].low in ("prepare", "produce", "draft")
    writes = writes and any(word.low == "report" for word in paragraph.words[verb : min(part.hi, verb + 6)])
    if verb >= part.hi or not (writes or paragraph.words[verb].low in ("report", "submit", "present", "inform")):
        return False
    if _is_same_paper(paragraph.words, group[-1], part):
        return False
    theirs = deadline_of(paragraph, order, group[0].lo, group[-1].hi)
    return is_dated(deadline_of(paragraph, order, part.lo, part.hi)) and not is_dated(theirs)


def _is_put_into_it(words: Sequence[Word], part: Duty) -> bool:
    """ "and to include therein an analysis": what the report is to hold is no work beside it."""
    first = [word.low for word in words[part.lo : min(part.hi, part.lo + 8)]]
    return "include" in first and ("therein" in first or "in it" in " ".join(first))


def _is_same_paper(words: Sequence[Word], first: Duty, second: Duty) -> bool:
    """Is "prepare a report and submit it" one duty: the second verb only hands over what the first one writes?"""
    verb = skip_adverbs(words, first.lo + (words[first.lo].low == "to"), first.hi)
    writes = verb < first.hi and words[verb].low in WRITES
    report = any(words[j].low in REPORTS for j in range(verb, min(first.hi, verb + 8)))
    opens = opens_at(words, second.lo, second.hi)
    handing = skip_adverbs(words, opens + (words[opens].low in ("to", "should", "shall")), second.hi)
    handed = any(words[j].low in PRONOUNS | REPORTS for j in range(handing + 1, min(second.hi, handing + 4)))
    # "and to submit an updated report" hands over another one.
    another = handing + 1 < second.hi and words[handing + 1].low in ("a", "an", "another")
    return writes and report and handed and not another
