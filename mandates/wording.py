"""Codes and parameters of the pure packages -> sentences in the reader's language."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ctoctrack.lib.ordinals import session_name


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
