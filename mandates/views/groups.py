"""The bodies, and the dashboard of one of them."""

import datetime as dt

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ctoctrack.lib import dates
from mandates import dashboards
from mandates.models import Mandate
from mandates.views.history import together
from sessions.models import Body
from sessions.querysets import of_bodies


def readable_bodies(request: HttpRequest):
    """Bodies that the person reads internally, or in which a mandate stands that they see."""
    visible = Mandate.objects.visible_to(request.user).values("body")
    internal = Body.objects.internal_to(request.user).values("pk")
    return Body.objects.filter(of_bodies("", visible)) | Body.objects.filter(pk__in=internal)


@require_safe
@login_required
def groups(request: HttpRequest) -> HttpResponse:
    """Every body with its five numbers."""
    bodies = readable_bodies(request).conferences()
    if not bodies.exists():
        return redirect("mandates:progress")
    rows = dashboards.group_rows(request.user, dates.today(), bodies)
    return render(request, "mandates/groups.html", {"rows": rows})


@require_safe
@login_required
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: who it is, its numbers, what is due first, the way to the next session, load, changes."""
    body = get_object_or_404(Body.objects.select_related("parent"), slug=slug)
    if not readable_bodies(request).filter(pk=body.pk).exists():
        if body.parent_id and Body.objects.progress_visible_to(request.user).filter(pk=body.pk).exists():
            return redirect("mandates:progress-group", body.root.slug, body.slug)
        if Body.objects.progress_visible_to(request.user).filter(pk=body.pk).exists():
            return redirect("mandates:progress-body", body.slug)
        raise Http404
    on = dates.today()
    visible = Mandate.objects.visible_to(request.user).confirmed()
    is_group = body.parent_id is not None
    mandates = visible.of_group(body) if is_group else visible.filter(body=body)
    session = dashboards.next_session(body, on)
    asked, others = mandates.asked_of(body), mandates.exclude(asked_body=body)
    where = {"group": body.pk} if is_group else {"body": body.pk}
    return render(
        request,
        "mandates/group.html",
        {
            "body": body,
            "session": session,
            "meeting": body.sessions.coming(on).first() if is_group else None,
            "figures": dashboards.figures(mandates.five_numbers(on, session and session.starts_on), session, **where),
            "bar": dashboards.bar_parts(mandates, **where),
            "all": mandates.count(),
            "asked": asked.open().for_rows().by_what_is_due_first(),
            "others": others.open().for_rows().by_what_is_due_first()[:25],
            "others_count": others.open().count(),
            "of_states": others.asked_of_states().count(),
            "list_url": dashboards.list_address(state="open", **where),
            "states_url": dashboards.list_address(ledger="states", **where),
            "way": dashboards.way_to_session(body, mandates, session, on),
            "load": dashboards.load_per_owner(mandates, on),
            "changes": in_words(
                dashboards.recent_changes(mandates, dates.start_of(on - dt.timedelta(days=14)), most=100), most=8
            ),
            "stale": mandates.stale(on).for_rows().order_by("touched_on")[:10],
            "groups": body.groups.all(),
        },
    )
