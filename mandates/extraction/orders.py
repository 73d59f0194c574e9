"""From one order of a paragraph to its mandates: the action split by the rules, each part with its deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .action_types import action_type
from .deadlines import is_dated
from .duties import Duty, duties
from .found import Found
from .funding import funding_of
from .groups import LINKS, grouped
from .handed import Handed, asked_in_passing, charged_in_passing, handed_to_another
from .order import Order, deadline_of
from .paragraph import Paragraph
from .part_openings import after_insertion, opens_at
from .shapes import Candidate, Doubt, Span, Spans
from .words import vocabulary

_CHAIRS = vocabulary("president chair chairperson bureau")


def mandates_of(paragraph: Paragraph, order: Order) -> list[Candidate]:
    """The mandates of one order: one, and one more for each duty that is a mandate of its own."""
    lo, hi = order.lo, paragraph.trimmed(order.lo, order.hi)
    while lo < hi and paragraph.words[lo].low in (",", ":"):
        lo += 1
    order = replace(order, lo=lo)
    if hi <= order.lo:
        return []
    handed = handed_to_another(paragraph.words, order.lo, hi)
    passing = None if handed else charged_in_passing(paragraph.words, order.lo, hi)
    charged = _charged(paragraph, order, passing, hi) if passing else []
    if not handed and not charged:
        passing = asked_in_passing(paragraph.words, order.lo, hi)
        charged = _charged(paragraph, order, passing, hi) if passing else []
    end = handed.link if handed else passing.link if passing and charged else hi
    groups = grouped(paragraph, order, order.lo, end)
    found = [_candidate(paragraph, order, group) for group in groups]
    if handed:
        named, action = paragraph.named([handed.party]), handed.action
        theirs = replace(order, named=named, begin=action, by_body=False, effect=False, doubts=())
        found.append(_candidate(paragraph, theirs, duties(paragraph.words, action, hi, paragraph.decision.body)))
    return found + charged


def _charged(paragraph: Paragraph, order: Order, charged: Handed, hi: int) -> list[Candidate]:
    """What "a group, which shall meet every year and report" is to do, where it reports or has a deadline."""
    if charged.verb:
        base, at, end = charged.verb
        order = replace(order, verb=base, verb_span=paragraph.span(at, end))
    theirs = replace(order, lo=charged.action, begin=charged.action, by_body=False, effect=False, doubts=())
    groups = grouped(paragraph, theirs, charged.action, hi)
    own = [g for g in groups if g[0].reports or is_dated(deadline_of(paragraph, theirs, g[0].lo, g[-1].hi))]
    if not own:
        return []
    theirs = replace(theirs, named=paragraph.named([charged.party]))
    return [_candidate(paragraph, theirs, group) for group in own]


def _candidate(paragraph: Paragraph, order: Order, group: Sequence[Duty]) -> Candidate:
    """The proposed mandate of one group of parts; parts that do not adjoin are joined by a space in `action`."""
    is_main = group[0].lo == order.lo
    parts = _joined(
        [
            replace(part, hi=paragraph.trimmed(part.lo, part.hi)) if n + 1 == len(group) else part
            for n, part in enumerate(group)
        ]
    )
    first, carried = parts[0], order.carried
    lo = opens_at(paragraph.words, first.lo, first.hi)
    lo += paragraph.words[lo].low in LINKS and lo + 1 < first.hi
    lo = after_insertion(paragraph.words, lo, first.hi)
    begin = min(order.begin, lo) if is_main else first.lo
    end = paragraph.trimmed(lo, first.hi)
    action = " ".join(
        [paragraph.text(lo, end), *(paragraph.text(part.lo, paragraph.trimmed(part.lo, part.hi)) for part in parts[1:])]
    )
    found = deadline_of(paragraph, order, begin, first.hi)
    if begin < lo and _CHAIRS & {word.low for word in paragraph.words[begin:lo]}:
        # "the President of the Assembly at its sixty-ninth session to hold a debate by July 2015".
        found = deadline_of(paragraph, order, lo, first.hi) or found
    found = found or next((f for part in parts[1:] if (f := deadline_of(paragraph, order, part.lo, part.hi))), None)
    label = paragraph.clause.label
    if found is None and carried and carried.deadline:
        found, label = carried.deadline, carried.deadline_label
    kind = action_type(
        action, order.named.names, reports=first.reports and not order.by_body, by_body=order.by_body,
        functions=bool(carried and carried.functions), around=paragraph.text(0, lo),
    )  # fmt: skip
    # "the Secretariat, within existing resources, to list ports and to train pilots" is said of both, not of a report.
    before_all = "" if is_main or first.reports else paragraph.text(order.begin, order.lo) + " "
    said = before_all + paragraph.text(begin, parts[-1].hi) + (" " + carried.words if carried else "")
    doubts = [*order.doubts, *order.named.doubts, *_deadline_doubts(paragraph, found, label)]
    return Candidate(
        verb=order.verb,
        addressees=order.named.names,
        action=action,
        action_type=kind,
        deadline=found.deadline if found else None,
        funding=funding_of(said, kind),
        # What is to be adopted at a later session has yet to be done.
        takes_effect=order.effect and is_main and not (found and found.deadline and found.deadline.kind == "session"),
        references=paragraph.cited,
        spans=Spans(
            order.verb_span,
            order.named.spans,
            paragraph.span(lo, end),
            Span(label, found.start, found.end) if found else None,
        ),
        doubt=doubts[0] if doubts else None,
    )


def _joined(group: Sequence[Duty]) -> list[Duty]:
    """Neighbouring parts as one, so that an action reads on as printed."""
    joined = [group[0]]
    for part in group[1:]:
        if joined[-1].hi == part.lo:
            joined[-1] = replace(joined[-1], hi=part.hi)
        else:
            joined.append(part)
    return joined


def _deadline_doubts(paragraph: Paragraph, found: Found | None, label: str) -> list[Doubt]:
    if found is None or found.deadline is None:
        return []
    words = {"words": found.deadline.text}
    doubts = [Doubt(found.doubt, words)] if found.doubt else []
    before = paragraph.clause.text[: found.start]
    if label == paragraph.clause.label and before.count("[") > before.count("]"):
        doubts.append(Doubt("deadline_in_brackets", words))
    return doubts
