"""What every action does: claim a mandate as it was seen, record the fact, keep what is derived from it up to date."""

import datetime as dt
from typing import Any

from django.conf import settings

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.enums import CLOSED, UNCONFIRMED, ChangeKind, Status
from mandates.models import Change, Mandate
from mandates.rules import is_acting_deputy
from mandates.scheduling.ladder import next_step_day
from sessions.enums import TextVersion

# What the next reminder follows from.
DAYS_AND_STATE = ["status", "ledger", "waiting_for", "target_on", "due_on", "quiet_until", "next_notice_on"]
# In these nothing is owed to anybody's calendar; a continuing activity is reported at sessions, not by reminders.
SILENT = CLOSED | UNCONFIRMED | {Status.REPORTED_DONE, Status.OVERTAKEN, Status.CONTINUING}


class Refused(Exception):
    """What was asked cannot be done; the message is a sentence for the person who asked."""


class NotAllowed(Refused):
    """The person may not do this."""


# What is recorded when a column changes: whoever comes second is told of what stood in the way, not of an update since.
RECORDED_AS = {
    "status": (ChangeKind.STATUS, ChangeKind.CONFIRMED),
    "ledger": (ChangeKind.CONFIRMED,),
    "edition": (ChangeKind.TEXT,),
    "merged_into": (ChangeKind.TEXT,),
    "resources": (ChangeKind.TEXT,),
    "owner_id": (ChangeKind.OWNER,),
    "waiting_for": (ChangeKind.WAITING,),
    "target_on": (ChangeKind.TARGET,),
    "wish": (ChangeKind.TARGET, ChangeKind.TARGET_REFUSED, ChangeKind.TARGET_ASKED),
    "release": (ChangeKind.RELEASE, ChangeKind.WITHDRAWAL_ASKED, ChangeKind.WITHDRAWAL),
}


class Conflict(Refused):
    """Somebody else changed the mandate first; `change` is the last recorded about one of `columns`, or at all."""

    def __init__(self, mandate: Mandate, *columns: str) -> None:
        self.mandate = mandate
        changes = mandate.changes.select_related("by")
        kinds = [kind for column in columns for kind in RECORDED_AS[column]]
        self.change = changes.filter(kind__in=kinds).first() or changes.first()
        super().__init__("conflict")


def claim(mandate: Mandate, was: dict[str, Any], **new: Any) -> None:
    """The columns `new` are written where those of `was` still hold; else Conflict, and nothing is written."""
    conditions = {f"{name}__isnull" if value is None else name: value is None or value for name, value in was.items()}
    if Mandate.objects.filter(pk=mandate.pk, **conditions).update(**new) != 1:
        raise Conflict(mandate, *was)
    for name, value in new.items():
        setattr(mandate, name, value)


def record(
    mandate: Mandate,
    kind: ChangeKind,
    *,
    by: User | None,
    at: dt.datetime,
    old: object = "",
    new: object = "",
    reason: str = "",
    **params: Any,
) -> Change:
    """The fact is appended."""
    return Change.objects.create(
        mandate=mandate,
        kind=kind,
        old="" if old is None else str(old),
        new="" if new is None else str(new),
        reason=reason,
        params=params,
        by=by,
        at=at,
    )


def on_behalf(mandate: Mandate, by: User) -> dict[str, str]:
    """For whom an acting deputy did it, for the parameters of a change."""
    stands_in = mandate.owner_id != by.pk and is_acting_deputy(by, mandate)
    return {"on_behalf_of": str(mandate.owner)} if stands_in else {}


def next_notice(mandate: Mandate, after: dt.date, planned: dt.date | None = None) -> dt.date | None:
    """The day of the next reminder after `after`, by the ladder; none where nothing is to be reminded of.

    A day `planned` until `after` was not told yet, since a run would have planned the next: it stays, or an outage
    would lose it. A day too early is harmless: the run works out what is owed.
    """
    if mandate.status is None or mandate.status in SILENT or mandate.waiting_for:
        return None
    if planned is not None and planned <= after:
        return planned
    days = [day for day in (mandate.target_on, mandate.due_on) if day]
    return next_step_day(days, after=after, late=mandate.can_be_late, steps=settings.REMINDER_DAYS)


def touch(mandate: Mandate, at: dt.datetime, *, quiet: bool = False, reworded: bool = False) -> None:
    """What follows from a change is worked out and saved: last touch, next reminder.

    `quiet`: the owner has just said how it goes, so reminders are silent for QUIET_DAYS. `reworded`: what a search
    finds it by may be other words now. The days are read anew: since the mandate was fetched, somebody else may have
    moved them.
    """
    on = dates.day_of(at)
    mandate.refresh_from_db(fields=DAYS_AND_STATE, from_queryset=Mandate.objects.select_for_update())
    mandate.touched_on = on
    if quiet:
        mandate.quiet_until = on + dt.timedelta(days=settings.QUIET_DAYS)
    mandate.next_notice_on = next_notice(mandate, on - dt.timedelta(days=1), mandate.next_notice_on)
    names = ["touched_on", "quiet_until", "next_notice_on"]
    if reworded:
        mandate.search_released, mandate.search_internal = words_for_search(mandate)
        names += ["search_released", "search_internal"]
    mandate.save(update_fields=names)


def words_for_search(mandate: Mandate) -> tuple[str, str]:
    """What a search finds it by: outside the Secretariat name, adopted words, addressees; inside also its own words."""
    paragraph = mandate.paragraph
    words = [
        mandate.reference or "",
        mandate.name,
        paragraph.decision.title,
        *(text.text for text in paragraph.texts.all() if text.version != TextVersion.DRAFT),
        *(addressee.name for addressee in mandate.addressees.all()),
    ]
    drafts = [text.text for text in paragraph.texts.all() if text.version == TextVersion.DRAFT]
    own = [*drafts, mandate.short_title, *mandate.updates.values_list("text", flat=True)]
    return "\n".join(filter(None, words)), "\n".join(filter(None, [*words, *own]))
