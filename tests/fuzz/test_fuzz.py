"""Damaged files are read, or refused with a code that has a sentence; never a traceback, never beyond the limits."""

import os

from sessions.wording import FINDINGS
from tests.fuzz.__main__ import fuzz, table
from tests.fuzz.damage import OFTEN, SELDOM, damaged


def test_five_hundred_damaged_files():
    count = fuzz(500, seed=4, workers=min(2, os.cpu_count() or 1))
    assert not count.failures, count.failures[0]
    assert sum(count.outcomes.values()) == 500
    assert {kind for kind, _ in count.outcomes} == {*OFTEN, *SELDOM}
    outcomes = {outcome for _, outcome in count.outcomes}
    assert outcomes - {"read"} <= set(FINDINGS)
    assert {"read", "file_damaged", "file_binary", "file_has_entities", "file_unpacks_too_large"} <= outcomes
    assert not outcomes & {"took_too_long", "too_much_memory"}
    assert count.peak_mb < 1024
    assert "| all | 500 |" in table(count)


def test_the_same_number_is_the_same_file():
    assert damaged(3, 11) == damaged(3, 11) != damaged(4, 11)
