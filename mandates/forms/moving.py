"""Other days for a session of the calendar."""

import contextlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from mandates.actions.moving import Days, days_of
from sessions.models import Session


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MoveForm(forms.Form):
    """The days that a session is to have, and why. What the person saw goes along, so that whoever is second is told.

    An address can propose days: of a move back, or of a report that says others.
    """

    starts_on = forms.DateField(label=_("Opens on"), required=False, widget=day_input())
    ends_on = forms.DateField(
        label=_("Closes on"), required=False, widget=day_input(), help_text=_("Without days it is not dated yet.")
    )
    is_cancelled = forms.BooleanField(label=_("It is cancelled"), required=False)
    reason = forms.CharField(label=_("Why"), max_length=300, help_text=_("Everybody whose days move is told."))
    was_starts_on = forms.DateField(required=False, widget=forms.HiddenInput)
    was_ends_on = forms.DateField(required=False, widget=forms.HiddenInput)
    was_cancelled = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, session: Session, proposed: Any = None, **kwargs: Any) -> None:
        there = days_of(session)
        initial: dict[str, Any] = {**there._asdict(), **seen_days(there)}
        initial |= _proposed(proposed or {})
        super().__init__(*args, **kwargs | {"initial": initial})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if (bool(first) != bool(last) or (first and last and last < first)) and not self.errors:
            self.add_error("ends_on", _("Give both days, the last not before the first, or neither."))
        data["was"] = Days(data.get("was_starts_on"), data.get("was_ends_on"), bool(data.get("was_cancelled")))
        return data


def seen_days(days: Days) -> dict[str, Any]:
    """The hidden fields that hold what is there."""
    return {"was_starts_on": days.starts_on, "was_ends_on": days.ends_on, "was_cancelled": days.is_cancelled or ""}


def _proposed(query: Mapping[str, str]) -> dict[str, Any]:
    """The days that an address proposes; "none" stands for no day, and what is no day proposes nothing."""
    found: dict[str, Any] = {}
    for name in ("starts_on", "ends_on"):
        with contextlib.suppress(ValueError):
            if query.get(name) == "none" or parse_date(query.get(name, "")):
                found[name] = parse_date(query[name])
    if query.get("is_cancelled") in {"yes", "no"}:
        found["is_cancelled"] = query["is_cancelled"] == "yes"
    return found
