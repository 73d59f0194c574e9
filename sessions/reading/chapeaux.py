"""Paragraphs in a row -> who governs whom: chapeaux and their items, recitals, quotations."""

from __future__ import annotations

import re

from .items import Item
from .openings import decides_in_formula, decides_later, ends_sentence, opening, opens_list
from .quotations import BRINGS_DRAFT, QUOTE_CLOSES, completes, is_note, is_quoted, printed_label
from .results import Kind

_HEREBY = re.compile(r"(?:hereby|(?:now,? )?therefore|accordingly)\W*$", re.IGNORECASE)
_RECITAL_ENDS = re.compile(r"[,;:](?:\s(?:and|or))?$")
_STOPS = re.compile(r"[.;:]$")


def govern(items: list[Item], *, fresh: set[int]) -> None:
    """Gives each item its chapeau, its kind and, where it prints no label, the path of what it belongs to."""
    open_at: list[int] = []  # the labelled paragraph open at each depth
    root: int | None = None  # an unlabelled paragraph that governs a list of labels
    decided: int | None = None  # "The Meeting decided:", while only recitals have followed
    numbered: dict[str, int] = {}  # the outermost labels that are numbers: "1.2" governs "1.2.1"
    series = ""  # how the labels of that list are printed: "(x)", "x."
    quoting = operative = False
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        if item.block.line in fresh:
            root = None
        quoting = is_quoted(items, at, quoting)
        if quoting or item.block.row or is_note(item, before):
            item.kind, item.text = "quoted", item.block.text
            if before is not None:
                owner = before.chapeau if before.kind == "quoted" else at - 1
                item.chapeau = owner
                lead = items[owner] if owner is not None else None
                brings = lead is not None and not lead.path and BRINGS_DRAFT.search(lead.text[-200:])
                item.path = printed_label(item) if brings else lead.path if lead is not None else ()
            quoting = quoting and not QUOTE_CLOSES.search(item.text)
            continue
        if item.path:
            depth = len(item.path)
            del open_at[depth - 1 :]
            led = before is not None and not before.path and _leads(before, item)
            if led:
                root, series = at - 1, _series(item)
            elif root is None and decided is not None and completes(item.text):
                root, series = decided, _series(item)
            elif _series(item) != series:
                root = None  # "(a), (b)" under an unlabelled chapeau; then "1." begins something else
            parent = open_at[-1] if open_at else root
            if led:
                parent = at - 1
            elif depth == 1 and (above := numbered.get(_above(item.path[0]))) is not None:
                parent = above if items[above].part == item.part else None
            elif before is not None and len(item.path) > 1 and before.path[:-1] == item.path[:-1] and not before.item:
                parent = before.chapeau  # "17.4 (b)" under the unlabelled paragraph that governs "17.4 (a)"
            item.chapeau = parent
            if depth == 1:
                numbered[item.path[0].rstrip(".")] = at
            open_at += [at] * (depth - len(open_at))
        else:
            owner = _owner(items, at)
            if owner is None and decided is not None and before is not None and completes(item.text):
                owner = before.chapeau if before.item else decided
            if owner is not None:
                item.item, item.chapeau, item.path = True, owner, items[owner].path
            else:
                within = before is not None and (before.item or len(before.path) > 1)
                tail = within and item.text[0].islower()
                if tail and before is not None and before.chapeau is not None:
                    item.path = items[before.chapeau].path
                elif within and before is not None and before.path and not _STOPS.search(before.text):
                    item.path = before.path[:1]  # "3. ...: (a) ...; (b) ..., and", then "Requests the group to ..."
                open_at, root = ([] if not item.path else open_at[: len(item.path)]), None
        item.kind = _kind(items, item, operative)
        operative = operative or item.kind == "operative"
        if not item.path and decides_in_formula(item.text):
            decided = at
        elif item.kind == "operative" and item.chapeau is None:
            decided = None
    _chapeaux(items)


def _series(item: Item) -> str:
    """How the outermost label of `item` is printed, whatever it numbers."""
    return re.sub(r"\w+", "x", item.path[0])


def _above(label: str) -> str:
    """The number that governs a decimal one: "1.2" for "1.2.1"; "" where the label is none."""
    return label.rstrip(".").rpartition(".")[0] if label[0].isdigit() else ""


def _leads(item: Item, following: Item) -> bool:
    """Does an unlabelled paragraph govern the list that follows?

    It ends with a colon, or as no sentence does ("Noting the need for", then "(a) ..."). "The Board decides:" and
    "Requests the Secretariat:" do. "The Conference of the Parties, recalling its rules:" does not: what follows it
    has verbs of its own.
    """
    said = opening(item.text)
    if _HEREBY.match(item.text):
        return False
    unfinished = said in ("verb", "recital") and not ends_sentence(item.text)
    if not opens_list(item.text) and not unfinished:
        return False
    if said == "recital" and opening(following.text) == "verb":
        return False  # the last recital lost its comma
    return said != "formula" or decides_in_formula(item.text)


_ASKS = re.compile(r"to (?:also |further )?(?:request|urge|invite|encourage|call|ask|instruct)\b", re.IGNORECASE)


def _owner(items: list[Item], at: int) -> int | None:
    """The paragraph whose item the unlabelled `items[at]` is; None where it stands for itself."""
    item = items[at]
    if at == 0:
        return None
    before = items[at - 1]
    said = opening(item.text)
    leads = opens_list(before.text) or said == "infinitive"
    if leads and before.kind != "quoted" and _leads(before, item):
        return at - 1 if item.block.bullet or said in ("infinitive", "other") else None
    if before.item and before.chapeau is not None:
        if _ASKS.match(item.text) and _ASKS.match(items[before.chapeau].text):
            return None  # "To request the parties ..." begins anew after the items of "To request the Panel ...:"
        alike = item.text[0].isupper() or before.text[0].islower()
        unfinished = alike and not before.text.endswith(".") and said in ("infinitive", "other")
        if (item.block.bullet and before.block.bullet) or unfinished:
            return before.chapeau
    return None


def _kind(items: list[Item], item: Item, operative: bool) -> Kind:
    if (
        item.chapeau is not None
        and items[item.chapeau].kind == "preamble"
        and not decides_in_formula(items[item.chapeau].text)
    ):
        return "preamble"
    said = opening(item.text)
    if _HEREBY.match(item.text):
        return "preamble"
    if said == "formula":
        # "86. The Meeting of the Parties:" heads what it did, which has verbs of its own.
        return "operative" if item.path or decides_in_formula(item.text) else "preamble"
    if said == "recital" and decides_later(item.text):
        return "operative"
    recital = said == "recital" and bool(_RECITAL_ENDS.search(item.text[-8:]))
    if item.path and item.chapeau is None and len(item.path) == 1:
        return "preamble" if said == "recital" and not operative else "operative"
    if not item.path and (recital or (said == "other" and item.text.endswith(",") and not operative)):
        return "preamble"
    if not item.path and said == "recital" and not operative and not item.text.endswith("."):
        return "preamble"
    return "operative"


def _chapeaux(items: list[Item]) -> None:
    """A paragraph that governs items is a chapeau; one that only brings a quotation is not."""
    for item in items:
        if item.chapeau is not None and item.kind != "quoted":
            above = items[item.chapeau]
            if above.kind == "operative":
                above.kind = "chapeau"
