"""A mail server on this machine that can also say no, not now, and nothing at all: the fixture `smtp`."""

import asyncio

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Inbox:
    """A mail server's decisions, and the mails that it took."""

    def __init__(self):
        self.taken = []  # (recipient, bytes)
        self.sender_answer = None  # instead of taking the address of the sender
        self.recipient_answers = {}  # address -> answer to RCPT
        self.data_answer = None  # instead of taking the words
        self.hang_up_in_data = False
        self.connections = 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.sender_answer:
            return self.sender_answer
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if answer := self.recipient_answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hang_up_in_data:
            self.taken += [(address, envelope.content) for address in envelope.rcpt_tos]
            server.transport.abort()
            await asyncio.sleep(0)
            return "250 never heard"
        if self.data_answer:
            return self.data_answer
        self.taken += [(address, envelope.content) for address in envelope.rcpt_tos]
        return "250 taken"


class Loopback(Controller):
    """On a port that the machine chooses."""

    def factory(self):
        return SMTP(self.handler, hostname="mail.example", enable_SMTPUTF8=True)

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def smtp(settings):
    """A mail server on the loopback interface to which mail goes for the time of the test."""
    inbox = Inbox()
    controller = Loopback(inbox, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    settings.EMAIL_TIMEOUT = 5
    inbox.stop = controller.stop
    yield inbox
    if controller.server is not None:
        controller.stop()
