"""What a row wants of a mandate: cell by cell for people, and in the words of the actions for the writer."""

from dataclasses import dataclass, field
from typing import Any

from ctoctrack.accounts.models import Unit, User
from mandates.table.columns import Column
from mandates.transitions import Transition
from sessions.models import Paragraph


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell: what stands, and what shall."""

    column: Column
    old: str
    new: str


@dataclass(slots=True)
class Wanted:
    """What is to be done to a mandate, in the words of the actions. None means: leave it."""

    reading: dict[str, Any] = field(default_factory=dict)  # columns of what was read
    owner: tuple[User | None, Unit | None] | None = None
    update: str = ""
    resources: str | None = None
    funding: str | None = None  # of a new one
    symbols: list[str] = field(default_factory=list)
    steps: list[Transition] = field(default_factory=list)
    words: str = ""  # for a transition that needs more than where it comes from
    authority: Paragraph | None = None
