"""Codes and parameters of the pure packages -> sentences in the reader's language."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ctoctrack.lib.ordinals import session_name
from mandates.enums import ActionType, ChangeKind, DeadlineKind, Funding, Ledger, Level, Status, WaitingFor


def days_in_words(starts_on: dt.date, ends_on: dt.date) -> str:
    """The days of a session as they are written: "18 to 22 October 2010"."""
    if starts_on == ends_on:
        return date_format(starts_on)
    if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month):
        first = date_format(starts_on, "j")
    elif starts_on.year == ends_on.year:
        first = date_format(starts_on, pgettext("date format without a year", "j F"))
    else:
        first = date_format(starts_on)
    return _("%(first)s to %(last)s") % {"first": first, "last": date_format(ends_on)}


def session_days_sentence(starts_on: dt.date | None, ends_on: dt.date | None, is_cancelled: bool) -> str:
    """When a session is, be it not known yet: "18 to 22 October 2010", "cancelled"."""
    if is_cancelled:
        return _("cancelled")
    return days_in_words(starts_on, ends_on) if starts_on and ends_on else _("not dated yet")


def duration(text: str) -> str:
    """An ISO 8601 duration without its sign, in words: "6 weeks"."""
    number = int("".join(char for char in text if char.isdigit()) or 0)
    unit = text[-1:]
    if unit == "W":
        return ngettext("%(number)d week", "%(number)d weeks", number) % {"number": number}
    if unit == "M":
        return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
    if unit == "Y":
        return ngettext("%(number)d year", "%(number)d years", number) % {"number": number}
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


def _related(relation: str, offset: str, session: str) -> str:
    """How the day hangs on the session: "six weeks before the fifth session"."""
    values = {"session": session, "duration": duration(offset) if offset else ""}
    if offset and relation == "after":
        return _("%(duration)s after the %(session)s") % values
    if offset:
        return _("%(duration)s before the %(session)s") % values
    return {
        "before": _("before the %(session)s: the day before it opens"),
        "by": _("by the %(session)s: the day it opens"),
        "during": _("during the %(session)s"),
        "after": _("after the %(session)s: no day until one is set"),
    }.get(relation, _("at the %(session)s")) % values


def due_sentence(reason: dict[str, Any] | None) -> str:
    """Why the text's deadline falls on its day, or why it has none; of `Mandate.due_reason`."""
    code, params = (reason or {}).get("code", "none"), (reason or {}).get("params", {})
    simple = {
        "none": _("no deadline in the text"),
        "date": _("a day that the text gives"),
        "date_unknown": _("a span of time that the text gives without saying when it ends"),
        "ongoing": _("continuing, without a day"),
        "ongoing_until": _("continuing until this day"),
        "recurring_session": _("at each session"),
        "on_request": _("whenever requested"),
        "session_unknown": _("at a session whose number is not known"),
    }
    if code in simple:
        return simple[code]
    if code == "recurring":
        every = params.get("every") or ""
        return _("again every %(duration)s") % {"duration": duration(every)} if every else _("regularly")
    name = session_name(int(params.get("session") or 0))
    if params.get("part") == "resumed":
        name = _("resumed %(session)s") % {"session": name}
    if code == "session_undated":
        return _("awaiting the date of the %(session)s") % {"session": name}
    if code == "session_cancelled":
        return _("the %(session)s was cancelled; a person decides") % {"session": name}
    related = _related(params.get("relation", ""), params.get("offset", ""), name)
    if "starts_on" not in params:
        return related
    days = days_in_words(dt.date.fromisoformat(params["starts_on"]), dt.date.fromisoformat(params["ends_on"]))
    return _("%(related)s (%(days)s)") % {"related": related, "days": days}


def doubt_sentence(code: str, params: Mapping[str, str]) -> str:
    """What is doubtful in a proposal and by which rule, in a sentence; `code` and `params` are those of Doubt."""
    sentences = {
        "nobody_named": _("The text does not say who is to act: no party stands as the object of “%(verb)s”."),
        "back_reference": _("“%(words)s” points back, but nothing named before it in the decision fits."),
        "session_unknown": _("“%(words)s” has no number: it is not known from which session to count."),
        "day_unknown": _("“%(words)s” gives a span of time but not the day on which it ends."),
        "two_deadlines": _("The action prints more than one deadline; the first, “%(words)s”, was taken."),
        "deadline_in_brackets": _(
            "The deadline “%(words)s” stands in square brackets, so it may not have been agreed."
        ),
        "unusual_verb": _("“%(verb)s” is not used here in the way in which decisions ask, so it may ask for nothing."),
        "damaged_verb": _("“%(printed)s” is misprinted and was read as “%(read)s”."),
        "who_asks": _(
            "“%(verb)s” stands inside a sentence about what others did, so another than the body may be asking."
        ),
    }
    if code not in sentences:
        return _("The proposal needs a second look (%(code)s).") % {"code": code}
    return sentences[code] % params


def _status(code: str) -> str:
    return str(Status(code).label) if code in Status.values else _("asked of States and others")


def _day(iso: str) -> str:
    return date_format(dt.date.fromisoformat(iso)) if iso else _("no day")


def _for(params: Mapping[str, Any]) -> str:
    """For whom somebody did it who is not the owner."""
    person = params.get("on_behalf_of")
    return ", " + _("for %(person)s") % {"person": person} if person else ""


def _correction(params: Mapping[str, Any]) -> str:
    """What a person did to the reading of a mandate, each part that differs from what to what."""
    sentences = {
        "split": _("Split: a part of it became a request of its own"),
        "split_off": _("Split off from another request of the paragraph"),
        "merged": _("Another request of the paragraph was merged into it"),
        "merged_into": _("Merged into another request of the paragraph"),
        "parted": _("A merger was taken back: it stands on its own again"),
        "added": _("Added: the reader had missed it"),
        "taken_back": _("A correction of the reading was taken back"),
        "noted": _("Noted what it takes in resources"),
        "words": _("The words of its paragraph changed; what was read in them stays"),
        "words_back": _("The words of its paragraph are again what they were"),
        "vanished": _("A later file of the decision no longer holds its paragraph"),
    }
    if params.get("did") == "renamed":
        words = _("Carried over from %(former)s to %(now)s") if params.get("former") else _("Carried back to %(now)s")
        return words % {"former": params.get("former", ""), "now": params.get("now", "")}
    if params.get("did") in sentences:
        return sentences[params["did"]]
    parts = dict.fromkeys(_part(name, params) for name in params.get("fields", []))
    if params.get("did") == "adopted" and not parts:
        return _("Carried over from the draft to what was adopted")
    if not parts:
        return _("Looked at: nothing of it is doubtful any more")
    return _("Correction of the reading: %(parts)s") % {"parts": "; ".join(parts)}


def _part(name: str, params: Mapping[str, Any]) -> str:
    """One part of a reading that was corrected, from what to what; the parts of a deadline are told as one."""
    labels = {
        "verb": _("verb"),
        "addressees": _("addressees"),
        "action": _("action"),
        "action_type": _("type"),
        "takes_effect": _("takes effect"),
        "funding": _("funding"),
        "ledger": _("ledger"),
    }
    values = {"field": labels.get(name, _("deadline"))}
    for key, reading in (("old", "was"), ("new", "now")):
        said = params.get(reading, {})
        values[key] = _read(name, said) if name in labels else said.get("deadline_text") or _read("deadline_kind", said)
    if values["old"] == values["new"]:
        return str(values["field"])
    return _("%(field)s from “%(old)s” to “%(new)s”") % values


def _read(name: str, reading: Mapping[str, Any]) -> str:
    """A part of a reading in words, not too long for a line of history."""
    value = reading.get(name)
    choices: dict[str, Any] = {
        "action_type": ActionType,
        "funding": Funding,
        "ledger": Ledger,
        "deadline_kind": DeadlineKind,
    }
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in choices and value in choices[name].values:
        return str(choices[name](value).label)
    return Truncator(", ".join(value) if isinstance(value, list) else str(value or _("nothing"))).chars(80)


def _related_sentence(params: Mapping[str, Any]) -> str:
    """That two requests were linked, or are no longer, as the one or the other of them tells it."""
    other = {"other": params.get("other", "")}
    if params.get("did") == "unlinked":
        return _("No longer related: %(other)s") % other
    return (_("Follows from %(other)s") if params.get("is_later") else _("Followed by %(other)s")) % other


def change_sentence(change: Any) -> str:
    """What a `Change` says, in words without who and when: "Status: from Not started to In progress"."""
    old, new, params = change.old, change.new, change.params
    match change.kind:
        case ChangeKind.CONFIRMED if new == Status.PROPOSED:
            return _("Confirmation undone: it is a proposal again")
        case ChangeKind.CONFIRMED:
            ledger = Ledger(params["ledger"]).label if params.get("ledger") in Ledger.values else ""
            return _("Confirmed as a mandate, in the ledger: %(ledger)s") % {"ledger": ledger}
        case ChangeKind.STATUS:
            sentence = _("Status: from %(old)s to %(new)s") % {"old": _status(old), "new": _status(new)}
            if params.get("authority"):
                sentence += ", " + _("by %(paragraph)s") % {"paragraph": params["authority"]}
            sentence += _for(params)
            if params.get("independent") is False:
                sentence += ", " + _("not verified independently")
            return sentence
        case ChangeKind.OWNER:
            names = {"old": params.get("old_name") or _("nobody"), "new": params.get("new_name") or _("nobody")}
            sentence = _("Owner: from %(old)s to %(new)s") % names
            return f"{sentence} ({params['unit']})" if params.get("unit") else sentence
        case ChangeKind.CONTRIBUTOR if new:
            return _("%(person)s contributes") % {"person": params.get("new_name", "")}
        case ChangeKind.CONTRIBUTOR:
            return _("%(person)s no longer contributes") % {"person": params.get("old_name", "")}
        case ChangeKind.WAITING if new:
            return _("Waiting for %(what)s") % {"what": WaitingFor(new).label}
        case ChangeKind.WAITING:
            return _("No longer waiting for %(what)s") % {"what": WaitingFor(old).label}
        case ChangeKind.DEADLINE:
            return _("Day of the text: from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.TARGET:
            return _("Target: from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.TARGET_ASKED if new:
            asked = _("Asked to move the target from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
            return asked + _for(params)
        case ChangeKind.TARGET_ASKED:
            return _("Took back the wish that the target be %(old)s") % {"old": _day(old)} + _for(params)
        case ChangeKind.TARGET_REFUSED:
            return _("Refused to move the target from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.GROUP:
            return _("Group: %(group)s") % {"group": new or _("none")}
        case ChangeKind.TEXT:
            return _correction(params)
        case ChangeKind.UPDATE:
            return _("Wrote an update") + _for(params)
        case ChangeKind.EVIDENCE:
            return _("Gave evidence: %(what)s") % {"what": params.get("what", "")} + _for(params)
        case ChangeKind.RELEASE:
            level = Level(new).label if new in Level.values else new
            return _("Released to: %(level)s") % {"level": level}
        case ChangeKind.WITHDRAWAL_ASKED if params.get("kept"):
            return _("Kept a release whose withdrawal was asked")
        case ChangeKind.WITHDRAWAL_ASKED:
            return _("Asked for the withdrawal of a release")
        case ChangeKind.WITHDRAWAL:
            return _("Withdrew a release")
        case ChangeKind.RELATED:
            return _related_sentence(params)
    return str(change.get_kind_display())


def conflict_sentence(change: Any) -> str:
    """Who was faster, and with what, for the person whose own change was not made."""
    if change is None:
        return _("Somebody else changed this mandate in the meantime. Nothing of yours was saved yet: look again.")
    return _(
        "%(person)s changed this mandate in the meantime: %(what)s. Nothing of yours was saved yet; "
        "what you wrote stands below. Look again, then save it once more."
    ) % {"person": change.by or _("The system"), "what": change_sentence(change)}
