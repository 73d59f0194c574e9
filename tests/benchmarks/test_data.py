"""The data that speed is measured with: as many mandates as asked for, alike each time, with all that hangs on them."""

import datetime as dt

import pytest

from benchmarks import data
from benchmarks.office import YEARS
from mandates.enums import Ledger, Status
from mandates.models import Change, Mandate, Release, Update
from sessions.models import Body, Session


@pytest.fixture
def filled(db, settings, monkeypatch):
    """A function: a database with so many mandates, on a day of 2026."""
    settings.DEMONSTRATION_DAY = dt.date(2026, 6, 1)
    monkeypatch.setattr(data, "upkeep", lambda: None)  # a database does none within the transaction of a test

    return data.fill


def test_a_thousand_stand_in_all_ledgers_with_their_history(filled):
    rows = filled(1_000)
    assert Mandate.objects.count() == 1_000
    assert rows > 8_000
    assert set(Mandate.objects.exclude(ledger=None).values_list("ledger", flat=True)) == set(Ledger.values)
    statuses = set(Mandate.objects.exclude(status=None).values_list("status", flat=True))
    assert {Status.PROPOSED, Status.NOT_STARTED, Status.IN_PROGRESS, Status.IMPLEMENTED} <= statuses
    assert Body.objects.exclude(parent=None).exists()
    assert Session.objects.count() == YEARS * Body.objects.filter(parent=None).count()
    assert Change.objects.filter(looked_at=False).count() == 0
    assert Update.objects.exists()
    assert Release.objects.exists()


def test_a_batch_holds_no_more_than_its_decisions_however_many_are_asked_for(filled, monkeypatch):
    monkeypatch.setattr(data, "BATCH", 2)
    sizes = []
    write = data.Batch.write
    monkeypatch.setattr(data.Batch, "write", lambda batch: sizes.append(len(batch.rows[Mandate])) or write(batch))
    filled(60)
    assert sizes == [24, 24, 12]
    assert Mandate.objects.count() == 60
