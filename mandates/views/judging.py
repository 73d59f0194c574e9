"""What a person decides in the review of a report: each button there."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ctoctrack.accounts.requests import PersonRequest
from mandates.actions import reviewing
from mandates.enums import Ledger
from mandates.forms.review import ReasonForm
from mandates.models import Mandate
from mandates.views.acting import act, act_at_once, posted
from mandates.views.review import address, fetch
from sessions.models import Report


@require_POST
@login_required
def confirm_clear(request: PersonRequest, pk: int) -> HttpResponse:
    """Every proposal without a doubt is confirmed."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    confirmed = reviewing.confirm_all_clear(report, by=request.user)
    done = ngettext(
        "%(number)d clear proposal was confirmed.", "%(number)d clear proposals were confirmed.", len(confirmed)
    ) % {"number": len(confirmed)}
    return act_at_once(request, lambda: None, done=done, back=report)


def _proposal_of(request: PersonRequest, pk: int, mandate: int) -> tuple[Report, Mandate, str]:
    report = fetch(request, pk, "ctoc_sessions.review_report")
    rows = Mandate.objects.for_rows().prefetch_related("addressees", "paragraph__texts")
    found = get_object_or_404(rows, pk=mandate, paragraph__decision__report=report)
    return report, found, address(request, report, found.paragraph.decision_id, f"m{found.pk}")


@require_POST
@login_required
def confirm(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """One proposal is confirmed, in the ledger that the person left or chose."""
    _report, found, back = _proposal_of(request, pk, mandate)
    ledger = request.POST.get("ledger", "")
    return act_at_once(
        request,
        lambda: reviewing.confirm(found, by=request.user, ledger=ledger if ledger in Ledger.values else None),
        done=_("Confirmed: %(mandate)s.") % {"mandate": found},
        back=back,
    )


@require_http_methods(["GET", "POST"])
@login_required
def decline(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """One proposal is declined, with the reason."""
    report, found, back = _proposal_of(request, pk, mandate)
    return act(
        request,
        ReasonForm(*posted(request)),
        lambda data: reviewing.decline(found, by=request.user, reason=data["reason"]),
        done=_("Declined: %(mandate)s.") % {"mandate": found},
        back=back,
        title=_("Decline: %(mandate)s") % {"mandate": found},
        context={"body": report.body, "mandate": found, "button": _("Decline")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def undo(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """A wrong confirmation is undone, with the reason."""
    report, found, back = _proposal_of(request, pk, mandate)
    return act(
        request,
        ReasonForm(*posted(request)),
        lambda data: reviewing.undo_confirmation(found, by=request.user, reason=data["reason"]),
        done=_("It is a proposal again: %(mandate)s.") % {"mandate": found},
        back=back,
        title=_("Undo the confirmation: %(mandate)s") % {"mandate": found},
        context={"body": report.body, "mandate": found, "button": _("Undo the confirmation")},
    )


@require_POST
@login_required
def propose_again(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """A declined proposal is a proposal again."""
    _report, found, back = _proposal_of(request, pk, mandate)
    return act_at_once(
        request,
        lambda: reviewing.propose_again(found, by=request.user),
        done=_("It is a proposal again: %(mandate)s.") % {"mandate": found},
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
    return act_at_once(
        request,
        lambda: reviewing.choose_group(found, group, by=request.user),
        done=_("%(decision)s is followed by: %(group)s.") % {"decision": found, "group": group or _("no group")},
        back=address(request, report, found.pk, f"d{found.pk}"),
    )
