"""Word's lists -> the labels that Word prints and does not store.

A paragraph stores the number of a list and a level. Lists are instances of definitions: they share the definition's
counters, unless an instance starts anew. Levels below start again when one above has counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .archive import Element, child, is_on, local, number, value
from .labels import write_roman

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # "(%1)", "%1.%2"
    style: str = ""  # paragraphs of this style stand on this level
    restart: int | None = None  # counted from 1: this level, or one above it, starts the count again; 0: none
    legal: bool = False  # all levels in Arabic numerals


@dataclass(slots=True)
class _List:
    """An instance of a definition."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]  # levels that this instance starts anew, at its first paragraph


@dataclass(slots=True)
class Lists:
    """All lists of a document; asked for the label of each paragraph in turn."""

    _lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, name: str, style: str) -> int:
        """The level on which the list puts paragraphs of `style`."""
        levels = self._lists[name].levels if name in self._lists else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def label(self, name: str, at: int) -> str | None:
        """The label of the next paragraph on level `at`; "" for a bullet; None where the list prints nothing."""
        known = self._lists.get(name)
        if known is None:
            return None
        at = min(max(at, 0), _LEVELS - 1)
        counts = self._counts.setdefault(known.definition, {})
        level = known.levels.get(at, Level())
        if at in known.starts and (name, at) not in self._begun:
            counts[at] = known.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((name, at))
        for above in range(at):  # a level that was passed over counts as begun
            counts.setdefault(above, known.levels.get(above, Level()).start)
        for below in [below for below in counts if below > at]:
            restart = known.levels.get(below, Level()).restart
            if restart is None or (restart and at < restart):
                del counts[below]
        if level.form == "bullet":
            return ""
        return _printed(level, known.levels, counts)


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str | None:
    def one(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = levels.get(at, Level()).form
        return counted(counts.get(at, 1), "decimal" if level.legal and form != "none" else form)

    said = re.sub(r"%([1-9])", one, level.text).strip()
    return said or None


def counted(count: int, form: str) -> str:
    """`count` as Word writes it in `form`."""
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 780:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)  # after z comes aa, then bb
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 400:
        return write_roman(count) if form == "lowerRoman" else write_roman(count).upper()
    if form == "decimalZero":
        return f"{count:02}"
    if form == "ordinal":
        ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{ending}"
    return "" if form in ("none", "bullet") else str(count)


def read_lists(root: Element | None, list_of_style: dict[str, str]) -> Lists:
    """The lists of `numbering.xml`. `list_of_style`: the list that a style of lists names."""
    definitions: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}  # definitions that only name a style
    lists = Lists()
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            name = value(element, "abstractNumId")
            definitions[name] = {
                min(number(lvl, "ilvl"), _LEVELS): _level(lvl) for lvl in element if local(lvl) == "lvl"
            }
            if link := value(child(element, "numStyleLink")):
                links[name] = link
    instances = [element for element in (root if root is not None else ()) if local(element) == "num"]
    definition_of = {value(num, "numId"): value(child(num, "abstractNumId")) for num in instances}
    for num in instances:
        name = value(num, "numId")
        definition = definition_of[name]
        if definition in links:
            definition = definition_of.get(list_of_style.get(links[definition], ""), definition)
        levels, starts = dict(definitions.get(definition, {})), {}
        for override in num:
            if local(override) != "lvlOverride":
                continue
            at = number(override, "ilvl")
            if (lvl := child(override, "lvl")) is not None:
                levels[at] = _level(lvl)
            if (start := child(override, "startOverride")) is not None:
                starts[at] = number(start, default=1)
                levels[at] = replace(levels.get(at, Level()), start=starts[at])
        lists._lists[name] = _List(definition, levels, starts)
    return lists


def _level(lvl: Element) -> Level:
    restart = child(lvl, "lvlRestart")
    return Level(
        start=number(child(lvl, "start"), default=0 if child(lvl, "start") is None else 1),
        form=value(child(lvl, "numFmt")) or "decimal",
        text=value(child(lvl, "lvlText")),
        style=value(child(lvl, "pStyle")),
        restart=None if restart is None else number(restart),
        legal=bool(is_on(child(lvl, "isLgl"))),
    )
