"""Days and distances in words, in the reader's language."""

import datetime as dt

import pytest
from django.utils import translation

from ctoctrack.lib import written

DAY = dt.date(2008, 12, 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1 December 2008"),
        ("fr", "1 décembre 2008"),
        ("es", "1 de diciembre de 2008"),
        ("ru", "1 декабря 2008 г."),
        ("zh-hans", "2008年12月1日"),
        ("ar", "1 ديسمبر 2008"),
    ],
)
def test_a_day_is_written_out_in_six_languages(language, words):
    with translation.override(language):
        assert written.day(DAY) == words


def test_a_moment_is_told_in_the_zone_of_deadlines(settings):
    settings.DEADLINE_TIME_ZONE = "Europe/Vienna"
    assert written.moment(dt.datetime(2008, 11, 30, 23, 30, tzinfo=dt.UTC)) == "1 December 2008, 00:30"


def test_the_day_of_a_moment_is_that_of_the_zone_of_deadlines(settings):
    settings.DEADLINE_TIME_ZONE = "Europe/Vienna"
    assert written.day(dt.datetime(2008, 11, 30, 23, 30, tzinfo=dt.UTC)) == "1 December 2008"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2010, 1, 27), dt.date(2010, 1, 29), "27–29 January 2010"),
        (dt.date(2010, 1, 27), dt.date(2010, 1, 27), "27 January 2010"),
        (dt.date(2010, 1, 27), None, "27 January 2010"),
        (dt.date(2010, 1, 30), dt.date(2010, 2, 2), "30 January 2010 – 2 February 2010"),
        (dt.date(2009, 1, 27), dt.date(2010, 1, 29), "27 January 2009 – 29 January 2010"),
    ],
)
def test_a_period_names_month_and_year_once_where_they_are_the_same(first, last, words):
    assert written.days(first, last) == words


def test_where_the_year_comes_first_both_days_are_written_out():
    with translation.override("zh-hans"):
        assert written.days(dt.date(2010, 1, 27), dt.date(2010, 1, 29)) == "2010年1月27日 – 2010年1月29日"


@pytest.mark.parametrize(
    ("day", "words"),
    [(1, "today"), (2, "tomorrow"), (3, "in 2 days"), (13, "in 12 days")],
)
def test_how_far_ahead(day, words):
    assert written.distance(dt.date(2008, 12, day), DAY) == words


@pytest.mark.parametrize(("day", "words"), [(30, "yesterday"), (29, "2 days ago"), (24, "7 days ago")])
def test_how_long_ago(day, words):
    assert written.distance(dt.date(2008, 11, day), DAY) == words


def test_lateness_has_a_singular():
    assert [written.late(1), written.late(7)] == ["1 day late", "7 days late"]
    assert [written.overdue(1), written.overdue(7)] == ["1 day overdue", "7 days overdue"]
