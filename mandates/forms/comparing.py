"""What a person chooses on the page that compares a file with what is stored."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.actions.pairing import Row
from sessions.models import Decision, Paragraph

OPEN, STRUCK = "open", "struck"


class PlaceForm(forms.Form):
    """Where a paragraph in another language belongs that found no place by its order."""

    def __init__(self, *args: Any, paragraphs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraph"] = _ParagraphField(paragraphs, label=_("Belongs to"), empty_label=_("Choose"))


class _ParagraphField(forms.ModelChoiceField):
    def label_from_instance(self, paragraph: Paragraph) -> str:
        return named_by(paragraph)


class DraftForm(forms.Form):
    """Of which draft a decision came, where the words do not tell."""

    def __init__(self, *args: Any, decisions: Iterable[Decision], drafts: Iterable[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decisions = {str(decision.pk): decision for decision in decisions}
        self.drafts = {str(draft.pk): draft for draft in drafts}
        self.fields["decision"] = forms.ChoiceField(label=_("Decision"), choices=_named(self.decisions))
        self.fields["draft"] = forms.ChoiceField(label=_("Came of the draft"), choices=_named(self.drafts))

    @property
    def asks(self) -> bool:
        """Is there something to choose from?"""
        return bool(self.decisions and self.drafts)


def _named(decisions: dict[str, Decision]) -> list[tuple[str, str]]:
    return [(key, f"\u2068{decision.number or decision.title}\u2069") for key, decision in decisions.items()]


class PairsForm(forms.Form):
    """What became of each paragraph of a draft: one field for each row that is not confirmed yet, named by its key."""

    def __init__(self, *args: Any, rows: Iterable[Row], paragraphs: Iterable[Paragraph], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.draft.pk: row for row in rows if row.draft and not row.pair}
        self.paragraphs = {str(paragraph.pk): paragraph for paragraph in paragraphs}
        named = [(key, named_by(paragraph)) for key, paragraph in self.paragraphs.items()]
        choices = [(OPEN, _("Leave open")), *named, (STRUCK, _("Not adopted"))]
        for key, row in self.rows.items():
            self.fields[f"became-{key}"] = forms.ChoiceField(
                label=_("Became"),
                choices=choices,
                initial=str(row.paragraph.pk) if row.paragraph else OPEN,
            )

    def chosen(self, only: int | None = None) -> list[tuple[Paragraph, Paragraph | None]]:
        """What was chosen, but for what was left open; of one paragraph alone where `only` names it."""
        found = []
        for key, row in self.rows.items():
            value = self.cleaned_data.get(f"became-{key}", OPEN)
            if row.draft is not None and value != OPEN and only in (None, key):
                found.append((row.draft, self.paragraphs.get(value)))
        return found


def named_by(paragraph: Paragraph) -> str:
    """A paragraph in a list to choose from: its label, and how it begins."""
    words = paragraph.words.text if paragraph.words else ""
    begins = words if len(words) <= 60 else f"{words[:57].rstrip()}…"
    return (
        f"\u2068{f'{paragraph.part} {paragraph.label} {begins}'.strip()}\u2069"  # isolated, in a list of any direction
    )
