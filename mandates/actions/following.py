"""What follows from a session's days: every mandate that hangs on them gets its own anew, with changes that say so."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import next_notice
from mandates.actions.scheduling import schedule
from mandates.enums import OPEN, ChangeKind, Ledger
from mandates.models import Change, Mandate
from mandates.scheduling import Calendar, document_chain
from mandates.scheduling.targets import working_day
from sessions.models import Session

BATCH = 500  # mandates; each batch takes the same number of queries
DERIVED = ["due_on", "due_reason", "deadline_session", "target_on", "touched_on", "next_notice_on"]


@dataclass(frozen=True, slots=True)
class Follower:
    """A mandate whose days follow from a session, with those that it had; its own are the new ones."""

    mandate: Mandate
    old_due: dt.date | None
    old_target: dt.date | None

    @property
    def moves(self) -> bool:
        return (self.old_due, self.old_target) != (self.mandate.due_on, self.mandate.target_on)

    @property
    def is_flagged(self) -> bool:
        """The day of the text came to lie before a target that a person set, which stays."""
        due, target = self.mandate.due_on, self.mandate.target_on
        if due is None or target is None or due == self.old_due:
            return False
        return self.mandate.is_open and target > due


def followers(session: Session, old: dt.date | None, new: dt.date | None) -> Iterator[list[int]]:
    """Keys, by batches, of confirmed mandates whose rule names the session, and of open ones whose default target can
    hang on its documents: it opened on `old` and opens on `new`.
    """
    was, coming = _submission(old), _submission(new)
    hangs = Q(target_on=None)
    if was:
        hangs |= Q(target_on=was)
    if coming:
        hangs |= Q(target_on__gt=coming)
    named = Q(deadline_kind="session", deadline_ordinal=session.ordinal, deadline_part=session.part)
    by_default = hangs & Q(status__in=OPEN, target_is_set=False)
    bodies = [session.body_id, *session.body.groups.values_list("pk", flat=True)]
    found = Mandate.objects.confirmed().filter(named | by_default, body__in=bodies)
    pks = list(found.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        yield pks[start : start + BATCH]


def _submission(opens_on: dt.date | None) -> dt.date | None:
    """By when the documents of a session are submitted that opens on this day, on a working day."""
    return working_day(document_chain(opens_on, settings.DOCUMENT_CHAIN_WEEKS).submission) if opens_on else None


def carry(
    pks: list[int],
    before: Calendar,
    after: Calendar,
    *,
    by: User,
    at: dt.datetime,
    reason: str,
    params: dict[str, Any],
) -> list[Follower]:
    """These mandates have their days by the calendar `after`: each that got others, with changes and a new ladder."""
    on = dates.day_of(at)
    found: list[Follower] = []
    written: list[Mandate] = []
    changes: list[Change] = []
    mandates = Mandate.objects.filter(pk__in=pks).select_for_update(of=("self",)).order_by("pk")
    for mandate in mandates.select_related("paragraph__decision", "owner", "body"):
        follower = Follower(mandate, mandate.due_on, mandate.target_on)
        reasoned = (mandate.due_reason, mandate.deadline_session_id)
        _follow(mandate, before, after, on)
        if follower.moves:
            mandate.touched_on = on
            mandate.next_notice_on = next_notice(mandate, on - dt.timedelta(days=1), mandate.next_notice_on)
            changes += _changes(follower, by=by, at=at, reason=reason, params=params)
            found.append(follower)
        if follower.moves or reasoned != (mandate.due_reason, mandate.deadline_session_id):
            written.append(mandate)
    Mandate.objects.bulk_update(written, DERIVED, batch_size=BATCH)
    Change.objects.bulk_create(changes, batch_size=BATCH)
    return found


def _follow(mandate: Mandate, before: Calendar, after: Calendar, on: dt.date) -> None:
    """The day of the text is by the calendar `after`, and so is a default target of an open mandate.

    A default target stands since the confirmation, or since the day on which a later session gave it, and moves by the
    calendar as of that day: so a move back gives what was there. One that is neither has other grounds, and stays
    unless the day of the text moves.
    """
    due, target, since = mandate.due_on, mandate.target_on, None
    for day in filter(None, (mandate.confirmed_on, on)):
        schedule(mandate, before, day)
        if mandate.target_on == target:
            since = day
            break
    schedule(mandate, after, since or on)
    keeps = since is None and mandate.due_on == due
    if keeps or not mandate.is_open or mandate.ledger == Ledger.STATES:
        mandate.target_on = target


def _changes(follower: Follower, *, by: User, at: dt.datetime, reason: str, params: dict[str, Any]) -> Iterable[Change]:
    mandate = follower.mandate
    for kind, old, new in (
        (ChangeKind.DEADLINE, follower.old_due, mandate.due_on),
        (ChangeKind.TARGET, follower.old_target, mandate.target_on),
    ):
        if old != new:
            yield Change(
                mandate=mandate,
                kind=kind,
                old=str(old or ""),
                new=str(new or ""),
                reason=reason,
                params=params,
                by=by,
                at=at,
            )
