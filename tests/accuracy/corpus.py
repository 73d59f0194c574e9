"""The texts that are measured, their gold, and what the reader says of them."""

import json
import os
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from tests.accuracy.disguises import DISGUISES

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "texts"
GOLD = HERE / "gold"
HELD_OUT = HERE / "held_out"
OWN_FORM = {"noisy_conversion", "assembly_development"}  # disguised as they are
# The report of a real conference is other people's words and stays outside the checkout.
SHARED = Path(os.environ.get("CTOCTRACK_SHARED", HERE.parents[2] / "shared")) / "reports"
REAL = SHARED / "ctoc-cop-2008-report.gold.json"


def load(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def texts(folder: Path = HERE) -> list[tuple[dict[str, Any], Path]]:
    """Each gold of a folder with its text, in the order of their names."""
    golds = [load(path) for path in sorted((folder / "gold").glob("*.json"))]
    return [(gold, folder / "texts" / gold["source"]) for gold in golds]


def real_report() -> tuple[dict[str, Any], Path] | None:
    """The gold and the text of the real report; None where it is not at hand."""
    if not REAL.exists():
        return None
    gold = load(REAL)
    return gold, SHARED / gold["source"]


def reading(path: Path) -> dict[str, Any]:
    """What `manage.py read_report PATH --format json` prints."""
    from django.core.management import call_command

    out = StringIO()
    call_command("read_report", str(path), format="json", stdout=out)
    read: dict[str, Any] = json.loads(out.getvalue())
    return read


def disguised(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The gold of each text that can be disguised, and what the reader says of it in that disguise."""
    with tempfile.TemporaryDirectory() as folder:
        for gold, path in texts():
            if path.suffix == ".md" and path.stem not in OWN_FORM:
                other = Path(folder, f"{path.stem}.md" if name == "converted" else f"{path.stem}.txt")
                other.write_text(DISGUISES[name](path.read_text(encoding="utf-8")), encoding="utf-8")
                yield gold, reading(other)


def operative(gold: dict[str, Any]) -> int:
    """How many paragraphs stand in the operative parts of a text."""
    kinds = (
        p["kind"] if isinstance(p["kind"], str) else p["kind"][0] for p in gold["paragraphs"] if not p.get("optional")
    )
    return sum(kind not in ("preamble", "quoted") for kind in kinds)
