"""The sessions of one body, as far as they are known."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session or meeting with its two days, or without days; `key` is the caller's own."""

    key: int
    ordinal: int | None
    part: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_cancelled: bool = False

    @property
    def is_dated(self) -> bool:
        """Has days that count; a cancelled meeting counts as undated."""
        return self.starts_on is not None and self.ends_on is not None and not self.is_cancelled


class Calendar:
    """The meetings of one body, found by number and part."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._meetings = tuple(meetings)
        self._by_number = {(meeting.ordinal, meeting.part): meeting for meeting in self._meetings}

    def find(self, ordinal: int | None, part: str = "") -> Meeting | None:
        """The meeting of that number and part, dated or not."""
        return self._by_number.get((ordinal, part)) if ordinal is not None else None

    def next_after(self, day: dt.date) -> Meeting | None:
        """The first dated meeting that opens after `day`."""
        coming = [m for m in self._meetings if m.is_dated and m.starts_on is not None and m.starts_on > day]
        return min(coming, key=lambda meeting: meeting.starts_on or day, default=None)
