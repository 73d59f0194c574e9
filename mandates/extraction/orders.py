"""From one order of a paragraph to its mandates: the action split by the rules, each part with its deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .action_types import action_type
from .duties import Duty, duties
from .found import Found
from .funding import funding_of
from .groups import LINKS, grouped
from .infinitives import infinitive_after_to
from .order import Order, deadline_of
from .paragraph import Paragraph
from .parties import is_head, names_party
from .party_lists import parties
from .shapes import Candidate, Doubt, Span, Spans
from .words import vocabulary

# "to help ports and the fleet to comply": these verbs take others along with their infinitive.
_CAUSES = vocabulary(
    """
    invite request encourage ask assist help support enable allow urge call require permit provide give appeal
    recommend cause lead for between among assisting helping enabling supporting encouraging inviting requesting
    """
)
_HANDS_IN = vocabulary("present submit report provide make prepare inform")


def mandates_of(paragraph: Paragraph, order: Order) -> list[Candidate]:
    """The mandates of one order: one, and one more for each duty that is a mandate of its own."""
    lo, hi = order.lo, paragraph.trimmed(order.lo, order.hi)
    while lo < hi and paragraph.words[lo].low == ",":
        lo += 1
    order = replace(order, lo=lo)
    if hi <= order.lo:
        return []
    handed = _handed_to_another(paragraph, order.lo, hi)
    groups = grouped(paragraph, order, order.lo, handed[0] if handed else hi)
    found = [_candidate(paragraph, order, group) for group in groups]
    if handed:
        _comma, named, action = handed
        theirs = replace(order, named=paragraph.named([named]), begin=action, by_body=False, effect=False, doubts=())
        found.append(_candidate(paragraph, theirs, duties(paragraph.words, action, hi, paragraph.decision.body)))
    return found


def _handed_to_another(paragraph: Paragraph, lo: int, hi: int) -> tuple[int, tuple[int, int], int] | None:
    """ ", said meeting to present a report", "and the Board to publish it": the link, the party, the first word."""
    words = paragraph.words
    alone = next((k for k in range(lo, hi) if words[k].low in _CAUSES), hi)
    for k in range(lo + 2, hi - 4):
        if words[k].low == "and" and words[k + 1].low == "the":
            if k < alone and (found := _shared_with(paragraph, k, hi)):
                return found
            continue
        if words[k].low != "," or words[k + 1].low not in ("said", "the", "that", "this", "such"):
            continue
        to = next((j for j in range(k + 2, min(hi - 1, k + 12)) if words[j].low == "to" or words[j].is_mark), None)
        if to is None or words[to].low != "to":
            continue
        verb = infinitive_after_to(words, to, hi)
        named = parties(words, k + 1, to)
        if verb is not None and len(named) == 1 and words[verb].low in _HANDS_IN:
            return k, named[0], to + 1
    return None


def _shared_with(paragraph: Paragraph, link: int, hi: int) -> tuple[int, tuple[int, int], int] | None:
    """ "to review the guide and the Board to publish it", where nothing before the "and" makes the Board an object."""
    words = paragraph.words
    if is_head(words[link - 1]):
        return None
    to = next((j for j in range(link + 2, min(hi - 1, link + 25)) if words[j].low in ("to", ";", ":", ".")), None)
    if to is None or words[to].low != "to" or infinitive_after_to(words, to, hi) is None:
        return None
    named = parties(words, link + 1, to)
    if not named or not names_party(words, link + 1, to):
        return None
    return link, (named[0][0], named[-1][1]), to + 1


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
    lo = first.lo + 1 if paragraph.words[first.lo].low in LINKS and first.lo + 1 < first.hi else first.lo
    begin = min(order.begin, lo) if is_main else lo
    end = paragraph.trimmed(lo, first.hi)
    action = " ".join(
        [paragraph.text(lo, end), *(paragraph.text(part.lo, paragraph.trimmed(part.lo, part.hi)) for part in parts[1:])]
    )
    found = deadline_of(paragraph, order, begin, first.hi)
    found = found or next((f for part in parts[1:] if (f := deadline_of(paragraph, order, part.lo, part.hi))), None)
    label = paragraph.clause.label
    if found is None and carried and carried.deadline:
        found, label = carried.deadline, carried.deadline_label
    kind = action_type(
        action, order.named.names, reports=first.reports and not order.by_body, by_body=order.by_body,
        functions=bool(carried and carried.functions), around=paragraph.text(0, lo),
    )  # fmt: skip
    said = paragraph.text(begin, parts[-1].hi) + (" " + carried.words if carried else "")
    doubts = [*order.doubts, *order.named.doubts, *_deadline_doubts(paragraph, found, label)]
    return Candidate(
        verb=order.verb,
        addressees=order.named.names,
        action=action,
        action_type=kind,
        deadline=found.deadline if found else None,
        funding=funding_of(said, kind),
        takes_effect=order.effect and is_main,
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
