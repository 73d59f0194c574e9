"""The financial statements of a report, each with its draft; and what a person says became of a draft's paragraph."""

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib.permissions import require
from mandates.actions.mapping import map_statement, take_mapping_back
from mandates.forms.mapping import MappingForm
from mandates.views.acting import act, act_at_once, posted
from mandates.views.review import fetch
from sessions.enums import Fate, ParagraphKind
from sessions.models import FinancialStatement, Mapping, Pair, Paragraph, StatedParagraph
from sessions.reading.concordance import Piece, concord

IN_FORCE = Prefetch("mappings", Mapping.objects.in_force().select_related("by", "paragraph__decision__body"))


@require_safe
@login_required
def statements(request: PersonRequest, pk: int) -> HttpResponse:
    """What the drafts would cost, paragraph by paragraph, and what became of each."""
    report = fetch(request, pk)
    paragraphs = Prefetch("paragraphs", StatedParagraph.objects.prefetch_related(IN_FORCE))
    rows = report.statements.select_related("decision__body").prefetch_related(paragraphs)
    context = {
        "report": report,
        "body": report.body,
        "statements": rows,
        "may_map": request.user.has_perm("ctoc_sessions.review_report", report),
    }
    return render(request, "mandates/statements.html", context)


def fetch_stated(request: PersonRequest, pk: int, stated: int) -> StatedParagraph:
    """The paragraph of a draft in a statement of that report, for a person who may map it."""
    report = fetch(request, pk)
    rows = StatedParagraph.objects.select_related("statement__decision", "statement__body").prefetch_related(IN_FORCE)
    found: StatedParagraph = get_object_or_404(rows, pk=stated, statement__report=report)
    require(request, "ctoc_sessions.map_financialstatement", found.statement)
    return found


@require_http_methods(["GET", "POST"])
@login_required
def map_one(request: PersonRequest, pk: int, stated: int) -> HttpResponse:
    """A person says what became of one paragraph; the likeliest adopted one is offered."""
    found = fetch_stated(request, pk, stated)
    if request.method == "GET" and found.mapping:
        return redirect("mandates:statements", pk)
    paragraphs = adopted(found.statement)
    form = MappingForm(*posted(request)[:1], paragraphs=paragraphs, likely=likeliest(found, paragraphs))
    return act(
        request,
        form,
        lambda data: map_statement(found, Fate(data["fate"]), data["paragraph"], by=request.user),
        done=_("What became of it is noted."),
        back=reverse("mandates:statements", args=[pk]),
        title=_("What became of %(paragraph)s") % {"paragraph": found},
        context={"stated": found, "body": found.statement.body, "report_pk": pk},
        template="mandates/map_statement.html",
    )


@require_POST
@login_required
def undo(request: PersonRequest, pk: int, stated: int) -> HttpResponse:
    """What was said of the paragraph no longer holds."""
    found = fetch_stated(request, pk, stated)
    asked = request.POST.get("mapping", "")
    seen = get_object_or_404(found.mappings, pk=asked) if asked.isdecimal() else found.mapping
    return act_at_once(
        request,
        lambda: take_mapping_back(seen, by=request.user),
        done=_("It is open again what became of the paragraph."),
        back=reverse("mandates:statements", args=[pk]),
    )


def adopted(statement: FinancialStatement) -> list[Paragraph]:
    """The paragraphs that the draft's can have become: of its decision, else of every decision of the report."""
    of = {"decision": statement.decision} if statement.decision_id else {"decision__report": statement.report_id}
    rows = Paragraph.objects.filter(**of).exclude(kind__in=(ParagraphKind.PREAMBLE, ParagraphKind.QUOTED))
    return list(rows.select_related("decision").prefetch_related("texts").order_by("decision__position", "position"))


def likeliest(stated: StatedParagraph, paragraphs: list[Paragraph]) -> Paragraph | None:
    """The paragraph that the draft's is known to have become where the draft was imported; else the likest in words."""
    by_key = {paragraph.pk: paragraph for paragraph in paragraphs}
    pairs = Pair.objects.filter(draft__decision__number=stated.statement.draft, paragraph__in=by_key)
    for pair in pairs.select_related("draft"):
        if pair.paragraph_id and pair.draft.label.strip("().") == stated.label.strip("()"):
            return by_key[pair.paragraph_id]
    if not stated.words:
        return None
    old = [Piece(stated.label, "", stated.words)]
    new = [Piece(p.label, p.part, p.words.text if p.words else "") for p in paragraphs]
    matches = [match for match in concord(old, new) if match.old == 0 and match.new is not None]
    return paragraphs[matches[0].new] if matches and matches[0].new is not None else None
