"""What is owed before a run, and what the outbox and the mail server say of it afterwards."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.enums import MessageState
from mandates.models import Mandate
from mandates.models.notices import DOUBTFUL_AFTER, Message, Notice, Run
from mandates.notices import outbox
from tests.factories import MandateFactory, ParagraphFactory, UserFactory
from tests.faults.sink import received

ANSWERED_BY = dt.timedelta(seconds=2)  # the mail server of a trial answers within milliseconds


def make(number: int) -> None:
    """So many people own a mandate each whose target is today."""
    paragraph, today = ParagraphFactory(), dates.today()
    for person in UserFactory.create_batch(number, hour=0):
        MandateFactory(paragraph=paragraph, owner=person, target_on=today, notices_from=today, next_notice_on=None)


def owe(sink: Path) -> None:
    """Everybody is owed their digest, and nothing was ever said or heard."""
    sink.unlink(missing_ok=True)
    with transaction.atomic():
        Notice.objects.all().delete()
        Message.objects.all().delete()
        Run.objects.all().delete()
        Mandate.objects.update(next_notice_on=dates.today())


def progress(sink: Path) -> int:
    """How far a run is: messages written and messages heard."""
    return Message.objects.count() + len(received(sink))


def is_over() -> bool:
    """Everybody has their message, none waits, and none is on its way to the mail server any more."""
    young = Message.objects.filter(state=MessageState.SENDING, claimed_at__gt=dates.machine_now() - ANSWERED_BY)
    waiting = Message.objects.filter(state=MessageState.QUEUED)
    return Message.objects.count() >= User.objects.count() and not waiting.exists() and not young.exists()


@dataclass(frozen=True, slots=True)
class Compared:
    """Outbox and mail server side by side."""

    messages: int
    sent: int
    doubtful: int
    missing: int  # sent and not heard, heard and not recorded, or neither written nor shown as doubtful
    double: int  # heard more than once, or told twice to one person


def compare(sink: Path) -> Compared:
    """What became of each; five minutes later for those whose sender was killed."""
    outbox.mark_doubtful(dates.machine_now() + DOUBTFUL_AFTER)
    states = dict(Message.objects.values_list("message_id", "state"))
    heard = Counter(received(sink))
    sent = {key for key, state in states.items() if state == MessageState.SENT}
    doubtful = {key for key, state in states.items() if state == MessageState.DOUBTFUL}
    written = Counter(Message.objects.values_list("recipient", flat=True))
    untold = User.objects.exclude(pk__in=written).count()
    missing = len(sent - set(heard)) + len(set(heard) - sent - doubtful) + len(set(states) - sent - doubtful) + untold
    double = sum(number - 1 for number in [*heard.values(), *written.values()])
    return Compared(sum(written.values()), len(sent), len(doubtful), missing, double)
