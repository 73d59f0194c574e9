"""What stands in the cells of a mandate: the form in which it is written, and with which a file is compared."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.translation import override

from ctoctrack.accounts.models import User
from ctoctrack.lib.spreadsheets import plain
from mandates.enums import DeadlineKind, Funding, Status
from mandates.models import Evidence, Mandate, Update
from mandates.querysets import MandateQuerySet
from mandates.table.columns import Column

NOTHING = "–"  # in Owner, Unit, Deadline and Resources: what stands there is to go
CHUNK = 500
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_ORDINALS = dict(enumerate((*_FIRST, "twelfth"), 1))


@cache
def status_words() -> dict[str, str]:
    """The word of each status, in English in all languages of the interface: the form is one."""
    with override("en"):
        return {status.value: str(status.label) for status in Status}


@cache
def funding_words() -> dict[str, str]:
    """The words of what a paragraph says of funding, in English too."""
    with override("en"):
        return {funding.value: str(funding.label) for funding in Funding if funding.value}


def with_cells(mandates: MandateQuerySet) -> MandateQuerySet:
    """With all that the cells show, in a constant number of queries per CHUNK."""
    last = Update.objects.filter(mandate=OuterRef("pk")).order_by("-at", "-pk").values("text")[:1]
    symbols = Prefetch("evidence", Evidence.objects.filter(kind="symbol").order_by("pk"), to_attr="symbols")
    return (
        mandates.select_related("body", "paragraph__decision", "owner", "unit", "superseded_by__decision")
        .annotate(last_update=Subquery(last))
        .prefetch_related("addressees", symbols)
    )


def rows_of(mandates: MandateQuerySet) -> Iterator[list[str]]:
    """The headings, then a row for each mandate, in their order; a chunk of them is in memory at a time."""
    shared = names_of_several()
    yield [column.value for column in Column]
    for mandate in with_cells(mandates).iterator(chunk_size=CHUNK):
        cells = cells_of(mandate, shared)
        yield [cells[column] for column in Column]


def names_of_several() -> frozenset[str]:
    """Names that more than one person has: these are written with their address."""
    seen: set[str] = set()
    names = [name.lower() for name in User.objects.values_list("name", flat=True)]
    return frozenset(name for name in names if name in seen or seen.add(name))  # type: ignore[func-returns-value]


def cells_of(mandate: Any, shared: frozenset[str]) -> dict[Column, str]:
    """The cells of a mandate of `with_cells`; `shared` are names that do not tell who is meant."""
    cells = {
        Column.RESOLUTION: mandate.paragraph.decision.number,
        Column.PARAGRAPH: label_of(mandate),
        Column.ACTION: mandate.action,
        Column.IMPLEMENTATION: mandate.last_update or "",
        Column.RESOURCES: mandate.resources or funding_words().get(mandate.funding, ""),
        Column.OWNER: person_cell(mandate.owner, shared),
        Column.UNIT: str(mandate.unit or ""),
        Column.DEADLINE: deadline_cell(mandate),
        Column.STATUS: status_words().get(mandate.status or "", ""),
        Column.REFERENCE: mandate.reference or "",
        Column.ADDRESSEE: "; ".join(addressee.name for addressee in mandate.addressees.all()),
        Column.EVIDENCE: "; ".join(piece.symbol for piece in mandate.symbols),
        Column.AUTHORITY: _cited(mandate.superseded_by),
        Column.BODY: mandate.body.slug,
    }
    return {column: plain(text) for column, text in cells.items()}


def label_of(mandate: Mandate) -> str:
    """The label of its paragraph as printed, with its part where labels restart: "II (a)"."""
    paragraph = mandate.paragraph
    part = paragraph.part if paragraph.decision.restarts_labels else ""
    return f"{part} {paragraph.label}".strip()


def person_cell(person: User | None, shared: frozenset[str]) -> str:
    """The name of a person, with the address where several have it, or where it could be taken for something else."""
    if person is None:
        return ""
    is_clear = person.name and person.name.lower() not in shared and not re.search(r"[@<>]|^\W*$", person.name)
    return person.name if is_clear else f"{person.name} <{person.email}>".strip()


def deadline_cell(mandate: Mandate) -> str:
    """The deadline as printed; where nothing was, the rule in words that the reader of deadlines understands."""
    if mandate.deadline_text or not mandate.deadline_kind:
        return mandate.deadline_text
    kind, day = mandate.deadline_kind, mandate.deadline_date
    if kind == DeadlineKind.DATE:
        return day.isoformat() if day else ""
    if kind == DeadlineKind.SESSION:
        number = mandate.deadline_ordinal or 0
        part = f"{mandate.deadline_part} " if mandate.deadline_part else ""
        return f"{mandate.deadline_relation or 'at'} its {part}{_ORDINALS.get(number, f'{number}th')} session"
    words = {
        DeadlineKind.RECURRING: "regularly",
        DeadlineKind.ONGOING: "ongoing",
        DeadlineKind.ON_REQUEST: "on request",
    }
    if kind == DeadlineKind.RECURRING and mandate.deadline_every == "session":
        return "at each session"
    return words.get(DeadlineKind(kind), "")


def _cited(paragraph: Any) -> str:
    """As forms take a citation: number and label, "5/1 (b)"."""
    return f"{paragraph.decision.number} {paragraph.label}".strip() if paragraph else ""
