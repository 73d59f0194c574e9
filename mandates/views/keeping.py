"""Who keeps a mandate, what it waits for, and the Secretariat's own day."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ctoctrack.accounts.models import Unit
from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.accounts.rules import headed_by
from ctoctrack.lib import dates
from ctoctrack.lib.permissions import require
from mandates.actions import assigning, scheduling
from mandates.forms.keeping import AssignForm, TargetForm, WaitingForm
from mandates.models import Mandate
from mandates.views.acting import act, posted
from mandates.views.detail import fetch
from sessions.rules import is_secretariat


@require_http_methods(["GET", "POST"])
@login_required
def assign(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """Owner, unit and contributors are chosen; a head of unit chooses among the people of the unit."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.assign_mandate", mandate)
    units = Unit.objects.all()
    if not is_secretariat(request.user, mandate):
        units = units.filter(pk__in=headed_by(request.user))
    form = AssignForm(*posted(request), mandate=mandate, on=dates.today(), units=units)

    def do(data: dict[str, Any]) -> None:
        owner, unit = data["owner"]
        with transaction.atomic():
            if (owner, unit) != (mandate.owner, mandate.unit):
                assigning.assign(mandate, owner, unit, by=request.user, was=data["was"])
            assigning.set_contributors(mandate, list(data["contributors"]), by=request.user)

    return act(
        request,
        form,
        do,
        done=_("The mandate was assigned."),
        back=mandate,
        title=_("Owner and contributors"),
        seen=lambda: {"was": Mandate.objects.values_list("owner", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Assign")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def waiting(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """What the mandate waits for is said, or that it waits no longer."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.move_mandate", mandate)
    form = WaitingForm(*posted(request), mandate=mandate, says_resources=is_secretariat(request.user, mandate))
    return act(
        request,
        form,
        lambda data: assigning.set_waiting(
            mandate,
            data["waiting_for"],
            by=request.user,
            was=data["was"],
            basis=data.get("basis", mandate.waiting_basis),
        ),
        done=_("Saved what the mandate waits for."),
        back=mandate,
        title=_("Waiting for"),
        seen=lambda: {"was": Mandate.objects.values_list("waiting_for", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Save")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def target(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """The Secretariat's own day is moved, with a reason."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.set_target_mandate", mandate)
    form = TargetForm(*posted(request), initial={"target": mandate.target_on, "was": mandate.target_on})
    return act(
        request,
        form,
        lambda data: scheduling.move_target(
            mandate, data["target"], by=request.user, reason=data["reason"], was=data["was"]
        ),
        done=_("The target was moved."),
        back=mandate,
        title=_("Target"),
        seen=lambda: {"was": Mandate.objects.values_list("target_on", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Move the target")},
    )
