"""The list of mandates, and the quick search that goes straight to what was cited."""

import re

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from mandates.filters import MandateFilter, sort
from mandates.models import Mandate
from mandates.numbers import kept
from mandates.views import documents
from sessions.models import Decision, Paragraph

PAGE = 50
SEEN = ("body", "paragraph__decision", "group", "owner", "unit")  # no more: planning a join takes longer than making it
UNSEEN = ("search_released", "search_internal", "spans", "references", "doubt", "due_reason")  # wide, and in no row


@require_safe
@login_required
def mandates(request: PersonRequest) -> HttpResponse:
    """The confirmed mandates that the person sees, as the query string narrows and sorts them."""
    user, on = request.user, dates.today()
    visible = Mandate.objects.visible_to(user).confirmed()
    filtered = MandateFilter(request.GET, visible, request=request)
    narrowed = filtered.qs
    asked = sorted((name, request.GET[name]) for name in filtered.filters if request.GET.get(name))

    def count() -> tuple[int, int]:
        every = visible.order_by().count()
        return (narrowed.order_by().count() if asked else every), every

    found, every = kept("list", user, on, count, asked)
    rows = sort(narrowed, request.GET.get("sort", "")).select_related(*SEEN).defer(*UNSEEN)
    paginator = Paginator(rows, PAGE)
    paginator.count = found
    page = paginator.get_page(request.GET.get("page"))
    return render(
        request,
        "mandates/list.html",
        {
            "form": filtered.form,
            "page": page,
            "all": every,
            "sort": "due",
            "has_groups": any(mandate.group_id for mandate in page),
        },
    )


def cited(request: PersonRequest, words: str) -> str | None:
    """The address of what the words cite: a mandate ("4-1-i-1"), a paragraph ("4/1 (i)") or a decision ("4/1")."""
    visible = Mandate.objects.visible_to(request.user).confirmed()
    found = visible.filter(reference__iexact=words).select_related("body").order_by("-body").first()
    if found:
        return found.get_absolute_url()
    match = re.fullmatch(r"(?P<number>[^\s()]*\d[^\s()]*)\s*(?P<label>(?:\([^()]+\)\s*)*)(?P<nth>\d{1,2})?", words)
    if not match:
        return None
    number = re.sub(r"[-–]", "/", match["number"])
    label = re.sub(r"\s", "", match["label"])
    decisions = Decision.objects.filter(paragraphs__mandates__in=Mandate.objects.visible_to(request.user))
    decisions = decisions.filter(number__iexact=match["number"]) | decisions.filter(number__iexact=number)
    decision = decisions.select_related("body").order_by("-position").first()
    if decision is None:
        return None
    if not label:
        return decision.get_absolute_url()
    paragraph = (
        Paragraph.objects.filter(decision=decision, label__iexact=label).select_related("decision__body").first()
    )
    if paragraph is None:
        return decision.get_absolute_url()
    of_paragraph = list(visible.filter(paragraph=paragraph).select_related("body").order_by("number"))
    nth = int(match["nth"]) if match["nth"] else None
    chosen = [m for m in of_paragraph if m.number == nth] if nth else of_paragraph
    return chosen[0].get_absolute_url() if len(chosen) == 1 else paragraph.get_absolute_url()


@require_safe
@login_required
def search(request: PersonRequest) -> HttpResponse:
    """Straight to what was cited, else the list of what holds the words."""
    words = " ".join(request.GET.get("q", "").split())[:200]
    if words and (address := cited(request, words) or documents.address_of(request, words)):
        return redirect(address)
    return redirect(f"{reverse('mandates:list')}?{urlencode({'q': words})}" if words else reverse("mandates:list"))
