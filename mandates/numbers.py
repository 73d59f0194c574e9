"""What takes long to count, kept for a person for as long as no mandate changes."""

import contextlib
import datetime as dt
import hashlib
import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Subquery
from django.utils.translation import get_language

from ctoctrack.accounts.rules import units_of
from mandates.models import Change, Mandate
from sessions.rules import roles_of

T = TypeVar("T")
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
    about = (name, user.pk, roles, sorted(units_of(user).items()), on, latest_fact(), get_language(), narrowed)
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
