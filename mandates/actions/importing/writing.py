"""Makes each mandate as its row wants it, change by change, by the actions that a person would use."""

import datetime as dt
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from mandates.actions.assigning import assign
from mandates.actions.correcting import correct, seen_of
from mandates.actions.facts import claim, record, touch
from mandates.actions.importing.plan import Step
from mandates.actions.status import Given, change_status
from mandates.actions.updating import add_evidence, add_update
from mandates.enums import ChangeKind


def reason_of(step: Step, source: str) -> str:
    """Where a change comes from, for the history; `source` is the name of the file."""
    return _("From the spreadsheet “%(name)s”, row %(row)d.") % {"name": source, "row": step.row}


def change(step: Step, reason: str, *, by: User, at: dt.datetime) -> None:
    """The mandate is as the row wants it. Refused, or Conflict, where that cannot be."""
    mandate, wanted = step.mandate, step.wanted
    if step.new is None and wanted.reading:
        correct(mandate, wanted.reading, by=by, seen=seen_of(mandate), reason=reason, at=at)
    if step.new is None and wanted.resources is not None:
        note_resources(mandate, wanted.resources, by=by, at=at, reason=reason)
    if wanted.owner is not None and wanted.owner != (mandate.owner, mandate.unit):
        assign(mandate, *wanted.owner, by=by, was=mandate.owner_id, reason=reason, at=at)
    for symbol in wanted.symbols:
        add_evidence(mandate, by=by, symbol=symbol, at=at)
    says_outcome = any("outcome" in transition.needs for transition in wanted.steps)
    if wanted.update and not says_outcome:  # else the status writes it
        add_update(mandate, wanted.update, by=by, language=get_language() or "en", at=at)
    for transition in wanted.steps:
        words = wanted.words if {"outcome", "note", "left"} & set(transition.needs) else reason
        given = Given(words=words, authority=wanted.authority)
        change_status(mandate, transition.name, by=by, was=mandate.status, given=given, at=at)


def note_resources(mandate: Any, text: str, *, by: User, at: dt.datetime, reason: str = "") -> None:
    """What the office notes of resources is `text`, internal; recorded as a correction."""
    old = mandate.resources
    if text == old:
        return
    claim(mandate, {"resources": old}, resources=text)
    told: dict[str, Any] = {"did": "noted", "fields": ["resources"]}
    told |= {"was": {"resources": old}, "now": {"resources": text}}
    record(mandate, ChangeKind.TEXT, by=by, at=at, old=old[:200], new=text[:200], reason=reason, **told)
    touch(mandate, at)
