"""A decision as adopted, with what became of each paragraph in the margin."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ctoctrack.accounts.rules import units_of
from ctoctrack.lib import dates
from mandates import wording
from mandates.enums import Ledger
from mandates.models import Mandate
from mandates.views.marks import marks_of
from sessions.models import Decision

KINDS = {"decisions": "decision", "resolutions": "resolution"}
FILTERS = ("all", "follow-up", "late", "secretariat", "states")


def fetch(body: str, kinds: str, slug: str) -> Decision:
    """The decision or resolution of that body and number."""
    decisions = Decision.objects.select_related("body__parent", "session", "group", "report")
    return get_object_or_404(decisions, body__slug=body, kind=KINDS[kinds], slug=slug)


def rows_of(request: HttpRequest, decision: Decision, show: str) -> list[dict[str, Any]]:
    """Each paragraph with its marks and with the mandates that the person sees, as `show` narrows them."""
    on = dates.today()
    mandates: dict[int, list[Mandate]] = {}
    visible = Mandate.objects.visible_to(request.user).confirmed().filter(paragraph__decision=decision)
    for mandate in visible.for_rows().prefetch_related("addressees"):
        mandates.setdefault(mandate.paragraph_id, []).append(mandate)
    every = [mandate for of_paragraph in mandates.values() for mandate in of_paragraph]
    kept = {
        "follow-up": lambda m: True,
        "late": lambda m: m.days_late(on) or m.days_overdue(on),
        "secretariat": lambda m: m.ledger == Ledger.SECRETARIAT,
        "states": lambda m: m.ledger == Ledger.STATES,
    }.get(show)
    rows = []
    for paragraph in decision.paragraphs.prefetch_related("texts"):
        own = [m for m in mandates.get(paragraph.pk, []) if kept is None or kept(m)]
        if kept is not None and not own:
            continue
        rows.append(
            {
                "paragraph": paragraph,
                "words": paragraph.words,
                "marks": marks_of(every if paragraph.kind == "chapeau" else own, paragraph),
                "mandates": [{"it": m, "reason": wording.due_sentence(m.due_reason)} for m in own],
                "anchor": paragraph.path.replace("/", "-"),
            }
        )
    return rows


@require_safe
def decision(request: HttpRequest, body: str, kinds: str, slug: str, path: str = "") -> HttpResponse:
    """The adopted text with its margin; outside the Secretariat, its page of progress instead."""
    found = fetch(body, kinds, slug)
    user = request.user
    inside = user.has_perm("ctoc_sessions.view_decision", found) or (
        user.is_authenticated
        and bool(units_of(user))
        and Mandate.objects.visible_to(user).filter(body=found.body).exists()
    )
    if path and not found.paragraphs.filter(path=path).exists():
        raise Http404
    if not inside:
        if not user.has_perm("ctoc_sessions.read_progress_decision", found):
            raise Http404
        anchor = f"#{path.replace('/', '-')}" if path else ""
        return redirect(f"{reverse('mandates:progress-decision', args=[body, kinds, slug])}{anchor}")
    if path:
        return redirect(f"{found.get_absolute_url()}#{path.replace('/', '-')}")
    show = request.GET.get("show", "all")
    show = show if show in FILTERS else "all"
    on = dates.today()
    mandates = Mandate.objects.visible_to(user).confirmed().filter(paragraph__decision=found)
    return render(
        request,
        "mandates/decision.html",
        {
            "decision": found,
            "body": found.body,
            "rows": rows_of(request, found, show),
            "show": show,
            "numbers": mandates.five_numbers(on, None) | {"all": mandates.count()},
            "paragraphs": found.paragraphs.count(),
            "neighbours": neighbours(found),
        },
    )


def neighbours(decision: Decision) -> dict[str, Decision | None]:
    """The decisions before and after it at the same session."""
    others = Decision.objects.filter(body=decision.body, session=decision.session).select_related("body")
    return {
        "before": others.filter(position__lt=decision.position).order_by("-position").first(),
        "after": others.filter(position__gt=decision.position).order_by("position").first(),
    }
