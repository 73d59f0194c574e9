"""Forms of what bodies adopt."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sessions.actions.receiving import Refused, check
from sessions.reading.formats import ENDINGS


class ReportForm(forms.Form):
    """A report to be uploaded for a body."""

    file = forms.FileField(
        label=_("Report"),
        help_text=_(
            "Word (.docx), PDF with text, HTML, Markdown or plain text, up to 20 MB: the report of a session with its "
            "decisions. A scanned PDF needs text recognition (OCR) first."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
        allow_empty_file=True,  # an empty file is refused with a sentence of our own
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only = bodies[0] if len(bodies) == 1 else None
        self.fields["body"] = forms.ModelChoiceField(bodies, label=_("Body"), initial=only)
        self.order_fields(["body"])

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            check(file.name, file.read(settings.REPORT_MAX_BYTES + 1))  # no more than tells that it is too much
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        file.seek(0)
        return file
