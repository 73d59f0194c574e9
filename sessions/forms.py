"""Forms of what bodies adopt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.actions.receiving import ENDINGS, Refused, check
from sessions.models import Body


class ReportForm(forms.Form):
    """A report to be uploaded for a body."""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("Body"))
    file = forms.FileField(
        label=_("Report"),
        help_text=_("Markdown or plain text, up to 20 MB: the report of a session with its decisions."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
        allow_empty_file=True,  # an empty file is refused with a sentence of our own
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        field.queryset = bodies
        if len(bodies) == 1:
            field.initial = bodies[0]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            check(file.name, file.read())
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        file.seek(0)
        return file
