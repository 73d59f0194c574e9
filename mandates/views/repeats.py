"""New requests beside the open mandates that they may repeat, and what a person says of each pair."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates.actions import superseding
from mandates.enums import OPEN, UNCONFIRMED, RepeatState, Status
from mandates.models import Mandate, Repeat
from mandates.views.acting import act_at_once
from mandates.views.marks import marks_of
from mandates.wording import due_sentence
from sessions.models import Report

MOST_IN_REVIEW = 3  # of one decision; the others stand on a page of their own
DECIDED = (RepeatState.LINKED, RepeatState.SUPERSEDES)


def pairs_of(report: Report) -> QuerySet:
    """The pairs of the report whose new request nobody declined, with all that the page shows of both."""
    of_both = ("body", "paragraph__decision__body", "paragraph__chapeau")
    sides = [f"{side}__{path}" for side in ("later", "earlier") for path in of_both]
    held = ("paragraph__texts", "paragraph__chapeau__texts", "addressees")
    texts = [f"{side}__{path}" for side in ("later", "earlier") for path in held]
    is_over = Q(state=RepeatState.OFFERED) & ~Q(earlier__status__in=OPEN)  # it was closed on its own page
    rows = Repeat.objects.filter(later__paragraph__decision__report=report).exclude(later__status=Status.DECLINED)
    rows = rows.exclude(is_over)
    rows = rows.select_related(*sides, "earlier__owner", "by", "later__group", "earlier__group")
    return rows.prefetch_related(*texts)


def side_by_side(pairs: Any) -> list[dict[str, Any]]:
    """Each pair with the marks in both paragraphs, and why it is shown."""
    return [
        {
            "it": pair,
            "later_words": quoted(pair.later),
            "earlier_words": quoted(pair.earlier),
            "due_reason": due_sentence(pair.earlier.due_reason),
            "why": why_sentence(pair),
            "may_supersede": pair.later.is_confirmed and pair.earlier.is_open,
        }
        for pair in pairs
    ]


def quoted(mandate: Mandate) -> list[dict[str, Any]]:
    """The words of its paragraph, those of the chapeau before them, each with its marks; none where none are here."""
    paragraphs = [one for one in (mandate.paragraph.chapeau, mandate.paragraph) if one and one.words]
    return [{"words": one.words, "marks": marks_of([mandate], one)} for one in paragraphs]


def why_sentence(pair: Repeat) -> str:
    """Why the two are shown side by side."""
    if pair.why.get("code") == "cited":
        return _("The new paragraph cites %(reference)s.") % {"reference": pair.why.get("reference", "")}
    words = {"words": ", ".join(pair.why.get("words", [])), "number": pair.likeness}
    return _("The same is asked of the same, in like words (%(number)d of 100): %(words)s.") % words


def offered(report: Report, decision: int | None = None) -> dict[str, Any]:
    """For the review: the pairs of the decision that wait for a word, and how many of the report do."""
    waiting = pairs_of(report).filter(state=RepeatState.OFFERED)
    pairs = list(waiting)
    shown = [pair for pair in pairs if decision in (None, pair.later.paragraph.decision_id)]
    return {"waiting": len(pairs), "pairs": side_by_side(shown[:MOST_IN_REVIEW]), "more": len(shown) > MOST_IN_REVIEW}


@require_safe
@login_required
def repeats(request: PersonRequest, pk: int) -> HttpResponse:
    """Every pair of the report: those that wait for a word first."""
    report = fetch(request, pk, "ctoc_sessions.view_report")
    pairs = side_by_side(pairs_of(report))
    return render(
        request,
        "mandates/repeats.html",
        {
            "report": report,
            "body": report.body,
            "waiting": [pair for pair in pairs if pair["it"].state == RepeatState.OFFERED],
            "decided": [pair for pair in pairs if pair["it"].state != RepeatState.OFFERED],
            "may_review": request.user.has_perm("ctoc_sessions.review_report", report),
        },
    )


def fetch(request: PersonRequest, pk: int, permission: str) -> Report:
    """The report, for a person who has the permission."""
    report = get_object_or_404(Report.objects.select_related("body__parent", "session"), pk=pk)
    require(request, permission, report)
    return report


@require_http_methods(["POST"])
@login_required
def look(request: PersonRequest, pk: int) -> HttpResponse:
    """The proposals are compared again, as they were corrected since; what was decided stays decided."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    found = superseding.find_repeats(report)
    done = ngettext("%(number)d more was found.", "%(number)d more were found.", found) % {"number": found}
    messages.success(request, done if found else _("Nothing more was found."))
    return redirect("mandates:repeats", pk)


@require_http_methods(["POST"])
@login_required
def decide(request: PersonRequest, pk: int, repeat: int, name: str) -> HttpResponse:
    """The pair is linked, superseded, ignored, or to be decided again."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    pair = get_object_or_404(pairs_of(report), pk=repeat)
    acts = {
        "link": (superseding.link, _("%(later)s follows from %(earlier)s.")),
        "supersede": (superseding.supersede, _("%(earlier)s is superseded by %(later)s.")),
        "ignore": (superseding.ignore, _("%(later)s and %(earlier)s are not shown side by side again.")),
        "undo": (superseding.undo, _("%(later)s and %(earlier)s are to be decided again.")),
    }
    if name not in acts:
        raise Http404
    do, done = acts[name]
    back = f"{reverse('mandates:repeats', args=[report.pk])}#r{pair.pk}"
    if request.GET.get("from") == "review":
        back = f"{report.get_absolute_url()}?decision={pair.later.paragraph.decision_id}#repeats"
    said = {"later": str(pair.later), "earlier": str(pair.earlier)}
    return act_at_once(request, lambda: do(pair, by=request.user), done=done % said, back=back)


def related_of(mandate: Any, user: Any) -> list[dict[str, Any]]:
    """What the mandate follows from or is followed by, supersedes or is superseded by, as far as the person sees it."""
    pairs = Repeat.objects.filter(Q(later=mandate) | Q(earlier=mandate), state__in=DECIDED)
    keys = {pair.earlier_id if pair.later_id == mandate.pk else pair.later_id: pair for pair in pairs}
    by_paragraph = Q(superseded_by=mandate.paragraph_id)
    others = Mandate.objects.visible_to(user).filter(Q(pk__in=keys) | by_paragraph).exclude(status__in=UNCONFIRMED)
    found = []
    for other in others.for_rows():
        pair = keys.get(other.pk)
        if other.superseded_by_id == mandate.paragraph_id:
            how = _("Supersedes")
        elif pair and pair.state == RepeatState.SUPERSEDES and pair.earlier_id == mandate.pk:
            how = _("Superseded by")
        elif pair and pair.later_id == mandate.pk:
            how = _("Follows from")
        else:
            how = _("Followed by")
        found.append({"how": how, "other": other})
    return found
