"""A Word file -> marked text: what Word shows on the page, with the labels that it counts itself.

Heads and feet of pages, comments, hidden text and deletions are left out; insertions, text boxes, content controls,
footnotes and endnotes are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import marks
from .archive import Archive, Element, child, children_of_body, is_on, local, number, value
from .marks import Run
from .numbering import Lists, read_lists
from .results import Finding
from .source import Source, Unreadable
from .styles import Look, Styles

# What holds runs or paragraphs and is nothing itself.
_HOLDERS = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "customXml"}
    | {"oMath", "oMathPara", "ruby", "rubyBase"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LAYOUT = 4  # paragraphs in one cell: the table sets a page, it is no table


@dataclass(slots=True)
class _Pages:
    """What is gathered while the document is gone through."""

    styles: Styles
    lists: Lists
    notes: list[tuple[str, str]] = field(default_factory=list)  # name in the text, key of the note
    insertions: int = 0
    deletions: int = 0
    pictures: int = 0
    held: list[Run] = field(default_factory=list)  # a paragraph whose end was deleted goes on in the next


def text_of(data: bytes) -> Source:
    """The text of a Word file. Raises Unreadable where it is none, or holds none."""
    archive = Archive(data)
    name = archive.related("").get("officeDocument", "word/document.xml")
    content = archive.part(name)
    if content is None:
        raise Unreadable("file_damaged", format="Word (.docx)")
    parts = archive.related(name)
    styles = Styles(archive.xml(parts.get("styles", "word/styles.xml")))
    pages = _Pages(styles, read_lists(archive.xml(parts.get("numbering", "word/numbering.xml")), styles.lists()))
    blocks: list[str] = []
    for element in children_of_body(content):
        blocks += _blocks(element, pages)
    if held := marks.paragraph(pages.held):
        blocks.append("\n".join(held))
    blocks += _notes(archive, parts, pages)
    if not any(block.strip() for block in blocks):
        raise Unreadable("file_without_text")
    findings = []
    if pages.insertions or pages.deletions:
        counts: dict[str, str | int] = {"insertions": pages.insertions, "deletions": pages.deletions}
        findings.append(Finding("warning", "changes_tracked", None, counts))
    if pages.pictures:
        findings.append(Finding("info", "pictures_left_out", None, {"count": pages.pictures}))
    return Source("\n\n".join(blocks) + "\n", "markdown", tuple(findings))


def _blocks(element: Element, pages: _Pages) -> Iterator[str]:
    """The paragraphs and tables in `element`, each as its lines."""
    kind = local(element)
    if kind == "p":
        yield from _paragraph(element, pages)
    elif kind == "tbl":
        yield from _table(element, pages)
    elif kind in _HOLDERS:
        for inner in element:
            yield from _blocks(inner, pages)
    elif kind == "AlternateContent":
        yield from _blocks_of(_choice(element), pages)


def _blocks_of(elements: Iterable[Element], pages: _Pages) -> Iterator[str]:
    for element in elements:
        yield from _blocks(element, pages)


def _paragraph(element: Element, pages: _Pages) -> Iterator[str]:
    properties = child(element, "pPr")
    style = pages.styles.paragraph(value(child(properties, "pStyle")))
    boxes: list[Element] = []
    runs = pages.held + list(_runs(element, style.look, pages, boxes))
    pages.held = []
    if any(child(properties, "rPr", gone) is not None for gone in ("del", "moveFrom")):
        pages.held = runs
        yield from _blocks_of(boxes, pages)
        return
    label = _label(properties, style.name, pages)  # an empty paragraph takes its number too
    said = "".join(run.text for run in runs).strip()
    outline = child(properties, "outlineLvl")
    level = style.level if outline is None else (number(outline, default=9) + 1) % 10
    heads = 0 < level <= 9 and len(said) < 250 and said[-1:] not in (";", ",")
    if lines := marks.paragraph(runs, level=level if heads else 0, label=label or "", bullet=label == ""):
        yield "\n".join(lines)
    yield from _blocks_of(boxes, pages)


def _label(properties: Element | None, style: str, pages: _Pages) -> str | None:
    """The label that Word counts for the paragraph; "" for a bullet, None for none."""
    own = child(properties, "numPr")
    name, level = pages.styles.numbering(style)
    if own is not None:
        name = value(child(own, "numId")) or name
        at = child(own, "ilvl")
        level = number(at) if at is not None else level
    if not name or name == "0":  # 0 takes a style's number away
        return None
    return pages.lists.label(name, pages.lists.level_of_style(name, style) if level is None else level)


def _runs(holder: Element, look: Look, pages: _Pages, boxes: list[Element]) -> Iterator[Run]:
    """The words in `holder`; text boxes anchored among them are put into `boxes`."""
    for element in holder:
        kind = local(element)
        if kind == "r":
            yield from _run(element, look, pages, boxes)
        elif kind in ("del", "moveFrom"):
            pages.deletions += 1
        elif kind in _HOLDERS:
            pages.insertions += kind in ("ins", "moveTo")
            yield from _runs(element, look, pages, boxes)
        elif kind == "AlternateContent":
            yield from _runs(_choice(element), look, pages, boxes)
        elif kind == "t":  # of a formula
            yield Run(element.text or "")


def _run(element: Element, look: Look, pages: _Pages, boxes: list[Element]) -> Iterator[Run]:
    properties = child(element, "rPr")
    look = pages.styles.run(look, properties)
    if look.hidden or child(properties, "del") is not None:
        return
    for inner in element:
        kind = local(inner)
        text = _SIGNS.get(kind, "")
        if kind == "t":
            text = inner.text or ""
        elif kind == "br" and value(inner, "type") in ("page", "column"):
            text = " "
        elif kind == "sym":
            text = _sign(value(inner, "char"))
        elif kind in ("footnoteReference", "endnoteReference") and not is_on(_custom(inner)):
            yield Run("", note=_named(f"{kind[0]}{value(inner, 'id')}", pages))
        elif kind in ("footnoteReference", "endnoteReference"):
            _named(f"{kind[0]}{value(inner, 'id')}", pages)
        elif kind in ("drawing", "pict", "object", "AlternateContent"):
            _drawn(inner, pages, boxes)
        elif kind == "ruby":
            yield from _runs(inner, look, pages, boxes)
        if text:
            yield Run(text, look.bold, look.italic, look.raised)


def _custom(reference: Element) -> Element | None:
    """The reference itself where it prints a sign of its author's own ("*") and no number."""
    return reference if value(reference, "customMarkFollows") in ("1", "true", "on") else None


def _named(key: str, pages: _Pages) -> str:
    """The name of a note in the text: footnotes are counted as they come, endnotes with an e before."""
    kind = key[0]
    name = str(sum(known[0] == kind for _name, known in pages.notes) + 1)
    pages.notes.append((name if kind == "f" else f"e{name}", key))
    return pages.notes[-1][0]


def _drawn(element: Element, pages: _Pages, boxes: list[Element]) -> None:
    """Takes the text boxes of a drawing; a drawing without words is a picture."""
    drawn = _choice(element) if local(element) == "AlternateContent" else [element]
    found = [box for part in drawn for box in part.iter() if local(box) == "txbxContent"]
    for box in found:
        if not any(local(outer) == "txbxContent" for outer in box.iterancestors()):
            boxes.extend(box)
    pages.pictures += not found and any(local(e) in ("blip", "imagedata") for part in drawn for e in part.iter())


def _choice(element: Element) -> list[Element]:
    """The first of the forms in which one thing is given; the others say the same again."""
    choice = child(element, "Choice")
    chosen = choice if choice is not None else child(element, "Fallback")
    return list(chosen) if chosen is not None else []


def _sign(code: str) -> str:
    """A sign by its code; "" for one of a font's own, whose meaning the code does not tell."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= sign <= "\uf8ff" or not sign.isprintable() else sign


def _table(element: Element, pages: _Pages) -> Iterator[str]:
    """The rows of a table as one block; the paragraphs of one that only sets the page."""
    rows = [
        [list(_blocks_of(tc, pages)) for tc in _cells(tr)] for tr in _rows(element) if child(tr, "trPr", "del") is None
    ]
    if all(len(cells) <= 1 or any(len(cell) >= _LAYOUT for cell in cells) for cells in rows):
        for cells in rows:
            for blocks in cells:
                yield from blocks
        return
    yield "\n".join(marks.row([marks.cell("\n".join(blocks).split("\n")) for blocks in cells]) for cells in rows)


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in _HOLDERS:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in _HOLDERS:
            yield from _cells(element)


def _notes(archive: Archive, parts: dict[str, str], pages: _Pages) -> Iterator[str]:
    """The footnotes and endnotes that the text refers to, in its order."""
    texts: dict[str, list[str]] = {}
    for part in ("footnotes", "endnotes"):
        root = archive.xml(parts.get(part, f"word/{part}.xml"))
        for element in root if root is not None else ():
            if local(element) in ("footnote", "endnote") and value(element, "type") in ("", "normal"):
                lines = [line for inner in element for block in _blocks(inner, pages) for line in block.split("\n")]
                texts[f"{part[0]}{value(element, 'id')}"] = lines
    for name, key in pages.notes:
        if texts.get(key):
            yield marks.note(name, texts[key])
