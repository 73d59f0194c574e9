"""How HTML counts the items of its lists: in what signs, from where, and what stands before each."""

from __future__ import annotations

import re

from .archive import Element
from .numbering import counted

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_STYLE_FORMS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


def kind_of(element: Element) -> str:
    """How a list or an item is counted, as its type attribute says it: "a", "A", "i", "I", "1", "none"; or ""."""
    if found := _LIST_STYLE.search(element.get("style") or ""):
        return "none" if found[1].lower() == "none" else _STYLE_FORMS.get(found[1].lower(), "")
    said = element.get("type") or ""
    return said if said in _FORMS else ""


def integer(said: str | None, default: int) -> int:
    """The number that an attribute gives; `default` where it gives none."""
    return int(said) if said and re.fullmatch(r"-?\d{1,6}", said.strip()) else default


def label_of(kind: str, count: int) -> str:
    """The label of an item: "1.", "IV.", "(a)", "(ii)"; "" where the list shows none."""
    if kind == "none":
        return ""
    said = counted(count, _FORMS.get(kind, "decimal"))
    return f"{said}." if kind in ("1", "I") else f"({said})"
