"""Lines -> lines with footnotes told apart, also those that lost their raised figures.

Markdown and HTML keep the figure raised; plain text keeps only "13 United Nations, Treaty Series, ..." at the foot of
a page and "the Protocols thereto13 and" above it. A figure alone proves nothing: the notes must count up, and
either a rule stands above them or the text carries their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from .labels import read_tokens
from .lines import Line
from .openings import opening

_PLAIN_NOTE = re.compile(r"^(?:\((\d{1,3})\)|\[(\d{1,3})\]|(\d{1,3}))\s*(?=[A-Z“\"*][\w“/*. ])(?!\d)(.+)$")
# "1 HSC/INF/7.", "2 United Nations, Treaty Series, vol. 7": what no paragraph begins with.
_CITATION = re.compile(
    r"^[(\[]?\d{1,3}[)\]]?\s+(?:[A-Z][A-Z0-9]*(?:/[\w.()&-]+)+(?:[.;]$|, )|United Nations, Treaty Series|Ibid\b"
    r"|Official Records\b|Documents?\s[A-Z][\w.]*[/\d]|https?://|See\s(?:also\s)?(?:[A-Z][A-Z0-9]*/|document|https?:)"
    r"|(?:[A-Z]\w+ ){1,4}(?:resolution|decision)s? [\w.-]+[/ (][\w.)]+(?:, (?:annex|sect|para)|\.$))"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_NOT_NOTE = re.compile(rf"^\d{{1,2}}\s+{_MONTH}|^\d+\s+[A-Z]{{2,}}\b(?!/)")


_LINE = 4_000  # characters at the end of a line in which a mark is looked for
_PAGE = 60  # lines above a note on which its mark may stand
_NOTES = 12  # lines of notes under each other

# A note that a text extraction glued to the end of its paragraph: "for its consideration;22UNEP/..."
_GLUED = re.compile(r"(?<=[a-z)”\]][;.:,])(\d{1,3}?)\1?(?=[A-Z][\w/“. ])(?!\d).*$")


# A mark whose note is not in the text: "on the review;1" at the end of a paragraph, "the Group,1 and requests".
_ORPHAN = re.compile(r"(?<=[a-z”)][;,])\d{1,2}(?=$)|(?<=[a-z”)],)\d{1,2}(?= [a-z])|(?<=[a-z”)]{4}\.)\d{1,2}$")


def _unglued(line: Line) -> Line:
    found = _GLUED.search(line.text) if line.what == "text" else None
    if not found:
        return replace(line, text=_ORPHAN.sub("", line.text)) if line.what == "text" else line
    mark = re.compile(rf"(?<=[a-z”)])([,.;:]?){found[1]}(?=[\s,;.:)]|$)")
    return replace(line, text=mark.sub(r"\1", line.text[: found.start()]))


def set_aside(lines: list[Line]) -> list[Line]:
    """The lines, footnotes marked as such together with the lines they run on to; plain marks taken out of the text."""
    lines = _continued(lines)
    numbers = _plain_notes(_under_figures(lines))
    if not numbers:
        return _continued([_unglued(line) for line in lines])
    told = [replace(line, what="footnote") if line.number in numbers else line for line in lines]
    mark = re.compile(
        r"(?<![Nn]o\.)(?<!vol\.)(?<!art\.)(?<!para\.)(?<=[a-z”)][,.;:])(?P<a>\d{1,3})(?=[\s,;:]|$)"
        r"|(?<=\S)\[(?P<d>\d{1,3})\]|(?<=[;:,.])\((?P<e>\d{1,3})\)(?=\s|$)"
        r"|(?<=[a-z”)])(?P<b>\d{1,3})(?=[\s,;.:]|$)|(?<=\b\d{4}[,;])(?P<c>\d{1,3})(?=\s|$)"
    )
    known = set(numbers.values())

    def without(found: re.Match[str]) -> str:
        return "" if int(found[0].strip("[]()")) in known else found[0]

    told = [replace(line, text=mark.sub(without, line.text)) if line.what == "text" else line for line in told]
    return [_unglued(line) for line in told]


def _under_figures(lines: list[Line]) -> list[Line]:
    """The lines, those right under a figure that has a line of its own with that figure: "1", then "A/63/331."."""
    told = list(lines)
    for at, (above, line) in enumerate(pairwise(lines), 1):
        figure = above.what == "furniture" and re.fullmatch(r"\d{1,2}", above.text)
        if figure and line.what == "text" and not line.marked and not read_tokens(line.text)[0]:
            told[at] = replace(line, text=f"{above.text} {line.text}")
    return told


def _continued(lines: list[Line]) -> list[Line]:
    """A footnote goes on over the lines under it until it has ended as a sentence."""
    told: list[Line] = []
    for line in lines:
        before = told[-1] if told else None
        runs_on = (
            before is not None
            and before.what == "footnote"
            and line.what == "text"
            and not line.marked
            and bool(before.text)
            and before.text[-1] not in ".;"
            and not read_tokens(line.text)[0]
        )
        told.append(replace(line, what="footnote") if runs_on else line)
    return told


def _plain_notes(lines: list[Line]) -> dict[int, int]:
    """Footnotes whose figure is not raised: number of the line -> number of the note."""
    found: dict[int, int] = {}
    last = previous = 0
    after_rule = False
    for at, line in enumerate(lines):
        if at and lines[at - 1].what == "text":
            previous = lines[at - 1].number
        if line.what == "break":
            after_rule = True
            continue
        if line.what != "text" or line.marked or line.bullet:
            after_rule = after_rule and (line.what in ("blank", "footnote") or line.text.isdigit())
            continue
        note = _PLAIN_NOTE.match(line.text)
        number = _number(note) if note else 0
        inside = bool(note) and (_interrupts(lines, at) or bool(_CITATION.match(line.text)))
        if note and not _NOT_NOTE.match(line.text) and (number == last + 1 or inside or (after_rule and number == 1)):
            above = lines[at - 1].what if at else "blank"
            if (after_rule or inside or above != "text" or lines[at - 1].number in found) and (
                after_rule or inside or previous in found or _marked_above(lines, at, number)
            ):
                found[line.number] = last = number
                continue
        before = lines[at - 1] if at else None
        if (
            before is not None
            and before.number in found
            and before.text[-1] not in ".;"
            and not read_tokens(line.text)[0]
        ):
            found[line.number] = last  # the note runs on
            continue
        after_rule = False
    return found


def _number(note: re.Match[str]) -> int:
    return int(note[1] or note[2] or note[3])


def _interrupts(lines: list[Line], at: int) -> bool:
    """Do the notes that begin at line `at` stand inside a sentence that the end of a page cut?"""
    before = next((line for line in reversed(lines[max(0, at - 6) : at]) if line.what == "text"), None)
    if before is None or before.marked or before.text[-1] in ".;:,!?":
        return False
    after = (line for line in lines[at : at + 2 * _NOTES] if line.what == "text" and not _PLAIN_NOTE.match(line.text))
    following = next(after, None)
    return following is not None and following.text[0].islower() and not read_tokens(following.text)[0]


def _marked_above(lines: list[Line], at: int, number: int) -> bool:
    """Does the text above line `at` carry the mark of note `number`, or of a note that counts on right under it?"""
    text = lines[max(0, at - _PAGE) : at]
    if _carries_mark(text, number):
        return True
    if opening(lines[at].text.lstrip("0123456789() ")) == "verb":
        return False  # "1 ADOPTS the Code;" counts up too
    for line in lines[at + 1 : at + _NOTES]:
        note = _PLAIN_NOTE.match(line.text) if line.what == "text" else None
        if note and _number(note) == number + 1:
            number += 1
            if _carries_mark(text, number):
                return True
        elif not line.text or read_tokens(line.text)[0]:
            return False
    return False


def _carries_mark(lines: Iterable[Line], number: int) -> bool:
    mark = re.compile(rf"(?<=[a-z”)])[,.;:]?{number}(?=[\s,;.:)]|$)|(?<=\S)[\[(]{number}[\])](?=[\s,;.:]|$)")
    return any(mark.search(line.text[-_LINE:]) for line in lines if line.what == "text")
