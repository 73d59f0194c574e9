"""`python -m sessions.reading FILE`: prints the reading as JSON, under limits it sets for itself.

A file that gives no text: {"error": {"code": ..., "params": {...}}} and exit status 1. Never a traceback.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from pathlib import Path

from .files import MAX_BYTES, Unreadable, read_file

MAX_OUTPUT = 256 * 1024 * 1024


def main(arguments: list[str] | None = None) -> int:
    """Prints the reading of one file; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m sessions.reading", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--memory-mb", type=int, default=1024)
    parser.add_argument("--seconds", type=int, default=60, help="of processor time")
    parser.add_argument("--max-bytes", type=int, default=MAX_BYTES)
    options = parser.parse_args(arguments)
    _limit(options.memory_mb, options.seconds)
    try:
        answer = json.dumps(read_file(options.file, max_bytes=options.max_bytes).as_dict(), ensure_ascii=False)
    except Unreadable as refusal:
        return _refuse(refusal.code, refusal.params)
    except MemoryError:
        return _refuse("too_much_memory", {"memory_mb": options.memory_mb})
    except Exception as fault:  # the parent gets a sentence to show, whatever went wrong here
        return _refuse("reader_failed", {"kind": type(fault).__name__})
    sys.stdout.buffer.write(answer.encode("utf-8", errors="replace"))
    return 0


def _refuse(code: str, params: dict[str, str | int]) -> int:
    sys.stdout.buffer.write(json.dumps({"error": {"code": code, "params": params}}).encode())
    return 1


def _limit(memory_mb: int, seconds: int) -> None:
    """Holds this process to its memory, processor time and output, never above what the system allows it."""
    for kind, wanted in (
        (resource.RLIMIT_AS, memory_mb * 1024 * 1024),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, MAX_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    sys.exit(main())
