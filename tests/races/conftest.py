"""A database on disk, or on the suite's server, that processes of a test share."""

import json
import os
import subprocess
import sys

import pytest

from ctoctrack.services import ROOT
from tests.services import own_services


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory):
    """What a process is told that joins in: an empty database with its tables, a queue, mail into files."""
    folder = tmp_path_factory.mktemp("races")
    with own_services(folder) as services:
        told = {
            **os.environ,
            **services,
            "DJANGO_SETTINGS_MODULE": "ctoctrack.settings",
            "CTOCTRACK_MODE": "test",
            "CTOCTRACK_VAR": str(folder),
            "LOG_LEVEL": "ERROR",
        }
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity=0"], cwd=ROOT, env=told, check=True
        )
        yield told


@pytest.fixture
def play(surroundings):
    """A function: a scene was played by so many processes; how each ended, and what is told afterwards."""

    def played(scene, processes=1):
        done = subprocess.run(
            [sys.executable, "-m", "tests.races.stage", scene, str(processes)],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        outcome = json.loads(done.stdout)
        return outcome["ends"], outcome["told"]

    return played
