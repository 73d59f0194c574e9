"""Lines of a PDF's pages -> marked text: paragraphs told by room and indent, headings by size, notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from . import marks
from .blocks import stitch
from .pdf_lines import PdfLine
from .pdf_tables import in_rows

_NOTE = re.compile(r"^[\[(]?(\d{1,3}|[a-z]|\*{1,3}|[†‡§]{1,2})[\])]?[.\s]*(?=\S)")
_LOW = re.compile(r"^[(\[“\"]?(?:decision|resolution|recommendation|draft|annex|appendix|chapter|part|section)s?\b")
_OPEN = re.compile(
    r"\b(?:decisions?|resolutions?|recommendations?|annex(?:es)?|paragraphs?|and|of|in|by|to|with)$", re.I
)
_LONGEST = 5000  # letters of a row that more is added to
_HEADS_ALONE = re.compile(
    r"^(?:(?:draft\s+)?(?:decision|resolution|recommendation|annex|appendix|chapter|part|section)s?\b\s*)?"
    r"(?:no\.\s*)?[\w/.()–-]{0,24}[.:]?$",
    re.IGNORECASE,
)


def written(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """The lines of the marked text."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    levels = {size: level for level, size in enumerate(_larger(pages, body), 1)}
    leading = _leading(pages, body)
    compounds = frozenset(
        word.lower() for lines in pages for line in lines for word in re.findall(r"\b\w+-\w+\b", line.text)
    )
    last, open_note = "", False  # the last note may go on at the foot of the next page
    for nth, lines in enumerate(pages):
        if nth:
            yield from ("", "---", "")
        text, foot = _foot(lines, body, open_note=open_note)
        yield from _flowing(_paragraphs(in_rows(text), levels, body, leading, compounds), compounds)
        for name, words in _notes(foot):
            last = name or last
            open_note = words[-1:] not in ".;"
            yield ""
            yield f"[^{last or 'x'}]: {words}"


def _larger(pages: Sequence[Sequence[PdfLine]], body: float) -> list[float]:
    """The sizes of headings, largest first."""
    found: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        found[round(line.size * 2) / 2] += len(line.text)
    # A size in which a good part of the text is set is none of headings, though another is commoner (in the annexes).
    most = max(1500, sum(found.values()) // 8)
    return sorted((size for size, said in found.items() if size > body * 1.06 and said < most), reverse=True)[
        : marks.HIGHEST
    ]


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
        # A table, a quotation, a whole annex may be set smaller too: a note begins with its mark; where nothing larger
        # stands above it, with a raised one.
        begins = _begins_note if at else _begins_raised
        begin = next((nth for nth, line in enumerate(small) if begins(line)), len(small) if open_note and at else None)
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
    return _begins_raised(line) or bool(re.match(r"^\d{1,3}\s?[A-Z“\"]|^[*†‡§]", line.text))


def _begins_raised(line: PdfLine) -> bool:
    return id(line.pieces[0]) in line.raised


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


def _paragraphs(
    lines: Sequence[PdfLine], levels: dict[float, int], body: float, leading: float, compounds: frozenset[str]
) -> Iterator[str]:
    """The lines of a page's text, with a blank line where a paragraph begins; headings whole."""
    left = {column: _margin([line for line in lines if line.column == column]) for column in range(3)}
    before: PdfLine | None = None
    heading: list[PdfLine] = []
    for line in lines:
        level = _level(line, levels, body)
        if heading and (level is None or not _same_heading(heading[-1], line)):
            yield from _heading(heading, levels, body, compounds)
            heading = []
        turns = before is not None and (level is None) != (_level(before, levels, body) is None)
        if before is not None and (turns or _parts(before, line, leading, left[line.column], body)):
            yield ""
        if level is None:
            yield from _text(line)
        else:
            heading.append(line)
        before = line
    yield from _heading(heading, levels, body, compounds)


def _flowing(rows: Iterator[str], compounds: frozenset[str]) -> Iterator[str]:
    """The rows; one that begins with a heading's word, but low, or with its number goes on with the row above it.

    In a narrow column "decision 4/4 (see chapter VIII)" or "4/5 (see chapter IX)" may fill a line, and would head
    something if it stood alone.
    """
    held = ""
    for row in rows:
        text = held and held[0] not in "#|" and not held.startswith("**") and len(held) < _LONGEST
        if text and (_LOW.match(row) or (row[:1].isdigit() and _OPEN.search(held))):
            before, glue = stitch(held, row, compounds)
            held = f"{before}{glue}{row}"
            continue
        if held:
            yield held
        held = row
        if not row:
            yield ""
    if held:
        yield held


def _level(line: PdfLine, levels: dict[float, int], body: float) -> int | None:
    """The level of a heading by its size, 0 for one that is only bold; None for running text."""
    if level := levels.get(round(line.size * 2) / 2):
        return level
    return 0 if line.bold and line.size > 0.93 * body and len(line.text) > 1 else None


def _same_heading(before: PdfLine, line: PdfLine) -> bool:
    """Is `line` the second line of a heading, not the title under a number?"""
    near = 0 < before.y - line.y < 1.6 * max(before.size, line.size)
    return near and abs(before.size - line.size) < 0.6 and not _HEADS_ALONE.match(before.text)


def _heading(
    lines: Sequence[PdfLine], levels: dict[float, int], body: float, compounds: frozenset[str]
) -> Iterator[str]:
    if not lines:
        return
    runs: list[marks.Run] = []
    for line in lines:
        if runs:
            before, glue = stitch(runs[-1].text, line.text, compounds)
            runs[-1] = replace(runs[-1], text=before + glue)
        runs += line.runs
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
