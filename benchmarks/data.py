"""`python -m benchmarks.data --mandates N`: an empty, migrated database holds N mandates with all that hangs on them.

The same seed and the same day give the same rows. They are made and written batch by batch, so the memory that it
takes does not follow N.
"""

import argparse
import datetime as dt
import random
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

from benchmarks import django_is_set_up

django_is_set_up()

from django.db import connection, models, transaction  # noqa: E402

from benchmarks.office import Office, make_office  # noqa: E402
from ctoctrack.lib import dates  # noqa: E402
from mandates.enums import CLOSED, OPEN, Status  # noqa: E402
from mandates.models import Addressee, Change, Mandate, Release, Update  # noqa: E402
from sessions.models import Body, Decision, Paragraph, ParagraphText, Session  # noqa: E402

PER_DECISION = 12
BATCH = 100  # decisions
TASKS = ("report on", "collect information on", "convene a meeting on", "assist States with", "review the rules for")
MATTERS = ("pilotage in small harbours", "the depth of channels", "lights and buoys", "the training of crews")
REMAINS = (Status.NOT_STARTED,) * 3 + (Status.IN_PROGRESS,) * 3 + (Status.CONTINUING, Status.REPORTED_DONE)
ENDS = (Status.IMPLEMENTED,) * 8 + (Status.TOOK_EFFECT, Status.LAPSED)


class Batch:
    """Rows of about BATCH decisions, by kind, in the order in which they can be written."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[Any]] = {
            model: [] for model in (Decision, Paragraph, ParagraphText, Mandate, Addressee, Change, Update, Release)
        }

    def add(self, row: Any) -> Any:
        self.rows[type(row)].append(row)
        return row

    def write(self) -> int:
        """Everything stands in the database; how many rows that were."""
        with transaction.atomic():
            for model, rows in self.rows.items():
                for row in rows:
                    for field in model._meta.concrete_fields:  # what it refers to has a key since it was written
                        if field.is_relation and field.is_cached(row) and getattr(row, field.name) is not None:
                            setattr(row, field.attname, getattr(row, field.name).pk)
                model._base_manager.bulk_create(rows, batch_size=1000)
        return sum(map(len, self.rows.values()))


class Author:
    """Writes decisions and what became of them."""

    def __init__(self, office: Office, on: dt.date, chance: random.Random) -> None:
        self.office, self.on, self.chance = office, on, chance

    def decision(self, batch: Batch, number: int, mandates: int) -> None:
        """One decision with `mandates` requests, its words, and the history of each since."""
        bodies = self.office.bodies
        body = bodies[number % len(bodies)]
        past = self.office.sessions[body.pk][:-1]
        place = number // len(bodies)
        session, position = past[place % len(past)], place // len(past)
        group = self.chance.choice(self.office.groups[body.pk])
        decision = batch.add(
            Decision(
                body=body,
                session=session,
                number=f"{session.ordinal}/{position + 1}",
                slug=f"{session.ordinal}-{position + 1}",
                title=f"{self.chance.choice(MATTERS).capitalize()}, part {position + 1}",
                adopted_on=session.ends_on,
                group=group,
                position=position,
            )
        )
        for place in range(mandates):
            self.paragraph(batch, decision, session, group, place)

    def paragraph(self, batch: Batch, decision: Decision, session: Session, group: Body, place: int) -> None:
        letter = chr(97 + place)
        task, matter = self.chance.choice(TASKS), self.chance.choice(MATTERS)
        action = f"{task} {matter} and to inform the Conference at its next session"
        paragraph = batch.add(
            Paragraph(decision=decision, position=place, label=f"({letter})", path=letter, kind="operative")
        )
        words = f"Requests the Secretariat to {action};"
        batch.add(ParagraphText(paragraph=paragraph, text=words))
        mandate = batch.add(self.mandate(decision, session, group, paragraph, action))
        mandate.spans = {"verb": {"label": paragraph.label, "at": [0, 8]}}
        mandate.search_released = f"{mandate.reference}\n{decision.number} ({letter})\n{decision.title}\n{words}"
        mandate.search_internal = mandate.search_released
        batch.add(Addressee(mandate=mandate, name="States" if mandate.ledger == "states" else "Secretariat"))
        if mandate.reference:
            self.history(batch, mandate)

    def mandate(self, decision: Decision, session: Session, group: Body, paragraph: Paragraph, action: str) -> Mandate:
        """Older ones are done more often; one in ten is asked of States, of the latest session some are proposed."""
        chance, on = self.chance, self.on
        age = (on - session.ends_on).days  # type: ignore[operator]
        unit, people = self.office.units[group.pk % len(self.office.units)]
        mandate = Mandate(
            body=decision.body,
            paragraph=paragraph,
            sort_key=f"{decision.body.slug}-{session.ordinal:03}-{decision.position:05}-{paragraph.position:03}",
            verb="requests",
            action=action,
            action_type="report",
            group=group,
        )
        if age < 365 and chance.random() < 0.05:
            mandate.status = Status.PROPOSED
            return mandate
        mandate.number, mandate.reference = 1, f"{decision.slug}-{paragraph.path}-1"
        mandate.confirmed_on = mandate.notices_from = session.ends_on
        mandate.touched_on = on - dt.timedelta(days=chance.randrange(1, max(age, 2)))
        if chance.random() < 0.1:
            mandate.ledger = "states"
            return mandate
        mandate.ledger = "conference" if chance.random() < 0.1 else "secretariat"
        mandate.asked_body = group if mandate.ledger == "conference" else None
        is_done = chance.random() < min(0.35 + age / 3650, 0.95)
        mandate.status = chance.choice(ENDS if is_done else REMAINS)
        mandate.unit = unit
        mandate.owner = None if chance.random() < 0.02 else chance.choice(people)
        mandate.deadline_kind = "date"
        mandate.due_on = session.ends_on + dt.timedelta(days=chance.randrange(200, 1600))  # type: ignore[operator]
        mandate.target_on = mandate.due_on - dt.timedelta(days=14)
        mandate.due_reason = {"code": "date", "params": {}}
        if mandate.status in {Status.NOT_STARTED, Status.IN_PROGRESS}:
            mandate.next_notice_on = max(on, mandate.target_on - dt.timedelta(days=30)) + dt.timedelta(days=1)
            if chance.random() < 0.1:
                mandate.waiting_for, mandate.waiting_since = "replies", mandate.touched_on
        if mandate.status == Status.IMPLEMENTED:
            mandate.is_verified_independently = chance.random() < 0.97
        return mandate

    def history(self, batch: Batch, mandate: Mandate) -> None:
        """Confirmed, assigned, begun, written about, released; all by the day of the last touch, all told."""
        first, last = mandate.confirmed_on, mandate.touched_on
        assert first is not None and last is not None
        secretary = self.office.secretary

        def fact(kind: str, part: float, old: object = "", new: object = "", by: Any = secretary) -> None:
            at = self.moment(first, last, part)
            batch.add(Change(mandate=mandate, kind=kind, old=str(old), new=str(new), by=by, at=at, looked_at=True))

        fact("confirmed", 0)
        if mandate.owner is None:
            return
        officer = mandate.owner
        fact("owner", 0.05, new=officer.pk)
        if mandate.status == Status.NOT_STARTED:
            return
        fact("status", 0.3, Status.NOT_STARTED, Status.IN_PROGRESS, officer)
        at = self.moment(first, last, 0.6)
        update = batch.add(
            Update(mandate=mandate, text="The questionnaire went out to all harbours.", by=officer, at=at)
        )
        fact("update", 0.6, by=officer)
        told = mandate.status in OPEN or self.chance.random() < 0.9
        if told:
            status = mandate.status if mandate.status in CLOSED else Status.IN_PROGRESS
            batch.add(
                Release(
                    mandate=mandate,
                    update=update,
                    text="The questionnaire was sent to all harbours.",
                    status=status,
                    released_by=secretary,
                    released_at=self.moment(first, last, 0.7),
                )
            )
        if mandate.status != Status.IN_PROGRESS:
            fact("status", 1, Status.IN_PROGRESS, mandate.status, officer)

    def moment(self, first: dt.date, last: dt.date, part: float) -> dt.datetime:
        """So far on the way from the first day to the last, in the hours of an office."""
        day = first + dt.timedelta(days=int(max((last - first).days, 0) * part))
        return dates.start_of(day) + dt.timedelta(hours=9, seconds=self.chance.randrange(28800))


def batches(author: Author, mandates: int) -> Iterator[Batch]:
    """Batches that hold so many mandates together."""
    sizes = iter(
        [PER_DECISION] * (mandates // PER_DECISION) + [mandates % PER_DECISION] * bool(mandates % PER_DECISION)
    )
    number = 0
    while some := list(islice(sizes, BATCH)):
        batch = Batch()
        for size in some:
            author.decision(batch, number, size)
            number += 1
        yield batch


def fill(mandates: int, *, seed: int = 1) -> int:
    """The database holds so many mandates; the number of rows written for them."""
    chance, on = random.Random(seed), dates.today()
    author = Author(make_office(on, chance), on, chance)
    rows = sum(batch.write() for batch in batches(author, mandates))
    upkeep()
    return rows


def upkeep() -> None:
    """What a database does by itself in time: it knows how much is where, and which rows all can see."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mandates", type=int, required=True, help="how many; 1,000 to 1,000,000")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if Body.objects.exists():
        parser.error("the database is not empty")
    begun = time.perf_counter()
    rows = fill(given.mandates, seed=given.seed)
    seconds = time.perf_counter() - begun
    print(f"{given.mandates:,} mandates, {rows:,} rows in {seconds:.1f} s: {rows / seconds:,.0f} rows a second")


if __name__ == "__main__":
    main()
