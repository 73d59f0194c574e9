"""The first page: what needs the signed-in person today."""

import datetime as dt
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.accounts.rules import is_administrator, units_of
from ctoctrack.lib import dates
from mandates import dashboards
from mandates.enums import Status
from mandates.models import Mandate
from mandates.notices import alarm, outbox
from mandates.numbers import kept
from mandates.views.history import together
from sessions.models import Body, Session
from sessions.rules import is_auditor, is_secretariat


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Secretariat and auditors: the overview; officers: their mandates; everybody else: progress, or the sign-in."""
    if not request.user.is_authenticated:
        return redirect("accounts:sign-in")
    return first_page(cast(PersonRequest, request))


def first_page(request: PersonRequest) -> HttpResponse:
    user = request.user
    if is_secretariat(user) or is_auditor(user):
        return _secretariat(request)
    if units_of(user) or Mandate.objects.visible_to(user).exists():
        return mine(request)
    return redirect("mandates:health" if is_administrator(user) else "mandates:progress")


def _secretariat(request: PersonRequest) -> HttpResponse:
    user, on = request.user, dates.today()
    sessions = list(Session.objects.coming(on).filter(body__in=Body.objects.internal_to(user)).select_related("body"))
    days = [(session.pk, session.starts_on, session.ends_on) for session in sessions]

    def count() -> tuple[list[dashboards.GroupRow], list[dict[str, Any]]]:
        return dashboards.group_rows(user, on, Body.objects.conferences().internal_to(user)), dashboards.to_do(user, on)

    rows, to_do = kept("overview", user, on, count, days)
    bodies = [row.group for row in rows if row.group.parent_id is None]
    mandates = Mandate.objects.visible_to(user).confirmed()
    since = dates.start_of(on - dt.timedelta(days=1))
    return render(
        request,
        "mandates/overview.html",
        {
            "to_do": to_do,
            "rows": rows,
            "sessions": sessions,
            "changes": together(dashboards.recent_changes(mandates, since, most=100), most=12),
            "alarm": alarm.silence(dates.machine_now()),
            "keeps": is_secretariat(user),
            "stuck": outbox.stuck_count(user),
            "body": bodies[0] if len(bodies) == 1 else None,
        },
    )


@require_safe
@login_required
def mine(request: PersonRequest) -> HttpResponse:
    """The mandates that the person owns or contributes to: late, this week, later, done in their eyes."""
    on = dates.today()
    own = Mandate.objects.visible_to(request.user).filter(owner=request.user)
    helps = Mandate.objects.visible_to(request.user).open().filter(contributors__user=request.user)
    week = on + dt.timedelta(days=7)
    late, soon, rest, done = [], [], [], []
    for mandate in own.open().for_rows().by_what_is_due_first():
        if mandate.status in {Status.REPORTED_DONE, Status.OVERTAKEN}:
            done.append(mandate)
        elif mandate.days_late(on) or mandate.days_overdue(on):
            late.append(mandate)
        elif mandate.next_day and on <= mandate.next_day <= week:
            soon.append(mandate)
        else:
            rest.append(mandate)
    return render(
        request,
        "mandates/mine.html",
        {
            "late": late,
            "soon": soon,
            "rest": rest,
            "done": done,
            "helps": helps.exclude(owner=request.user).for_rows().by_what_is_due_first(),
            "closed": own.closed().count(),
        },
    )
