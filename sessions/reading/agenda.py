"""The provisional agenda of a later session: its items with their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .annexes import HEADINGS, Section, sections
from .besides import AgendaLine, NextAgenda
from .facts import ORDINALS
from .lines import Line
from .results import SessionFacts

_ITEM = re.compile(r"^(?:item\s+)?(?P<number>\d{1,2})\s?[.):]?\s+(?P<title>\S.*)$", re.IGNORECASE)
_SUB_ITEM = re.compile(r"^\((?P<letter>[a-z]{1,2})\)\s*(?P<title>\S.*)$")
_LONGEST_TITLE = 500


def read_agenda(lines: Sequence[Line], session: SessionFacts) -> tuple[NextAgenda | None, int | None]:
    """The agenda of the session that comes next; else None, and the line of a heading below which none was read."""
    found: list[NextAgenda] = []
    heading: int | None = None
    for section in sections(lines, "agenda"):
        heading = heading or section.line
        ordinal = _ordinal(section.heading)
        if ordinal is None or (session.ordinal is not None and ordinal <= session.ordinal):
            continue
        if items := _items(section):
            found.append(NextAgenda(ordinal, tuple(items), section.line))
    best = max(found, key=lambda agenda: len(agenda.items), default=None)
    return best, None if best else heading


def _ordinal(heading: str) -> int | None:
    said = HEADINGS["agenda"].match(heading)
    word = said["ordinal"].lower() if said else ""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(word)


def _items(section: Section) -> list[AgendaLine]:
    """The items, from 1 on without a gap; the list ends where the count does."""
    items: list[AgendaLine] = []
    item, letter = 0, 0
    for block in section.blocks():
        for text in block.text.split("\n"):
            words = text.replace(" | ", " ")
            if (found := _ITEM.match(words)) and int(found["number"]) == item + 1:
                item, letter = item + 1, 0
                items.append(AgendaLine(str(item), _title(found["title"])))
            elif item and (found := _SUB_ITEM.match(words)) and found["letter"] == chr(97 + letter):
                letter += 1
                items.append(AgendaLine(f"{item} ({found['letter']})", _title(found["title"])))
            elif item and not block.heading and found is None and not _ITEM.match(words) and not _SUB_ITEM.match(words):
                if block.tokens or items[-1].title.endswith("."):
                    continue
                items[-1] = AgendaLine(items[-1].number, _title(f"{items[-1].title} {words}"))
            elif found := _ITEM.match(words):
                return items
    return items


def _title(text: str) -> str:
    return text.strip().rstrip(".;:").strip()[:_LONGEST_TITLE]
