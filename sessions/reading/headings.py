"""Lines -> headings: of decisions and resolutions, of drafts, of annexes, of a report's own sections.

A number alone proves nothing: contents, running text and annexes are full of them. A heading is a number in the
form of one, and what it heads begins as a decision does (`sections` holds that together).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .labels import roman
from .lines import Line
from .mastheads import is_data
from .number_forms import AFTER_WORD, NUMBERS, REVISION, REVISION_BELOW, WORD, tidy
from .openings import body_alone, opening, speaker, speaks_and_acts

_KEYWORD = re.compile(
    rf"^(?:[“\"\[(]\s?)?(?:[A-Z\d]{{2,8}}/){{0,3}}{WORD}:?\s+(?:(?i:no\.?|nr\.?|n°|number|CO?P|MOP|COP/MOP)\s*[:.]?\s*)?"
    rf"(?P<number>{AFTER_WORD}{REVISION}?)[\])]?(?P<rest>.*)$"
)
_BARE = re.compile(rf"^(?:CO?P\s+)?(?P<number>(?:{NUMBERS})(?!\d){REVISION}?)(?P<rest>$|[.:*]?\s.*$|[.:](?=[A-Z]).*$)")
_DRAFT = re.compile(
    r"^(?:[“\"\[]\s?)?(?:revised |amended |proposed |omnibus )?draft\s+(?:procedural\s+|omnibus\s+)?"
    r"(?:decision|resolution)s?\b",
    re.I,
)
# "SIXTY-SIXTH WORLD ASSEMBLY      WHA66.12": the number at the right end of the line that names body and session.
_MASTHEAD = re.compile(rf"^(?P<name>[A-Z][\w ’'(),&-]{{4,90}}?)\s+(?P<number>(?:{NUMBERS}){REVISION}?)\*?$")
_IN_MASTHEADS = re.compile(
    r"\b(?:nations|assembly|conference|council|board|committee|commission|congress|meeting|session|plenary|parties)\b",
    re.IGNORECASE,
)
_IN_FORMULA = re.compile(rf"\bin (?:its )?(?:dec(?:ision|\.)|res(?:olution|\.))\s+(?P<number>{NUMBERS})", re.IGNORECASE)

_ANNEX = re.compile(
    r"^(?:(?:the )?annex(?:es)?|appendix|appendices|attachment|enclosure)(?:\s+(?P<number>[IVXL]+|\d{1,2}|[A-Z])\b)?",
    re.I,
)
_NUMBERED = re.compile(
    r"^(?:(?:chapter|part|section)\s+)?(?P<number>[IVXL]{1,7}|[A-Z]|\d{1,2})(?:[.)]|\s*[:–—-])\s*(?P<title>\S.*)$", re.I
)
_BARE_PART = re.compile(r"^[IVX]{1,6}\.?$")
_SESSION_WORDS = re.compile(
    r"^(?:organi[sz]ation of the (?:session|meeting|work)|opening\b|closure\b|closing of the|attendance|"
    r"participation|election of (?:the )?officers|adoption of the (?:agenda|report)|agenda item\b|credentials|"
    r"corrigend(?:um|a)\b|general (?:discussion|debate|exchange)|list of (?:documents|participants)|documentation|"
    r"deliberations|proceedings|introduction|action taken by|explanations? of (?:vote|position)|"
    r"other (?:matters|business)|provisional agenda for|statements? (?:on|by|made)|programme budget implications)",
    re.IGNORECASE,
)

Sort = Literal["decision", "draft", "annex", "section"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that heads something."""

    at: int  # index of the line
    sort: Sort
    number: str = ""
    title: str = ""
    resolution: bool | None = None  # by its own word or symbol; None where it does not say
    level: int = 0
    sure: bool = False  # says "Decision 4/1" or stands in mark-up: a heading even without text below it
    masthead: bool = False  # the number ends a line that names body and session; the title stands right over the text


def heading_of(lines: list[Line], at: int) -> Heading | None:
    """What `lines[at]` heads, or None. Contents (leaders and page numbers) head nothing."""
    line = lines[at]
    text = line.text
    if line.what != "text" or not text or len(text) > 500 or line.bullet or line.leads:
        return None
    if line.marked or len(text) < 160:
        begins = line.marked or (text[0].isupper() and not _mid_sentence(lines, at))
        if begins and _DRAFT.match(text) and text[-1] not in ".;,":
            return Heading(at, "draft", title=text, level=line.level)
        # "... set out in the" | "annex to the present decision, ..." is a sentence that a line's end broke.
        if begins and (annex := _ANNEX.match(text)) and _is_annex(line, text, annex):
            return Heading(at, "annex", number=(annex["number"] or "").upper(), title=text, level=line.level)
    return _decision(lines, at) or _section(lines, at)


def _is_annex(line: Line, text: str, found: re.Match[str]) -> bool:
    rest = text[found.end() :].strip(" .:–—-*")
    if line.marked or re.match(r"to (?:the )?(?:present |this )?(?:decision|resolution)\b", rest):
        return True
    return not rest or (text[-1] not in ".;," and rest[0].isupper() and len(text) < 120 and bool(found["number"]))


def _decision(lines: list[Line], at: int) -> Heading | None:
    line = lines[at]
    text = line.text
    if keyword := _KEYWORD.match(text):
        rest = _title_of(keyword["rest"])
        titled = text[0].isupper() and keyword["rest"].lstrip().startswith(":")  # no sentence goes on like that
        if rest is None or not (line.marked or titled or not _mid_sentence(lines, at)):
            return None
        word = re.sub(r"\s", "", keyword["word"]).lower()
        number = _revised(tidy(keyword["number"]), lines, at)
        return Heading(at, "decision", number, rest, word == "resolution", line.level, sure=True)
    if bare := _BARE.match(text):
        rest = _title_of(bare["rest"])
        if rest is None or (not line.marked and _mid_sentence(lines, at)):
            return None
        number = _revised(tidy(bare["number"]), lines, at)
        return Heading(at, "decision", number, rest, symbol_says(number), line.level)
    if (mast := _MASTHEAD.match(text)) and names_body(mast["name"]) and not _mid_sentence(lines, at):
        number = tidy(mast["number"])
        if (says := symbol_says(number)) is not None:
            return Heading(at, "decision", number, "", says, line.level, masthead=True)
    if text[0].isupper() and (named := speaker(text)) and (found := _IN_FORMULA.search(text[len(named) :])):
        # "The Eighth Meeting of the Parties decided in decision VIII/2:" heads and opens at once.
        return Heading(at, "decision", tidy(found["number"]), "", None, line.level)
    return None


def names_body(text: str) -> bool:
    """Is `text` nothing but the name of a body or session, as a masthead has it?"""
    names = all(not word[0].islower() or len(word) < 5 for word in text.split())
    return names and bool(_IN_MASTHEADS.search(text))


def symbol_says(number: str) -> bool | None:
    """Is a bare number that of a resolution? WHA66.12 and A/RES/64/263 are; WHA66(8) is a decision."""
    if re.search(r"/res\b", number, re.IGNORECASE) or re.match(
        r"[A-Z]{2,6}\d+\.|Conf\.|MEPC|[A-Z]\d\d-|[A-Z]\.\d{3}", number
    ):
        return True
    return False if re.search(r"/dec\b|^[A-Z]{2,6}\d+\(|COM\b", number, re.IGNORECASE) else None


def _revised(number: str, lines: list[Line], at: int) -> str:
    """The number with its revision, which may stand on the line below: "Conf. 11.1", "(Rev. CoP18) Committees"."""
    below = next((line.text for line in lines[at + 1 : at + 3] if line.text), "")
    found = REVISION_BELOW.match(below)
    return f"{number} {found[1]}" if found and "(" not in number else number


def _title_of(rest: str) -> str | None:
    """The title that follows a number on its line; None where what follows shows that it is no heading."""
    rest = rest.strip()
    if not rest:
        return ""
    bare = rest.lstrip(".:;–—-*]) \t")
    if not bare or is_data(bare) or bare.isdigit():  # "Resolution Conf. 11.1 – 2" has the number of its page
        return ""
    if rest[0] in ",;" or bare[0] in ",;/)":
        return None
    if rest[0] not in ".:–—-*" and bare[0].islower():
        return None  # "Decision 4/1 was adopted by consensus"
    if bare[0].islower() and bare.split()[0] in ("was", "is", "has", "and", "of", "on", "in", "adopted"):
        return None
    return bare


def _mid_sentence(lines: list[Line], at: int) -> bool:
    """Does the unmarked line merely begin with a number because its sentence was broken there?"""
    before = lines[at - 1] if at else None
    if before is None or before.what != "text" or before.marked:
        return False
    runs = before.text[-1] not in ".;:" and len(before.text) > 50
    return runs and not (before.text.isupper() or is_data(before.text) or _ANNEX.match(before.text))


def _section(lines: list[Line], at: int) -> Heading | None:
    line = lines[at]
    text = line.text
    alone = (at == 0 or lines[at - 1].what != "text") and (at + 1 == len(lines) or lines[at + 1].what != "text")
    if not line.marked and not (alone and len(text) < 200 and text[-1] not in ".;:,"):
        numbered = _NUMBERED.match(text)
        begins = at == 0 or lines[at - 1].what != "text" or lines[at - 1].text[-1] in ".;"
        if not (numbered and begins and text[-1] not in ".;:," and _SESSION_WORDS.match(numbered["title"])):
            return None
    if _BARE_PART.match(text):
        return Heading(at, "section", text.strip(" ."), "", None, line.level)
    if numbered := _NUMBERED.match(text):
        title = numbered["title"]
        if opening(title) == "verb" and text[-1] in ".;:," and len(text) > 60:
            return None
        if line.marked or (
            numbered["number"].isupper() and title[:1].isupper() and roman_or_letter(numbered["number"])
        ):
            return Heading(at, "section", numbered["number"].upper(), title, None, line.level)
    if line.marked or _SESSION_WORDS.match(text):
        return Heading(at, "section", "", text, None, line.level)
    return None


def roman_or_letter(number: str) -> bool:
    """Does `number` count chapters ("IV") or their sections ("B")?"""
    return roman(number) is not None or len(number) == 1


def of_a_session(heading: Heading) -> bool:
    """Is the section one of a report on a session (its opening, its deliberations), never of a decision?"""
    return heading.sort == "section" and bool(_SESSION_WORDS.match(heading.title))


def contents(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The numbers that a table of contents lists, with their lines."""
    listed = []
    for line in lines:
        if line.what == "text" and line.leads:
            found = _BARE.match(line.text) or _KEYWORD.match(line.text)
            if found:
                listed.append((line.number, tidy(found["number"])))
    return listed


def opens_decision(text: str) -> bool:
    """Does `text` begin the body of a decision: the organ's formula, a recital, a verb of decision?"""
    if body_alone(text) is not None:
        return True
    if text.startswith("At its ") and speaks_and_acts(text):
        return True  # "At its 47th plenary meeting, on 27 July 2012, the Council decided to ..."
    said = opening(text)
    return said == "formula" or (said in ("verb", "recital") and text.rstrip()[-1] in ".;:,")


_STRONG = re.compile(rf"(?<![\w/-])(?P<number>{NUMBERS}{REVISION}?)(?![\w/-])")


def numbers_in(text: str) -> str:
    """The number of a decision that a masthead names: "UNEP/CBD/COP/DEC/XII/28" gives "XII/28"; "" for none."""
    if found := re.search(r"/DEC/(?P<number>[IVXL]+/\d{1,3}|\d{1,3}/\d{1,3})\b", text):
        return found["number"]
    if found := re.search(r"[A-Z\d]{2,8}/(?:Resolution|Decision) (?P<number>\d{1,3}\.\d{1,3})\b", text):
        return found["number"]
    if found := _KEYWORD.match(text):
        return tidy(found["number"])
    if re.search(r"\b(?:report|agenda|document|paragraph|distr|item)\b|[A-Z]/\d+/L\.", text, re.IGNORECASE):
        return ""
    for found in _STRONG.finditer(text):
        if symbol_says(found["number"]) is not None or re.match(r"[A-Z]+-\d|\d+/[A-Z]|[IVXL]+/\d", found["number"]):
            return tidy(found["number"])
    return ""
