"""For how long reminders of a mandate are put off."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mandates.actions.silencing import LONGEST


class SnoozeForm(forms.Form):
    """A number of days."""

    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=LONGEST, initial=7, help_text=_("1 to 30"))
