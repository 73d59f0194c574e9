"""Signing in, asking for a new password, choosing the language."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ctoctrack.accounts import throttle
from ctoctrack.accounts.models import User

HOURS = range(6, 21)  # in which a run of reminders begins, by the timetable


class SignInForm(AuthenticationForm):
    """E-mail and password. No sentence of it tells whether an account exists, the one on too many tries included."""

    error_messages = {
        "invalid_login": _("E-mail address and password do not belong together, or this account may not sign in."),
        "inactive": _("E-mail address and password do not belong together, or this account may not sign in."),
        "throttled": ngettext_lazy(
            "Too many tries. Wait %(minutes)d minute, or ask for a new password.",
            "Too many tries. Wait %(minutes)d minutes, or ask for a new password.",
            "minutes",
        ),
    }

    request: HttpRequest

    def __init__(self, request: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = _("E-mail address")
        self.fields["username"].widget = forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True})
        if self.is_bound:  # then the error summary takes the focus
            del self.fields["username"].widget.attrs["autofocus"]

    def clean(self) -> dict[str, Any]:
        account, address = self.cleaned_data.get("username"), throttle.address_of(self.request)
        if account and self.cleaned_data.get("password"):
            if not throttle.take("sign-in", account, address):
                minutes = {"minutes": settings.SIGN_IN_WINDOW // 60}
                raise ValidationError(self.error_messages["throttled"] % minutes, code="throttled")
            super().clean()  # raises where they do not belong together
            throttle.forgive("sign-in", account, address)
        return self.cleaned_data


class PasswordResetForm(forms.Form):
    """The address to which a link for a new password should go."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class ProfileForm(forms.ModelForm):
    """What people choose for themselves. Their name stands in histories, so an administrator changes it."""

    class Meta:
        model = User
        fields = ["language", "rhythm", "hour"]
        labels = {"language": _("Language of pages and mails")}
        widgets = {
            "language": forms.RadioSelect,
            "rhythm": forms.RadioSelect,
            "hour": forms.Select(choices=[(hour, f"{hour}:00") for hour in HOURS]),
        }
