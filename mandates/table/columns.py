"""The columns of the status table: their headings, and how headings are recognised."""

import re
from collections.abc import Sequence
from enum import StrEnum

from ctoctrack.lib.spreadsheets import Cell

MOST_TITLES = 20  # rows above the headings


class Column(StrEnum):
    """The columns, in the order in which they are written; the value is the heading.

    The form is one in all languages: a file that somebody saved in French is read by somebody who works in Arabic.
    """

    RESOLUTION = "Resolution"
    PARAGRAPH = "Paragraph"
    ACTION = "Action required"
    IMPLEMENTATION = "Implementation"
    RESOURCES = "Resources"
    OWNER = "Owner"
    UNIT = "Unit"
    DEADLINE = "Deadline"
    STATUS = "Status"
    REFERENCE = "Reference"
    ADDRESSEE = "Addressee"
    EVIDENCE = "Evidence"
    AUTHORITY = "Authority"
    BODY = "Body"


WIDTHS = {Column.ACTION: 60, Column.IMPLEMENTATION: 50, Column.RESOURCES: 24, Column.OWNER: 30, Column.UNIT: 26}
WIDTHS |= {Column.DEADLINE: 26, Column.STATUS: 20, Column.ADDRESSEE: 26, Column.EVIDENCE: 20}

# What a row says of a mandate that stands; the others name it, or go with a status.
SAID = (Column.IMPLEMENTATION, Column.RESOURCES, Column.OWNER, Column.UNIT, Column.DEADLINE, Column.STATUS)

# What else offices write above them, in lower case, without what is no letter.
ALSO = {
    "decision": Column.RESOLUTION,
    "resolution decision": Column.RESOLUTION,
    "decision resolution": Column.RESOLUTION,
    "resolution number": Column.RESOLUTION,
    "decision number": Column.RESOLUTION,
    "para": Column.PARAGRAPH,
    "op": Column.PARAGRAPH,
    "operative paragraph": Column.PARAGRAPH,
    "paragraph number": Column.PARAGRAPH,
    "action": Column.ACTION,
    "actions required": Column.ACTION,
    "status of implementation": Column.IMPLEMENTATION,
    "implementation status": Column.IMPLEMENTATION,
    "action taken": Column.IMPLEMENTATION,
    "resource": Column.RESOURCES,
    "resource requirements": Column.RESOURCES,
    "responsible": Column.OWNER,
    "responsible officer": Column.OWNER,
    "section": Column.UNIT,
    "due": Column.DEADLINE,
    "due date": Column.DEADLINE,
    "due by": Column.DEADLINE,
    "ref": Column.REFERENCE,
    "addressees": Column.ADDRESSEE,
    "asked": Column.ADDRESSEE,
    "symbol": Column.EVIDENCE,
    "document symbol": Column.EVIDENCE,
}
KNOWN = {**ALSO, **{column.value.lower(): column for column in Column}}


def column_of(heading: Cell) -> Column | None:
    """The column that a heading names, in any case and with any marks around it."""
    return KNOWN.get(" ".join(re.findall(r"[^\W\d_]+", str(heading).lower())))


def is_head(cells: Sequence[Cell]) -> bool:
    """Is this row the headings: does it name a resolution or a reference, and something else?"""
    found = {column for cell in cells if (column := column_of(cell))}
    return len(found) > 1 and bool(found & {Column.RESOLUTION, Column.REFERENCE})
