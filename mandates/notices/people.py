"""Who is told of a mandate, and as what: its own people, deputies of those away, and by level those above them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings

from ctoctrack.accounts.models import Absence, UnitMembership, User
from mandates.enums import Answer, ChangeKind
from mandates.models import Change, Mandate, TargetRequest
from mandates.scheduling.escalation import levels_reached
from sessions.enums import DELEGATION_ROLES, Role
from sessions.models import Membership
from sessions.rules import SECRETARIAT

NEVER_WRITTEN_TO = DELEGATION_ROLES | {Role.CHAIR, Role.BUREAU}
# Told to owner, deputy and contributors; the rest is history that nobody needs in a mail.
TOLD_CHANGES = frozenset(
    {ChangeKind.STATUS, ChangeKind.DEADLINE, ChangeKind.TARGET, ChangeKind.TARGET_REFUSED, ChangeKind.WAITING}
)
ASSIGNMENTS = frozenset({ChangeKind.OWNER, ChangeKind.CONTRIBUTOR})
# As what people hear of their own work; all other roles are told one thing alone.
WORKING = frozenset({"owner", "deputy", "contributor"})
LEVELS = frozenset({"head", "secretary", "parent"})  # the values of ESCALATION_DAYS

Named = tuple[User, str]  # a person and as what
By = defaultdict[int, list[User]]


def _nobody() -> By:
    return defaultdict(list)


@dataclass(slots=True)
class People:
    """Everybody who can be told of some mandates on the day `on`, read once for all of them."""

    on: dt.date
    secretariat: By = field(default_factory=_nobody)  # by conference
    secretaries: By = field(default_factory=_nobody)
    heads: By = field(default_factory=_nobody)  # by unit
    deputy_heads: By = field(default_factory=_nobody)
    deputies: By = field(default_factory=_nobody)  # by who is away
    away: set[int] = field(default_factory=set)
    barred: set[tuple[int, int | None]] = field(default_factory=set)  # (person, body)
    asked: set[int] = field(default_factory=set)  # mandates with a wish for another target that waits
    askers: dict[int, User] = field(default_factory=dict)

    def told(
        self, mandate: Mandate, changes: Iterable[Change], *, escalates: bool
    ) -> list[tuple[User, tuple[str, ...]]]:
        """Everybody who may be told something of the mandate, once, with all that they are to it, the nearest first."""
        own = list(self._own(mandate))
        working = {person.pk for person, _role in own}
        found: dict[int, tuple[User, list[str]]] = {}
        above = self._above(mandate) if escalates else ()
        asking = self._asking(mandate, changes)
        for person, role in (*own, *(one for one in above if one[0].pk not in working), *asking):
            if self._can_be_told(person, mandate):
                roles = found.setdefault(person.pk, (person, []))[1]
                if role not in roles:
                    roles.append(role)
        return [(person, tuple(roles)) for person, roles in found.values()]

    def _can_be_told(self, person: User, mandate: Mandate) -> bool:
        """Delegates, chairs and Bureau are not, whatever else they are."""
        bodies = (mandate.body_id, mandate.body.parent_id)
        return person.is_active and not any((person.pk, body) in self.barred for body in bodies)

    def _own(self, mandate: Mandate) -> Iterator[Named]:
        """Owner, deputy, contributors; the secretariat where no owner can be written to."""
        owner = mandate.owner
        has_owner = owner is not None and self._can_be_told(owner, mandate)
        if owner is not None and has_owner:
            yield owner, "owner"
            if owner.pk in self.away:
                yield from ((person, "deputy") for person in self._instead_of(owner, mandate))
        yield from ((row.user, "contributor") for row in mandate.contributors.all())
        if not has_owner:
            yield from ((person, "secretariat") for person in self.secretariat[mandate.body.root.pk])

    def _instead_of(self, owner: User, mandate: Mandate) -> list[User]:
        """The deputy whom the owner named and who is there; else the deputy head of the unit, else its head."""
        unit = mandate.unit_id or 0
        for people in (self.deputies[owner.pk], self.deputy_heads[unit], self.heads[unit]):
            if there := [one for one in people if one.pk not in self.away and self._can_be_told(one, mandate)]:
                return there
        return []

    def _above(self, mandate: Mandate) -> Iterator[Named]:
        """Those who are to hear that it stays late; as what is the level."""
        if mandate.next_day is None or not mandate.can_be_late:
            return
        levels = levels_reached(
            mandate.next_day, on=self.on, not_before=mandate.notices_from, after=settings.ESCALATION_DAYS
        )
        unit, parent = mandate.unit_id or 0, (mandate.unit.parent_id or 0) if mandate.unit else 0
        people = {
            "head": lambda: self._heading(unit),
            "secretary": lambda: self.secretaries[mandate.body.root.pk],
            "parent": lambda: self._heading(parent),
        }
        yield from ((person, level) for level in levels for person in people[level]())

    def _heading(self, unit: int) -> list[User]:
        """Who heads the unit and is there; else its deputy heads who are; else its heads, away as they are."""
        for people in (self.heads[unit], self.deputy_heads[unit]):
            if there := [person for person in people if person.pk not in self.away]:
                return there
        return self.heads[unit]

    def _asking(self, mandate: Mandate, changes: Iterable[Change]) -> Iterator[Named]:
        """Who asked for another target and was answered; who is to answer, while the wish waits."""
        changes = list(changes)
        askers = (self.askers.get(change.params.get("asked_by", 0)) for change in changes)
        yield from ((person, "asker") for person in askers if person)
        if mandate.pk in self.asked and any(change.kind == ChangeKind.TARGET_ASKED for change in changes):
            yield from ((person, "grants") for person in self.secretariat[mandate.body.root.pk])


def people_of(mandates: Iterable[Mandate], changes: Iterable[Change], on: dt.date) -> People:
    """Everybody who can be told of the mandates and changes, in a constant number of queries."""
    found = People(on)
    bodies = {mandate.body_id for mandate in mandates} | {mandate.body.parent_id for mandate in mandates}
    for row in (
        Membership.objects.current(on)
        .filter(body__in=bodies - {None}, role__in=NEVER_WRITTEN_TO | SECRETARIAT, user__is_active=True)
        .select_related("user")
        .order_by("body", "user")
    ):
        if row.role in NEVER_WRITTEN_TO:
            found.barred.add((row.user_id, row.body_id))
        else:
            _add(found.secretariat[row.body_id], row.user)
        if row.role == Role.SECRETARY:
            _add(found.secretaries[row.body_id], row.user)
    units = {mandate.unit_id for mandate in mandates} | {m.unit.parent_id for m in mandates if m.unit}
    heads = {UnitMembership.Role.HEAD: found.heads, UnitMembership.Role.DEPUTY_HEAD: found.deputy_heads}
    rows = UnitMembership.objects.current(on).filter(unit__in=units - {None}, role__in=heads, user__is_active=True)
    for member in rows.select_related("user").order_by("unit", "user"):
        _add(heads[UnitMembership.Role(member.role)][member.unit_id], member.user)
    in_the_office = set(
        UnitMembership.objects.current(on).filter(user__deputizing__isnull=False).values_list("user", flat=True)
    )
    for absence in Absence.objects.current(on).select_related("deputy").order_by("pk"):
        found.away.add(absence.person_id)
        if absence.deputy is not None and absence.deputy.pk in in_the_office:
            _add(found.deputies[absence.person_id], absence.deputy)
    wishes = TargetRequest.objects.filter(mandate__in=mandates, answer=Answer.WAITS)
    found.asked = set(wishes.order_by().values_list("mandate", flat=True))
    found.askers = User.objects.in_bulk(
        {change.params["asked_by"] for change in changes if "asked_by" in change.params}
    )
    return found


def _add(people: list[User], person: User) -> None:
    if person not in people:
        people.append(person)


def concerns(change: Change, person: User, role: str, mandate: Mandate) -> bool:
    """Is the change told to this person as what they are? Never to whoever made it."""
    if change.by_id == person.pk:
        return False
    if role == "asker":
        return bool(change.params.get("asked_by") == person.pk)
    if role == "grants":
        return change.kind == ChangeKind.TARGET_ASKED and bool(change.new)  # else it was taken back
    if role not in WORKING:
        return False
    if change.kind in ASSIGNMENTS:
        # Told to whom it makes owner or contributor, and only where they still are: it may have been taken back.
        is_owner = mandate.owner_id == person.pk
        return change.new == str(person.pk) and is_owner == (change.kind == ChangeKind.OWNER)
    return change.kind in TOLD_CHANGES
