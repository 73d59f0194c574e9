"""What every page that changes something does: validate, call one action, answer."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mandates.actions.facts import Conflict, NotAllowed, Refused
from mandates.wording import conflict_sentence


def act(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    *,
    done: str,
    back: Any,
    title: str,
    seen: Callable[[], dict[str, Any]] | None = None,
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """A redirect to `back` after `do` was done, else a page with the form, what was written in it, and why not.

    After a conflict the form carries what is there now (`seen`), so that saving it again is a decision of its own.
    """
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except Conflict as conflict:
                status = 409
                data = form.data.copy()
                for name, value in (seen() if seen else {}).items():
                    data[form.add_prefix(name)] = "" if value is None else value
                form.data = data
                form.add_error(None, conflict_sentence(conflict.change))
            except NotAllowed as refused:
                status = 403
                form.add_error(None, str(refused))
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect(back)
    page = {"form": form, "title": title, "back": back, **(context or {})}
    return render(request, "mandates/act.html", page, status=status)


def act_at_once(request: HttpRequest, do: Callable[[], Any], *, done: str, back: Any) -> HttpResponse:
    """A redirect to `back` after a button without a form: with what was done, or why it was not."""
    try:
        do()
    except Conflict as conflict:
        messages.error(request, conflict_sentence(conflict.change))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(back)
