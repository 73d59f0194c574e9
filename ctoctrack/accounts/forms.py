"""Signing in, asking for a new password, choosing the language."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ctoctrack.accounts import throttle
from ctoctrack.accounts.models import User


class SignInForm(AuthenticationForm):
    """E-mail and password. No sentence of it tells whether an account exists, the one on too many tries included."""

    error_messages = {
        "invalid_login": _("E-mail address and password do not belong together, or this account may not sign in."),
        "inactive": _("E-mail address and password do not belong together, or this account may not sign in."),
        "throttled": _("Too many tries. Wait a quarter of an hour, or ask for a new password."),
    }

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
                raise ValidationError(self.error_messages["throttled"], code="throttled")
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
        fields = ["language"]
        labels = {"language": _("Language")}
        help_texts = {"language": _("Of the pages and of the mails that you get.")}
        widgets = {"language": forms.RadioSelect}
