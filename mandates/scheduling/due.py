"""The day of the text: worked out from the rule that the text gives and the calendar of sessions.

At and during a session, its last day; by, its opening; before, the day before it opens; after, no day until a person
sets one. An offset counts back from the opening (before, by, at, during) or on from the close (after).
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from mandates.scheduling.calendar import Calendar, Meeting

Params = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A deadline as the text gives it. Kinds and relations are the words of the reading."""

    kind: str = ""  # "", date, session, recurring, ongoing, on_request
    date: dt.date | None = None
    start: dt.date | None = None
    session: int | None = None
    part: str = ""
    relation: str = ""  # at, before, during, after, by
    offset: str = ""  # ISO 8601 duration, "-P6W"
    every: str = ""  # ISO 8601 duration, or "session"


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or none, and why; `session` is the key of the meeting that the day hangs on."""

    on: dt.date | None
    code: str
    params: Params = field(default_factory=dict)
    session: int | None = None


def moved_by(day: dt.date, offset: str) -> dt.date:
    """`day` moved by an ISO 8601 duration in years, months, weeks or days, negative or not.

    A month that lacks the day gives its last one. An offset that is no duration moves nothing.
    """
    found = re.fullmatch(r"([-+]?)P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", offset.strip())
    if not found:
        return day
    sign = -1 if found[1] == "-" else 1
    years, months, weeks, days = (int(part or 0) for part in found.groups()[1:])
    month = day.year * 12 + day.month - 1 + sign * (years * 12 + months)
    try:
        first = dt.date(month // 12, month % 12 + 1, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        return first.replace(day=min(day.day, last.day)) + sign * dt.timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError):
        return day


def _at_session(rule: Rule, meeting: Meeting) -> dt.date | None:
    """The day that the rule gives once the meeting has days."""
    assert meeting.starts_on and meeting.ends_on  # noqa: S101  the caller asked is_dated
    if rule.offset:
        anchor = meeting.ends_on if rule.relation == "after" else meeting.starts_on
        return moved_by(anchor, rule.offset)
    if rule.relation == "before":
        return meeting.starts_on - dt.timedelta(days=1)
    if rule.relation == "by":
        return meeting.starts_on
    if rule.relation == "after":
        return None
    return meeting.ends_on


def day_of_text(rule: Rule, calendar: Calendar) -> Due:
    """The day on which the text's deadline falls, with the reason as a code and its parameters.

    Codes: none, date, date_unknown, ongoing, ongoing_until, recurring, recurring_session, on_request, session,
    session_after, session_undated, session_cancelled, session_unknown.
    """
    if rule.kind == "date":
        return Due(rule.date, "date" if rule.date else "date_unknown")
    if rule.kind == "ongoing":
        return Due(rule.date, "ongoing_until") if rule.date else Due(None, "ongoing")
    if rule.kind == "on_request":
        return Due(None, "on_request")
    if rule.kind == "recurring" and rule.every != "session":
        return Due(rule.date, "recurring", {"every": rule.every})
    if rule.kind == "recurring":
        return Due(None, "recurring_session")
    if rule.kind != "session":
        return Due(None, "none")
    params: Params = {
        "session": rule.session or 0,
        "part": rule.part,
        "relation": rule.relation,
        "offset": rule.offset,
    }
    meeting = calendar.find(rule.session, rule.part)
    if meeting is None or (meeting.starts_on is None and not meeting.is_cancelled):
        code = "session_undated" if rule.session else "session_unknown"
        return Due(None, code, params, meeting.key if meeting else None)
    if meeting.is_cancelled:
        return Due(None, "session_cancelled", params, meeting.key)
    if meeting.starts_on and meeting.ends_on:
        params |= {"starts_on": meeting.starts_on.isoformat(), "ends_on": meeting.ends_on.isoformat()}
    on = _at_session(rule, meeting)
    return Due(on, "session" if on else "session_after", params, meeting.key)
