"""What was sent, to whom, what is stuck, and when the last run was."""

from typing import Any

from django.contrib import messages as said
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ctoctrack.lib import dates
from ctoctrack.lib.jobs import enqueue
from mandates import rules
from mandates.enums import MessageState
from mandates.notices import alarm, runs
from mandates.notices import outbox as pipeline

PAGE = 50
STUCK = "stuck"


@require_safe
@login_required
def outbox(request: HttpRequest) -> HttpResponse:
    """The messages whose envelope the person may see, of one state or all; the subject where they may read it."""
    visible = _visible(request)
    counts = pipeline.counts(visible)
    state = request.GET.get("state", "")
    if state == STUCK:
        chosen = visible.stuck(dates.machine_now())
    elif state in MessageState.values:
        chosen = visible.filter(state=state)
    else:
        chosen, state = visible, ""
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "mandates/outbox.html",
        {
            "page": page,
            "readable": pipeline.readable(request.user, page.object_list),
            "chips": _chips(counts, state),
            "counts": counts,
            "last_run": runs.last_run(),
            "silence": alarm.watch(),
            "without_mail": pipeline.owners_without_mail(request.user),
        },
    )


def _chips(counts: dict[str, int], current: str) -> list[dict[str, Any]]:
    """The states as chips with their numbers; those in which nothing stands are left out."""
    choices = [("", _("All"), counts["all"]), (STUCK, _("stuck"), counts["stuck"])]
    choices += [(state.value, str(state.label), counts[state.value]) for state in MessageState]
    return [
        {"label": label, "value": number, "url": f"?state={value}" if value else "?", "current": value == current}
        for value, label, number in choices
        if number or value == current
    ]


@require_safe
@login_required
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One message: its envelope and what became of it; its words for those who keep the body it is about."""
    found = _fetch(request, pk)
    return render(
        request,
        "mandates/message.html",
        {
            "message": found,
            "is_readable": found.pk in pipeline.readable(request.user, [found]),
            "may_decide": pipeline.may_decide(request.user, found),
        },
    )


@require_POST
@login_required
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """A refused message waits to be sent again."""
    found = _fetch_to_decide(request, pk)
    if pipeline.resend(found, by=request.user):
        enqueue("mandates.deliver_mail")
        said.success(request, _("The message waits to be sent again."))
    else:
        said.error(request, _("Only a refused message can be sent again; look what became of it."))
    return redirect("mandates:message", pk)


@require_POST
@login_required
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """A person has said whether a doubtful message arrived (`arrived` yes or no); one that did not is sent again."""
    found = _fetch_to_decide(request, pk)
    arrived = request.POST.get("arrived")
    if arrived not in {"yes", "no"}:
        said.error(request, _("Say whether the message arrived."))
    elif not pipeline.settle(found, arrived=arrived == "yes", by=request.user):
        said.error(request, _("Only a doubtful message can be settled; look what became of it."))
    elif arrived == "yes":
        said.success(request, _("The message counts as sent."))
    else:
        enqueue("mandates.deliver_mail")
        said.success(request, _("The message waits to be sent again."))
    return redirect("mandates:message", pk)


def _visible(request: HttpRequest) -> Any:
    if not rules.view_outbox.test(request.user):
        raise Http404
    return pipeline.messages_for(request.user)


def _fetch(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(_visible(request).select_related("settled_by"), pk=pk)


def _fetch_to_decide(request: HttpRequest, pk: int) -> Any:
    found = _fetch(request, pk)
    if not pipeline.may_decide(request.user, found):
        raise Http404
    return found
