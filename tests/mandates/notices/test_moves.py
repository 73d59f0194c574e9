"""A session that moved is told in one entry, whatever hangs on it and however often it moved."""

import datetime as dt

import pytest

from mandates.enums import ChangeKind
from mandates.notices import compose
from mandates.notices.digest import digests
from mandates.notices.owed import owed_on
from tests.factories import SessionFactory

ON = dt.date(2008, 12, 2)
AT = dt.datetime(2008, 12, 1, 10, tzinfo=dt.UTC)


@pytest.fixture
def fourth(db):
    return SessionFactory(ordinal=4, name="")


@pytest.fixture
def moved(fourth):
    """A function: the session has these days, or none, or is cancelled; the key of the move in its history."""

    def move(starts_on, ends_on, **fields):
        fourth.starts_on, fourth.ends_on = starts_on, ends_on
        for name, value in fields.items():
            setattr(fourth, name, value)
        fourth.save()
        return fourth.history.latest("pk").pk

    return move


@pytest.fixture
def follows(planned, changed, owner):
    """A function: a mandate of the owner whose day of the text follows from a move."""

    def make(move, mandate=None, old="2009-10-16", new="2009-10-23", **fields):
        mandate = mandate or planned(owner=owner, **fields)
        changed(mandate, ChangeKind.DEADLINE, old, new, params={"session": "fourth session", "move": move})
        return mandate

    return make


def written(on=ON):
    [digest] = digests(owed_on(on).owed, on)
    return compose.write_digest(digest)


def test_all_that_follows_stands_in_one_entry(moved, follows):
    move = moved(dt.date(2009, 10, 19), dt.date(2009, 10, 23))
    first, second = follows(move), follows(move)
    words = written()
    for body in (words.text, words.html):
        assert body.count("Fourth session: now 19 to 23 October 2009.") == 1
        assert body.count("By the text: 23 October 2009; it was 16 October 2009.") == 2
        for mandate in (first, second):
            assert mandate.name in body
            assert mandate.get_absolute_url() in body


@pytest.mark.parametrize(
    ("days", "fields", "sentence"),
    [
        ((None, None), {}, "Fourth session: no days yet."),
        ((dt.date(2009, 10, 12), dt.date(2009, 10, 16)), {"is_cancelled": True}, "Fourth session: cancelled."),
    ],
)
def test_a_session_without_days_is_said_to_have_none(moved, follows, days, fields, sentence):
    follows(moved(*days, **fields), new="")
    text = written().text
    assert sentence in text
    assert "By the text: no day; it was 16 October 2009." in text


def test_of_several_moves_the_last_is_told(moved, follows):
    mandate = follows(moved(None, None), new="")
    follows(moved(dt.date(2009, 11, 2), dt.date(2009, 11, 6)), mandate, old="", new="2009-11-06")
    text = written().text
    assert text.count("Fourth session") == 1
    assert "now 2 to 6 November 2009" in text


def test_what_else_changed_is_told_on_its_own(moved, follows, changed):
    mandate = follows(moved(dt.date(2009, 10, 19), dt.date(2009, 10, 23)))
    changed(mandate)
    text = written().text
    assert "Fourth session: now" not in text
    assert "The day of the text is now 23 October 2009; it was 16 October 2009." in text
    assert "from “Not started” to “In progress”" in text


def test_what_is_due_as_well_stands_where_it_is_due(moved, follows):
    follows(moved(dt.date(2009, 10, 19), dt.date(2009, 10, 23)), target_on=dt.date(2008, 12, 9))
    text = written().text
    assert "Fourth session: now" not in text
    assert "Our target is 9 December 2008, in 7 days." in text
