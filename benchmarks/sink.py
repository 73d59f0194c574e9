"""A mail server on this machine that takes everything and keeps nothing."""

import contextlib
from collections.abc import Iterator
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP

from benchmarks.postgres import free_port


class Loopback(Controller):
    def factory(self) -> Any:
        return SMTP(self.handler, hostname="mail.example", enable_SMTPUTF8=True)


@contextlib.contextmanager
def sink() -> Iterator[int]:
    """The port on which it listens."""
    controller = Loopback(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield int(controller.port)
    finally:
        controller.stop()
