"""Signing in and out, passwords, one's own profile."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ctoctrack.accounts import throttle
from ctoctrack.accounts.forms import PasswordResetForm, ProfileForm, SignInForm
from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.jobs import enqueue


class SignIn(views.LoginView):
    """Leads on to `next` where it is an address of this site; refused forms answer with status 400."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        person: Any = self.request.user
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            speak(response, person.language)
        return response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


shown_and_sent = require_http_methods(["GET", "POST"])  # Django's classes look at the person first, and take PUT
sign_in = shown_and_sent(SignIn.as_view())
sign_out = require_POST(views.LogoutView.as_view())


@require_http_methods(["GET", "POST"])
def password_reset(request: HttpRequest) -> HttpResponse:
    """A link goes to the address where an account has it that may sign in; the answer is the same for every address."""
    form = PasswordResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].strip().lower()
        may_ask = throttle.take("password-reset", email, throttle.address_of(request))
        user = User.objects.filter(email=email, is_active=True).only("pk").first()
        if user and may_ask:
            enqueue("mandates.send_password_reset", user.pk)
        return redirect("accounts:password-reset-sent")
    status = 400 if form.errors else 200
    return render(request, "accounts/password_reset.html", {"form": form}, status=status)


@require_safe
def password_reset_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/password_reset_sent.html")


class PasswordResetConfirm(views.PasswordResetConfirmView):
    """A new password by the link of a mail, of a reset or an invitation; the link works once."""

    template_name = "accounts/password_reset_confirm.html"
    success_url = reverse_lazy("accounts:password-reset-done")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        throttle.forgive("sign-in", form.user.email, throttle.address_of(self.request))
        return response


password_reset_confirm = shown_and_sent(PasswordResetConfirm.as_view())


@require_safe
def password_reset_done(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/password_reset_done.html")


class PasswordChange(views.PasswordChangeView):
    """A new password for who is signed in; other browsers of theirs are signed out by it."""

    template_name = "accounts/password_change.html"
    success_url = reverse_lazy("accounts:profile")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        messages.success(self.request, _("Your password is changed."))
        return response


password_change = shown_and_sent(PasswordChange.as_view())


@require_http_methods(["GET", "POST"])
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Who one is here, in which language one reads, and how often and when one gets mail."""
    user: Any = request.user
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        language = form.cleaned_data["language"]
        with translation.override(language):
            messages.success(request, _("Your choices are kept."))
        response = redirect("accounts:profile")
        speak(response, language)
        return response
    today = dates.today()
    context = {
        "form": form,
        "units": user.unit_memberships.current(today).select_related("unit"),
        "memberships": user.memberships.current(today).select_related("body", "delegation"),
        "absences": user.absences.filter(until__gte=today).select_related("deputy").order_by("since"),
        "stands_in": user.deputizing.current(today).select_related("person"),
        "administrations": user.administrations.current(today),
    }
    return render(request, "accounts/profile.html", context, status=400 if form.errors else 200)


@require_safe
def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """Who wants into the administration signs in at the one door, which is throttled; for others it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.GET.get("next") or reverse("admin:index"))


def speak(response: HttpResponse, language: str) -> None:
    """The browser is told to ask for pages in `language` from now on."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        domain=settings.LANGUAGE_COOKIE_DOMAIN,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,  # type: ignore[arg-type]
    )
