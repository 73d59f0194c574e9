"""Who inside the office hears of a mandate that stays late: one level more after each of some days."""

import datetime as dt
from collections.abc import Mapping


def levels_reached(
    since: dt.date, *, on: dt.date, not_before: dt.date | None = None, after: Mapping[int, str]
) -> tuple[str, ...]:
    """The levels of `after` (days late: level) that are reached on the day `on`, the nearest first.

    `since` is the day that passed. A level whose day lies before `not_before` is never told: what was late long before
    anybody kept it here alarms nobody.
    """
    reached = []
    for days, level in sorted(after.items()):
        day = since + dt.timedelta(days=days)
        if day <= on and (not_before is None or day >= not_before):
            reached.append(level)
    return tuple(reached)
