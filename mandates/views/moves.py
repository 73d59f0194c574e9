"""How a session came by its days: its moves, the days before the last of them, and what a report says."""

import datetime as dt
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from mandates.actions.moving import Days, days_of
from mandates.wording import days_in_words, session_days_sentence
from sessions.models import Reading, Session


def moves_of(session: Session) -> list[dict[str, Any]]:
    """Each change of its days, the latest first, as components/history.html takes them."""
    return [
        {
            "at": new.history_date,
            "by": new.history_user,
            "sentence": _("From %(old)s to %(new)s")
            % {"old": session_days_sentence(*days_of(old)), "new": session_days_sentence(*days_of(new))},
            "reason": new.history_change_reason,
        }
        for new, old in _moved(session)
    ]


def moved_from(session: Session) -> str:
    """The query of an address that proposes the days before the last move; nothing where it did not move."""
    for _new, old in _moved(session):
        return proposing(days_of(old))
    return ""


def proposing(days: Days) -> str:
    """The query of an address whose form proposes these days; "none" stands for no day."""
    return urlencode(
        {
            "starts_on": days.starts_on or "none",
            "ends_on": days.ends_on or "none",
            "is_cancelled": "yes" if days.is_cancelled else "no",
        }
    )


def days_reported(session: Session) -> dict[str, str] | None:
    """The days that a report of the session states, in words and as a query, where the calendar has none."""
    if session.starts_on or session.is_cancelled:
        return None
    for findings in Reading.objects.filter(report__session=session).values_list("findings", flat=True):
        for finding in findings:
            if finding["code"] == "session_undated":
                first, last = (dt.date.fromisoformat(finding["params"][name]) for name in ("start", "end"))
                return {"words": days_in_words(first, last), "query": proposing(Days(first, last))}
    return None


def _moved(session: Session) -> list[tuple[Any, Any]]:
    """(after, before) of each change of its days. By key: in a demonstration facts are stamped with another day."""
    rows = session.history.select_related("history_user").order_by("-pk")
    return [(new, old) for new, old in pairwise(rows) if days_of(new) != days_of(old)]
