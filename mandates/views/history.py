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
