"""docs/roles.md, made from the declared addresses: `python -m tests.mandates.roles_page` writes it."""

import os
from pathlib import Path

import django

if __name__ == "__main__":  # the roles cannot be read before
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from tests.mandates.places import METHODS, PLACES, named
from tests.mandates.roles import ROLES

FILE = Path(__file__).resolve().parents[2] / "docs" / "roles.md"

TEXT = """# Who is answered where

This page is made from `tests/mandates/places.py`, where each address says who is answered and by which methods. After a
change of it, `python -m tests.mandates.roles_page` writes the page again; a test holds that it is current.

{addresses} addresses × {roles} roles × {methods} methods make {answers:,} answers. Each is asked for, and none may
differ, by

```sh
python -m pytest tests/mandates/views/test_roles.py
```

An address of the resolver that is not declared fails. No answer may be an error of the server. What is not answered,
and whatever is no POST, writes nothing to the database. The administration (`/admin/`) is one row here; each of its
addresses is asked in `tests/security/test_administration.py`.

- **●** is answered
- **→** is led to another page, which shows no more than the person may see
- empty: nothing is there (404), or it asks to sign in

A method that is not in the second column is refused with 405, or finds nothing.

{legend}

{table}
"""


def columns() -> list[list[str]]:
    """Roles that are answered alike everywhere share a column."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for role in ROLES:
        alike.setdefault(tuple(cell(name, role) for name in PLACES), []).append(role)
    return list(alike.values())


def cell(name: str, role: str) -> str:
    """What becomes of the role at the address of that name."""
    return "●" if role in PLACES[name].answered else "→" if role in PLACES[name].led else ""


def routes() -> dict[str, str]:
    """The whole route of each address, without the kinds of its gaps."""
    return {
        name: _plain(f"/accounts/{route}" if name.startswith("accounts:") else f"/{route}") for name, route in named()
    }


def _plain(route: str) -> str:
    for kind in ("slug", "int", "str", "kinds"):
        route = route.replace(f"<{kind}:", "<")
    return "<body>/<kinds>/<slug>/<path>/" if "(?P" in route else route  # the one that is an expression


def page() -> str:
    """The whole page."""
    where, groups = routes(), columns()
    letters = [chr(ord("A") + number) for number in range(len(groups))]
    legend = ["| | roles |", "| --- | --- |"]
    legend += [f"| {letter} | {'; '.join(roles)} |" for letter, roles in zip(letters, groups, strict=True)]
    table = [f"| address | takes | {' | '.join(letters)} |", f"| --- | --- |{' :-: |' * len(letters)}"]
    for name, place in PLACES.items():
        takes = "any" if place.takes == METHODS else ", ".join(place.takes)
        cells = " | ".join(cell(name, roles[0]) for roles in groups)
        table.append(f"| `{where[name]}` | {takes} | {cells} |")
    counts = {"addresses": len(PLACES), "roles": len(ROLES), "methods": len(METHODS)}
    answers = len(PLACES) * len(ROLES) * len(METHODS)
    return TEXT.format(**counts, answers=answers, legend="\n".join(legend), table="\n".join(table))


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
