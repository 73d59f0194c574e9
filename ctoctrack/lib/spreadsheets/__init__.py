"""Spreadsheets in and out: CSV and XLSX as rows of text. A file from outside is opened in a process of its own."""

from ctoctrack.lib.spreadsheets.cells import Cell, guarded, plain, unguarded
from ctoctrack.lib.spreadsheets.child import Sheet, opened
from ctoctrack.lib.spreadsheets.limits import MAX_BYTES, MAX_ROWS, Unreadable
from ctoctrack.lib.spreadsheets.outgoing import csv_pieces, xlsx_pieces

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "Cell",
    "Sheet",
    "Unreadable",
    "csv_pieces",
    "guarded",
    "opened",
    "plain",
    "unguarded",
    "xlsx_pieces",
]
