"""Kills each process of an installation at random moments of runs of reminders, and prints what came of it.

`make faults`, or `python -m tests.faults --kills-per-target 10 --messages 500 --configuration both --seed 1`.
Each kill is a run of its own: so many people are each owed a digest, one process is killed with -9 at a random point
of the way, and started again; once nothing waits any more, the outbox is compared with what the mail server took.
"""

import argparse
import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.db import Error, connection

from tests.faults.installation import FILES, PATIENCE, SERVERS, TARGETS, Installation

if TYPE_CHECKING:
    from tests.faults import owed

CONFIGURATIONS = {"files": [FILES], "servers": [SERVERS], "both": [FILES, SERVERS]}
HEAD = (
    "| on | killed | times | messages | sent | doubtful | missing | double |\n|---|---|---:|---:|---:|---:|---:|---:|"
)
IN_FLIGHT = 2  # messages at most: the worker of Procfile does two jobs at once


def say(line: str) -> None:
    """The line is read at once, whatever ends the trial."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def until(true: Callable[[], bool], installation: Installation) -> None:
    """It is true; TimeoutError after two minutes. A database that is away for a moment is asked again."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if true():
                return
        except Error:
            connection.close()
        installation.start_again_what_ended()
        if time.monotonic() > deadline:
            raise TimeoutError("the run does not come to its end")
        time.sleep(0.02)


def one_run(
    installation: Installation, names: tuple[str, ...], messages: int, chance: random.Random
) -> "owed.Compared":
    """A run with a kill at a random point of it, from nothing said to nothing waiting; what was compared."""
    from ctoctrack.lib.jobs import enqueue
    from tests.faults import owed

    owed.owe(installation.sink)
    enqueue("mandates.send_reminders")
    point, breath = chance.randrange(2 * messages), chance.uniform(0, 0.02)
    until(lambda: owed.progress(installation.sink) >= point, installation)
    time.sleep(breath)  # not always just after an answer
    for name in names:
        installation.kill(name)
    for name in names:
        installation.start_one(name)
    connection.close()
    until(owed.is_over, installation)
    return owed.compare(installation.sink)


def trial(configuration: str, kills: int, messages: int, seed: int) -> bool:
    """Every target was killed so often, and a line says of each what came of it; True where nothing is wrong."""
    with tempfile.TemporaryDirectory(prefix="ctoctrack-faults-") as name:
        Path(name).chmod(0o755)
        installation = Installation(Path(name), configuration)
        os.environ.update(installation.told)
        django.setup()
        from ctoctrack.celery import app  # noqa: F401 - the jobs are asked for by it
        from tests.faults import owed

        with contextlib.ExitStack() as stack:
            stack.callback(installation.end)
            stack.callback(connection.close)
            installation.start()
            owed.make(messages)
            good, chance = True, random.Random(seed)
            for target, names in TARGETS[configuration].items():
                runs = [one_run(installation, names, messages, chance) for _number in range(kills)]
                columns = ("messages", "sent", "doubtful", "missing", "double")
                sums = [sum(getattr(run, column) for run in runs) for column in columns]
                say(f"| {configuration} | {target} | {kills} | {' | '.join(f'{n:,}' for n in sums)} |")
                good &= all(not run.missing and not run.double and run.doubtful <= IN_FLIGHT for run in runs)
            return good


def main() -> int:
    """0 where nothing is missing or double, and no more is doubtful than was inside SMTP."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__.split("\n\n")[0])
    parser.add_argument("--kills-per-target", type=int, default=10)
    parser.add_argument("--messages", type=int, default=500)
    parser.add_argument("--configuration", choices=CONFIGURATIONS, default="both")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    say(f"Seed {asked.seed}\n\n{HEAD}")
    good = True
    for configuration in CONFIGURATIONS[asked.configuration]:
        child = os.fork()  # Django is set up once in a process
        if child == 0:
            signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: nothing that was started stays
            code = 1
            try:
                code = not trial(configuration, asked.kills_per_target, asked.messages, asked.seed)
            finally:
                sys.stdout.flush()
                if sys.exc_info()[0]:
                    sys.excepthook(*sys.exc_info())
                os._exit(code)
        signal.signal(signal.SIGTERM, lambda *_, child=child: os.kill(child, signal.SIGTERM))
        good &= os.waitpid(child, 0)[1] == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
