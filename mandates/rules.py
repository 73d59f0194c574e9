"""Who may do what with a mandate: predicates over a person and a mandate, one policy on one screen.

`querysets.MandateQuerySet.visible_to` says the same of lists; a test holds that both agree for every role.
"""

from typing import Any

import rules

from ctoctrack.accounts.rules import headed_by, stands_in_for, units_of
from mandates.enums import UNCONFIRMED, Ledger
from sessions.rules import can_read_progress, is_administrator, is_auditor, is_secretariat


@rules.predicate
def is_confirmed(user: Any, mandate: Any = None) -> bool:
    """A person said that it is a mandate; before, the Secretariat and auditors alone know of it."""
    return mandate is None or mandate.status not in UNCONFIRMED


@rules.predicate
def is_owner(user: Any, mandate: Any = None) -> bool:
    return mandate is not None and user.is_active and mandate.owner_id == user.pk


@rules.predicate
def is_acting_deputy(user: Any, mandate: Any = None) -> bool:
    """Stands in for the owner, who is away today and said so."""
    return mandate is not None and user.is_active and mandate.owner_id in stands_in_for(user)


@rules.predicate
def is_contributor(user: Any, mandate: Any = None) -> bool:
    return mandate is not None and user.is_active and any(row.user_id == user.pk for row in mandate.contributors.all())


@rules.predicate
def works_in_its_unit(user: Any, mandate: Any = None) -> bool:
    """Works, in whatever role, in the unit that keeps the mandate."""
    return mandate is not None and user.is_active and mandate.unit_id in units_of(user)


@rules.predicate
def heads_its_unit(user: Any, mandate: Any = None) -> bool:
    return mandate is not None and user.is_active and mandate.unit_id in headed_by(user)


@rules.predicate
def is_adopted(user: Any, mandate: Any = None) -> bool:
    """Stands in what the body adopted; what a draft asks is told to nobody outside."""
    return mandate is None or not mandate.paragraph.decision.is_draft


@rules.predicate
def has_a_status(user: Any, mandate: Any = None) -> bool:
    """What States and others are asked has none."""
    return mandate is None or mandate.ledger != Ledger.STATES


acts_as_owner = is_owner | is_acting_deputy
its_people = acts_as_owner | is_contributor | works_in_its_unit
view = is_secretariat | is_auditor | (is_confirmed & its_people)
move = is_confirmed & has_a_status & (is_secretariat | heads_its_unit | acts_as_owner)
update = is_confirmed & (is_secretariat | heads_its_unit | acts_as_owner | is_contributor)
ask_target = is_confirmed & has_a_status & (heads_its_unit | acts_as_owner)
set_target = is_confirmed & has_a_status & is_secretariat
verify = is_confirmed & has_a_status & (is_secretariat | heads_its_unit)
confirm = is_secretariat
end = is_confirmed & has_a_status & is_secretariat
release = is_confirmed & is_adopted & is_secretariat
assign = is_confirmed & (is_secretariat | heads_its_unit)
view_outbox = is_secretariat | is_auditor | is_administrator
view_health = is_administrator

PERMISSIONS = {
    "view": view,
    "read_progress": can_read_progress & is_confirmed & is_adopted,
    "confirm": confirm,
    "move": move,
    "update": update,
    "ask_target": ask_target,
    "set_target": set_target,
    "verify": verify,
    "end": end,
    "release": release,
    "assign": assign,
}

__all__ = [
    "PERMISSIONS",
    "heads_its_unit",
    "is_acting_deputy",
    "is_contributor",
    "is_owner",
    "view_health",
    "view_outbox",
    "works_in_its_unit",
]
