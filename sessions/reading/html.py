"""An HTML page -> marked text: what a browser shows, with the numbers that it counts itself.

Scripts, styles, navigation, hidden text and comments are left out. A list in letters or Roman numerals gets the
brackets of the genre ("(a)", "(ii)"), which browsers cannot show.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from . import marks
from .archive import Element
from .html_lists import integer, kind_of, label_of
from .html_notes import at_note, note_of, reference
from .marks import Run
from .results import Finding
from .source import Source, Unreadable

_DROPPED = frozenset(
    {"script", "style", "template", "noscript", "nav", "head", "iframe", "object", "svg", "canvas", "audio", "video"}
    | {"select", "textarea", "button", "input", "map", "link", "meta", "del", "s", "strike"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "dfn", "em", "font", "i", "img", "ins"}
    | {"kbd", "label", "mark", "q", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_HEADING = re.compile(r"^h([1-6])$")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_CELLS_OF_A_PAGE = 4  # blocks in one cell: the table sets a page, it is no table
DEEPEST = 250  # Python's own stack ends at a thousand; libxml2 nests up to 2,048


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    raised: bool = False
    pre: bool = False


@dataclass(slots=True)
class _Page:
    """What is gathered while the page is gone through."""

    blocks: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    bullet: bool = False
    level: int = 0
    note: str = ""  # the paragraph being read is the footnote of that name

    def end_paragraph(self) -> None:
        """What was gathered since the last paragraph is one."""
        runs = [replace(run, text=_collapsed(run.text)) for run in self.runs]
        self.runs = []
        if not any(run.text.strip() or run.note for run in runs):
            return
        if lines := marks.paragraph(runs, level=self.level, label=self.label, bullet=self.bullet):
            self.blocks.append(marks.note(self.note, lines) if self.note else "\n".join(lines))
        self.label, self.bullet, self.note = "", False, ""


def text_of(text: str) -> Source:
    """The text of an HTML page. Raises Unreadable where it shows none."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    page = _Page()
    if root is not None:
        body = root.find("body")
        _walk(root if body is None else body, _Look(), page, 0)
        page.end_paragraph()
    if not page.blocks:
        raise Unreadable("file_without_text")
    cut = any(error.type_name.endswith(("INTERNAL_ERROR", "RESOURCE_LIMIT")) for error in parser.error_log)
    findings = (Finding("warning", "nested_too_deep"),) if cut else ()
    return Source("\n\n".join(page.blocks) + "\n", "markdown", findings)


def _walk(element: Element, look: _Look, page: _Page, depth: int) -> None:
    """Gathers what `element` holds."""
    _said(element.text, look, page)
    for inner in element:
        if isinstance(inner.tag, str) and depth < DEEPEST:
            _one(inner, look, page, depth + 1)
        elif isinstance(inner.tag, str):  # its words are kept, its form is not
            _said(" ".join(inner.itertext()), look, page)
        _said(inner.tail, look, page)


def _said(text: str | None, look: _Look, page: _Page) -> None:
    if text:
        text = text if look.pre else re.sub(r"[ \t\r\n\f]+", " ", text)
        page.runs.append(Run(text, look.bold, look.italic, look.raised))


def _one(element: Element, look: _Look, page: _Page, depth: int) -> None:
    tag = element.tag.lower().rpartition(":")[2]
    style = element.get("style") or ""
    if tag in _DROPPED or element.get("hidden") is not None or _HIDDEN.search(style):
        return
    if tag == "br":
        page.runs.append(Run("\n"))
    elif tag == "a" and (name := reference(element)):
        back = not any(run.text.strip() for run in page.runs)
        if back and at_note(element):
            page.note = name
        else:
            page.runs.append(Run("", note=name))
    elif tag in _INLINE:
        _walk(element, _looking(look, tag, style), page, depth)
    elif tag == "hr":
        page.end_paragraph()
        page.blocks.append("---")
    else:
        special = _heading if _HEADING.match(tag) else _BLOCKS.get(tag)
        page.end_paragraph()
        page.note = note_of(element) or page.note
        if special is None:
            _walk(element, _looking(look, tag, style), page, depth)
        else:
            special(element, look, page, depth)
        page.end_paragraph()


def _looking(look: _Look, tag: str, style: str) -> _Look:
    bold = tag in ("b", "strong") or bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style, re.IGNORECASE))
    light = bool(re.search(r"font-weight\s*:\s*(?:normal|400)", style, re.IGNORECASE))
    italic = tag in ("i", "em", "cite") or "italic" in style
    raised = tag == "sup" or bool(re.search(r"vertical-align\s*:\s*super", style, re.IGNORECASE))
    return replace(
        look,
        bold=(look.bold or bold) and not light,
        italic=look.italic or italic,
        raised=look.raised or raised,
        pre=look.pre or tag == "pre",
    )


def _heading(element: Element, look: _Look, page: _Page, depth: int) -> None:
    page.level = int(element.tag[-1])
    _walk(element, look, page, depth)
    page.end_paragraph()
    page.level = 0


def _ordered(element: Element, look: _Look, page: _Page, depth: int) -> None:
    """The items with the labels that the list counts."""
    items = [item for item in element if isinstance(item.tag, str) and item.tag.lower() == "li"]
    step = -1 if element.get("reversed") is not None else 1
    count = integer(element.get("start"), len(items) if step < 0 else 1)
    kind = kind_of(element) or "1"
    for inner in element:
        if not isinstance(inner.tag, str):
            continue
        if inner.tag.lower() != "li":
            _one(inner, look, page, depth + 1)
            page.end_paragraph()
            continue
        count = integer(inner.get("value"), count)
        own = kind_of(inner) or kind
        note = page.note or note_of(inner)
        page.end_paragraph()
        if note:
            page.note = str(count)
        else:
            page.label = label_of(own, count)
        _walk(inner, look, page, depth + 1)
        page.end_paragraph()
        page.label = page.note = ""
        count += step


def _unordered(element: Element, look: _Look, page: _Page, depth: int) -> None:
    for inner in element:
        if isinstance(inner.tag, str):
            item = inner.tag.lower() == "li"
            page.bullet = item and kind_of(element) != "none"
            if item:
                _walk(inner, look, page, depth + 1)
            else:
                _one(inner, look, page, depth + 1)
            page.end_paragraph()
            page.bullet = False


def _table(element: Element, look: _Look, page: _Page, depth: int) -> None:
    """The rows as one block; the paragraphs of a table that only sets the page."""
    rows: list[list[list[str]]] = []
    for tr in element.iter("tr"):
        if next(tr.iterancestors("table"), None) is not element:
            continue
        row = []
        for td in tr.iterchildren("td", "th"):
            inside = _Page()
            _walk(td, look, inside, depth + 2)
            inside.end_paragraph()
            row.append(inside.blocks)
        rows.append(row)
    for caption in element.iterchildren("caption"):
        _one(caption, look, page, depth + 1)
        page.end_paragraph()
    if all(len(row) <= 1 or any(len(cell) >= _CELLS_OF_A_PAGE for cell in row) for row in rows):
        page.blocks += [block for row in rows for cell in row for block in cell]
    else:
        page.blocks.append("\n".join(marks.row([marks.cell("\n".join(c).split("\n")) for c in row]) for row in rows))


_BLOCKS: dict[str, Callable[[Element, _Look, _Page, int], None]] = {
    "ol": _ordered,
    "ul": _unordered,
    "menu": _unordered,
    "dir": _unordered,
    "table": _table,
}


def _collapsed(text: str) -> str:
    return re.sub(r"[ \t\r\f]*\n[ \t\r\f]*", "\n", text)
