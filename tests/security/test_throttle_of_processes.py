"""Several processes that serve the same door give away no more tries than one would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROCESSES, ACCOUNTS, TRIES = 4, 12, 5
TRY = f"""
from ctoctrack.accounts import throttle

print("ready", flush=True)
input()  # until all are
addresses = ["192.0.2." + str(number) for number in range({ACCOUNTS})]
passed = [throttle.take("sign-in", "officer" + address, address) for address in addresses for _ in range({TRIES})]
print(sum(passed))
passed = [throttle.take("sign-in", "pilot" + str(number), "198.51.100.7") for number in range({TRIES * 6})]
print(sum(passed))
"""


@pytest.fixture
def counts(tmp_path):
    """What each process was given, all beginning together on one folder of data: by account, by address."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "ctoctrack.settings"}
    environment |= {"CTOCTRACK_MODE": "demonstration", "CTOCTRACK_VAR": str(tmp_path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", TRY]
    started = [subprocess.Popen(command, cwd=ROOT, env=environment, **pipes) for _ in range(PROCESSES)]
    try:
        assert [process.stdout.readline() for process in started] == ["ready\n"] * PROCESSES
        for process in started:
            process.stdin.write("\n")
            process.stdin.flush()
        said = [process.communicate(timeout=60)[0] for process in started]
    finally:
        for process in started:
            process.kill()
            process.wait()
    return [[int(count) for count in words.split()] for words in said]


def test_all_processes_together_give_an_account_and_an_address_their_tries_and_no_more(counts):
    by_account, by_address = (sum(column) for column in zip(*counts, strict=True))
    assert by_account == ACCOUNTS * TRIES
    assert by_address == TRIES * 6
