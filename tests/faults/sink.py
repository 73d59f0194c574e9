"""A mail server in a process of its own: `python -m tests.faults.sink PORT FILE`.

It says 250 only after the Message-ID lies on the disk: what it was heard to take, it has, wherever it is killed.
"""

import asyncio
import email
import os
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class Ledger:
    """The file of Message-IDs, one a line, in the order in which they came."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        message_id = email.message_from_bytes(bytes(envelope.content or b""))["Message-ID"]
        with self.path.open("a") as file:
            file.write(f"{message_id}\n")
            file.flush()
            os.fsync(file.fileno())
        return "250 taken"


def received(path: Path) -> list[str]:
    """The Message-IDs that the sink has taken, without brackets and host."""
    if not path.exists():
        return []
    return [line.strip("<>\n").partition("@")[0] for line in path.read_text().splitlines()]


async def main(port: int, path: Path) -> None:
    """Mail is taken until the process ends."""
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Ledger(path), hostname="mail.example", enable_SMTPUTF8=True), "127.0.0.1", port
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), Path(sys.argv[2])))
