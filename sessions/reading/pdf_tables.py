"""Rows of a table in a PDF whose cells run on over several lines -> one line for each row.

Only where the cells begin at one height: what a line under a row holds stands below the beginnings of its cells, and
not below the first. A label with its paragraph looks like a row of two cells, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .pdf_lines import WIDE, PdfLine
from .pdf_pieces import Piece

_NO_CELL = re.compile(r"^\W*\w{0,5}[.)\]]?$")  # "(iii)", "12.", a dash
_NEAR = 3.0  # points


def in_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines; those that go on with the cells of the row above are part of it."""
    kept: list[PdfLine] = []
    starts: list[float] = []  # where the cells of the last row begin; empty where it is none
    low = 0.0  # the last line of the row
    for line in lines:
        row = kept[-1] if kept else None
        columns = _columns(line, starts)
        near = row is not None and row.column == line.column and 0 < low - line.y < 1.5 * line.size
        if row is not None and near and columns:
            _add(row, line.cells, columns)
            row.y = line.y
        else:
            kept.append(line)
            cells = line.cells
            first = "".join(piece.text for piece in cells[0]).strip()
            is_row = len(cells) > 1 and not _NO_CELL.match(first)
            starts = [cell[0].x for cell in cells] if is_row else []
        low = line.y
    return kept


def _columns(line: PdfLine, starts: Sequence[float]) -> list[int]:
    """Below which cells of the row each cell of `line` begins; empty where one begins elsewhere, or below the first."""
    found = []
    for cell in line.cells:
        at = next((nth for nth, x in enumerate(starts) if nth and abs(x - cell[0].x) <= _NEAR), 0)
        if not at:
            return []
        found.append(at)
    return found


def _add(row: PdfLine, cells: Sequence[list[Piece]], columns: Sequence[int]) -> None:
    """Sets the words of `cells` behind those of the row's own; what stands to the right makes room."""
    whole = row.cells
    for cell, at in zip(cells, columns, strict=True):
        if at >= len(whole):
            at = len(whole) - 1
        last = whole[at][-1]
        if last.text.rstrip().endswith("-") and cell[0].text[:1].islower():
            last.text = last.text.rstrip()[:-1]
            shift = last.end - cell[0].x
        else:
            shift = last.end + 0.3 * last.size - cell[0].x
        whole[at] += [replace(piece, x=piece.x + shift, end=piece.end + shift) for piece in cell]
        for nth in range(at + 1, len(whole)):
            room = whole[nth - 1][-1].end + (WIDE + 1) * last.size - whole[nth][0].x
            if room > 0:
                for piece in whole[nth]:
                    piece.x, piece.end = piece.x + room, piece.end + room
    row.pieces = [piece for cell in whole for piece in cell]
