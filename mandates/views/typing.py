"""Decisions typed or pasted by hand: what is read of them is shown before it is stored."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ctoctrack.accounts.requests import PersonRequest
from mandates.forms.typing import TypingForm
from mandates.proposals import proposals
from mandates.views.acting import show_what_is_there
from sessions.actions.receiving import Refused
from sessions.actions.typing import known, look, receive_typed
from sessions.enums import DecisionKind, ParagraphKind
from sessions.models import Body
from sessions.reading import Reading

KINDS = dict(ParagraphKind.choices)
DECISION_KINDS = dict(DecisionKind.choices)


def preview_of(text: Reading) -> dict[str, Any]:
    """What was read, as the page shows it: decisions, paragraphs with labels and kinds, requests in them."""
    read = proposals(text)
    for decision in read["decisions"]:
        decision["kind_word"] = DECISION_KINDS[decision["kind"]]
        for paragraph in decision["paragraphs"]:
            paragraph["kind_word"] = KINDS.get(paragraph["kind"], paragraph["kind"])
    paragraphs = [each for decision in read["decisions"] for each in decision["paragraphs"]]
    return read | {"requests": sum(len(each["mandates"]) for each in paragraphs), "paragraphs": len(paragraphs)}


@require_http_methods(["GET", "POST"])
@login_required
def type_decision(request: PersonRequest) -> HttpResponse:
    """Words are looked at, corrected, and stored as a report that waits for its review."""
    bodies = Body.objects.kept_by(request.user)
    if not bodies:
        raise Http404
    form = TypingForm(request.POST or None, bodies=bodies)
    page: dict[str, Any] = {"form": form}
    if form.is_valid():
        mark = form.mark()
        try:
            if "store" in request.POST and form.cleaned_data["seen"] == mark:
                return redirect(receive_typed(form.typed(), by=request.user))
            text = look(form.typed())
        except Refused as refused:
            form.add_error("text", str(refused))
        else:
            page |= {"read": preview_of(text), "there": known(form.typed(), text)}
            if "store" in request.POST:
                messages.info(
                    request, _("The words changed since they were looked at. This is what is read of them now.")
                )
            if not page["there"]:
                show_what_is_there(form, {"seen": mark})
    status = 400 if form.errors or page.get("there") else 200
    return render(request, "mandates/type_decision.html", page, status=status)
