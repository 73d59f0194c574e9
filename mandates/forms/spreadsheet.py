"""A spreadsheet that is uploaded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ctoctrack.lib.spreadsheets import MAX_BYTES
from mandates.actions.importing import ENDINGS


class SpreadsheetForm(forms.Form):
    """A file with the columns of the status table, for a body."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_("CSV or Excel (.xlsx), up to 20 MB and 20,000 rows. You see what it would change first."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
        allow_empty_file=True,  # an empty file is refused with a sentence of our own
    )
    sheet = forms.CharField(
        label=_("Sheet"), max_length=100, required=False, help_text=_("Of a workbook, where it is not the first.")
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only = bodies[0] if len(bodies) == 1 else None
        self.fields["body"] = forms.ModelChoiceField(
            bodies, label=_("Body"), initial=only, help_text=_("Of the rows that name none.")
        )
        self.order_fields(["body", "file", "sheet"])

    def content(self) -> bytes:
        """What the file holds, and one byte more than is taken, so that too much is told."""
        content: bytes = self.cleaned_data["file"].read(MAX_BYTES + 1)
        return content
