"""What happened, in words."""

from collections.abc import Iterable
from typing import Any

from mandates.history import change_sentence
from mandates.models import Change


def in_words(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as components/history.html and components/changes.html take them."""
    return [
        {
            "at": change.at,
            "by": change.by,
            "mandate": change.mandate,
            "sentence": change_sentence(change),
            "reason": change.reason,
        }
        for change in changes
    ]


def together(changes: Iterable[Change], most: int) -> list[dict[str, Any]]:
    """As `in_words`, but what one person did alike within a minute is one entry that counts the others (`more`).

    Confirming a report confirms and assigns by turns, so what is alike need not stand side by side.
    """
    alike: dict[tuple[Any, ...], list[Change]] = {}
    for change in changes:
        alike.setdefault((change.by_id, change.kind, change.at.replace(second=0, microsecond=0)), []).append(change)
    first = [rows[0] for rows in alike.values()][:most]
    return [{**entry, "more": len(rows) - 1} for entry, rows in zip(in_words(first), alike.values(), strict=False)]
