"""Which levels hear that something stays late."""

import datetime as dt

import pytest

from mandates.scheduling.escalation import levels_reached

SINCE = dt.date(2008, 12, 1)
AFTER = {35: "parent", 7: "head", 21: "secretary"}


def at(days):
    return SINCE + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "levels"),
    [
        (-1, ()),
        (6, ()),
        (7, ("head",)),
        (20, ("head",)),
        (21, ("head", "secretary")),
        (34, ("head", "secretary")),
        (35, ("head", "secretary", "parent")),
        (900, ("head", "secretary", "parent")),
    ],
)
def test_one_level_more_after_each_of_the_days(days, levels):
    assert levels_reached(SINCE, on=at(days), after=AFTER) == levels


@pytest.mark.parametrize(("days", "levels"), [(7, 3), (8, 2), (22, 1), (36, 0)])
def test_no_level_whose_day_lay_before_anybody_kept_it(days, levels):
    assert len(levels_reached(SINCE, on=at(900), not_before=at(days), after=AFTER)) == levels
