"""From the paragraphs of a report that was read to proposed mandates."""

import datetime as dt
import re
from collections.abc import Iterable

from django.db import transaction

from ctoctrack.lib import dates
from mandates.actions.scheduling import follow
from mandates.enums import Status
from mandates.extraction import Candidate, Clause, Deadline, extract
from mandates.models import Addressee, Mandate
from mandates.proposals import body_noun, candidate_spans
from sessions.models import Body, Decision, Paragraph, Report


def _natural(number: str) -> str:
    """A number whose parts sort as numbers: "4/10" after "4/9"."""
    return re.sub(r"\d+", lambda found: found[0].zfill(5), number)


def clauses_of(paragraphs: Iterable[Paragraph]) -> list[Clause]:
    """The paragraphs of one decision, in order, as the extraction takes them."""
    rows = list(paragraphs)
    index = {row.pk: place for place, row in enumerate(rows)}
    return [
        Clause(
            row.label,
            row.part,
            "operative" if row.kind == "recital" else row.kind,
            row.words.text if row.words else "",
            index.get(row.chapeau_id) if row.chapeau_id else None,
        )
        for row in rows
    ]


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def deadline_columns(deadline: Deadline | None) -> dict[str, object]:
    """A deadline as the columns of a mandate hold it; nothing where there is none."""
    if deadline is None:
        return {}
    return {
        "deadline_kind": deadline.kind,
        "deadline_text": deadline.text[:500],
        "deadline_date": _day(deadline.date),
        "deadline_start": _day(deadline.start),
        "deadline_ordinal": deadline.session,
        "deadline_part": deadline.part or "",
        "deadline_relation": deadline.relation or "",
        "deadline_offset": deadline.offset or "",
        "deadline_every": deadline.every or "",
    }


def sort_key(paragraph: Paragraph, position: int) -> str:
    """Where the request of that place in the paragraph stands in the order of the texts."""
    decision = paragraph.decision
    return f"{_natural(decision.number)}|{decision.kind}|{paragraph.position:04d}|{position:03d}"[:200]


def proposal_of(paragraph: Paragraph, position: int, candidate: Candidate) -> Mandate:
    """The candidate as a proposed mandate of the paragraph; nothing is saved."""
    decision = paragraph.decision
    return Mandate(
        body=decision.body,
        paragraph=paragraph,
        position=position,
        sort_key=sort_key(paragraph, position),
        verb=candidate.verb[:40],
        action=candidate.action,
        action_type=candidate.action_type,
        takes_effect=candidate.takes_effect,
        funding=candidate.funding or "",
        references=[{"text": r.text, "span": [r.span.start, r.span.end]} for r in candidate.references],
        spans=candidate_spans(candidate),
        doubt={"code": candidate.doubt.code, "params": dict(candidate.doubt.params)} if candidate.doubt else None,
        status=Status.PROPOSED,
        **deadline_columns(candidate.deadline),
    )


def guess_group(decision: Decision, groups: Iterable[Body]) -> Body | None:
    """The one group whose name stands in the title or the preamble; none where several do."""
    preamble = [p.words.text for p in decision.paragraphs.all() if p.kind == "preamble" and p.words]
    words = " ".join([decision.title, *preamble]).lower()

    def stands(name: str) -> bool:
        return bool(name) and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", words) is not None

    named = [group for group in groups if stands(group.name) or stands(group.short_name)]
    return named[0] if len(named) == 1 else None


@transaction.atomic
def propose_mandates(report: Report, *, at: dt.datetime | None = None) -> int:
    """Every request of the report's decisions stands as a proposed mandate; decisions that have some are left alone.

    Mandates of earlier decisions that awaited the session of the report have their day. Returns how many were proposed.
    """
    at = at or dates.now()
    if report.session:
        follow(report.session, by=report.uploaded_by, at=at)
    groups = list(report.body.root.groups.all())
    count = 0
    for decision in report.decisions.select_related("body", "session").prefetch_related("paragraphs__texts"):
        if Mandate.objects.filter(paragraph__decision=decision).exists():
            continue
        if decision.group is None and (group := guess_group(decision, groups)):
            decision.group = group
            decision.save(update_fields=["group"])
        paragraphs = list(decision.paragraphs.all())
        ordinal = decision.session.ordinal if decision.session else None
        results = extract(clauses_of(paragraphs), session=ordinal, body=body_noun(report.body.root.name))
        for paragraph, result in zip(paragraphs, results, strict=True):
            if paragraph.kind != result.kind:
                paragraph.kind = result.kind
                paragraph.save(update_fields=["kind"])
            for position, candidate in enumerate(result.candidates):
                mandate = proposal_of(paragraph, position, candidate)
                mandate.touched_on = dates.day_of(at)
                mandate.save()
                Addressee.objects.bulk_create(
                    Addressee(mandate=mandate, position=place, name=name[:500])
                    for place, name in enumerate(candidate.addressees)
                )
                count += 1
    return count
