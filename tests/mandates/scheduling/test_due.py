"""A rule and a calendar give a day and its reason."""

import datetime as dt

import pytest

from mandates.scheduling import Calendar, Meeting, Rule, day_of_text
from mandates.scheduling.due import moved_by


def day(text):
    return dt.date.fromisoformat(text) if text else None


FIFTH = Meeting(5, 5, "", day("2010-10-18"), day("2010-10-22"))
RESUMED = Meeting(51, 5, "resumed", day("2011-02-07"), day("2011-02-08"))
SIXTH = Meeting(6, 6)
SEVENTH = Meeting(7, 7, "", day("2014-10-13"), day("2014-10-17"), is_cancelled=True)
CALENDAR = Calendar([FIFTH, RESUMED, SIXTH, SEVENTH])


@pytest.mark.parametrize(
    ("rule", "on", "code"),
    [
        (Rule(), None, "none"),
        (Rule("date", date=day("2009-09-30"), relation="by"), "2009-09-30", "date"),
        (Rule("date", relation="by"), None, "date_unknown"),
        (Rule("ongoing"), None, "ongoing"),
        (Rule("ongoing", date=day("2009-12-31")), "2009-12-31", "ongoing_until"),
        (Rule("on_request"), None, "on_request"),
        (Rule("recurring", every="P1Y"), None, "recurring"),
        (Rule("recurring", every="P1Y", date=day("2009-03-31")), "2009-03-31", "recurring"),
        (Rule("recurring", every=""), None, "recurring"),
        (Rule("recurring", every="session"), None, "recurring_session"),
    ],
    ids=str,
)
def test_what_hangs_on_no_session(rule, on, code):
    due = day_of_text(rule, CALENDAR)
    assert (due.on, due.code, due.session) == (day(on), code, None)


@pytest.mark.parametrize(
    ("relation", "offset", "part", "on"),
    [
        ("at", "", "", "2010-10-22"),
        ("during", "", "", "2010-10-22"),
        ("", "", "", "2010-10-22"),
        ("by", "", "", "2010-10-18"),
        ("before", "", "", "2010-10-17"),
        ("before", "-P6W", "", "2010-09-06"),
        ("before", "-P3M", "", "2010-07-18"),
        ("by", "-P30D", "", "2010-09-18"),
        ("after", "P3M", "", "2011-01-22"),
        ("after", "P1Y", "", "2011-10-22"),
        ("at", "", "resumed", "2011-02-08"),
        ("before", "", "resumed", "2011-02-06"),
    ],
)
def test_a_day_by_the_session(relation, offset, part, on):
    due = day_of_text(Rule("session", session=5, relation=relation, offset=offset, part=part), CALENDAR)
    meeting = RESUMED if part else FIFTH
    assert (due.on, due.code, due.session) == (day(on), "session", meeting.key)
    assert due.params == {
        "session": 5,
        "part": part,
        "relation": relation,
        "offset": offset,
        "starts_on": meeting.starts_on.isoformat(),
        "ends_on": meeting.ends_on.isoformat(),
    }


@pytest.mark.parametrize(
    ("rule", "code", "key"),
    [
        (Rule("session", session=5, relation="after"), "session_after", 5),
        (Rule("session", session=6, relation="at"), "session_undated", 6),
        (Rule("session", session=9, relation="at"), "session_undated", None),
        (Rule("session", session=6, relation="at", part="resumed"), "session_undated", None),
        (Rule("session", session=7, relation="at"), "session_cancelled", 7),
        (Rule("session", session=7, relation="before", offset="-P6W"), "session_cancelled", 7),
        (Rule("session", relation="at"), "session_unknown", None),
    ],
    ids=str,
)
def test_a_session_that_gives_no_day(rule, code, key):
    due = day_of_text(rule, CALENDAR)
    assert (due.on, due.code, due.session) == (None, code, key)


@pytest.mark.parametrize(
    ("start", "offset", "moved"),
    [
        ("2010-10-18", "-P6W", "2010-09-06"),
        ("2010-10-18", "P6W", "2010-11-29"),
        ("2010-10-18", "+P10D", "2010-10-28"),
        ("2010-03-31", "-P1M", "2010-02-28"),  # a month that lacks the day gives its last
        ("2012-03-31", "-P1M", "2012-02-29"),
        ("2012-02-29", "P1Y", "2013-02-28"),
        ("2010-12-31", "P2M", "2011-02-28"),
        ("2010-01-15", "-P1M", "2009-12-15"),
        ("2010-01-01", "P1Y2M3W4D", "2011-03-26"),
        ("2010-10-18", "", "2010-10-18"),
        ("2010-10-18", "P", "2010-10-18"),
        ("2010-10-18", "six weeks", "2010-10-18"),
        ("2010-10-18", "PT6H", "2010-10-18"),
        ("2010-10-18", "-P999Y", "1011-10-18"),
        ("0500-10-18", "-P999Y", "0500-10-18"),  # before the first day that there is: left where it was
        ("9999-12-31", "P1D", "9999-12-31"),
    ],
)
def test_a_day_moved_by_a_duration(start, offset, moved):
    assert moved_by(day(start), offset) == day(moved)
