"""Whose a mandate is: owner, unit and contributors; and what it waits for."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import Unit, User
from ctoctrack.lib import dates
from mandates.actions.facts import Refused, claim, on_behalf, record, touch
from mandates.enums import ChangeKind, Ledger, WaitingFor
from mandates.models import Contributor, Mandate


def _name(person: User | None) -> str:
    return str(person) if person else ""


@transaction.atomic
def assign(
    mandate: Mandate,
    owner: User | None,
    unit: Unit | None,
    *,
    by: User,
    was: int | None,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Mandate:
    """The mandate is owned by a person in a unit, or by the unit alone; `was` is the key of the owner that was seen."""
    at = at or dates.now()
    if mandate.ledger == Ledger.STATES:
        raise Refused(_("What is asked of States and others has no owner in the Secretariat."))
    if not mandate.is_confirmed:
        raise Refused(_("Confirm it first: a proposal belongs to nobody."))
    if owner and not unit:
        raise Refused(_("Say in which unit %(person)s does it.") % {"person": owner})
    if owner and unit and not owner.unit_memberships.current(dates.day_of(at)).filter(unit=unit).exists():
        raise Refused(_("%(person)s does not work in %(unit)s.") % {"person": owner, "unit": unit})
    old = mandate.owner
    if (owner, unit) == (old, mandate.unit):
        return mandate
    claim(mandate, {"owner_id": was, "ledger": mandate.ledger}, owner=owner, unit=unit)
    record(
        mandate,
        ChangeKind.OWNER,
        by=by,
        at=at,
        old=old.pk if old else "",
        new=owner.pk if owner else "",
        reason=reason,
        old_name=_name(old),
        new_name=_name(owner),
        unit=str(unit or ""),
    )
    touch(mandate, at)
    return mandate


@transaction.atomic
def set_contributors(mandate: Mandate, people: list[User], *, by: User, at: dt.datetime | None = None) -> None:
    """Exactly these people contribute; each who came or went is recorded."""
    at = at or dates.now()
    wanted = {person.pk: person for person in people if person.pk != mandate.owner_id}
    present = {row.user_id: row for row in mandate.contributors.select_related("user")}
    for pk, person in wanted.items():
        if pk not in present and Contributor.objects.get_or_create(mandate=mandate, user=person)[1]:
            record(mandate, ChangeKind.CONTRIBUTOR, by=by, at=at, new=pk, new_name=str(person))
    for pk, row in present.items():
        if pk not in wanted and row.delete()[0]:
            record(mandate, ChangeKind.CONTRIBUTOR, by=by, at=at, old=pk, old_name=str(row.user))
    if wanted.keys() != present.keys():
        touch(mandate, at)


@transaction.atomic
def set_waiting(
    mandate: Mandate, new: str, *, by: User, was: str, basis: str = "", at: dt.datetime | None = None
) -> Mandate:
    """What the mandate waits for, since today; it silences reminders, moves no day and hides none."""
    at = at or dates.now()
    if not mandate.is_open:
        raise Refused(_("Only an open mandate waits for something."))
    if new == WaitingFor.RESOURCES and not basis.strip():
        raise Refused(
            _("Say on what basis: the clause of the paragraph, a statement read before adoption, or the budget.")
        )
    basis = basis.strip() if new == WaitingFor.RESOURCES else ""
    if new == was and basis == mandate.waiting_basis:
        return mandate
    since = mandate.waiting_since if new == was else dates.day_of(at)
    claim(
        mandate,
        {"waiting_for": was, "status": mandate.status},
        waiting_for=new,
        waiting_since=since if new else None,
        waiting_basis=basis,
    )
    record(mandate, ChangeKind.WAITING, by=by, at=at, old=was, new=new, reason=basis, **on_behalf(mandate, by))
    touch(mandate, at)
    return mandate
