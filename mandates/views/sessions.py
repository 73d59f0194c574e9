"""The calendar of sessions and meetings, one of them, and a new one."""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from mandates.actions.scheduling import add_session
from mandates.enums import Ledger
from mandates.forms.session import SessionForm
from mandates.models import Mandate
from mandates.scheduling import document_chain
from mandates.views.acting import posted
from mandates.views.moves import days_reported, moved_from, moves_of
from sessions.enums import Answer, AttendedAs, DocumentClass, SessionKind
from sessions.models import Body, Concordance, Document, Session
from sessions.rules import can_read_internally


@require_safe
@login_required
def sessions(request: PersonRequest) -> HttpResponse:
    """What is to come, and what was, of the bodies that the person reads internally."""
    on = dates.today()
    bodies = Body.objects.internal_to(request.user)
    if not bodies.exists():
        raise Http404
    of_bodies = Session.objects.filter(body__in=bodies.values("pk")).select_related("body")
    return render(
        request,
        "mandates/sessions.html",
        {
            "coming": of_bodies.coming(on),
            "past": of_bodies.past(on),
            "cancelled": of_bodies.filter(is_cancelled=True),
            "may_add": Body.objects.kept_by(request.user).exists(),
        },
    )


@require_safe
@login_required
def session(request: PersonRequest, slug: str) -> HttpResponse:
    """One session: when it is, what is due there, what it adopted, its documents and agenda."""
    found = get_object_or_404(Session.objects.select_related("body__parent"), slug=slug)
    if not can_read_internally(request.user, found):
        raise Http404
    mandates = Mandate.objects.visible_to(request.user).confirmed().filter(deadline_session=found)
    due = list(mandates.for_rows().by_what_is_due_first())
    decisions = decisions_of(found)
    opens_on = found.starts_on if found.is_dated and found.kind == SessionKind.ORDINARY else None
    return render(
        request,
        "mandates/session.html",
        {
            "session": found,
            "body": found.body,
            "due_open": [mandate for mandate in due if mandate.is_open],
            "due_states": [mandate for mandate in due if mandate.ledger == Ledger.STATES],
            "due_closed": [mandate for mandate in due if not mandate.is_open and mandate.ledger != Ledger.STATES],
            "adopted": [decision for decision in decisions if not decision.is_draft],
            "drafts": [decision for decision in decisions if decision.is_draft and not decision.has_become],
            "may_move": request.user.has_perm("ctoc_sessions.change_session", found),
            "moves": moves_of(found),
            "moved_from": moved_from(found),
            "reported": days_reported(found),
            "documents": documents_of(found),
            "agenda": found.agenda_items.order_by("status", "position", "number"),
            "attendance": attendance_of(found),
            "chain": document_chain(opens_on, settings.DOCUMENT_CHAIN_WEEKS) if opens_on else None,
        },
    )


def decisions_of(session: Session) -> QuerySet[Any]:
    """With the number of their `requests`; `has_become`: a draft of which a person said what it became."""
    successors = Concordance.objects.filter(draft=OuterRef("pk"), answer=Answer.TAKEN)
    confirmed = Q(paragraphs__mandates__ledger__isnull=False)
    return (
        session.decisions.select_related("body", "group")
        .annotate(requests=Count("paragraphs__mandates", filter=confirmed), has_become=Exists(successors))
        .order_by("position")
    )


def documents_of(session: Session) -> list[Document]:
    """The documents before the session by class, in the order in which the classes come; of each by symbol."""
    classes = DocumentClass.values
    rows = Document.objects.filter(Q(session=session) | Q(also_before=session)).distinct()
    return sorted(rows, key=lambda each: (classes.index(each.document_class), in_order(each.symbol)))


def in_order(symbol: str) -> list[tuple[int, str]]:
    """A key by which "2008/2" comes before "2008/10"."""
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", symbol)]


def attendance_of(session: Session) -> list[dict[str, Any]]:
    """Who took part, in the order of the report: a label and the names of each capacity."""
    names: dict[str, list[str]] = {}
    for each in session.attendance.all():
        names.setdefault(each.attended_as, []).append(each.name)
    return [{"label": AttendedAs(key).label, "names": of} for key, of in names.items()]


@require_http_methods(["GET", "POST"])
@login_required
def new_session(request: PersonRequest) -> HttpResponse:
    """A session is added to the calendar; mandates that awaited it get their day."""
    bodies = Body.objects.kept_by(request.user)
    if not bodies.exists():
        raise Http404
    form = SessionForm(*posted(request), bodies=bodies)
    if form.is_valid():
        found = add_session(form.save(commit=False), by=request.user)
        messages.success(request, _("The session is in the calendar."))
        return redirect(found)
    context = {"form": form, "title": _("New session or meeting"), "button": _("Add to the calendar")}
    context["back"] = reverse("mandates:sessions")
    return render(request, "mandates/act.html", context, status=400 if form.errors else 200)
