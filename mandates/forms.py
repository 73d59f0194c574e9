"""What a person fills in about a mandate. Each form carries what was seen: nobody overwrites what they did not see."""

import datetime as dt
import itertools
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ctoctrack.accounts.models import Unit, UnitMembership, User
from mandates.actions.facts import Refused
from mandates.actions.updating import check_file
from mandates.enums import EvidenceKind, Status, WaitingFor
from mandates.models import Mandate
from mandates.models.release import LEVELS
from mandates.transitions import Transition
from sessions.actions.paths import slug_of
from sessions.enums import SessionKind
from sessions.models import Paragraph, Session

WORDS = {
    "reason": (_("Why"), _("It stands in the history.")),
    "outcome": (_("What was done"), _("In a sentence or two; the secretariat may release it.")),
    "note": (_("What you saw"), _("On what you verified it.")),
    "left": (_("What is left to do"), ""),
}


class ProofField(forms.FileField):
    """A file that can be evidence: of a kind that is taken, not too large, and what its name says."""

    default_error_messages = {"empty": _("The file is empty.")}

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file:
            try:
                check_file(file)
            except Refused as refused:
                raise forms.ValidationError(str(refused)) from refused
            file.seek(0)
        return file


def proof() -> ProofField:
    return ProofField(label=_("File"), required=False, help_text=_("Word, PDF, text or picture, up to 20 MB."))


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
                self.has_evidence = mandate.evidence.filter(kind__in=proofs).exists()
                hint = (
                    _("There is evidence already; add more if there is more.")
                    if self.has_evidence
                    else _("The symbol of a document, or a file below. A link alone is none.")
                )
                self.fields["symbol"] = forms.CharField(
                    label=_("Document symbol"), required=False, max_length=80, help_text=hint
                )
                self.fields["file"] = proof()
        if "words" in self.fields:
            self.order_fields(["words"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "symbol" in self.fields and not (self.has_evidence or data.get("symbol") or self.files.get("file")):
            self.add_error("symbol", _("Give evidence: the symbol of a document, or a file. A link alone is none."))
        return data

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
    """Owner and unit in one choice, since a person can work in several units; and who contributes.

    Whoever is there now can stay, also where they are none of the people of `units`.
    """

    owner = forms.ChoiceField(label=_("Owner"))
    contributors = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Contributors"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They get its reminders and may add updates and evidence."),
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, on: dt.date, units: QuerySet, **kwargs: Any) -> None:
        now = f"{mandate.owner_id or ''}-{mandate.unit_id or ''}"
        contributors = [row.user_id for row in mandate.contributors.all()]
        initial = {"owner": now, "was": mandate.owner_id or "", "contributors": contributors}
        super().__init__(*args, initial=initial, **kwargs)
        members = UnitMembership.objects.current(on).filter(unit__in=units, user__is_active=True)
        self.owners: dict[str, tuple[User | None, Unit | None]] = {"-": (None, None)}
        choices = []
        for unit in units:
            self.owners[f"-{unit.pk}"] = (None, unit)
            choices.append((str(unit), [(f"-{unit.pk}", _("%(unit)s, nobody yet") % {"unit": unit})]))
        for member in members.select_related("user", "unit"):
            key = f"{member.user_id}-{member.unit_id}"
            self.owners[key] = (member.user, member.unit)
            next(people for unit, people in choices if unit == str(member.unit)).append((key, str(member.user)))
        if now not in self.owners:
            self.owners[now] = (mandate.owner, mandate.unit)
            choices.insert(0, (now, _("%(person)s, as it is now") % {"person": mandate.owner or mandate.unit}))
        self.fields["owner"].choices = [("-", _("Nobody")), *choices]
        people = {person.pk for person, _unit in self.owners.values() if person}
        self.fields["contributors"].queryset = User.objects.filter(pk__in=people | {*contributors}).order_by("name")

    def clean_owner(self) -> tuple[User | None, Unit | None]:
        return self.owners[self.cleaned_data["owner"]]

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
    """Evidence: a symbol, a file, a link, or several of them."""

    symbol = forms.CharField(label=_("Document symbol"), required=False, max_length=80)
    file = proof()
    url = forms.URLField(
        label=_("Link"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Helps a reader, but proves nothing."),
    )
    title = forms.CharField(label=_("What it is"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data["symbol"] or data["file"] or data["url"]):
            self.add_error("symbol", _("Give the symbol of a document, a file or a link."))
        return data


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
        super().__init__(*args, initial={"waiting_for": now, "basis": mandate.waiting_basis, "was": now}, **kwargs)
        if not says_resources:
            own = [choice for choice in WaitingFor.choices if choice[0] == now or choice[0] != WaitingFor.RESOURCES]
            self.fields["waiting_for"].choices = own
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


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class GroupForm(forms.Form):
    """The group that follows a decision; `groups` are keys and names."""

    group = forms.TypedChoiceField(label=_("Group that follows it"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, groups: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("None")), *groups]


class ReleaseRowForm(forms.Form):
    """One mandate of a release: whether it goes out, its line, whether its status does; and what was seen before."""

    line = forms.CharField(label=_("Line"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    with_status = forms.BooleanField(label=_("With the status"), required=False)
    chosen = forms.BooleanField(label=_("Release this"), required=False)
    seen_status = forms.ChoiceField(widget=forms.HiddenInput, required=False, choices=[("", ""), *Status.choices])
    seen_release = forms.IntegerField(widget=forms.HiddenInput, required=False)
    update = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("chosen") and not data.get("line") and not data.get("with_status"):
            self.add_error("line", _("Write a line, or release the status."))
        return data


class LevelForm(forms.Form):
    """Who shall read it."""

    level = forms.ChoiceField(
        label=pgettext_lazy("release", "Who shall read it"), choices=LEVELS, initial="delegations",
        widget=forms.RadioSelect,
    )  # fmt: skip


class SessionForm(forms.ModelForm):
    """A session or meeting new to the calendar, dated or not. Its address is made of body and number, or name."""

    class Meta:
        model = Session
        fields = ["body", "kind", "ordinal", "part", "name", "place", "starts_on", "ends_on"]
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}),
            "ends_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, bodies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == SessionKind.ORDINARY and not data.get("ordinal"):
            self.add_error("ordinal", _("An ordinary session has a number: deadlines name it by that."))
        elif not data.get("ordinal") and not data.get("name"):
            self.add_error("name", _("Give it a number or a name."))
        first, last = data.get("starts_on"), data.get("ends_on")
        if bool(first) != bool(last) or (first and last and last < first):
            self.add_error("ends_on", _("Give both days, the last not before the first, or neither."))
        if not self.errors:
            self.instance.slug = self._slug(data)
        return data

    def _slug(self, data: dict[str, Any]) -> str:
        words = f"{data['body'].slug} {data['ordinal'] or data['name']} {data['part']}"
        slug = slugify(words)[:70].strip("-")
        taken = set(Session.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
        return next(name for name in (slug, *(f"{slug}-{n}" for n in itertools.count(2))) if name not in taken)
