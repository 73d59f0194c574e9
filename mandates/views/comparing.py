"""What a person decides about a file that says otherwise: each button of the page that compares."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from mandates.actions import adopting, carrying
from mandates.actions.facts import Conflict, Refused
from mandates.forms.comparing import DraftForm, PairsForm, PlaceForm
from mandates.history import conflict_sentence
from mandates.views.differences import page, without_words
from mandates.views.review import fetch
from sessions.actions import tracing
from sessions.actions.comparing import standing
from sessions.actions.deciding import Decided
from sessions.actions.pairing import Paired, dismiss, rows_of
from sessions.enums import Answer, DifferenceKind
from sessions.models import Concordance, Difference, Pair, Report


def back_to(report: Report, decision: int, anchor: str = "") -> str:
    """The page again, at that decision."""
    return f"{reverse('mandates:differences', args=[report.pk])}?decision={decision}{f'#{anchor}' if anchor else ''}"


@require_POST
@login_required
def decide(request: PersonRequest, pk: int, difference: int) -> HttpResponse:
    """One difference is decided: the file's word is taken, what is stored is kept, or that is undone."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    rows = Difference.objects.select_related("report", "decision__body__parent", "decision__session", "paragraph")
    found = get_object_or_404(rows, pk=difference, report=report)
    answer = request.POST.get("answer", "")
    asked = str(found.decision_id)
    try:
        match answer:
            case "take" if found.kind == DifferenceKind.UNALIGNED:
                form = PlaceForm(request.POST, paragraphs=without_words(report, found.decision, [found]))
                if not form.is_valid():
                    raise Refused(_("Choose the paragraph to which these words belong."))
                carrying.take(found, by=request.user, paragraph=form.cleaned_data["paragraph"])
                done = _("These words stand with the paragraph now.")
            case "take":
                carrying.take(found, by=request.user, accepted=accepted(request))
                done = _("The file’s word was taken.")
            case "keep":
                carrying.keep(found, by=request.user)
                done = _("What is stored stays.")
            case "undo":
                carrying.undo(found, by=request.user)
                done = _("It is open again.")
            case _other:
                raise Refused(_("Choose what shall be done."))
    except Decided as decided:
        return page(request, report, asked=asked, conflict=decided_sentence(decided.difference))
    except Conflict as conflict:
        return page(request, report, asked=asked, conflict=conflict_sentence(conflict.change))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(back_to(report, found.decision_id, f"f{found.pk}"))


def accepted(request: PersonRequest) -> set[tuple[int, str]]:
    """The fields of mandates that a person ticked: a key and a name each."""
    found = set()
    for value in request.POST.getlist("offer"):
        key, _colon, name = value.partition(":")
        if key.isdecimal():
            found.add((int(key), name))
    return found


@require_POST
@login_required
def take_harmless(request: PersonRequest, pk: int) -> HttpResponse:
    """Everything of a decision is taken in which only spaces, punctuation or typography differ."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    asked = request.POST.get("decision", "")
    rows = Difference.objects.filter(report=report, is_harmless=True, answer=Answer.OPEN)
    if asked.isdecimal():
        rows = rows.filter(decision=int(asked))
    found = rows.select_related("report", "decision__body__parent", "decision__session", "paragraph")
    try:
        count = carrying.take_harmless(list(found), by=request.user)
    except Decided as decided:
        return page(request, report, asked=asked, conflict=decided_sentence(decided.difference))
    said = ngettext("%(number)d difference was taken.", "%(number)d differences were taken.", count)
    messages.success(request, said % {"number": count})
    return redirect(back_to(report, int(asked)) if asked.isdecimal() else reverse("mandates:differences", args=[pk]))


@require_POST
@login_required
def trace(request: PersonRequest, pk: int) -> HttpResponse:
    """A person says of which draft a decision of the report came, where the words did not tell."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    decisions, drafts = tracing.untraced(report)
    form = DraftForm(request.POST, decisions=decisions, drafts=drafts)
    if not form.is_valid():
        messages.error(request, _("Choose a decision and the draft of which it came."))
        return redirect("mandates:differences", pk)
    decision = form.decisions[form.cleaned_data["decision"]]
    found = tracing.trace(report, decision, form.drafts[form.cleaned_data["draft"]])
    return redirect(back_to(report, decision.pk, f"c{found.pk}"))


@require_POST
@login_required
def concordance(request: PersonRequest, pk: int, concordance: int) -> HttpResponse:
    """What became of a draft's paragraphs is confirmed, all or one; or it is no draft of this; or a pair is undone."""
    report = fetch(request, pk, "ctoc_sessions.review_report")
    rows = Concordance.objects.select_related("draft__body", "decision__body__parent", "decision__session", "report")
    found = get_object_or_404(rows, pk=concordance, report=report)
    asked = str(found.decision_id)
    try:
        done = _done(request, found)
    except Paired as paired:
        return page(request, report, asked=asked, conflict=paired_sentence(paired))
    except Conflict as conflict:
        return page(request, report, asked=asked, conflict=conflict_sentence(conflict.change))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(back_to(report, found.decision_id, f"c{found.pk}"))


def _done(request: PersonRequest, found: Concordance) -> str:
    """Does what the button says, and says it was done."""
    answer, at = request.POST.get("answer", ""), dates.now()
    if answer in {"dismiss", "again"}:
        dismiss(found, by=request.user, at=at, again=answer == "again")
        return _("It is open again.") if answer == "again" else _("It is not shown as its draft any more.")
    if answer.startswith("undo-"):
        pair = get_object_or_404(
            Pair.objects.select_related("concordance__decision__body__parent", "draft__decision", "paragraph"),
            pk=int(answer[5:]) if answer[5:].isdecimal() else 0,
            concordance=found,
        )
        adopting.take_back(pair, by=request.user)
        return _("It is open again what became of the paragraph.")
    form = PairsForm(request.POST, rows=rows_of(found), paragraphs=standing(found.decision))
    only = int(answer[4:]) if answer.startswith("one-") and answer[4:].isdecimal() else None
    chosen = form.chosen(only) if form.is_valid() else []
    if not chosen:
        raise Refused(_("Choose what became of it."))
    count = adopting.carry(found, chosen, by=request.user)
    said = ngettext("Confirmed: %(number)d paragraph.", "Confirmed: %(number)d paragraphs.", len(chosen))
    carried = ngettext("%(number)d mandate went along.", "%(number)d mandates went along.", count)
    return f"{said % {'number': len(chosen)}} {carried % {'number': count}}"


def decided_sentence(difference: Difference) -> str:
    """Who decided it first, or that the words changed since they were compared."""
    if difference.answered_by is None:
        return _("The words of %(paragraph)s have changed since they were compared. Nothing was done: look again.") % {
            "paragraph": difference.paragraph or difference.decision
        }
    return _("%(person)s has decided this in the meantime: %(what)s. Nothing of yours was done: look again.") % {
        "person": difference.answered_by,
        "what": difference.get_answer_display(),
    }


def paired_sentence(paired: Paired) -> str:
    """Who said first what became of a paragraph of the draft."""
    if paired.pair is None:
        return _("%(person)s has decided this in the meantime: %(what)s. Nothing of yours was done: look again.") % {
            "person": paired.concordance.answered_by or _("Somebody"),
            "what": paired.concordance.get_answer_display(),
        }
    return _("%(person)s has said in the meantime what became of %(draft)s. Nothing of yours was done: look again.") % {
        "person": paired.pair.by,
        "draft": paired.pair.draft.label or paired.concordance.draft.number,
    }
