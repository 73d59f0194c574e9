"""A PDF with text -> marked text: columns one after the other, heads and feet of pages left out, notes set apart.

What a PDF stores is where letters stand. Its lines are kept as lines, with blank lines between paragraphs and a rule
between pages, so that the stages after it join them as they join those of any printed page.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject

from . import marks
from .furniture import EDGE, running
from .pdf_lines import PdfLine, lines_of
from .pdf_pieces import FAULTS, Fonts, Piece, pieces_of
from .results import Finding
from .source import Source, Unreadable

MAX_STREAM = 32 * 1024 * 1024  # unpacked; the instructions of a full page are some fifty kilobytes
MAX_PAGES = 5000
MAX_PIECES = 40_000  # on one page
_NOTE = re.compile(r"^[\[(]?(\d{1,3}|[a-z]|\*{1,3}|[†‡§]{1,2})[\])]?[.\s]*(?=\S)")
_HEADS_ALONE = re.compile(
    r"^(?:(?:draft\s+)?(?:decision|resolution|recommendation|annex|appendix|chapter|part|section)s?\b\s*)?"
    r"(?:no\.\s*)?[\w/.()–-]{0,24}[.:]?$",
    re.IGNORECASE,
)


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


def _text_of(data: bytes) -> Source:
    pages, bad, empty = _pages(_opened(data))
    findings = []
    if bad:
        findings.append(Finding("warning", "pages_not_read", None, {"pages": listed(bad)}))
    if not any(pages):
        if bad:
            raise Unreadable("file_damaged", format="PDF")
        raise Unreadable("pdf_without_text")
    said = "".join(piece.text for page in pages for piece in page)[:200_000]
    if sum(sign == "\ufffd" or not (sign.isprintable() or sign.isspace()) for sign in said) * 5 > len(said):
        raise Unreadable("pdf_letters_unknown")
    if empty:
        findings.append(Finding("warning", "pages_without_text", None, {"pages": listed(empty)}))
    gutter: float | None = None
    lined: list[list[PdfLine]] = []
    for page in pages:
        lines, found = lines_of([piece for piece in page if not piece.artifact], gutter)
        gutter = found or gutter
        lined.append(lines)
    left_out = sum(len({round(piece.y) for piece in page if piece.artifact}) for page in pages)
    edges = _edges(lined)
    left_out += sum(map(len, edges))
    if left_out:
        findings.append(Finding("info", "running_heads_left_out", None, {"count": left_out}))
    kept = [[line for line in lines if id(line) not in edge] for lines, edge in zip(lined, edges, strict=True)]
    return Source("\n".join(_written(kept)) + "\n", "markdown", tuple(findings))


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


def _pages(reader: PdfReader) -> tuple[list[list[Piece]], list[int], list[int]]:
    """The pieces of every page; the numbers of the pages that failed, and of those without text."""
    pages: list[list[Piece]] = []
    bad: list[int] = []
    empty: list[int] = []
    fonts = Fonts()
    try:
        for number, page in enumerate(reader.pages, 1):
            if number > MAX_PAGES:
                bad.append(number)
                break
            pieces: list[Piece] = []
            try:
                pieces = pieces_of(page, fonts)
            except DependencyError:
                raise Unreadable("file_encrypted") from None
            except FAULTS:
                bad.append(number)
            if len(pieces) > MAX_PIECES:
                pieces = pieces[:MAX_PIECES]
                bad.append(number)
            if not pieces and number not in bad and _shows(page):
                empty.append(number)
            pages.append(pieces)
    except DependencyError:
        raise Unreadable("file_encrypted") from None
    except FAULTS:
        if not pages:
            raise Unreadable("file_damaged", format="PDF") from None
        bad.append(len(pages) + 1)
    return pages, bad, empty


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


def _written(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """The lines of the marked text."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    levels = {size: level for level, size in enumerate(_larger(pages, body), 1)}
    leading = _leading(pages, body)
    last, open_note = "", False  # the last note may go on at the foot of the next page
    for nth, lines in enumerate(pages):
        if nth:
            yield from ("", "---", "")
        text, foot = _foot(lines, body, open_note=open_note)
        yield from _paragraphs(text, levels, body, leading)
        for name, words in _notes(foot):
            last = name or last
            open_note = words[-1:] not in ".;"
            yield ""
            yield f"[^{last or 'x'}]: {words}"


def _larger(pages: Sequence[Sequence[PdfLine]], body: float) -> list[float]:
    """The sizes of headings, largest first."""
    found: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        if line.size > body * 1.06 and len(line.text) < 250:
            found[round(line.size * 2) / 2] += 1
    return sorted(found, reverse=True)[: marks.HIGHEST]


def _leading(pages: Sequence[Sequence[PdfLine]], body: float) -> float:
    """From line to line within a paragraph."""
    gaps: Counter[float] = Counter()
    for lines in pages:
        for before, line in pairwise(lines):
            gap = before.y - line.y
            if before.column == line.column and 0.8 * body < gap < 2.6 * body and abs(line.size - body) < 0.6:
                gaps[round(gap * 2) / 2] += 1
    if not gaps:
        return 1.25 * body
    most = gaps.most_common(1)[0][1]
    return min(gap for gap, count in gaps.items() if count * 3 >= most)


def _foot(lines: Sequence[PdfLine], body: float, *, open_note: bool) -> tuple[list[PdfLine], list[PdfLine]]:
    """The lines of the text, and those of the notes at the foot of its columns, which are set smaller.

    `open_note`: the last note of the page before has not ended; its rest stands first.
    """
    foot: list[PdfLine] = []
    for column in range(3):
        small = [line for line in lines if line.column == column]
        at = len(small)
        while at and small[at - 1].size <= 0.93 * body:
            at -= 1
        small = small[at:]
        # A table or a quotation may be set smaller too: a note begins with its mark.
        begin = next((nth for nth, line in enumerate(small) if _begins_note(line)), len(small) if open_note else None)
        if begin is None:
            continue
        while begin and open_note and (begin == len(small) or _close(small[begin - 1], small[begin])):
            begin -= 1
        foot += small[begin:]
    ids = {id(line) for line in foot}
    return [line for line in lines if id(line) not in ids], foot


def _close(before: PdfLine, line: PdfLine) -> bool:
    return 0 < before.y - line.y < 1.6 * max(before.size, line.size)


def _begins_note(line: PdfLine) -> bool:
    return bool(line.raised and line.pieces and id(line.pieces[0]) in line.raised) or bool(
        re.match(r"^\d{1,3}\s?[A-Z“\"]|^[*†‡§]", line.text)
    )


def _notes(lines: Sequence[PdfLine]) -> Iterator[tuple[str, str]]:
    """The notes by name; "" for the rest of one that began on the page before."""
    name, words = "", ""
    for line in lines:
        text = "".join(run.text for run in line.runs).strip()
        begins = _begins_note(line) and _NOTE.match(text)
        if begins:
            if words:
                yield name, words
            name, words = re.sub(r"\W", "x", begins[1]), marks.escaped(text[begins.end() :])
        else:
            words = f"{words[:-1]}{marks.escaped(text)}" if words.endswith("-") else f"{words} {marks.escaped(text)}"
    if words:
        yield name, words.strip()


def _paragraphs(lines: Sequence[PdfLine], levels: dict[float, int], body: float, leading: float) -> Iterator[str]:
    """The lines of a page's text, with a blank line where a paragraph begins; headings whole."""
    left = {column: _margin([line for line in lines if line.column == column]) for column in range(3)}
    before: PdfLine | None = None
    heading: list[PdfLine] = []
    for line in lines:
        level = _level(line, levels, body)
        if heading and (level is None or not _same_heading(heading[-1], line)):
            yield from _heading(heading, levels, body)
            heading = []
        if before is not None and _parts(before, line, leading, left[line.column], body):
            yield ""
        if level is None:
            yield from _text(line)
        else:
            heading.append(line)
        before = line
    yield from _heading(heading, levels, body)


def _level(line: PdfLine, levels: dict[float, int], body: float) -> int | None:
    """The level of a heading by its size, 0 for one that is only bold; None for running text."""
    if level := levels.get(round(line.size * 2) / 2):
        return level
    return 0 if line.bold and line.size > 0.93 * body and len(line.text) > 1 else None


def _same_heading(before: PdfLine, line: PdfLine) -> bool:
    """Is `line` the second line of a heading, not the title under a number?"""
    near = 0 < before.y - line.y < 1.6 * max(before.size, line.size)
    return near and abs(before.size - line.size) < 0.6 and not _HEADS_ALONE.match(before.text)


def _heading(lines: Sequence[PdfLine], levels: dict[float, int], body: float) -> Iterator[str]:
    if not lines:
        return
    runs = [run for line in lines for run in (*line.runs, marks.Run(" "))]
    level = _level(lines[0], levels, body) or 0
    if level == 0:
        runs = [marks.Run(run.text, bold=True, raised=run.raised) for run in runs]
    yield from marks.paragraph(runs, level=level)


def _text(line: PdfLine) -> Iterator[str]:
    rows = marks.paragraph(line.runs)
    for row in rows:
        yield re.sub("[\u00ad¬]$", "-", row)


def _margin(lines: Sequence[PdfLine]) -> float:
    """Where most lines begin."""
    starts = Counter(round(line.x) for line in lines)
    return float(starts.most_common(1)[0][0]) if starts else 0.0


def _parts(before: PdfLine, line: PdfLine, leading: float, left: float, body: float) -> bool:
    """Does a paragraph begin with `line`? By the room above it, or by its indent after the end of a sentence."""
    if line.column != before.column or line.y > before.y:
        return before.text[-1:] in ".;:" or line.column == 0 or before.column == 0
    gap = before.y - line.y
    if gap > leading * 1.22 + 0.6:
        return True
    indented = line.x > left + 0.8 * body and before.x < line.x - 0.5 * body
    return indented and before.text[-1:] in ".;:,"
