"""What a page prints around its text: page and job numbers, symbols, running heads. Told apart, never taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .lines import Line

_PAGE_NUMBER = re.compile(
    r"^[-–—\[(\s]*(?:page\s+)?\d{1,4}[-–—\])\s]*$|^page\s+\d{1,4}(?:\s+of\s+\d+)?$", re.IGNORECASE
)
_SYMBOL_ONLY = re.compile(r"^[A-Z][A-Z0-9]{0,9}(?:/[A-Z0-9][\w.()&-]*){1,8}\*?$")
_SYMBOL_AND_PAGE = re.compile(
    r"^(?P<symbol>[A-Z][A-Z0-9]{0,9}(?:/[A-Z0-9][\w.()&-]*){1,8})\s+(?:page\s+)?\d{1,3}(?:/\d{1,3})?$"
    r"|^(?:page\s+)?\d{1,3}(?:/\d{1,3})?\s+(?P<symbol2>[A-Z][A-Z0-9]{0,9}(?:/[A-Z0-9][\w.()&-]*){1,8})$",
    re.IGNORECASE,
)
_JOB_NUMBER = re.compile(
    r"^(?:(?:GE|V|K|N|Na|UNEP)\.?\s?)?\d{2}-\d{4,6}\b.{0,40}$|^\d+/\d+\s+\d{2}-\d{5}$|^\d{6,8}\b.{0,8}$"
    r"|^\*\d{6,8}\*$|^please recycle\b.{0,4}$",
    re.I,
)
# The running head of a volume of resolutions, by the chapter in which they stand.
_VOLUME_HEAD = re.compile(r"^[IVXL]+\.\s+(?:resolutions|decisions) adopted\b[^.;:]*$", re.IGNORECASE)
# What some organs print at the foot of a first page, over several lines.
_PRINTING = re.compile(
    r"^(?:in order to minimi[sz]e the environmental impacts?|for reasons of (?:economy|environmental)"
    r"|delegates are (?:kindly )?(?:requested|reminded) to bring)\b",
    re.IGNORECASE,
)


def without_furniture(lines: list[Line]) -> list[Line]:
    """The lines with page numbers, job numbers, repeated symbols and running heads told as furniture."""
    seen: Counter[str] = Counter()
    near_break: Counter[str] = Counter()
    paged = _pages_of(lines)
    neighbours = [line for line in lines if line.what != "blank"]
    for before, line, after in zip([None, *neighbours], neighbours, [*neighbours[1:], None], strict=False):
        if line.what != "text" or len(line.text) > 120:
            continue
        key = _running(line.text)
        seen[key] += 1
        if any(other and (other.what == "break" or _PAGE_NUMBER.match(other.text)) for other in (before, after)):
            near_break[key] += 1
    told: list[Line] = []
    symbols: set[str] = set()
    # "2 A/71/888" is a footnote, unless the symbol is the document's own and heads its pages.
    short = [line.text.split() for line in neighbours if len(line.text) <= 120]
    own = {word for word, n in Counter(w for words in short for w in words if "/" in w).items() if n > 1}
    for line in lines:
        if line.what == "text" and len(line.text) <= 120 and not line.level:
            text = line.text
            repeated = _SYMBOL_ONLY.match(text) and text in symbols
            if _SYMBOL_ONLY.match(text):
                symbols.add(text)
            if found := _SYMBOL_AND_PAGE.match(text):
                repeated = (found["symbol"] or found["symbol2"]) in own
            key = _running(text)
            running = near_break[key] >= 3 and near_break[key] * 2 >= seen[key] and not _speaks(text)
            running = running or bool(near_break[key] and _VOLUME_HEAD.match(text))
            if _PAGE_NUMBER.match(text) or _JOB_NUMBER.match(text) or repeated or running or text in paged:
                line = replace(line, what="furniture")
        told.append(line)
    _mark_inner_heads(told, symbols | own)
    return _without_printing(told)


def _without_printing(lines: list[Line]) -> list[Line]:
    """The lines, with what is said of the printing of the document told as furniture to the end of its paragraph."""
    told: list[Line] = []
    printing = False
    for line in lines:
        printing = line.what == "text" and not line.marked and (printing or bool(_PRINTING.match(line.text)))
        told.append(replace(line, what="furniture") if printing else line)
    return told


def _mark_inner_heads(lines: list[Line], symbols: set[str]) -> None:
    """Tells as furniture the running heads that begin with a symbol of the document and cut a sentence in two."""
    said = [at for at, line in enumerate(lines) if line.what == "text"]
    for before, at, after in zip(said, said[1:], said[2:], strict=False):
        text = lines[at].text
        is_head = len(text) <= 160 and text.split()[0] in symbols and text[-1] not in ".;:,"
        if is_head and breaks_off(lines[before].text) and lines[after].text[0].islower():
            lines[at] = replace(lines[at], what="furniture")


def breaks_off(text: str) -> bool:
    """Does the line end inside a sentence? A short one may be a heading."""
    return text[-1] not in ".;:,!?" and len(text) > 40


def _running(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _speaks(text: str) -> bool:
    """Is the line one that may well recur at the top of a page and still speak (a formula, a heading, a label)?"""
    return bool(re.match(r"(?:the|decision|resolution|annex|[(\[]?\w{1,4}[.)])\b", text, re.IGNORECASE)) or (
        text[-1] in ".;:,"
    )


def _pages_of(lines: list[Line]) -> set[str]:
    """The page numbers of the form "3/5": at least two with one total, or one beside a symbol or at the end."""
    totals: dict[str, list[str]] = {}
    beside: set[str] = set()
    said = [line.text for line in lines if line.what == "text"]
    for before, text, after in zip(["", *said], said, [*said[1:], ""], strict=False):
        found = re.fullmatch(r"(\d{1,3})/(\d{1,3})", text)
        if found and int(found[1]) <= int(found[2]):
            totals.setdefault(found[2], []).append(text)
            if _SYMBOL_ONLY.match(before) or _SYMBOL_ONLY.match(after) or (before and not after):
                beside.add(text)
    return beside | {text for rows in totals.values() if len(set(rows)) >= 2 for text in rows}
