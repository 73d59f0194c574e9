"""Lines -> blocks: the text as its author broke it, not as the page did.

A block is a heading or a stretch of running text. Lines are joined within it; a page break, a footnote or a running
head inside a sentence leaves no trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .labels import Token, read_tokens
from .lines import Line
from .mastheads import is_data
from .openings import body_alone, ends_sentence, opening

_OPENING_QUOTE = '“"«„‘'
# "I." or "A." alone is a part's number, and its title follows.
_LABEL_ALONE = re.compile(r"^[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]+$")
_PART_BEGINS = re.compile(r"^[IVX]{1,5}(?:\.|\s+[-–—])\s+[A-Z]|^[A-H]\.\s+[A-Z]|^(?:[IVX]{1,5}|[A-H])\.?$")


@dataclass(slots=True)
class Block:
    """A heading or a stretch of text."""

    line: int
    text: str
    heading: bool = False
    level: int = 0
    bullet: bool = False
    tokens: tuple[Token, ...] = ()
    glued: bool = False  # no blank line before it
    broken: bool = False  # a page break, a footnote or a running head before it
    row: bool = False  # rows of a table
    cell: bool = False  # a paragraph that was a row of a table used as layout
    lines: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)  # what is joined to the text once it is complete

    @property
    def tail(self) -> str:
        """The last line of the text so far."""
        return self.pieces[-1] if self.pieces else self.text

    def settle(self, compounds: frozenset[str]) -> None:
        """Joins the pieces to the text, each once: a paragraph of any length takes linear time."""
        if not self.pieces:
            return
        if self.row:
            self.text, self.pieces = "\n".join((self.text, *self.pieces)), []
            return
        whole = [self.text]
        for piece in self.pieces:
            whole[-1], glue = stitch(whole[-1], piece, compounds)
            whole += [glue, piece]
        self.text, self.pieces = "".join(whole), []

    @property
    def words(self) -> str:
        """The text without its labels."""
        return read_tokens(self.text)[1] if self.tokens else self.text


def read_blocks(lines: Iterable[Line], compounds: frozenset[str] = frozenset()) -> list[Block]:
    """The blocks of `lines`. `compounds`: words that the text writes with a hyphen, for those cut at a line's end."""
    blocks: list[Block] = []
    current: Block | None = None
    broken = glued = False
    lines = list(lines)
    for at, line in enumerate(lines):
        if line.what in ("blank", "break", "footnote", "furniture"):
            broken = broken or line.what != "blank"
            current, glued = None, False
            continue
        if line.what == "table":
            current, glued = _row(blocks, line, broken), False
            broken = False
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        if current is not None and not (_begins(current, line) or _glued_heading(current, line, following)):
            current.pieces.append(line.text)
            current.lines.append(line.number)
            continue
        tokens = () if line.marked and not _labelled_text(line.text) else read_tokens(line.text)[0]
        current = Block(
            line.number,
            line.text,
            heading=line.marked and not tokens and not _speaks(line.text),
            level=line.level,
            bullet=line.bullet and not tokens,
            tokens=tokens,
            glued=glued,
            broken=broken,
            lines=[line.number],
        )
        blocks.append(current)
        broken, glued = False, True
        if current.heading:
            current, glued = None, False
    kept = _rejoined(_with_lone_labels(blocks))
    for block in kept:
        block.settle(compounds)
    return kept


def _labelled_text(text: str) -> bool:
    """Is a bold line a labelled paragraph ("**1. Requests the Secretariat to ...;**"), not a heading with a number?"""
    tokens, words = read_tokens(text)
    return bool(tokens) and (opening(words) == "verb" or (len(words) > 60 and words[-1] in ".;:,"))


def _speaks(text: str) -> bool:
    """Does a bold line open what the body recalls or decides ("**Noting:**"), which items follow?"""
    return text[-1] in ":," and opening(text) in ("verb", "recital")


def _begins(current: Block, line: Line) -> bool:
    """Does `line` begin a block of its own, though no blank line precedes it?"""
    if line.marked or line.bullet or current.row:
        return True
    if is_data(line.text):
        return ends_sentence(current.tail) or is_data(current.tail)
    if (
        is_data(current.tail)
        and line.text[0].isupper()
        and (len(current.tail) < 40 or current.tail[-1] in ")]0123456789")
    ):
        return True
    if read_tokens(line.text)[0] or (current.tail[-1] in ".;:" and _PART_BEGINS.match(line.text)):
        return True
    if not line.text[0].isupper() and line.text[0] not in _OPENING_QUOTE:
        return False
    said = opening(line.text)
    if said in ("verb", "recital", "formula"):
        untold = not (current.pieces or current.tokens) and opening(current.text) == "other"  # a heading, if anything
        stops = current.tail[-1] in ".;:," or untold or body_alone(current.text) is not None
        return stops or (said == "formula" and len(current.pieces) < 3)
    return current.tail[-1] in ";:"


def _glued_heading(current: Block, line: Line, following: Line | None) -> bool:
    """Is `line` a heading without mark-up between two paragraphs that no blank line parts from it?"""
    if following is None or following.what != "text" or following.bullet or len(line.text) > 100:
        return False
    if not line.text[0].isupper() or not re.search(r"[.;][\"”]?$", current.tail) or ends_sentence(line.text):
        return False
    tokens, words = read_tokens(following.text)
    return len(tokens) == 1 and opening(words) == "verb" and opening(line.text) == "other"


def _row(blocks: list[Block], line: Line, broken: bool) -> Block | None:
    """Adds a table's row: to the table before it, or, where its first cell is a label, as a paragraph."""
    if not line.text:
        return blocks[-1] if blocks and blocks[-1].row else None
    if len(line.cells) >= 2 and (len(line.cells[1]) > 15 or not line.cells[1]):
        text = f"{line.cells[0]} {line.cells[1]}".strip()
        tokens, rest = read_tokens(text)
        # In a table used as layout, "(a)" has a cell of its own, as "1." before "Requests" had.
        laid_out = blocks and not blocks[-1].row and blocks[-1].cell and line.number - blocks[-1].line <= 2
        item = tokens and laid_out and _LABEL_ALONE.match(line.cells[0]) and rest
        if item or opening(rest) in (("verb",) if tokens else ("formula", "recital")):
            blocks.append(Block(line.number, text, tokens=tokens, lines=[line.number], cell=True))
            return None
    if blocks and blocks[-1].row and not broken and line.number - blocks[-1].lines[-1] <= 2:
        blocks[-1].pieces.append(line.text)
        blocks[-1].lines.append(line.number)
    else:
        blocks.append(Block(line.number, line.text, row=True, lines=[line.number]))
    return blocks[-1]


def stitch(before: str, after: str, compounds: frozenset[str]) -> tuple[str, str]:
    """What of `before` stays, and what stands between it and `after`: a word cut at a line's end is whole again."""
    cut = re.search(r"(\w+)-$", before[-60:])
    if not cut or not after[:1].islower():
        return before, " "
    rest = re.match(r"\w+", after)
    if rest and f"{cut[1]}-{rest[0]}".lower() in compounds:
        return before, ""
    return before[:-1], ""


def compounds_of(lines: Iterable[Line]) -> frozenset[str]:
    """The words that the text itself writes with a hyphen within a line."""
    found: set[str] = set()
    for line in lines:
        if "-" in line.text:
            found.update(word.lower() for word in re.findall(r"\b\w+-\w+\b", line.text))
    return frozenset(found)


def _with_lone_labels(blocks: list[Block]) -> list[Block]:
    """Blocks that are nothing but a label become part of the block after them ("(a)", then the text)."""
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        alone = before and before.tokens and not before.pieces and _LABEL_ALONE.match(before.text)
        if before and alone and not block.heading and not block.row:
            text = f"{before.text} {block.text}"
            kept[-1] = Block(
                before.line,
                text,
                tokens=read_tokens(text)[0],
                broken=before.broken,
                lines=before.lines + block.lines,
                pieces=block.pieces,
            )
        else:
            kept.append(block)
    return kept


def _rejoined(blocks: list[Block]) -> list[Block]:
    """Sentences that a page break, a footnote or a blank line had cut are whole again."""
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        if before is not None and _goes_on(before, block):
            before.pieces += [block.text, *block.pieces]
            before.lines += block.lines
        else:
            kept.append(block)
    return kept


def _goes_on(before: Block, block: Block) -> bool:
    """Does `block` go on with the sentence of `before`?"""
    if before.heading or block.heading or block.tokens or block.bullet or before.row or block.row:
        return False
    if is_data(before.text):
        return False  # nothing goes on with "[on the report of the Committee]"
    first = block.text[0]
    said = opening(block.text)
    if first in _OPENING_QUOTE or (said == "formula" and not (first.islower() and not ends_sentence(before.tail))):
        return False  # "..., which supplements" | "the Convention, recalling its decision" goes on
    if said == "infinitive" and not (first.islower() and block.broken and not ends_sentence(before.tail)):
        return False
    if first.islower():
        return not ends_sentence(before.tail) or (before.tail[-1] == "," and block.broken)
    if before.tail[-1] in ".;:,!?" or ends_sentence(before.tail):
        return False
    if said in ("verb", "recital"):
        return False
    # "Especially Women and" | "Children, supplementing": a capital goes on only across a break, after running text.
    long = sum(map(len, before.pieces[-3:]), len(before.text)) > (60 if before.tokens else 120)
    return block.broken and long
