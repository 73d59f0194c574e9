"""Whatever is killed, each message is heard once, or shown as doubtful. The long version is `make faults`."""

import re
import subprocess
import sys

import pytest

from ctoctrack.installation import ROOT

LINE = re.compile(r"\| [^|]+ \| [^|]+ \| 1 \| 40 \| (\d+) \| (\d) \| 0 \| 0 \|")


@pytest.mark.parametrize(("configuration", "targets"), [("files", 5), ("servers", 6)])
def test_a_kill_of_each_process_loses_nothing_and_doubles_nothing(configuration, targets):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.faults",
            "--kills-per-target=1",
            "--messages=40",
            "--configuration",
            configuration,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = LINE.findall(done.stdout)
    assert len(lines) == targets, done.stdout
    assert all(int(sent) + int(doubtful) == 40 for sent, doubtful in lines)
