"""Web pages, worker and timetable run side by side until one ends, or a person ends them.

Called as `python -m ctoctrack.supervisor`, for the default that needs no service beside it: one web process with
threads, one worker process that holds the timetable too. Each child stands in a session of its own, so that Ctrl-C in
the terminal reaches the supervisor alone, and is asked to end by its own process id: SIGTERM to a whole group has left
workers hanging.
"""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from ctoctrack.lib.lock import Taken, hold

HOST = "127.0.0.1"
LIVE = "/health/live/"
GRACE = 10.0  # seconds a child has to end by itself
STARTUP = 60.0  # seconds the web pages have to answer for the first time


def children(port: int) -> dict[str, list[str]]:
    """The commands that run, by name."""
    python = [sys.executable, "-m"]
    web = f"gunicorn ctoctrack.wsgi --bind {HOST}:{port} --threads 4 --graceful-timeout 5 --no-control-socket"
    web += " --log-level warning"
    worker = "celery --quiet --app ctoctrack worker --beat --pool threads --concurrency 2 --loglevel WARNING"
    return {"web": [*python, *web.split()], "worker": [*python, *worker.split()]}


def refuse(sentence: str) -> NoReturn:
    """Nothing was started, and a sentence says why."""
    sys.stderr.write(f"ctoctrack does not start: {sentence}\n")
    sys.exit(1)


def say(sentence: str) -> None:
    """A sentence for the person at the terminal."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def port_is_free(port: int) -> bool:
    """Could a web server listen on `port` now?"""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Do the web pages on `port` answer, and not with an error of their own?"""
    # Asked as people's browsers ask through the proxy: production knows no other host, and leads the rest to TLS.
    host = urlsplit(os.environ.get("BASE_URL", "")).netloc or os.environ.get("ALLOWED_HOSTS", HOST).split(",")[0]
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", LIVE, headers={"Host": host, "X-Forwarded-Proto": "https"})
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class Supervisor:
    """Starts children, passes on what they print, and ends them all together."""

    def __init__(
        self,
        commands: Mapping[str, Sequence[str]],
        grace: float = GRACE,
        environment: Mapping[str, str] | None = None,
        beneath: "Supervisor | None" = None,
    ) -> None:
        self.commands = commands
        self.grace = grace
        self.environment = environment  # None: our own
        self.beneath = beneath  # whose children these need; who made it ends it
        self.running: dict[str, subprocess.Popen[str]] = {}
        self.asked_to_end = threading.Event()

    def start(self) -> None:
        """Every child runs, and its lines come out with its name in front."""
        for name, command in self.commands.items():
            child = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                start_new_session=True,
            )
            self.running[name] = child
            threading.Thread(target=self._pass_on, args=(name, child), daemon=True).start()

    def _pass_on(self, name: str, child: subprocess.Popen[str]) -> None:
        for line in child.stdout or ():
            say(f"{name:<8}| {line.rstrip()}")

    def ended(self) -> str | None:
        """The name of a child that has ended, if one has."""
        ours = next((name for name, child in self.running.items() if child.poll() is not None), None)
        return ours or (self.beneath.ended() if self.beneath else None)

    def status(self, name: str) -> int | None:
        """How the child of that name ended."""
        if name in self.running:
            return self.running[name].returncode
        return self.beneath.status(name) if self.beneath else None

    def end(self) -> None:
        """No child runs, nor what it started: each was asked to end, and killed where it did not within the grace."""
        for child in self.running.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + self.grace
        for name, child in self.running.items():
            try:
                child.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                say(f"{name} did not end within {self.grace:.0f} seconds and is killed.")
            # Its session holds what a child that died left behind, such as the timetable of a killed worker.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    def run(self, port: int | None = None) -> int:
        """The exit status once all children have ended: 0 if a person ended them, 1 if one ended by itself."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.asked_to_end.set())
        try:
            self.start()
            started, told = time.monotonic(), port is None
            while not self.asked_to_end.wait(0.2):
                if name := self.ended():
                    how = f"exit status {self.status(name)}"
                    say(f"{name} ended by itself ({how}), so everything ends. Its last lines say why.")
                    return 1
                if not told and port is not None and answers(port):
                    say(f"ctoctrack answers at http://{HOST}:{port}/  (Ctrl-C ends it)")
                    told = True
                elif not told and time.monotonic() - started > STARTUP:
                    say(f"web does not answer on port {port} after {STARTUP:.0f} seconds, so everything ends.")
                    return 1
            say("Ending ...")
            return 0
        finally:
            self.end()


def port_asked_for() -> int:
    """The port that PORT says; a word that is none is refused."""
    number = os.environ.get("PORT", "8000")
    if not number.isdecimal() or not 0 < int(number) < 65536:
        refuse(f"PORT is {number!r}, which is no number of a port such as 8000.")
    return int(number)


def main() -> int:
    """The exit status of the program."""
    port = port_asked_for()
    try:
        lock = hold(Path(os.environ.get("CTOCTRACK_VAR", "var")).resolve())
    except Taken as taken:
        refuse(str(taken))
    with lock:
        if not port_is_free(port):
            refuse(f"port {port} is in use by another program; choose another one: make run PORT={port + 1}")
        return Supervisor(children(port)).run(port)


if __name__ == "__main__":
    sys.exit(main())
