"""One mandate: its page, and each thing that a person does to it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.models import Unit
from ctoctrack.accounts.rules import headed_by
from ctoctrack.lib import dates
from ctoctrack.lib.permissions import require
from mandates import wording
from mandates.actions import assigning, scheduling, updating
from mandates.actions.status import Given, available, change_status
from mandates.enums import Ledger
from mandates.forms import (
    AssignForm,
    EvidenceForm,
    TargetForm,
    TransitionForm,
    UpdateForm,
    WaitingForm,
)
from mandates.models import Evidence, Mandate, Release
from mandates.notices import ledger
from mandates.transitions import BY_NAME, END
from mandates.views.acting import act
from mandates.views.history import in_words
from mandates.views.marks import marks_of
from sessions.rules import is_secretariat


def fetch(request: HttpRequest, body: str, reference: str, permission: str = "mandates.view_mandate") -> Mandate:
    """The mandate of that body and reference, for a person who has the permission."""
    mandates = (
        Mandate.objects.for_rows()
        .select_related("reported_done_by", "superseded_by__decision__body", "paragraph__chapeau", "asked_body")
        .prefetch_related("contributors__user", "addressees", "paragraph__texts", "paragraph__chapeau__texts")
    )
    mandate = get_object_or_404(mandates, body__slug=body, reference=reference)
    require(request, permission, mandate)
    return mandate


@require_safe
@login_required
def detail(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """Everything about one mandate, with the buttons that this person has."""
    mandate = fetch(request, body, reference)
    user, on = request.user, dates.today()
    may = {
        name: user.has_perm(f"mandates.{name}_mandate", mandate)
        for name in ("assign", "update", "move", "release", "confirm")
    }
    offered = [
        {"it": it, "form": TransitionForm(mandate=mandate, transition=it)} for it in available(mandate, user, on)
    ]
    siblings = Mandate.objects.visible_to(user).confirmed().filter(paragraph=mandate.paragraph).exclude(pk=mandate.pk)
    return render(
        request,
        "mandates/detail.html",
        {
            "mandate": mandate,
            "body": mandate.body,
            "words": mandate.paragraph.words,
            "marks": marks_of([mandate], mandate.paragraph),
            "chapeau": mandate.paragraph.chapeau,
            "chapeau_marks": marks_of([mandate], mandate.paragraph.chapeau) if mandate.paragraph.chapeau else [],
            "due_reason": wording.due_sentence(mandate.due_reason),
            "may": may,
            "transitions": [each for each in offered if each["it"].permission != END],
            "endings": [each for each in offered if each["it"].permission == END],
            "update_form": UpdateForm(auto_id="update-%s"),
            "updates": mandate.updates.select_related("by").prefetch_related(
                Prefetch("releases", Release.objects.in_force(), to_attr="released")
            ),
            "evidence": mandate.evidence.select_related("by"),
            "releases": mandate.releases.select_related("released_by", "withdrawal_asked_by", "withdrawn_by"),
            "history": in_words(mandate.changes.select_related("by", "mandate")),
            "siblings": siblings.for_rows(),
            "told": ledger.told_about(mandate),
            "is_secretariats": mandate.ledger == Ledger.SECRETARIAT,
            "has_status": mandate.ledger != Ledger.STATES,
        },
    )


@require_http_methods(["GET", "POST"])
@login_required
def status(request: HttpRequest, body: str, reference: str, name: str) -> HttpResponse:
    """A transition of the table is made."""
    mandate = fetch(request, body, reference)
    transition = BY_NAME.get(name)
    if transition is None or transition.is_for_review:
        raise Http404
    require(request, transition.permission, mandate)
    form = TransitionForm(request.POST or None, request.FILES or None, mandate=mandate, transition=transition)

    def do(data: dict[str, Any]) -> None:
        with transaction.atomic():
            if data.get("symbol") or data.get("file"):
                updating.add_evidence(mandate, by=request.user, symbol=data.get("symbol", ""), file=data.get("file"))
            given = Given(words=data.get("words", ""), authority=data.get("authority"))
            change_status(mandate, name, by=request.user, was=data["was"] or None, given=given)

    return act(
        request,
        form,
        do,
        done=_("The status is now: %(status)s.") % {"status": transition.target.label},
        back=mandate,
        title=str(transition.label),
        seen=lambda: {"was": Mandate.objects.values_list("status", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": transition.label},
    )


@require_http_methods(["GET", "POST"])
@login_required
def update(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """An update is written."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.update_mandate", mandate)
    language = getattr(request, "LANGUAGE_CODE", "en")
    return act(
        request,
        UpdateForm(request.POST or None),
        lambda data: updating.add_update(mandate, data["text"], by=request.user, language=language),
        done=_("The update was saved. It is internal until a line of it is released."),
        back=mandate,
        title=_("How it goes"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Save the update")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def evidence(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """A piece of evidence is added."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.update_mandate", mandate)
    return act(
        request,
        EvidenceForm(request.POST or None, request.FILES or None),
        lambda data: updating.add_evidence(mandate, by=request.user, **data),
        done=_("The evidence was added."),
        back=mandate,
        title=_("Add evidence"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Add evidence")},
    )


@require_safe
@login_required
def evidence_file(request: HttpRequest, body: str, reference: str, pk: int) -> FileResponse:
    """The file of a piece of evidence, as an attachment under the name it was given."""
    mandate = fetch(request, body, reference)
    piece = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk, mandate=mandate)
    return FileResponse(piece.file.open("rb"), as_attachment=True, filename=piece.original_name)


@require_http_methods(["GET", "POST"])
@login_required
def assign(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """Owner, unit and contributors are chosen; a head of unit chooses among the people of the unit."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.assign_mandate", mandate)
    units = Unit.objects.all()
    if not is_secretariat(request.user, mandate):
        units = units.filter(pk__in=headed_by(request.user))
    form = AssignForm(request.POST or None, mandate=mandate, on=dates.today(), units=units)

    def do(data: dict[str, Any]) -> None:
        owner, unit = data["owner"]
        with transaction.atomic():
            assigning.assign(mandate, owner, unit, by=request.user, was=data["was"])
            assigning.set_contributors(mandate, list(data["contributors"]), by=request.user)

    return act(
        request,
        form,
        do,
        done=_("The mandate was assigned."),
        back=mandate,
        title=_("Owner and contributors"),
        seen=lambda: {"was": Mandate.objects.values_list("owner", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Assign")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def waiting(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """What the mandate waits for is said, or that it waits no longer."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.move_mandate", mandate)
    initial = {"waiting_for": mandate.waiting_for, "basis": mandate.waiting_basis, "was": mandate.waiting_for}
    form = WaitingForm(request.POST or None, initial=initial)
    if not is_secretariat(request.user, mandate):  # "resources" is the secretariat's to say
        form.fields["waiting_for"].choices = [c for c in form.fields["waiting_for"].choices if c[0] != "resources"]
        del form.fields["basis"]
    return act(
        request,
        form,
        lambda data: assigning.set_waiting(
            mandate, data["waiting_for"], by=request.user, was=data["was"], basis=data.get("basis", "")
        ),
        done=_("Saved what the mandate waits for."),
        back=mandate,
        title=_("Waiting for"),
        seen=lambda: {"was": Mandate.objects.values_list("waiting_for", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Save")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def target(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """The Secretariat's own day is moved, with a reason."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.release_mandate", mandate)
    if mandate.ledger == Ledger.STATES:
        raise Http404
    form = TargetForm(request.POST or None, initial={"target": mandate.target_on, "was": mandate.target_on})
    return act(
        request,
        form,
        lambda data: scheduling.move_target(
            mandate, data["target"], by=request.user, reason=data["reason"], was=data["was"]
        ),
        done=_("The target was moved."),
        back=mandate,
        title=_("Target"),
        seen=lambda: {"was": Mandate.objects.values_list("target_on", flat=True).get(pk=mandate.pk)},
        context={"mandate": mandate, "body": mandate.body, "button": _("Move the target")},
    )
