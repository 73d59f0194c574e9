"""Opens a spreadsheet in a process of its own: a hostile file can cost that process its life, never its parent."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ctoctrack.lib.spreadsheets.cells import Cell, plain, unguarded
from ctoctrack.lib.spreadsheets.limits import Unreadable

_ROOT = Path(__file__).resolve().parents[3]
_SECONDS = 60  # of the clock on the wall; processor time and memory the child limits itself


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and those of the others, what is to be told of it ({"code", "params"}), and its rows.

    A row is its number as a spreadsheet program counts, and its cells; rows that hold nothing are left out.
    """

    name: str
    sheets: list[str]
    told: list[dict[str, Any]]
    rows: Iterator[tuple[int, list[Cell]]] = field(repr=False)


@contextmanager
def opened(path: Path | str, sheet: str = "") -> Iterator[Sheet]:
    """The sheet of that name, or the first; its rows can be read once, inside the block. Raises Unreadable."""
    command = [sys.executable, "-m", "ctoctrack.lib.spreadsheets", str(Path(path).resolve()), sheet]
    with tempfile.TemporaryFile() as said:
        try:
            child = subprocess.run(
                command,
                cwd=_ROOT,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"},  # no secrets for a reader
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Unreadable("too_large_to_open") from None
        if child.returncode != 0:
            raise _refusal(said)
        said.seek(0)
        head = json.loads(said.readline())
        yield Sheet(head["sheet"], head["sheets"], head["told"], _rows(said))


def _refusal(said: IO[bytes]) -> Unreadable:
    """Why the child gave no rows: its last line, where it had the time to write one."""
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - 4000))
    try:
        error = json.loads(said.read().splitlines()[-1])["error"]
        return Unreadable(str(error["code"]), **error["params"])
    except (ValueError, KeyError, TypeError, IndexError):
        return Unreadable("too_large_to_open")


def _rows(said: IO[bytes]) -> Iterator[tuple[int, list[Cell]]]:
    for line in said:
        row = json.loads(line)
        if isinstance(row, dict):
            return
        number, cells = row
        yield number, [_cell(cell) for cell in cells]


def _cell(cell: Any) -> Cell:
    if isinstance(cell, dict):
        try:
            return dt.date.fromisoformat(cell["day"])
        except ValueError:
            return ""
    return plain(unguarded(cell.strip(" ")))
