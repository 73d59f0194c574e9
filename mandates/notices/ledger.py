"""The ledger of what was told, and the mandates that it is told of. Everything here runs inside a transaction."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ctoctrack.accounts.models import User
from mandates.models import Change, Mandate
from mandates.models.notices import Message, Notice
from mandates.notices.owed import AS_READ, Owed, Seen
from mandates.notices.reasons import key_sentence

BATCH = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What a person was told of a mandate on one day."""

    on: dt.date
    recipient: User
    what: list[str]  # sentences


def told_about(mandate: Mandate) -> list[Told]:
    """Who was told what of a mandate and when, the latest first; for its page."""
    found: dict[tuple[dt.date, int], Told] = {}
    for notice in mandate.notices.select_related("recipient").order_by("-on", "recipient", "pk"):
        told = found.setdefault((notice.on, notice.recipient_id), Told(notice.on, notice.recipient, []))
        told.what.append(key_sentence(notice.key))
    return list(found.values())


def enter(items: Iterable[Owed], message: Message, on: dt.date) -> None:
    """Each thing told stands in the ledger. IntegrityError where one was told already: nothing is written then."""
    Notice.objects.bulk_create(
        [
            Notice(recipient=item.person, mandate=item.mandate, key=key, on=on, message=message)
            for item in items
            for key in item.keys
        ]
    )


def still_as_read(seen: Iterable[Seen]) -> list[Seen]:
    """Those whose mandates are still what they were when they were read; locked until the transaction ends.

    An action may have moved a day or changed a status since: such a mandate is left for the next run.
    """
    by_key = {one.mandate.pk: one for one in seen}
    rows = Mandate.objects.select_for_update().filter(pk__in=by_key).order_by("pk")
    now = {pk: tuple(values) for pk, *values in rows.values_list("pk", *AS_READ)}
    return [one for pk, one in by_key.items() if now.get(pk) == one.as_read]


def settle(seen: Iterable[Seen]) -> None:
    """The mandates wait for their next step, their changes count as told. Takes what `still_as_read` gave."""
    seen = list(seen)
    moved = [
        Mandate(pk=one.mandate.pk, next_notice_on=one.next_notice_on)
        for one in seen
        if one.next_notice_on != one.mandate.next_notice_on
    ]
    Mandate.objects.bulk_update(moved, ["next_notice_on"], batch_size=BATCH)
    looked_at = [change.pk for one in seen for change in one.changes]
    Change.objects.filter(pk__in=looked_at).update(looked_at=True)
