"""What a file says otherwise than what is stored, and from which drafts its decisions came, side by side."""

from collections import Counter
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from mandates.actions.rereading import Offer, corrected_fields, mandates_of, offers_of, reread
from mandates.forms.comparing import DraftForm, PairsForm, PlaceForm
from mandates.models import Mandate
from mandates.views.review import fetch
from sessions.actions.comparing import standing
from sessions.actions.pairing import Row
from sessions.actions.pairing import rows_of as pairs_of
from sessions.actions.tracing import untraced
from sessions.enums import Answer, DifferenceKind
from sessions.models import Concordance, Decision, Difference, Paragraph, Report
from sessions.reading.redline import compared


def decisions_of(report: Report) -> list[dict[str, Any]]:
    """The decisions of which the file says something otherwise, or that came of a draft; each with what is left."""
    left: Counter[int] = Counter()
    decided: Counter[int] = Counter()
    for model in (Difference, Concordance):
        for decision, answer in model.objects.filter(report=report).values_list("decision", "answer"):
            (decided if answer else left)[decision] += 1
    rows = Decision.objects.filter(pk__in=[*left, *decided]).select_related("body", "session", "group")
    return [{"decision": d, "left": left[d.pk], "decided": decided[d.pk]} for d in rows]


def chosen(index: list[dict[str, Any]], asked: str) -> Decision | None:
    """The decision that was asked for, else the first of which something is left, else the first."""
    for each in index:
        if str(each["decision"].pk) == asked:
            return each["decision"]
    return next((each["decision"] for each in index if each["left"]), index[0]["decision"] if index else None)


def differences_of(report: Report, decision: Decision) -> list[dict[str, Any]]:
    """The differences of one decision, each with its words compared and what follows for the mandates there."""
    rows = list(
        Difference.objects.filter(report=report, decision=decision)
        .select_related("paragraph__chapeau", "answered_by", "follows")
        .order_by("position", "pk")
    )
    prefetch_related_objects([row.paragraph for row in rows if row.paragraph], "texts")
    changed = {
        row.paragraph_id: row.new
        for row in rows
        if row.kind == DifferenceKind.CHANGED and not row.answer and row.language == "en" and row.paragraph_id
    }
    own = mandates_of(decision)
    offers = offers_by_paragraph(decision, changed, own) if changed else {}
    unplaced = without_words(report, decision, rows)
    return [_row(row, decision, own, offers.get(row.paragraph_id or 0, []), unplaced) for row in rows]


def offers_by_paragraph(
    decision: Decision, words: dict[int, str], own: dict[int, list[Mandate]]
) -> dict[int, list[Offer]]:
    """What the new words say of the mandates of each paragraph, and of the items that it governs."""
    corrected = corrected_fields(mandate for each in own.values() for mandate in each)
    found: dict[int, list[Offer]] = {}
    for read in reread(decision, words, own).values():
        for key in (read.paragraph.pk, read.paragraph.chapeau_id):
            if key in words:
                found.setdefault(key, []).extend(offers_of(read, corrected))
    return found


def without_words(report: Report, decision: Decision, rows: list[Difference]) -> Any:
    """The paragraphs that have no words in the language of what found no place; none where everything has its place."""
    languages = {row.language for row in rows if row.kind == DifferenceKind.UNALIGNED}
    if not languages:
        return Paragraph.objects.none()
    standing = decision.paragraphs.filter(vanished_in=None)
    return standing.exclude(texts__language__in=languages).prefetch_related("texts").select_related("decision")


def _row(
    row: Difference, decision: Decision, own: dict[int, list[Mandate]], offers: list[Offer], unplaced: Any
) -> dict[str, Any]:
    row.decision = decision
    if row.paragraph:
        row.paragraph.decision = decision
    mandates = own.get(row.paragraph_id or 0, [])
    return {
        "it": row,
        "steps": compared(row.old, row.new) if row.kind == DifferenceKind.CHANGED else [],
        "relabelled": row.paragraph is not None and row.paragraph.label != row.label,
        "offers": offers,
        "mandates": [mandate for mandate in mandates if mandate.is_confirmed],
        "form": PlaceForm(paragraphs=unplaced, auto_id=f"place-{row.pk}-%s")
        if row.kind == DifferenceKind.UNALIGNED
        else None,
    }


def concordances_of(report: Report, decision: Decision) -> list[dict[str, Any]]:
    """The drafts of which the decision may have come, paragraph beside paragraph."""
    found = Concordance.objects.filter(report=report, decision=decision)
    return [_concordance(each, decision) for each in found.select_related("draft__body", "answered_by")]


def _concordance(concordance: Concordance, decision: Decision) -> dict[str, Any]:
    concordance.decision = decision
    rows = [] if concordance.answer == Answer.KEPT else pairs_of(concordance)
    own = mandates_of(concordance.draft) if rows else {}
    paragraphs = standing(decision) if rows else []
    form = PairsForm(rows=rows, paragraphs=paragraphs, auto_id=f"draft-{concordance.pk}-%s")
    pairs = [_pair(row, form, own) for row in rows]
    return {
        "it": concordance,
        "form": form,
        "rows": pairs,
        "open": len(form.rows),
        "mandates": sum(len(each["mandates"]) for each in pairs if not each["it"].pair),  # that wait to go along
    }


def _pair(row: Row, form: PairsForm, own: dict[int, list[Mandate]]) -> dict[str, Any]:
    old = row.draft.words.text if row.draft and row.draft.words else ""
    new = row.paragraph.words.text if row.paragraph and row.paragraph.words else ""
    mandates = own.get(row.draft.pk, []) if row.draft else []
    return {
        "it": row,
        "field": form[f"became-{row.draft.pk}"] if row.draft and not row.pair else None,
        "steps": compared(old, new) if old and new else [],
        "old": old,
        "new": new,
        "mandates": [mandate for mandate in mandates if mandate.is_confirmed],
    }


def page(request: PersonRequest, report: Report, *, asked: str = "", conflict: str = "") -> HttpResponse:
    """The page for one decision of the file; `conflict` says who was faster."""
    index = decisions_of(report)
    decision = chosen(index, asked or request.GET.get("decision", ""))
    rows = differences_of(report, decision) if decision else []
    decisions, drafts = untraced(report)
    concordances = concordances_of(report, decision) if decision else []
    context = {
        "report": report,
        "body": report.body,
        "index": index,
        "decision": decision,
        "rows": rows,
        "concordances": concordances,
        "pending": sum(each["mandates"] for each in concordances),
        "harmless": sum(row["it"].is_harmless and not row["it"].answer for row in rows),
        "left": sum(each["left"] for each in index),
        "reading": report.readings.latest(),
        "may_review": request.user.has_perm("ctoc_sessions.review_report", report),
        "conflict": conflict,
        "draft_form": DraftForm(decisions=decisions, drafts=drafts, auto_id="trace-%s"),
    }
    return render(request, "mandates/differences.html", context, status=409 if conflict else 200)


@require_safe
@login_required
def differences(request: PersonRequest, pk: int) -> HttpResponse:
    """What the file says otherwise, and from which drafts its decisions came."""
    report = fetch(request, pk)
    if not report.readings.exists():
        return redirect(report)
    return page(request, report)
