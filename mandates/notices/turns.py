"""Whose turn it is: a digest goes out from the person's hour on, each day or from Monday on, as they chose."""

import datetime as dt
from collections.abc import Iterable

from ctoctrack.accounts.models import Rhythm, User
from mandates.notices import outbox
from mandates.notices.digest import Digest

WHOLE_DAY = 24  # the hour of a run that waits for nobody's hour, such as one by hand


def opens_on(person: User, on: dt.date) -> dt.date:
    """The day from which on one digest holds until `on`: the day itself, or the Monday of its week."""
    return on - dt.timedelta(days=on.weekday()) if person.rhythm == Rhythm.WEEKLY else on


def had_theirs(digests: Iterable[Digest]) -> set[int]:
    """Those who have got a digest for the day or, weekly, for one since Monday."""
    return outbox.had_digest((digest.person.pk, opens_on(digest.person, digest.on), digest.on) for digest in digests)


def has_come(digest: Digest, hour: int) -> bool:
    """Has the person's hour come, and was a part of the digest there on the Monday for whom it is weekly?

    So what comes up on a Wednesday waits for the next Monday, and what an outage kept back on a Monday does not.
    """
    opens = opens_on(digest.person, digest.on)
    return hour >= digest.person.hour and any(item.came_up_on <= opens for item in digest.items)
