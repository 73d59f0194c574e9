"""One zone for days; one clock for facts, another for leases."""

import datetime as dt

import pytest

from ctoctrack.lib import dates


def moment(text):
    return dt.datetime.fromisoformat(text)


@pytest.fixture
def machine(monkeypatch):
    """A function: the machine's clock stands at that moment."""
    return lambda text: monkeypatch.setattr(dates, "machine_now", lambda: moment(text))


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2008-12-01T22:59:00+00:00", "Europe/Vienna", "2008-12-01"),
        ("2008-12-01T23:00:00+00:00", "Europe/Vienna", "2008-12-02"),  # midnight in winter
        ("2008-07-01T21:59:00+00:00", "Europe/Vienna", "2008-07-01"),
        ("2008-07-01T22:00:00+00:00", "Europe/Vienna", "2008-07-02"),  # midnight in summer
        ("2008-12-01T23:00:00-05:00", "Europe/Vienna", "2008-12-02"),
        ("2008-12-01T23:00:00+00:00", "America/New_York", "2008-12-01"),
    ],
)
def test_a_day_is_a_day_in_the_zone_of_deadlines(at, zone, day, settings):
    settings.DEADLINE_TIME_ZONE = zone
    assert dates.day_of(moment(at)) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("day", ["2008-12-01", "2008-03-30", "2008-10-26", "2008-07-01"])
def test_a_day_begins_at_its_first_moment_whatever_the_season(day):
    day = dt.date.fromisoformat(day)
    start = dates.start_of(day)
    assert start.utcoffset() == dt.timedelta(0)
    assert dates.day_of(start) == day
    assert dates.day_of(start - dt.datetime.resolution) == day - dt.timedelta(days=1)


def test_facts_are_stamped_by_the_machine_where_nothing_is_demonstrated(machine, settings):
    settings.DEMONSTRATION_DAY = None
    machine("2009-05-04T23:30:00+00:00")
    assert dates.now() == moment("2009-05-04T23:30:00+00:00")
    assert dates.today() == dt.date(2009, 5, 5)


@pytest.mark.parametrize("at", ["2026-11-24T07:15:00+00:00", "2026-07-01T22:30:00+00:00", "2026-11-24T23:30:00+00:00"])
def test_a_demonstration_stands_on_its_day_at_the_time_of_day_that_it_is(at, machine, settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    machine(at)
    assert dates.today() == dt.date(2008, 12, 1)
    local, zone = moment(at).astimezone(dates.zone()), dates.zone()
    assert dates.now().astimezone(zone).time() == local.time()
    assert dates.now().utcoffset() == dt.timedelta(0)


def test_leases_follow_the_machine_whatever_day_is_shown(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)
    assert dates.machine_now().year > 2020
    assert dates.machine_now().utcoffset() == dt.timedelta(0)
