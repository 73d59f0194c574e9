"""What was read is corrected in the review of a report: edited, split, merged, added."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ctoctrack.accounts.requests import PersonRequest
from mandates import wording
from mandates.actions import merging, splitting
from mandates.actions.correcting import NO_DEADLINE, correct, seen_of
from mandates.actions.ledgers import ledger_of, parties_of
from mandates.actions.marked import read_marked
from mandates.actions.scheduling import calendar_of
from mandates.enums import ActionType, Status
from mandates.forms.reading import VERBS, ReadingForm, written
from mandates.forms.review import MergeForm, SplitForm, seen_of_all
from mandates.models import Mandate
from mandates.scheduling import Rule, day_of_text
from mandates.views.acting import act, posted
from mandates.views.judging import proposal_of
from mandates.views.marks import marks_of
from mandates.views.review import fetch
from mandates.views.review_course import address
from sessions.models import Paragraph, Report


def beside(paragraph: Paragraph, mandates: list[Mandate]) -> dict[str, Any]:
    """The text that stands beside the form: the paragraph, and the chapeau it hangs on, with marks."""
    chapeau = paragraph.chapeau
    return {
        "paragraph": paragraph,
        "words": paragraph.words,
        "marks": marks_of(mandates, paragraph, action=True),
        "chapeau_words": chapeau.words if chapeau else None,
        "chapeau_marks": marks_of(mandates, chapeau, action=True) if chapeau else [],
    }


def what_it_gives(report: Report, paragraph: Paragraph, reading: dict[str, Any]) -> dict[str, Any]:
    """The day that follows from a reading, with the reason, and the ledger that its addressees decide."""
    rule = {name.removeprefix("deadline_"): value for name, value in reading.items() if name.startswith("deadline_")}
    rule["session"] = rule.pop("ordinal")
    del rule["text"]
    due = day_of_text(Rule(**rule), calendar_of(report.body))
    asked = ledger_of(reading["addressees"], report.body, paragraph.decision.group, parties_of(report.body))
    return {
        "due_on": due.on,
        "because": wording.due_sentence({"code": due.code, "params": due.params}),
        "ledger": asked.ledger.label,
        "is_named": asked.is_named,
    }


def read_of(mandate: Mandate, names: list[str]) -> dict[str, Any]:
    """The reading that a page begins with, in the form of `ReadingForm.reading`."""
    return {name: getattr(mandate, name) for name in NO_DEADLINE} | {"addressees": names}


def reading_page(
    request: PersonRequest, report: Report, mandate: Mandate, form: ReadingForm, page: dict[str, Any]
) -> HttpResponse:
    """What the reading gives, where the person asks for that and for nothing else."""
    gives = what_it_gives(report, mandate.paragraph, form.reading) if form.is_valid() else None
    status = 200 if gives else 400
    return render(request, "mandates/review_edit.html", {**page, "form": form, "gives": gives}, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """What was read of a proposal or of a mandate is corrected."""
    report, found, back = proposal_of(request, pk, mandate)
    names = [addressee.name for addressee in found.addressees.all()]
    form = ReadingForm(*posted(request), mandate=found, names=names)
    if request.method == "POST" and request.POST.get("seen") != written(seen_of(found)):
        for name in form.fields.keys() & {"ledger", "reason"}:  # they came with what somebody else did: said first
            form.fields[name].required = False

    def do(data: dict[str, Any]) -> None:
        correct(
            found,
            form.reading,
            by=request.user,
            seen=data["seen"],
            ledger=data.get("ledger"),
            reason=data.get("reason", ""),
        )

    page = {
        "title": _("Correct the reading: %(mandate)s") % {"mandate": found},
        "back": back,
        "body": report.body,
        "mandate": found,
        "button": _("Save"),
        "verbs": VERBS,
        "gives": request.method == "GET" and what_it_gives(report, found.paragraph, read_of(found, names)),
        **beside(found.paragraph, [found]),
    }
    if "look" in request.POST:
        return reading_page(request, report, found, form, page)
    return act(
        request,
        form,
        do,
        done=_("Saved: %(mandate)s.") % {"mandate": found},
        back=back,
        title=page["title"],
        seen=lambda: {"seen": written(seen_of(Mandate.objects.get(pk=found.pk)))},
        context=page,
        template="mandates/review_edit.html",
    )


@require_http_methods(["GET", "POST"])
@login_required
def add(request: PersonRequest, pk: int, paragraph: int) -> HttpResponse:
    """A request that the reader missed is added; words that were marked (`?words=`) are read first."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    rows = Paragraph.objects.select_related("decision__body", "decision__group", "decision__session", "chapeau")
    found = get_object_or_404(rows.prefetch_related("texts"), pk=paragraph, decision__report=report)
    words, near = " ".join(request.GET.get("words", "")[:5000].split()), request.GET.get("near", "0")
    made = read_marked(found, words, int(near) if near.isdecimal() and len(near) < 9 else 0) if words else None
    blank = Mandate(paragraph=found, action=words, action_type=ActionType.IMPLEMENTATION, status=Status.PROPOSED)
    mandate, names = made or (blank, [])
    form = ReadingForm(*posted(request), mandate=mandate, names=names)
    added: list[Mandate] = []
    back = address(report, "", found.decision_id, f"p{found.pk}")
    page = {
        "title": _("Add a request of %(paragraph)s") % {"paragraph": found},
        "back": back,
        "body": report.body,
        "mandate": mandate,
        "button": _("Add"),
        "verbs": VERBS,
        "gives": request.method == "GET" and what_it_gives(report, found, read_of(mandate, names)),
        **beside(found, [mandate] if made else []),
    }
    if "look" in request.POST:
        return reading_page(request, report, mandate, form, page)
    response = act(
        request,
        form,
        lambda data: added.append(splitting.add(found, form.reading, by=request.user)),
        done=_("Added as a proposal: %(paragraph)s.") % {"paragraph": found},
        back=back,
        title=page["title"],
        context=page,
        template="mandates/review_edit.html",
    )
    if added:
        response["Location"] = address(report, "", found.decision_id, f"m{added[0].pk}")
    return response


@require_http_methods(["GET", "POST"])
@login_required
def split(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """Words of a request become a request of their own."""
    report, found, back = proposal_of(request, pk, mandate)
    marked = {name: request.GET.get(name, "")[:5000] for name in ("words", "near")}
    form = SplitForm(*posted(request), mandate=found, initial=marked)
    return act(
        request,
        form,
        lambda data: splitting.split(
            found,
            data["words"],
            by=request.user,
            seen=data["seen"],
            near=data.get("near"),
            reason=data.get("reason", ""),
        ),
        done=_("Split: %(mandate)s.") % {"mandate": found},
        back=back,
        title=_("Split: %(mandate)s") % {"mandate": found},
        seen=lambda: {"seen": written(seen_of(Mandate.objects.get(pk=found.pk)))},
        context={
            "body": report.body,
            "mandate": found,
            "button": _("Split"),
            "intro": _("The second request keeps the verb and whom it asks. Both can be edited afterwards."),
            **beside(found.paragraph, [found]),
        },
        template="mandates/review_parts.html",
    )


@require_http_methods(["GET", "POST"])
@login_required
def merge(request: PersonRequest, pk: int, mandate: int) -> HttpResponse:
    """Two requests of a paragraph become one."""
    report, found, _back = proposal_of(request, pk, mandate)
    live = found.paragraph.mandates.exclude(status=Status.DECLINED)
    rows = live.exclude(pk=found.pk).for_rows().prefetch_related("addressees", "paragraph__texts")
    others = list(rows.order_by("position", "pk"))
    form = MergeForm(*posted(request), mandate=found, others=others)

    def do(data: dict[str, Any]) -> None:
        other = data["other"]
        merging.merge(
            found,
            other,
            by=request.user,
            seen=data["seen"],
            other_seen=data["seen_others"].get(str(other.pk), (-1, None)),
            reason=data.get("reason", ""),
        )

    stays = merging.which_stays(found, others[0])[0] if len(others) == 1 else found
    return act(
        request,
        form,
        do,
        done=_("Merged: %(mandate)s.") % {"mandate": found},
        back=address(report, request.GET.get("show", ""), found.paragraph.decision_id, f"m{stays.pk}"),
        title=_("Merge: %(mandate)s") % {"mandate": found},
        seen=lambda: {
            "seen": written(seen_of(Mandate.objects.get(pk=found.pk))),
            "seen_others": seen_of_all(list(rows.all())),
        },
        context={
            "body": report.body,
            "mandate": found,
            "button": _("Merge"),
            "is_alone": not others,
            "intro": _("The confirmed one stays, else the first. The reference of the other leads to it."),
            **beside(found.paragraph, [found, *others]),
        },
        template="mandates/review_parts.html",
    )
