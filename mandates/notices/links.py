"""Links in a mail that work without signing in. Each is a key: made at delivery, kept nowhere.

A link names the message and, where it is about one, the mandate; the person is whoever the message went to. The signing
clock is the machine's, whatever day a demonstration shows.
"""

import datetime as dt
import re
from collections.abc import Iterable

from django.core import signing
from django.urls import reverse

from ctoctrack.accounts.models import User
from mandates.models import Mandate
from mandates.models.notices import Message
from mandates.notices.compose import LINK, Words, address_of

MAX_AGE = dt.timedelta(days=30)
SILENCE = "mandates.notices.silence"  # salts: a key for the one opens nothing of the other
UNSUBSCRIBE = "mandates.notices.unsubscribe"


def with_links(message: Message) -> Words:
    """The words of a digest as they are sent, with an address wherever the outbox keeps [link]."""
    addresses = [
        address_of(reverse("mandates:silence-by-link", args=[signing.dumps([message.pk, mandate], salt=SILENCE)]))
        for mandate in message.reminded_of()
    ]
    return Words(message.subject, _filled(message.text, addresses), _filled(message.html, addresses))


def _filled(words: str, addresses: Iterable[str]) -> str:
    left = iter(addresses)  # one pass: a digest may hold thousands
    return re.sub(re.escape(LINK), lambda _place: next(left, LINK), words)


def unsubscribe_address(message: Message) -> str:
    """Where a mail program says, by one POST, that this person wants no digest any more (RFC 8058)."""
    token = signing.dumps([message.pk], salt=UNSUBSCRIBE)
    return address_of(reverse("mandates:unsubscribe", args=[token]))


def whose_silence(token: str) -> tuple[User, Mandate] | None:
    """The person who was sent the link, and the mandate; none where it is wrong, too old, or no longer theirs."""
    found = _read(token, SILENCE)
    if found is None:
        return None
    message, keys = found
    mandate = Mandate.objects.for_rows().filter(notices__message=message, pk__in=keys).first()
    return (message.recipient, mandate) if message.recipient and mandate else None


def whose_mail(token: str) -> User | None:
    """The person who was sent the link; none where it is wrong, too old, or they may not sign in any more."""
    found = _read(token, UNSUBSCRIBE)
    return found[0].recipient if found else None


def _read(token: str, salt: str) -> tuple[Message, list[int]] | None:
    try:
        message, *keys = signing.loads(token, salt=salt, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    row = Message.objects.filter(pk=message, recipient__is_active=True).select_related("recipient").first()
    return (row, keys) if row else None
