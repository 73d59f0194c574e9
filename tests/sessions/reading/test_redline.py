"""What was struck or added between two wordings, and whether it matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.reading.redline import compared, is_harmless

OLD = "Requests the Secretariat to report to the Conference at its fourth session, and to buy a launch;"


def told(old, new):
    return [(step.what, step.text) for step in compared(old, new) if step.what != "same"]


def test_a_word_for_another():
    assert told(OLD, OLD.replace("Requests", "Requested")) == [("struck", "Requests"), ("added", "Requested")]


def test_words_side_by_side_are_one_change():
    assert told(OLD, OLD.replace("fourth session", "next meeting")) == [
        ("struck", "fourth session"),
        ("added", "next meeting"),
    ]


def test_what_is_only_struck_or_only_added():
    assert told(OLD, OLD.replace(", and to buy a launch", "")) == [("struck", ", and to buy a launch")]
    assert told("to buy a launch", "to buy a fast launch") == [("added", "fast ")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_wordings_can_be_read_from_it(old, new):
    steps = compared(old, new)
    assert "".join(step.text for step in steps if step.what != "added") == old
    assert "".join(step.text for step in steps if step.what != "struck") == new


def test_a_wording_of_a_hundred_pages_is_compared_as_a_whole():
    old, new = "a b " * 40_000, "c d " * 40_000
    assert [step.what for step in compared(f"Begin {old}", f"Begin {new}")][:3] == ["same", "struck", "added"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by 1 May  2008;", "by 1 May 2008."),
        ("States’ harbours – “safe” ones", 'States\' harbours - "safe" ones'),
        ("co-operation", "cooperation"),
        ("the ﬁrst lamp", "the first lamp"),
        ("sec\u00adretariat", "secretariat"),
    ],
)
def test_typography_is_harmless(old, new):
    assert is_harmless(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by 1 May 2008", "by 1 May 2009"),
        ("2.5 metres", "25 metres"),
        ("[to report]", "to report"),
        ("shall report", "should report"),
        ("States", "states"),
        ("$100", "100"),
    ],
)
def test_what_changes_the_sense_is_not(old, new):
    assert not is_harmless(old, new)
