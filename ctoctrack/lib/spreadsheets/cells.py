"""What stands in one cell: plain text, and text that no spreadsheet program takes for a formula."""

import datetime as dt
import re

from ctoctrack.lib.spreadsheets.limits import MAX_CELL

Cell = str | dt.date  # a day is one only where the file says that it is: 4/1 is text

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")  # cannot stand in XML
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def plain(text: str) -> str:
    """The text as a cell can hold it: one kind of line break, no control characters, no spaces around, not too long.

    Two texts that give the same are the same to an import.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _CONTROL.sub("", text).strip()[: MAX_CELL - 1].rstrip()


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a program would take it for a formula; `unguarded` takes it away."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded: "'=1+1" is "=1+1", "'tis" stays."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
