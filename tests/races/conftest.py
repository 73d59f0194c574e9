"""A database on disk, or on the suite's server, that processes of a test share."""

import contextlib
import json
import os
import subprocess
import sys

import pytest

from ctoctrack.installation import ROOT
from tests.servers import own_services


@contextlib.contextmanager
def surroundings(folder, services):
    """What a process is told that joins in: an empty database with its tables, a queue, mail into files."""
    told = {
        **os.environ,
        **services,
        "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
        "CTOCTRACK_MODE": "test",
        "CTOCTRACK_VAR": str(folder),
        "LOG_LEVEL": "CRITICAL",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity=0"], cwd=ROOT, env=told, check=True
    )
    yield told


def player(told):
    """A function: a scene was played by so many processes; how each ended, and what is told afterwards."""

    def play(scene, processes=1):
        done = subprocess.run(
            [sys.executable, "-m", "tests.races.stage", scene, str(processes)],
            cwd=ROOT,
            env=told,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        outcome = json.loads(done.stdout)
        return outcome["ends"], outcome["told"]

    return play


@pytest.fixture(scope="session")
def play(tmp_path_factory):
    """On what the suite runs on."""
    folder = tmp_path_factory.mktemp("races")
    with own_services(folder) as services, surroundings(folder, services) as told:
        yield player(told)


@pytest.fixture(scope="session")
def play_on_files(tmp_path_factory):
    """On SQLite, whose file is written by the process itself."""
    folder = tmp_path_factory.mktemp("races")
    services = {"DATABASE_URL": f"sqlite:///{folder / 'own.sqlite3'}", "CELERY_BROKER_URL": "filesystem://localhost"}
    with surroundings(folder, services) as told:
        yield player(told)
