"""A decision that a person types or pastes."""

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sessions.actions.typing import Typed
from sessions.enums import DecisionKind
from sessions.models import Session

LONGEST = 500_000  # characters; a longer text is a file


class SessionChoice(forms.ModelChoiceField):
    """Sessions with their bodies, since each has a third session."""

    def label_from_instance(self, session: Session) -> str:  # type: ignore[override]
        return f"{session} · {session.body}"


class TypingForm(forms.Form):
    """Body, session, number and words; `seen` is the hash of what was last looked at."""

    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 18, "lang": "en", "dir": "ltr"}),
        help_text=_("As adopted, with its labels: (a), (b) or 1., 2. Several decisions at once bring their headings."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only = bodies[0] if len(bodies) == 1 else None
        sessions = Session.objects.filter(body__in=bodies).select_related("body")
        self.fields["body"] = forms.ModelChoiceField(bodies, label=_("Body"), initial=only)
        self.fields["session"] = SessionChoice(
            sessions, label=_("Adopted at"), required=False, empty_label=_("not said")
        )
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind"), choices=DecisionKind.choices, initial=DecisionKind.DECISION
        )
        self.fields["number"] = forms.CharField(
            label=_("Number"),
            max_length=60,
            required=False,
            help_text=_("As printed, for example 5/1. Leave it empty where the text brings its own headings."),
        )
        self.fields["title"] = forms.CharField(
            label=pgettext_lazy("of a decision", "Title"), max_length=1000, required=False
        )
        self.order_fields(["body", "session", "kind", "number", "title", "text"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        body, session = data.get("body"), data.get("session")
        if body and session and session.body.root != body.root:
            self.add_error("session", _("This is a session of another body."))
        if data.get("title") and not data.get("number"):
            self.add_error("number", _("A title stands under a number. Without a number, both stand in the text."))
        return data

    def typed(self) -> Typed:
        """What a valid form says."""
        data = self.cleaned_data
        line = {name: " ".join(data[name].split()) for name in ("number", "title")}
        return Typed(data["body"], data["session"], data["text"].replace("\r\n", "\n"), data["kind"], **line)

    def mark(self) -> str:
        """The hash of what a valid form says: stored is what was looked at, and nothing else."""
        typed = self.typed()
        said = (typed.body.pk, typed.session and typed.session.pk, typed.as_file())
        return hashlib.sha256(repr(said).encode()).hexdigest()
