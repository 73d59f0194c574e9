"""A run of the notices: what is owed on a day is written into the outbox, each person in a transaction of their own."""

import datetime as dt
import logging
from dataclasses import dataclass, replace

from django.db import IntegrityError, transaction

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.jobs import enqueue
from mandates.enums import MessageKind
from mandates.models.notices import Run
from mandates.notices import compose, ledger, outbox, turns
from mandates.notices.digest import Digest, digests
from mandates.notices.owed import Plan, owed_on
from mandates.notices.turns import WHOLE_DAY

log = logging.getLogger(__name__)


class Incomplete(Exception):
    """Some digests could not be written; the others were, and what is left stays owed."""


def run(on: dt.date, hour: int = WHOLE_DAY) -> Run:
    """Everybody whose turn it was has been told what they were owed, once, whatever ran before or runs beside it.

    It is `hour` of the day `on`: whoever wants their mail later, or on Mondays, stays owed. A person who has got a
    digest for the day gets the rest with the next. Killed anywhere, what was not written stays owed. Raises Incomplete
    where a digest could not be written; such a run has no end, so that the alarm rises.
    """
    row = Run.objects.create(on=on, started_at=dates.machine_now())
    plan = owed_on(on)
    settle_silent(plan)
    failed = 0
    for digest in divided(plan, hour).to_write:
        try:
            row.messages += tell(digest, plan)
        except IntegrityError:
            log.info("another run told person %s first", digest.person.pk)
        except Exception:
            log.exception("the digest of person %s could not be written", digest.person.pk)
            failed += 1
    if row.messages:
        enqueue("mandates.deliver_mail")
    if failed:
        row.save(update_fields=["messages"])
        raise Incomplete(f"{failed} digests could not be written")
    row.finished_at = dates.machine_now()
    row.save(update_fields=["messages", "finished_at"])
    return row


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would do: the digests it would write, and the people whose next digest takes what is left."""

    to_write: list[Digest]
    have_had_theirs: list[User]
    wait_for_their_turn: list[User]


def preview(on: dt.date) -> Preview:
    """What a run for the day `on` would do now. Writes nothing."""
    return divided(owed_on(on))


def divided(plan: Plan, hour: int = WHOLE_DAY) -> Preview:
    """The digests of the plan; apart from them who has got one already, and whose turn has not come."""
    found = digests(plan.owed, plan.on)
    had = turns.had_theirs(found)
    open_ = [digest for digest in found if digest.person.pk not in had]
    return Preview(
        [digest for digest in open_ if turns.has_come(digest, hour)],
        [digest.person for digest in found if digest.person.pk in had],
        [digest.person for digest in open_ if not turns.has_come(digest, hour)],
    )


def tell(digest: Digest, plan: Plan) -> bool:
    """The digest waits in the outbox, and what it tells stands in the ledger; False where nothing of it holds any more.

    With the last person of a mandate its next step is planned, in the same transaction. Raises IntegrityError where
    another run was first.
    """
    person = digest.person
    with transaction.atomic():
        same = {s.mandate.pk: s for s in ledger.still_as_read(plan.seen[item.mandate.pk] for item in digest.items)}
        items = tuple(item for item in digest.items if item.mandate.pk in same)
        if not items:
            return False
        words = compose.write_digest(replace(digest, items=items))
        message = outbox.put(
            MessageKind.DIGEST, words, person=person, message_id=outbox.digest_id(person.pk, digest.on)
        )
        ledger.enter(items, message, digest.on)
        ledger.settle(seen for seen in same.values() if seen.waits_for == {person.pk})
    for seen in same.values():
        seen.waits_for.discard(person.pk)
    return True


def settle_silent(plan: Plan) -> None:
    """Mandates of which nobody is owed anything wait for their next step."""
    silent = [seen for seen in plan.seen.values() if not seen.waits_for]
    for start in range(0, len(silent), ledger.BATCH):
        with transaction.atomic():
            ledger.settle(ledger.still_as_read(silent[start : start + ledger.BATCH]))


def recent(number: int = 10) -> list[Run]:
    """The latest runs, ended or not."""
    return list(Run.objects.order_by("-started_at", "-pk")[:number])


def last_run() -> Run | None:
    """The last run that ended."""
    return Run.objects.exclude(finished_at=None).order_by("-finished_at").first()
