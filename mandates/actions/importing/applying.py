"""The spreadsheet comes in, a person agrees to what it would change, and all of it is done, or nothing."""

import datetime as dt
import uuid
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import override

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.files import NO_ROOM, store
from ctoctrack.lib.jobs import enqueue
from ctoctrack.lib.spreadsheets import MAX_BYTES, Unreadable
from ctoctrack.lib.spreadsheets.wording import sentence
from mandates.actions.facts import Conflict, Refused
from mandates.actions.importing.making import Maker
from mandates.actions.importing.plan import Plan, plan_of
from mandates.actions.importing.standing import chunks
from mandates.actions.importing.writing import change, reason_of
from mandates.enums import SpreadsheetState
from mandates.models import Spreadsheet
from sessions.models import Body

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
STUCK = dt.timedelta(minutes=30)  # longer than a job may take


def receive_spreadsheet(
    body: Body, name: str, content: bytes, *, by: User, sheet: str = "", at: dt.datetime | None = None
) -> Spreadsheet:
    """The file is stored and can be looked at; nothing of it is imported. Raises Refused."""
    name = PurePath(name).name[:255]
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise Refused(_("“%(name)s” is no CSV or Excel file. Save the table as .xlsx or .csv.") % {"name": name})
    if not content:
        raise Refused(sentence("file_empty", {}))
    if len(content) > MAX_BYTES:
        raise Refused(sentence("file_too_large", {"limit_mb": MAX_BYTES // 2**20}))
    spreadsheet = Spreadsheet(
        body=body,
        original_name=name,
        sheet=sheet,
        uploaded_by=by,
        uploaded_at=at or dates.now(),
        state_since=dates.machine_now(),
    )
    try:
        store(spreadsheet.file, f"{uuid.uuid4().hex}{PurePath(name).suffix.lower()}", content)
    except OSError as error:
        raise Refused(str(NO_ROOM)) from error
    spreadsheet.save()
    return spreadsheet


def _move(spreadsheet: Spreadsheet, old: SpreadsheetState, new: SpreadsheetState, **columns: Any) -> bool:
    """Was it ours to move? Only one of several gets it."""
    columns |= {"state": new, "state_since": dates.machine_now()}
    moved = Spreadsheet.objects.filter(pk=spreadsheet.pk, state=old).update(**columns)
    for name, value in columns.items():
        setattr(spreadsheet, name, value)
    return moved == 1


@transaction.atomic
def agree(spreadsheet: Spreadsheet, digest: str, *, by: User) -> None:
    """What the person saw, by its hash, is to be done by a job. Refused where it is on its way, or done, already."""
    waiting = SpreadsheetState.WAITING
    if not _move(spreadsheet, SpreadsheetState.CHECKED, waiting, agreed=digest, agreed_by=by, outcome=None):
        raise Refused(_("This was asked for already."))
    enqueue("mandates.import_spreadsheet", spreadsheet.pk)


def import_spreadsheet(spreadsheet: Spreadsheet, *, at: dt.datetime | None = None) -> bool:
    """All that was agreed to is done, or nothing and `outcome` says why; False where somebody else does it.

    Where something changed since the person looked, nothing is done. An error undoes all of it and is the caller's.
    """
    by = spreadsheet.agreed_by
    if by is None or not _move(spreadsheet, SpreadsheetState.WAITING, SpreadsheetState.IMPORTING):
        return False
    state, outcome = SpreadsheetState.CHECKED, {"code": "failed"}
    try:
        with override(by.language), transaction.atomic():
            plan = plan_of(spreadsheet, by)
            if plan.digest() != spreadsheet.agreed or not plan.is_good:
                outcome = {"code": "changed_since"}
            else:
                write(plan, by=by, at=at or dates.now(), source=spreadsheet.original_name)
                state, outcome = SpreadsheetState.IMPORTED, _numbers(plan)
    except Conflict:
        outcome = {"code": "changed_since"}
    except (Refused, Unreadable) as refused:
        outcome = {"code": "refused", "sentence": str(refused)}
    finally:
        _move(spreadsheet, SpreadsheetState.IMPORTING, state, outcome=outcome)
    return True


def _numbers(plan: Plan) -> dict[str, Any]:
    return {"code": "done", "made": len(plan.new), "changed": len(plan.changed), "unchanged": plan.unchanged}


@transaction.atomic
def write(plan: Plan, *, by: User, at: dt.datetime, source: str) -> None:
    """The plan is done, row by row, by the actions that a person would use. A refusal names its row."""
    reasons = {step.row: reason_of(step, source) for step in plan.steps}
    Maker(by, at).make(plan.new, reasons)
    for part in chunks(plan.steps):
        prefetch_related_objects([step.mandate for step in part], "addressees", "paragraph__texts")
        for step in part:
            try:
                change(step, reasons[step.row], by=by, at=at)
            except Conflict:
                raise
            except Refused as refused:
                words = _("Row %(row)d: %(sentence)s") % {"row": step.row, "sentence": refused}
                raise Refused(words) from refused


def requeue_stuck(now: dt.datetime) -> list[int]:
    """Imports whose job died wait again; the keys of all that wait. What a dead job did was undone with it."""
    stuck = Spreadsheet.objects.filter(state=SpreadsheetState.IMPORTING, state_since__lt=now - STUCK)
    stuck.update(state=SpreadsheetState.WAITING, state_since=now)
    waiting = Spreadsheet.objects.filter(state=SpreadsheetState.WAITING)
    return list(waiting.order_by("state_since", "pk").values_list("pk", flat=True))
