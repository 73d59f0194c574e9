"""`make services`: from an empty folder to a reminder that a mail server received, on the servers of production."""

import os
import signal
import subprocess
import sys
from email import policy
from email.parser import BytesParser
from pathlib import Path

import psutil
import pytest

from ctoctrack.servers import free_port
from tests.journeys.conftest import ROOT, until
from tests.smtp import Inbox, Loopback

FROM_NOTHING = 120.0  # seconds within which a reminder is received


@pytest.fixture
def mail_server():
    """Where the mail goes, and what it took."""
    server = Loopback(Inbox(), hostname="127.0.0.1", port=0)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def installation(tmp_path, mail_server):
    """The process of `make services`, with its address, on an empty folder; it has ended after the test."""
    port = free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "CTOCTRACK_MODE": "demonstration",
        "CTOCTRACK_TODAY": "2008-12-01",
        "CTOCTRACK_VAR": str(tmp_path / "services"),
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "WARNING",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    with (tmp_path / "said").open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "ctoctrack.installation"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    process.base, process.said = environment["BASE_URL"], tmp_path / "said"
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def test_from_nothing_to_a_reminder_received_and_nothing_left(installation, mail_server):
    def received():
        assert installation.poll() is None, installation.said.read_text()
        return mail_server.handler.taken

    until(received, FROM_NOTHING)
    to, data = mail_server.handler.taken[0]
    mail = BytesParser(policy=policy.default).parsebytes(data)
    assert mail["To"].addresses[0].addr_spec == to
    assert f"{installation.base}/" in mail.get_body(("plain",)).get_content()

    until(lambda: "ctoctrack answers at" in installation.said.read_text())
    programs = psutil.Process(installation.pid).children(recursive=True)
    running = " ".join(" ".join(program.cmdline()) for program in programs)
    for what in (
        "postgres",
        "valkey-server",
        "gunicorn",
        "celery --app ctoctrack worker",
        "celery --app ctoctrack beat",
    ):
        assert what in running

    installation.send_signal(signal.SIGINT)
    assert installation.wait(60) == 0
    _gone, left = psutil.wait_procs(programs, timeout=10)
    assert not left
    assert "is killed" not in installation.said.read_text(), "each ended when it was asked to"


def test_whoever_ends_it_while_it_is_being_made_leaves_nothing(installation):
    programs = until(lambda: psutil.Process(installation.pid).children(recursive=True))
    until(lambda: "ready to accept connections" in installation.said.read_text())
    installation.send_signal(signal.SIGINT)
    assert installation.wait(60) == 0
    _gone, left = psutil.wait_procs(programs, timeout=10)
    assert not left
    assert "Traceback" not in installation.said.read_text()


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path, mail_server):
    folder = Path(tmp_path / "services")
    done = subprocess.run(
        [sys.executable, "-m", "ctoctrack.installation"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "CTOCTRACK_VAR": str(folder), "PORT": str(mail_server.port)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"ctoctrack does not start: port {mail_server.port} is in use")
    assert not (folder / "postgres").exists()
