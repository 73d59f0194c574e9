"""Days are days in the zone of deadlines: at midnight, when the clock changes, on 29 February, after an outage."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine

from mandates import tasks
from mandates.models.notices import Message, Notice, Run
from mandates.notices.deliver import drain

VIENNA = ZoneInfo("Europe/Vienna")


def run_at(moment):
    """What a run tells that is asked for at that moment: the keys."""
    before = set(Notice.objects.values_list("pk", flat=True))
    with time_machine.travel(moment, tick=False):
        tasks.send_reminders()
    return list(Notice.objects.exclude(pk__in=before).order_by("pk").values_list("key", flat=True))


def hours_of(day):
    """Each full hour of a day by the clock on the wall; those of a day on which the clock changes are 23 or 25."""
    moment = dt.datetime.combine(day, dt.time(), VIENNA).astimezone(dt.UTC)
    while moment.astimezone(VIENNA).date() == day:
        yield moment
        moment += dt.timedelta(hours=1)


@pytest.fixture
def due_on(planned, owner):
    """A function: the owner, who wants mail from midnight on, has a mandate with that target."""
    owner.hour = 0
    owner.save()

    def make(day):
        return planned(owner=owner, target_on=day)

    return make


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (dt.datetime(2009, 3, 9, 22, 59, 59, tzinfo=dt.UTC), "target:2009-03-31:30"),
        (dt.datetime(2009, 3, 16, 22, 59, 59, tzinfo=dt.UTC), "target:2009-03-31:30"),
        (dt.datetime(2009, 3, 16, 23, 0, 0, tzinfo=dt.UTC), "target:2009-03-31:14"),
        (dt.datetime(2009, 3, 30, 21, 59, 59, tzinfo=dt.UTC), "target:2009-03-31:1"),  # summer time since the 29th
        (dt.datetime(2009, 3, 30, 22, 0, 0, tzinfo=dt.UTC), "target:2009-03-31:0"),
    ],
)
def test_a_day_begins_at_midnight_in_vienna(due_on, moment, told):
    due_on(dt.date(2009, 3, 31))
    assert run_at(moment) == [told]


@pytest.mark.parametrize(
    ("day", "number"), [(dt.date(2009, 3, 29), 23), (dt.date(2009, 10, 25), 25), (dt.date(2009, 3, 28), 24)]
)
def test_on_the_day_on_which_the_clock_changes_each_thing_is_told_once(due_on, owner, day, number):
    due_on(day)
    owner.hour = 2  # an hour that is left out in March, and comes twice in October
    owner.save()
    told = [(moment, keys) for moment in hours_of(day) if (keys := run_at(moment))]
    assert Run.objects.filter(on=day).count() == number
    [(moment, keys)] = told
    assert keys == [f"target:{day}:0"]
    assert moment.astimezone(VIENNA).hour == (3 if number == 23 else 2)


def test_a_target_on_29_february_has_its_ladder(due_on):
    due_on(dt.date(2012, 2, 29))
    first = dt.datetime(2012, 1, 30, 8, tzinfo=VIENNA)
    days = [first + dt.timedelta(days=n) for n in range(45)]
    assert [f"{day.day} {day:%b}" for day in days if run_at(day)] == [
        *("30 Jan", "15 Feb", "22 Feb", "28 Feb", "29 Feb"),
        *("7 Mar", "14 Mar"),
    ]


def test_three_days_without_a_run_lose_nothing_and_repeat_nothing(due_on, owner):
    due_on(dt.date(2009, 3, 31))
    noon = dt.datetime(2009, 3, 22, 12, tzinfo=VIENNA)
    days = [noon + dt.timedelta(days=n) for n in range(12) if n not in {2, 3, 4}]  # 24 to 26 March: nothing runs
    run_at(noon - dt.timedelta(days=1))
    told = {f"{day:%d %b}": keys for day in days if (keys := run_at(day))}
    assert told == {
        "27 Mar": ["target:2009-03-31:7"],
        "30 Mar": ["target:2009-03-31:1"],
        "31 Mar": ["target:2009-03-31:0"],
    }
    assert Message.objects.filter(recipient=owner).count() == 4


def test_a_clock_set_back_an_hour_tells_nothing_twice(due_on):
    due_on(dt.date(2009, 3, 31))
    at = dt.datetime(2009, 3, 17, 8, 30, tzinfo=VIENNA)
    assert run_at(at) == ["target:2009-03-31:14"]
    assert run_at(at - dt.timedelta(hours=1)) == []
    assert run_at(at) == []


def test_a_mail_that_waits_goes_once_the_clock_that_was_set_back_has_caught_up(due_on, smtp):
    due_on(dt.date(2009, 3, 31))
    at = dt.datetime(2009, 3, 17, 8, 30, tzinfo=VIENNA)
    run_at(at)
    mails = []
    for moment in (at - dt.timedelta(hours=1), at, at + dt.timedelta(minutes=1)):
        with time_machine.travel(moment, tick=False):
            drain()
        mails.append(len(smtp.taken))
    assert mails == [0, 1, 1]


def test_a_clock_set_forward_a_day_and_back_tells_each_step_once(due_on):
    due_on(dt.date(2009, 3, 31))
    at = dt.datetime(2009, 3, 30, 8, tzinfo=VIENNA)
    assert run_at(at + dt.timedelta(days=1)) == ["target:2009-03-31:0"]
    assert run_at(at) == []
    assert run_at(at + dt.timedelta(days=1)) == []
