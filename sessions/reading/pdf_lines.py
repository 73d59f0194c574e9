"""Pieces of text on a page -> its lines in the order in which they are read: by columns, raised figures told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .marks import Run, all_bold
from .pdf_pieces import Piece

_RAISED = re.compile(r"^\s*[\[(]?(?:\d{1,3}|[a-z]{1,3}|\*{1,3}|[†‡§]{1,2})(?:\s*,\s*\d{1,3})*[)\]]?\s*$")
WIDE = 2.5  # times the size of the letters: a gap between the cells of a table
_FEWEST = 5  # lines on each side of what divides two columns


@dataclass(slots=True)
class PdfLine:
    """A line of one column, or, until columns are known, a stretch of one."""

    pieces: list[Piece]
    raised: set[int] = field(default_factory=set)  # id of each piece that is a raised figure
    column: int = 0  # 0: across the page; 1, 2: left and right
    y: float = 0.0
    size: float = 0.0  # the one in which most of the line is set
    x: float = 0.0
    end: float = 0.0

    def __post_init__(self) -> None:
        self.settle()

    def settle(self) -> None:
        """Place and size are those of the pieces."""
        body = [piece for piece in self.pieces if id(piece) not in self.raised] or self.pieces
        sizes: dict[float, int] = {}
        for piece in body:
            sizes[piece.size] = sizes.get(piece.size, 0) + len(piece.text)
        self.size = max(sizes, key=lambda size: sizes[size])
        self.y = median(piece.y for piece in body)
        self.x, self.end = min(piece.x for piece in self.pieces), max(piece.end for piece in self.pieces)

    @property
    def cells(self) -> list[list[Piece]]:
        """The pieces, parted where a gap is as wide as between the cells of a table."""
        cells: list[list[Piece]] = []
        for piece in self.pieces:
            before = cells[-1][-1] if cells else None
            if before is None or piece.x - before.end > WIDE * max(piece.size, before.size):
                cells.append([])
            cells[-1].append(piece)
        return cells

    @property
    def runs(self) -> list[Run]:
        """The words of the line with their looks; a wide gap is a tab."""
        runs: list[Run] = []
        before: Piece | None = None
        for piece in self.pieces:
            text = piece.text
            raised = id(piece) in self.raised
            if before is not None and not before.text[-1:].isspace() and not text[:1].isspace():
                gap = piece.x - before.end
                wide = gap > WIDE * max(piece.size, before.size)
                if gap > 0.16 * min(piece.size, before.size) and not (raised and gap < piece.size * 0.4):
                    runs.append(Run("\t" if wide else " ", piece.bold, piece.italic))
            runs.append(Run(text, piece.bold, piece.italic, raised))
            before = piece
        return runs

    @property
    def text(self) -> str:
        """The words without raised figures."""
        return " ".join("".join(run.text for run in self.runs if not run.raised).split())

    @property
    def bold(self) -> bool:
        return all_bold(self.runs)


def lines_of(pieces: Sequence[Piece], gutter: float | None = None) -> tuple[list[PdfLine], float | None]:
    """The lines in reading order, and where the page is divided in two columns.

    `gutter`: where the pages before were; taken where this page does not speak against it.
    """
    segments = _segments(pieces)
    found = _gutter(segments, pieces) or (gutter if gutter and _may_divide(segments, gutter) else None)
    if found is None:
        return _joined(segments, 0), None
    segments = [part for segment in segments for part in _split(segment, found)]
    lines: list[PdfLine] = []
    band: list[PdfLine] = []
    for segment in sorted(segments, key=lambda s: -s.y):
        if segment.x < found - 2 and segment.end > found + 2:
            lines += _by_columns(band, found)
            band = []
            lines += _joined([segment], 0)
        else:
            band.append(segment)
    return lines + _by_columns(band, found), found


def _by_columns(band: Sequence[PdfLine], gutter: float) -> list[PdfLine]:
    left = [s for s in band if (s.x + s.end) / 2 <= gutter]
    right = [s for s in band if (s.x + s.end) / 2 > gutter]
    return _joined(left, 1) + _joined(right, 2)


def _segments(pieces: Sequence[Piece]) -> list[PdfLine]:
    """The pieces that stand on one line without a wide gap, raised figures with the word before them."""
    marks = [piece for piece in pieces if _RAISED.match(piece.text)]
    usual = median(piece.size for piece in pieces) if pieces else 0.0
    marks = [piece for piece in marks if piece.size <= 0.86 * usual or piece.size < 6.6]
    small = {id(piece) for piece in marks}
    rows = _rows([piece for piece in pieces if id(piece) not in small])
    segments: list[PdfLine] = []
    for row in rows:
        row.sort(key=lambda piece: piece.x)
        current: list[Piece] = []
        for piece in row:
            if current and piece.x - current[-1].end > 1.1 * max(piece.size, current[-1].size):
                segments.append(PdfLine(current))
                current = []
            current.append(piece)
        if current:
            segments.append(PdfLine(current))
    rest = [piece for piece in marks if not _raise(piece, segments)]
    segments += [PdfLine(sorted(row, key=lambda piece: piece.x)) for row in _rows(rest)]
    return segments


def _raise(mark: Piece, segments: Iterable[PdfLine]) -> bool:
    """Puts a small figure into the line over whose foot it stands; False where there is none."""
    for segment in segments:
        size = segment.size
        above = mark.y - segment.y
        near = segment.x - 1.2 * size <= mark.x <= segment.end + 0.8 * size
        if near and mark.size < 0.9 * size and 0.08 * size < above < 0.9 * size:
            segment.pieces = sorted([*segment.pieces, mark], key=lambda piece: piece.x)
            segment.raised.add(id(mark))
            segment.x, segment.end = min(segment.x, mark.x), max(segment.end, mark.end)
            return True
    return False


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by the height at which they stand."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and rows[-1][0].y - piece.y <= 0.3 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _joined(segments: Sequence[PdfLine], column: int) -> list[PdfLine]:
    """The segments of one column as its lines, from the top."""
    lines: list[PdfLine] = []
    for segment in sorted(segments, key=lambda s: (-s.y, s.x)):
        before = lines[-1] if lines else None
        if before is not None and abs(before.y - segment.y) <= 0.3 * min(before.size, segment.size):
            before.pieces = sorted(before.pieces + segment.pieces, key=lambda piece: piece.x)
            before.raised |= segment.raised
            before.settle()
        else:
            lines.append(PdfLine(segment.pieces, segment.raised, column))
    return lines


def _gutter(segments: Sequence[PdfLine], pieces: Sequence[Piece]) -> float | None:
    """Where two columns of running text part; None for a page in one column, or with a table."""
    if len(segments) < 2 * _FEWEST:
        return None
    low, high = min(s.x for s in segments), max(s.end for s in segments)
    width = high - low
    places = [low + width * (0.35 + 0.3 * step / 40) for step in range(41)]
    crossing, _off, x = min((_crossing(segments, x), abs(x - low - width / 2), x) for x in places)
    segments = [part for segment in segments for part in _split(segment, x)]
    left = [s for s in segments if s.end <= x + 1]
    right = [s for s in segments if s.x >= x - 1]
    if min(len(left), len(right)) < _FEWEST or crossing * 4 > len(left) + len(right):
        return None
    # Columns are filled with words and leave little of the page free; the cells of a table do not.
    for side in (left, right):
        room = max(s.end for s in side) - min(s.x for s in side)
        if room < 0.25 * width or sum(s.end - s.x > 0.7 * room for s in side) * 4 < len(side):
            return None
    # A file sets a column to its end; a table, row by row.
    order = [piece.x >= x - 1 for piece in pieces if piece.end <= x + 1 or piece.x >= x - 1]
    turns = sum(a != b for a, b in pairwise(order))
    return x if turns <= max(4, min(len(left), len(right)) // 2) else None


def _may_divide(segments: Sequence[PdfLine], gutter: float) -> bool:
    crossing = _crossing(segments, gutter)
    right = sum(s.end > gutter + 1 for s in segments) - crossing
    return right > 0 and crossing * 3 <= len(segments)


def _crossing(segments: Sequence[PdfLine], x: float) -> int:
    """How many segments have words, or no more than the blank between two words, at `x`."""
    return sum(s.x < x - 1 and s.end > x + 1 and _gap(s, x) is None for s in segments)


def _gap(segment: PdfLine, x: float) -> int | None:
    """The piece of the segment with which it begins again beyond `x`; None where it does not leave off there."""
    at = bisect_left(segment.pieces, x - 1, key=lambda piece: piece.x)
    if not 0 < at < len(segment.pieces):
        return None
    before, after = segment.pieces[at - 1], segment.pieces[at]
    wide = after.x - before.end > 0.7 * min(before.size, after.size)
    return at if wide and before.end <= x + 1 else None


def _split(segment: PdfLine, x: float) -> list[PdfLine]:
    """The segment, or its two parts where a gutter runs through it."""
    at = _gap(segment, x)
    if at is None:
        return [segment]
    parts = segment.pieces[:at], segment.pieces[at:]
    return [PdfLine(part, segment.raised & {id(piece) for piece in part}) for part in parts]
