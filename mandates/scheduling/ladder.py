"""The ladder of reminders: some days before a day, on the day itself, and every week after it while it is late.

A mandate can have several days (its target and the day of the text). Its ladder leads to the next of them: the steps
before a day begin once the day in front of it is past, and the weekly steps after a day end where the next day comes.
So one mandate is never reminded twice for two days that lie close together.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STEPS = (30, 14, 7, 1, 0)  # days before the day; 0 is the day itself
WEEK = 7


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ladder of `day`, reached on the day `on`."""

    day: dt.date
    before: int  # days before `day`; 0 on the day and after it
    weeks_late: int = 0  # 0 until a week after `day`

    @property
    def on(self) -> dt.date:
        """The day on which it is reached."""
        return self.day + dt.timedelta(days=WEEK * self.weeks_late - self.before)

    @property
    def breaks_silence(self) -> bool:
        """The day itself and the first step late are told even where an update has just been written."""
        return self.before == 0 and self.weeks_late <= 1


def reached(
    day: dt.date, *, on: dt.date, not_before: dt.date | None = None, late: bool, steps: Sequence[int] = STEPS
) -> Step | None:
    """The latest step towards `day` that is reached on the day `on`; none where it was reached before `not_before`.

    Only the latest counts: after an outage people are told where they stand, not what they missed.
    """
    passed = [Step(day, before) for before in steps if day - dt.timedelta(days=before) <= on]
    if late and (on - day).days >= WEEK:
        passed.append(Step(day, 0, weeks_late=(on - day).days // WEEK))
    latest = max(passed, key=lambda step: step.on, default=None)
    if latest is None or (not_before is not None and latest.on < not_before):
        return None
    return latest


def steps_reached(
    days: Iterable[dt.date],
    *,
    on: dt.date,
    not_before: dt.date | None = None,
    late: bool,
    steps: Sequence[int] = STEPS,
) -> tuple[Step, ...]:
    """The latest steps of the day that passed last and of the next day, in this order, as far as they are reached."""
    days = list(days)
    last = max((day for day in days if day < on), default=None)
    following = min((day for day in days if day >= on), default=None)
    found = []
    if last is not None:
        found.append(reached(last, on=on, not_before=not_before, late=late, steps=steps))
    if following is not None:
        begins = _later(not_before, last + dt.timedelta(days=1) if last else None)
        found.append(reached(following, on=on, not_before=begins, late=late, steps=steps))
    return tuple(step for step in found if step is not None)


def next_step_day(
    days: Iterable[dt.date], *, after: dt.date, late: bool, steps: Sequence[int] = STEPS
) -> dt.date | None:
    """The first day later than `after` on which a step is reached for one of `days`; weekly past it where `late`."""
    ordered = sorted(set(days))
    found = []
    for last, day, following in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        for before in steps:
            step = day - dt.timedelta(days=before)
            if step > after and (last is None or step > last):
                found.append(step)
        if late:
            weeks = max((after - day).days // WEEK + 1, 1)
            step = day + dt.timedelta(weeks=weeks)
            if following is None or step < following:
                found.append(step)
    return min(found, default=None)


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max((day for day in (one, other) if day is not None), default=None)
