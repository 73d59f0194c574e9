"""The body whose decision is read: its own noun, and whether a phrase means it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .complements import MODALS
from .ordinals import ORDINAL
from .parties import ARTICLES
from .shapes import Clause
from .verbs import SINGLE
from .words import Word, vocabulary, words_of

_HEADS = vocabulary("conference assembly council commission committee meeting plenary board forum congress body")
_SESSIONS = vocabulary("meeting meetings session sessions")
_WHICH = vocabulary("next ordinary regular resumed future subsequent annual extraordinary forthcoming and or")
OPENING = re.compile(
    r"\W*the\s+(?P<name>[A-Z][^,:;.]{2,90}?)"
    r"(?=\s+(?:to|on|serving|of the (?:World Health|United Nations)|at its|decide[sd]?|request|adopt)\b"
    r"|\s*[,:;.(]|\s*$)",
    re.IGNORECASE,
)
# A line that holds nothing but the name.
_ALONE = re.compile(
    r"\W*the\s+(?:[\w-]+\s+){0,3}[\w-]+(?:\s+(?:of|to|on|for)\s(?![^,:;.]*\b(?:has|have|had|is|are|was|were|be|that)\b)[^,:;.]{3,110})?"
    r"[*_\s]*[,:]?[*_\s]*",
    re.IGNORECASE,
)
# What a name bears that the body leaves out where it speaks of itself: "the Health Assembly".
_WORLDWIDE = re.compile(r"^(?:United Nations|World|International)\s+", re.IGNORECASE)
_ORDINAL = re.compile(ORDINAL, re.IGNORECASE)
_LEADING_ORDINAL = re.compile(rf"^{ORDINAL}\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its own noun ("Conference", "General Assembly") and the words its full name may use."""

    noun: str
    words: frozenset[str]
    head: str

    def is_meant(self, words: Sequence[Word], lo: int, hi: int) -> bool:
        """Do the words from `lo` name this body: "the Conference", "the seventieth Assembly", "it"?

        Reads as far as the name goes; another body of the same kind ("the Economic and Social Council" in a text
        of the Human Rights Council) is not meant.
        """
        k = lo
        while k < hi and words[k].low in ARTICLES and words[k].low != "it":
            k += 1
        return self._named(words, k, hi) or self._named(words, _after_session(words, k, hi), hi)

    def _named(self, words: Sequence[Word], k: int, hi: int) -> bool:
        if k < hi and words[k].low in ("it", "cop"):
            return True
        own = False
        while k < hi and (words[k].low in self.words or words[k].low == "next" or _ORDINAL.fullmatch(words[k].low)):
            own = own or words[k].low == self.head
            k += 1
        another = k < hi and words[k].low in _HEADS
        return own and not another


def _after_session(words: Sequence[Word], k: int, hi: int) -> int:
    """The index after "eighth meeting of the" in "the eighth meeting of the Conference"; else `k`."""
    j = k
    while j < min(hi - 1, k + 5) and (words[j].low in _WHICH or _ORDINAL.fullmatch(words[j].low)):
        j += 1
    if j + 1 < hi and words[j].low in _SESSIONS and words[j + 1].low == "of" and j > k:
        return j + 3 if j + 2 < hi and words[j + 2].low == "the" else j + 2
    return k


def body_of(clauses: Sequence[Clause], default: str) -> Body:
    """The body that the decision's first words name, else `default`.

    "The Conference of the Parties to the ... Convention, recalling" speaks of itself as the Conference. Where the
    preamble stands first, "THE CONFERENCE OF THE PARTIES" follows in a line of its own.
    """
    alone = [c for c in clauses[3:] if c.kind in ("preamble", "chapeau", "operative") and _ALONE.fullmatch(c.text)]
    for clause in (*clauses[:3], *alone):
        match = OPENING.match(clause.text)
        name = _opened_with(match["name"]) if match else ""
        # "The Chair of the Committee reported" opens no decision of the Committee.
        if any(word in _HEADS for word in name.lower().split(" of ")[0].split()):
            return _body(default if default.startswith(f"{name} ") else name, clauses)
    if default.lower() == "meeting":
        # The short noun of a Meeting of the Parties; alone it would be any meeting.
        default = "Meeting of the Parties"
    match = OPENING.match(default if default.lower().startswith("the ") else f"The {default}")
    return _body(match["name"] if match else default, clauses)


def _opened_with(printed: str) -> str:
    """The name before the first verb; nothing where that is a "shall": what an organ shall do names no author."""
    name: list[str] = []
    for word in printed.split():
        if word.lower() in MODALS:
            return ""
        if word.lower() in ("took", "takes") or (name and word in SINGLE and SINGLE[word].tense != "base"):
            break
        name.append(word)
    return " ".join(name)


def _body(name: str, clauses: Sequence[Clause]) -> Body:
    name = _LEADING_ORDINAL.sub("", re.sub(r"\s+", " ", name.strip()))
    if name.isupper():
        name = name.title().replace(" Of ", " of ").replace(" The ", " the ")
    words = [w.low for w in words_of(name)]
    head = next((w for w in words if w in _HEADS), words[-1] if words else "")
    return Body(
        _own_noun(name, head, clauses) or name,
        frozenset({*words, "the", "of", "parties", "contracting"} if head in ("conference", "meeting") else words),
        head,
    )


def _own_noun(name: str, head: str, clauses: Sequence[Clause]) -> str:
    """The noun by which a body speaks of itself: "Conference", "General Assembly", "Council" for a longer name."""
    if head == "conference":
        return "Conference"
    if head == "meeting":
        return name
    noun = re.split(" (?:of|for) ", name)[0]
    words = _WORLDWIDE.sub("", noun).split()
    if len(words) > 2 and words[-1].lower() in _HEADS:
        # "the Environment Assembly" for the Harbour Environment Assembly, but nobody says "the Rights Council".
        short = " ".join(words[-2:])
        said = any(f"the {short}" in clause.text for clause in clauses)
        return short if said else words[-1]
    return " ".join(words)
