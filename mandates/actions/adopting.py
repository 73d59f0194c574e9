"""What people confirmed and assigned on the day of adoption goes from the draft to the text as adopted.

The same mandates then stand under the adopted paragraph, under its reference; owners, targets, status, updates, history
and reminders stay theirs, and the reference that they had leads to them.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.correcting import correct, reading_of, seen_of
from mandates.actions.facts import Refused, claim, record, touch
from mandates.actions.rereading import Everything, Reread, corrected_fields, is_the_readers_own, mandates_of, reread
from mandates.actions.reviewing import decline, reference_of, undo_confirmation
from mandates.actions.rewording import follow_words, reorder
from mandates.enums import OPEN, ChangeKind, Ledger, Status
from mandates.models import Change, Mandate
from sessions.actions import pairing
from sessions.models import Concordance, Pair, Paragraph

Chosen = tuple[Paragraph, Paragraph | None]


@transaction.atomic
def carry(concordance: Concordance, chosen: Iterable[Chosen], *, by: User, at: dt.datetime | None = None) -> int:
    """Each paragraph of the draft became what was chosen, None where it was struck; how many mandates went along.

    Raises `pairing.Paired` where somebody else has said it of one of them: then nothing is done.
    """
    at = at or dates.now()
    moved: dict[int, list[Mandate]] = {}
    own = mandates_of(concordance.draft)
    pairs: dict[int, Pair] = {}
    count = 0
    for draft, paragraph in chosen:
        made = pairing.pair(concordance, draft, paragraph, by=by, at=at)
        mandates = own.get(draft.pk, [])
        if paragraph is None:
            made.before = _strike(mandates, concordance, by=by, at=at)
        else:
            made.before = {"mandates": {}}
            for mandate in mandates:
                pairs[mandate.pk] = made
            moved.setdefault(paragraph.pk, []).extend(mandates)
        made.save(update_fields=["before"])
        count += len(mandates)
    if moved:
        _settle(concordance, moved, pairs, by=by, at=at)
    return count


def _settle(
    concordance: Concordance, moved: dict[int, list[Mandate]], pairs: dict[int, Pair], *, by: User, at: dt.datetime
) -> None:
    """The mandates stand under the adopted paragraphs and are read in the adopted words."""
    decision = concordance.decision
    there = mandates_of(decision)
    corrected = corrected_fields(mandate for each in moved.values() for mandate in each)
    reason = _("As adopted: %(decision)s.") % {"decision": decision}
    reads = reread(decision, own=moved)
    for pk, mandates in moved.items():
        read = reads[pk]
        proposals = [mandate for mandate in there.get(pk, []) if is_the_readers_own(mandate)]
        _absorb(read, mandates, proposals)
        for mandate in [m for m in mandates if m.pk]:
            _move(mandate, read.paragraph, pairs[mandate.pk], by=by, at=at)
        # What else the adopted paragraph asks was proposed when the report came, and is no news.
        read.fresh = []
        follow_words(read, Everything(), corrected, by=by, at=at, reason=reason, did="adopted")
        for mandate in [m for m in mandates if m.pk]:
            touch(mandate, at, reworded=True)
    reorder(decision)


def _absorb(read: Reread, mandates: list[Mandate], proposals: list[Mandate]) -> None:
    """Of two that are one request, one stays: that with which people have dealt. Nobody has touched the other."""
    by_position = {proposal.position: proposal for proposal in proposals}
    places = {id(candidate): at for at, candidate in enumerate(read.candidates)}
    kept: list[tuple[Mandate, Any]] = []
    for mandate, candidate in read.matched:
        proposal = by_position.get(places[id(candidate)])
        if is_the_readers_own(mandate) and proposal is not None:
            mandate.addressees.all().delete()
            mandate.delete()
            mandates.remove(mandate)
            continue
        if proposal is not None:
            known = mandate.repeats.values("earlier")
            proposal.repeats.exclude(earlier=mandate).exclude(earlier__in=known).update(later=mandate)
            mandate.position = proposal.position
            proposal.addressees.all().delete()
            proposal.delete()
        kept.append((mandate, candidate))
    read.matched = kept


def _move(mandate: Mandate, paragraph: Paragraph, made: Pair, *, by: User, at: dt.datetime) -> None:
    """The mandate stands under the paragraph, with its next number; where it stood is kept, for an undo."""
    made.before["mandates"][str(mandate.pk)] = {
        "number": mandate.number,
        "reference": mandate.reference,
        "position": mandate.position,
        "group": mandate.group_id,
        "reading": reading_of(mandate),
        "references": mandate.references,
    }
    made.save(update_fields=["before"])
    former = mandate.reference
    mandate.paragraph = paragraph
    number = _free_number(mandate) if mandate.number else None
    claim(
        mandate,
        {"edition": mandate.edition, "status": mandate.status},
        paragraph=paragraph,
        number=number,
        reference=reference_of(mandate, number) if number else None,
        position=mandate.position,
        group=paragraph.decision.group or mandate.group,
    )
    if former:
        record(
            mandate,
            ChangeKind.TEXT,
            by=by,
            at=at,
            old=former,
            new=mandate.reference,
            did="renamed",
            fields=[],
            former=str(made.draft),
            now=str(paragraph),
        )


def _free_number(mandate: Mandate) -> int:
    """The next number in the paragraph that no mandate of the body has by its reference."""
    Paragraph.objects.select_for_update().get(pk=mandate.paragraph_id)
    in_paragraph = Mandate.objects.filter(paragraph=mandate.paragraph_id)
    number = int(in_paragraph.aggregate(highest=Max("number"))["highest"] or 0) + 1
    while Mandate.objects.filter(body=mandate.body_id, reference=reference_of(mandate, number)).exists():
        number += 1
    return number


def _strike(mandates: list[Mandate], concordance: Concordance, *, by: User, at: dt.datetime) -> dict[str, Any]:
    """What the struck paragraph asked is closed as not adopted; whose it was is told, as of any change of status."""
    before: dict[str, Any] = {"struck": {}}
    reason = _("Not adopted: it is not in %(decision)s.") % {"decision": concordance.decision}
    for mandate in mandates:
        if mandate.status == Status.PROPOSED:
            decline(mandate, by=by, reason=reason, at=at)
        elif mandate.ledger == Ledger.STATES:
            undo_confirmation(mandate, by=by, reason=reason, at=at)
            decline(mandate, by=by, reason=reason, at=at)
        elif mandate.status in OPEN or mandate.status == Status.TOOK_EFFECT:
            old = mandate.status
            claim(mandate, {"status": old}, status=Status.DISCONTINUED, waiting_for="", waiting_since=None)
            record(mandate, ChangeKind.STATUS, by=by, at=at, old=old, new=Status.DISCONTINUED, reason=reason)
            touch(mandate, at)
            before["struck"][str(mandate.pk)] = old
    return before


@transaction.atomic
def take_back(made: Pair, *, by: User, at: dt.datetime | None = None) -> None:
    """The pair was no pair: its mandates stand under the draft again. Refused where people have gone on since."""
    at = at or dates.now()
    before = made.before
    pks = [int(pk) for pk in (*before.get("mandates", {}), *before.get("struck", {}))]
    if Change.objects.filter(mandate__in=pks, at__gt=made.at).exists():
        raise Refused(_("Something was built on it since: it cannot be undone any more."))
    rows = Mandate.objects.filter(pk__in=pks).for_rows().prefetch_related("addressees", "paragraph__texts")
    decision, draft, when = made.concordance.decision, made.draft, made.at
    pairing.part(made)
    for mandate in rows:
        if old := before.get("struck", {}).get(str(mandate.pk)):
            claim(mandate, {"status": Status.DISCONTINUED}, status=old)
            reason = _("Taken back: it was called not adopted by mistake.")
            record(mandate, ChangeKind.STATUS, by=by, at=at, old=Status.DISCONTINUED, new=old, reason=reason)
            touch(mandate, at)
        else:
            _move_back(mandate, draft, before["mandates"][str(mandate.pk)], when, by=by, at=at)
    for read in reread(decision).values():
        if read.fresh and read.paragraph.forerunners.count() == 0:
            follow_words(read, frozenset(), {}, by=by, at=at, reason="")  # what was absorbed is proposed again
    reorder(draft.decision)


def _move_back(
    mandate: Mandate, draft: Paragraph, was: dict[str, Any], when: dt.datetime, *, by: User, at: dt.datetime
) -> None:
    now = mandate.reference
    values = {name: was[name] for name in ("number", "reference", "position", "references")}
    claim(mandate, {"edition": mandate.edition}, paragraph=draft, group_id=was["group"], **values)
    if now:
        new = mandate.reference
        record(mandate, ChangeKind.TEXT, by=by, at=at, old=now, new=new, did="renamed", fields=[], now=str(draft))
    if mandate.status != Status.DECLINED:
        reason = _("Taken back: it did not come of this draft.")
        correct(mandate, was["reading"], by=by, seen=seen_of(mandate), reason=reason, did="taken_back", at=at)
    else:
        touch(mandate, at, reworded=True)
