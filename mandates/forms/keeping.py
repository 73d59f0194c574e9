"""Whose a mandate is, what it waits for, and the Secretariat's own day."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ctoctrack.accounts.models import Unit, UnitMembership, User
from mandates.enums import WaitingFor
from mandates.models import Mandate


class AssignForm(forms.Form):
    """Owner and unit in one choice, since a person can work in several units; and who contributes.

    Whoever is there now can stay, also where they are none of the people of `units`.
    """

    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, on: dt.date, units: QuerySet, **kwargs: Any) -> None:
        now = f"{mandate.owner_id or ''}-{mandate.unit_id or ''}"
        contributors = [row.user_id for row in mandate.contributors.all()]
        initial = {"owner": now, "was": mandate.owner_id or "", "contributors": contributors}
        super().__init__(*args, **kwargs | {"initial": initial})
        members = UnitMembership.objects.current(on).filter(unit__in=units, user__is_active=True)
        self.owners: dict[str, tuple[User | None, Unit | None]] = {"-": (None, None)}
        of_unit: dict[int, list[tuple[str, str]]] = {}
        for unit in units:
            self.owners[f"-{unit.pk}"] = (None, unit)
            of_unit[unit.pk] = [(f"-{unit.pk}", _("%(unit)s, nobody yet") % {"unit": unit})]
        for member in members.select_related("user", "unit"):
            key = f"{member.user_id}-{member.unit_id}"
            self.owners[key] = (member.user, member.unit)
            of_unit[member.unit_id].append((key, str(member.user)))
        choices: list[Any] = [("-", _("Nobody"))]
        if now not in self.owners:
            self.owners[now] = (mandate.owner, mandate.unit)
            choices.append((now, _("%(person)s, as it is now") % {"person": mandate.owner or mandate.unit}))
        choices += [(str(unit), of_unit[unit.pk]) for unit in units]
        self.fields["owner"] = forms.ChoiceField(label=_("Owner"), choices=choices)
        people = {person.pk for person, _unit in self.owners.values() if person}
        self.fields["contributors"] = forms.ModelMultipleChoiceField(
            User.objects.filter(pk__in=people | {*contributors}).order_by("name"),
            label=_("Contributors"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They get its reminders and may add updates and evidence."),
        )

    def clean_owner(self) -> tuple[User | None, Unit | None]:
        return self.owners[self.cleaned_data["owner"]]

    def clean_was(self) -> int | None:
        value = self.cleaned_data["was"]
        return int(value) if value.isdecimal() else None


class WaitingForm(forms.Form):
    """What is waited for from elsewhere; "resources" is the secretariat's to say, on a basis."""

    waiting_for = forms.ChoiceField(label=_("Waiting for"), choices=WaitingFor.choices, required=False)
    basis = forms.CharField(
        label=_("On what basis, for resources"),
        required=False,
        max_length=300,
        help_text=_("The clause of the paragraph, a statement read before adoption, or the approved budget."),
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, says_resources: bool, **kwargs: Any) -> None:
        now = mandate.waiting_for
        initial = {"waiting_for": now, "basis": mandate.waiting_basis, "was": now}
        super().__init__(*args, **kwargs | {"initial": initial})
        if not says_resources:
            own = [choice for choice in WaitingFor.choices if choice[0] == now or choice[0] != WaitingFor.RESOURCES]
            self.fields["waiting_for"] = forms.ChoiceField(label=_("Waiting for"), choices=own, required=False)
            del self.fields["basis"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "basis" in self.fields and data.get("waiting_for") == WaitingFor.RESOURCES and not data.get("basis"):
            self.add_error("basis", _("Say on what basis: a clause, a statement or the budget."))
        return data


class TargetForm(forms.Form):
    """The Secretariat's own day."""

    target = forms.DateField(
        label=_("Target"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=_("Why it moves"), widget=forms.Textarea(attrs={"rows": 2}))
    was = forms.DateField(widget=forms.HiddenInput, required=False)


class TargetWishForm(forms.Form):
    """Another target, asked for by who works on the mandate."""

    target = forms.DateField(
        label=_("Target that is asked for"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=_("Why another target is needed"), widget=forms.Textarea(attrs={"rows": 2}))


class TargetAnswerForm(forms.Form):
    """The answer to a wish for another target."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[("granted", _("Grant: the target moves")), ("refused", _("Refuse: the target stays"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A refusal needs it. Who asked reads it in the next digest."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("answer") == "refused" and not data.get("reason"):
            self.add_error("reason", _("Say why not: who asked is told."))
        return data
