"""docs/accuracy.md shows the figures as recorded: its tables are written with them, the words around them by hand."""

import re
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"
PLACE = re.compile(r"(<!-- measured: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(text: str, tables: dict[str, list[str]]) -> str:
    """The text with each table in the place of its name; a place without a table stays as it is."""

    def filled(place: re.Match[str]) -> str:
        lines = tables.get(place["name"])
        return place[0] if lines is None else "\n".join([place[1], *lines, "", place[3]])

    return PLACE.sub(filled, text)


def write(tables: dict[str, list[str]]) -> None:
    FILE.write_text(with_tables(FILE.read_text(encoding="utf-8"), tables), encoding="utf-8")
