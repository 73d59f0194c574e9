"""The shape under which a status is drawn, so that none is told by colour alone; and the bar made of them.

Statuses are plain strings here: this is the bottom layer. A test holds that every status of the table has a shape.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Status -> its shape, which is also its class in the style sheet. Besides: "wait" and "ask".
SHAPES = {
    "proposed": "new",
    "declined": "no",
    "took_effect": "effect",
    "not_started": "idle",
    "in_progress": "go",
    "continuing": "on",
    "reported_done": "sub",
    "partly_implemented": "part",
    "implemented": "done",
    "overtaken": "past",
    "lapsed": "over",
    "superseded": "over",
    "discontinued": "over",
}
AWAITING = {
    "replies": _("awaiting replies"),
    "resources": _("awaiting resources"),
    "clearance": _("awaiting clearance"),
    "translation": _("awaiting translation"),
}
ASKED = pgettext_lazy("in place of a status", "asked of States")
CAN_WAIT = frozenset({"idle", "go", "on", "part"})
# From done to not begun, as a bar is read.
ORDER = ("done", "effect", "part", "sub", "go", "on", "wait", "idle", "new", "past", "over", "no", "ask")
GAP = 3  # thousandths of the bar, between two parts


def shape_of(status: str | None, waiting_for: str = "") -> str:
    """The shape of a status; that of waiting where something from elsewhere is awaited."""
    shape = SHAPES.get(status or "", "ask")
    return "wait" if waiting_for and shape in CAN_WAIT else shape


def parts_of_bar(parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts that are not empty, from done to not begun, each with its shape and its place: x and width of 1000."""
    rows = [{**part, "shape": SHAPES.get(part["status"], part["status"])} for part in parts if part["number"]]
    rows.sort(key=lambda row: ORDER.index(row["shape"]))
    total, passed = sum(row["number"] for row in rows), 0
    for row in rows:
        row["x"] = round(1000 * passed / total)
        passed += row["number"]
        end = round(1000 * passed / total) - (GAP if passed < total else 0)
        row["width"] = max(end - row["x"], 1)
    return rows
