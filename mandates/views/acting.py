"""What every page that changes something does: validate, call one action, answer."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from mandates.actions.facts import Conflict, NotAllowed, Refused
from mandates.history import change_sentence, conflict_sentence


def posted(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: what was posted, be it nothing at all; on GET it is not bound."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


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
    template: str = "mandates/act.html",
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
                show_what_is_there(form, seen() if seen else {})
                form.add_error(None, conflict_sentence(conflict.change))
            except NotAllowed as refused:
                status = 403
                form.add_error(None, str(refused))
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect(back)
        if request.FILES.get("file") and not form.has_error("file"):
            form.add_error("file", _("Choose the file again: a page cannot keep it."))
    page = {"form": form, "title": title, "back": resolve_url(back), **(context or {})}
    return render(request, template, page, status=status)


def show_what_is_there(form: forms.Form, seen: dict[str, Any]) -> None:
    """The hidden fields of a bound form hold what is there now; what the person wrote stays."""
    data = cast(QueryDict, form.data).copy()
    for name, value in seen.items():
        data[form.add_prefix(name)] = "" if value is None else value
    form.data = data


def act_at_once(request: HttpRequest, do: Callable[[], Any], *, done: str, back: Any) -> HttpResponse:
    """A redirect to `back` after a button without a form: with what was done, or why it was not."""
    try:
        do()
    except Conflict as conflict:
        messages.error(request, faster(conflict.change))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(back)


def faster(change: Any) -> str:
    """Who did what before the button was pressed."""
    if change is None:
        return _("Somebody was faster; nothing was done. Look again.")
    return _("Nothing was done, %(person)s was faster: %(what)s.") % {
        "person": change.by or _("the system"),
        "what": change_sentence(change),
    }
