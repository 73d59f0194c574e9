"""The alarm when no run happened: worked out when read, by whichever process reads, and mailed once per silence."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Min, Q
from django.urls import reverse

from ctoctrack.accounts.models import Administrator, User
from ctoctrack.lib import dates
from mandates.enums import MessageKind
from mandates.models.notices import Message
from mandates.notices import compose, deliver, outbox
from mandates.notices.runs import last_run


@dataclass(frozen=True, slots=True)
class Silence:
    """No run has ended since `since`, by the machine's clock; `run` is the key of the last that did, or 0."""

    since: dt.datetime
    run: int

    def hours(self, at: dt.datetime) -> int:
        return int((at - self.since).total_seconds() // 3600)


def silence(at: dt.datetime) -> Silence | None:
    """The silence, where it has lasted for RUN_ALARM_HOURS; before the first run it counts from the first person on."""
    last = last_run()
    if last is not None and last.finished_at is not None:
        found = Silence(last.finished_at, last.pk)
    else:
        first = User.objects.aggregate(first=Min("date_joined"))["first"]
        if first is None:
            return None
        found = Silence(first, 0)
    return found if at - found.since >= dt.timedelta(hours=settings.RUN_ALARM_HOURS) else None


def watch(at: dt.datetime | None = None) -> Silence | None:
    """The silence, if there is one; every administrator has been written to about it, once, from this very process.

    Not by a job: where the worker is dead, nobody would take it.
    """
    at = at or dates.machine_now()
    found = silence(at)
    if found is None:
        return None
    if written := _write(found, at):
        deliver.drain(written)
    return found


def _write(found: Silence, at: dt.datetime) -> list[int]:
    """The keys of the messages to administrators that were written now; those of this silence exist once."""
    people = {person.pk: person for person in administrators(dates.today())}
    ids = {f"alarm.{found.run}.{pk}": pk for pk in people}
    written = set(Message.objects.filter(message_id__in=ids).order_by().values_list("message_id", flat=True))
    new = []
    for message_id in ids.keys() - written:
        person = people[ids[message_id]]
        words = compose.write(
            MessageKind.ALARM,
            person.language,
            hours=found.hours(at),
            last=found.since if found.run else None,
            health=compose.address_of(reverse("mandates:health")),
        )
        try:
            with transaction.atomic():
                new.append(outbox.put(MessageKind.ALARM, words, person=person, message_id=message_id).pk)
        except IntegrityError:
            continue  # another process was first
    return new


def administrators(on: dt.date) -> list[User]:
    """Those who run the system on the day and may sign in."""
    current = Administrator.objects.current(on).values("user")
    return list(User.objects.filter(Q(pk__in=current) | Q(is_superuser=True), is_active=True).order_by("pk"))
