"""What is said of a proposal, and of the decision it stands in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class GroupForm(forms.Form):
    """The group that follows a decision; `groups` are keys and names."""

    def __init__(self, *args: Any, groups: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("None")), *groups]
        self.fields["group"] = forms.ChoiceField(label=_("Group that follows it"), required=False, choices=choices)
