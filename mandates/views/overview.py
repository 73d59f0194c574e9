"""The first page: what needs the signed-in person today."""

import datetime as dt

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.rules import is_administrator, units_of
from ctoctrack.lib import dates
from mandates import dashboards
from mandates.enums import Status
from mandates.models import Mandate
from mandates.notices import alarm, outbox
from mandates.views.history import together
from sessions.models import Body, Session
from sessions.rules import is_auditor, is_secretariat


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Secretariat and auditors: the overview; officers: their mandates; everybody else: progress, or the sign-in."""
    user = request.user
    if not user.is_authenticated:
        return redirect("accounts:sign-in")
    if is_secretariat(user) or is_auditor(user):
        return _secretariat(request)
    if units_of(user) or Mandate.objects.visible_to(user).exists():
        return mine(request)
    return redirect("mandates:health" if is_administrator(user) else "mandates:progress")


def _secretariat(request: HttpRequest) -> HttpResponse:
    on = dates.today()
    bodies = Body.objects.conferences().internal_to(request.user)
    mandates = Mandate.objects.visible_to(request.user).confirmed()
    since = dates.start_of(on - dt.timedelta(days=1))
    return render(
        request,
        "mandates/overview.html",
        {
            "to_do": dashboards.to_do(request.user, on),
            "rows": dashboards.group_rows(request.user, on, bodies),
            "sessions": Session.objects.coming(on).filter(body__in=bodies.values("pk")).select_related("body")
            | Session.objects.coming(on).filter(body__parent__in=bodies.values("pk")).select_related("body"),
            "changes": together(dashboards.recent_changes(mandates, since, most=200), most=12),
            "alarm": alarm.silence(dates.machine_now()),
            "stuck": outbox.stuck_count(request.user),
            "body": bodies[0] if len(bodies) == 1 else None,
        },
    )


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """The mandates that the person owns or contributes to: late, this week, later, done in their eyes."""
    on = dates.today()
    own = Mandate.objects.visible_to(request.user).filter(owner=request.user)
    helps = Mandate.objects.visible_to(request.user).open().filter(contributors__user=request.user)
    rows = list(own.open().for_rows().by_what_is_due_first())
    week = on + dt.timedelta(days=7)
    late = [m for m in rows if m.days_late(on) or m.days_overdue(on)]
    done = [m for m in rows if m.status in {Status.REPORTED_DONE, Status.OVERTAKEN}]
    soon = [m for m in rows if m not in late and m not in done and m.next_day and on <= m.next_day <= week]
    rest = [m for m in rows if m not in late and m not in done and m not in soon]
    return render(
        request,
        "mandates/mine.html",
        {
            "late": late,
            "soon": soon,
            "rest": rest,
            "done": done,
            "helps": helps.for_rows().by_what_is_due_first(),
            "closed": own.closed().count(),
        },
    )
