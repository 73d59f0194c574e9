"""Who has how many open mandates, and the hand-over of all that somebody has."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.models import UnitMembership, User
from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from mandates.actions.handing_over import hand_over, to_hand_over
from mandates.enums import ChangeKind
from mandates.forms.people import HandOverForm
from mandates.models import Mandate
from mandates.views.acting import act, posted
from sessions.rules import is_secretariat

ASSIGNMENTS = (ChangeKind.OWNER, ChangeKind.CONTRIBUTOR)


def _secretariat_alone(request: PersonRequest) -> None:
    if not is_secretariat(request.user):
        raise Http404


@require_safe
@login_required
def people(request: PersonRequest) -> HttpResponse:
    """Everybody with open mandates of the bodies that the person keeps; those who have left come first."""
    _secretariat_alone(request)
    kept = Mandate.objects.kept_by(request.user).open().order_by().values("pk")
    in_a_unit = UnitMembership.objects.current(dates.today()).filter(user=OuterRef("pk"))
    found = (
        User.objects.annotate(
            owns=Count("owned", filter=Q(owned__in=kept), distinct=True),
            helps=Count("contributions", filter=Q(contributions__mandate__in=kept), distinct=True),
            is_here=Exists(in_a_unit),
        )
        .filter(Q(owns__gt=0) | Q(helps__gt=0))
        .order_by("is_active", "is_here", "name", "pk")
    )
    return render(request, "mandates/people.html", {"people": found})


@require_http_methods(["GET", "POST"])
@login_required
def handing_over(request: PersonRequest, pk: int) -> HttpResponse:
    """All open mandates of somebody are shown, and pass to another person, or to nobody yet."""
    _secretariat_alone(request)
    person = get_object_or_404(User, pk=pk)
    owned, contributed = to_hand_over(person, request.user)
    mandates = list(owned.for_rows().by_what_is_due_first())
    helped = list(contributed.for_rows().by_what_is_due_first())
    if not mandates and not helped:
        had = Mandate.objects.kept_by(request.user).filter(changes__old=pk, changes__kind__in=ASSIGNMENTS)
        if not had.exists():
            raise Http404
        messages.error(request, _("%(person)s has no open mandate any more.") % {"person": person})
        return redirect("mandates:people")
    seen = sorted({mandate.pk for mandate in (*mandates, *helped)})

    def do(data: dict[str, Any]) -> None:
        hand_over(person, data["to"], by=request.user, reason=data["reason"], seen=data["seen"])

    return act(
        request,
        HandOverForm(*posted(request), person=person, on=dates.today(), seen=seen),
        do,
        done=_("Everything was handed over."),
        back="mandates:people",
        title=_("Hand over what %(person)s has") % {"person": person},
        seen=lambda: {"seen": ",".join(map(str, seen))},
        template="mandates/hand_over.html",
        context={"person": person, "mandates": mandates, "helped": helped, "button": _("Hand over")},
    )
