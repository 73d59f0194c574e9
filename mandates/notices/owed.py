"""Who is to be told what, as of a day: steps of the ladder and facts, less what the ledger holds. Writes nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
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
from mandates.notices.people import LEVELS, WORKING, concerns, people_of
from mandates.notices.quiet import is_heard, silences
from mandates.scheduling.ladder import WEEK, Step, steps_reached

BATCH = 500  # mandates; each batch takes the same number of queries

# What the steps follow from. Where one of these changed since it was read, the mandate is left for the next run.
AS_READ = ("next_notice_on", "target_on", "due_on", "status", "waiting_for", "owner_id", "quiet_until", "ledger")


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step of the ladder towards a mandate's target, or towards the day of its text."""

    of: str  # "target" or "text"
    step: Step
    level: str = ""  # of whoever hears of it because it stays late

    @property
    def key(self) -> str:
        """Its name in the ledger. It carries the day: a day that moves starts its ladder afresh."""
        if self.level:
            return f"escalated:{self.step.day.isoformat()}:{self.level}"
        if self.step.weeks_late:
            kind, number = ("late" if self.of == "target" else "overdue"), self.step.weeks_late
        else:
            kind, number = self.of, self.step.before
        return f"{kind}:{self.step.day.isoformat()}:{number}"


@dataclass(frozen=True, slots=True)
class Owed:
    """What one person is to be told of one mandate, and as what: a role of `people`."""

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
    contributors = Prefetch("contributors", Contributor.objects.select_related("user"))
    mandates = (
        Mandate.objects.filter(pk__in=pks)
        .select_related("body__parent", "paragraph__decision", "owner", "unit")
        .defer("search_released", "search_internal", "spans", "references", "doubt")
        .prefetch_related(contributors)
    )
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    for change in Change.objects.untold().filter(mandate__in=pks).select_related("by").order_by("at", "pk"):
        changes[change.mandate_id].append(change)
    people = people_of(mandates, [change for each in changes.values() for change in each], plan.on)
    silent = silences(pks)
    found = []
    for mandate in mandates:
        is_due = mandate.next_notice_on is not None and mandate.next_notice_on <= plan.on
        next_day = next_notice(mandate, plan.on) if is_due else mandate.next_notice_on
        plan.seen[mandate.pk] = Seen(mandate, changes[mandate.pk], next_day)
        if mandate.status in UNCONFIRMED or mandate.ledger not in {Ledger.SECRETARIAT, Ledger.CONFERENCE}:
            continue
        reminders = reminders_of(mandate, plan.on) if is_due else ()
        for person, roles in people.told(mandate, changes[mandate.pk], escalates=bool(reminders)):
            heard = [r for r in reminders if is_heard(r.step, silent.get((person.pk, mandate.pk)))]
            found.append(_owed(person, mandate, roles, heard, changes[mandate.pk], plan.on))
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


def _owed(
    person: User,
    mandate: Mandate,
    roles: tuple[str, ...],
    reminders: Iterable[Reminder],
    changes: Iterable[Change],
    on: dt.date,
) -> Owed:
    """What a person is told who is `roles` to the mandate; said to be owed to them as the first of these."""
    heard: list[Reminder] = []
    for role in roles:
        if role in WORKING:
            heard += [reminder for reminder in reminders if reminder not in heard]
        elif role == "secretariat":
            # A day that had passed before the confirmation is no news to those who confirmed: importing the report of
            # a session years ago mails nobody.
            begins = mandate.notices_from or dt.date.max
            heard += [reminder for reminder in reminders if reminder.step.day >= begins and reminder not in heard]
        elif role in LEVELS and mandate.next_day is not None:
            step = Step(mandate.next_day, 0, (on - mandate.next_day).days // WEEK)
            heard.append(Reminder("target" if mandate.next_day == mandate.target_on else "text", step, role))
    told = tuple(c for c in changes if any(concerns(c, person, role, mandate) for role in roles))
    return Owed(person, mandate, roles[0], tuple(heard), told)


def _told(found: list[Owed]) -> set[tuple[int, int, str]]:
    """(person, mandate, key) of what the ledger holds already."""
    keys = {key for owed in found for key in owed.keys}
    rows = Notice.objects.filter(mandate__in={owed.mandate.pk for owed in found}, key__in=keys)
    return set(rows.order_by().values_list("recipient_id", "mandate_id", "key"))


def news(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Without days that moved with a session and are back where they were: who heard of none of it misses nothing."""
    changes = tuple(changes)
    days = {kind: [c for c in changes if c.kind == kind] for kind in (ChangeKind.DEADLINE, ChangeKind.TARGET)}
    back = {
        kind
        for kind, moves in days.items()
        if moves and moves[0].old == moves[-1].new and all("move" in change.params for change in moves)
    }
    return tuple(change for change in changes if change.kind not in back)


def _less(owed: Owed, told: set[tuple[int, int, str]]) -> Owed | None:
    """What is left of `owed`; none where everything was told."""

    def is_new(key: str) -> bool:
        return (owed.person.pk, owed.mandate.pk, key) not in told

    reminders = tuple(reminder for reminder in owed.reminders if is_new(reminder.key))
    changes = news(change for change in owed.changes if is_new(change_key(change)))
    if not reminders and not changes:
        return None
    return Owed(owed.person, owed.mandate, owed.role, reminders, changes)
