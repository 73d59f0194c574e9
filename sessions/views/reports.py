"""The list of imported reports, and the upload of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from sessions.actions.receiving import Refused, receive_report
from sessions.forms import ReportForm
from sessions.models import Body, Report


@require_safe
@login_required
def reports(request: PersonRequest) -> HttpResponse:
    """The reports of the bodies that the person reads internally, the latest first."""
    bodies = Body.objects.internal_to(request.user)
    if not bodies.exists():
        raise Http404
    proposed = Q(decisions__paragraphs__mandates__status="proposed")  # by name: this app knows no mandates
    rows = (
        Report.objects.filter(body__in=bodies.values("pk"))
        .select_related("body", "session", "uploaded_by")
        .annotate(left=Count("decisions__paragraphs__mandates", filter=proposed))
    )
    may_upload = Body.objects.conferences().kept_by(request.user).exists()
    return render(request, "sessions/reports.html", {"reports": rows, "may_upload": may_upload})


@require_http_methods(["GET", "POST"])
@login_required
def new_report(request: PersonRequest) -> HttpResponse:
    """A report is uploaded; the reading starts at once and the review page shows how far it is."""
    bodies = Body.objects.conferences().kept_by(request.user)
    if not bodies:
        raise Http404
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReportForm(*posted, bodies=bodies)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            report, is_new = receive_report(form.cleaned_data["body"], file.name, file.read(), by=request.user)
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            if not is_new:
                messages.info(request, _("This file was imported before: here is its review. Nothing was changed."))
            return redirect(report)
    return render(request, "sessions/report_new.html", {"form": form}, status=400 if form.errors else 200)
