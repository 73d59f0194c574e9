"""Who may import whom: each contract holds, and each is seen to fail where it is broken on purpose."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ctoctrack", "sessions", "mandates")

# The beginning of a contract's name, the file in which it is broken, and the line that breaks it.
BREAKS = [
    ("The house", "ctoctrack/lib/dates.py", "import sessions.models"),
    ("The house", "sessions/actions/reading.py", "import mandates.actions.proposing"),
    ("The rooms of mandates", "mandates/actions/status.py", "import mandates.notices.runs"),
    ("The rooms of mandates", "mandates/utils.py", "X = 1"),
    ("The rooms of sessions", "sessions/models/body.py", "import sessions.actions.reading"),
    ("The rooms of sessions", "sessions/helpers.py", "X = 1"),
    ("The pure packages", "sessions/reading/lines.py", "import django.utils.text"),
    ("The pure packages", "mandates/scheduling/due.py", "import mandates.enums"),
    ("Pages for delegations", "mandates/views/progress/__init__.py", "import mandates.actions.releasing"),
    ("Only the notice pipeline", "mandates/dashboards.py", "import mandates.models.notices"),
    ("Only delivery builds e-mail", "mandates/notices/compose.py", "import ctoctrack.lib.mail"),
]


def lint(folder):
    """What import-linter says of the packages in `folder`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    return subprocess.run(
        [*command, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path):
    """The three packages and the contracts, free to be broken."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold():
    said = lint(ROOT)
    assert "0 broken" in said.stdout, said.stdout + said.stderr


@pytest.mark.parametrize(("contract", "path", "line"), BREAKS, ids=[f"{path}: {line}" for _, path, line in BREAKS])
def test_contract_fails_where_it_is_broken(copy, contract, path, line):
    with (copy / path).open("a") as file:
        file.write(f"\n{line}\n")
    said = lint(copy)
    verdicts = [verdict for verdict in said.stdout.splitlines() if verdict.startswith(contract)]
    assert any("BROKEN" in verdict for verdict in verdicts), said.stdout + said.stderr
    assert said.returncode != 0


def test_every_contract_is_broken_once():
    text = (ROOT / "pyproject.toml").read_text()
    names = [line.split('"')[1] for line in text.splitlines() if line.startswith('name = "')]
    contracts = [name for name in names if name != "ctoctrack"]
    assert contracts
    for name in contracts:
        assert any(name.startswith(begins) for begins, _, _ in BREAKS), name
