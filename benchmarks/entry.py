"""`python -m benchmarks.entry [--mandates 100000] [--rows 10000]`: spreadsheets out and in, and what repeats what.

Over a database of so many mandates: all of them as CSV and as Excel; a table of so many new rows, each with an owner, a
status and an update, looked at and imported; the same table again; a report of 70 requests beside what is open. What
happens is done in one process, whose peak memory after each step is told.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import SECRETARY
from benchmarks.pages import filled, surroundings
from benchmarks.postgres import server

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; from benchmarks import entry; entry.steps(int(sys.argv[1]))"
PROPOSALS = 70


def table(rows: int) -> Iterator[list[str]]:
    """Headings and so many new requests, twenty to a decision, in their own words."""
    yield ["Resolution", "Paragraph", "Action required", "Implementation", "Owner", "Deadline", "Status"]
    for row in range(rows):
        action = f"Report to the Conference on matter {row} of pilotage in harbour {row % 977}"
        owner = f"officer{row % 20 + 1}-{row % 10 + 1}@office.example"
        label = f"({chr(97 + row % 20)})"
        yield [f"90/{row // 20}", label, action, f"Note {row}.", owner, "31 March 2031", "In progress"]


def steps(rows: int) -> None:
    """In a process of its own: each step is done and what it took is printed."""
    from benchmarks import django_is_set_up

    django_is_set_up()
    from ctoctrack.accounts.models import User
    from ctoctrack.lib.spreadsheets import csv_pieces, xlsx_pieces
    from mandates.actions.importing import import_spreadsheet, plan_of, receive_spreadsheet
    from mandates.actions.importing.applying import agree
    from mandates.models import Mandate
    from mandates.table.cells import rows_of
    from sessions.models import Body

    by, body = User.objects.get(email=SECRETARY), Body.objects.conferences().order_by("pk")[0]
    everything = Mandate.objects.confirmed().order_by("sort_key", "pk")
    measure("export as CSV", lambda: sum(map(len, csv_pieces(rows_of(everything)))))
    measure("export as Excel", lambda: sum(map(len, xlsx_pieces(rows_of(everything), title="T", widths=[9]))))
    content = b"".join(xlsx_pieces(table(rows), title="T", widths=[9]))
    it = receive_spreadsheet(body, "table.xlsx", content, by=by)
    digest = measure("look at new rows", lambda: plan_of(it, by).digest())
    agree(it, digest, by=by)
    it.refresh_from_db()
    measure("import new rows", lambda: import_spreadsheet(it))
    assert it.outcome["made"] == rows, it.outcome
    again = receive_spreadsheet(body, "again.xlsx", content, by=by)
    same = measure("look at the same rows again", lambda: plan_of(again, by))
    assert (same.unchanged, same.steps) == (rows, []), (same.unchanged, len(same.steps), same.problems[:3])
    repeats(body, by)


def repeats(body: Any, by: Any) -> None:
    """A report with PROPOSALS requests that each look like much that is open."""
    from ctoctrack.lib import dates
    from mandates.actions.superseding import find_repeats
    from mandates.models import Addressee, Mandate
    from sessions.models import Decision, Paragraph, ParagraphText, Report

    fields = {"uploaded_by": by, "uploaded_at": dates.now(), "state": "read", "state_since": dates.machine_now()}
    report = Report.objects.create(body=body, original_name="report.md", sha256="0" * 64, size=1, **fields)
    decision = Decision.objects.create(body=body, report=report, number="99/1", slug="99-1")
    for place in range(PROPOSALS):
        paragraph = Paragraph.objects.create(decision=decision, position=place, label=f"{place}.", path=f"{place}")
        action = "continue to report on pilotage in small harbours and to inform the Conference at its next session"
        ParagraphText.objects.create(paragraph=paragraph, text=f"Requests the Secretariat to {action};")
        mandate = Mandate.objects.create(
            body=body,
            paragraph=paragraph,
            sort_key=f"99-{place}",
            action=action,
            action_type="report",
            status="proposed",
        )
        Addressee.objects.create(mandate=mandate, name="Secretariat")
    measure(f"what {PROPOSALS} new requests repeat", lambda: find_repeats(report))


def measure(name: str, do: Callable[[], Any]) -> Any:
    """What `do` gives; how long it took, in how many queries, is printed."""
    from django.db import connection

    queries = 0

    def counted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal queries
        queries += not sql.startswith(("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO"))
        return execute(sql, params, many, context)

    begun, used = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counted):
        found = do()
    told = {
        "name": name,
        "seconds": time.perf_counter() - begun,
        "processor": time.process_time() - used,
        "queries": queries,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told), flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mandates", type=int, default=100_000, help="that are there already")
    parser.add_argument("--rows", type=int, default=10_000, help="of the table that is imported")
    given = parser.parse_args()
    print("| Step | Seconds | Processor s | Queries | Peak memory MB |")
    print("|---|---:|---:|---:|---:|")
    with server() as address, tempfile.TemporaryDirectory() as folder:
        database = filled(address, given.mandates, folder)
        command = [sys.executable, "-c", PROGRAM, str(given.rows)]
        environment = surroundings(database, folder) | {"EMAIL_URL": "dummymail://"}
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                if line.startswith("{"):
                    print(row_of(json.loads(line)), flush=True)
        if running.returncode:
            sys.exit(running.returncode)


def row_of(told: dict[str, Any]) -> str:
    """One step as a row of the table."""
    numbers = f"{told['seconds']:.1f} | {told['processor']:.1f} | {told['queries']:,} | {told['memory']:.0f}"
    return f"| {told['name']} | {numbers} |"


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
