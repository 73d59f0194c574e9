"""A whole installation on this machine until Ctrl-C: PostgreSQL, Valkey, two web workers, a worker and one beat.

Called as `python -m ctoctrack.installation` (`make services`). What runs is what `Procfile` says, and the demonstration
is its data; the reminders of its day are left to beat and worker, as in a real installation. Mail goes to EMAIL_URL,
else to files. Everything lies in CTOCTRACK_VAR.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from ctoctrack.lib.lock import Taken, hold
from ctoctrack.servers import Servers
from ctoctrack.supervisor import Supervisor, port_asked_for, port_is_free, refuse, say

ROOT = Path(__file__).resolve().parent.parent
ONCE = "release"  # the line of Procfile that ends before the others start


def procfile() -> dict[str, str]:
    """The lines of Procfile by name."""
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return {name: line.strip() for name, _, line in (line.partition(":") for line in lines) if line}


def shell(line: str) -> list[str]:
    """A line of Procfile as a command that is the program itself, not a shell that waits for it."""
    return ["sh", "-c", f"exec {line}"]


def environment(servers: Servers) -> dict[str, str]:
    """What the programs of the installation are told."""
    beside = str(Path(sys.executable).parent)  # gunicorn and celery stand beside the Python that runs this
    return {
        **os.environ,
        "PATH": os.pathsep.join([beside, os.environ.get("PATH", os.defpath)]),
        "CTOCTRACK_VAR": str(servers.folder),
        "DATABASE_URL": servers.database_url,
        "CELERY_BROKER_URL": servers.redis_url,
    }


def prepare(told: dict[str, str]) -> None:
    """Tables, static files and the demonstration are there; its reminders are not told yet."""
    for line in (procfile()[ONCE], "python manage.py demo --untold"):
        done = subprocess.run(["sh", "-c", line], cwd=ROOT, env=told, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise OSError(f"“{line}” failed.")


def run(folder: Path, port: int) -> int:
    """The exit status once everything has ended, the servers last."""
    servers = Servers(folder)
    servers.prepare()
    beneath = Supervisor(servers.commands())
    try:
        beneath.start()
        servers.wait(beneath.ended)
        told = environment(servers)
        prepare(told)
        programs = {name: shell(line) for name, line in procfile().items() if name != ONCE}
        return Supervisor(programs, environment=told, beneath=beneath).run(port)
    finally:
        beneath.end()


def main() -> int:
    """The exit status of the program."""
    port = port_asked_for()
    folder = Path(os.environ.get("CTOCTRACK_VAR", "var/services")).resolve()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # while the supervisor does not listen yet
        signal.signal(number, signal.default_int_handler)
    try:
        with hold(folder):
            if not port_is_free(port):
                refuse(f"port {port} is in use by another program; choose another one: make services PORT={port + 1}")
            return run(folder, port)
    except (Taken, OSError) as error:
        refuse(str(error))
    except KeyboardInterrupt:
        say("Ending ...")
        return 0


if __name__ == "__main__":
    sys.exit(main())
