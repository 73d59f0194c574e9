"""`python -m benchmarks.pages [--sizes 1000 100000] [--times 40] [--config other.toml]`: how long pages take.

Each size gets a database of a PostgreSQL server of its own and gunicorn with two workers. A secretary of all bodies
signs in over HTTP. With --config, pages of another web application are measured in the same run:

    name = "Another"
    base = "http://127.0.0.1:3000"
    sign_in = { path = "/login", token = "authenticity_token", fields = { username = "admin", password = "..." } }
    [pages]
    overview = "/projects/harbour"
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from benchmarks import PASSWORD, SECRETARY
from benchmarks.postgres import answers, free_port, server
from benchmarks.visitor import Times, Visitor

ROOT = Path(__file__).resolve().parent.parent


def surroundings(database: str, folder: str) -> dict[str, str]:
    """What the processes of one size are told."""
    return (
        {"CTOCTRACK_TODAY": "2026-06-01"}
        | os.environ
        | {
            "CTOCTRACK_MODE": "development",
            "CTOCTRACK_VAR": folder,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "LOG_LEVEL": "ERROR",
        }
    )


def filled(address: str, size: int, folder: str) -> str:
    """The address of a database with so many mandates."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE m{size}")  # type: ignore[call-overload]
    database = f"{address}/m{size}"
    environment = surroundings(database, folder)
    for command in (["manage.py", "migrate", "-v0"], ["-m", "benchmarks.data", "--mandates", str(size)]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
    return database


@contextlib.contextmanager
def served(database: str, folder: str) -> Iterator[str]:
    """The base address of the application over the database: two workers, as in production."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "ctoctrack.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += ["--threads", "4", "--log-level", "error", "--no-control-socket"]
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings(database, folder))
    try:
        answers(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def addresses(database: str) -> tuple[dict[str, str], list[str]]:
    """The pages to measure, and the mandates whose status can be changed by "start"."""
    with psycopg.connect(database) as connection:
        found = connection.execute(
            "SELECT b.slug, m.reference FROM mandates_mandate m JOIN ctoc_sessions_body b ON b.id = m.body_id"
            " WHERE m.status = 'not_started' AND m.ledger = 'secretariat' AND m.reference IS NOT NULL"
            " ORDER BY m.sort_key DESC LIMIT 200"
        ).fetchall()
    mandates = [f"/{body}/mandates/{reference}/" for body, reference in found]
    body, reference = found[0]
    return {
        "overview": "/",
        "group": "/groups/harbour-safety-pilotage/",
        "body": "/groups/harbour-safety/",
        "list": "/mandates/",
        "list, open": "/mandates/?state=open",
        "mandate": mandates[0],
        "decision": f"/{body}/decisions/{reference.rsplit('-', 2)[0]}/",
    }, mandates


def measured(database: str, folder: str, times: int) -> dict[str, Times]:
    """Each page, so many times."""
    with served(database, folder) as base:
        visitor = Visitor(base)
        visitor.sign_in("/accounts/sign-in/", {"username": SECRETARY, "password": PASSWORD})
        pages, mandates = addresses(database)
        found = {name: visitor.measure(path, times) for name, path in pages.items()}
        found["status change"] = Times()
        token = visitor.hidden(mandates[0], "csrfmiddlewaretoken")
        for number, mandate in enumerate(mandates[: times + 3]):
            data = {"csrfmiddlewaretoken": token, "was": "not_started"}
            answer = visitor.post(f"{mandate}status/start/", data)
            if number >= 3:
                found["status change"].add(answer)
        for name in ("overview", "list"):  # numbers are kept until something changes
            found[f"{name}, after a change"] = Times()
            for _ in range(times):
                visitor.post(f"{mandates[0]}update/", {"csrfmiddlewaretoken": token, "text": f"{visitor.number()}"})
                found[f"{name}, after a change"].add(visitor.get(pages[name]))
        return found


def of_another(config: dict[str, Any], times: int) -> dict[str, Times]:
    """The pages of another web application, as its configuration names them."""
    visitor = Visitor(config["base"])
    if sign_in := config.get("sign_in"):
        visitor.sign_in(sign_in["path"], sign_in["fields"], sign_in.get("token", "csrfmiddlewaretoken"))
    return {name: visitor.measure(path, times) for name, path in config["pages"].items()}


def table(rows: list[tuple[str, str, Times, Times | None]]) -> str:
    """Markdown: what, its page, its times, and the ratio to the first size."""
    lines = [
        "| Mandates | Page | Median ms | 95 % ms | Ratio | Queries | Bytes |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    for name, page, times, first in rows:
        ratio = f"{times.median / first.median:.2f}" if first else "–"
        queries = "–" if times.queries is None else times.queries
        lines.append(
            f"| {name} | {page} | {times.median:.1f} | {times.late:.1f} | {ratio} | {queries} | {times.size:,} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000], help="mandates")
    parser.add_argument("--times", type=int, default=40, help="visits of each page, up to 190")
    parser.add_argument("--config", type=Path, help="another web application, as TOML")
    given = parser.parse_args()
    rows: list[tuple[str, str, Times, Times | None]] = []
    with server() as address, tempfile.TemporaryDirectory() as folder:
        databases = {size: filled(address, size, folder) for size in given.sizes}
        first: dict[str, Times] = {}
        for size, database in databases.items():
            found = measured(database, folder, given.times)
            first = first or found
            rows += [(f"{size:,}", page, times, first.get(page)) for page, times in found.items()]
    if given.config:
        config = tomllib.loads(given.config.read_text(encoding="utf-8"))
        rows += [(config["name"], page, times, None) for page, times in of_another(config, given.times).items()]
    print(table(rows))


if __name__ == "__main__":
    main()
