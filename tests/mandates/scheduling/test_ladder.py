"""30, 14, 7 and 1 days before, on the day, then weekly while late."""

import datetime as dt

import pytest

from mandates.scheduling.ladder import next_step_day, reached, steps_reached

DAY = dt.date(2009, 3, 31)


def at(days):
    """The day so many days from DAY."""
    return DAY + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("on", "before", "weeks"),
    [
        (-31, None, None),
        (-30, 30, 0),
        (-15, 30, 0),
        (-14, 14, 0),
        (-8, 14, 0),
        (-7, 7, 0),
        (-2, 7, 0),
        (-1, 1, 0),
        (0, 0, 0),
        (6, 0, 0),
        (7, 0, 1),
        (13, 0, 1),
        (14, 0, 2),
        (70, 0, 10),
    ],
)
def test_reached_is_the_latest_step(on, before, weeks):
    step = reached(DAY, on=at(on), late=True)
    assert (step and step.before, step and step.weeks_late) == (before, weeks)


def test_reached_knows_nothing_after_the_day_where_nothing_can_be_late():
    step = reached(DAY, on=at(70), late=False)
    assert (step.before, step.weeks_late, step.on) == (0, 0, DAY)


def test_reached_leaves_out_what_lies_before_notices_began():
    assert reached(DAY, on=at(-5), not_before=at(-6), late=True) is None
    assert reached(DAY, on=at(-5), not_before=at(-7), late=True).before == 7


def test_the_day_and_the_first_step_late_break_the_silence():
    told = {n: reached(DAY, on=at(n), late=True).breaks_silence for n in (-7, -1, 0, 7, 14)}
    assert told == {-7: False, -1: False, 0: True, 7: True, 14: False}


def walk(days, start, end, **options):
    """The days from `start` to `end` on which next_step_day says that a step is reached."""
    found, day = [], start
    while (day := next_step_day(days, after=day, **options)) and day <= end:
        found.append(day)
    return found


def test_next_step_day_walks_the_whole_ladder():
    expected = [at(n) for n in (-30, -14, -7, -1, 0, 7, 14, 21)]
    assert walk([DAY], at(-100), at(25), late=True) == expected


def test_next_step_day_ends_with_the_day_where_nothing_can_be_late():
    assert walk([DAY], at(-8), at(400), late=False) == [at(-7), at(-1), at(0)]


def test_next_step_day_is_none_without_a_day():
    assert next_step_day([], after=DAY, late=True) is None


def test_next_step_day_of_a_day_long_past_is_within_a_week():
    assert next_step_day([DAY], after=at(3653), late=True) == at(3654)


def test_the_ladder_leads_to_the_target_first_and_then_to_the_day_of_the_text():
    target = at(-14)
    on = [at(n) for n in (-44, -28, -21, -15, -14, -7, -1, 0, 7)]
    assert walk([target, DAY], at(-100), at(10), late=True) == on
    steps = steps_reached([target, DAY], on=at(-7), late=True)
    assert [(step.day, step.before, step.weeks_late) for step in steps] == [(target, 0, 1), (DAY, 7, 0)]


def test_weekly_steps_of_the_target_end_where_the_day_of_the_text_comes():
    steps = steps_reached([at(-14), DAY], on=at(7), late=True)
    assert [(step.day, step.weeks_late) for step in steps] == [(DAY, 1)]


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("days", [[DAY], [at(-14), DAY], [at(-3), DAY], [DAY, DAY]])
def test_a_step_is_reached_on_each_day_that_was_planned_and_on_no_other(days, late):
    start = at(-60)
    planned = walk(days, start, at(60), late=late)
    seen = set()
    for n in range(-59, 61):
        new = {step for step in steps_reached(days, on=at(n), late=late) if step.on == at(n)} - seen
        assert bool(new) == (at(n) in planned), at(n)
        seen |= new
