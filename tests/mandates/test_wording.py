"""Codes and parameters in words: why a day is the day."""

import datetime as dt

import pytest

from mandates.scheduling import Calendar, Meeting, Rule, day_of_text
from mandates.wording import days_in_words, due_sentence, duration


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2010-10-18", "2010-10-22", "18 to 22 October 2010"),
        ("2010-09-27", "2010-10-01", "27 September to 1 October 2010"),
        ("2010-12-28", "2011-01-03", "28 December 2010 to 3 January 2011"),
        ("2010-10-18", "2010-10-18", "18 October 2010"),
    ],
)
def test_days_are_written_as_reports_write_them(first, last, words):
    assert days_in_words(day(first), day(last)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P6W", "6 weeks"),
        ("-P1W", "1 week"),
        ("P6M", "6 months"),
        ("P1M", "1 month"),
        ("P2Y", "2 years"),
        ("P1Y", "1 year"),
        ("-P30D", "30 days"),
        ("P1D", "1 day"),
    ],
)
def test_a_duration_in_words(text, words):
    assert duration(text) == words


CALENDAR = Calendar(
    [
        Meeting(5, 5, "", day("2010-10-18"), day("2010-10-22")),
        Meeting(6, 5, "resumed", day("2011-02-07"), day("2011-02-08")),
        Meeting(7, 7, "", is_cancelled=True),
    ]
)
IN_2010 = " (18 to 22 October 2010)"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(), "no deadline in the text"),
        (Rule("date", date=day("2009-09-30")), "a day that the text gives"),
        (Rule("date"), "a span of time that the text gives without saying when it ends"),
        (Rule("ongoing"), "continuing, without a day"),
        (Rule("ongoing", date=day("2009-12-31")), "continuing until this day"),
        (Rule("on_request"), "whenever requested"),
        (Rule("recurring", every="P6M"), "again every 6 months"),
        (Rule("recurring"), "regularly"),
        (Rule("recurring", every="session"), "at each session"),
        (Rule("session", session=5, relation="at"), f"at the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="during"), f"during the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="by"), f"by the fifth session: the day it opens{IN_2010}"),
        (Rule("session", session=5, relation="before"), f"before the fifth session: the day before it opens{IN_2010}"),
        (Rule("session", session=5, relation="before", offset="-P6W"), f"6 weeks before the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="after", offset="P3M"), f"3 months after the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="after"), f"after the fifth session: no day until one is set{IN_2010}"),
        (
            Rule("session", session=5, relation="at", part="resumed"),
            "at the resumed fifth session (7 to 8 February 2011)",
        ),
        (Rule("session", session=6, relation="at"), "awaiting the date of the sixth session"),
        (Rule("session", session=73, relation="at"), "awaiting the date of the session 73"),
        (Rule("session", session=7, relation="at"), "the seventh session was cancelled; a person decides"),
        (Rule("session", relation="at"), "at a session whose number is not known"),
    ],
    ids=str,
)
def test_why_the_day_is_the_day(rule, words):
    due = day_of_text(rule, CALENDAR)
    assert due_sentence({"code": due.code, "params": due.params}) == words


def test_a_mandate_that_was_not_worked_out_yet_has_no_deadline():
    assert due_sentence(None) == "no deadline in the text"
