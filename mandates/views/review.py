"""The review of a report: the text with its places on one side, the proposals beside it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates.enums import Status
from mandates.forms.review import seen_of_all
from mandates.views.besides import besides_of
from mandates.views.repeats import offered
from mandates.views.review_course import chosen_decision, contents, course_of, following, next_left, preceding, tally
from mandates.views.review_rows import KEPT, decisions_of, proposals_of, rows_of
from mandates.wording import doubt_sentence
from sessions import wording as reading_wording
from sessions.enums import ReportState
from sessions.models import Concordance, Difference, Reading, Report

# What a file says otherwise than what is stored, and the drafts it came of: all, and what nobody has decided yet.
COUNTED: dict[str, dict[str, str]] = {"all": {}, "left": {"answer": ""}}
OF: dict[str, Any] = {"differences": Difference, "drafts": Concordance}


def _number(model: Any, filters: dict[str, str]) -> Subquery:
    """How many rows of the report there are, within the query that reads the report."""
    rows = model.objects.filter(report=OuterRef("pk"), **filters).order_by().values("report")
    return Subquery(rows.annotate(number=Count("pk")).values("number"))


def fetch(request: PersonRequest, pk: int, permission: str = "ctoc_sessions.view_report") -> Report:
    """The report with what its latest reading says, for a person who has the permission."""
    latest = Reading.objects.filter(report=OuterRef("pk")).order_by("-made_at")
    reports = Report.objects.select_related("body__parent", "session", "uploaded_by")
    said = {name: Subquery(latest.values(name)[:1]) for name in ("account", "findings")}
    said |= {f"{name}_{of}": _number(model, filters) for name, filters in COUNTED.items() for of, model in OF.items()}
    report = get_object_or_404(reports.annotate(**said), pk=pk)
    require(request, permission, report)
    return report


def findings_of(report: Any) -> dict[str, Any]:
    """What the reader says of the report, in sentences, and whether any of it needs a look."""
    findings = [
        {**finding, "sentence": reading_wording.finding_sentence(finding["code"], finding["params"])}
        for finding in report.findings or []
    ]
    return {
        "findings": findings,
        "loud": any(finding["level"] != "info" for finding in findings),
        "account": report.account or {},
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
    decisions = decisions_of(report)
    mandates = proposals_of(report, decisions)
    show = request.GET.get("show", "")
    index = contents(decisions, mandates)
    course = course_of(mandates, request.user.pk)
    begin = next_left(mandates, after=course.last)
    only = None if show in KEPT else chosen_decision(index, request.GET.get("decision", ""), begin)
    shown = [decision for decision in decisions if only in (None, decision.pk)]
    clear = [m for m in mandates if m.status == Status.PROPOSED and not m.doubt]
    return render(
        request,
        "mandates/review.html",
        {
            "report": report,
            "body": report.body,
            "decisions": [
                {
                    **each,
                    "tally": tally(m for m in mandates if m.paragraph.decision_id == each["decision"].pk),
                    "seen": seen_of_all([m for m in clear if m.paragraph.decision_id == each["decision"].pk]),
                }
                for each in rows_of(report, shown, mandates, show)
            ],
            "index": index,
            "only": only,
            "following": following(index, only),
            "preceding": preceding(index, only),
            "begin": begin,
            "course": course,
            "show": show,
            "may_review": request.user.has_perm("ctoc_sessions.review_report", report),
            "counts": tally(mandates),
            "seen": seen_of_all(clear),
            "doubtful": [
                {"it": m, "doubt": doubt_sentence(m.doubt["code"], m.doubt["params"])}
                for m in mandates
                if m.status == Status.PROPOSED and m.doubt
            ],
            "differences": {name: sum(getattr(report, f"{name}_{of}") or 0 for of in OF) for name in COUNTED},
            "keep": f"?show={show}" if show in KEPT else "",
            "besides": besides_of(report),
            "repeats": offered(report, only),
            **findings_of(report),
        },
    )
