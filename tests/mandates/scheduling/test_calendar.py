"""The sessions of one body, as far as they are known."""

import datetime as dt

import pytest

from mandates.scheduling import Calendar, Meeting


def meeting(key, ordinal, starts_on=None, **fields):
    starts_on = dt.date.fromisoformat(starts_on) if starts_on else None
    return Meeting(key, ordinal, fields.pop("part", ""), starts_on, starts_on and starts_on + dt.timedelta(4), **fields)


FOURTH, FIFTH, SIXTH = meeting(1, 4, "2009-10-12"), meeting(2, 5, "2010-10-18"), meeting(3, 6)
RESUMED = meeting(4, 4, "2010-02-01", part="resumed")
CALENDAR = Calendar([SIXTH, FIFTH, RESUMED, FOURTH])


@pytest.mark.parametrize(
    ("ordinal", "part", "found"),
    [(4, "", FOURTH), (4, "resumed", RESUMED), (6, "", SIXTH), (5, "resumed", None), (7, "", None), (None, "", None)],
)
def test_a_meeting_is_found_by_number_and_part_dated_or_not(ordinal, part, found):
    assert CALENDAR.find(ordinal, part) == found


def test_a_meeting_without_a_number_is_not_found_by_none():
    assert Calendar([meeting(9, None, "2009-01-01")]).find(None) is None


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2008-12-01", FOURTH),
        ("2009-10-11", FOURTH),
        ("2009-10-12", RESUMED),  # it has opened: documents of that session are past
        ("2010-02-02", FIFTH),
        ("2010-10-18", None),  # the sixth has no days yet
    ],
)
def test_the_next_meeting_is_the_first_that_opens_later(day, following):
    assert CALENDAR.next_after(dt.date.fromisoformat(day)) == following


def test_a_cancelled_meeting_counts_as_undated():
    cancelled = meeting(1, 4, "2009-10-12", is_cancelled=True)
    assert not cancelled.is_dated
    assert Calendar([cancelled]).next_after(dt.date(2008, 12, 1)) is None


def test_a_body_without_sessions_has_no_next_one():
    assert Calendar([]).next_after(dt.date(2008, 12, 1)) is None
