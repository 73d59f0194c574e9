"""What kind of text a file is: a report or an adopted decision, a draft, a corrigendum, an addendum; and its language.

Told by the masthead (the symbol "HARB/2007/L.5/Rev.1", the words "Corrigendum", "Draft decision") and by the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .language import language_of
from .lines import Line

Sort = Literal["report", "draft", "corrigendum", "addendum"]

_HEAD = 40  # lines of a masthead; a report names drafts and corrigenda further down
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z0-9]{0,9}(?:[.-][A-Z0-9]{1,8})?(?:/[A-Z0-9][\w.()-]*)+(?<![.,;:(])")
_LIMITED = re.compile(r"/(?:L|CRP|WP)\.?\s?\d", re.IGNORECASE)
_DRAFT = re.compile(
    r"^(?:.{0,200}:\s*)?(?:revised |amended |proposed |omnibus )*draft (?:decision|resolution)s?\b|"
    r"^(?:projet de|proyecto de) (?:décision|résolution|decisión|resolución)\b|^проект (?:решения|резолюции)\b|"
    r"^مشروع (?:مقرر|قرار)|^(?:决定|决议)草案",
    re.IGNORECASE,
)
_SAYS = (
    (
        "corrigendum",
        re.compile(r"^(?:corrigend(?:um|a)|rectificatif|corrección|исправление|تصويب|更正)\b.{0,20}$", re.IGNORECASE),
    ),
    ("addendum", re.compile(r"^(?:addendum|additif|adición|добавление|إضافة|增编)\b.{0,20}$", re.IGNORECASE)),
)
# Languages in which the texts of bodies exist; only English is read for requests.
OFFICIAL = ("ar", "zh", "en", "fr", "ru", "es")


@dataclass(frozen=True, slots=True)
class TextKind:
    """What kind of text it is, under which symbol ("" where it prints none), in which language."""

    sort: Sort = "report"
    symbol: str = ""
    language: str = "en"

    @property
    def is_quoted(self) -> bool:
        """Is it another official version of a text that is read in English: set beside it, not read for requests?"""
        return self.language in OFFICIAL and self.language != "en"


def kind_of(lines: Sequence[Line]) -> TextKind:
    """The kind of the text that these lines are. What it does not say is taken for a report in English."""
    said = [line for line in lines if line.what in ("text", "furniture") and line.text]
    head = said[:_HEAD]
    symbol = next((found[0] for line in head if len(line.text) < 120 and (found := _symbol(line.text))), "")
    language = language_of("\n".join(line.text for line in lines if line.what == "text")) or "en"
    return TextKind(_sort(head, symbol), symbol, language)


def _symbol(text: str) -> re.Match[str] | None:
    found = _SYMBOL.search(re.sub(r"(?<=[A-Z\d])\s*/\s*(?=[A-Z\d])|(?<=\bL)\.\s+(?=\d)", _tight, text))
    return found if found and re.search(r"\d", found[0]) else None


def _tight(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found[0])


def _sort(head: Sequence[Line], symbol: str) -> Sort:
    if re.search(r"/Corr\.?\s?\d", symbol, re.IGNORECASE):
        return "corrigendum"
    drafts = any(_DRAFT.match(line.text) for line in head)
    if _LIMITED.search(symbol) or (drafts and not symbol):
        return "draft" if drafts else "report"
    for sort, words in _SAYS:
        if any(words.match(line.text) for line in head):
            return "corrigendum" if sort == "corrigendum" else "addendum"
    return "addendum" if re.search(r"/Add\.?\s?\d", symbol, re.IGNORECASE) else "report"
