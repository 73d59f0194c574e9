"""The review of a report: the text with its places on one side, the proposals beside it."""

from collections import Counter
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates import wording
from mandates.actions import reviewing
from mandates.actions.ledgers import parties_of
from mandates.actions.scheduling import calendar_of, rule_of
from mandates.enums import Ledger, Status
from mandates.forms.review import GroupForm, ReasonForm
from mandates.models import Mandate
from mandates.scheduling import day_of_text
from mandates.views.marks import marks_of
from sessions import wording as reading_wording
from sessions.enums import ReportState
from sessions.models import Decision, Report

SHOWS = ("doubtful", "proposed", "confirmed", "declined")


def fetch(request: PersonRequest, pk: int, permission: str = "ctoc_sessions.view_report") -> Report:
    report = get_object_or_404(Report.objects.select_related("body", "session", "uploaded_by"), pk=pk)
    require(request, permission, report)
    return report


def proposals_of(report: Report) -> list[Mandate]:
    """Every mandate of the report, proposed or not, in the order of the text."""
    rows = Mandate.objects.filter(paragraph__decision__report=report).for_rows()
    return list(rows.prefetch_related("addressees").order_by("sort_key"))


def rows_of(report: Report, decisions: list[Decision], mandates: list[Mandate], show: str) -> list[dict[str, Any]]:
    """Decisions with their paragraphs and, beside each, its proposals with what a person must know to judge them."""
    calendar, parties = calendar_of(report.body), parties_of(report.body)
    groups = [(group.pk, str(group)) for group in report.body.root.groups.all()]
    kept = {
        "doubtful": lambda m: m.doubt and m.status == Status.PROPOSED,
        "proposed": lambda m: m.status == Status.PROPOSED,
        "confirmed": lambda m: m.is_confirmed,
        "declined": lambda m: m.status == Status.DECLINED,
    }.get(show)
    by_paragraph: dict[int, list[Mandate]] = {}
    for mandate in mandates:
        by_paragraph.setdefault(mandate.paragraph_id, []).append(mandate)
    prefetch_related_objects(decisions, "paragraphs__texts")
    shown = []
    for decision in decisions:
        rows = []
        in_decision = [m for p in decision.paragraphs.all() for m in by_paragraph.get(p.pk, [])]
        for paragraph in decision.paragraphs.all():
            own = [m for m in by_paragraph.get(paragraph.pk, []) if kept is None or kept(m)]
            if kept is not None and not own:
                continue
            rows.append(
                {
                    "paragraph": paragraph,
                    "words": paragraph.words,
                    "marks": marks_of(in_decision if paragraph.kind == "chapeau" else own, paragraph),
                    "proposals": [_proposal(mandate, decision, calendar, parties) for mandate in own],
                }
            )
        if rows:
            form = GroupForm(groups=groups, initial={"group": decision.group_id}, auto_id=f"group-{decision.pk}-%s")
            shown.append({"decision": decision, "rows": rows, "form": form})
    return shown


def contents(report: Report, mandates: list[Mandate]) -> list[dict[str, Any]]:
    """The decisions of the report, each with how many proposals are left in it."""
    left = Counter(m.paragraph.decision_id for m in mandates if m.status == Status.PROPOSED)
    return [{"decision": d, "left": left[d.pk]} for d in report.decisions.select_related("body", "group")]


def chosen_decision(index: list[dict[str, Any]], asked: str) -> int | None:
    """The decision that was asked for, else the first in which something is left, else the first."""
    keys = [each["decision"].pk for each in index]
    if asked.isdecimal() and int(asked) in keys:
        return int(asked)
    return next((each["decision"].pk for each in index if each["left"]), keys[0] if keys else None)


def following(index: list[dict[str, Any]], only: int | None) -> Decision | None:
    """The next decision after the one shown, in which something is left."""
    keys = [each["decision"].pk for each in index]
    later = index[keys.index(only) + 1 :] if only in keys else []
    return next((each["decision"] for each in later if each["left"]), None)


def address(request: PersonRequest, report: Report, decision: int, anchor: str) -> str:
    """The part of the review from which a form came (`?show=`), else the decision, at a place of it."""
    if (show := request.GET.get("show")) in SHOWS:
        return f"{report.get_absolute_url()}?show={show}#d{decision}"
    return f"{report.get_absolute_url()}?decision={decision}#{anchor}"


def _proposal(mandate: Mandate, decision: Decision, calendar: Any, parties: Any) -> dict[str, Any]:
    mandate.paragraph.decision = decision
    due = day_of_text(rule_of(mandate), calendar)
    asked = reviewing.asked_by(mandate, parties)
    return {
        "it": mandate,
        "doubt": wording.doubt_sentence(mandate.doubt["code"], mandate.doubt["params"]) if mandate.doubt else "",
        "due_on": due.on,
        "due_reason": wording.due_sentence({"code": due.code, "params": due.params}),
        "ledger": mandate.ledger or asked.ledger,
        "ledger_name": Ledger(mandate.ledger or asked.ledger).label,
        "ledgers": Ledger.choices,
        "decline_form": ReasonForm(auto_id=f"decline-{mandate.pk}-%s"),
        "undo_form": ReasonForm(auto_id=f"undo-{mandate.pk}-%s"),
    }


@require_safe
@login_required
def review(request: PersonRequest, pk: int) -> HttpResponse:
    """How far the reading is; then what was read, with what is left to decide."""
    report = fetch(request, pk)
    if report.state in {ReportState.WAITING, ReportState.READING}:
        response = render(request, "mandates/review_waiting.html", {"report": report, "body": report.body})
        response.headers["Refresh"] = "2"  # works without script; the page says so
        return response
    if report.state == ReportState.UNREADABLE:
        failure = report.failure or {"code": "", "params": {}}
        sentence = reading_wording.finding_sentence(failure["code"], failure["params"])
        return render(
            request, "mandates/review_unreadable.html", {"report": report, "body": report.body, "sentence": sentence}
        )
    mandates = proposals_of(report)
    show = request.GET.get("show", "")
    index = contents(report, mandates)
    only = None if show in SHOWS else chosen_decision(index, request.GET.get("decision", ""))
    decisions = [each["decision"] for each in index if only in (None, each["decision"].pk)]
    proposed = [m for m in mandates if m.status == Status.PROPOSED]
    reading = report.readings.latest()
    findings = [
        {**finding, "sentence": reading_wording.finding_sentence(finding["code"], finding["params"])}
        for finding in reading.findings
    ]
    return render(
        request,
        "mandates/review.html",
        {
            "report": report,
            "body": report.body,
            "decisions": rows_of(report, decisions, mandates, show),
            "index": index,
            "only": only,
            "following": following(index, only),
            "show": show,
            "may_review": request.user.has_perm("ctoc_sessions.review_report", report),
            "counts": {
                "all": len(mandates),
                "proposed": len(proposed),
                "doubtful": sum(bool(m.doubt) for m in proposed),
                "clear": sum(not m.doubt for m in proposed),
                "confirmed": sum(m.is_confirmed for m in mandates),
                "declined": sum(m.status == Status.DECLINED for m in mandates),
                "decided": len(mandates) - len(proposed),
            },
            "doubtful": [m for m in proposed if m.doubt],
            "findings": findings,
            "loud": any(finding["level"] != "info" for finding in findings),
            "keep": f"?show={show}" if show in SHOWS else "",
            "account": reading.account,
        },
    )
