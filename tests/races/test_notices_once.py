"""Each thing is told once: run twice, by eight processes at once, or killed half-way and run again."""

import pytest

from tests.races.scenes import PEOPLE

ONCE = {"people": PEOPLE, "messages": PEOPLE, "notices": PEOPLE, "waiting": 0}


def once(told, doubtful=0):
    """Everybody has one message and one mail; of those that are doubtful the mail may have gone."""
    assert {name: told[name] for name in ONCE} == ONCE
    assert told["mails"] == told["different"]
    assert told["doubtful"] == doubtful
    assert told["mails"] >= PEOPLE - doubtful


def test_run_twice_everybody_is_told_once(play):
    ends, told = play("RunTwice")
    assert ends == ["done"]
    once(told)


@pytest.mark.parametrize("processes", [2, 8])
def test_runs_at_once_tell_everybody_once(play, processes):
    ends, told = play("Runs", processes)
    assert ends == ["done"] * processes
    once(told)


def test_killed_while_writing_the_next_run_tells_those_that_were_left(play):
    ends, told = play("RunKilledWriting")
    assert ends == ["killed"]
    once(told)


def test_killed_while_sending_the_one_in_the_air_is_doubtful_and_the_others_go_once(play):
    ends, told = play("RunKilledSending")
    assert ends == ["killed"]
    once(told, doubtful=1)
