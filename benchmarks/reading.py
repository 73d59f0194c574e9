"""`python -m benchmarks.reading [--pages 85 850 1000]`: how long the pure reading of a report takes, and its memory.

Text to decisions, paragraphs and candidates, without files, database or Django, on a report made of nothing but
decisions, in words of our own: page breaks inside sentences, footnotes, chapeaux three levels deep. A page holds some
2,700 characters. Each size is a process of its own, whose peak memory is told; the ratio is to the first size.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; from benchmarks import reading; reading.one_reading(int(sys.argv[1]))"
PAGE = 2_700  # characters

_HEAD = (
    "# Report of the Conference on Harbour Safety on its fourth session, held in Lisbon from 5 to 9 October 2009\n\n"
)
_DECISION = """
## Decision 4/{n}

### {what} in harbours of every size

The Conference on Harbour Safety:

(a) Recalled its decision 3/{n}, in which it had requested the Secretariat to study {what};

(b) Noted with concern that only half of the States parties had replied to the questionnaire on {what};<sup>{n}</sup>

(c) Requested the Secretariat, subject to the availability of extrabudgetary resources, to convene at least one

---

<sup>{n}</sup> HARBOUR/COP/2009/{n}.

open-ended meeting of experts on {what} by September 2010, and to report to the Conference at its fifth session;

(d) Decided that the working group on {what} should:

(i) Meet once a year until the sixth session;

(ii) Advise the Conference on:

a. Lights, and in particular lights on breakwaters;

b. Moorings, in cooperation with the Organization of Pilots;

(iii) Submit its recommendations to the Conference no later than six weeks before its sixth session;

(e) Urged States parties that had not yet done so to submit their comments on {what}, and also requested the
Secretariat to compile them and to make them available on its website before 1 May 2010;

(f) Invited donors to contribute to the fund for {what}, in accordance with article 7, paragraph 2.
"""
_WHAT = ("mooring lines", "lights on breakwaters", "tugs", "pilot ladders", "gangways", "the dredging of fairways")


def report(pages: int) -> str:
    """A report of so many pages."""
    return _HEAD + "".join(_decisions(pages * PAGE - len(_HEAD)))


def _decisions(size: int) -> Iterator[str]:
    n = 0
    while size > 0:
        n += 1
        decision = _DECISION.format(n=n, what=_WHAT[n % len(_WHAT)])
        size -= len(decision)
        yield decision


def one_reading(pages: int) -> None:
    """In a process of its own: a report of so many pages is read; what it took is printed."""
    from mandates.extraction import Clause, extract
    from sessions.reading import read

    read(report(1), form="markdown")  # what is compiled once in the life of a worker
    text = report(pages)
    begun, used = time.perf_counter(), time.process_time()
    reading = read(text, form="markdown")
    found = 0
    for decision in reading.decisions:
        clauses = [Clause(p.label, p.part, p.kind, p.text, p.chapeau) for p in decision.paragraphs]
        found += sum(len(each.candidates) for each in extract(clauses, session=4, body="Conference"))
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - begun,
                "processor": time.process_time() - used,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "decisions": len(reading.decisions),
                "paragraphs": sum(len(decision.paragraphs) for decision in reading.decisions),
                "candidates": found,
                "unplaced": reading.account.unplaced,
            }
        )
    )


def measured(pages: int) -> dict[str, float]:
    """What a process of its own said of a report of so many pages."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(pages)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def main() -> None:
    """Prints a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[85, 850, 1000])
    pages = parser.parse_args().pages
    print("| Pages | Decisions | Paragraphs | Candidates | Unplaced | Seconds | Processor | Per page | Ratio | Peak |")
    print("| ---: " * 10 + "|")
    first = None
    for size in pages:
        took = measured(size)
        first = first or took["processor"] / size
        print(
            f"| {size:,} | {took['decisions']:,} | {took['paragraphs']:,} | {took['candidates']:,} |"
            f" {took['unplaced']} | {took['seconds']:.2f} s | {took['processor']:.2f} s |"
            f" {took['processor'] / size * 1000:.1f} ms | {took['processor'] / size / first:.2f} |"
            f" {took['peak_mb']:.0f} MB |",
            flush=True,
        )


if __name__ == "__main__":
    main()
