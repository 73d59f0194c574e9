"""Other days for a session: asked, shown with all that follows, done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates.actions.facts import NotAllowed, Refused
from mandates.actions.moving import Days, Move, days_of, move_session, preview_move
from mandates.forms.moving import MoveForm, seen_days
from mandates.models import Mandate
from mandates.views.acting import posted, show_what_is_there
from mandates.views.moves import proposing
from mandates.wording import session_days_sentence
from sessions.models import Session
from sessions.rules import can_read_internally


@require_http_methods(["GET", "POST"])
@login_required
def move(request: PersonRequest, slug: str) -> HttpResponse:
    """The days are asked for; then what would follow is shown; confirmed, it is done."""
    session = get_object_or_404(Session.objects.select_related("body__parent"), slug=slug)
    require(request, "ctoc_sessions.change_session", session)
    form = MoveForm(*posted(request), session=session, proposed=request.GET)
    page: dict[str, Any] = {"session": session, "body": session.body, "form": form}
    page["may_read"] = can_read_internally(request.user, session)
    if form.is_valid():
        is_confirmed = "confirm" in request.POST
        moved = attempt(request, session, form, move_session if is_confirmed else preview_move)
        if moved and is_confirmed:
            messages.success(request, done_sentence(moved))
            return redirect(session if page["may_read"] else request.path)
        if moved:
            return render(request, "mandates/session_move_preview.html", page | shown(request, session, form, moved))
    return render(request, "mandates/session_move.html", page, status=400 if form.errors else 200)


def attempt(request: PersonRequest, session: Session, form: MoveForm, do: Callable[..., Move]) -> Move | None:
    """What the move changes; none where it was refused, with the sentence in the form."""
    data = form.cleaned_data
    days = {name: data[name] for name in ("starts_on", "ends_on", "is_cancelled", "was", "reason")}
    try:
        return do(session, by=request.user, **days)
    except NotAllowed as refused:
        form.add_error(None, str(refused))
    except Refused as refused:
        there = Session.objects.get(pk=session.pk)
        if days_of(there) != data["was"]:
            show_what_is_there(form, seen_days(days_of(there)))
        form.add_error(None, str(refused))
    return None


def shown(request: PersonRequest, session: Session, form: MoveForm, moved: Move) -> dict[str, Any]:
    """What the preview says: both days in words, each mandate that the person may open, counts of all."""
    data = form.cleaned_data
    pks = [follower.mandate.pk for follower in moved.followers]
    readable = set(Mandate.objects.visible_to(request.user).filter(pk__in=pks).values_list("pk", flat=True))
    return {
        "move": moved,
        "old": session_days_sentence(*data["was"]),
        "new": session_days_sentence(data["starts_on"], data["ends_on"], data["is_cancelled"]),
        "followers": [follower for follower in moved.followers if follower.mandate.pk in readable],
        "counted": counted(moved),
        "again": proposing(Days(data["starts_on"], data["ends_on"], data["is_cancelled"])),
    }


def counted(moved: Move) -> list[str]:
    """How much moves, a sentence each."""
    requests, owners = len(moved.followers), moved.owners
    sentences = [
        ngettext("%(number)d request gets another day.", "%(number)d requests get another day.", requests)
        % {"number": requests},
        ngettext("%(number)d owner will be told.", "%(number)d owners will be told.", owners) % {"number": owners},
    ]
    if moved.milestones:
        sentences.append(
            ngettext("%(number)d proposed step moves along.", "%(number)d proposed steps move along.", moved.milestones)
            % {"number": moved.milestones}
        )
    if moved.confirmed:
        sentences.append(
            ngettext(
                "%(number)d confirmed slot stays: renegotiate it.",
                "%(number)d confirmed slots stay: renegotiate them.",
                moved.confirmed,
            )
            % {"number": moved.confirmed}
        )
    return sentences


def done_sentence(moved: Move) -> str:
    number = len(moved.followers)
    return (
        _("The calendar has the new days.")
        + " "
        + (
            ngettext("%(number)d request got another day.", "%(number)d requests got another day.", number)
            % {"number": number}
        )
    )
