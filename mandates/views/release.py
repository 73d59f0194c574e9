"""What waits to be released, the preview as its reader will see it, and what is taken back."""

import re
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates import wording
from mandates.actions import releasing
from mandates.actions.facts import Conflict, Refused
from mandates.enums import Level, Status
from mandates.forms.release import LevelForm, ReleaseRowForm
from mandates.forms.review import ReasonForm
from mandates.history import conflict_sentence
from mandates.models import Mandate, Release, Update
from mandates.querysets import MandateQuerySet
from mandates.views.acting import act, act_at_once, posted, show_what_is_there
from sessions.models import Body
from sessions.querysets import of_bodies

MOST = 100  # mandates on one page


def kept_mandates(request: PersonRequest) -> MandateQuerySet:
    """Confirmed mandates of the bodies that the person keeps, with what was said and released."""
    kept = Body.objects.kept_by(request.user)
    if not kept.exists():
        raise Http404
    return (
        Mandate.objects.confirmed()
        .filter(of_bodies("body", set(kept.values_list("pk", flat=True))))
        .for_rows()
        .prefetch_related(
            Prefetch("releases", Release.objects.in_force().select_related("released_by"), to_attr="in_force"),
            Prefetch("updates", Update.objects.select_related("by"), to_attr="said"),
        )
    )


def row(mandate: Any, data: Any = None, chosen: bool = False) -> dict[str, Any]:
    """A mandate with its form: the latest update as the line to begin with, the released beside it."""
    latest: Update | None = mandate.said[0] if mandate.said else None
    released: Release | None = mandate.in_force[0] if mandate.in_force else None
    is_new = latest is not None and (released is None or latest.at > released.released_at)
    told_status = next((r.status for r in mandate.in_force if r.status), "")
    initial = {
        "chosen": chosen,
        "line": latest.text if latest and is_new else "",
        "update": latest.pk if latest and is_new else None,
        "with_status": bool(mandate.status) and mandate.status != told_status and mandate.status != Status.NOT_STARTED,
        **_seen(mandate),
    }
    form = ReleaseRowForm(data, prefix=str(mandate.pk), initial=initial, auto_id="r%s")
    return {
        "mandate": mandate,
        "latest": latest if is_new else None,
        "released": released,
        "told_status": Status(told_status).label if told_status else "",
        "form": form,
    }


def _seen(mandate: Any) -> dict[str, Any]:
    """What a form carries of the mandate, so that nothing goes out that nobody looked at, and nothing twice."""
    return {
        "seen_status": mandate.status or "",
        "seen_release": mandate.in_force[0].pk if mandate.in_force else None,
    }


def page(request: PersonRequest, rows: list[dict[str, Any]], level: LevelForm, *, status: int = 200, **more: Any):
    """The page with a form per mandate, and what is wrong with it."""
    return render(
        request,
        "mandates/release.html",
        {"rows": rows, "level_form": level, "failed": status != 200, **more},
        status=status,
    )


@require_safe
@login_required
def waiting(request: PersonRequest) -> HttpResponse:
    """Everything that readers outside have not been told, old beside new; one mandate where the address names it."""
    mandates = kept_mandates(request)
    only = request.GET.get("mandate", "")
    if only.isdecimal():
        return page(request, [row(get_object_or_404(mandates, pk=only), chosen=True)], LevelForm(), only=True)
    awaiting = mandates.awaiting_release(request.user).order_by("sort_key")
    asked = Release.objects.in_force().exclude(withdrawal_asked_by=None).filter(mandate__in=mandates.values("pk"))
    asked = asked.select_related("mandate__body", "mandate__paragraph__decision", "withdrawal_asked_by", "released_by")
    rows = [row(mandate) for mandate in awaiting[: MOST + 1]]
    return page(request, rows[:MOST], LevelForm(), asked=asked, has_more=len(rows) > MOST)


def _keys(request: PersonRequest) -> set[int]:
    """The mandates of which a form was posted."""
    names = (name.partition("-") for name in request.POST)
    return {int(key) for key, _hyphen, field in names if field == "line" and re.fullmatch(r"\d{1,18}", key)}


def _posted(request: PersonRequest) -> tuple[list[dict[str, Any]], LevelForm]:
    """The rows of a posted form, those that were chosen alone, and the level; 404 where one is not the person's."""
    keys = _keys(request)
    rows = [row(mandate, request.POST) for mandate in kept_mandates(request).filter(pk__in=keys).order_by("sort_key")]
    if len(rows) != len(keys):
        raise Http404
    return [each for each in rows if each["form"]["chosen"].value()], LevelForm(request.POST)


def _are_valid(rows: list[dict[str, Any]], level: LevelForm) -> bool:
    """Is everything filled in? Every form is asked, so that each says what is wrong with it."""
    return all([level.is_valid(), *(each["form"].is_valid() for each in rows)])


def _draft(each: dict[str, Any]) -> releasing.Draft:
    data = each["form"].cleaned_data
    update = next((update for update in each["mandate"].said if update.pk == data["update"]), None)
    return releasing.Draft(
        mandate=each["mandate"],
        text=data["line"],
        seen_status=data["seen_status"] if data["with_status"] else "",
        language=update.language if update else get_language(),
        update=update,
    )


@require_POST
@login_required
def preview(request: PersonRequest) -> HttpResponse:
    """What was chosen, as its reader will see it, with a button that sends it out; or the form again."""
    rows, level = _posted(request)
    if not rows:
        messages.error(request, _("Choose at least one mandate to release."))
        return redirect("mandates:release")
    if not _are_valid(rows, level):
        return page(request, rows, level, status=400)
    for each in rows:
        each["draft"] = _draft(each)
        each["status_word"] = Status(each["draft"].seen_status).label if each["draft"].seen_status else ""
        each["due_reason"] = wording.due_sentence(each["mandate"].due_reason)
    readers = Level(level.cleaned_data["level"])
    return render(
        request, "mandates/release_preview.html", {"rows": rows, "level": readers.value, "level_word": readers.label}
    )


@require_POST
@login_required
def release(request: PersonRequest) -> HttpResponse:
    """What was previewed is released, all or none; after a conflict the form again, with what is there now."""
    with transaction.atomic():
        list(Mandate.objects.select_for_update().filter(pk__in=_keys(request)))  # a second press waits for the first
        rows, level = _posted(request)
        if not rows or not _are_valid(rows, level):
            return preview(request)
        try:
            done = send(rows, level.cleaned_data["level"], by=request.user)
        except Conflict as conflict:
            for each in rows:
                show_what_is_there(each["form"], _seen(kept_mandates(request).get(pk=each["mandate"].pk)))
            level.add_error(None, conflict_sentence(conflict.change))
            return page(request, rows, level, status=409)
        except Refused as refused:
            level.add_error(None, str(refused))
            return page(request, rows, level, status=400)
    words = ngettext(
        "%(number)d mandate was released to: %(level)s.", "%(number)d mandates were released to: %(level)s.", len(done)
    )
    messages.success(request, words % {"number": len(done), "level": Level(level.cleaned_data["level"]).label})
    return redirect(done[0].mandate if len(done) == 1 else "mandates:release")


def send(rows: list[dict[str, Any]], level: str, *, by: Any) -> list[Release]:
    """Every row is released. Conflict where something was released since the form was made: a button can go twice."""
    for each in rows:
        if each["form"].cleaned_data["seen_release"] != _seen(each["mandate"])["seen_release"]:
            raise Conflict(each["mandate"], "release")
    return releasing.release([_draft(each) for each in rows], level, by=by)


def _fetch(request: PersonRequest, pk: int) -> Release:
    rows = Release.objects.select_related("mandate__body__parent", "mandate__paragraph__decision")
    found = get_object_or_404(rows, pk=pk)
    require(request, "mandates.release_mandate", found.mandate)
    return found


@require_http_methods(["GET", "POST"])
@login_required
def ask_withdrawal(request: PersonRequest, pk: int) -> HttpResponse:
    """The withdrawal of a release is asked for, with the reason."""
    found = _fetch(request, pk)
    return act(
        request,
        ReasonForm(*posted(request)),
        lambda data: releasing.ask_withdrawal(found, by=request.user, reason=data["reason"]),
        done=_("The withdrawal was asked for. A second person grants it on the page “Release”."),
        back=found.mandate,
        title=_("Withdraw a release"),
        context={"mandate": found.mandate, "body": found.mandate.body, "button": _("Ask for the withdrawal")},
    )


@require_POST
@login_required
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    """A withdrawal that another person asked for is granted."""
    found = _fetch(request, pk)
    return act_at_once(
        request,
        lambda: releasing.withdraw(found, by=request.user),
        done=_("The release was withdrawn. A note with the day stands in its place."),
        back="mandates:release",
    )


@require_POST
@login_required
def keep(request: PersonRequest, pk: int) -> HttpResponse:
    """A withdrawal that was asked for is not made."""
    found = _fetch(request, pk)
    return act_at_once(
        request, lambda: releasing.keep(found, by=request.user), done=_("The release stays."), back="mandates:release"
    )
