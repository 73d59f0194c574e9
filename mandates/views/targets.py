"""Wishes for another target: asked, answered, taken back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates.actions import targets
from mandates.enums import Answer
from mandates.forms.keeping import TargetAnswerForm, TargetWishForm
from mandates.models import Mandate, TargetRequest
from mandates.views.acting import act, act_at_once, posted
from mandates.views.detail import fetch


def wish_of(mandate: Mandate, pk: int) -> TargetRequest:
    """The wish, be it answered already: whoever is second is told so."""
    wish = mandate.target_requests.select_related("by").filter(pk=pk).first()
    if wish is None:
        raise Http404
    wish.mandate = mandate
    return wish


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """The owner, or who acts for the owner, asks for another target."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.ask_target_mandate", mandate)
    return act(
        request,
        TargetWishForm(*posted(request)),
        lambda data: targets.ask_target(mandate, data["target"], by=request.user, reason=data["reason"]),
        done=_("The secretariat was asked for another target."),
        back=mandate,
        title=_("Ask for another target"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Ask for it")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: PersonRequest, body: str, reference: str, pk: int) -> HttpResponse:
    """The secretariat grants the wish, and the target moves; or refuses it with a reason."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.set_target_mandate", mandate)
    wish = wish_of(mandate, pk)

    def do(data: dict[str, Any]) -> None:
        decide = targets.grant_target if data["answer"] == Answer.GRANTED else targets.refuse_target
        decide(wish, by=request.user, reason=data["reason"])

    return act(
        request,
        TargetAnswerForm(*posted(request)),
        do,
        done=_("The wish for another target is answered."),
        back=mandate,
        title=_("Answer a wish for another target"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Answer"), "wish": wish},
    )


@require_POST
@login_required
def take_back(request: PersonRequest, body: str, reference: str, pk: int) -> HttpResponse:
    """The wish is withdrawn by who asked, or by who could ask."""
    mandate = fetch(request, body, reference)
    wish = wish_of(mandate, pk)
    if wish.by_id != request.user.pk:
        require(request, "mandates.ask_target_mandate", mandate)
    return act_at_once(
        request,
        lambda: targets.take_back_target(wish, by=request.user),
        done=_("The wish for another target was taken back."),
        back=mandate,
    )
