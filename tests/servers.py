"""The database and the queue of the tests: files, or PostgreSQL and Redis or Valkey.

`python -m tests.servers COMMAND ...` runs a command with TEST_DATABASE_URL and TEST_REDIS_URL. What they name already
is used; otherwise servers are started for as long as the command runs.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis
from psycopg import sql

from ctoctrack.servers import Servers

NAMES = ("TEST_DATABASE_URL", "TEST_REDIS_URL")
# Of the sixteen keyspaces of Redis the first is the suite's own; of the others each process that tests has its share.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
KEYSPACES = range(1 + WORKER, 16, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


@contextlib.contextmanager
def running_servers(folder: Path) -> Iterator[Servers]:
    """PostgreSQL and Valkey answer until the end of the block; what they say stands in `folder`."""
    servers = Servers(folder, durable=False)
    servers.prepare()
    with contextlib.ExitStack() as stack:
        running = {}
        for name, command in servers.commands().items():
            log = stack.enter_context((folder / f"{name}.log").open("w"))
            # A session of its own: Ctrl-C in the terminal is for the tests, which end before their servers do.
            process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
            running[name] = process
            # PostgreSQL ends at once on SIGINT, whoever is still connected.
            stack.callback(lambda process=process: (process.send_signal(signal.SIGINT), process.wait(30)))
        servers.wait(lambda: [name for name, process in running.items() if process.poll() is not None])
        yield servers


@contextlib.contextmanager
def own_database() -> Iterator[str | None]:
    """The address of an empty database that is gone after the block; None where the suite runs on files."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield None
        return
    name = f"journey_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextlib.contextmanager
def own_keyspace() -> Iterator[str | None]:
    """The address of an empty keyspace that is empty again after the block; None where the suite runs on files."""
    server = os.environ.get("TEST_REDIS_URL")
    if not server:
        yield None
        return
    for number in KEYSPACES:
        address = urlsplit(server)._replace(path=f"/{number}").geturl()
        with redis.Redis.from_url(address) as client:
            if client.dbsize() == 0:
                try:
                    yield address
                finally:
                    client.flushdb()
                return
    raise AssertionError(f"each of the keyspaces {KEYSPACES} of {server} holds something")


@contextlib.contextmanager
def own_services(folder: Path) -> Iterator[dict[str, str]]:
    """DATABASE_URL and CELERY_BROKER_URL for processes of one test: what the suite runs on, and nobody else's."""
    with own_database() as database, own_keyspace() as queue:
        yield {
            "DATABASE_URL": database or f"sqlite:///{folder / 'journey.sqlite3'}",
            "CELERY_BROKER_URL": queue or "filesystem://localhost",
        }


def main(command: list[str]) -> int:
    """The exit status of the command; the servers end after it, however it ends."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C reaches the command too, which ends in its own time
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with contextlib.ExitStack() as stack:
        environment = dict(os.environ)
        if not all(environment.get(name) for name in NAMES):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ctoctrack-")))
            servers = stack.enter_context(running_servers(folder))
            for name, address in zip(NAMES, (servers.database_url, servers.redis_url), strict=True):
                environment[name] = environment.get(name) or address
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
