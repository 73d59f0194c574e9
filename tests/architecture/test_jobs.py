"""A job is started by its name: every name that is used is that of a registered task."""

import ast
from pathlib import Path

from ctoctrack.beat import SCHEDULE
from ctoctrack.celery import app

ROOT = Path(__file__).resolve().parents[2]


def registered():
    app.loader.import_default_modules()
    return set(app.tasks)


def enqueued():
    """The names given to `enqueue`, with the file in which each stands."""
    for package in ("ctoctrack", "sessions", "mandates"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "enqueue":
                    assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno} hides the name of its job"
                    yield node.args[0].value, path


def test_every_job_that_is_asked_for_is_a_task():
    names = dict(enqueued())
    assert names
    assert not names.keys() - registered()


def test_every_job_of_the_timetable_is_a_task():
    assert SCHEDULE
    assert not {entry["task"] for entry in SCHEDULE.values()} - registered()


def test_the_timetable_is_the_one_that_beat_keeps():
    assert app.conf.beat_schedule is SCHEDULE
