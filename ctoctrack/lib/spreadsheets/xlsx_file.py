"""An Excel workbook -> the rows of one sheet: text, days where it says days, the last values of formulas."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from ctoctrack.lib.spreadsheets.limits import MAX_CELL, MAX_COLUMNS, MAX_PARTS, MAX_TOLD, MAX_UNPACKED, Unreadable

Told = list[dict[str, object]]
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LAST_ROW = 1_048_576


def is_xlsx(archive: zipfile.ZipFile) -> bool:
    """Is it a workbook of Excel, and not a text or a presentation in the same wrapping?"""
    return any(posixpath.normpath(name) == "xl/workbook.xml" for name in archive.namelist())


def check_size(archive: zipfile.ZipFile) -> None:
    """Refuses an archive that holds more than is read; it cannot hold more than it declares."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)


class Book:
    """A workbook whose sheets have been named; one of them is read."""

    def __init__(self, data: bytes, sheet: str) -> None:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            raise Unreadable("damaged") from None
        if not is_xlsx(archive):
            raise Unreadable("no_spreadsheet")
        check_size(archive)
        try:
            self._book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        except (KeyError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile, ElementTree.ParseError):
            raise Unreadable("damaged") from None
        self.sheets = [one.title for one in self._book.worksheets]
        if not self.sheets or (sheet and sheet not in self.sheets):
            raise Unreadable("no_such_sheet", sheet=sheet, sheets=", ".join(self.sheets))
        self.name = sheet or self.sheets[0]
        self._sheet: Any = self._book[self.name]

    def _xml(self) -> BinaryIO:
        """The sheet as it is stored: openpyxl, reading row by row, tells nothing of merged cells."""
        stored: BinaryIO = self._book._archive.open(self._sheet._worksheet_path)
        return stored

    def survey(self) -> tuple[list[tuple[int, int, int, int]], Told]:
        """The merged cells (first column, first row, last column, last row), and what is to be told."""
        merged: list[tuple[int, int, int, int]] = []
        told: Told = []
        for _event, element in ElementTree.iterparse(self._xml()):  # noqa: S314  the process has limits of its own
            if element.tag == f"{_SPACE}mergeCell":
                merged.append(range_boundaries(element.attrib.get("ref", "A1")))
                if len(merged) <= MAX_TOLD:
                    told.append({"code": "merged", "params": {"cells": element.attrib.get("ref", "")}})
            elif element.tag == f"{_SPACE}c":
                value = element.find(f"{_SPACE}v")
                formula = element.find(f"{_SPACE}f")
                if formula is not None and (value is None or not value.text) and len(told) < 2 * MAX_TOLD:
                    told.append({"code": "formula_without_value", "params": {"cell": element.attrib.get("r", "?")}})
                element.clear()
            elif element.tag == f"{_SPACE}row":
                element.clear()
        return merged, told

    def rows(self, merged: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, list[object]]]:
        """Rows that hold something, with their numbers; each merged cell holds what its first one does."""
        tops: dict[tuple[int, int], object] = {}
        starts = {(row, column) for column, row, _last, _end in merged}
        spans: dict[int, list[tuple[int, int, int, int]]] = {}
        for box in merged:
            for row in range(box[1], min(box[3], box[1] + 1000, _LAST_ROW) + 1):
                spans.setdefault(row, []).append(box)
        self._sheet.reset_dimensions()
        for number, row in enumerate(self._sheet.iter_rows(values_only=True), 1):
            values = [_cell(value, number) for value in row[:MAX_COLUMNS]]
            if any(value not in (None, "") for value in row[MAX_COLUMNS:]):
                raise Unreadable("too_many_columns", row=number, limit=MAX_COLUMNS)
            for first, top, last, _end in spans.get(number, ()):
                for column in range(first, min(last, MAX_COLUMNS) + 1):
                    values += [""] * (column - len(values))
                    if (number, column) in starts:
                        tops[top, first] = values[column - 1]
                    elif top != number or column != first:
                        values[column - 1] = tops.get((top, first), "")
            yield number, values


def _cell(value: Any, row: int) -> object:
    """A cell as it goes to JSON: text, or {"day": "2010-03-31"}."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return {"day": value.strftime("%Y-%m-%d") if value.year >= 1000 else ""}
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    if len(text) > MAX_CELL:
        raise Unreadable("cell_too_long", row=row)
    return text
