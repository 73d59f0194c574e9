"""One message per person: what is owed, sorted by what to do first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ctoctrack.accounts.models import User
from mandates.notices.owed import Owed

SECTIONS = ("late", "week", "later", "changed", "unassigned")
WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told on the day `on`."""

    person: User
    on: dt.date
    items: tuple[Owed, ...]  # one per mandate, in the order in which they are read

    def section(self, name: str) -> list[Owed]:
        return [item for item in self.items if section_of(item, self.on) == name]


def section_of(item: Owed, on: dt.date) -> str:
    """Where the item stands in the digest: one of SECTIONS."""
    if item.role == "secretariat":
        return "unassigned"
    if not item.reminders:
        return "changed"
    if item.mandate.days_late(on) or item.mandate.days_overdue(on):
        return "late"
    return "week" if (day_of(item) - on).days <= WEEK else "later"


def day_of(item: Owed) -> dt.date:
    """The day that the item is about: of what it reminds of, the next one, that is the last of its steps."""
    return item.reminders[-1].step.day if item.reminders else dt.date.max


def digests(owed: Iterable[Owed], on: dt.date) -> list[Digest]:
    """One digest per person, the persons in the order of their keys."""
    by_person: defaultdict[int, list[Owed]] = defaultdict(list)
    for item in owed:
        by_person[item.person.pk].append(item)
    return [
        Digest(items[0].person, on, tuple(sorted(items, key=lambda item: _order(item, on))))
        for _person, items in sorted(by_person.items())
    ]


def _order(item: Owed, on: dt.date) -> tuple[int, dt.date, str, int]:
    section = section_of(item, on)
    return SECTIONS.index(section), day_of(item), item.mandate.sort_key, item.mandate.pk
