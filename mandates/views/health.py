"""Whether ctoctrack answers, can work, and tells people what they are owed."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ctoctrack.lib import dates
from mandates import rules
from mandates.models import Mandate
from mandates.notices import alarm, outbox, runs


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked. For a supervisor that restarts what does not answer."""
    return JsonResponse({"live": True})


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Administrators read a page. Everybody else gets JSON without details: 200, or 503 where somebody has to look.

    `ready`: the database answers. `alarm`: no run of the reminders has ended for a day; administrators have been
    written to.
    """
    try:
        silence = alarm.watch()
        is_administrator = request.user.is_authenticated and rules.view_health(request.user)
    except DatabaseError:
        return JsonResponse({"live": True, "ready": False, "alarm": False}, status=503)
    if is_administrator and request.accepts("text/html"):
        return page(request, silence)
    answer = {"live": True, "ready": True, "alarm": silence is not None}
    return JsonResponse(answer, status=503 if silence else 200)


def page(request: HttpRequest, silence: alarm.Silence | None) -> HttpResponse:
    """What an administrator has to know to keep it running."""
    return render(
        request,
        "mandates/health.html",
        {
            "silence": silence,
            "hours": silence.hours(dates.machine_now()) if silence else 0,
            "last_run": runs.last_run(),
            "runs": runs.recent(),
            "counts": outbox.counts(outbox.messages_for(request.user)),
            "database": connection.vendor,
            "due": Mandate.objects.with_notice_due(dates.today()).count(),
            "mail_server": getattr(settings, "EMAIL_FILE_PATH", None) or f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}",
        },
    )
