"""The list of imported reports, and the upload of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from sessions.actions.receiving import receive_report
from sessions.forms import ReportForm
from sessions.models import Body, Report


@require_safe
@login_required
def reports(request: PersonRequest) -> HttpResponse:
    """The reports of the bodies that the person reads internally, the latest first."""
    rows = Report.objects.filter(body__in=Body.objects.internal_to(request.user)).select_related(
        "body", "session", "uploaded_by"
    )
    if not rows and not Body.objects.internal_to(request.user).exists():
        raise Http404
    return render(
        request,
        "sessions/reports.html",
        {"reports": rows, "may_upload": Body.objects.conferences().kept_by(request.user).exists()},
    )


@require_http_methods(["GET", "POST"])
@login_required
def new_report(request: PersonRequest) -> HttpResponse:
    """A report is uploaded; the reading starts at once and the review page shows how far it is."""
    bodies = Body.objects.conferences().kept_by(request.user)
    if not bodies:
        raise Http404
    form = ReportForm(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        report, is_new = receive_report(form.cleaned_data["body"], file.name, file.read(), by=request.user)
        if not is_new:
            messages.info(request, _("This file was imported before: here is its review. Nothing was changed."))
        return redirect(report)
    return render(request, "sessions/report_new.html", {"form": form}, status=400 if form.errors else 200)
