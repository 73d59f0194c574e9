"""An installation as processes that can be killed and started again: those of Procfile, its servers, a mail server."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

import psycopg
import redis

from ctoctrack.installation import ONCE, ROOT, environment, procfile, shell
from ctoctrack.servers import HOST, Servers, free_port

PATIENCE = 120.0  # seconds for anything that has to happen
TRIES = 10  # of one process, in a whole trial
FILES, SERVERS = "SQLite, files", "PostgreSQL, Valkey"

# What is killed for each kind of fault. Files have no server: their place is taken by all who write to the queue.
TARGETS = {
    FILES: {
        "worker": ("worker",),
        "beat": ("beat",),
        "web": ("web",),
        "queue (worker and beat)": ("worker", "beat"),
        "mail server": ("smtp",),
    },
    SERVERS: {
        "worker": ("worker",),
        "beat": ("beat",),
        "web": ("web",),
        "database server": ("postgres",),
        "queue server": ("valkey",),
        "mail server": ("smtp",),
    },
}


class Installation:
    """Its processes by name, each the leader of a group, so that a kill takes its children as well."""

    def __init__(self, folder: Path, configuration: str) -> None:
        self.folder, self.configuration = folder, configuration
        self.sink = folder / "received"
        self.smtp_port, self.web_port = free_port(), free_port()
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.started_again: Counter[str] = Counter()
        self.servers = Servers(folder) if configuration == SERVERS else None
        self.told = {
            **(environment(self.servers) if self.servers else os.environ),
            "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
            "CTOCTRACK_MODE": "test",
            "CTOCTRACK_VAR": str(folder),
            "EMAIL_URL": f"smtp://{HOST}:{self.smtp_port}",
            "LOG_LEVEL": "INFO",
            "PORT": str(self.web_port),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        }
        if self.servers is None:
            self.told |= {
                "DATABASE_URL": f"sqlite:///{folder / 'ctoctrack.sqlite3'}",
                "CELERY_BROKER_URL": "filesystem://localhost",
            }

    def start(self) -> None:
        """Everything runs, and the tables are there."""
        if self.servers:
            self.servers.prepare()
            self.start_one("postgres")
            self.start_one("valkey")
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity=0"],
            cwd=ROOT,
            env=self.told,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        for name in ("smtp", *(name for name in procfile() if name != ONCE)):
            self.start_one(name)

    def start_one(self, name: str) -> None:
        """The process runs; a server answers. PostgreSQL ends while children of one that was killed are still there."""
        deadline = time.monotonic() + PATIENCE
        while True:
            with (self.folder / f"{name}.log").open("a") as log:
                self.running[name] = subprocess.Popen(
                    self.command(name),
                    cwd=ROOT,
                    env=self.told,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            while self.running[name].poll() is None:
                if self.answers(name):
                    return
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{name} does not answer")
                time.sleep(0.05)
            if time.monotonic() > deadline or name != "postgres":
                raise OSError(f"{name} ended: {(self.folder / f'{name}.log').read_text()[-2000:]}")
            time.sleep(0.2)

    def command(self, name: str) -> list[str]:
        if self.servers and name in self.servers.commands():
            return self.servers.commands()[name]
        if name == "smtp":
            return [sys.executable, "-m", "tests.faults.sink", str(self.smtp_port), str(self.sink)]
        return shell(procfile()[name].replace("--app ctoctrack", "--app tests.faults.hurried"))

    def answers(self, name: str) -> bool:
        """Does it answer? A worker and beat are asked nothing: what they do shows."""
        with contextlib.suppress(OSError, psycopg.OperationalError, redis.ConnectionError):
            match name:
                case "postgres":
                    psycopg.connect(self.told["DATABASE_URL"], connect_timeout=2).close()
                case "valkey":
                    redis.Redis.from_url(self.told["CELERY_BROKER_URL"]).ping()
                case "smtp":
                    socket.create_connection((HOST, self.smtp_port), timeout=2).close()
                case "web":
                    urllib.request.urlopen(f"http://{HOST}:{self.web_port}/health/live", timeout=5).close()
            return True
        return False

    def kill(self, name: str) -> None:
        """The process and its children are gone, without a word to them."""
        process = self.running.pop(name)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def start_again_what_ended(self) -> None:
        """Whoever ended by itself runs again, as a service manager sees to; OSError where the same keeps ending.

        Celery's worker ends where the queue goes away in the moment of an acknowledgement, and relies on that.
        """
        for name in [name for name, process in self.running.items() if process.poll() is not None]:
            self.started_again[name] += 1
            if self.started_again[name] > TRIES:
                raise OSError(f"{name} keeps ending: {(self.folder / f'{name}.log').read_text()[-3000:]}")
            self.kill(name)
            self.start_one(name)

    def end(self) -> None:
        """Nothing runs any more, the servers last."""
        for name in sorted(self.running, key=lambda name: name in {"postgres", "valkey"}):
            self.kill(name)
