"""A PDF with text -> marked text: columns one after the other, heads and feet of pages left out, notes set apart.

What a PDF stores is where letters stand. Its lines are kept as lines, with blank lines between paragraphs and a rule
between pages, so that the stages after it join them as they join those of any printed page.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject

from .furniture import EDGE, running
from .pdf_fonts import FAULTS, Fonts
from .pdf_lines import PdfLine, lines_of
from .pdf_pieces import Piece, gather
from .pdf_text import written
from .results import Finding
from .source import Source, Unreadable

MAX_STREAM = 32 * 1024 * 1024  # unpacked; the instructions of a full page are some fifty kilobytes
MAX_PAGES = 5000
MAX_PIECES = 40_000  # on one page


def text_of(data: bytes) -> Source:
    """The text of a PDF. Raises Unreadable where it is none, is locked, or holds no text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with apply_configuration(
        zlib_maximum_output_length=MAX_STREAM,
        lzw_maximum_output_length=MAX_STREAM,
        run_length_maximum_output_length=MAX_STREAM,
        array_based_stream_maximum_output_length=MAX_STREAM,
    ):
        return _text_of(data)


@dataclass(slots=True)
class _Sheets:
    """The pieces of every page, and the numbers of the pages that were not read, or hold no text but something."""

    pages: list[list[Piece]] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)


def _text_of(data: bytes) -> Source:
    fonts = Fonts()
    sheets = _sheets(_opened(data), fonts)
    said = "".join(piece.text for page in sheets.pages for piece in page)[:200_000]
    if not said and sheets.bad:
        raise Unreadable("file_damaged", format="PDF")
    if fonts.unknown if not said else sum(map(_untold, said)) * 5 > len(said):
        raise Unreadable("pdf_letters_unknown")
    if not said:
        raise Unreadable("pdf_without_text")
    findings = []
    for code, numbers in (("pages_not_read", sheets.bad), ("pages_without_text", sheets.empty)):
        if numbers:
            findings.append(Finding("warning", code, None, {"pages": listed(numbers)}))
    gutter: float | None = None
    lined: list[list[PdfLine]] = []
    for page in sheets.pages:
        lines, found = lines_of([piece for piece in page if not piece.artifact], gutter)
        gutter = found or gutter
        lined.append(lines)
    edges = _edges(lined)
    left_out = sum(len({round(piece.y) for piece in page if piece.artifact}) for page in sheets.pages)
    left_out += sum(map(len, edges))
    if left_out:
        findings.append(Finding("info", "running_heads_left_out", None, {"count": left_out}))
    kept = [[line for line in lines if id(line) not in edge] for lines, edge in zip(lined, edges, strict=True)]
    return Source("\n".join(written(kept)) + "\n", "markdown", tuple(findings))


def _untold(sign: str) -> bool:
    return sign == "\ufffd" or not (sign.isprintable() or sign.isspace())


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("file_encrypted")
    except DependencyError:
        raise Unreadable("file_encrypted") from None
    except FAULTS:
        raise Unreadable("file_damaged", format="PDF") from None
    return reader


def _sheets(reader: PdfReader, fonts: Fonts) -> _Sheets:
    """What stands on every page, as far as the file can be read."""
    sheets = _Sheets()
    try:
        for number, page in enumerate(reader.pages, 1):
            if number > MAX_PAGES:
                sheets.bad.append(number)
                break
            pieces: list[Piece] = []
            unknown = fonts.unknown
            try:
                gather(page, fonts, pieces)
            except DependencyError:
                raise Unreadable("file_encrypted") from None
            except FAULTS:
                sheets.bad.append(number)
            else:
                if len(pieces) > MAX_PIECES or (pieces and fonts.unknown - unknown > len(pieces)):
                    sheets.bad.append(number)
                elif not pieces and _shows(page):
                    sheets.empty.append(number)
            sheets.pages.append(pieces[:MAX_PIECES])
    except DependencyError:
        raise Unreadable("file_encrypted") from None
    except FAULTS:
        sheets.bad.append(len(sheets.pages) + 1)
    return sheets


def _shows(page: DictionaryObject) -> bool:
    """Does a page without text show anything, as a scanned one does? A blank page loses nothing."""
    try:
        objects = page["/Resources"].get_object().get("/XObject", {}).get_object()  # type: ignore[union-attr]
        return bool(len(objects))
    except FAULTS:
        return False


def listed(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "3–5, 9"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in spans]
    return ", ".join(said[:20]) + (", …" if len(said) > 20 else "")


def _edges(pages: Sequence[Sequence[PdfLine]]) -> list[set[int]]:
    """The running heads and feet and the page numbers, by page: the id of each line."""
    rows = [sorted(lines, key=lambda line: -line.y) for lines in pages]
    ends = [(row[:EDGE], row[::-1][:EDGE]) for row in rows]
    counts = running([(_edge(head), _edge(foot)) for head, foot in ends])
    return [
        {id(line) for line in (*head[:above], *foot[:below])}
        for (head, foot), (above, below) in zip(ends, counts, strict=True)
    ]


def _edge(lines: Sequence[PdfLine]) -> list[tuple[str, Hashable]]:
    return [(line.text, round(line.y / 4)) for line in lines]
