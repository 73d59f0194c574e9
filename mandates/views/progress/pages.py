"""The pages under /progress/: what a body decided, and what was released of it. They answer GET and HEAD alone.

What somebody may not read does not exist for them: an unknown body and one that is not theirs get the same answer.
"""

import re
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ctoctrack.lib import dates
from mandates.models import Mandate
from mandates.querysets import ReleaseQuerySet
from mandates.views.progress.reader import Reader, reader_of
from mandates.views.progress.told import (
    anchor,
    by_paragraph,
    decision_address,
    paragraph_address,
    releases_for,
    said,
    status_parts,
    tell,
)
from sessions.enums import TextVersion
from sessions.models import Body, Decision, Paragraph, ParagraphText, Session
from sessions.querysets import of_bodies

NEWEST = 20  # releases on a page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The bodies whose progress the person may read; where it is one, what its own page says."""
    reader = reader_of(request)
    bodies = list(Body.objects.conferences().progress_visible_to(reader.user))
    if not bodies:
        raise Http404
    if len(bodies) == 1:
        return _body_page(request, reader, bodies[0], at_index=True)
    news = _news(_in_force(releases_for(reader))[:NEWEST], reader)
    return render(request, "progress/index.html", {"reader": reader, "bodies": bodies, "news": news})


@require_safe
def body(request: HttpRequest, body: str) -> HttpResponse:
    """One body: what is new, its decisions by session, its groups."""
    reader = reader_of(request)
    return _body_page(request, reader, _conference(reader, body))


def _body_page(request: HttpRequest, reader: Reader, conference: Body, at_index: bool = False) -> HttpResponse:
    last = conference.sessions.ordinary().dated().past(reader.on).first()
    releases = releases_for(reader).filter(of_bodies("mandate__body", {conference.pk}))
    since = releases.filter(released_at__gte=dates.start_of(last.ends_on)) if last and last.ends_on else releases
    page = Paginator(_in_force(since), NEWEST).get_page(request.GET.get("page"))
    context = {
        "reader": reader,
        "body": conference,
        "at_index": at_index,
        "last_session": last,
        "page": page,
        "news": _news(page.object_list, reader),
        "sessions": _by_session(conference, releases, reader),
        "groups": conference.groups.order_by("name"),
    }
    return render(request, "progress/body.html", context)


@require_safe
def decision(request: HttpRequest, body: str, kinds: str, slug: str) -> HttpResponse:
    """The adopted text, and beside each paragraph what was released of it."""
    reader = reader_of(request)
    adopted = get_object_or_404(
        Decision.objects.exclude(version=TextVersion.DRAFT).select_related("body__parent", "session"),
        body__in=Body.objects.progress_visible_to(reader.user),
        body__slug=body,
        kind=kinds.removesuffix("s"),
        slug=slug,
    )
    told = by_paragraph(tell(Mandate.objects.filter(paragraph__decision=adopted), reader))
    paragraphs, languages = _paragraphs(adopted), set()
    for paragraph in paragraphs:
        paragraph["told"] = [of for of in told[paragraph["key"]] if not of.is_silent]
        languages |= {paragraph["words"].language} if paragraph["words"] else set()
    for paragraph in paragraphs:  # of a text in the reader's language, what is not
        words = paragraph["words"]
        is_another = words and get_language() in languages - {words.language}
        paragraph["in_another"] = words.get_language_display() if is_another else ""
    context = {
        "reader": reader,
        "body": adopted.body.root,
        "decision": adopted,
        "paragraphs": paragraphs,
        "in_another_language": bool(languages) and get_language() not in languages,
    }
    return render(request, "progress/decision.html", context)


@require_safe
def group(request: HttpRequest, body: str, slug: str) -> HttpResponse:
    """One group: who it is, when it meets, what it was asked, and what others were asked in its field."""
    reader = reader_of(request)
    conference = _conference(reader, body)
    of = get_object_or_404(conference.groups, slug=slug)
    meetings = of.sessions.coming(reader.on)
    asked_of, in_field = (
        sorted(tell(mandates, reader), key=lambda told: (told.released_on is None, -_ordinal(told.released_on)))
        for mandates in (Mandate.objects.asked_of(of), Mandate.objects.in_field_of(of))
    )
    context = {
        "reader": reader,
        "body": conference,
        "group": of,
        "meeting": meetings.first(),
        "asked_of": asked_of,
        "asked_of_parts": status_parts(asked_of),
        "in_field": in_field,
        "in_field_parts": status_parts(in_field),
    }
    return render(request, "progress/group.html", context)


def _ordinal(day: Any) -> int:
    return day.toordinal() if day else 0


@require_safe
def asked(request: HttpRequest, body: str) -> HttpResponse:
    """What States and others were asked: what is to be sent in by a day stands apart from what is addressed to them."""
    reader = reader_of(request)
    conference = _conference(reader, body)
    told = tell(Mandate.objects.asked_of_states().filter(of_bodies("body", {conference.pk})), reader)
    dated = sorted(((of.due_on, of) for of in told if of.due_on), key=lambda row: row[0])
    context = {
        "reader": reader,
        "body": conference,
        "to_come": [of for day, of in dated if day >= reader.on],
        "past": [of for day, of in dated if day < reader.on],
        "addressed": [of for of in told if not of.due_on],
    }
    return render(request, "progress/asked.html", context)


def _conference(reader: Reader, slug: str) -> Body:
    found: Body = get_object_or_404(Body.objects.conferences().progress_visible_to(reader.user), slug=slug)
    return found


def _in_force(releases: ReleaseQuerySet) -> ReleaseQuerySet:
    return releases.in_force().select_related("mandate__paragraph__decision__body__parent")


def _news(releases: Any, reader: Reader) -> list[dict[str, Any]]:
    """Releases in force, each with what it is about: its words, its day, its paragraph."""
    return [
        {
            "said": said(release),
            "is_status_alone": not release.text,
            "name": release.mandate.name,
            "words": release.mandate.adopted_line,
            "url": paragraph_address(release.mandate.paragraph, reader.keep),
            "body": release.mandate.paragraph.decision.body.root,
        }
        for release in releases
    ]


def _by_session(conference: Body, releases: ReleaseQuerySet, reader: Reader) -> list[dict[str, Any]]:
    """The sessions, the latest first, with their decisions and how many lines were released of each."""
    counted = releases.in_force().exclude(text="").order_by().values("mandate__paragraph__decision")
    counts = {
        row["mandate__paragraph__decision"]: row
        for row in counted.annotate(lines=Count("pk"), latest=Max("released_at"))
    }
    decisions = Decision.objects.filter(of_bodies("body", {conference.pk})).exclude(version=TextVersion.DRAFT)
    decisions = decisions.select_related("session", "body")
    found: dict[Session | None, list[dict[str, Any]]] = {}
    for adopted in decisions.order_by("position", "pk"):
        count = counts.get(adopted.pk, {"lines": 0, "latest": None})
        found.setdefault(adopted.session, []).append(
            {
                "decision": adopted,
                "url": decision_address(adopted, reader.keep),
                "lines": count["lines"],
                "latest": dates.day_of(count["latest"]) if count["latest"] else None,
            }
        )
    rows = [{"session": session, "decisions": rows} for session, rows in found.items()]
    return sorted(rows, key=lambda row: _ordinal(row["session"] and row["session"].starts_on), reverse=True)


def _paragraphs(adopted: Decision) -> list[dict[str, Any]]:
    """The paragraphs in their order with the words to show: the reader's language, else English, never a draft's."""
    texts = ParagraphText.objects.exclude(version=TextVersion.DRAFT).order_by("-pk")
    rows, part, language = [], "", get_language()
    for paragraph in adopted.paragraphs.prefetch_related(Prefetch("texts", texts)).order_by("position"):
        words = sorted(paragraph.texts.all(), key=lambda text: (text.language != language, text.language != "en"))
        rows.append(
            {
                "key": paragraph.pk,
                "anchor": anchor(paragraph),
                "label": _printed(paragraph),
                "is_item": paragraph.chapeau_id is not None,
                "part": paragraph.part if paragraph.part != part else "",
                "words": words[0] if words else None,
                "is_gone": paragraph.vanished_in_id is not None,
            }
        )
        part = paragraph.part
    return rows


def _printed(paragraph: Paragraph) -> str:
    """The label as it is printed: of the path "(o)(i)", "(i)"."""
    pieces: list[str] = re.findall(r"\([^)]*\)|[^()]+", paragraph.label)
    return pieces[-1] if pieces else paragraph.label
