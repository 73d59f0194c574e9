"""What is written about a mandate, and what proves it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mandates.actions.facts import Refused
from mandates.actions.updating import check_file


class UpdateForm(forms.Form):
    """How it goes, in words."""

    text = forms.CharField(
        label=_("How it goes"),
        help_text=_("Internal, until the secretariat releases a line of it. Reminders are silent for a week."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


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
