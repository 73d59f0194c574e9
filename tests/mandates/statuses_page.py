"""docs/statuses.md, made from the table of statuses: `python -m tests.mandates.statuses_page` writes it."""

import os
from pathlib import Path

import django
from django.utils.translation import override

from mandates.enums import CLOSED, OPEN, Status
from mandates.transitions import CONFIRM, END, MOVE, TRANSITIONS, VERIFY, Transition

FILE = Path(__file__).resolve().parents[2] / "docs" / "statuses.md"

WHO = {
    CONFIRM: "secretariat of the body, on the review of a report",
    MOVE: "owner; head or deputy head of the unit, and secretariat, for the owner",
    VERIFY: "head or deputy head of the unit, secretariat; never who reported it done",
    END: "secretariat of the body",
}
NEEDS = {
    "reason": "why",
    "outcome": "what was done",
    "evidence": "a document's symbol or a file (a link alone is none)",
    "left": "what is left to do",
    "note": "what was seen",
    "authority": "the paragraph of the later decision",
}
TEXT = """# Statuses of a mandate

This page is made from the table in `mandates/transitions.py`; a test holds that both agree. After a change of the
table, `python -m tests.mandates.statuses_page` writes it again.

What States and others are asked has no status. Everything else has one of these:

{statuses}

What an open mandate waits for (replies, resources, clearance, translation) is a second field and no status. Only the
Secretariat's ledger can be late, and never while a mandate is continuing, reported done or considered overtaken.

## What can follow what

{transitions}

Each step is recorded with who made it, when, and in which words. A step is taken back by another one, which is recorded
too. Where nobody else could verify, a mandate is closed as not verified independently, and counted as such.

```mermaid
stateDiagram-v2
    [*] --> proposed
{diagram}
```
"""


def _label(status: Status) -> str:
    return str(status.label)


def _sources(transition: Transition) -> str:
    if transition.sources == OPEN:
        return "any open status"
    if transition.sources == CLOSED:
        return "any closed status"
    return ", ".join(_label(status) for status in Status if status in transition.sources)


def statuses() -> str:
    """Each status and whether it is open, closed, or before the confirmation."""
    kinds = {
        status: "open" if status in OPEN else "closed" if status in CLOSED else "not confirmed" for status in Status
    }
    rows = [f"| {_label(status)} | {kind} |" for status, kind in kinds.items()]
    return "\n".join(["| status | |", "| --- | --- |", *rows])


def transitions() -> str:
    """A row for each transition, in the order of the table."""
    rows = [
        f"| {t.label} | {_sources(t)} | {_label(t.target)} | {WHO[t.permission]} "
        f"| {'; '.join(NEEDS[need] for need in t.needs) or '–'} |"
        for t in TRANSITIONS
    ]
    return "\n".join(["| step | from | to | who | needs |", "| --- | --- | --- | --- | --- |", *rows])


def diagram() -> str:
    """An arrow for each way between two statuses; many of one kind are drawn from the box that holds them."""
    lines = [f'    state "{_label(status)}" as {status.value}' for status in Status]
    for name, group in (("open", OPEN), ("closed", CLOSED)):
        members = "\n".join(f"        {status.value}" for status in Status if status in group)
        lines.append(f"    state {name} {{\n{members}\n    }}")
    for t in TRANSITIONS:
        sources = {OPEN: ["open"], CLOSED: ["closed"]}.get(
            t.sources, [status.value for status in Status if status in t.sources]
        )
        label = str(t.label).replace(":", ",")  # a second colon ends a label of the diagram
        lines += [f"    {source} --> {t.target.value}: {label}" for source in sources]
    return "\n".join(lines)


def page() -> str:
    """The whole page, in English."""
    with override("en"):
        return TEXT.format(statuses=statuses(), transitions=transitions(), diagram=diagram())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    FILE.write_text(page(), encoding="utf-8")
