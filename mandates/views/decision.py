"""A decision as adopted, with what became of each paragraph in the margin."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ctoctrack.lib import dates
from mandates import wording
from mandates.enums import Ledger, Status
from mandates.models import Mandate
from mandates.querysets import MandateQuerySet
from mandates.views.marks import anchor, marks_of
from sessions.models import Decision, Paragraph

KINDS = {"decisions": "decision", "resolutions": "resolution"}


def fetch(body: str, kinds: str, slug: str) -> Decision:
    """The decision or resolution of that body and number."""
    decisions = Decision.objects.select_related("body__parent", "session", "group", "report")
    return get_object_or_404(decisions, body__slug=body, kind=KINDS[kinds], slug=slug)


def rows_of(
    paragraphs: list[Paragraph], mandates: list[Mandate], show: str, on: dt.date, language: str = "en"
) -> list[dict[str, Any]]:
    """Each paragraph with its marks and its mandates, as `show` narrows them; an item brings its chapeau with it.

    The words are those in `language`, else in English; marks stand in the English ones, which were read.
    """
    kept = {
        "follow-up": lambda m: True,
        "late": lambda m: m.days_late(on) or m.days_overdue(on),
        "secretariat": lambda m: m.ledger == Ledger.SECRETARIAT,
        "states": lambda m: m.ledger == Ledger.STATES,
    }.get(show)
    by_paragraph: dict[int, list[Mandate]] = {}
    for mandate in mandates:
        if kept is None or kept(mandate):
            by_paragraph.setdefault(mandate.paragraph_id, []).append(mandate)
    shown = {key for p in paragraphs if p.pk in by_paragraph for key in (p.pk, p.chapeau_id)}
    english = {paragraph.pk for paragraph in paragraphs if paragraph.words_in(language) == paragraph.words}
    return [
        {
            "paragraph": paragraph,
            "words": paragraph.words_in(language),
            "marks": marks_of(
                mandates if paragraph.kind == "chapeau" else by_paragraph.get(paragraph.pk, []), paragraph
            )
            if paragraph.pk in english
            else [],
            "in_another": paragraph.pk in english and language != "en",
            "mandates": [_entry(mandate, on) for mandate in by_paragraph.get(paragraph.pk, [])],
            "anchor": anchor(paragraph),
        }
        for paragraph in paragraphs
        if kept is None or paragraph.pk in shown
    ]


def of_paragraphs(visible: MandateQuerySet, paragraphs: list[Paragraph], decision: Decision) -> list[Mandate]:
    """The mandates of the decision; what is here already, body and paragraph, is not fetched again with each."""
    by_key = {paragraph.pk: paragraph for paragraph in paragraphs}
    mandates = list(visible.filter(paragraph__decision=decision).select_related("owner", "unit"))
    for mandate in mandates:
        mandate.body, mandate.paragraph = decision.body, by_key[mandate.paragraph_id]
    return mandates


def _entry(mandate: Mandate, on: dt.date) -> dict[str, Any]:
    return {
        "it": mandate,
        "reason": wording.due_sentence(mandate.due_reason),
        "is_late": mandate.days_late(on),
        "is_overdue": mandate.days_overdue(on),
    }


@require_safe
def decision(request: HttpRequest, body: str, kinds: str, slug: str, path: str = "") -> HttpResponse:
    """The adopted text with its margin; for those who see no mandate of the body, its page of progress instead."""
    found = fetch(body, kinds, slug)
    is_internal = request.user.has_perm("ctoc_sessions.view_decision", found)
    # Who reads the body internally sees all that it asked; of others each mandate has to be looked at.
    visible = Mandate.objects.confirmed() if is_internal else Mandate.objects.visible_to(request.user).confirmed()
    if not is_internal and not visible.filter(body=found.body).exists():
        return elsewhere(request, found, path)
    paragraphs = list(found.paragraphs.prefetch_related("texts"))
    for paragraph in paragraphs:
        paragraph.decision = found
    if path:
        place = next((anchor(paragraph) for paragraph in paragraphs if paragraph.path == path), None)
        if place is None:
            raise Http404
        return redirect(f"{found.get_absolute_url()}#{place}")
    on = dates.today()
    languages = languages_of(paragraphs)
    language = chosen_language(request.GET.get("text", ""), languages)
    mandates = of_paragraphs(visible, paragraphs, found)
    show = request.GET.get("show", "")
    return render(
        request,
        "mandates/decision.html",
        {
            "decision": found,
            "body": found.body,
            "rows": rows_of(paragraphs, mandates, show, on, language),
            "filters": filters(show),
            "languages": in_languages(languages, language, show),
            "became": became(found) if found.is_draft and is_internal else None,
            "numbers": {
                "all": len(mandates),
                "open": sum(mandate.is_open for mandate in mandates),
                "implemented": sum(mandate.status == Status.IMPLEMENTED for mandate in mandates),
                "overdue": sum(bool(mandate.days_overdue(on)) for mandate in mandates),
            },
            "paragraphs": len(paragraphs),
            "neighbours": neighbours(found),
            "is_internal": is_internal,
        },
    )


def languages_of(paragraphs: list[Paragraph]) -> list[str]:
    """The languages in which words of these were imported, in the order in which the body's are listed."""
    found = {text.language for paragraph in paragraphs for text in paragraph.texts.all()}
    return [code for code, _name in settings.TEXT_LANGUAGES if code in found]


def chosen_language(asked: str, languages: list[str]) -> str:
    """The language that was asked for, else the reader's own, where the text was imported in it; else English."""
    return next((code for code in (asked, get_language() or "") if code in languages), "en")


def in_languages(languages: list[str], chosen: str, show: str) -> list[dict[str, Any]]:
    """The languages of the text as chips, each by its own name; none where there is but one."""
    keep = f"&show={show}" if show else ""
    names = dict(settings.TEXT_LANGUAGES)
    return [
        {"label": names[code], "language": code, "url": f"?text={code}{keep}", "current": code == chosen}
        for code in (languages if len(languages) > 1 else [])
    ]


def became(draft: Decision) -> Decision | None:
    """What came of the draft, by a person's word."""
    confirmed = draft.successors.filter(answer="taken").select_related("decision__body").first()
    return confirmed.decision if confirmed else None


def elsewhere(request: HttpRequest, found: Decision, path: str) -> HttpResponse:
    """The page of progress for who may read it; else nothing is there, nor where the paragraph is none."""
    if not request.user.has_perm("ctoc_sessions.read_progress_decision", found):
        raise Http404
    paragraph = get_object_or_404(found.paragraphs, path=path) if path else None
    address = reverse("mandates:progress-decision", args=[found.body.slug, f"{found.kind}s", found.slug])
    return redirect(f"{address}#{anchor(paragraph)}" if paragraph else address)


def filters(show: str) -> list[dict[str, Any]]:
    """Which paragraphs are shown, as chips."""
    labels = {
        "": _("All paragraphs"),
        "follow-up": _("With follow-up"),
        "late": _("Late"),
        "secretariat": _("Secretariat"),
        "states": _("States and others"),
    }
    chosen = show if show in labels else ""
    return [
        {"label": label, "url": f"?show={key}" if key else "?", "current": key == chosen}
        for key, label in labels.items()
    ]


def neighbours(decision: Decision) -> dict[str, Decision | None]:
    """The decisions before and after it at the same session, in one query however many were adopted there."""
    others = Decision.objects.filter(body=decision.body, session=decision.session, version=decision.version)
    place = Q(position=decision.position)
    before = others.filter(Q(position__lt=decision.position) | (place & Q(pk__lt=decision.pk)))
    after = others.filter(Q(position__gt=decision.position) | (place & Q(pk__gt=decision.pk)))
    beside = Q(pk=Subquery(before.order_by("-position", "-pk").values("pk")[:1]))
    beside |= Q(pk=Subquery(after.order_by("position", "pk").values("pk")[:1]))
    found: dict[str, Decision | None] = {"before": None, "after": None}
    for other in Decision.objects.filter(beside).select_related("body"):
        is_before = (other.position, other.pk) < (decision.position, decision.pk)
        found["before" if is_before else "after"] = other
    return found
