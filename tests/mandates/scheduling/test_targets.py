"""The Secretariat's own day, where nobody has set one."""

import datetime as dt

import pytest

from mandates.scheduling import default_target
from mandates.scheduling.targets import working_day


def day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("due", "submission", "target"),
    [
        ("2010-10-22", "2010-08-09", "2010-08-09"),  # the session is first
        ("2009-09-30", "2010-08-09", "2009-09-16"),  # the text is first
        ("2010-08-23", "2010-08-09", "2010-08-09"),  # both on one day
        ("2009-09-30", None, "2009-09-16"),
        (None, "2010-08-09", "2010-08-09"),
        (None, None, None),
        ("2009-09-26", None, "2009-09-11"),  # from a Saturday back to Friday
        ("2009-09-27", None, "2009-09-11"),  # from a Sunday, too
    ],
)
def test_the_target_is_the_earlier_day_and_a_working_day(due, submission, target):
    assert default_target(day(due), day(submission), 14) == day(target)


def test_holidays_are_no_working_days():
    holidays = {day("2008-12-25"), day("2008-12-26")}
    assert working_day(day("2008-12-28"), holidays) == day("2008-12-24")
    assert default_target(day("2009-01-08"), None, 14, holidays) == day("2008-12-24")


@pytest.mark.parametrize("weekday", range(7))
def test_a_working_day_is_never_later(weekday):
    on = day("2008-12-01") + dt.timedelta(days=weekday)  # a Monday
    assert working_day(on) == min(on, day("2008-12-05"))
