"""The Secretariat's own day, where nobody has set one."""

import datetime as dt
from collections.abc import Collection


def working_day(day: dt.date, holidays: Collection[dt.date] = ()) -> dt.date:
    """`day`, or the last working day before it: Saturdays, Sundays and holidays are none."""
    while day.weekday() >= 5 or day in holidays:
        day -= dt.timedelta(days=1)
    return day


def default_target(
    due_on: dt.date | None, submission_on: dt.date | None, days_before: int, holidays: Collection[dt.date] = ()
) -> dt.date | None:
    """The earlier of the day on which documents are submitted and `days_before` days before the day of the text.

    None where there is neither. A target on a day off moves to the working day before.
    """
    early = due_on - dt.timedelta(days=days_before) if due_on else None
    days = [day for day in (early, submission_on) if day]
    return working_day(min(days), holidays) if days else None
