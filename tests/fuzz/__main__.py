"""`make fuzz FUZZ="--files N --seed S"`: reads damaged files and prints what became of them."""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.damage import OFTEN, SELDOM, damaged

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "var" / "fuzz"
IN_WORDS = ("too_much_memory", "took_too_long")


@dataclass
class Count:
    """What became of the files."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)  # kind of damage, outcome
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    peak_mb: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, said: dict) -> None:
        with self.lock:
            self.outcomes[said["kind"], said["outcome"]] += 1
            self.slowest = max(self.slowest, (said.get("seconds", 0.0), said["number"]))
            self.peak_mb = max(self.peak_mb, said.get("peak_mb", 0))
            if said["outcome"] == "traceback":
                self.failures.append((said["number"], said["trace"]))


def fuzz(files: int, seed: int = 1, workers: int = 2) -> Count:
    """Reads `files` damaged files."""
    count = Count()
    threads = [
        threading.Thread(target=_follow, args=(count, seed, first, workers, files))
        for first in range(min(workers, files))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count


def _follow(count: Count, seed: int, first: int, step: int, beyond: int) -> None:
    """Starts a reader, and another behind the file at which one died."""
    while first < beyond:
        command = [sys.executable, "-m", "tests.fuzz.reader", *map(str, (seed, first, step, beyond))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            begun = None
            for line in process.stdout:
                said = json.loads(line)
                begun = said
                if not said.get("begins"):
                    count.take(said)
                    begun = None
                    first = said["number"] + step
            errors = process.stderr.read()
        if begun is not None:
            late = process.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
            count.take({**begun, "outcome": "took_too_long" if late else "traceback", "trace": errors[-2000:]})
            first = begun["number"] + step
        elif process.returncode:
            raise SystemExit(f"The reader could not be started:\n{errors[-2000:]}")


def table(count: Count) -> str:
    """The counts as a table in Markdown: kinds of damage by outcomes."""
    outcomes = [o for o, _ in Counter({o: 0 for _, o in count.outcomes}).items()]
    order = ["read", *sorted(o for o in outcomes if o not in ("read", "traceback", *IN_WORDS)), *IN_WORDS, "traceback"]
    rows = [
        f"| damage | files | {' | '.join(order)} |",
        f"| --- |{' ---: |' * (len(order) + 1)}",
    ]
    for kind in (*OFTEN, *SELDOM):
        numbers = [count.outcomes[kind, outcome] for outcome in order]
        rows.append(f"| {kind} | {sum(numbers)} | {' | '.join(map(str, numbers))} |")
    totals = [sum(n for (_, o), n in count.outcomes.items() if o == outcome) for outcome in order]
    rows.append(f"| all | {sum(totals)} | {' | '.join(map(str, totals))} |")
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    count = fuzz(options.files, options.seed, options.workers)
    said = [table(count)]
    seconds, number = count.slowest
    said.append(f"\nslowest: {seconds:.1f} s (file {number}); highest memory of a process: {count.peak_mb} MB")
    for number, trace in count.failures[:10]:
        KEPT.mkdir(parents=True, exist_ok=True)
        _kind, name, data = damaged(options.seed, number)
        kept = KEPT / f"{options.seed}-{number}{Path(name).suffix}"
        kept.write_bytes(data)
        said.append(f"\nfile {number}, kept as {kept}:\n{trace}")
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if count.failures else 0


if __name__ == "__main__":
    sys.exit(main())
