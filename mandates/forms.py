"""What a person fills in about a mandate. Each form carries what was seen, so that nobody overwrites what they did not see."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ctoctrack.accounts.models import Unit, UnitMembership, User
from mandates.enums import EvidenceKind, Ledger, Status, WaitingFor
from mandates.models import Mandate
from mandates.models.release import LEVELS
from mandates.transitions import Transition
from sessions.actions.paths import slug_of
from sessions.models import Body, Paragraph, Session

WORDS = {
    "reason": (_("Why"), _("It stands in the history.")),
    "outcome": (_("What was done"), _("In a sentence or two; the secretariat may release it.")),
    "note": (_("What you saw"), _("On what you verified it.")),
    "left": (_("What is left to do"), ""),
}


class TransitionForm(forms.Form):
    """What a transition needs: words, evidence, or the paragraph of a later decision; and the status that was seen."""

    def __init__(self, *args: Any, mandate: Mandate, transition: Transition, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{transition.name}-%s")
        kwargs.setdefault("initial", {"was": mandate.status})
        super().__init__(*args, **kwargs)
        self.mandate, self.transition = mandate, transition
        self.fields["was"] = forms.CharField(widget=forms.HiddenInput, required=False)
        for need in transition.needs:
            if need in WORDS:
                label, hint = WORDS[need]
                self.fields["words"] = forms.CharField(
                    label=label, help_text=hint, widget=forms.Textarea(attrs={"rows": 3})
                )
            elif need == "authority":
                self.fields["authority"] = forms.CharField(
                    label=_("Paragraph of the later decision"), help_text=_("As it is cited, for example 5/1 (b).")
                )
            elif need == "evidence":
                proofs = (EvidenceKind.SYMBOL, EvidenceKind.FILE)
                has_some = mandate.evidence.filter(kind__in=proofs).exists()
                hint = (
                    _("There is evidence already; add more if there is more.")
                    if has_some
                    else _("The symbol of a document, or a file below. A link alone is none.")
                )
                self.fields["symbol"] = forms.CharField(
                    label=_("Document symbol"), required=False, max_length=80, help_text=hint
                )
                self.fields["file"] = forms.FileField(
                    label=_("File"), required=False, help_text=_("Word, PDF, text or picture, up to 20 MB.")
                )
        if "words" in self.fields:
            self.order_fields(["words"])

    def clean_authority(self) -> Paragraph:
        """The paragraph that was cited, of a decision of the same conference that is not this one."""
        cited = self.cleaned_data["authority"].strip()
        number, _space, label = cited.partition(" ")
        root = self.mandate.body.root
        found = (
            Paragraph.objects.filter(
                Q(decision__body=root) | Q(decision__body__parent=root),
                Q(decision__number__iexact=number) | Q(decision__slug__iexact=slug_of(number)),
                label__iexact=label.strip().replace(" ", ""),
            )
            .exclude(decision=self.mandate.paragraph.decision_id)
            .select_related("decision")
            .first()
        )
        if found is None:
            raise forms.ValidationError(
                _("No other decision here has a paragraph “%(cited)s”. Import its report first, or check the number."),
                params={"cited": cited},
            )
        return found


class AssignForm(forms.Form):
    """Owner and unit in one choice, since a person can work in several units; and who contributes."""

    owner = forms.ChoiceField(label=_("Owner"), required=False)
    contributors = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Contributors"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They get its reminders and may add updates and evidence."),
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, on: dt.date, units: QuerySet, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial",
            {
                "owner": f"{mandate.owner_id or ''}-{mandate.unit_id or ''}",
                "was": mandate.owner_id or "",
                "contributors": [row.user_id for row in mandate.contributors.all()],
            },
        )
        super().__init__(*args, **kwargs)
        self.members = list(
            UnitMembership.objects.current(on)
            .filter(unit__in=units, user__is_active=True)
            .select_related("user", "unit")
        )
        choices: dict[str, list[tuple[str, str]]] = {}
        for unit in units:
            choices[str(unit)] = [(f"-{unit.pk}", _("%(unit)s, nobody yet") % {"unit": unit})]
        for member in self.members:
            choices[str(member.unit)].append((f"{member.user_id}-{member.unit_id}", str(member.user)))
        self.fields["owner"].choices = [("-", _("Nobody")), *choices.items()]
        people = {member.user_id for member in self.members}
        self.fields["contributors"].queryset = User.objects.filter(pk__in=people).order_by("name")

    def clean_owner(self) -> tuple[User | None, Unit | None]:
        person, _hyphen, unit = self.cleaned_data["owner"].partition("-")
        return (
            User.objects.filter(pk=person).first() if person else None,
            Unit.objects.filter(pk=unit).first() if unit else None,
        )

    def clean_was(self) -> int | None:
        value = self.cleaned_data["was"]
        return int(value) if value.isdecimal() else None


class UpdateForm(forms.Form):
    """How it goes, in words."""

    text = forms.CharField(
        label=_("How it goes"),
        help_text=_("Internal, until the secretariat releases a line of it. Reminders are silent for a week."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EvidenceForm(forms.Form):
    """One piece of evidence."""

    symbol = forms.CharField(label=_("Document symbol"), required=False, max_length=80)
    file = forms.FileField(label=_("File"), required=False, help_text=_("Word, PDF, text or picture, up to 20 MB."))
    url = forms.URLField(
        label=_("Link"), required=False, assume_scheme="https", help_text=_("Helps a reader, but proves nothing.")
    )
    title = forms.CharField(label=_("What it is"), required=False, max_length=300)


class WaitingForm(forms.Form):
    """What is waited for from elsewhere."""

    waiting_for = forms.ChoiceField(label=_("Waiting for"), choices=WaitingFor.choices, required=False)
    basis = forms.CharField(
        label=_("On what basis, for resources"),
        required=False,
        max_length=300,
        help_text=_("The clause of the paragraph, a statement read before adoption, or the approved budget."),
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)


class TargetForm(forms.Form):
    """The Secretariat's own day."""

    target = forms.DateField(
        label=_("Target"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=_("Why it moves"), widget=forms.Textarea(attrs={"rows": 2}))
    was = forms.DateField(widget=forms.HiddenInput, required=False)


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class ConfirmForm(forms.Form):
    """The ledger of a proposal, where the addressee does not tell it rightly."""

    ledger = forms.ChoiceField(label=_("Ledger"), choices=Ledger.choices)


class GroupForm(forms.Form):
    """The group that follows a decision."""

    group = forms.ModelChoiceField(
        Body.objects.none(), label=_("Group that follows it"), required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, groups: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups


class ReleaseRowForm(forms.Form):
    """One mandate of a release: whether it goes out, its line, and whether its status does."""

    chosen = forms.BooleanField(label=_("Release this"), required=False)
    line = forms.CharField(label=_("Line"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    with_status = forms.BooleanField(label=_("With the status"), required=False)
    seen_status = forms.ChoiceField(widget=forms.HiddenInput, required=False, choices=[("", ""), *Status.choices])
    update = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("chosen") and not data.get("line", "").strip() and not data.get("with_status"):
            raise forms.ValidationError(_("Write a line, or release the status."))
        return data


class LevelForm(forms.Form):
    """Who shall read it."""

    level = forms.ChoiceField(
        label=pgettext_lazy("release", "Who shall read it"), choices=LEVELS, initial="delegations",
        widget=forms.RadioSelect,
    )  # fmt: skip


class SessionForm(forms.ModelForm):
    """A session or meeting that is new to the calendar, dated or not."""

    class Meta:
        model = Session
        fields = ["body", "kind", "ordinal", "part", "name", "slug", "place", "starts_on", "ends_on"]
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}),
            "ends_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, bodies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies
