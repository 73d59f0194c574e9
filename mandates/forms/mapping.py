"""What became of a paragraph of a draft."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sessions.enums import Fate
from sessions.models import Paragraph


class MappingForm(forms.Form):
    """Its fate and, where it was adopted, the paragraph; `likely` is offered first."""

    fate = forms.ChoiceField(label=_("What became of it"), choices=Fate.choices, widget=forms.RadioSelect)
    paragraph = forms.ChoiceField(
        label=_("Adopted paragraph"), required=False, help_text=_("Leave it empty where it was not adopted.")
    )

    def __init__(self, *args: Any, paragraphs: list[Paragraph], likely: Paragraph | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paragraphs = {str(paragraph.pk): paragraph for paragraph in paragraphs}
        choices = [(key, f"{each}: {Truncator(str(each.words)).chars(90)}") for key, each in self.paragraphs.items()]
        self.fields["paragraph"].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]
        self.fields["paragraph"].initial = str(likely.pk) if likely else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = self.paragraphs.get(data.get("paragraph") or "")
        if data.get("fate") == Fate.NOT_ADOPTED:
            chosen = None  # the one that was offered may still stand there
        elif data.get("fate") and chosen is None:
            self.add_error("paragraph", _("Choose the paragraph that it became."))
        data["paragraph"] = chosen
        return data
