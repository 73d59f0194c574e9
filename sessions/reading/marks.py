"""Runs of text with their looks -> lines of marked text, the one form that the stages after it read.

Word, HTML and PDF say in their own ways what is a heading, bold, raised or a row of a table; here it is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

HIGHEST = 6  # levels of headings
_TIGHT = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_LINE_START = re.compile(r"^(?=[#>|])")
# Number and title of a decision may share a heading, with a line break between them.
_NUMBER_ALONE = re.compile(r"^[^a-z]*(?:decision|resolution|annex|chapter|part)?[^a-z]{0,24}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. A line feed in them is a line break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    note: str = ""  # name of the footnote whose mark stands here


def escaped(text: str) -> str:
    """`text` so that no character of it is taken for a mark."""
    text = text.replace("\\", "\\\\").replace("*", "\\*").replace("](", "]\\(")
    return text.replace("&", "&amp;") if "&" in text else text


def paragraph(runs: Iterable[Run], *, level: int = 0, label: str = "", bullet: bool = False) -> list[str]:
    """The lines of a paragraph; of a heading where `level` is 1 to 6. Empty for one that says nothing."""
    kept = _gathered(runs)
    if not any(run.text.strip() or run.note for run in kept):
        return []
    if level:
        kept = [replace(run, bold=False) for run in kept]
    if label:
        kept = _gathered([Run(f"{label} ", bold=kept[0].bold), *kept])
    lines = [row for row in "".join(map(_written, _by_lines(kept))).split("\n") if row.strip()]
    lines = [_LINE_START.sub(r"\\", row.strip()) for row in lines]
    if level:
        first, *more = lines
        if more and not _NUMBER_ALONE.match(first):
            lines = [" ".join(lines)]
        elif more:
            lines = [first, " ".join(more)]
        return [f"{'#' * min(level, HIGHEST)} {row}" for row in lines]
    if bullet and lines:
        lines[0] = f"- {lines[0]}"
    return lines


def row(cells: Sequence[str]) -> str:
    """A row of a table, of cells that `cell` gave."""
    return f"| {' | '.join(cells)} |"


def cell(lines: Iterable[str]) -> str:
    """The lines of a cell as one, without the mark that would end it; a row of a table in it as a list."""
    said = [line[2:-2].replace(" | ", ", ") if line.startswith("| ") else line for line in lines]
    return " ".join(re.sub(r"^#+ |^- ", "", line) for line in said).replace("\\|", "¦").replace("|", "¦")


def note(name: str, lines: Iterable[str]) -> str:
    """A footnote under its name."""
    return f"[^{name}]: {' '.join(lines)}"


def all_bold(runs: Iterable[Run]) -> bool:
    """Are all words of the runs bold?"""
    said = [run for run in runs if run.text.strip() and not run.raised]
    return bool(said) and all(run.bold for run in said)


def _gathered(runs: Iterable[Run]) -> list[Run]:
    """The runs, neighbours of one look as one; blanks look like what stands before them."""
    kept: list[Run] = []
    for run in runs:
        before = kept[-1] if kept else None
        if before is not None and not (run.note or before.note):
            same = (run.bold, run.italic, run.raised) == (before.bold, before.italic, before.raised)
            if same or not run.text.strip():
                kept[-1] = replace(before, text=before.text + run.text)
                continue
            if not before.text.strip():
                kept[-1] = replace(run, text=before.text + run.text)
                continue
        if run.text or run.note:
            kept.append(run)
    return kept


def _by_lines(runs: Iterable[Run]) -> Iterable[Run]:
    """The runs cut at line breaks: emphasis ends with its line."""
    for run in runs:
        for nth, piece in enumerate(run.text.split("\n")):
            if nth:
                yield Run("\n")
            if piece:
                yield replace(run, text=piece, note="")
        if run.note:
            yield replace(run, text="")


def _written(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    before, words, after = _TIGHT.match(run.text).groups()  # type: ignore[union-attr]
    if not words:
        return run.text
    words = escaped(words)
    if run.raised:
        words = f"<sup>{words}</sup>"
    if run.italic:
        words = f"*{words}*"
    if run.bold:
        words = f"**{words}**"
    return f"{before}{words}{after}"
