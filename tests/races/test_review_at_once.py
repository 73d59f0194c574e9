"""Two people review the same proposal at the same moment: one does it, the other is told, nothing is there twice."""

import pytest


@pytest.mark.parametrize(
    ("scene", "mandates"),
    [("Corrections", 1), ("Splits", 2), ("Mergers", 2)],
)
def test_one_corrects_it_and_the_other_is_told(play, scene, mandates):
    ends, told = play(scene, 2)
    assert ends == ["Conflict", "done"]
    assert told == {"edition": 1, "changes": ["text"], "mandates": mandates}


def test_nobody_confirms_what_another_corrects(play):
    ends, told = play("ConfirmationAndCorrection", 2)
    assert ends == ["Conflict", "done"]
    assert (told["edition"], told["changes"]) in [(0, ["confirmed"]), (1, ["text"])]


def test_what_two_add_is_there_once(play):
    ends, told = play("Additions", 2)
    assert ends == ["Refused", "done"]
    assert told["mandates"] == 2, "the first, and the one that was added"
