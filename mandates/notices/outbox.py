"""The outbox: what is to be sent, and what became of it. With `deliver` the only writer of messages."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Q

from ctoctrack.accounts.models import Rhythm, User
from ctoctrack.lib import dates
from mandates.enums import MessageKind, MessageState
from mandates.models import Mandate
from mandates.models.notices import Message, MessageQuerySet
from mandates.notices import compose
from mandates.notices.compose import Words
from sessions import rules

# Their words hold a link that is a key; they are made at delivery, and the outbox keeps the envelope alone.
SECRET_KINDS = frozenset({MessageKind.PASSWORD_RESET, MessageKind.INVITATION})


def put(
    kind: MessageKind,
    words: Words,
    *,
    message_id: str,
    person: User | None = None,
    address: str = "",
    language: str = "en",
) -> Message:
    """The message waits to be sent. IntegrityError where one of this `message_id` exists."""
    return Message.objects.create(
        kind=kind,
        recipient=person,
        address=person.email if person else address,
        language=person.language if person else language,
        subject=words.subject,
        text=words.text,
        html=words.html,
        message_id=message_id,
        created_at=dates.now(),
        not_before=dates.machine_now(),
    )


def put_link(kind: MessageKind, person: User) -> Message | None:
    """A reset or an invitation waits to be sent; none where one waits already, or the person may not sign in."""
    waiting = Message.objects.filter(kind=kind, recipient=person, state=MessageState.QUEUED)
    if not person.is_active or waiting.exists():
        return None
    subject = compose.write_subject(kind, person.language)
    minute = dates.machine_now().strftime("%Y%m%d%H%M")
    try:
        with transaction.atomic():
            return put(kind, Words(subject, "", ""), person=person, message_id=f"{kind}.{minute}.{person.pk}")
    except IntegrityError:
        return None  # the same job ran twice


def put_test(address: str, language: str) -> Message:
    """A message that shows that mail arrives waits to be sent to `address`."""
    words = compose.write("test", language)
    return put(MessageKind.TEST, words, address=address, language=language, message_id=f"test.{uuid.uuid4().hex}")


def digest_id(person: int, on: dt.date) -> str:
    """Of a person's digests there is one a day."""
    return f"digest.{on.isoformat()}.{person}"


def had_digest(asked: Iterable[tuple[int, dt.date, dt.date]]) -> set[int]:
    """Of (person, first day, last day): those who have got a digest for one of the days."""
    ids = {
        digest_id(person, first + dt.timedelta(days=days)): person
        for person, first, last in asked
        for days in range((last - first).days + 1)
    }
    written = Message.objects.filter(message_id__in=ids).order_by().values_list("message_id", flat=True)
    return {ids[message_id] for message_id in written}


def resend(message: Message, *, by: Any) -> bool:
    """A refused message waits again, for the person's address of today; False where it is not refused (any more).

    The Message-ID stays: whoever has it already is shown it once.
    """
    return _decide(message, MessageState.REFUSED, by, state=MessageState.QUEUED)


def settle(message: Message, *, arrived: bool, by: Any) -> bool:
    """A person says whether a doubtful message arrived; else it waits again. False where it is not doubtful."""
    if arrived:
        return _decide(message, MessageState.DOUBTFUL, by, state=MessageState.SENT)
    return _decide(message, MessageState.DOUBTFUL, by, state=MessageState.QUEUED)


def _decide(message: Message, was: MessageState, by: Any, *, state: MessageState) -> bool:
    again: dict[str, object] = {}
    if state == MessageState.QUEUED:
        address = message.recipient.email if message.recipient else message.address
        again = {"attempts": 0, "claimed_at": None, "not_before": dates.machine_now(), "address": address}
    changed = Message.objects.filter(pk=message.pk, state=was).update(
        state=state, settled_by=by, settled_at=dates.now(), **again
    )
    return changed == 1


def mark_doubtful(at: dt.datetime) -> int:
    """Messages without an answer for minutes are doubtful: a person decides; they are never silently sent again."""
    return Message.objects.without_answer(at).update(state=MessageState.DOUBTFUL)


def messages_for(user: Any) -> MessageQuerySet:
    """The messages whose envelope the person may see, the latest first."""
    return Message.objects.visible_to(user).select_related("recipient")


def readable(user: Any, messages: Iterable[Message]) -> set[int]:
    """The keys of those of `messages` whose words the person may read."""
    return set(
        Message.objects.readable_by(user)
        .filter(pk__in=[message.pk for message in messages])
        .order_by()
        .values_list("pk", flat=True)
    )


def may_decide(user: Any, message: Message) -> bool:
    """May the person send the message again, or settle it?"""
    return Message.objects.kept_by(user).filter(pk=message.pk).exists()


def owners_without_mail(user: Any) -> list[User]:
    """Who owns something open and wants no mail: of what `user` may see, or of all for administrators."""
    mandates = Mandate.objects.open()
    if not rules.is_administrator(user):
        mandates = mandates.visible_to(user)
    owners = mandates.order_by().values("owner")
    return list(User.objects.filter(pk__in=owners, rhythm=Rhythm.NONE, is_active=True))


def stuck_count(user: Any = None) -> int:
    """How many messages somebody has to look at: of those whose envelope `user` may see, or of all."""
    messages = Message.objects.all() if user is None else Message.objects.visible_to(user)
    return messages.stuck(dates.machine_now()).count()


def counts(messages: MessageQuerySet) -> dict[str, int]:
    """How many of `messages` stand in each state, all of them and those that are stuck, in one query."""
    stuck = messages.model.objects.stuck(dates.machine_now()).values("pk")
    return messages.order_by().aggregate(
        all=Count("pk"),
        stuck=Count("pk", filter=Q(pk__in=stuck)),
        **{state: Count("pk", filter=Q(state=state)) for state in MessageState.values},
    )
