"""One mandate: its page, and each thing that a person does to it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.lib import dates
from ctoctrack.lib.permissions import require
from mandates import wording
from mandates.actions import updating
from mandates.actions.status import Given, available, change_status, refusal
from mandates.enums import Answer, ChangeKind, Ledger
from mandates.forms.evidence import EvidenceForm, UpdateForm
from mandates.forms.status import PROOFS, TransitionForm
from mandates.models import Change, Contributor, Evidence, Mandate, Release, Repeat, Silence, TargetRequest, Update
from mandates.notices import ledger
from mandates.transitions import BY_NAME, END
from mandates.views.acting import act, posted
from mandates.views.history import in_words
from mandates.views.marks import anchor, marks_of
from mandates.views.repeats import related_of
from sessions.models import Mapping, Paragraph, ParagraphText

NOTICES: Any = Mandate.notices.rel.related_model  # whether there are any, no more: the ledger is the notices' own
# What may hang on a mandate: whether something does is asked together with the mandate.
ITS = {"mandate": OuterRef("pk")}
THINGS = {
    "evidence": Evidence.objects.filter(**ITS),
    "proof": Evidence.objects.filter(**ITS, kind__in=PROOFS),
    "releases": Release.objects.filter(**ITS),
    "updates": Update.objects.filter(**ITS),
    "silences": Silence.objects.filter(**ITS),
    "target_requests": TargetRequest.objects.filter(**ITS),
    "notices": NOTICES.objects.filter(**ITS),
    "mappings": Mapping.objects.in_force().filter(paragraph=OuterRef("paragraph")),
    "relations": Repeat.objects.filter(Q(later=OuterRef("pk")) | Q(earlier=OuterRef("pk"))),
    "superseded": Mandate.objects.filter(superseded_by=OuterRef("paragraph")),
    "siblings": Mandate.objects.filter(paragraph=OuterRef("paragraph")).exclude(pk=OuterRef("pk")),
}
AUTHORITIES = Paragraph.objects.select_related("decision__body")  # few have one: asked for where there is one


def fetch(request: PersonRequest, body: str, reference: str, permission: str = "mandates.view_mandate") -> Any:
    """The mandate of that body and reference with what `THINGS` asks, for a person who has the permission."""
    people = Prefetch("contributors", Contributor.objects.select_related("user"))
    mandates = (
        Mandate.objects.for_rows()
        .select_related("paragraph__chapeau", "body__parent")
        .defer("search_released", "search_internal")
        .prefetch_related(people, "addressees", "reported_done_by", Prefetch("superseded_by", AUTHORITIES))
        .annotate(**{f"has_{name}": Exists(things) for name, things in THINGS.items()})
    )
    its = mandates.filter(body__slug=body)
    mandate = its.filter(reference=reference).first() or its.filter(pk__in=renamed(reference)).first()
    if mandate is None:
        raise Http404
    require(request, permission, mandate.merged_into or mandate)
    paragraphs = [each for each in (mandate.paragraph, mandate.paragraph.chapeau) if each]
    prefetch_related_objects(paragraphs, "texts")
    return mandate


def own_words(paragraph: Paragraph) -> ParagraphText | None:
    """The words in the reader's own language, where that is not English and they were imported."""
    found = paragraph.words_in(get_language() or "en")
    return found if found and found.language not in {"en", paragraph.words and paragraph.words.language} else None


def renamed(reference: str) -> Any:
    """The keys of what had that reference before: a draft's mandate bears that of the adopted paragraph now."""
    gave_up = Change.objects.filter(kind=ChangeKind.TEXT, old=reference, params__did="renamed")
    return gave_up.order_by().values("mandate")


def rows(mandate: Any, name: str, *people: str) -> list[Any]:
    """What hangs on the mandate under that name; where nothing does, the database is not asked again."""
    there = getattr(mandate, f"has_{name}")
    return list(getattr(mandate, name).select_related(*people)) if there else []


def mapped_to(paragraph: Paragraph) -> list[Mapping]:
    """What a person said of drafts that became the paragraph, with what financial statements say of them."""
    return list(paragraph.mappings.in_force().select_related("by", "stated__statement"))


def siblings_of(mandate: Mandate, user: Any) -> Any:
    """The other mandates of its paragraph that the person sees."""
    others = Mandate.objects.visible_to(user).confirmed().filter(paragraph=mandate.paragraph_id)
    return others.exclude(pk=mandate.pk).for_rows()


@require_safe
@login_required
def detail(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """Everything about one mandate, with the buttons that this person has."""
    mandate = fetch(request, body, reference)
    if mandate.merged_into:
        return redirect(mandate.merged_into)
    if mandate.reference != reference:
        return redirect(mandate)
    user, on = request.user, dates.today()
    paragraph, chapeau = mandate.paragraph, mandate.paragraph.chapeau
    may = {
        name: user.has_perm(f"mandates.{name}_mandate", mandate)
        for name in ("assign", "update", "move", "release", "confirm", "ask_target", "set_target")
    }
    offered: list[dict[str, Any]] = [
        {"it": it, "form": TransitionForm(mandate=mandate, transition=it)} for it in available(mandate, user, on)
    ]
    releases = rows(mandate, "releases", "released_by", "withdrawal_asked_by", "withdrawn_by")
    told = [release for release in releases if release.withdrawn_at is None]
    reminded = ledger.told_about(mandate) if mandate.has_notices else []
    contributors = {contributor.user_id for contributor in mandate.contributors.all()}
    hear = {mandate.owner_id} | contributors | {one.recipient.pk for one in reminded}
    return render(
        request,
        "mandates/detail.html",
        {
            "mandate": mandate,
            "body": mandate.body,
            "words": paragraph.words,
            "own_words": own_words(paragraph),
            "marks": marks_of([mandate], paragraph),
            "chapeau": chapeau,
            "chapeau_marks": marks_of([mandate], chapeau) if chapeau else [],
            "anchor": anchor(paragraph),
            "due_reason": wording.due_sentence(mandate.due_reason),
            "is_overdue": mandate.days_overdue(on),
            "is_late": mandate.days_late(on),
            "is_running": mandate.is_open or mandate.ledger == Ledger.STATES,  # else no day is far or near any more
            "may": may,
            "transitions": [each for each in offered if each["it"].permission != END],
            "endings": [each for each in offered if each["it"].permission == END],
            "update_form": UpdateForm(auto_id="update-%s"),
            "updates": [
                {"it": update, "released": [release for release in told if release.update_id == update.pk]}
                for update in rows(mandate, "updates", "by")
            ],
            "evidence": rows(mandate, "evidence", "by"),
            "releases": releases,
            "history": in_words(mandate.changes.select_related("by")),
            "mapped": mapped_to(paragraph) if mandate.has_mappings else [],
            "related": related_of(mandate, user) if mandate.has_relations or mandate.has_superseded else [],
            "siblings": siblings_of(mandate, user) if mandate.has_siblings else [],
            "told": reminded,
            "hears": mandate.is_open and user.pk in hear,
            "silence": mandate.has_silences and mandate.silences.filter(person=user, until__gte=on).first(),
            "wish": mandate.has_target_requests
            and mandate.target_requests.filter(answer=Answer.WAITS).select_related("by").first(),
            "has_status": mandate.ledger != Ledger.STATES,
        },
    )


@require_http_methods(["GET", "POST"])
@login_required
def status(request: PersonRequest, body: str, reference: str, name: str) -> HttpResponse:
    """A transition of the table is made; whoever cannot make it now is told before they write."""
    mandate = fetch(request, body, reference)
    transition = BY_NAME.get(name)
    if transition is None or transition.is_for_review:
        raise Http404
    require(request, transition.permission, mandate)
    sentence = refusal(transition, mandate, request.user, dates.today())
    if request.method == "GET" and sentence:
        messages.error(request, sentence)
        return redirect(mandate)
    form = TransitionForm(*posted(request), mandate=mandate, transition=transition)

    def do(data: dict[str, Any]) -> None:
        given = Given(words=data.get("words", ""), authority=data.get("authority"))
        with transaction.atomic():
            add_all(mandate, data, by=request.user)
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


def add_all(mandate: Mandate, data: dict[str, Any], *, by: Any) -> None:
    """Each symbol, file and link that was given is a piece of evidence."""
    for kind in ("file", "symbol", "url"):
        if data.get(kind):
            updating.add_evidence(mandate, by=by, title=data.get("title", ""), **{kind: data[kind]})


@require_http_methods(["GET", "POST"])
@login_required
def update(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """An update is written."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.update_mandate", mandate)

    def do(data: dict[str, Any]) -> None:
        last = mandate.updates.first()
        if last is None or (last.by_id, last.text) != (request.user.pk, data["text"]):  # else the button went twice
            updating.add_update(mandate, data["text"], by=request.user, language=get_language())

    return act(
        request,
        UpdateForm(*posted(request)),
        do,
        done=_("The update was saved. It is internal until a line of it is released."),
        back=mandate,
        title=_("How it goes"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Save the update")},
    )


@require_http_methods(["GET", "POST"])
@login_required
def evidence(request: PersonRequest, body: str, reference: str) -> HttpResponse:
    """A piece of evidence is added."""
    mandate = fetch(request, body, reference)
    require(request, "mandates.update_mandate", mandate)

    def do(data: dict[str, Any]) -> None:
        with transaction.atomic():
            add_all(mandate, data, by=request.user)

    return act(
        request,
        EvidenceForm(*posted(request)),
        do,
        done=_("The evidence was added."),
        back=mandate,
        title=_("Add evidence"),
        context={"mandate": mandate, "body": mandate.body, "button": _("Add evidence")},
    )


@require_safe
@login_required
def evidence_file(request: PersonRequest, body: str, reference: str, pk: int) -> FileResponse:
    """The file of a piece of evidence, as an attachment under the name it was given."""
    mandate = fetch(request, body, reference)
    piece = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk, mandate=mandate)
    try:
        file = piece.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(file, as_attachment=True, filename=piece.original_name)
