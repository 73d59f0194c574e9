"""Delivery: claim a message, send it outside any transaction, record the answer.

A claim is an UPDATE of a row that still looks as it was read; whoever changed exactly one row sends it. So any number
of deliveries may run side by side, on any database, and none sends what another has. A message is marked as being
sent before anything goes over the line: killed in between, it is shown as doubtful and never silently sent again.
"""

import datetime as dt
import logging
from collections.abc import Collection
from contextlib import closing

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db.models import F
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.mail import Answer, Line, Mail, Outcome
from mandates.enums import MessageKind, MessageState
from mandates.models.notices import Message
from mandates.notices import compose, links, outbox
from mandates.notices.compose import Words

log = logging.getLogger(__name__)

BATCH = 200  # messages of one delivery; the sweeper goes on a minute later
RETRY_MINUTES = (1, 2, 5, 15, 30, 60)  # then hourly
TRIES = 60  # about two and a half days; a server that answers "later" for longer means no


def drain(only: Collection[int] | None = None) -> int:
    """What may go has gone over one line, row by row, each with the answer it got; the number of those sent.

    `only` limits it to messages of these keys. Call it outside any transaction.
    """
    outbox.mark_doubtful(dates.machine_now())
    sent = 0
    with closing(Line()) as line:
        for _number in range(BATCH):
            message = claim(only)
            if message is None:
                break
            answer = line.open()
            if answer is None:
                record(message, send(message, line))
                sent += message.state == MessageState.SENT
            else:
                log.warning("no line to the mail server: %s", answer.words)
                record(message, answer)
                break  # the others would meet the same
    return sent


def claim(only: Collection[int] | None = None) -> Message | None:
    """The oldest message that may go is ours and marked as being sent; none where nothing may go."""
    while True:
        at = dates.machine_now()
        waiting = Message.objects.to_send(at).select_related("recipient")
        message: Message | None = (waiting if only is None else waiting.filter(pk__in=only)).first()
        if message is None:
            return None
        as_read = Message.objects.filter(pk=message.pk, state=MessageState.QUEUED, attempts=message.attempts)
        if as_read.update(state=MessageState.SENDING, claimed_at=at, attempts=F("attempts") + 1) == 1:
            message.state, message.claimed_at, message.attempts = MessageState.SENDING, at, message.attempts + 1
            return message


def send(message: Message, line: Line) -> Answer:
    """What became of the message on the open line."""
    person = message.recipient
    if person is not None and not person.is_active:
        return Answer(Outcome.REFUSED, "This person may not sign in any more.")
    words = words_of(message)
    unsubscribe = links.unsubscribe_address(message) if message.kind == MessageKind.DIGEST else ""
    return line.send(Mail(message.address, words.subject, words.text, words.html, message.message_id, unsubscribe))


def words_of(message: Message) -> Words:
    """The words to send; those with a secret link are made here and kept nowhere."""
    person = message.recipient
    if message.kind == MessageKind.DIGEST:
        return links.with_links(message)
    if message.kind not in outbox.SECRET_KINDS or person is None:
        return Words(message.subject, message.text, message.html)
    return compose.write(
        message.kind,
        message.language,
        person=person,
        link=secret_link(person),
        ask_again=compose.address_of(reverse("accounts:password-reset")),
        hours=settings.PASSWORD_RESET_TIMEOUT // 3600,
    )


def secret_link(person: User) -> str:
    """The address at which the person chooses a password: it works once and expires."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return compose.address_of(reverse("accounts:password-reset-confirm", kwargs={"uidb64": uid, "token": token}))


def record(message: Message, answer: Answer) -> None:
    """The message stands as the answer says. A claim that a person has settled in the meantime is left as it is."""
    at = dates.machine_now()
    match answer.outcome:
        case Outcome.SENT:
            new: dict[str, object] = {"state": MessageState.SENT, "sent_at": dates.now()}
        case Outcome.REFUSED:
            new = {"state": MessageState.REFUSED}
        case Outcome.UNKNOWN:
            new = {"state": MessageState.DOUBTFUL}
        case Outcome.LATER if message.attempts >= TRIES:
            new = {"state": MessageState.REFUSED}
        case Outcome.LATER:
            minutes = RETRY_MINUTES[min(message.attempts, len(RETRY_MINUTES)) - 1]
            new = {"state": MessageState.QUEUED, "not_before": at + dt.timedelta(minutes=minutes)}
    ours = Message.objects.filter(
        pk=message.pk, claimed_at=message.claimed_at, state__in=[MessageState.SENDING, MessageState.DOUBTFUL]
    )
    if ours.update(answer=answer.words[:2000], **new):
        for name, value in new.items():
            setattr(message, name, value)
        message.answer = answer.words[:2000]


def send_test(address: str, language: str | None = None) -> Message:
    """A test mail has been tried at once; the message tells what became of it. For `manage.py setup`."""
    message = outbox.put_test(address, language or settings.LANGUAGE_CODE)
    drain([message.pk])
    message.refresh_from_db()
    return message
