"""A CSV file -> its rows, whatever its encoding and its separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from ctoctrack.lib.spreadsheets.limits import MAX_CELL, MAX_COLUMNS, Unreadable

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATORS = ",;\t"
_LOOKED_AT = 20  # rows: titles may stand above the headings


def decoded(data: bytes) -> tuple[str, list[dict[str, object]]]:
    """The text by its mark, as UTF-8, as UTF-16 without a mark, or, which is said, as Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError:
                raise Unreadable("encoding_damaged", encoding=encoding.upper()) from None
    evens, odds = data[:4000:2].count(0), data[1:4000:2].count(0)
    if max(evens, odds) * 5 > len(data[:4000]):
        encoding = "utf-16-le" if odds > evens else "utf-16-be"
        return data.decode(encoding, errors="replace"), []
    if b"\0" in data:
        raise Unreadable("no_spreadsheet")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        guess: dict[str, object] = {"code": "encoding_guessed", "params": {"encoding": "Windows-1252"}}
        return data.decode("cp1252", errors="replace"), [guess]


def separator_of(text: str) -> str:
    """What separates the cells: what Excel's first line says, else what makes the widest of the first rows."""
    first = text[:6].lower()
    if first.startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4]

    def widest(separator: str) -> int:
        rows = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=separator)
        try:
            return max((len(row) for row, _ in zip(rows, range(_LOOKED_AT), strict=False)), default=0)
        except csv.Error:
            return 0

    return max(SEPARATORS, key=widest)


def rows_of(data: bytes) -> tuple[list[dict[str, object]], Iterator[tuple[int, list[str]]]]:
    """What is to be told, and the rows with their numbers as a spreadsheet program counts them."""
    text, told = decoded(data)
    separator = separator_of(text)
    csv.field_size_limit(MAX_CELL * 4)

    def rows() -> Iterator[tuple[int, list[str]]]:
        number = 0
        try:
            for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
                if number == 1 and len(row) <= 2 and "".join(row).lower() == "sep=":
                    continue
                if any(len(cell) > MAX_CELL for cell in row):
                    raise Unreadable("cell_too_long", row=number)
                if any(cell.strip() for cell in row[MAX_COLUMNS:]):
                    raise Unreadable("too_many_columns", row=number, limit=MAX_COLUMNS)
                yield number, row[:MAX_COLUMNS]
        except csv.Error:
            raise Unreadable("cell_too_long", row=number + 1) from None

    return told, rows()
