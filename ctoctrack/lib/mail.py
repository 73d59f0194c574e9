"""The line to the mail server: the only place that builds e-mail. It knows no rows; `mandates.notices.deliver` does."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.validators import validate_email

# The server wants us to sign in, or does not like how we did: the fault of a setting and of no message (RFC 4954).
SIGN_IN = frozenset({530, 534, 535, 538})


class Outcome(Enum):
    """What became of a mail."""

    SENT = auto()
    LATER = auto()  # not taken now: no connection, or an answer of 4xx
    REFUSED = auto()  # never: an answer of 5xx, or no address at all
    UNKNOWN = auto()  # the line broke while the words crossed it: it may have arrived


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, and the server's own words."""

    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one address. `message_id` is made whole with the host under which people open ctoctrack.

    `unsubscribe` is the address at which one POST, without a cookie, says that no more such mail is wanted (RFC 8058).
    """

    address: str
    subject: str
    text: str
    html: str
    message_id: str
    unsubscribe: str = ""


class Line:
    """One connection over which any number of mails are sent, opened when it is needed and again when it has broken."""

    def __init__(self) -> None:
        self._backend: Any = None
        self._is_crossing = False
        self._said = ""

    def open(self) -> Answer | None:
        """The line is open; an answer where it cannot be opened, and nothing was sent."""
        if self._is_open():
            return None
        self.close()
        backend = get_connection()
        try:
            backend.open()
        except OSError as error:
            self._backend = backend
            self.close()
            return Answer(Outcome.LATER, _words(error))
        self._backend = backend
        self._listen()
        return None

    def send(self, mail: Mail) -> Answer:
        """What became of the mail. Call `open` first. Never raises on what a server or an address does."""
        self._is_crossing, self._said = False, ""
        try:
            validate_email(mail.address)  # Django drops a mail without an address and says that it was sent
            self._backend.send_messages([_built(mail, self._backend)])
        except OSError as error:  # every error of smtplib is one
            return self._answer(error)
        except ValidationError:
            return Answer(Outcome.REFUSED, f"{mail.address!r} is no e-mail address.")
        except ValueError as error:  # a line break in a header
            return Answer(Outcome.REFUSED, _words(error))
        return Answer(Outcome.SENT, self._said)

    def close(self) -> None:
        """The line is closed, whatever state it was in."""
        backend, self._backend = self._backend, None
        if backend is not None:
            try:
                backend.close()
            except OSError:
                backend.connection = None

    def _is_open(self) -> bool:
        if self._backend is None:
            return False
        smtp = getattr(self._backend, "connection", None)
        if smtp is None:  # a backend without a server, or one whose line was dropped
            return not hasattr(self._backend, "connection")
        try:
            return bool(smtp.noop()[0] == 250)
        except OSError:
            return False

    def _listen(self) -> None:
        """Know from when on the words cross the line, and what the server says to them.

        Only then is a broken line a doubt: one that breaks before has taken nothing.
        """
        smtp = getattr(self._backend, "connection", None)
        if smtp is None:
            return
        send_words = smtp.data

        def data(message: bytes) -> tuple[int, bytes]:
            self._is_crossing = True
            code, said = send_words(message)
            self._said = f"{code} {said.decode(errors='replace')}"
            return code, said

        smtp.data = data

    def _answer(self, error: OSError) -> Answer:
        codes = [code for code, _said in getattr(error, "recipients", {}).values()]  # of SMTPRecipientsRefused
        code = codes[0] if codes else getattr(error, "smtp_code", None)
        if isinstance(code, int) and 400 <= code < 600:
            is_final = code >= 500 and code not in SIGN_IN
            return Answer(Outcome.REFUSED if is_final else Outcome.LATER, _words(error))
        crossing = self._is_crossing
        self.close()
        return Answer(Outcome.UNKNOWN if crossing else Outcome.LATER, _words(error))


def _built(mail: Mail, backend: Any) -> EmailMultiAlternatives:
    host = urlsplit(settings.BASE_URL).hostname
    headers = {
        "Message-ID": f"<{mail.message_id}@{host}>",
        "Auto-Submitted": "auto-generated",  # no answer from somebody's holiday (RFC 3834)
    }
    if mail.unsubscribe:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.address],
        headers=headers,
        connection=backend,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _words(error: Exception) -> str:
    """What the server said, or what the machine says of the connection."""
    answers = [(code, said) for code, said in getattr(error, "recipients", {}).values()]
    if not answers and hasattr(error, "smtp_code"):
        answers = [(error.smtp_code, getattr(error, "smtp_error", b""))]
    if answers:
        return "; ".join(
            f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}" for code, said in answers
        )
    return f"{type(error).__name__}: {error}"
