"""What the review of a report shows: its paragraphs, and beside each the proposals with what judging them needs."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import OuterRef, Q, Subquery, prefetch_related_objects
from django.db.models.functions import JSONObject

from mandates import wording
from mandates.actions import reviewing
from mandates.actions.correcting import BEGINS
from mandates.actions.ledgers import parties_of
from mandates.actions.merging import TAKEN_BACK
from mandates.actions.scheduling import calendar_of, rule_of
from mandates.enums import UNCONFIRMED, ChangeKind, Ledger, Status
from mandates.forms.reading import written
from mandates.forms.review import GroupForm
from mandates.models import Change, Mandate
from mandates.scheduling import day_of_text
from mandates.views.marks import marks_of
from sessions.models import Decision, Paragraph, Report

KEPT: dict[str, Callable[[Mandate], bool]] = {
    "doubtful": lambda m: m.status == Status.PROPOSED and bool(m.doubt),
    "proposed": lambda m: m.status == Status.PROPOSED,
    "confirmed": lambda m: m.is_confirmed,
    "declined": lambda m: m.status == Status.DECLINED and not m.merged_into_id,
}
# What a review does; the work on a mandate afterwards is none of it.
OF_REVIEW = Q(kind__in=[ChangeKind.CONFIRMED, ChangeKind.TEXT]) | (
    Q(kind=ChangeKind.STATUS) & (Q(old__in=UNCONFIRMED) | Q(new__in=UNCONFIRMED))
)


def decisions_of(report: Report) -> list[Decision]:
    """The decisions of the report, each with its paragraphs as `rows`; without their words."""
    paragraphs = Paragraph.objects.filter(decision__report=report).select_related("decision__group")
    found: dict[int, Any] = {}
    for paragraph in paragraphs.order_by("decision__position", "decision_id", "position"):
        decision = found.setdefault(paragraph.decision_id, paragraph.decision)
        decision.body, paragraph.decision = report.body, decision
        decision.__dict__.setdefault("rows", []).append(paragraph)
    return list(found.values())


def proposals_of(report: Report, decisions: Iterable[Any]) -> list[Any]:
    """Every mandate of the decisions, proposed or not, in the order of the page; with what was last done to it."""
    paragraphs = {paragraph.pk: paragraph for decision in decisions for paragraph in decision.rows}
    changes = Change.objects.filter(mandate=OuterRef("pk"))
    done = changes.filter(OF_REVIEW).order_by("-at", "-pk")
    said = JSONObject(reason="reason", by="by_id", name="by__name")
    rows = (
        Mandate.objects.filter(paragraph__decision__report=report)
        .annotate(
            done_at=Subquery(done.values("at")[:1]),
            done=Subquery(done.values(said=said)[:1]),
            did=Subquery(changes.filter(kind=ChangeKind.TEXT).order_by("-at", "-pk").values("params__did")[:1]),
        )
        .prefetch_related("addressees")
        .order_by("paragraph__decision__position", "paragraph__decision_id", "paragraph__position", "position", "pk")
    )
    found = []
    for mandate in rows:
        mandate.body, mandate.paragraph = report.body, paragraphs[mandate.paragraph_id]
        found.append(mandate)
    return found


def read_words(decisions: Iterable[Any]) -> None:
    """The paragraphs of the decisions have their words, in one query."""
    prefetch_related_objects([paragraph for decision in decisions for paragraph in decision.rows], "texts")


def rows_of(report: Report, decisions: list[Any], mandates: list[Any], show: str) -> list[dict[str, Any]]:
    """Decisions with their paragraphs and, beside each, its proposals."""
    prefetch_related_objects([report.body.root], "groups")
    calendar, parties = calendar_of(report.body), parties_of(report.body)
    groups = [(group.pk, str(group)) for group in report.body.root.groups.all()]
    kept = KEPT.get(show)
    by_paragraph: dict[int, list[Any]] = {}
    for mandate in mandates:
        by_paragraph.setdefault(mandate.paragraph_id, []).append(mandate)
    by_key = {mandate.pk: mandate for mandate in mandates}
    read_words(decisions)
    shown = []
    for decision in decisions:
        rows = []
        in_decision = [m for p in decision.rows for m in by_paragraph.get(p.pk, []) if m.status != Status.DECLINED]
        for paragraph in decision.rows:
            every = [m for m in by_paragraph.get(paragraph.pk, []) if not _is_gone(m, by_key)]
            own = [mandate for mandate in every if kept is None or kept(mandate)]
            if kept is not None and not own:
                continue
            live = [mandate for mandate in every if mandate.status != Status.DECLINED]
            rows.append(
                {
                    "paragraph": paragraph,
                    "words": paragraph.words,
                    "marks": marks_of(in_decision if paragraph.kind == "chapeau" else live, paragraph, action=True),
                    "proposals": [_proposal(mandate, calendar, parties, by_key, len(live)) for mandate in own],
                }
            )
        if rows:
            form = GroupForm(groups=groups, initial={"group": decision.group_id}, auto_id=f"group-{decision.pk}-%s")
            shown.append({"decision": decision, "rows": rows, "form": form})
    return shown


def _is_gone(mandate: Any, by_key: dict[int, Any]) -> bool:
    """Was it split off and put back, before anybody could cite it? Then nothing of it is left to see."""
    into = by_key.get(mandate.merged_into_id or 0)
    return into is not None and into.did != "merged" and mandate.reference is None


def _proposal(mandate: Any, calendar: Any, parties: Any, by_key: dict[int, Any], siblings: int) -> dict[str, Any]:
    due = day_of_text(rule_of(mandate), calendar)
    ledger = mandate.ledger or reviewing.asked_by(mandate, parties).ledger
    done, into = mandate.done or {}, by_key.get(mandate.merged_into_id or 0)
    return {
        "it": mandate,
        "seen": written((mandate.edition, mandate.status)),
        "doubt": wording.doubt_sentence(mandate.doubt["code"], mandate.doubt["params"]) if mandate.doubt else "",
        "due_on": due.on,
        "due_reason": wording.due_sentence({"code": due.code, "params": due.params}),
        "ledger": ledger,
        "ledger_name": Ledger(ledger).label,
        "ledgers": Ledger.choices,
        "reason": done.get("reason") if mandate.status == Status.DECLINED else "",
        "done_by": done.get("name") or "",
        "merged_into": into,
        "is_corrected": mandate.did in TAKEN_BACK | {"added"},
        "takes_back": into.did == "merged" if into else mandate.did in TAKEN_BACK and mandate.status != Status.DECLINED,
        "can_be_undone": mandate.is_confirmed and mandate.status in BEGINS,
        "has_siblings": siblings > 1,
    }
