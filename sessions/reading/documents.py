"""The list of documents that were before the session: symbol, agenda item, title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .annexes import Section, cells_of, sections
from .besides import ListedDocument
from .lines import Line
from .symbols import SYMBOL, sort_of, symbol_in

_ITEM = r"\d{1,2}(?:\s?\([a-z]\))?"
_AGENDA = re.compile(
    rf"^(?:item\s+)?{_ITEM}(?:(?:\s*[,;–-]\s*(?:and\s+)?|\s+and\s+|\s+to\s+)(?:{_ITEM}|\([a-z]\)))*$", re.IGNORECASE
)
_AGENDA_FIRST = re.compile(
    rf"^(?P<agenda>{_ITEM}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)(?:{_ITEM}|\([a-z]\)))*)\s+(?P<title>[A-Z“\"].*)$"
)
_CLOSES = re.compile(r"^[^()]*\)")
_PROSE = re.compile(r"^\d{1,3}\.\s+[A-Z]")  # a numbered paragraph of the report
_LONGEST_TITLE = 500


def read_documents(lines: Sequence[Line], raw: Sequence[str]) -> tuple[tuple[ListedDocument, ...], int | None]:
    """The documents, each symbol once, in their order; else (), and the line of a heading below which none was read."""
    found: dict[str, ListedDocument] = {}
    heading: int | None = None
    for section in sections(lines, "documents"):
        heading = heading or section.line
        for document in _listed(section, raw):
            found.setdefault(document.symbol, document)
    return tuple(found.values()), None if found else heading


def _listed(section: Section, raw: Sequence[str]) -> list[ListedDocument]:
    rows: list[list[str]] = []  # symbol, agenda, title
    is_open = False  # the title of the last row may go on; after a heading it does not
    for line in section.lines:
        is_open = is_open and not line.marked and not _PROSE.match(line.text)
        if line.what not in ("text", "table") or not line.text or line.marked:
            continue
        cells = [cell for cell in cells_of(line, raw) or (line.text,) if cell]
        if len(cells) > 2 and _AGENDA.match(cells[0]) and _leading_symbol(cells[1]):
            cells[:2] = cells[1::-1]  # the agenda item stands first
        in_brackets = is_open and rows[-1][2].count("(") > rows[-1][2].count(")")  # "(transmits" | "A/63/90)"
        goes_on = in_brackets and len(cells) == 1 and bool(_CLOSES.match(cells[0]))
        symbol = _leading_symbol(cells[0]) if cells and not goes_on else ""
        if symbol:
            rows.append([symbol, *_agenda_and_title(_after_symbol(cells, symbol))])
            is_open = True
        elif is_open and cells and not _is_head(cells) and len(rows[-1][2]) < _LONGEST_TITLE:
            rows[-1][2] = f"{rows[-1][2]} {' '.join(cells)}".strip()
    return [
        ListedDocument(symbol[:80], agenda, title.strip(" .;")[:_LONGEST_TITLE], sort_of(symbol))
        for symbol, agenda, title in rows
        if title
    ]


def _leading_symbol(cell: str) -> str:
    """The symbol with which the row begins, with the addenda printed after it: "X/L.1 and Add.1-11" is X/L.1."""
    symbol = symbol_in(cell[:90])
    return symbol if symbol and cell.replace(" ", "").startswith(symbol.replace(" ", "")) else ""


def _after_symbol(cells: list[str], symbol: str) -> list[str]:
    """What the row says after its symbol."""
    found = SYMBOL.match(cells[0])
    rest = cells[0][found.end() :] if found else cells[0][len(symbol) :]
    rest = re.sub(r"^(?:\s*(?:,|and|-|–)?\s*(?:Rev|Add|Corr)\.?\s?\d+(?:\s?[-–]\s?\d+)?(?:/\w+\.\d+)?)+", "", rest)
    return [rest.strip(" :–-"), *cells[1:]] if rest.strip(" :–-") else cells[1:]


def _agenda_and_title(cells: list[str]) -> tuple[str, str]:
    agenda = next((cell for cell in cells if _AGENDA.match(cell)), "")
    title = " ".join(cell for cell in cells if cell != agenda and cell not in ("—", "-", "–"))
    if not agenda and (found := _AGENDA_FIRST.match(title)):
        return found["agenda"], found["title"]
    return agenda, title


def _is_head(cells: Sequence[str]) -> bool:
    return (
        bool(re.match(r"(?:document|symbol|agenda item|title)\b", cells[0], re.IGNORECASE))
        and len(" ".join(cells)) < 80
    )
