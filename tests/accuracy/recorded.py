"""The figures as last recorded, below which none may fall, and those that are promised of the real report."""

import json
import math
from pathlib import Path

from tests.accuracy.counts import FIELDS, Score

RECORDED = Path(__file__).with_name("recorded.json")
PROMISED = {"mandates": 0.99, "addressees": 0.98, "deadlines": 1.0, "action types": 0.95}
Figures = dict[str, dict[str, float]]


def figures(scores: dict[str, Score]) -> Figures:
    """F1 of each field that occurs, per text and for all; rounded down, so that a figure never falls by rounding."""
    return {
        name: {f: math.floor(score.counts[f].f1 * 1000) / 1000 for f in FIELDS if not score.counts[f].empty}
        for name, score in scores.items()
    }


def load() -> Figures:
    recorded: Figures = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    return recorded


def save(measured: Figures) -> None:
    """The measured figures stand recorded; those of texts that were not at hand stay as they are."""
    whole = {**load(), **measured}
    RECORDED.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fallen(measured: Figures, recorded: Figures) -> list[str]:
    """Each figure that is below the recorded one, in words."""
    return [
        f"{name}: {field} {figure:.3f}, recorded {floor:.3f}"
        for name, floors in recorded.items()
        if name in measured
        for field, floor in floors.items()
        if (figure := measured[name].get(field, 1.0)) < floor
    ]


def broken(real: dict[str, float]) -> list[str]:
    """Each figure of the real report that is below what is promised of it, in words."""
    return [
        f"real report: {field} {real[field]:.3f}, promised {floor:.2f}"
        for field, floor in PROMISED.items()
        if real[field] < floor
    ]
