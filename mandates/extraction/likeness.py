"""How alike two requests are by their own words, and which earlier decisions a paragraph cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# What every text of the genre says: two requests are not alike because both ask for a report on the present decision.
_COMMON = frozenset(
    """
    the a an of to in on for and or by with at from as its it their his her that this these those which who whom such
    be been being is are was were has have had shall should may can will would not no other others any all each every
    also further inter alia including particular appropriate necessary relevant possible within under into through
    between among upon about against during before after until than more most own where when how whether
    secretariat secretary general conference committee council assembly meeting meetings working group groups session
    sessions parties party states state member members governments government body bodies organ organs office bureau
    decision decisions resolution resolutions paragraph paragraphs present above said annex first second third fourth
    fifth sixth seventh eighth ninth tenth eleventh twelfth next year years day month months
    request requests requested requesting report reports reporting reported submit submits submitted inform consider
    continue continues continued take taken make made provide provided providing prepare prepared ensure undertake
    carry out give given keep implementation implement implemented implementing progress matter matters regard respect
    account view views purpose order order accordance pursuant basis subject availability resources existing
    extrabudgetary
    """.split()  # noqa: SIM905  a list of a hundred quoted words cannot be read
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ions", "ion", "ers", "es", "ed", "s")
_PARAGRAPH = re.compile(
    r"\bparagraphs?\s+(?P<label>\d+(?:\s*\([a-z]+\))*|(?:\([a-z]+\)\s*){1,3})\s*"
    r"(?:,|of)?\s*(?:of|in)?\s*(?:its|their|the)?\s*$",
    re.IGNORECASE,
)
_DECISION = re.compile(r"^(?P<kind>decisions?|resolutions?)\s+(?P<numbers>.+)$", re.IGNORECASE | re.DOTALL)
_LOOK_BACK = 60


def stems(text: str) -> frozenset[str]:
    """The words that say what is asked, without their endings: "small harbours" and "a small harbour" share two."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> int:
    """How much of the words two requests share, 0 to 100; the shorter may be part of the longer.

    Two words in common are the least: one alone is the subject of half a session.
    """
    shared = len(one & other)
    if shared < 2:
        return 0
    both = 2 * shared / (len(one) + len(other))
    part = shared / min(len(one), len(other))
    return round(100 * (both + part) / 2)


@dataclass(frozen=True, slots=True)
class Citation:
    """An earlier decision, as printed, by its number, and the label of its paragraph where that is printed too."""

    text: str
    kind: str
    number: str
    label: tuple[str, ...] = ()


def citations(text: str, printed: Iterable[str]) -> list[Citation]:
    """The decisions among the references of a paragraph, with the paragraphs of theirs that the text names.

    "paragraph (i) of decision 4/1" cites one paragraph, "decisions 4/1 and 4/2" two decisions as wholes.
    """
    found: list[Citation] = []
    for reference in dict.fromkeys(printed):
        match = _DECISION.match(reference)
        at = text.find(reference)
        if match is None:
            continue
        kind = "resolution" if match["kind"].lower().startswith("r") else "decision"
        before = _PARAGRAPH.search(text[max(0, at - _LOOK_BACK) : at]) if at >= 0 else None
        label = tuple(re.findall(r"[^\W_]+", before["label"].lower())) if before else ()
        numbers = [part for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", match["numbers"]) if part.strip()]
        found += [Citation(reference, kind, number.strip(), label) for number in numbers]
    return found
