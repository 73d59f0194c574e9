"""Who is what in a body, as predicates over a person and a thing of that body.

Roles are memberships that hold on a day. A membership in a body holds for its groups.
"""

from typing import Any

import rules

from ctoctrack.accounts.rules import is_administrator, remembered, units_of
from sessions.enums import DELEGATION_ROLES, Role

SECRETARIAT = frozenset({Role.SECRETARY, Role.SECRETARIAT})


def roles_of(user: Any) -> dict[int, frozenset[str]]:
    """The roles that the person holds today, by body."""
    if not user.is_authenticated or not user.is_active:
        return {}

    def load(day: Any) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for body, role in user.memberships.current(day).values_list("body_id", "role"):
            found.setdefault(body, set()).add(role)
        return {body: frozenset(roles) for body, roles in found.items()}

    return remembered(user, "roles", load)


def bodies_with(user: Any, roles: frozenset[str]) -> set[int]:
    """The bodies, without their groups, in which the person holds one of `roles` today."""
    return {body for body, held in roles_of(user).items() if held & roles}


def rooms_of(user: Any) -> set[int]:
    """The conferences in which, or in a group of which, the person holds any role today."""
    if not user.is_authenticated or not user.is_active:
        return set()

    def load(day: Any) -> set[int]:
        rows = user.memberships.current(day).values_list("body_id", "body__parent_id")
        return {parent or body for body, parent in rows}

    return remembered(user, "rooms", load)


def body_of(thing: Any) -> Any:
    """The body to which a thing belongs, itself where it is one."""
    for name in ("body", "decision", "session", "report"):
        if getattr(thing, f"{name}_id", None) is not None:
            return body_of(getattr(thing, name))
    return thing


def holds(user: Any, thing: Any, roles: frozenset[str]) -> bool:
    """Does the person hold one of `roles` in the body of `thing`, or in the body that this is a group of?

    Without a thing: in any body at all.
    """
    held = bodies_with(user, roles)
    if thing is None:
        return bool(held)
    body = body_of(thing)
    return body.pk in held or (body.parent_id is not None and body.parent_id in held)


@rules.predicate
def is_secretariat(user: Any, thing: Any = None) -> bool:
    """Secretary or secretariat of the body of `thing`."""
    return holds(user, thing, SECRETARIAT)


@rules.predicate
def is_auditor(user: Any, thing: Any = None) -> bool:
    return holds(user, thing, frozenset({Role.AUDITOR}))


@rules.predicate
def is_bureau(user: Any, thing: Any = None) -> bool:
    """Chair or member of the Bureau."""
    return holds(user, thing, frozenset({Role.CHAIR, Role.BUREAU}))


@rules.predicate
def is_delegate(user: Any, thing: Any = None) -> bool:
    return holds(user, thing, frozenset(DELEGATION_ROLES))


@rules.predicate
def has_a_role_there(user: Any, thing: Any = None) -> bool:
    """Any role in the conference of `thing` or in one of its groups: their released progress is one."""
    rooms = rooms_of(user)
    if thing is None:
        return bool(rooms)
    body = body_of(thing)
    return (body.parent_id or body.pk) in rooms


@rules.predicate
def works_in_the_office(user: Any, thing: Any = None) -> bool:
    """Works in a unit of the office, or runs its system: both read all that was released."""
    return user.is_active and (bool(units_of(user)) or is_administrator(user))


@rules.predicate
def is_open_to_strangers(user: Any, thing: Any = None) -> bool:
    """The body has opened its pages of progress to everybody."""
    if thing is None:
        return True
    body = body_of(thing)
    return body.is_open if body.parent_id is None else body.parent.is_open


@rules.predicate
def is_adopted(user: Any, decision: Any = None) -> bool:
    """Not a draft: of that only the Secretariat and its auditors know, until the body has adopted it."""
    return decision is None or not decision.is_draft


can_read_internally = is_secretariat | is_auditor
can_read_progress = has_a_role_there | works_in_the_office | is_open_to_strangers

__all__ = [
    "can_read_internally",
    "can_read_progress",
    "has_a_role_there",
    "is_administrator",
    "is_adopted",
    "is_auditor",
    "is_bureau",
    "is_delegate",
    "is_open_to_strangers",
    "is_secretariat",
    "works_in_the_office",
]
