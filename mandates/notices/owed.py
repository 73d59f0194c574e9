"""Who is to be told what, as of a day: steps of the ladder and facts, less what the ledger holds. Writes nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Prefetch

from ctoctrack.accounts.models import Rhythm, User
from ctoctrack.lib import dates
from mandates.actions.facts import SILENT, next_notice
from mandates.enums import UNCONFIRMED, ChangeKind, Ledger
from mandates.models import Change, Contributor, Mandate
from mandates.models.notices import Notice
from mandates.notices.quiet import is_heard, silences
from mandates.scheduling.ladder import Step, steps_reached
from sessions.enums import DELEGATION_ROLES, Role
from sessions.models import Membership
from sessions.rules import SECRETARIAT

BATCH = 500  # mandates; each batch takes the same number of queries

# Told to owner and contributors; the rest is history that nobody needs in a mail.
TOLD_CHANGES = frozenset({ChangeKind.STATUS, ChangeKind.DEADLINE, ChangeKind.TARGET, ChangeKind.WAITING})
ASSIGNMENTS = frozenset({ChangeKind.OWNER, ChangeKind.CONTRIBUTOR})
NEVER_WRITTEN_TO = DELEGATION_ROLES | {Role.CHAIR, Role.BUREAU}

# What the steps follow from. Where one of these changed since it was read, the mandate is left for the next run.
AS_READ = ("next_notice_on", "target_on", "due_on", "status", "waiting_for", "owner_id", "quiet_until", "ledger")


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step of the ladder towards a mandate's target, or towards the day of its text."""

    of: str  # "target" or "text"
    step: Step

    @property
    def key(self) -> str:
        """Its name in the ledger. It carries the day: a day that moves starts its ladder afresh."""
        if self.step.weeks_late:
            kind, number = ("late" if self.of == "target" else "overdue"), self.step.weeks_late
        else:
            kind, number = self.of, self.step.before
        return f"{kind}:{self.step.day.isoformat()}:{number}"


@dataclass(frozen=True, slots=True)
class Owed:
    """What one person is to be told of one mandate, and as what: "owner", "contributor" or "secretariat"."""

    person: User
    mandate: Mandate
    role: str
    reminders: tuple[Reminder, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def came_up_on(self) -> dt.date:
        """The day since which it is owed; a step that was never told counts from the one that was planned."""
        planned = [self.mandate.next_notice_on or dt.date.max] if self.reminders else []
        return min([*planned, *(dates.day_of(change.at) for change in self.changes)])

    @property
    def keys(self) -> list[str]:
        return [*(reminder.key for reminder in self.reminders), *(change_key(change) for change in self.changes)]


@dataclass(slots=True)
class Seen:
    """A mandate that was looked at: what it was like, and what is written once everybody has been told."""

    mandate: Mandate
    changes: list[Change]
    next_notice_on: dt.date | None
    waits_for: set[int] = field(default_factory=set)  # people who have not been told yet

    @property
    def as_read(self) -> tuple[Any, ...]:
        return tuple(getattr(self.mandate, name) for name in AS_READ)


@dataclass(slots=True)
class Plan:
    """All that a run for the day `on` has to do."""

    on: dt.date
    owed: list[Owed] = field(default_factory=list)
    seen: dict[int, Seen] = field(default_factory=dict)


def change_key(change: Change) -> str:
    return f"change:{change.pk}"


def owed_on(on: dt.date) -> Plan:
    """What is owed to whom on the day `on`. The work follows what is due and what changed, not what is stored."""
    plan = Plan(on)
    due = set(Mandate.objects.with_notice_due(on).order_by().values_list("pk", flat=True))
    changed = set(Change.objects.untold().order_by().values_list("mandate_id", flat=True))
    pks = sorted(due | changed)
    for start in range(0, len(pks), BATCH):
        _look_at(pks[start : start + BATCH], plan)
    return plan


def _look_at(pks: list[int], plan: Plan) -> None:
    """The mandates `pks` are in the plan, with what is owed for them."""
    people = Prefetch("contributors", Contributor.objects.select_related("user"))
    mandates = (
        Mandate.objects.filter(pk__in=pks)
        .select_related("body__parent", "paragraph__decision", "owner", "unit")
        .prefetch_related(people)
    )
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    for change in Change.objects.untold().filter(mandate__in=pks).select_related("by").order_by("at", "pk"):
        changes[change.mandate_id].append(change)
    secretariat = _secretariat(mandates, plan.on)
    barred = _never_written_to(mandates, plan.on)
    silent = silences(pks)
    found = []
    for mandate in mandates:
        is_due = mandate.next_notice_on is not None and mandate.next_notice_on <= plan.on
        next_day = next_notice(mandate, plan.on) if is_due else mandate.next_notice_on
        plan.seen[mandate.pk] = Seen(mandate, changes[mandate.pk], next_day)
        if mandate.status in UNCONFIRMED or mandate.ledger not in {Ledger.SECRETARIAT, Ledger.CONFERENCE}:
            continue
        reminders = reminders_of(mandate, plan.on) if is_due else ()
        for person, role in _people(mandate, secretariat, barred):
            heard = [r for r in reminders if is_heard(r.step, silent.get((person.pk, mandate.pk)))]
            found.append(_owed(person, mandate, role, heard, changes[mandate.pk]))
    told = _told(found)
    for owed in found:
        if owed.person.rhythm != Rhythm.NONE and (left := _less(owed, told)):
            plan.owed.append(left)
            plan.seen[left.mandate.pk].waits_for.add(left.person.pk)


def reminders_of(mandate: Mandate, on: dt.date) -> tuple[Reminder, ...]:
    """The latest steps reached on the day `on`, as far as nothing silences them."""
    if mandate.status in SILENT or mandate.status is None or mandate.waiting_for or mandate.notices_from is None:
        return ()
    kinds = {day: of for of, day in (("target", mandate.target_on), ("text", mandate.due_on)) if day is not None}
    steps = steps_reached(
        kinds, on=on, not_before=mandate.notices_from, late=mandate.can_be_late, steps=settings.REMINDER_DAYS
    )
    return tuple(Reminder(kinds[step.day], step) for step in steps if is_heard(step, mandate.quiet_until))


def _people(
    mandate: Mandate, secretariat: dict[int, list[User]], barred: set[tuple[int, int]]
) -> Iterator[tuple[User, str]]:
    """Whom a mandate concerns and as what, each once. Without an owner who can be written to, the secretariat."""
    bodies = {mandate.body_id, mandate.body.parent_id}
    written_to: set[int] = set()

    def can_be_told(person: User | None) -> bool:
        return (
            person is not None
            and person.is_active
            and person.pk not in written_to
            and not any((person.pk, body) in barred for body in bodies)
        )

    if mandate.owner is not None and can_be_told(mandate.owner):
        written_to.add(mandate.owner.pk)
        yield mandate.owner, "owner"
    is_unassigned = not written_to
    for contributor in mandate.contributors.all():
        if can_be_told(contributor.user):
            written_to.add(contributor.user_id)
            yield contributor.user, "contributor"
    if is_unassigned:
        for person in secretariat.get(mandate.body.parent_id or mandate.body_id, []):
            if can_be_told(person):
                written_to.add(person.pk)
                yield person, "secretariat"


def _owed(person: User, mandate: Mandate, role: str, reminders: Iterable[Reminder], changes: Iterable[Change]) -> Owed:
    if role == "secretariat":
        # A day that had passed before the confirmation is no news to those who confirmed: importing the report of a
        # session years ago mails nobody.
        begins = mandate.notices_from or dt.date.max
        return Owed(person, mandate, role, tuple(r for r in reminders if r.step.day >= begins))
    return Owed(person, mandate, role, tuple(reminders), tuple(c for c in changes if _concerns(c, person, mandate)))


def _concerns(change: Change, person: User, mandate: Mandate) -> bool:
    """Is the change told to this owner or contributor? Never to whoever made it."""
    if change.by_id == person.pk:
        return False
    if change.kind in ASSIGNMENTS:
        # Told to whom it makes owner or contributor, and only where they still are: it may have been taken back.
        is_owner = mandate.owner_id == person.pk
        return change.new == str(person.pk) and is_owner == (change.kind == ChangeKind.OWNER)
    return change.kind in TOLD_CHANGES


def _secretariat(mandates: Iterable[Mandate], on: dt.date) -> dict[int, list[User]]:
    """Those who work for the secretariats of the conferences of mandates without a usable owner, by conference."""
    bodies = {mandate.body.parent_id or mandate.body_id for mandate in mandates}
    found: defaultdict[int, list[User]] = defaultdict(list)
    rows = Membership.objects.current(on).filter(body__in=bodies, role__in=SECRETARIAT, user__is_active=True)
    for row in rows.select_related("user").order_by("body", "user"):
        if row.user not in found[row.body_id]:
            found[row.body_id].append(row.user)
    return found


def _never_written_to(mandates: Iterable[Mandate], on: dt.date) -> set[tuple[int, int]]:
    """(person, body) of delegates, chairs and Bureau: whatever else they are, the timetable never writes to them."""
    bodies = {mandate.body_id for mandate in mandates} | {mandate.body.parent_id for mandate in mandates}
    rows = Membership.objects.current(on).filter(body__in=bodies - {None}, role__in=NEVER_WRITTEN_TO)
    return set(rows.order_by().values_list("user_id", "body_id"))


def _told(found: list[Owed]) -> set[tuple[int, int, str]]:
    """(person, mandate, key) of what the ledger holds already."""
    keys = {key for owed in found for key in owed.keys}
    rows = Notice.objects.filter(mandate__in={owed.mandate.pk for owed in found}, key__in=keys)
    return set(rows.order_by().values_list("recipient_id", "mandate_id", "key"))


def _less(owed: Owed, told: set[tuple[int, int, str]]) -> Owed | None:
    """What is left of `owed`; none where everything was told."""

    def is_new(key: str) -> bool:
        return (owed.person.pk, owed.mandate.pk, key) not in told

    reminders = tuple(reminder for reminder in owed.reminders if is_new(reminder.key))
    changes = tuple(change for change in owed.changes if is_new(change_key(change)))
    if not reminders and not changes:
        return None
    return Owed(owed.person, owed.mandate, owed.role, reminders, changes)
