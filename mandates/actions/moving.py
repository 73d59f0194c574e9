"""The days of a session in the calendar, and what follows from them: all of it at once, or nothing."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import NotAllowed, Refused
from mandates.actions.following import BATCH, Follower, carry, followers
from mandates.actions.scheduling import calendar_of
from mandates.models import Milestone
from sessions.enums import SessionKind
from sessions.models import Body, Session


class Days(NamedTuple):
    """When a session is, by the calendar; a cancelled one keeps the days that it had, and they count for nothing."""

    starts_on: dt.date | None
    ends_on: dt.date | None
    is_cancelled: bool = False

    @property
    def opening(self) -> dt.date | None:
        """The day on which it opens, as far as that counts."""
        return None if self.is_cancelled else self.starts_on


@dataclass(slots=True)
class Move:
    """What a move changed, or would change."""

    followers: list[Follower] = field(default_factory=list)  # those that get another day
    milestones: int = 0  # moved with the session
    confirmed: int = 0  # confirmed slots, which stay and are to be renegotiated

    @property
    def flagged(self) -> list[Follower]:
        """Those whose target, set by a person, is after the day of the text now."""
        return [follower for follower in self.followers if follower.is_flagged]

    @property
    def owners(self) -> int:
        """How many people own what gets another day."""
        return len({follower.mandate.owner_id for follower in self.followers} - {None})


def days_of(session: Session) -> Days:
    return Days(session.starts_on, session.ends_on, session.is_cancelled)


@transaction.atomic
def move_session(
    session: Session,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    *,
    by: User,
    reason: str,
    is_cancelled: bool = False,
    was: Days | None = None,
    at: dt.datetime | None = None,
) -> Move:
    """The session has these days, or none, or is cancelled; every day that follows from it has moved, with its change.

    `was` is what the person saw, else what `session` holds: where the calendar says otherwise by now, it is refused.
    Undo is moving back.
    """
    at, was, new = at or dates.now(), was or days_of(session), Days(starts_on, ends_on, is_cancelled)
    if not by.has_perm("ctoc_sessions.change_session", session):
        raise NotAllowed(_("The secretariat of the body keeps its calendar."))
    if not reason.strip():
        raise Refused(_("Say why the days change."))
    if bool(starts_on) != bool(ends_on) or (starts_on and ends_on and ends_on < starts_on):
        raise Refused(_("Give both days, the last not before the first, or neither."))
    if new == was:
        raise Refused(_("These are its days already."))
    Body.objects.select_for_update().get(pk=session.body.root.pk)  # one calendar changes once at a time
    calendar = calendar_of(session.body)
    delta = _delta(session, was, new)
    if Session.objects.filter(pk=session.pk, **_conditions(was)).update(**new._asdict()) != 1:
        raise Refused(_("Somebody else changed the days in the meantime. Nothing of yours was saved: look again."))
    session.refresh_from_db(fields=Days._fields)
    params = {"session": str(session), "move": _keep_in_history(session, by=by, at=at, reason=reason.strip())}
    move = Move()
    if session.kind == SessionKind.ORDINARY:
        after = calendar_of(session.body)
        for batch in followers(session, was.opening, new.opening):
            move.followers += carry(batch, calendar, after, by=by, at=at, reason=reason.strip(), params=params)
    _move_milestones(session, delta, move)
    return move


def preview_move(
    session: Session,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    *,
    by: User,
    reason: str,
    is_cancelled: bool = False,
    was: Days | None = None,
) -> Move:
    """What the same move would change; nothing is written."""
    with transaction.atomic():
        there = Session.objects.select_related("body").get(pk=session.pk)
        move = move_session(
            there, starts_on, ends_on, by=by, reason=reason, is_cancelled=is_cancelled, was=was or days_of(session)
        )
        transaction.set_rollback(True)
    return move


def _conditions(was: Days) -> dict[str, object]:
    return {
        f"{name}__isnull" if value is None else name: True if value is None else value
        for name, value in was._asdict().items()
    }


def _delta(session: Session, was: Days, new: Days) -> dt.timedelta | None:
    """How far the opening moves, counted from the last that was known."""
    if new.starts_on is None:
        return None
    known = was.starts_on or (
        session.history.exclude(starts_on=None).order_by("-pk").values_list("starts_on", flat=True).first()
    )
    return new.starts_on - known if known else None


def _keep_in_history(session: Session, *, by: User, at: dt.datetime, reason: str) -> int:
    """The move stands in the history of the session; its key there is what the changes name."""
    history = Session.history.model.objects.create(
        **{field.attname: getattr(session, field.attname) for field in session._meta.concrete_fields},
        history_date=at,
        history_type="~",
        history_user=by,
        history_change_reason=reason[:100],
    )
    return int(history.pk)


def _move_milestones(session: Session, delta: dt.timedelta | None, move: Move) -> None:
    """Proposed steps towards the session move with it; confirmed ones stay."""
    if not delta:
        return
    of = Q(document__session=session) | Q(mandate__deadline_session=session)
    ahead = Milestone.objects.filter(of, done_on=None).exclude(on=None)
    steps = list(ahead.filter(is_confirmed=False).select_for_update(of=("self",)))
    for step in steps:
        step.on = (step.on or dt.date.max) + delta
    Milestone.objects.bulk_update(steps, ["on"], batch_size=BATCH)
    move.milestones, move.confirmed = len(steps), ahead.filter(is_confirmed=True).count()
