"""The program that measures the reading, on a few pages: what it counts, never how long it took."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_report_of_twice_the_pages_has_twice_the_paragraphs_all_placed():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", "--pages", "2", "4"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Pages"] for row in told] == ["2", "4"]
    one, two = (int(re.sub(r"\D", "", row["Paragraphs"])) for row in told)
    assert 1.7 < two / one < 2.3
    assert {row["Unplaced"] for row in told} == {"0"}
