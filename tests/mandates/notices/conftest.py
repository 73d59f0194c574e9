"""Mandates with a ladder before them, and a mail server on this machine."""

import datetime as dt

import pytest

from ctoctrack.lib import dates
from mandates.actions.facts import next_notice
from mandates.enums import ChangeKind
from mandates.models import Change
from tests.factories import MandateFactory, UserFactory
from tests.smtp import smtp

__all__ = ["smtp"]

CONFIRMED = dt.date(2008, 10, 20)


@pytest.fixture(autouse=True)
def _no_broker(monkeypatch):
    """A job that is asked for is noted and not started: these tests call what they want."""
    asked = []
    monkeypatch.setattr("mandates.notices.runs.enqueue", lambda name, *args: asked.append(name))
    monkeypatch.setattr("mandates.tasks.enqueue", lambda name, *args: asked.append(name))
    return asked


@pytest.fixture
def asked_for(_no_broker):
    """The names of the jobs that were asked for."""
    return _no_broker


@pytest.fixture
def owner(db):
    return UserFactory(email="owner@office.example", name="Officer, pilotage")


@pytest.fixture
def planned(db):
    """A function: a mandate as the actions leave it, with its next reminder planned as of the day it was confirmed."""

    def make(**fields):
        mandate = MandateFactory(**{"notices_from": CONFIRMED, **fields})
        return plan(mandate, mandate.notices_from or CONFIRMED)

    return make


def plan(mandate, on):
    mandate.next_notice_on = next_notice(mandate, on - dt.timedelta(days=1))
    mandate.save()
    return mandate


@pytest.fixture
def replanned():
    """A function: the mandate with its next reminder planned anew on a day, as after any action."""
    return plan


@pytest.fixture
def changed(db):
    """A function: a change is recorded by somebody else than the owner, unless told otherwise."""

    def record(mandate, kind=ChangeKind.STATUS, old="not_started", new="in_progress", **fields):
        fields = {"by": UserFactory(name="Head, conference support"), **fields}
        at = dates.start_of(fields.pop("on", dt.date(2008, 12, 1)))
        return Change.objects.create(mandate=mandate, kind=kind, old=old, new=new, at=at, **fields)

    return record
