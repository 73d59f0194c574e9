"""How a decision was adopted: "At its 9th meeting, on 12 October 2007, the Conference adopted ..."."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from sessions import states

from .besides import Adoption
from .blocks import read_blocks
from .facts import ORDINALS
from .lines import Line
from .results import DecisionText, SessionFacts
from .symbols import symbol_in

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MEETING = re.compile(
    r"\b(?:at|during) (?:its|the) (?!same\b)(?P<ordinal>\d{1,3}\s?(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?:\([\w ]+\)\s+)?(?:(?:plenary|closing|final|last|formal)\s+)*(?:meeting|sitting)s?\b"
    r"(?:\s*\([^)]{1,40}\))?(?:,?\s*(?:held )?on (?P<day>[^,;()]{3,40}\d{4}|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}))?",
    re.IGNORECASE,
)
_SAME_MEETING = re.compile(r"\b(?:at|during) the same (?:meeting|sitting)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*$")
_ADOPTED = re.compile(r"\b(?:adopted|was adopted|were adopted|approved)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"])\.\)?\s+(?=[(A-Z])")
_REVISED = re.compile(
    r"\bas (?:further )?(?:orally |verbally )(?:revised|amended|corrected)|\borally (?:revised|amended)", re.IGNORECASE
)
_SPONSORS = re.compile(
    r"\b(?:sponsored|co-?sponsored|submitted|proposed) by (?P<who>.+?)"
    r"(?=\.?\s*\(|\.\s|\.$|;|,\s(?:as\b|which|without|and (?:the|its|a)\s(?:provisional|report))|"
    r",?\sby (?:consensus|acclamation|vote)|$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"entitled [“\"«](?P<title>.+?)[”\"»]")
_PERSONAL = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.?E|Sir|M|Mme)\b\.?|\b(?:representative|delegate|observer)s?\b", re.IGNORECASE
)


def read_adoptions(
    lines: Sequence[Line], decisions: Sequence[DecisionText], session: SessionFacts
) -> tuple[Adoption, ...]:
    """How each decision was adopted, in the order of the decisions; those of which nothing is said are left out."""
    inside = _lines_of(decisions, len(lines))
    found: dict[str, Adoption] = {}
    meeting: tuple[int | None, str | None] = (None, None)
    names = Names(decisions)
    for block in read_blocks([line for line in lines if line.number not in inside]):
        if not _SAME_MEETING.search(block.text):
            meeting = (None, None)
        for sentence in _sentences(block.text):
            said = _MEETING.search(sentence)
            if said:
                meeting = (_ordinal(said["ordinal"]), day_in(said["day"] or "", session.end))
            if not _ADOPTED.search(sentence) or block.row:
                continue
            for adoption in _in(sentence, block.line, names, meeting):
                if _says_more(adoption, found.get(adoption.decision)):
                    found[adoption.decision] = adoption
    return tuple(found[decision.number] for decision in decisions if decision.number in found)


def _lines_of(decisions: Sequence[DecisionText], last: int) -> set[int]:
    """The numbers of the lines between a decision's heading and its last paragraph."""
    inside: set[int] = set()
    for decision in decisions:
        end = max((paragraph.line for paragraph in decision.paragraphs), default=decision.line)
        inside.update(range(decision.line, min(end, last) + 1))
    return inside


def _sentences(text: str) -> Iterator[str]:
    """The sentences; what stands in brackets after one ("(For the text, see ...)") belongs to it."""
    whole: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if whole and not piece.startswith("("):
            yield " ".join(whole)
            whole = []
        whole.append(piece)
    yield " ".join(whole)


class Names:
    """The decisions by what a sentence calls them: by number, else by title."""

    def __init__(self, decisions: Sequence[DecisionText]) -> None:
        numbers = sorted({d.number for d in decisions if d.number}, key=len, reverse=True)
        one = rf"(?:{'|'.join(map(re.escape, numbers))})(?![\w/])" if numbers else r"(?!)"
        self.number = re.compile(one)
        self.cited = re.compile(
            rf"\b(?:decisions?|resolutions?)\s+(?P<list>{one}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){one})*)", re.IGNORECASE
        )
        self.titles = {_words(d.title): d.number for d in decisions if d.number and d.title}

    def named(self, sentence: str) -> list[tuple[str, int, int]]:
        """The decisions that the sentence names, in its order, each with the place where it does."""
        found: dict[str, tuple[int, int]] = {}
        for cited in self.cited.finditer(sentence):
            for number in self.number.finditer(sentence, *cited.span("list")):
                found.setdefault(number[0], number.span())
        if not found:
            for said in _TITLE.finditer(sentence):
                if titled := self.titles.get(_words(said["title"])):
                    found.setdefault(titled, said.span())
        return [(number, *span) for number, span in found.items()]


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _in(sentence: str, line: int, names: Names, meeting: tuple[int | None, str | None]) -> Iterator[Adoption]:
    """What the sentence says of each decision that it names."""
    pieces = names.named(sentence)
    for nth, (number, start, end) in enumerate(pieces):
        # Of several in one sentence each has the words up to the next, or those since the one before it:
        # "decision 4/1 (L.2) and decision 4/2 (L.3)", "L.2 (decision 4/1) and L.3 (decision 4/2)".
        own = sentence
        if len(pieces) > 1:
            own = sentence[start : pieces[nth + 1][1] if nth + 1 < len(pieces) else None]
            before = sentence[pieces[nth - 1][2] if nth else 0 : end]
            if not _draft(own, number) or (_IN_BRACKETS.search(sentence[:start]) and _draft(before, number)):
                own = before
        draft = _draft(own, number)
        yield Adoption(number, *meeting, draft, bool(_REVISED.search(own)), sponsors_in(own), line)


def _draft(text: str, number: str) -> str:
    """The symbol of the draft: the first that is not the decision's own number."""
    text = text.replace(number, " ") if "/" in number else text
    return symbol_in(text)


def sponsors_in(text: str) -> tuple[str, ...]:
    """The States, groups and organs that submitted it. Representatives and persons are not named."""
    found = _SPONSORS.search(text)
    if not found:
        return ()
    names = [name for name in split_names(found["who"]) if name and not _PERSONAL.search(name) and name[0].isupper()]
    return tuple(names)


def split_names(text: str) -> list[str]:
    """The names of a list "A, B and C": those that hold an "and" of their own stay whole."""
    kept: dict[str, str] = {}

    def keep(found: re.Match[str]) -> str:
        key = f"\ue010{len(kept)}\ue011"
        kept[key] = found[0]
        return key

    text = _with_and().sub(keep, text)
    names = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", text)
    whole = [re.sub("\ue010\\d+\ue011", lambda key: kept[key[0]], name) for name in names]
    return [re.sub(r"^(?:by\s+)?(?:the|also)\s+", "", name.strip(" .")) for name in whole]


@functools.cache
def _with_and() -> re.Pattern[str]:
    names = sorted({s.name for s in states.every() if " and " in s.name or "," in s.name}, key=len, reverse=True)
    groups = r"Group of 77 and China|Group of [A-Z][\w ]+? and (?:[A-Z]\w+|other) States|\([^()]{0,200}\)"
    return re.compile("|".join([*map(re.escape, names), groups]))


def _ordinal(word: str) -> int | None:
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    return ORDINALS.get(word.lower())


def day_in(text: str, session_end: str | None) -> str | None:
    """The day as ISO writes it; one without a year is of the session's year. None where there is none."""
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", text)
    month = next((n for n, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", text, re.IGNORECASE)), 0)
    if not day or not month or not (year or session_end):
        return None
    try:
        return date(int(year[0] if year else str(session_end)[:4]), month, int(day[1])).isoformat()
    except ValueError:
        return None


def _says_more(new: Adoption, known: Adoption | None) -> bool:
    """Does a second sentence on the same decision say more than the first?"""

    def said(adoption: Adoption) -> int:
        return 2 * bool(adoption.draft) + bool(adoption.meeting) + bool(adoption.on) + bool(adoption.sponsors)

    return known is None or said(new) > said(known)
