"""The whole system as a newcomer runs it, in a folder of its own: web, worker and timetable, and a mail server."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from ctoctrack.servers import free_port
from tests.servers import own_services
from tests.smtp import Inbox, Loopback

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds until what was asked of another process counts as never done


def until(what: Callable[[], object], seconds: float = PATIENCE) -> object:
    """What `what` gives once it gives something; fails after `seconds`."""
    pause, end = threading.Event(), time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        pause.wait(0.1)
    pytest.fail(f"it did not come within {seconds:.0f} seconds")


@dataclass
class System:
    """A running system: its address, its mails, and its command line."""

    base: str
    mails: Inbox
    environment: dict[str, str]

    def manage(self, *arguments: str, said: str | None = None) -> str:
        """What `manage.py` printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            input=said,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def services(tmp_path) -> Iterator[dict[str, str]]:
    """Database and queue of this test alone, of the kind that the suite runs on."""
    with own_services(tmp_path) as addresses:
        yield addresses


@pytest.fixture
def system(tmp_path, services) -> Iterator[System]:
    """Everything runs, on 1 December 2008, with database, queue and mail server of its own, and ends with the test."""
    inbox, port = Inbox(), free_port()
    mail = Loopback(inbox, hostname="127.0.0.1", port=0)
    mail.start()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
        "CTOCTRACK_MODE": "demonstration",
        "CTOCTRACK_TODAY": "2008-12-01",
        "CTOCTRACK_VAR": str(tmp_path),
        **services,
        "EMAIL_URL": f"smtp://127.0.0.1:{mail.port}",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    system = System(f"http://127.0.0.1:{port}", inbox, environment)
    system.manage("migrate", "--verbosity", "0")
    system.manage("shell", "--no-imports", said="from tests.journeys.people import settle\nsettle()\n")
    log = (tmp_path / "supervisor.log").open("w+")
    running = subprocess.Popen(
        [sys.executable, "-m", "ctoctrack.supervisor"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )

    def answers() -> SimpleNamespace | None:
        assert running.poll() is None, Path(log.name).read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            return None
        return SimpleNamespace()

    try:
        until(answers)
        yield system
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(30)
        log.close()
        mail.stop()
