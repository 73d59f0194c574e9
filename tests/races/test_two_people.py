"""Two people do the same with one mandate at the same moment: one does it, and the other is told."""

import pytest


@pytest.mark.parametrize(
    ("scene", "changes", "status"),
    [
        ("Confirmations", ["confirmed"], "not_started"),
        ("Statuses", ["status"], "in_progress"),
        ("Withdrawals", ["withdrawal_asked", "withdrawal"], "not_started"),
    ],
)
def test_one_does_it_and_the_other_is_told(play, scene, changes, status):
    ends, told = play(scene, 2)
    assert ends == ["Conflict", "done"]
    assert told == {"status": status, "changes": changes}


def test_a_status_that_changes_while_it_is_released_is_released_only_where_that_came_first(play):
    ends, told = play("ReleaseAndStatus", 2)
    assert told["status"] == "in_progress", "nobody who releases stands in the way of the work"
    if "release done" in ends:
        assert told["changes"] == ["release", "status"]
    else:
        assert ends == ["release told", "status done"]
        assert told["changes"] == ["status"]


def test_two_releases_of_the_same_line_at_once_are_one(play):
    ends, told = play("Releases", 2)
    assert ends == ["302", "409"]
    assert told["releases"] == 1
