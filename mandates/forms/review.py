"""What is said of a proposal, and of the decision it stands in."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from mandates.actions.correcting import seen_of
from mandates.actions.splitting import ends_of
from mandates.forms.reading import seen_in, written
from mandates.models import Mandate


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class JudgeForm(ReasonForm):
    """A reason, with what the page showed of the proposal."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_seen(self) -> Any:
        return seen_in(self.cleaned_data["seen"]) if self.cleaned_data["seen"] else None


class GroupForm(forms.Form):
    """The group that follows a decision; `groups` are keys and names."""

    def __init__(self, *args: Any, groups: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("None")), *groups]
        self.fields["group"] = forms.ChoiceField(label=_("Group that follows it"), required=False, choices=choices)


class _OfMandate(forms.Form):
    """Carries what the page showed of the mandate; of a confirmed one it asks why."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, mandate: Mandate, asks_why: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = written(seen_of(mandate))
        if not asks_why:
            del self.fields["reason"]

    def clean_seen(self) -> Any:
        return seen_in(self.cleaned_data["seen"])


class SplitForm(_OfMandate):
    """The words that become a request of their own: an end of the action that is offered, or others of the paragraph.

    The script of the page sends the words that were marked, and where; it names no end.
    """

    end = forms.ChoiceField(label=_("The second request begins at"), required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Or other words of the paragraph"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Paste them as printed. They come before what is chosen above."),
    )
    near = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    field_order = ("end", "words", "reason")

    def __init__(self, *args: Any, mandate: Mandate, **kwargs: Any) -> None:
        super().__init__(*args, mandate=mandate, asks_why=mandate.is_confirmed, **kwargs)
        self.ends = ends_of(mandate.action)
        if self.ends:
            choices = [(str(place), Truncator(end).chars(200)) for place, end in enumerate(self.ends)]
            self.fields["end"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["end"]
            self.fields["words"].label = _("Words of the second request")
            self.fields["words"].help_text = _("Paste them as printed.")
            self.fields["words"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("words") and data.get("end"):
            data["words"] = self.ends[int(data["end"])]
        if not data.get("words") and not self.errors:
            self.add_error("end" if self.ends else "words", _("Say which words are the second request."))
        return data


class MergeForm(_OfMandate):
    """The other request of the paragraph; each goes along as the page showed it."""

    other = forms.ChoiceField(label=_("Merge it with"), widget=forms.RadioSelect)
    seen_others = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("other", "reason")

    def __init__(self, *args: Any, mandate: Mandate, others: list[Mandate], **kwargs: Any) -> None:
        asks_why = any(each.is_confirmed for each in (mandate, *others))
        super().__init__(*args, mandate=mandate, asks_why=asks_why, **kwargs)
        self.others = {str(each.pk): each for each in others}
        self.fields["other"].choices = [  # type: ignore[attr-defined]
            (key, _("%(verb)s: %(action)s") % {"verb": each.verb, "action": each.line})
            for key, each in self.others.items()
        ]
        after = next((key for key, each in self.others.items() if each.position > mandate.position), None)
        self.fields["other"].initial = after or next(iter(self.others), None)
        self.fields["seen_others"].initial = seen_of_all(others)

    def clean_other(self) -> Mandate:
        return self.others[self.cleaned_data["other"]]

    def clean_seen_others(self) -> dict[str, Any]:
        pairs = (each.partition(".") for each in self.cleaned_data["seen_others"].split())
        return {key: seen_in(seen) for key, _dot, seen in pairs}


def seen_of_all(mandates: list[Mandate]) -> str:
    """What a page shows of several mandates, for one hidden field: "12.0-proposed 13.2-not_started"."""
    return " ".join(f"{each.pk}.{written(seen_of(each))}" for each in mandates)
