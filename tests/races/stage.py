"""Plays a scene on a database that real processes share: `python -m tests.races.stage SCENE [PROCESSES]`.

A scene is a class of `scenes`: `prepare` makes what is there, `act` is done by every process at once and says how it
ended, `told` says what is there afterwards. The outcome is printed as JSON. `KILLED` is how a killed process ended.
"""

import json
import multiprocessing
import os
import sys
import time
from typing import Any

import django

KILLED = "killed"


def play(name: str, processes: int) -> dict[str, Any]:
    """How each process ended, and what is there afterwards."""
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from ctoctrack.celery import app  # noqa: F401 - jobs are asked for by it
    from tests.races import scenes

    call_command("flush", interactive=False, verbosity=0)
    scene = getattr(scenes, name)()
    scene.prepare()
    connections.close_all()  # none is shared with a child
    ends = at_once(scene.act, processes)
    return {"ends": sorted(ends), "told": scene.told()}


def at_once(act: Any, processes: int) -> list[str]:
    """How each of so many processes ended that began at the same moment."""
    fork = multiprocessing.get_context("fork")
    barrier, queue = fork.Barrier(processes), fork.SimpleQueue()

    def run(number: int) -> None:
        barrier.wait(60)
        try:
            end = act(number) or "done"
        except Exception as error:
            end = type(error).__name__
        queue.put(end)

    running = [fork.Process(target=run, args=(number,)) for number in range(processes)]
    for process in running:
        process.start()
    deadline = time.monotonic() + 120
    for process in running:
        process.join(max(deadline - time.monotonic(), 0.1))
        if process.is_alive():
            process.kill()
    ends = []
    while not queue.empty():
        ends.append(queue.get())
    return ends + [KILLED] * sum(process.exitcode != 0 for process in running)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ctoctrack.settings")
    sys.stdout.write(json.dumps(play(sys.argv[1], int(sys.argv[2]))))
