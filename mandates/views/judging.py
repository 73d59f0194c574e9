"""What a person decides in the review of a report: each button there."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ctoctrack.accounts.requests import PersonRequest
from mandates.actions import merging, reviewing
from mandates.actions.correcting import check_seen, seen_of
from mandates.actions.facts import Refused
from mandates.enums import Ledger
from mandates.forms.reading import seen_in, written
from mandates.forms.review import JudgeForm
from mandates.models import Mandate
from mandates.views.acting import act, act_at_once, posted
from mandates.views.review import fetch
from mandates.views.review_course import address, onwards
from sessions.models import Report


def proposal_of(request: PersonRequest, pk: int, mandate: int) -> tuple[Report, Mandate, str]:
    """The report, one of its mandates, and the address of its place in the part of the review that is shown."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    rows = Mandate.objects.for_rows().select_related("paragraph__chapeau", "paragraph__decision__session")
    found = get_object_or_404(
        rows.prefetch_related("addressees", "paragraph__texts"), pk=mandate, paragraph__decision__report=report
    )
    show = request.GET.get("show", "")
    return report, found, address(report, show, found.paragraph.decision_id, f"m{found.pk}")


def next_place(request: PersonRequest, report: Report, done: Mandate) -> str:
    """Where the person goes on, in the part of the review from which the form came."""
    return onwards(report, request.GET.get("show", ""), done)


@require_POST
@login_required
def confirm_clear(request: PersonRequest, pk: int) -> HttpResponse:
    """Every proposal without a doubt is confirmed, of the report or of one decision; not what changed since."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    key = request.POST.get("decision", "")
    decision = get_object_or_404(report.decisions, pk=key) if key.isdecimal() else None
    seen = {
        int(mandate): seen_in(state)[0]
        for mandate, _dot, state in (each.partition(".") for each in request.POST.get("seen", "").split())
        if mandate.isdecimal()
    }
    confirmed = reviewing.confirm_all_clear(report, by=request.user, decision=decision, seen=seen if seen else None)
    done = ngettext(
        "%(number)d clear proposal was confirmed.", "%(number)d clear proposals were confirmed.", len(confirmed)
    ) % {"number": len(confirmed)}
    if missed := len(seen) - len(confirmed):
        done += " " + ngettext(
            "%(number)d was decided or changed by somebody else in the meantime and was left.",
            "%(number)d were decided or changed by somebody else in the meantime and were left.",
            missed,
        ) % {"number": missed}
    back = onwards(report, request.GET.get("show", ""), confirmed[-1]) if decision and confirmed else report
    return act_at_once(request, lambda: None, done=done, back=back)


@require_POST
@login_required
def confirm(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """One proposal is confirmed, in the ledger that the person left or chose."""
    report, found, _back = proposal_of(request, pk, mandate)
    ledger, seen = request.POST.get("ledger", ""), request.POST.get("seen")
    return act_at_once(
        request,
        lambda: reviewing.confirm(
            found,
            by=request.user,
            ledger=ledger if ledger in Ledger.values else None,
            edition=None if seen is None else seen_in(seen)[0],
        ),
        done=_("Confirmed: %(mandate)s.") % {"mandate": found},
        back=next_place(request, report, found),
    )


@require_http_methods(["GET", "POST"])
@login_required
def decline(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """One proposal is declined, with the reason."""
    report, found, back = proposal_of(request, pk, mandate)
    return act(
        request,
        JudgeForm(*posted(request), initial={"seen": written(seen_of(found))}),
        lambda data: reviewing.decline(
            found, by=request.user, reason=data["reason"], edition=data["seen"][0] if data["seen"] else None
        ),
        done=_("Declined: %(mandate)s.") % {"mandate": found},
        back=next_place(request, report, found) if request.method == "POST" else back,
        title=_("Decline: %(mandate)s") % {"mandate": found},
        seen=lambda: {"seen": written(seen_of(Mandate.objects.get(pk=found.pk)))},
        context={"body": report.body, "mandate": found, "button": _("Decline"), "back": back},
    )


@require_http_methods(["GET", "POST"])
@login_required
def undo(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """A wrong confirmation is undone, with the reason."""
    report, found, back = proposal_of(request, pk, mandate)

    def do(data: dict[str, Any]) -> None:
        if data["seen"]:
            check_seen(found, data["seen"])
        reviewing.undo_confirmation(found, by=request.user, reason=data["reason"])

    return act(
        request,
        JudgeForm(*posted(request), initial={"reason": _("Confirmed by mistake."), "seen": written(seen_of(found))}),
        do,
        done=_("It is a proposal again: %(mandate)s.") % {"mandate": found},
        back=back,
        title=_("Undo the confirmation: %(mandate)s") % {"mandate": found},
        seen=lambda: {"seen": written(seen_of(Mandate.objects.get(pk=found.pk)))},
        context={"body": report.body, "mandate": found, "button": _("Undo the confirmation")},
    )


@require_POST
@login_required
def propose_again(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """A declined proposal is a proposal again."""
    _report, found, back = proposal_of(request, pk, mandate)
    return act_at_once(
        request,
        lambda: reviewing.propose_again(found, by=request.user),
        done=_("It is a proposal again: %(mandate)s.") % {"mandate": found},
        back=back,
    )


@require_POST
@login_required
def take_back(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """The last correction of a reading, a split or a merger is undone."""
    _report, found, back = proposal_of(request, pk, mandate)
    return act_at_once(
        request,
        lambda: merging.take_back(found, by=request.user, seen=seen_in(request.POST.get("seen", ""))),
        done=_("Taken back: %(mandate)s.") % {"mandate": found},
        back=back,
    )


@require_POST
@login_required
def choose_group(request: PersonRequest, pk: int, decision: int) -> HttpResponse:
    """The group that follows a decision is chosen."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    found = get_object_or_404(report.decisions.select_related("body", "group"), pk=decision)
    key = request.POST.get("group", "")
    group = get_object_or_404(report.body.root.groups, pk=key) if key.isdecimal() else None
    was = request.POST.get("was")

    def do() -> None:
        if was not in {None, str(found.group_id or "")}:
            raise Refused(_("Somebody else chose the group in the meantime. Look again."))
        reviewing.choose_group(found, group, by=request.user)

    return act_at_once(
        request,
        do,
        done=_("%(decision)s is followed by: %(group)s.") % {"decision": found, "group": group or _("no group")},
        back=address(report, request.GET.get("show", ""), found.pk, f"d{found.pk}"),
    )
