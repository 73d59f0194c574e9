"""Reads a file in a process of its own: a hostile file can cost that process its life, never its parent.

The child limits its memory, processor time and output itself; the parent watches the clock on the wall.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from .files import MAX_BYTES, Unreadable
from .results import Reading

_ROOT = Path(__file__).resolve().parents[2]


def run(path: Path | str, *, seconds: int = 60, memory_mb: int = 1024, max_bytes: int = MAX_BYTES) -> Reading:
    """The reading of the file at `path`. Raises Unreadable with a code where there is none.

    `seconds` hold for processor time and, separately, for the wall clock.
    """
    command = [sys.executable, "-m", "sessions.reading", str(Path(path).resolve())]
    command += ["--memory-mb", str(memory_mb), "--seconds", str(seconds), "--max-bytes", str(max_bytes)]
    with tempfile.TemporaryFile() as output:
        try:
            child = subprocess.run(
                command,
                cwd=_ROOT,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"},  # no secrets for a reader
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Unreadable("took_too_long", seconds=seconds) from None
        output.seek(0)
        said = output.read()
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Unreadable("took_too_long", seconds=seconds)
    return _answer(said, child.returncode)


def _answer(said: bytes, status: int) -> Reading:
    try:
        data = json.loads(said)
        if status == 0:
            return Reading.from_dict(data)
        error = data["error"]
        raise Unreadable(str(error["code"]), **error["params"])
    except (ValueError, KeyError, TypeError):
        raise Unreadable("reader_failed", kind=f"status {status}") from None
