"""A block on its way to a paragraph: its label, what governs it, its kind."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Block
from .results import Kind


@dataclass(slots=True)
class Item:
    """A block on its way to a paragraph."""

    block: Block
    part: str
    text: str = ""
    path: tuple[str, ...] = ()
    chapeau: int | None = None
    kind: Kind = "operative"
    item: bool = False  # an item without a label of its own
