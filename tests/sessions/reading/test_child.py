"""Reading in a process of its own, under limits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.reading import Reading, read
from sessions.reading.child import run
from sessions.reading.files import Unreadable
from tests.sessions.reading.editions import edition

ROOT = Path(__file__).parents[3]
TEXT = "Decision 4/1\n\nOil\n\nThe Conference,\n\n1. Requests the Secretariat to buy oil.\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "sessions.reading", *map(str, arguments)], cwd=ROOT, capture_output=True, check=False
    )


def test_the_child_reads_what_the_parent_would(report):
    assert run(report) == read(TEXT)


def test_the_command_prints_the_reading_as_json(report):
    said = command(report)
    assert (said.returncode, said.stderr) == (0, b"")
    assert Reading.from_dict(json.loads(said.stdout)) == read(TEXT)


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.html"])
def test_the_child_reads_every_format_under_its_limits(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(edition(name))
    reading = run(path, seconds=20, memory_mb=400)
    assert [decision.number for decision in reading.decisions] == ["5/1", "5/2"]


@pytest.mark.parametrize(("data", "code"), [(b"", "file_empty"), (bytes(range(256)) * 9, "file_binary")])
def test_a_file_without_text_is_an_answer_and_no_traceback(tmp_path, data, code):
    path = tmp_path / "bad.md"
    path.write_bytes(data)
    said = command(path)
    assert (said.returncode, said.stderr) == (1, b"")
    assert json.loads(said.stdout)["error"]["code"] == code
    with pytest.raises(Unreadable) as refusal:
        run(path)
    assert refusal.value.code == code


def test_a_file_that_needs_more_memory_than_it_may_take(tmp_path):
    path = tmp_path / "huge.md"
    path.write_text("Decision 4/1\n\nThe Conference,\n\n" + "1. Requests oil;\n\n" * 400_000, encoding="utf-8")
    with pytest.raises(Unreadable) as refusal:
        run(path, memory_mb=90)
    assert refusal.value.code in ("too_much_memory", "reader_failed")


def test_a_file_that_takes_longer_than_it_may(tmp_path):
    path = tmp_path / "long.md"
    path.write_text("Decision 4/1\n\nThe Conference,\n\n" + "(i) Requests:\n" * 200_000, encoding="utf-8")
    with pytest.raises(Unreadable) as refusal:
        run(path, seconds=1)
    assert (refusal.value.code, refusal.value.params) == ("took_too_long", {"seconds": 1})
