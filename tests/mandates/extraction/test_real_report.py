"""The figures on the real report, by the tool that measures them."""

import json
import re
import subprocess
import sys
from dataclasses import asdict

import pytest

from mandates.extraction import Clause, extract

from .real_report import GOLD, SCORE, reading


@pytest.fixture(scope="module")
def figures(tmp_path_factory) -> str:
    """What the measuring tool prints, with every miss."""
    found = reading()
    decisions = []
    for decision in found.decisions:
        clauses = [Clause(p.label, p.part, p.kind, p.text, p.chapeau) for p in decision.paragraphs]
        extracted = extract(clauses, session=found.session.ordinal, body=found.session.body)
        paragraphs = [
            {"label": clause.label, "mandates": [asdict(candidate) for candidate in e.candidates]}
            for clause, e in zip(clauses, extracted, strict=True)
        ]
        decisions.append({"number": decision.number, "title": decision.title, "paragraphs": paragraphs})
    path = tmp_path_factory.mktemp("reading") / "read.json"
    path.write_text(json.dumps({"decisions": decisions}), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, SCORE, GOLD, path, "--misses"], capture_output=True, text=True, check=True
    )
    return printed.stdout


def f1(printed: str, name: str) -> float:
    return float(re.search(rf"^{name}\s.*F1 ([\d.]+)", printed, re.MULTILINE)[1])


@pytest.mark.parametrize(("name", "least"), [("mandates", 0.99), ("addressees", 0.98), ("deadlines", 1.0)])
def test_harmonic_mean_of_precision_and_recall(figures, name, least):
    assert f1(figures, name) >= least, figures


def test_action_types(figures):
    assert float(re.search(r"^action types ([\d.]+)", figures, re.MULTILINE)[1]) >= 0.95, figures


def test_relations_and_recitals(figures):
    right, of = map(int, re.search(r"^relations\s+(\d+)/(\d+)", figures, re.MULTILINE).groups())
    assert right >= 10 and of == 11, figures
    assert re.search(r"^recitals\s+52/52", figures, re.MULTILINE), figures
