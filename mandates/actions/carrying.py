"""A person takes what a later file says, and the mandates of the paragraph go along; or leaves it; or undoes that.

Texts change by `sessions.actions.deciding`; here is what follows for mandates, in the same transaction.
"""

import datetime as dt
from collections.abc import Container, Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.correcting import correct, seen_of
from mandates.actions.facts import Refused, record
from mandates.actions.finding import renew_search
from mandates.actions.rereading import Everything, Key, corrected_fields, mandates_of, reread
from mandates.actions.reviewing import decline, propose_again
from mandates.actions.rewording import follow_words, reorder
from mandates.enums import ChangeKind, Status
from mandates.models import Change, Mandate
from sessions.actions import deciding
from sessions.enums import Answer, DifferenceKind
from sessions.models import Difference, Paragraph, Report

BUILT = (ChangeKind.CONFIRMED, ChangeKind.TEXT, ChangeKind.RELEASE)  # what builds on the words of a paragraph
READ = frozenset({DifferenceKind.ADDED, DifferenceKind.CHANGED, DifferenceKind.MOVED})


@transaction.atomic
def take(
    difference: Difference,
    *,
    by: User,
    accepted: Container[Key] = frozenset(),
    paragraph: Paragraph | None = None,
    at: dt.datetime | None = None,
) -> Paragraph:
    """The file's word stands; of the mandates that follow it, the fields `accepted` are as the new words say.

    Raises `deciding.Decided` where somebody else was faster or the words are no longer those that were compared.
    """
    at = at or dates.now()
    found = deciding.take(difference, by=by, at=at, paragraph=paragraph)
    if difference.language != "en":
        renew_search(Mandate.objects.filter(paragraph=found))
        return found
    if difference.kind == DifferenceKind.VANISHED:
        _vanish(difference, by=by, at=at)
        return found
    decision = difference.decision
    own = mandates_of(decision)
    corrected = corrected_fields(mandate for each in own.values() for mandate in each)
    made: list[int] = []
    for read in reread(decision, own=own).values():
        if read.paragraph.pk == found.pk or read.paragraph.chapeau_id == found.pk:
            fresh = follow_words(read, accepted, corrected, by=by, at=at, reason=reason_of(difference.report))
            made += [mandate.pk for mandate in fresh]
    reorder(decision)
    difference.before = {**(difference.before or {}), "made": made}
    difference.save(update_fields=["before"])
    return found


def reason_of(report: Report) -> str:
    """Why a reading changed that nobody corrected: the file that says so."""
    return str(report)


@transaction.atomic
def take_harmless(differences: Iterable[Difference], *, by: User, at: dt.datetime | None = None) -> int:
    """Every one of these in which only spaces, punctuation or typography differ is taken; how many."""
    at = at or dates.now()
    count = 0
    for difference in differences:
        if difference.is_harmless and difference.answer == Answer.OPEN:
            take(difference, by=by, accepted=Everything(), at=at)
            count += 1
    return count


@transaction.atomic
def keep(difference: Difference, *, by: User, at: dt.datetime | None = None) -> None:
    """What is stored stays."""
    deciding.keep(difference, by=by, at=at or dates.now())


def _vanish(difference: Difference, *, by: User, at: dt.datetime) -> None:
    """Mandates of the paragraph stay and say so; what was only proposed there is declined."""
    reason = _("The paragraph is not in %(file)s.") % {"file": difference.report}
    declined = []
    for mandate in Mandate.objects.filter(paragraph=difference.paragraph).for_rows().prefetch_related("addressees"):
        if mandate.status == Status.PROPOSED:
            decline(mandate, by=by, reason=reason, at=at)
            declined.append(mandate.pk)
        elif mandate.is_confirmed:
            record(mandate, ChangeKind.TEXT, by=by, at=at, reason=reason, did="vanished", fields=[])
    difference.before = {"declined": declined}
    difference.save(update_fields=["before"])


@transaction.atomic
def undo(difference: Difference, *, by: User, at: dt.datetime | None = None) -> None:
    """It is to be decided again, and texts and mandates are as before. Refused where something was built on it."""
    at = at or dates.now()
    was, when, before = difference.answer, difference.answered_at, difference.before or {}
    paragraph = difference.paragraph
    try:
        if was == Answer.TAKEN and paragraph is not None and difference.language == "en":
            _take_back(paragraph, before, when, by=by, at=at)
        deciding.undo(difference, by=by, at=at)
    except deciding.BuiltUpon:
        raise Refused(_("Something was built on it since: it cannot be undone any more.")) from None
    if was == Answer.TAKEN and difference.language == "en" and difference.kind in READ:
        own = mandates_of(difference.decision)
        corrected = corrected_fields(mandate for each in own.values() for mandate in each)
        for read in reread(difference.decision, own=own).values():
            if paragraph is not None and paragraph.pk in (read.paragraph.pk, read.paragraph.chapeau_id):
                follow_words(read, frozenset(), corrected, by=by, at=at, reason="", did="words_back")
        reorder(difference.decision)


def _take_back(
    paragraph: Paragraph, before: dict[str, Any], when: dt.datetime | None, *, by: User, at: dt.datetime
) -> None:
    """What was made of the new words is gone, and each mandate is read as before; BuiltUpon where people went on."""
    made = Mandate.objects.filter(pk__in=before.get("made", []))
    if Change.objects.filter(mandate__in=made).exists():
        raise deciding.BuiltUpon
    for mandate in made:
        mandate.addressees.all().delete()
    made.delete()
    affected = Mandate.objects.filter(paragraph=paragraph) | Mandate.objects.filter(paragraph__chapeau=paragraph)
    if when and Change.objects.filter(mandate__in=affected, kind__in=BUILT, at__gt=when).exists():
        raise deciding.BuiltUpon
    for mandate in affected.for_rows().prefetch_related("addressees", "paragraph__texts"):
        last = mandate.changes.filter(kind=ChangeKind.TEXT).first()
        if last is None or last.at != when:
            continue
        if last.params.get("did") == "new_words":
            new, reason = last.params["was"], _("Taken back: the words of the file were taken by mistake.")
            correct(mandate, new, by=by, seen=seen_of(mandate), reason=reason, did="taken_back", at=at)
    for mandate in Mandate.objects.filter(pk__in=before.get("declined", []), status=Status.DECLINED):
        propose_again(mandate, by=by, at=at)
