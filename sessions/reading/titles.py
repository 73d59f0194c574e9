"""The blocks between a decision's number and its text: which of them is the title."""

from __future__ import annotations

import re

from .blocks import Block, stitch
from .headings import opens_decision
from .mastheads import is_data
from .number_forms import REVISION_BELOW
from .openings import body_alone, directs

_PART = re.compile(
    r"^(?:(?i:part|section|chapter)\s+)?(?P<number>[IVXL]{1,6}|[A-Z])(?:[.:]|\s*[–—]|\s+-|(?=$))\s*(?P<title>.*)$"
)
_PART_ALONE = re.compile(r"^(?:[IVXL]{1,5}|[A-H])\.?$")
_LONGEST = 1_000  # characters of a title
_UNFINISHED = re.compile(r"(?:,|\b(?:and|of|the|to|on|for|in|against|by|with|a|an|at|from|or|its))$", re.IGNORECASE)


def part_number(block: Block) -> str | None:
    """The number of the part that `block` heads: "II", "B"; "" for a part without one; None for running text."""
    if block.row or block.bullet or len(block.text) > 300:
        return None
    found = _PART.match(block.text)
    if found and (block.heading or not found["title"]):
        return found["number"].upper()
    if found and found["title"][0].isupper() and block.text[-1] not in ".;:," and not opens_decision(block.text):
        return found["number"].upper()
    return None


def take_title(blocks: list[Block], begun: str = "", line: int = 0) -> tuple[str, int]:
    """The title, and how many blocks stand before the text.

    `begun`: what the number's own line, `line`, says of it.
    """
    title = begun
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if _is_text(block, titled=bool(title)):
            break
        words = REVISION_BELOW.sub("", block.text) if at == 0 else block.text
        if words and not is_data(words):
            if not title:
                title = words
            elif len(title) > _LONGEST:
                pass
            elif _UNFINISHED.search(title) or block.text[0].islower() or _wrapped(block, line):
                title = "".join((*stitch(title, block.text, frozenset()), block.text))
        at += 1
    return title.strip(" *"), at


def _wrapped(block: Block, line: int) -> bool:
    """Is `block` the second line of a title that was broken, not a heading of its own?"""
    return bool(line) and block.line == line + 1 and not block.heading


def _is_text(block: Block, *, titled: bool) -> bool:
    """Does the decision's text begin with `block`? A short sentence may be a title where none was found yet."""
    if body_alone(block.text) is not None and not block.heading:
        return True
    if block.row or block.bullet or (titled and _PART_ALONE.match(block.text)):
        return True
    words = block.words
    if block.tokens and not block.heading:
        return bool(words)
    if block.heading:
        return opens_decision(block.text) and block.text[-1] in ":,;" and len(block.text) > 20
    if is_data(block.text):
        return False
    return (
        opens_decision(block.text)
        or directs(block.text)
        or (block.text[-1] in ".;:," and len(block.text) > (20 if titled else 60))
        or len(block.text) > 400
    )
