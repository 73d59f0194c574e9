"""What no file of the project may hold."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = [f"{first}.{last}" for first, last in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
REGISTRIES += [f"{first}.{last}" for first, last in (("npmjs", "com"), ("jsdelivr", "net"), ("unpkg", "com"))]
WORKPLACE = [r"/work" + r"/", r"issue" + r" #?\d+\b"]


def files():
    """Every file of the checkout that git keeps or would keep, as text."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this copy is no git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            content = path.read_bytes()
            if b"\0" not in content:
                yield name, content.decode("utf-8")


def test_no_file_names_the_host_of_a_package_registry():
    assert not [(name, host) for name, text in files() for host in REGISTRIES if host in text]


def test_no_file_speaks_of_where_it_was_written():
    found = [
        (name, word) for name, text in files() for word in WORKPLACE if re.search(word, text) and name != ".gitignore"
    ]
    assert not found


def test_rooms_of_everything_are_not_there():
    """A module of everything hides what belongs to something."""
    assert not [
        name for name, _ in files() if re.search(r"(?:^|/)(?:utils|helpers|services|common|misc)(?:/|\.py$)", name)
    ]


def words(text):
    return re.findall(r"\w+", text.lower())


def runs(text, length):
    every = words(text)
    return {tuple(every[start : start + length]) for start in range(len(every) - length + 1)}


def test_no_text_of_others_stands_in_a_file():
    """Names, titles and agendas are facts; thirty words in a row of the report are its author's text.

    The restatement in sample/ keeps titles and footnotes of the report, in its form.
    """
    report = ROOT.parent / "shared" / "reports" / "ctoc-cop-2008-report.md"
    if not report.exists():
        assert os.environ.get("CI") != "true", f"{report} is missing"
        pytest.skip("the report of the Conference is not beside this checkout")
    theirs = runs(report.read_text(encoding="utf-8"), 30)
    found = [name for name, text in files() if not name.startswith("sample/") and runs(text, 30) & theirs]
    assert not found
