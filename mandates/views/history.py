"""What happened, in words."""

from collections.abc import Iterable
from typing import Any

from mandates import wording
from mandates.models import Change


def in_words(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as components/history.html and components/changes.html take them."""
    return [
        {
            "at": change.at,
            "by": change.by,
            "mandate": change.mandate,
            "sentence": wording.change_sentence(change),
            "reason": change.reason,
        }
        for change in changes
    ]


def together(changes: Iterable[Change], most: int) -> list[dict[str, Any]]:
    """As `in_words`, but what one person did alike within a minute is one entry with its number (`more`)."""
    entries: list[dict[str, Any]] = []
    before: tuple[Any, ...] = ()
    for change in changes:
        alike = (change.by_id, change.kind, change.at.replace(second=0, microsecond=0))
        if alike == before:
            entries[-1]["more"] += 1
            continue
        if len(entries) == most:
            break
        before = alike
        entries.append({**in_words([change])[0], "more": 0})
    return entries
