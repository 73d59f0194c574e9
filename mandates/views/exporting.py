"""The list of mandates as a spreadsheet, in the form that can be imported again."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from ctoctrack.lib.spreadsheets import csv_pieces, xlsx_pieces
from mandates.filters import MandateFilter, sort
from mandates.models import Mandate
from mandates.table.cells import rows_of
from mandates.table.columns import WIDTHS, Column

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@login_required
def export(request: PersonRequest, form: str) -> StreamingHttpResponse:
    """The mandates that the person sees, as the query string narrows and sorts them, row by row."""
    visible = Mandate.objects.visible_to(request.user).confirmed()
    if form not in TYPES or not visible.exists():
        raise Http404
    filtered = MandateFilter(request.GET, visible, request=request)
    rows = rows_of(sort(filtered.qs, request.GET.get("sort", "reference")))
    if form == "csv":
        pieces = csv_pieces(rows)
    else:
        pieces = xlsx_pieces(rows, title=_("Mandates"), widths=[WIDTHS.get(column, 14) for column in Column])
    name = f"mandates-{dates.today():%Y-%m-%d}.{form}"
    return StreamingHttpResponse(
        pieces, content_type=TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
