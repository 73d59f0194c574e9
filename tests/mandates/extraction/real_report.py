"""The real report and its gold, which are other people's and stay outside: skipped where missing, never in CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mandates.extraction import Clause
from sessions.reading import Reading, read

SHARED = Path(__file__).resolve().parents[4] / "shared"
REPORT = SHARED / "reports" / "ctoc-cop-2008-report.md"
GOLD = SHARED / "reports" / "ctoc-cop-2008-report.gold.json"
SCORE = SHARED / "tools" / "score_reading.py"


def reading() -> Reading:
    """The reading of the real report; without it the test is skipped, or fails where CI=true."""
    missing = [path.name for path in (REPORT, GOLD, SCORE) if not path.exists()]
    if missing:
        reason = f"the real report is not at hand ({', '.join(missing)} missing beside the checkout)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return read(REPORT.read_text(encoding="utf-8"), form="markdown")


def decisions() -> list[tuple[list[Clause], int | None]]:
    """The clauses of each decision of the real report, and the ordinal of its session."""
    found = reading()
    return [
        ([Clause(p.label, p.part, p.kind, p.text, p.chapeau) for p in d.paragraphs], found.session.ordinal)
        for d in found.decisions
    ]
