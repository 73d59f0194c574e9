"""By when: the one deadline of an action, chosen among all that its words print."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from .day_deadlines import date_deadlines, open_deadlines, span_deadlines
from .found import Found
from .rhythms import on_request, rhythm, standing_duty
from .session_deadlines import Reckoning, offset_deadlines, session_deadlines

# No action prints more days or sessions than this; a hostile text is not read on.
MOST = 40
# "consider it at its tenth session with a view to adoption by the Conference at its fifth": the second is no rival.
# "every two years, beginning at its tenth session": the rhythm is the deadline.
_STARTING = re.compile(r"\b(?:beginning|starting|commencing)\s*$", re.IGNORECASE)
_LATEST = re.compile(r"(?:at the latest|(?:no|not) later than)\b", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:through|via)\s+(?:the\s+)?[^,;]{3,90}$", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:with a view to|for (?:its |possible |further )?(?:consideration|adoption|approval)|so that|in order)\b",
    re.IGNORECASE,
)


def find_deadline(text: str, start: int, end: int, reckoning: Reckoning) -> Found | None:
    """The deadline printed between `start` and `end` of `text`, its place counted in `text`; None where there is none.

    A day or session stands before a rhythm, a rhythm before "keep informed", that before "upon request".
    """
    window = text[start:end]
    dated = _dated(window, reckoning)
    if dated:
        # "through the Board at its third session, to the Assembly at its fifth": the Assembly has the report.
        direct = [found for found in dated if not _THROUGH.search(window[: found.start])]
        best = min(direct or dated, key=lambda found: found.start)
        repeated = rhythm(window[: best.start])
        if repeated and repeated.deadline and best.deadline and best.deadline.kind == "ongoing":
            # "report biennially until 2022": the rhythm, and the day on which it ends.
            ends = replace(repeated.deadline, date=best.deadline.date, start=best.deadline.start)
            return _shifted(replace(repeated, deadline=ends), start)
        if _STARTING.search(window[: best.start]) and (repeated := repeated or rhythm(window)):
            return _shifted(repeated, start)
        latest = [
            found for found in dated if found.deadline and found.deadline.date and _LATEST.match(found.deadline.text)
        ]
        if latest:
            # "within three months, and at the latest on 30 June 2011".
            best = latest[0]
        rivals = [
            found for found in dated if _differs(found, best) and not _PURPOSE.search(window[best.end : found.start])
        ]
        if rivals and not best.doubt:
            best = replace(best, doubt="two_deadlines")
        return _shifted(best, start)
    found = rhythm(window) or standing_duty(window) or on_request(window)
    return _shifted(found, start) if found else None


def is_dated(found: Found | None) -> bool:
    """Is it a day, a session or a rhythm, so that two of them make two mandates?"""
    return found is not None and found.deadline is not None and found.deadline.kind in ("date", "session", "recurring")


def _dated(window: str, reckoning: Reckoning) -> list[Found]:
    """Every day, session and span of time that can be a deadline, none inside another."""
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for source in (
        offset_deadlines(window, reckoning),
        session_deadlines(window, reckoning),
        span_deadlines(window),
        date_deadlines(window),
        open_deadlines(window),
    ):
        for item in islice(source, MOST):
            if all(item.end <= a or b <= item.start for a, b in taken):
                taken.append((item.start, item.end))
                if item.deadline:
                    found.append(item)
    return found


def _differs(one: Found, other: Found) -> bool:
    a, b = one.deadline, other.deadline
    return a is not None and b is not None and (a.date, a.session) != (b.date, b.session)


def _shifted(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)
