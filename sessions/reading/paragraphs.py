"""Blocks of one decision -> its paragraphs: labelled, in parts, under their chapeaux, quotations apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .blocks import Block
from .labels import Placed, Step, resolve
from .openings import decides_in_formula, ends_sentence, opening
from .results import Finding, Kind, Paragraph
from .titles import is_data, part_number

_QUOTE_OPENS = re.compile(r"^[“\"«„]|^['‘](?=[A-Z(\d])")
_QUOTE_CLOSES = re.compile(r"[”\"»’'][.;:,)]{0,3}(?:\s(?:and|or))?$")
_NEW_WORDING = re.compile(
    r"\bas follows\W*$|\bto read\b|\breads?\b\W*$|\bfollowing\s+(?:new\s+)?(?:text|paragraph|rule|wording|sentence|article|"
    r"sub-?paragraph|footnote|language|definition)s?\b.*:$",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"\b(?:amend|replac|insert|add|delet|revis|modif|substitut|read)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"^[\W\d_]*$")


@dataclass(slots=True)
class Placement:
    """The paragraphs of a decision, and what became of its lines."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)  # numbers of the lines in paragraphs, headings and data
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    """A block on its way to a paragraph."""

    block: Block
    part: str
    text: str = ""
    path: tuple[str, ...] = ()
    chapeau: int | None = None
    kind: Kind = "operative"
    item: bool = False  # an item without a label of its own


def place(blocks: Sequence[Block], *, part: str = "", quoted: bool = False) -> Placement:
    """The paragraphs that `blocks` make. `quoted`: an annex, whose words are nobody's mandate."""
    placement = Placement()
    rows, fresh = _rows(blocks, part, placement)
    labels = _resolved(rows, fresh)
    items = _merged(rows, labels, placement)
    _govern(items, fresh=fresh)
    for item in items:
        kind: Kind = "quoted" if quoted else item.kind
        label = "".join(item.path)
        placement.paragraphs.append(Paragraph(label, item.part, kind, item.text, item.block.line, item.chapeau))
    return placement


def _rows(blocks: Sequence[Block], part: str, placement: Placement) -> tuple[list[_Item], set[int]]:
    """The blocks that are text, each with its part; and which of them (by line) follow a heading."""
    rows: list[_Item] = []
    fresh: set[int] = set()
    outer = inner = ""
    heading_before = named = False
    for at, block in enumerate(blocks):
        number = part_number(block)
        titled = named and not block.tokens and block.text[-1] not in ".;:," and len(block.text) < 250
        heading = number is not None or block.heading or titled or _subheading(blocks, at)
        if heading or (is_data(block.text) and not block.tokens):
            named = number is not None and len(block.text) < 12
            placement.placed.update(block.lines)
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
        rows.append(_Item(block, here))
        heading_before = False
    return rows, fresh


def _subheading(blocks: Sequence[Block], at: int) -> bool:
    """Is a block without mark-up a heading all the same: a few words, no stop, between two paragraphs?"""
    block = blocks[at]
    if block.tokens or block.bullet or block.row or block.glued or len(block.text) > 120:
        return False
    if not block.text[0].isupper() or ends_sentence(block.text) or opening(block.text) == "formula" or at + 1 == len(blocks):
        return False
    before, after = blocks[at - 1] if at else None, blocks[at + 1]
    closed = before is None or before.heading or (ends_sentence(before.text) and not before.text.endswith((":", ",")))
    return closed and (bool(after.tokens) or opening(after.text) == "verb")


def _next_letter(before: str, number: str) -> bool:
    """Is the part "I" the letter after "H", not the numeral?"""
    return len(before) == 1 and len(number) == 1 and ord(number) == ord(before) + 1


def _resolved(rows: list[_Item], fresh: set[int]) -> dict[int, Placed]:
    """Where each labelled row stands, by its index."""
    steps: list[Step] = []
    which: list[int] = []
    between = False
    for at, row in enumerate(rows):
        between = between or row.block.line in fresh
        if not row.block.tokens:
            between = between or not (row.block.bullet or row.block.row or _QUOTE_OPENS.match(row.block.text))
            continue
        before = rows[at - 1].block.text if at else ""
        words = row.block.words
        steps.append(
            Step(
                row.block.tokens,
                after_colon=before.rstrip("-–— ").endswith(":"),
                after_stop=not before or ends_sentence(before) or not row.block.glued,
                fresh=between,
                starts_low=words[:1].islower() and row.block.glued,
            )
        )
        which.append(at)
        between = False
    return dict(zip(which, resolve(steps), strict=True))


def _merged(rows: list[_Item], labels: dict[int, Placed], placement: Placement) -> list[_Item]:
    """The rows with their paths; a "label" that is part of a sentence goes back into it."""
    items: list[_Item] = []
    for at, row in enumerate(rows):
        placed = labels.get(at)
        if placed is not None and not placed.path and items and not items[-1].block.row:
            items[-1].text = f"{items[-1].text} {row.block.text}"
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
    return items


def _govern(items: list[_Item], *, fresh: set[int]) -> None:
    """Gives each item its chapeau, its kind and, where it prints no label, the path of what it belongs to."""
    open_at: list[int] = []  # the labelled paragraph open at each depth
    root: int | None = None  # an unlabelled paragraph that governs a list of labels
    quoting = operative = False
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        if item.block.line in fresh:
            root = None
        quoting = _quoted(items, at, quoting)
        if quoting or item.block.row:
            item.kind, item.text = "quoted", item.block.text
            if before is not None:
                owner = before.chapeau if before.kind == "quoted" else at - 1
                item.chapeau = owner
                item.path = items[owner].path if owner is not None else ()
            quoting = quoting and not _QUOTE_CLOSES.search(item.text)
            continue
        if item.path:
            depth = len(item.path)
            del open_at[depth - 1 :]
            if before is not None and before.text.endswith(":") and not before.path and _leads(before):
                root = at - 1
            parent = open_at[-1] if open_at else root
            if before is not None and before.text.endswith(":") and not before.path and _leads(before):
                parent = at - 1
            item.chapeau = parent
            open_at += [at] * (depth - len(open_at))
        else:
            owner = _owner(items, at)
            if owner is not None:
                item.item, item.chapeau, item.path = True, owner, items[owner].path
            else:
                tail = before is not None and (before.item or len(before.path) > 1) and item.text[0].islower()
                if tail and before is not None and before.chapeau is not None:
                    item.path = items[before.chapeau].path
                open_at, root = ([] if not tail else open_at), None
        item.kind = _kind(items, item, operative)
        operative = operative or item.kind == "operative"
    _chapeaux(items)


def _leads(item: _Item) -> bool:
    """Does an unlabelled paragraph that ends with a colon govern what follows?

    "The Board decides:" and "Requests the Secretariat:" do. "The Conference of the Parties, recalling its rules:"
    does not: what follows it has verbs of its own.
    """
    return opening(item.text) != "formula" or decides_in_formula(item.text)


def _owner(items: list[_Item], at: int) -> int | None:
    """The paragraph whose item the unlabelled `items[at]` is; None where it stands for itself."""
    item = items[at]
    if at == 0:
        return None
    before = items[at - 1]
    said = opening(item.text)
    if before.text.endswith(":") and before.kind != "quoted" and _leads(before):
        return at - 1 if item.block.bullet or said in ("infinitive", "other") else None
    if before.item and before.chapeau is not None:
        alike = item.text[0].isupper() or before.text[0].islower()
        unfinished = alike and not before.text.endswith(".") and said in ("infinitive", "other")
        if (item.block.bullet and before.block.bullet) or unfinished:
            return before.chapeau
    return None


def _quoted(items: list[_Item], at: int, open_before: bool) -> bool:
    """Is `items[at]` quoted: in quotation marks after a colon, or the new wording of a rule?"""
    item = items[at]
    before = items[at - 1] if at else None
    if before is None:
        return False
    if open_before and not (item.path and opening(item.text) == "verb" and not _QUOTE_OPENS.match(item.text)):
        return True
    if _QUOTE_OPENS.match(item.text) and (before.text.endswith(":") or before.kind == "quoted"):
        return True
    if before.kind == "quoted":
        lead = items[before.chapeau] if before.chapeau is not None else None
        goes_on = lead is not None and _rewords(lead.text) and not _QUOTE_OPENS.match(before.text)
        return bool(goes_on and lead and _below(item, lead) and opening(item.text) not in ("verb", "formula"))
    return (
        _rewords(before.text) and _below(item, before) and opening(item.text) not in ("verb", "recital", "infinitive")
    )


def _rewords(text: str) -> bool:
    tail = text[-300:]
    return tail.endswith(":") and bool(_NEW_WORDING.search(tail)) and bool(_AMENDS.search(text))


def _below(item: _Item, lead: _Item) -> bool:
    return not item.path or len(item.path) > len(lead.path)


def _kind(items: list[_Item], item: _Item, operative: bool) -> Kind:
    if (
        item.chapeau is not None
        and items[item.chapeau].kind == "preamble"
        and not decides_in_formula(items[item.chapeau].text)
    ):
        return "preamble"
    said = opening(item.text)
    if said == "formula":
        return "operative" if decides_in_formula(item.text) else "preamble"
    recital = said == "recital" and item.text.rstrip()[-1] in ",;:"
    if item.path and item.chapeau is None and len(item.path) == 1:
        return "preamble" if recital and not operative else "operative"
    if not item.path and (recital or (said == "other" and item.text.endswith(",") and not operative)):
        return "preamble"
    if not item.path and said == "recital" and not operative and not item.text.endswith("."):
        return "preamble"
    return "operative"


def _chapeaux(items: list[_Item]) -> None:
    """A paragraph that governs items is a chapeau; one that only brings a quotation is not."""
    for item in items:
        if item.chapeau is not None and item.kind != "quoted":
            above = items[item.chapeau]
            if above.kind == "operative":
                above.kind = "chapeau"


def renumbered(paragraphs: list[Paragraph], first: int) -> list[Paragraph]:
    """`paragraphs` with their chapeaux counted from `first`."""
    return [replace(p, chapeau=p.chapeau + first if p.chapeau is not None else None) for p in paragraphs]
