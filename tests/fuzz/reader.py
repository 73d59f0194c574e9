"""One process that reads damaged files under the limits of the child, and says a line for each.

Many files to a process: starting one for each costs ten times what reading does. The limit of processor time is set
anew for every file; a process that goes beyond it dies of it, and whoever started it sees at which file.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path

from sessions.reading.files import Unreadable, read_file
from tests.fuzz.damage import damaged

MEMORY = 1024 * 1024 * 1024
SECONDS = 60


def main(seed: int, first: int, step: int, beyond: int) -> None:
    """Reads the files `first`, `first + step` and so on; prints an outcome for each."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, beyond, step):
            kind, name, data = damaged(seed, number)
            path = Path(folder) / name
            path.write_bytes(data)
            used = resource.getrusage(resource.RUSAGE_SELF)
            resource.setrlimit(
                resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, resource.RLIM_INFINITY)
            )
            say(number=number, kind=kind, name=name, begins=True)
            began = time.process_time()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
            outcome, trace = one(path)
            resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
            spent = time.process_time() - began
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            say(number=number, kind=kind, name=name, outcome=outcome, trace=trace, seconds=spent, peak_mb=peak)
            path.unlink()


def one(path: Path) -> tuple[str, str]:
    """What became of the file: "read", the code of a refusal, or "traceback" with it."""
    try:
        json.dumps(read_file(path).as_dict(), ensure_ascii=False).encode("utf-8", errors="replace")
    except Unreadable as refusal:
        return refusal.code, ""
    except MemoryError:
        return "too_much_memory", ""
    except Exception:
        return "traceback", traceback.format_exc()
    return "read", ""


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]))
