"""Word's styles: how a paragraph or a run of a style looks, whether it heads something, and which list counts it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .archive import Element, child, is_on, local, number, value

_DEEPEST = 20  # of styles based on one another; a circle ends here too
_HEADING = re.compile(r"^heading\s*(\d)$", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
# The templates of the United Nations: "_ H _Ch", "_ H_1", "_H_23_G"; HM stands above HCh, that above H1.
_UN = re.compile(r"^_?\s?H[_\s]*(M|Ch|1|23?|2/3|4|56?|5/6)(?:[_\s]*G)?$")
_UN_LEVELS = {"M": 1, "Ch": 2, "1": 3, "2": 4, "23": 4, "2/3": 4, "4": 5, "5": 6, "56": 6, "5/6": 6}


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes from those it is based on."""

    name: str
    look: Look = Look()
    level: int = 0  # of headings, 1 to 9; 0 for running text
    list: str = ""
    list_level: int | None = None  # None: the list says which of its levels is the style's


class Styles:
    """The styles of a document by their names in the file."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        self._base = Look()
        self._base = self.run(self._base, child(root, "docDefaults", "rPrDefault", "rPr"))
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            self._elements[value(element, "styleId")] = element
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                self._default = value(element, "styleId")

    def paragraph(self, name: str) -> Style:
        """The style of a paragraph; the document's own where it names none."""
        return self._style(name or self._default)

    def numbering(self, name: str) -> tuple[str, int | None]:
        """The list that counts the paragraphs of a style, "" for none, and the level."""
        style = self.paragraph(name)
        return style.list, style.list_level

    def run(self, look: Look, properties: Element | None) -> Look:
        """`look` as the properties of a run change it."""
        if properties is None:
            return look
        if name := value(child(properties, "rStyle")):
            style = self._style(name).look
            look = Look(*(getattr(look, part) or getattr(style, part) for part in Look.__slots__))
        for part, element in (("bold", "b"), ("italic", "i"), ("hidden", "vanish")):
            said = is_on(child(properties, element))
            if said is not None:
                look = replace(look, **{part: said})
        if raised := value(child(properties, "vertAlign")):
            look = replace(look, raised=raised == "superscript")
        return look

    def lists(self) -> dict[str, str]:
        """The lists that styles name, by style: a definition of a list may name the style and nothing else."""
        found = {}
        for name, element in self._elements.items():
            if said := value(child(element, "pPr", "numPr", "numId")):
                found[name] = said
        return found

    def _style(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = Style(name, self._base)  # a style that names itself ends here
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        chain: list[Element] = []
        at = name
        while at in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[at])
            at = value(child(self._elements[at], "basedOn"))
        style = Style(name, self._base)
        for element in reversed(chain):
            style = replace(style, look=self.run(style.look, child(element, "rPr")))
            properties = child(element, "pPr")
            if (outline := child(properties, "outlineLvl")) is not None:
                style = replace(style, level=(number(outline, default=9) + 1) % 10)
            if said := value(child(properties, "numPr", "numId")):
                at_level = child(properties, "numPr", "ilvl")
                level = number(at_level) if at_level is not None else None
                style = replace(style, list=said, list_level=level)
            elif (at_level := child(properties, "numPr", "ilvl")) is not None:
                style = replace(style, list_level=number(at_level))
            style = replace(style, level=_level_by_name(value(child(element, "name"))) or style.level)
        return style


def _level_by_name(name: str) -> int:
    if found := _HEADING.match(name):
        return int(found[1])
    if found := _UN.match(name):
        return _UN_LEVELS[found[1]]
    return _TITLES.get(name.lower(), 0)
