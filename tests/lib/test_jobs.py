"""A job is asked for by its name, after commit, and what a broker loses the sweeper finds."""

import logging

import pytest
from django.db import transaction
from kombu.exceptions import OperationalError

from ctoctrack.lib import jobs
from ctoctrack.lib.jobs import enqueue

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    asked = []
    monkeypatch.setattr(jobs.current_app, "send_task", lambda name, args: asked.append((name, args)))
    return asked


def test_a_job_is_asked_for_once_the_transaction_has_committed(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enqueue("sessions.read_report", 7)
        assert sent == []
    assert sent == [("sessions.read_report", (7,))]


def test_what_was_rolled_back_asks_for_nothing(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        try:
            with transaction.atomic():
                enqueue("sessions.read_report", 7)
                raise ValueError
        except ValueError:
            pass
    assert sent == []


@pytest.mark.parametrize("error", [OperationalError("no broker"), ConnectionRefusedError("refused"), OSError("full")])
def test_a_broker_that_is_down_is_a_warning_and_no_error(
    error, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def fails(name, args):
        raise error

    monkeypatch.setattr(jobs.current_app, "send_task", fails)
    with caplog.at_level(logging.WARNING), django_capture_on_commit_callbacks(execute=True):
        enqueue("sessions.read_report", 7)
    assert "sessions.read_report(7,) was not handed over" in caplog.text
    assert "sweeper" in caplog.text


def test_any_other_error_is_not_hidden(monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(jobs.current_app, "send_task", lambda name, args: 1 / 0)
    with pytest.raises(ZeroDivisionError), django_capture_on_commit_callbacks(execute=True):
        enqueue("sessions.read_report", 7)
