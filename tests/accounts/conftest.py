"""What was handed to the queue."""

from types import SimpleNamespace

import pytest


@pytest.fixture
def jobs(monkeypatch, django_capture_on_commit_callbacks):
    """A function that runs what it is given to the commit, and says which jobs were asked for."""

    def asked_for(do):
        found = []
        queue = SimpleNamespace(send_task=lambda name, args: found.append((name, *args)))
        monkeypatch.setattr("ctoctrack.lib.jobs.current_app", queue)
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return found

    return asked_for
