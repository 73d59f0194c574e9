"""Rows of text as CSV or XLSX, piece by piece: however long the table is, no more than a piece is in memory.

Every cell is text, so that "4/1" and "007" stay what they are, and none is a formula.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from ctoctrack.lib.spreadsheets.cells import guarded, plain

_PIECE = 64 * 1024
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# The parts of a workbook of one sheet: style 1 is text, wrapped, at the top; style 2 is that in bold, for headings.
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def csv_pieces(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The rows as CSV in UTF-8 with a mark, by which Excel knows it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    for row in rows:
        writer.writerow([guarded(plain(cell)) for cell in row])
        if buffer.tell() >= _PIECE:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


class _Pieces(io.RawIOBase):
    """What a zip archive is written into; cannot be sought, gives what was written since."""

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._written.append(bytes(data))
        self.size += len(data)
        return len(data)

    def take(self) -> bytes:
        """All that was written since the last time."""
        taken, self._written, self.size = b"".join(self._written), [], 0
        return taken


def xlsx_pieces(rows: Iterable[Sequence[str]], *, title: str, widths: Sequence[int]) -> Iterator[bytes]:
    """The rows as a workbook of one sheet; the first row is its headings and stays in view. `widths` in characters."""
    pieces = _Pieces()
    with zipfile.ZipFile(pieces, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
        for name, xml in {**_PARTS, "xl/workbook.xml": _book(title)}.items():
            archive.writestr(name, _XML + xml)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((_XML + _head(widths)).encode())
            for number, row in enumerate(rows, 1):
                sheet.write(_row(number, row).encode())
                if pieces.size >= _PIECE:
                    yield pieces.take()
            sheet.write(b"</sheetData></worksheet>")
    yield pieces.take()


def _book(title: str) -> str:
    name = escape(title[:31], {'"': "&quot;"})
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _head(widths: Sequence[int]) -> str:
    columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(widths, 1))
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )


def _row(number: int, row: Sequence[str]) -> str:
    style = 2 if number == 1 else 1
    cells = [
        f'<c r="{_column(place)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(guarded(plain(cell)))}</t></is></c>"
        for place, cell in enumerate(row)
        if cell
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _column(place: int) -> str:
    return chr(65 + place) if place < 26 else chr(64 + place // 26) + chr(65 + place % 26)
