"""States by their United Nations short names, which change: a name holds from one day until another.

Own list, `data/states.csv`, one row per name and period: iso2, iso3, m49, name, group (regional group), status
(member, observer), valid_from, valid_until (ISO days; empty is open).
"""

import csv
import datetime as dt
import functools
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """One State under one name."""

    iso2: str
    iso3: str
    m49: str
    name: str
    group: str
    status: str
    valid_from: dt.date | None
    valid_until: dt.date | None

    def holds(self, on: dt.date) -> bool:
        """Did the State bear this name on that day?"""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


@functools.cache
def every() -> tuple[State, ...]:
    """All rows of the list, in its order."""

    def day(text: str) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    path = Path(__file__).parent / "data" / "states.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            State(
                row["iso2"],
                row["iso3"],
                row["m49"],
                row["name"],
                row["group"],
                row["status"],
                day(row["valid_from"]),
                day(row["valid_until"]),
            )
            for row in csv.DictReader(file)
        )


def name(iso3: str, on: dt.date) -> str:
    """The short name of the State on that day; its latest name where it bore none then; the code itself if unknown."""
    rows = [state for state in every() if state.iso3 == iso3]
    return next((state.name for state in rows if state.holds(on)), rows[-1].name if rows else iso3)


def choices() -> list[tuple[str, str]]:
    """Codes with the names they bear last, by name, for forms; States that are no more stay, for past sessions."""
    return sorted({state.iso3: state.name for state in every()}.items(), key=lambda pair: pair[1])
