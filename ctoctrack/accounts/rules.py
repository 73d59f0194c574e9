"""Who runs the system and who heads what, over a person; each remembers its answer for one user object."""

import datetime as dt
from typing import Any

import rules
from django.db.models import Value

from ctoctrack.lib import dates


def remembered(user: Any, name: str, load: Any) -> Any:
    """What `load(day)` said for this user object today; asked of the database once per object and day."""
    day = dates.today()
    if not hasattr(
        user, "_rules_memory"
    ):  # by attribute, not __dict__: `request.user` is a wrapper with one of its own
        user._rules_memory = {}
    memory: dict[tuple[str, dt.date], Any] = user._rules_memory
    if (name, day) not in memory:
        memory[name, day] = load(day)
    return memory[name, day]


def _office(user: Any) -> tuple[dict[int, str], bool]:
    """Units with roles (head before officer), and whether the person runs the system: one query for every page."""

    def load(day: dt.date) -> tuple[dict[int, str], bool]:
        units = user.unit_memberships.current(day).order_by().values_list("unit_id", "role")
        runs = user.administrations.current(day).order_by().values_list(Value(0), Value("administrator"))
        rows = sorted(units.union(runs, all=True), key=lambda row: row[1] != "officer")
        return {unit: role for unit, role in rows if unit}, any(not unit for unit, _role in rows)

    found: tuple[dict[int, str], bool] = remembered(user, "office", load)
    return found


@rules.predicate
def is_administrator(user: Any) -> bool:
    """Runs the system today: a membership, or the technical rescue."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or _office(user)[1]


def units_of(user: Any) -> dict[int, str]:
    """The units in which the person works today, each with the role held there (head before officer)."""
    if not user.is_authenticated or not user.is_active:
        return {}
    return _office(user)[0]


def headed_by(user: Any) -> set[int]:
    """The units that the person heads today, themselves or as deputy."""
    return {unit for unit, role in units_of(user).items() if role in {"head", "deputy_head"}}


def stands_in_for(user: Any) -> set[int]:
    """The people who are away today and named this person as their deputy; nobody, for who works in no unit today."""
    if not units_of(user):
        return set()

    def load(day: dt.date) -> set[int]:
        rows = user.deputizing.current(day).filter(person__is_active=True)
        return set(rows.order_by().values_list("person_id", flat=True))

    return remembered(user, "stands in for", load)
