"""A session that moved is told in one entry, with the new days of all that is a person's."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ctoctrack.lib import written
from mandates.enums import ChangeKind
from mandates.models import Change
from mandates.notices.owed import Owed
from mandates.notices.reasons import latest_of_each_kind
from mandates.wording import days_in_words
from sessions.models import Session


@dataclass(frozen=True, slots=True)
class Moved:
    """A session as its last move left it, why it moved, and what follows for the person."""

    session: Session
    reason: str
    items: tuple[Owed, ...]


def is_moved(item: Owed) -> bool:
    """Is nothing told of it but that a session moved?"""
    return not item.reminders and bool(item.changes) and all(_move_of(change) for change in item.changes)


def moves_of(items: Iterable[Owed]) -> list[Moved]:
    """The sessions that moved, each once however often it did; `items` are those of `is_moved`."""
    items = list(items)
    latest = {item: max(item.changes, key=_move_of) for item in items}
    rows = Session.history.in_bulk({_move_of(change) for change in latest.values()})
    by_session: defaultdict[int, list[Owed]] = defaultdict(list)
    for item in items:
        by_session[rows[_move_of(latest[item])].id].append(item)
    found = []
    for theirs in by_session.values():
        last = max((latest[item] for item in theirs), key=_move_of)
        found.append(Moved(rows[_move_of(last)].instance, last.reason, tuple(theirs)))
    return found


def _move_of(change: Change) -> int:
    """The key of the move in the history of the session; 0 where the change follows from none."""
    return int(change.params.get("move", 0))


def move_sentence(moved: Moved) -> str:
    """Where the session stands now, and why."""
    session = moved.session
    values = {"session": capfirst(str(session)), "reason": moved.reason}
    if session.is_cancelled:
        said = _("%(session)s: cancelled.") % values
    elif session.starts_on and session.ends_on:
        said = _("%(session)s: now %(days)s.") % {**values, "days": days_in_words(session.starts_on, session.ends_on)}
    else:
        said = _("%(session)s: no days yet.") % values
    return _("%(sentence)s Reason: %(reason)s") % {**values, "sentence": said} if moved.reason else said


def new_days(item: Owed) -> list[str]:
    """The days of the mandate that moved, with those that it had."""
    lines = []
    for change in latest_of_each_kind(item.changes):
        values = {"new": _day(change.new), "old": _day(change.old)}
        if change.kind == ChangeKind.TARGET:
            lines.append(_("Our target: %(new)s; it was %(old)s.") % values)
        elif change.kind == ChangeKind.DEADLINE:
            lines.append(_("By the text: %(new)s; it was %(old)s.") % values)
    return lines


def _day(iso: str) -> str:
    return written.day(dt.date.fromisoformat(iso)) if iso else _("no day")
