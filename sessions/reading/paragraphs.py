"""Blocks of one decision -> its paragraphs: labelled, in parts, under their chapeaux, quotations apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .blocks import Block
from .chapeaux import govern
from .items import Item
from .mastheads import closes_text, is_data
from .openings import ends_sentence, opening, opens_list
from .quotations import QUOTE_OPENS
from .results import Finding, Kind, Paragraph
from .sequence import Placed, Step, resolve
from .titles import part_number

_CLOSED = re.compile(r"[.;!?…][\"'”’»)\]]*$")
_SAYS_NOTHING = re.compile(r"^[\W\d_]*$")


@dataclass(slots=True)
class Placement:
    """The paragraphs of a decision, and what became of its lines."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)  # numbers of the lines in paragraphs, headings and data
    headings: set[int] = field(default_factory=set)  # those of them that are in headings and data
    findings: list[Finding] = field(default_factory=list)

    def head(self, lines: Iterable[int]) -> None:
        """Places lines that are a heading, a title or data of the adoption."""
        lines = set(lines)
        self.placed |= lines
        self.headings |= lines


def place(blocks: Sequence[Block], *, part: str = "", quoted: bool = False) -> Placement:
    """The paragraphs that `blocks` make. `quoted`: an annex, whose words are nobody's mandate."""
    placement = Placement()
    rows, fresh = _rows(blocks, part, placement, annex=quoted)
    labels = _resolved(rows, fresh)
    items = _merged(rows, labels, placement)
    govern(items, fresh=fresh)
    for item in items:
        kind: Kind = "quoted" if quoted else item.kind
        label = "".join(item.path)
        placement.paragraphs.append(Paragraph(label, item.part, kind, item.text, item.block.line, item.chapeau))
    return placement


def _rows(blocks: Sequence[Block], part: str, placement: Placement, *, annex: bool) -> tuple[list[Item], set[int]]:
    """The blocks that are text, each with its part; and which of them (by line) follow a heading."""
    rows: list[Item] = []
    fresh: set[int] = set()
    outer = inner = ""
    heading_before = named = adopted = False
    for at, block in enumerate(blocks):
        number = part_number(block)
        titled = (
            (named or (annex and not rows))
            and not (block.row or block.bullet)
            and not block.tokens
            and block.text[-1] not in ".;:,"
            and len(block.text) < 250
        )
        heading = number is not None or block.heading or titled or _subheading(blocks, at)
        # "[Adopted by a recorded vote ...", then the States that voted, in as many blocks as there were columns
        votes = is_data(block.text) or opening(block.text) == "other"
        adopted = (adopted and not heading and votes) or closes_text(block.text)
        if heading or ((adopted or is_data(block.text)) and not block.tokens):
            named = number is not None and len(block.text) < 12
            placement.head(block.lines)
            if number and (
                number.isupper()
                and (len(number) > 1 or number in "IVX")
                and not (inner and _next_letter(inner, number))
            ):
                outer, inner = number, ""
            elif number and number.isalpha():
                inner = number
            heading_before = True
            continue
        named = False
        if _SAYS_NOTHING.match(block.text) and not block.tokens:
            continue
        placement.placed.update(block.lines)
        here = ".".join(p for p in (part, outer, inner) if p)
        if heading_before:
            fresh.add(block.line)
        rows.append(Item(block, here))
        heading_before = False
    return rows, fresh


def _subheading(blocks: Sequence[Block], at: int) -> bool:
    """Is a block without mark-up a heading all the same: a few words, no stop, between two paragraphs?"""
    block = blocks[at]
    if block.tokens and not (block.bullet or block.glued):
        return _numbered_heading(blocks, at)
    if block.tokens or block.bullet or block.row or block.glued or len(block.text) > 120:
        return False
    said = opening(block.text)
    if not block.text[0].isupper() or ends_sentence(block.text) or said == "formula" or at + 1 == len(blocks):
        return False
    before, after = blocks[at - 1] if at else None, blocks[at + 1]
    if before is not None and not before.heading and not _CLOSED.search(before.text):
        after_recital = before.text.endswith(",") and opening(before.text) in ("recital", "formula")
        return after_recital and said == "other" and bool(after.tokens) and opening(after.words) == "verb"
    return bool(after.tokens) or after.row or opening(after.text) == "verb"


def _numbered_heading(blocks: Sequence[Block], at: int) -> bool:
    """Is "2. Transport of lamps" a heading: no verb, no stop, and a decision under the same kind of number follows?"""
    block, words = blocks[at], blocks[at].words
    before, after = blocks[at - 1] if at else None, blocks[at + 1] if at + 1 < len(blocks) else None
    if after is None or len(block.tokens) != 1 or len(words) > 100 or ends_sentence(words) or not words[:1].isupper():
        return False
    closed = before is None or before.heading or ends_sentence(before.text)
    same = [token.style for token in after.tokens[:1]] == [block.tokens[0].style] and block.tokens[0].inner.isdigit()
    opens = before is None or not opens_list(before.text)
    return closed and opens and same and opening(words) == "other" and opening(after.words) == "verb"


def _next_letter(before: str, number: str) -> bool:
    """Is the part "I" the letter after "H", not the numeral?"""
    return len(before) == 1 and len(number) == 1 and ord(number) == ord(before) + 1


def _resolved(rows: list[Item], fresh: set[int]) -> dict[int, Placed]:
    """Where each labelled row stands, by its index."""
    steps: list[Step] = []
    which: list[int] = []
    between = False
    for at, row in enumerate(rows):
        between = between or row.block.line in fresh
        if not row.block.tokens:
            between = between or not (row.block.bullet or row.block.row or QUOTE_OPENS.match(row.block.text))
            continue
        before = rows[at - 1].block.text if at else ""
        words = row.block.words
        steps.append(
            Step(
                row.block.tokens,
                after_colon=opens_list(before) or (bool(before) and not ends_sentence(before) and not row.block.glued),
                after_stop=not before or ends_sentence(before) or not (row.block.glued or words[:1].islower()),
                fresh=between,
                starts_low=words[:1].islower(),
            )
        )
        which.append(at)
        between = False
    return dict(zip(which, resolve(steps), strict=True))


def _merged(rows: list[Item], labels: dict[int, Placed], placement: Placement) -> list[Item]:
    """The rows with their paths; a "label" that is part of a sentence goes back into it."""
    items: list[Item] = []
    pieces: dict[int, list[str]] = {}
    for at, row in enumerate(rows):
        placed = labels.get(at)
        if placed is not None and not placed.path and items and not items[-1].block.row:
            pieces.setdefault(len(items) - 1, []).append(row.block.text)
            continue
        row.text = row.block.words if placed is not None and placed.path else row.block.text
        if placed is not None:
            row.path = placed.path
            if placed.fault:
                printed = "".join(placed.path)
                code = {"missing": "label_missing", "order": "label_order", "repeated": "label_repeated"}[placed.fault]
                placement.findings.append(
                    Finding("warning", code, row.block.line, {"label": printed, "expected": placed.expected})
                )
        if row.text:
            items.append(row)
        else:
            placement.findings.append(
                Finding("warning", "label_without_text", row.block.line, {"label": "".join(row.path)})
            )
    for at, more in pieces.items():
        items[at].text = " ".join((items[at].text, *more))
    return items


def renumbered(paragraphs: list[Paragraph], first: int) -> list[Paragraph]:
    """`paragraphs` with their chapeaux counted from `first`."""
    return [replace(p, chapeau=p.chapeau + first if p.chapeau is not None else None) for p in paragraphs]
