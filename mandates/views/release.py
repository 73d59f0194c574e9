"""What waits to be released, the preview as its reader will see it, and what is taken back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ctoctrack.lib.permissions import require
from mandates import wording
from mandates.actions import releasing
from mandates.actions.facts import Conflict, Refused
from mandates.enums import Level, Status
from mandates.forms import LevelForm, ReasonForm, ReleaseRowForm
from mandates.models import Mandate, Release, Update
from mandates.views.acting import act, act_at_once
from sessions.models import Body
from sessions.querysets import of_bodies


def kept_mandates(request: HttpRequest) -> QuerySet:
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


def row(mandate: Mandate, data: Any = None, chosen: bool = False) -> dict[str, Any]:
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
        "seen_status": mandate.status or "",
    }
    form = ReleaseRowForm(data, prefix=str(mandate.pk), initial=initial, auto_id=f"r{mandate.pk}-%s")
    return {
        "mandate": mandate,
        "latest": latest,
        "released": released,
        "told_status": Status(told_status).label if told_status else "",
        "form": form,
    }


@require_safe
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that readers outside have not been told, old beside new; one mandate where the address names it."""
    mandates = kept_mandates(request)
    only = request.GET.get("mandate", "")
    awaiting = mandates.awaiting_release(request.user).order_by("sort_key")
    if only.isdecimal():
        chosen = mandates.filter(pk=only)
    else:
        chosen = awaiting[:100]
    asked = Release.objects.in_force().exclude(withdrawal_asked_by=None).filter(mandate__in=mandates.values("pk"))
    return render(
        request,
        "mandates/release.html",
        {
            "rows": [row(mandate, chosen=only.isdecimal()) for mandate in chosen],
            "only": only if only.isdecimal() else "",
            "level_form": LevelForm(),
            "asked": asked.select_related(
                "mandate__body", "mandate__paragraph__decision", "withdrawal_asked_by", "released_by"
            ),
        },
    )


def _chosen(request: HttpRequest) -> tuple[list[dict[str, Any]], LevelForm, bool]:
    """The rows that were chosen in a posted form, the level, and whether all of it is valid."""
    keys = {int(name.partition("-")[0]) for name in request.POST if name.partition("-")[0].isdecimal()}
    rows = [row(mandate, request.POST) for mandate in kept_mandates(request).filter(pk__in=keys).order_by("sort_key")]
    level = LevelForm(request.POST)
    good = all([each["form"].is_valid() for each in rows])  # a list: every form says what is wrong with it
    chosen = [each for each in rows if each["form"].data.get(each["form"].add_prefix("chosen"))]
    return (chosen if good else rows), level, good and level.is_valid()


def _draft(each: dict[str, Any]) -> releasing.Draft:
    data = each["form"].cleaned_data
    mandate = each["mandate"]
    update = next((update for update in mandate.said if update.pk == data["update"]), None)
    return releasing.Draft(
        mandate=mandate,
        text=data["line"],
        seen_status=data["seen_status"] if data["with_status"] else "",
        language=update.language if update else "en",
        update=update,
    )


@require_POST
@login_required
def preview(request: HttpRequest) -> HttpResponse:
    """What was chosen, as its reader will see it, with a button that sends it out; or the form again."""
    rows, level, good = _chosen(request)
    if good and not rows:
        messages.error(request, _("Choose at least one mandate to release."))
        return redirect("mandates:release")
    if not good:
        context = {"rows": rows, "level_form": level, "asked": [], "only": ""}
        return render(request, "mandates/release.html", context, status=400)
    return render(
        request,
        "mandates/release_preview.html",
        {
            "rows": [
                {
                    **each,
                    "draft": _draft(each),
                    "status_word": Status(each["form"].cleaned_data["seen_status"]).label
                    if each["form"].cleaned_data["with_status"] and each["form"].cleaned_data["seen_status"]
                    else "",
                    "due_reason": wording.due_sentence(each["mandate"].due_reason),
                }
                for each in rows
            ],
            "level": level.cleaned_data["level"],
            "level_word": Level(level.cleaned_data["level"]).label,
        },
    )


@require_POST
@login_required
def release(request: HttpRequest) -> HttpResponse:
    """What was previewed is released, all or none."""
    rows, level, good = _chosen(request)
    if not good or not rows:
        return preview(request)
    try:
        done = releasing.release([_draft(each) for each in rows], level.cleaned_data["level"], by=request.user)
    except Conflict as conflict:
        messages.error(request, wording.conflict_sentence(conflict.change))
        return redirect("mandates:release")
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("mandates:release")
    words = ngettext("%(number)d mandate was released to: %(level)s.", "%(number)d mandates were released to: %(level)s.",
                     len(done))  # fmt: skip
    messages.success(request, words % {"number": len(done), "level": Level(level.cleaned_data["level"]).label})
    return redirect(done[0].mandate if len(done) == 1 else "mandates:release")


def _fetch(request: HttpRequest, pk: int) -> Release:
    rows = Release.objects.select_related("mandate__body__parent", "mandate__paragraph__decision")
    found = get_object_or_404(rows, pk=pk)
    require(request, "mandates.release_mandate", found.mandate)
    return found


@require_http_methods(["GET", "POST"])
@login_required
def ask_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """The withdrawal of a release is asked for, with the reason."""
    found = _fetch(request, pk)
    return act(
        request,
        ReasonForm(request.POST or None),
        lambda data: releasing.ask_withdrawal(found, by=request.user, reason=data["reason"]),
        done=_("The withdrawal was asked for. A second person grants it on the page “Release”."),
        back=found.mandate,
        title=_("Withdraw a release"),
        context={"mandate": found.mandate, "body": found.mandate.body, "button": _("Ask for the withdrawal")},
    )


@require_POST
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
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
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """A withdrawal that was asked for is not made."""
    found = _fetch(request, pk)
    return act_at_once(
        request, lambda: releasing.keep(found, by=request.user), done=_("The release stays."), back="mandates:release"
    )
