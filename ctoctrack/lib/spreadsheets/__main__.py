"""`python -m ctoctrack.lib.spreadsheets FILE [SHEET]`: prints the rows as lines of JSON, under limits of its own.

First {"sheet", "sheets", "told"}, then [number, cells] for each row that holds something, last {"end": rows}. A file
that gives none: {"error": {"code", "params"}} and exit status 1. Never a traceback.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterable
from pathlib import Path

from ctoctrack.lib.spreadsheets.csv_file import rows_of
from ctoctrack.lib.spreadsheets.limits import MAX_BYTES, MAX_ROWS, Unreadable
from ctoctrack.lib.spreadsheets.xlsx_file import Book

MEMORY = 1024 * 1024 * 1024
SECONDS = 60
MAX_OUTPUT = 256 * 1024 * 1024
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"<html", b"<!DOCTYPE")


def main(file: str, sheet: str = "") -> int:
    """Prints the rows of one file; returns the exit status."""
    _limit()
    try:
        _print(Path(file).read_bytes()[: MAX_BYTES + 1], sheet)
    except Unreadable as refusal:
        return _refuse(refusal.code, refusal.params)
    except OSError:
        return _refuse("file_gone", {})
    except MemoryError:
        return _refuse("too_large_to_open", {})
    except Exception as fault:  # the parent gets a sentence to show, whatever went wrong here
        return _refuse("damaged", {"kind": type(fault).__name__})
    return 0


def _print(data: bytes, sheet: str) -> None:
    if len(data) > MAX_BYTES:
        raise Unreadable("file_too_large", limit_mb=MAX_BYTES // 2**20)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("file_empty")
    if data.startswith(_OTHERS):
        raise Unreadable("old_excel" if data.startswith(_OTHERS[0]) else "no_spreadsheet")
    rows: Iterable[tuple[int, list[object]] | tuple[int, list[str]]]
    if data.startswith(b"PK"):
        book = Book(data, sheet)
        merged, told = book.survey()
        head, rows = {"sheet": book.name, "sheets": book.sheets, "told": told}, book.rows(merged)
    else:
        told, rows = rows_of(data)
        head = {"sheet": "", "sheets": [], "told": told}
    _line(head)
    count = 0
    for number, cells in rows:
        if not any(cell if isinstance(cell, dict) else str(cell).strip() for cell in cells):
            continue
        count += 1
        if count > MAX_ROWS + 20:  # the headings, and titles above them
            raise Unreadable("too_many_rows", limit=MAX_ROWS)
        _line([number, cells])
    _line({"end": count})


def _line(value: object) -> None:
    sys.stdout.buffer.write(json.dumps(value).encode() + b"\n")


def _refuse(code: str, params: dict[str, str | int]) -> int:
    _line({"error": {"code": code, "params": params}})
    return 1


def _limit() -> None:
    """Holds this process to its memory, processor time and output, never above what the system allows it."""
    for kind, wanted in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, MAX_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
