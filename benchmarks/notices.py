"""`python -m benchmarks.notices [--sizes 1000 100000] [--due 500]`: how long a run of notices takes, and what it needs.

First a run over a database of each size in which as many mandates are due; then 10,000 due for 200 people, whose
digests are delivered to a mail server on this machine. Each run is a process of its own, whose peak memory is told.
"""

import argparse
import datetime as dt
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.pages import filled, surroundings
from benchmarks.postgres import server

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; from benchmarks import notices; notices.one_run(int(sys.argv[1]), sys.argv[2])"


def one_run(due: int, deliver: str) -> None:
    """In a process of its own: so many mandates are due today; what the run took is printed."""
    from benchmarks import django_is_set_up

    django_is_set_up()
    from django.db import connection

    from ctoctrack.accounts.models import User
    from ctoctrack.lib import dates
    from mandates.models import Contributor, Mandate
    from mandates.models.notices import Message
    from mandates.notices import deliver as delivery
    from mandates.notices import runs

    on = dates.today()
    Mandate.objects.filter(next_notice_on__lte=on).update(next_notice_on=None)
    owned = Mandate.objects.filter(ledger="secretariat").exclude(owner=None)
    chosen = list(owned.order_by("pk").values_list("pk", flat=True)[:due])
    later = on + dt.timedelta(days=365)  # nobody else hears of it, since it is not late
    reminded = {"due_on": later, "status": "in_progress", "waiting_for": "", "waiting_since": None, "quiet_until": None}
    Mandate.objects.filter(pk__in=chosen).update(next_notice_on=on, target_on=on, **reminded)
    if deliver == "deliver":  # each is one person's, and all people have as many
        people = list(User.objects.filter(name__startswith="Officer").order_by("pk"))
        Contributor.objects.filter(mandate__in=chosen).delete()
        for place, person in enumerate(people):
            Mandate.objects.filter(pk__in=chosen[place :: len(people)]).update(owner=person)
    with connection.cursor() as cursor:  # else the rows that were just made due are measured too
        cursor.execute("VACUUM ANALYZE mandates_mandate" if connection.vendor == "postgresql" else "ANALYZE")
    begun, used = time.perf_counter(), time.process_time()
    done = runs.run(on)
    ran = time.perf_counter() - begun
    if deliver == "deliver":
        while delivery.drain():
            pass
    print(
        json.dumps(
            {
                "due": len(chosen),
                "digests": done.messages,
                "run": ran,
                "all": time.perf_counter() - begun,
                "processor": time.process_time() - used,
                "sent": Message.objects.filter(state="sent").count(),
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def measured(database: str, folder: str, due: int, mail: str = "") -> dict[str, float]:
    """What one run took, in a process of its own."""
    environment = surroundings(database, folder) | {"EMAIL_URL": mail or "dummymail://"}
    command = [sys.executable, "-c", PROGRAM, str(due), "deliver" if mail else "run"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000], help="mandates")
    parser.add_argument("--due", type=int, default=500, help="of which are due")
    parser.add_argument("--digests-of", type=int, default=10_000, help="mandates that are due for 200 people; 0: none")
    given = parser.parse_args()
    print("| Mandates | Due | Digests | Run s | Ratio | Delivered | With delivery s | Processor s | Peak memory MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    first: float | None = None
    with server() as address, tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            database = filled(address, size, folder)
            found = measured(database, folder, given.due)
            first = first or found["run"]
            row(size, found, f"{found['run'] / first:.2f}")
        if given.digests_of:
            from benchmarks.sink import sink

            size = given.digests_of * 2 + 1  # another database than those above
            database = filled(address, size, folder)
            with sink() as port:
                row(size, measured(database, folder, given.digests_of, f"smtp://127.0.0.1:{port}"), "–")


def row(size: int, found: dict[str, float], ratio: str) -> None:
    sent = f"{found['sent']:.0f} | {found['all']:.2f}" if found["sent"] else "– | –"
    print(
        f"| {size:,} | {found['due']:,.0f} | {found['digests']:.0f} | {found['run']:.2f} | {ratio} "
        f"| {sent} | {found['processor']:.2f} | {found['memory']:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
