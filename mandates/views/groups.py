"""The bodies, and the dashboard of one of them."""

import datetime as dt
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from mandates import dashboards
from mandates.models import Mandate
from mandates.views.history import together
from sessions.models import Body
from sessions.querysets import BodyQuerySet, of_bodies
from sessions.rules import can_read_internally

SHOWN = 25  # of what is asked of others; the rest stands in the list


def readable_bodies(request: PersonRequest) -> BodyQuerySet:
    """Bodies that the person reads internally, or in which a mandate stands that they see."""
    visible: Any = Mandate.objects.visible_to(request.user).order_by().values("body")
    internal = Body.objects.internal_to(request.user).values("pk")
    return Body.objects.filter(of_bodies("", visible) | Q(pk__in=internal))


@require_safe
@login_required
def groups(request: PersonRequest) -> HttpResponse:
    """Every body with its five numbers."""
    rows = dashboards.group_rows(request.user, dates.today(), readable_bodies(request).conferences())
    if not rows:
        return redirect("mandates:progress")
    return render(request, "mandates/groups.html", {"rows": rows})


@require_safe
@login_required
def group(request: PersonRequest, slug: str) -> HttpResponse:
    """One body: who it is, its numbers, what is due first, the way to the next session, load, changes."""
    body = get_object_or_404(Body.objects.select_related("parent"), slug=slug)
    is_internal = can_read_internally(request.user, body)
    if not is_internal and not readable_bodies(request).filter(pk=body.pk).exists():
        if not request.user.has_perm("ctoc_sessions.read_progress_body", body):
            raise Http404
        if body.parent_id:
            return redirect("mandates:progress-group", body.root.slug, body.slug)
        return redirect("mandates:progress-body", body.slug)
    on = dates.today()
    visible = Mandate.objects.visible_to(request.user).confirmed()
    is_group = body.parent_id is not None
    mandates = visible.of_group(body) if is_group else visible.filter(body=body)
    where = {"group": body.pk} if is_group else {"body": body.pk}
    session = dashboards.next_session(body, on)
    opened = list(mandates.open().for_rows().by_what_is_due_first())
    asked = [mandate for mandate in opened if mandate.asked_body_id == body.pk]
    others = [mandate for mandate in opened if mandate.asked_body_id != body.pk]
    numbers = mandates.five_numbers(on, session.starts_on if session else None)
    parts = dashboards.bar_parts(mandates, **where)
    since = dates.start_of(on - dt.timedelta(days=14))
    return render(
        request,
        "mandates/group.html",
        {
            "body": body,
            "session": session,
            "meeting": body.sessions.coming(on).first() if is_group else None,
            "figures": dashboards.figures(numbers, session, **where),
            "bar": parts,
            "all": sum(part["number"] for part in parts),
            "asked": asked,
            "others": others[:SHOWN],
            "others_count": len(others),
            "of_states": next((part for part in parts if part["status"] == "ask"), None),
            "list_url": dashboards.list_address(state="open", **where),
            "way": dashboards.way_to_session(body, opened, session, on, with_links=is_internal),
            "load": dashboards.load_per_owner(opened, on),
            "changes": together(dashboards.recent_changes(mandates, since, most=500), most=8),
            "stale": mandates.stale(on).for_rows().order_by("touched_on")[:10],
            "groups": body.groups.all() if not is_group else [],
        },
    )
