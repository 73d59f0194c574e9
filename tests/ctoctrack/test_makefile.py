"""What a newcomer types is there."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def planned(target, *settings):
    """What make would do, without doing it."""
    return subprocess.run(
        ["make", "--dry-run", target, *settings], cwd=ROOT, capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize("target", ["help", "run", "demo-reset", "test", "test-services", "check", "lint", "format"])
def test_target_is_there(target):
    assert planned(target).stdout


def test_run_is_the_demonstration_on_its_day_at_the_port_that_is_asked_for():
    plan = planned("run", "PORT=8055").stdout
    assert "CTOCTRACK_MODE=demonstration CTOCTRACK_TODAY=2008-12-01" in plan
    assert "PORT=8055" in plan
    assert "http://127.0.0.1:8055" in plan
    assert "requirements.txt" in plan
    assert "requirements-dev.txt" not in plan


def test_check_runs_what_is_promised():
    plan = planned("check").stdout
    for tool in ("ruff format", "ruff check", "mypy", "lint-imports", "djlint", "makemigrations --check", "pytest"):
        assert tool in plan


def test_continuous_integration_calls_make_test_and_needs_nobody():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    text = script.read_text()
    for target in ("lint", "test", "test-services"):
        assert re.search(rf"^make {target}( |$)", text, re.MULTILINE)
    assert "exec </dev/null" in text


def test_requirements_are_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.lstrip().startswith("#")]
        assert lines
        assert not [line for line in lines if "==" not in line]
