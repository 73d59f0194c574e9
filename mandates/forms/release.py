"""What leaves the Secretariat, and who shall read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mandates.enums import Status
from mandates.models.release import LEVELS


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
