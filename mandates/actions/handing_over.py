"""What somebody who leaves worked on passes to another person, or to nobody yet."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import Unit, User
from ctoctrack.lib import dates
from mandates.actions.assigning import assign
from mandates.actions.facts import Refused, record, touch
from mandates.enums import ChangeKind
from mandates.models import Contributor, Mandate
from mandates.querysets import MandateQuerySet


def to_hand_over(person: User, by: User) -> tuple[MandateQuerySet, MandateQuerySet]:
    """The open mandates, of bodies whose secretariat `by` is, that the person owns; and those contributed to."""
    kept = Mandate.objects.kept_by(by).open()
    return kept.filter(owner=person), kept.filter(contributors__user=person)


@transaction.atomic
def hand_over(
    person: User,
    to: User | None,
    *,
    by: User,
    reason: str,
    seen: Collection[int] | None = None,
    at: dt.datetime | None = None,
) -> int:
    """All open mandates of the person are owned by `to`, or by nobody, and `to` contributes where the person did.

    All or none; each has its change with the reason. `seen` are the keys of the mandates that were shown before: where
    others are there by now nothing is done. Gives how many were owned.
    """
    at = at or dates.now()
    if not reason.strip():
        raise Refused(_("Say why: it stands in the history of each."))
    if to is not None and (to.pk == person.pk or not to.is_active):
        raise Refused(_("Choose somebody else, who may sign in."))
    units = _units(to, dates.day_of(at))
    if to is not None and not units:
        raise Refused(_("%(person)s works in no unit.") % {"person": to})
    owned, contributed = to_hand_over(person, by)
    mine = list(owned.select_for_update(of=("self",)).select_related("unit", "owner").order_by("pk"))
    helped = list(contributed.order_by("pk"))
    if seen is not None and {mandate.pk for mandate in (*mine, *helped)} != set(seen):
        raise Refused(_("The mandates of %(person)s changed in the meantime. Look again.") % {"person": person})
    if not mine and not helped:
        raise Refused(_("%(person)s has no open mandate.") % {"person": person})
    for mandate in mine:
        unit = mandate.unit if to is None or mandate.unit in units else units[0]
        assign(mandate, to, unit, by=by, was=person.pk, reason=reason.strip(), at=at)
    for mandate in helped:
        _contribute_instead(mandate, person, to, by=by, at=at)
    return len(mine)


def _units(person: User | None, on: dt.date) -> list[Unit]:
    if person is None:
        return []
    return [row.unit for row in person.unit_memberships.current(on).select_related("unit")]


def _contribute_instead(mandate: Mandate, person: User, to: User | None, *, by: User, at: dt.datetime) -> None:
    """The person no longer contributes; `to` does, where they do not own it."""
    Contributor.objects.filter(mandate=mandate, user=person).delete()
    record(mandate, ChangeKind.CONTRIBUTOR, by=by, at=at, old=person.pk, old_name=str(person))
    mandate.refresh_from_db(fields=["owner"])
    if to is not None and to.pk != mandate.owner_id and Contributor.objects.get_or_create(mandate=mandate, user=to)[1]:
        record(mandate, ChangeKind.CONTRIBUTOR, by=by, at=at, new=to.pk, new_name=str(to))
    touch(mandate, at)
