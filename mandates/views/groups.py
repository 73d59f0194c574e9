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
from mandates import dashboards, numbers
from mandates.models import Mandate
from mandates.views.history import together
from sessions.models import Body, Session
from sessions.querysets import BodyQuerySet, of_bodies
from sessions.rules import can_read_internally

RECENT = 50  # changes that are looked at to show what was done alike as one


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
    on, user = dates.today(), request.user
    # Who reads the conference internally sees all that it asked; of others each mandate has to be looked at.
    visible = Mandate.objects.confirmed()
    if not can_read_internally(user, body.root):
        visible = visible.visible_to(user)
    is_group = body.parent_id is not None
    mandates = visible.of_group(body) if is_group else visible.filter(body=body)
    where = {"group": body.pk} if is_group else {"body": body.pk}
    meetings = list(Session.objects.filter(body__in={body.pk, body.root.pk}).coming(on).select_related("body"))
    session = next((s for s in meetings if s.body_id == body.root.pk and s.kind == "ordinary" and s.is_dated), None)
    own = [meeting for meeting in meetings if meeting.body_id == body.pk]
    opens_on = session.starts_on if session else None
    standing = numbers.kept("group", user, on, lambda: numbers.standing(mandates, body, on, session), body.pk, opens_on)
    by_key = numbers.by_key({*standing.asked, *standing.others, *standing.stale})
    parts = dashboards.bar_parts(standing.statuses, **where)
    since = dates.start_of(on - dt.timedelta(days=14))
    return render(
        request,
        "mandates/group.html",
        {
            "body": body,
            "session": session,
            "meeting": own[0] if own and is_group else None,
            "figures": dashboards.figures(standing.numbers, session, **where),
            "bar": parts,
            "all": sum(part["number"] for part in parts),
            "asked": [by_key[key] for key in standing.asked if key in by_key],
            "asked_count": standing.asked_count,
            "others": [by_key[key] for key in standing.others if key in by_key],
            "others_count": standing.numbers["open"] - standing.asked_count,
            "of_states": next((part for part in parts if part["status"] == "ask"), None),
            "list_url": dashboards.list_address(state="open", **where),
            "way": dashboards.way_to_session(own, standing.due, session, on, with_links=is_internal),
            "load": standing.load,
            "changes": together(dashboards.recent_changes(mandates, since, most=RECENT), most=8),
            "stale": [by_key[key] for key in standing.stale if key in by_key],
            "groups": body.groups.all() if not is_group else [],
        },
    )
