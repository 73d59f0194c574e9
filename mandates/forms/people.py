"""Handing over what somebody has."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ctoctrack.accounts.models import UnitMembership, User


class HandOverForm(forms.Form):
    """To whom, and why; `seen` are the keys of the mandates that the page showed."""

    to = forms.ModelChoiceField(
        User.objects.none(), label=_("To"), required=False, empty_label=_("Nobody yet: it stands as unassigned")
    )
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, person: User, on: dt.date, seen: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {"seen": ",".join(map(str, seen))}})
        working = UnitMembership.objects.current(on).values("user")
        people = User.objects.filter(pk__in=working, is_active=True).exclude(pk=person.pk)
        self.fields["to"].queryset = people.order_by("name")  # type: ignore[attr-defined]

    def clean_seen(self) -> set[int]:
        keys = [key for key in self.cleaned_data["seen"].split(",") if key]
        if not all(key.isdecimal() for key in keys):
            raise ValidationError(_("Open the page again."))
        return {int(key) for key in keys}
