"""Why somebody is told something, in sentences of the language that is active."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ctoctrack.lib import written
from mandates.enums import ChangeKind, Status, WaitingFor
from mandates.models import Change
from mandates.notices.owed import Owed, Reminder


def role_sentence(item: Owed) -> str:
    """Why this person gets it."""
    sentences = {
        "owner": _("You are its owner."),
        "deputy": _("You deputize for its owner, who is away."),
        "contributor": _("You contribute to it."),
        "head": _("You head the unit that keeps it."),
        "secretary": _("You are the secretary of the body."),
        "parent": _("You head the unit above the one that keeps it."),
        "asker": _("You asked for another target."),
        "grants": _("You are in the secretariat of the body, which grants or refuses another target."),
    }
    return sentences.get(item.role) or _("Nobody owns it; you are in the secretariat of the body.")


def sentences(item: Owed, on: dt.date) -> list[str]:
    """What is told of the mandate, one sentence for each step and each kind of change."""
    return [
        *(reminder_sentence(reminder, on) for reminder in item.reminders),
        *(change_sentence(change) for change in latest_of_each_kind(item.changes)),
    ]


def reminder_sentence(reminder: Reminder, on: dt.date) -> str:
    """How far the day is on the day `on`."""
    day = reminder.step.day
    distance = (day - on).days
    values = {"day": written.day(day), "number": abs(distance)}
    if reminder.of == "target":
        if distance > 0:
            return (
                ngettext(
                    "Our target is %(day)s, in %(number)d day.",
                    "Our target is %(day)s, in %(number)d days.",
                    distance,
                )
                % values
            )
        if distance == 0:
            return _("Our target is today, %(day)s.") % values
        return (
            ngettext(
                "Our target was %(day)s, %(number)d day ago.",
                "Our target was %(day)s, %(number)d days ago.",
                -distance,
            )
            % values
        )
    if distance > 0:
        return (
            ngettext(
                "By the text it is due on %(day)s, in %(number)d day.",
                "By the text it is due on %(day)s, in %(number)d days.",
                distance,
            )
            % values
        )
    if distance == 0:
        return _("By the text it is due today, %(day)s.") % values
    return (
        ngettext(
            "By the text it was due on %(day)s, %(number)d day ago.",
            "By the text it was due on %(day)s, %(number)d days ago.",
            -distance,
        )
        % values
    )


def key_sentence(key: str) -> str:
    """What a line of the ledger stands for, by its key."""
    kind, *rest = key.split(":")
    if len(rest) != 2:
        return _("a change")
    if kind == "escalated":
        return _("late since %(day)s, told to those above") % {"day": written.day(dt.date.fromisoformat(rest[0]))}
    values = {"day": written.day(dt.date.fromisoformat(rest[0])), "number": int(rest[1])}
    if kind == "target" and values["number"] == 0:
        return _("the day of the target, %(day)s") % values
    if kind == "text" and values["number"] == 0:
        return _("the day of the text, %(day)s") % values
    return _ladder_sentence(kind, int(rest[1])) % values


def _ladder_sentence(kind: str, number: int) -> str:
    if kind == "target":
        return ngettext(
            "%(number)d day before the target, %(day)s", "%(number)d days before the target, %(day)s", number
        )
    if kind == "text":
        return ngettext(
            "%(number)d day before the day of the text, %(day)s",
            "%(number)d days before the day of the text, %(day)s",
            number,
        )
    if kind == "late":
        return ngettext(
            "%(number)d week after the target, %(day)s", "%(number)d weeks after the target, %(day)s", number
        )
    return ngettext(
        "%(number)d week after the day of the text, %(day)s",
        "%(number)d weeks after the day of the text, %(day)s",
        number,
    )


def latest_of_each_kind(changes: Iterable[Change]) -> Iterator[Change]:
    """Where a thing changed several times, the last change: people are told where it stands."""
    return iter({change.kind: change for change in changes}.values())


def change_sentence(change: Change) -> str:
    """What changed, from what to what, and who did it."""
    values = {
        "who": str(change.by) if change.by else _("ctoctrack"),
        "old": _value(change, change.old),
        "new": _value(change, change.new),
    }
    match change.kind:
        case ChangeKind.OWNER:
            sentence = _("%(who)s made you its owner.")
        case ChangeKind.CONTRIBUTOR:
            sentence = _("%(who)s asked you to contribute.")
        case ChangeKind.STATUS:
            sentence = _("%(who)s changed the status from “%(old)s” to “%(new)s”.")
        case ChangeKind.TARGET:
            sentence = _("%(who)s moved our target from %(old)s to %(new)s.")
        case ChangeKind.TARGET_ASKED:
            sentence = _("%(who)s asks that our target be %(new)s; it is %(old)s.")
        case ChangeKind.TARGET_REFUSED:
            sentence = _("%(who)s refused to move our target to %(new)s.")
        case ChangeKind.DEADLINE:
            sentence = _("The day of the text is now %(new)s; it was %(old)s.")
        case ChangeKind.WAITING if not change.new:
            sentence = _("%(who)s says that it no longer waits for %(old)s.")
        case _other:
            sentence = _("%(who)s says that it waits for %(new)s.")
    said = sentence % values
    is_telling = change.reason and change.kind not in {ChangeKind.WAITING}
    return _("%(sentence)s Reason: %(reason)s") % {"sentence": said, "reason": change.reason} if is_telling else said


def _value(change: Change, code: str) -> str:
    """One end of a change in words; its codes are those of its kind."""
    match change.kind:
        case ChangeKind.STATUS if code in Status.values:
            return str(Status(code).label)
        case ChangeKind.WAITING if code in WaitingFor.values:
            return str(WaitingFor(code).label)
        case ChangeKind.TARGET | ChangeKind.TARGET_ASKED | ChangeKind.TARGET_REFUSED | ChangeKind.DEADLINE:
            return written.day(dt.date.fromisoformat(code)) if code else _("no day")
    return code
