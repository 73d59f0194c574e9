"""What takes long to count, kept for a person for as long as no mandate changes."""

import contextlib
import datetime as dt
import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Count, Q, Subquery
from django.utils.translation import get_language

from ctoctrack.accounts.rules import stands_in_for, units_of
from mandates.models import Change, Mandate
from mandates.querysets import late_on
from sessions.models import Body, Session
from sessions.rules import roles_of

T = TypeVar("T")
SHOWN = 15  # of each table of a body; the rest stands in the list
WAY = 50  # mandates on the way to a session
KEPT = 60  # seconds: a transaction that ended after a later one had does not move the latest fact
log = logging.getLogger(__name__)


def latest_fact() -> tuple[int | None, int | None]:
    """The keys of the latest mandate and of the latest change: every action makes the one or records the other."""
    changes = Change.objects.order_by("-pk").values("pk")[:1]
    return Mandate.objects.order_by("-pk").values_list("pk", Subquery(changes)).first() or (None, None)


def kept(name: str, user: Any, on: dt.date, work: Callable[[], T], *narrowed: object) -> T:
    """What `work()` says, as of the latest fact, for this person in the roles held on the day.

    Nothing is shared between people, nor outlives a role, so that nobody is told what another may see. `narrowed` is
    whatever else the answer follows from.
    """
    roles = sorted((body, sorted(held)) for body, held in roles_of(user).items())
    office = (sorted(units_of(user).items()), sorted(stands_in_for(user)))
    about = (name, user.pk, roles, office, on, latest_fact(), get_language(), narrowed)
    key = f"numbers.{hashlib.sha256(repr(about).encode()).hexdigest()}"
    try:
        found = cache.get(key)
    except Exception:  # whatever a broker raises that is away: it costs time, not the page
        log.warning("the cache does not answer; numbers are counted anew", exc_info=True)
        return work()
    if found is None:
        found = work()
        with contextlib.suppress(Exception):
            cache.set(key, found, KEPT)
    return found


@dataclass(slots=True)
class Standing:
    """Where the mandates of one body stand: what is counted, and the keys of what is shown first."""

    numbers: dict[str, int]
    statuses: list[dict[str, Any]]  # {status, waiting_for, number}
    load: list[dict[str, Any]]  # {owner, unit, open, late}: names; nobody comes last
    asked: list[int]
    asked_count: int
    others: list[int]
    stale: list[int]
    due: list[tuple[dt.date, str]]  # before the session: day, and how the mandate is cited


def standing(mandates: Any, body: Body, on: dt.date, session: Session | None) -> Standing:
    """All that takes long on the page of a body, in a constant number of queries."""
    mandates = mandates.order_by()
    opened = mandates.open()
    asked = Q(asked_body=body)
    first = opened.by_what_is_due_first().values_list("pk", flat=True)
    load = opened.values("owner", "owner__name", "unit", "unit__name").annotate(
        number=Count("pk"), late=Count("pk", filter=late_on(on))
    )
    due = opened.filter(due_on__range=(on, end_of_way(session, on))).select_related("paragraph__decision")
    due = due.only("due_on", "number", "paragraph__label", "paragraph__decision__number")
    soon = [(m.due_on, m.name) for m in due.order_by("due_on", "sort_key")[: WAY + 1]]
    if len(soon) > WAY and soon[0][0] < soon[-1][0]:  # the last day may be cut through
        soon = [each for each in soon if each[0] < soon[-1][0]]
    return Standing(
        mandates.five_numbers(on, session.starts_on if session else None),
        list(mandates.values("status", "waiting_for").annotate(number=Count("pk"))),
        sorted(
            (
                {"owner": row["owner__name"], "unit": row["unit__name"], "open": row["number"], "late": row["late"]}
                for row in load
            ),
            key=lambda row: (row["owner"] is None, -row["open"], str(row["owner"])),
        ),
        list(first.filter(asked)[:SHOWN]),
        opened.filter(asked).count(),
        list(first.filter(~asked | Q(asked_body=None))[:SHOWN]),
        list(opened.stale(on).order_by("touched_on", "pk").values_list("pk", flat=True)[:10]),
        soon,
    )


def by_key(keys: Iterable[int]) -> dict[int, Mandate]:
    """The mandates of those keys, with all that a row of a table shows."""
    rows = Mandate.objects.select_related("body", "paragraph__decision", "owner", "unit")
    return {row.pk: row for row in rows.defer("search_released", "search_internal", "spans").filter(pk__in=keys)}


def end_of_way(session: Session | None, on: dt.date) -> dt.date:
    """The last day of the session, or a year from now."""
    return session.ends_on if session and session.ends_on else on + dt.timedelta(days=365)
