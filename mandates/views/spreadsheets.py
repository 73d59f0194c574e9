"""A spreadsheet of existing mandates: uploaded, looked at, and imported by the person's word."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from ctoctrack.lib.spreadsheets import Unreadable
from ctoctrack.lib.spreadsheets.wording import sentence
from mandates.actions.facts import Refused
from mandates.actions.importing import agree, plan_of, receive_spreadsheet
from mandates.enums import SpreadsheetState
from mandates.forms.spreadsheet import SpreadsheetForm
from mandates.models import Spreadsheet
from mandates.table.columns import Column
from mandates.views.acting import posted
from sessions.models import Body

SHOWN = 200  # rows of each kind that the page names; the file has the others
UNDERWAY = (SpreadsheetState.WAITING, SpreadsheetState.IMPORTING)


def fetch(request: PersonRequest, pk: int) -> Spreadsheet:
    """The spreadsheet, for whoever keeps its body."""
    found = get_object_or_404(Spreadsheet.objects.select_related("body__parent", "uploaded_by", "agreed_by"), pk=pk)
    require(request, "mandates.view_spreadsheet", found)
    return found


@require_http_methods(["GET", "POST"])
@login_required
def new(request: PersonRequest) -> HttpResponse:
    """A spreadsheet is uploaded; the next page says what it would change."""
    bodies = Body.objects.kept_by(request.user)
    if not bodies:
        raise Http404
    form = SpreadsheetForm(*posted(request), bodies=bodies)
    if form.is_valid():
        data = form.cleaned_data
        try:
            return redirect(
                receive_spreadsheet(
                    data["body"], data["file"].name, form.content(), by=request.user, sheet=data["sheet"]
                )
            )
        except Refused as refused:
            form.add_error("file", str(refused))
    recent = Spreadsheet.objects.filter(body__in=bodies.values("pk")).select_related("body", "uploaded_by")[:20]
    page = {"form": form, "columns": list(Column), "recent": recent}
    return render(request, "mandates/spreadsheet_new.html", page, status=400 if form.errors else 200)


@require_safe
@login_required
def spreadsheet(request: PersonRequest, pk: int) -> HttpResponse:
    """What the spreadsheet would make and change, or everything that is wrong with it; once imported, how it went."""
    found = fetch(request, pk)
    if found.state in UNDERWAY:
        response = render(request, "mandates/spreadsheet_waiting.html", {"it": found, "body": found.body})
        response.headers["Refresh"] = "3"  # works without script; the page says so
        return response
    page: dict[str, Any] = {"it": found, "body": found.body, "shown": SHOWN}
    if found.state == SpreadsheetState.IMPORTED:
        return render(request, "mandates/spreadsheet.html", page)
    try:
        plan = plan_of(found, request.user)
    except Unreadable as error:
        page["unreadable"] = sentence(error.code, error.params)
    else:
        page |= {
            "plan": plan,
            "digest": plan.digest(),
            "problems": plan.problems[:SHOWN],
            "new": plan.new[:SHOWN],
            "changed": plan.changed[:SHOWN],
        }
    return render(request, "mandates/spreadsheet.html", page)


@require_http_methods(["POST"])
@login_required
def import_it(request: PersonRequest, pk: int) -> HttpResponse:
    """What the page showed is to be done."""
    found = fetch(request, pk)
    require(request, "mandates.import_spreadsheet", found)
    try:
        agree(found, request.POST.get("digest", "")[:64], by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The import has begun."))
    return redirect(found)
