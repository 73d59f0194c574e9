"""Reminders are acknowledged, put off, or stopped: by who is signed in, or by a signed link of a mail.

Nothing changes on GET, so that a program that follows links in mails, as scanners do, changes nothing.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ctoctrack.accounts.models import Rhythm, User
from ctoctrack.accounts.requests import PersonRequest
from mandates.actions import silencing
from mandates.forms.silencing import SnoozeForm
from mandates.models import Mandate, Silence
from mandates.notices import links
from mandates.views.detail import fetch


@require_http_methods(["GET", "POST"])
@login_required
def silence(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """Who is signed in has seen it, or puts it off; then back to the mandate."""
    mandate = fetch(request, body, reference)
    done, form = _posted(request, mandate, request.user)
    if done is None:
        return _page(request, mandate, form)
    until = {"name": mandate.name, "day": date_format(done.until)}
    messages.success(request, _("Reminders of %(name)s stay away from you until %(day)s.") % until)
    return redirect(mandate)


@never_cache
@require_http_methods(["GET", "POST"])
def silence_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever was sent the link has seen it, or puts it off, without signing in. Twice is once."""
    found = links.whose_silence(token)
    if found is None:
        return _too_old(request)
    person, mandate = found
    done, form = _posted(request, mandate, person)
    with translation.override(person.language):
        return _page(request, mandate, form, done=done)


@never_cache
@csrf_exempt  # a mail program has no cookie; the signed link is what proves that it was asked for
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever was sent the link gets no digest any more, by one POST without a cookie, as RFC 8058 asks for.

    The address stands in List-Unsubscribe; List-Unsubscribe-Post promises that the POST asks nothing back.
    """
    person = links.whose_mail(token)
    if person is None:
        return _too_old(request)
    if request.method == "POST":
        silencing.stop_mail(person)
    with translation.override(person.language):
        return render(request, "mandates/silence_all.html", {"is_done": person.rhythm == Rhythm.NONE})


def _posted(request: HttpRequest, mandate: Mandate, person: User) -> tuple[Silence | None, SnoozeForm]:
    """What was done: put off where days were sent, else acknowledged; nothing on GET, and where the days are wrong."""
    if request.method != "POST":
        return None, SnoozeForm()
    if "days" not in request.POST:
        return silencing.acknowledge(mandate, by=person), SnoozeForm()
    form = SnoozeForm(request.POST)
    return (silencing.snooze(mandate, form.cleaned_data["days"], by=person) if form.is_valid() else None), form


def _page(request: HttpRequest, mandate: Mandate, form: SnoozeForm, **context: Any) -> HttpResponse:
    page = {"mandate": mandate, "form": form, **context}
    return render(request, "mandates/silence.html", page, status=400 if form.errors else 200)


def _too_old(request: HttpRequest) -> HttpResponse:
    return render(request, "mandates/silence_unknown.html", status=404)
