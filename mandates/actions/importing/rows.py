"""A spreadsheet -> its rows under the headings of the status table, and what is wrong with the table itself."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from ctoctrack.lib.spreadsheets import Cell, opened
from ctoctrack.lib.spreadsheets.wording import sentence
from mandates.table.columns import MOST_TITLES, Column, column_of, is_head

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why nothing can be imported: where it stands, and a sentence that says what to do. Row 0 is the table itself."""

    row: int
    column: str
    sentence: str


class Wrong(Exception):
    """A cell cannot be taken as it is; the message is a sentence that says what to do."""

    def __init__(self, column: Column, words: str) -> None:
        super().__init__(words)
        self.column = column


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, by its number in the file."""

    number: int
    cells: Mapping[Column, Cell]

    def text(self, column: Column) -> str:
        """What stands there as text; a day as "2010-03-31"."""
        value = self.cells.get(column, "")
        return value.isoformat() if isinstance(value, dt.date) else value


@dataclass(slots=True)
class Table:
    """The rows of a sheet, the headings that say nothing to an import, and what is wrong."""

    name: str = ""
    sheets: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_table(path: Path | str, sheet: str = "") -> Table:
    """The table of a file. Raises Unreadable where the file gives no rows."""
    table = Table()
    with opened(path, sheet) as found:
        table.name, table.sheets = found.name, found.sheets
        table.told = [sentence(each["code"], each["params"]) for each in found.told]
        places: dict[int, Column] | None = None
        beyond: set[int] = set()
        for seen, (number, cells) in enumerate(found.rows):
            if places is None:
                if is_head(cells):
                    places = _places(table, number, cells)
                elif seen >= MOST_TITLES:
                    break
                continue
            beyond |= {place for place, cell in enumerate(cells) if place not in places and cell != ""}
            row = Row(number, {places[place]: cell for place, cell in enumerate(cells) if place in places})
            if any(value != "" for value in row.cells.values()):
                table.rows.append(row)
                _check_errors(table, row)
        if places is None:
            _no_head(table)
            return table
        table.unknown += [_("column %(letter)s, without a heading") % {"letter": _letter(n)} for n in sorted(beyond)]
    if not table.rows and not table.problems:
        table.problems.append(Problem(0, "", _("There is no row under the headings.")))
    return table


def _places(table: Table, number: int, cells: list[Cell]) -> dict[int, Column]:
    """Which column stands where; what names none, or one twice, is said."""
    places: dict[int, Column] = {}
    named: dict[int, None] = {}
    for place, cell in enumerate(cells):
        column = column_of(cell)
        if column is None and cell != "":
            table.unknown.append(f"{cell}"[:80])
            named[place] = None
        elif column in places.values():
            words = _("Two columns are called “%(heading)s”. Delete or rename one of them.") % {"heading": column}
            table.problems.append(Problem(number, str(column), words))
        elif column is not None:
            places[place] = column
    table.columns = list(places.values())
    if Column.REFERENCE not in table.columns and Column.ACTION not in table.columns:
        words = _("Add the column “%(heading)s”: it tells which request of a paragraph is meant.")
        table.problems.append(Problem(number, Column.ACTION, words % {"heading": Column.ACTION}))
    return places


def _no_head(table: Table) -> None:
    wanted = ", ".join(column.value for column in list(Column)[:5])
    words = _("No row of headings was found. Write them in the first row: %(headings)s.") % {"headings": wanted}
    table.problems.append(Problem(0, "", words))


def _check_errors(table: Table, row: Row) -> None:
    for column, value in row.cells.items():
        if isinstance(value, str) and _ERROR.fullmatch(value):
            words = _("The formula gives the error %(error)s. Write what is meant.") % {"error": value}
            table.problems.append(Problem(row.number, column, words))


def _letter(place: int) -> str:
    """The letter of a column: 0 is A, 26 is AA."""
    return chr(65 + place) if place < 26 else _letter(place // 26 - 1) + chr(65 + place % 26)
