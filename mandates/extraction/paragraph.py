"""A clause while it is read: its words, what stands around it in the decision, and the small questions about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .antecedents import PRONOUNS, antecedent, is_back_reference, is_short_name, last_plural
from .body import Body
from .shapes import Clause, Doubt, Reference, Span
from .words import Word

_END_MARKS = frozenset({";", ",", ".", "and", "but", ":", "or"})


@dataclass(slots=True)
class Decision:
    """The decision being read: its body, session and tense, the paragraphs already behind and who was asked last."""

    body: Body
    session: int | None
    tense: str
    earlier: list[str] = field(default_factory=list)
    last_named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Who is asked: names with their places. A back-reference has its antecedent's name and its own place."""

    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()


NOBODY = Named()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One clause with its words; word ranges go from `lo` up to, not including, `hi`."""

    clause: Clause
    words: Sequence[Word]
    decision: Decision
    items: tuple[str, ...] = ()
    cited: tuple[Reference, ...] = ()

    @property
    def is_chapeau(self) -> bool:
        return bool(self.items) or self.clause.text.rstrip().endswith(":")

    def text(self, lo: int, hi: int) -> str:
        """What is printed from word `lo` to word `hi`."""
        return self.clause.text[self.words[lo].start : self.words[hi - 1].end] if hi > lo else ""

    def span(self, lo: int, hi: int) -> Span:
        """The place of the words from `lo` to `hi`."""
        return Span(self.clause.label, self.words[lo].start, self.words[hi - 1].end)

    def trimmed(self, lo: int, hi: int) -> int:
        """`hi` moved before closing marks and a dangling "and"."""
        while hi > lo and self.words[hi - 1].low in _END_MARKS:
            hi -= 1
        return hi

    def reaches_end(self, stop: int) -> bool:
        """Is nothing but closing marks left after `stop`?"""
        return self.trimmed(stop, len(self.words)) <= stop

    def named(self, ranges: Sequence[tuple[int, int]]) -> Named:
        """The parties of these word ranges, back-references resolved where something before them fits."""
        names: list[str] = []
        spans: list[Span] = []
        doubts = []
        for lo, hi in ranges:
            printed = self.text(lo, hi)
            meant = self._meant(lo, hi) if is_back_reference(self.words, lo, hi) else (printed,)
            if not meant and printed != "those" and not is_short_name(self.words[hi - 1]):
                doubts.append(Doubt("back_reference", {"words": printed}))
            names += meant or (printed,)
            spans += [self.span(lo, hi)] * max(1, len(meant))
        if names:
            self.decision.last_named = tuple(names)
        return Named(tuple(names), tuple(spans), tuple(doubts))

    def _meant(self, lo: int, hi: int) -> tuple[str, ...]:
        """What a back-reference means: a pronoun whoever was asked last, a noun its last full mention."""
        if self.words[lo].low in PRONOUNS and hi - lo == 1:
            last = self.decision.last_named
            if self.words[lo].low in ("they", "them") and len(last) == 1 and not last[0].rstrip(")").endswith("s"):
                # "brings it to the attention of States, and invites them to reply".
                return last_plural(self.words, lo) or last
            return last if self.words[lo].low in ("they", "them", "those") else last[-1:]
        found = antecedent(self.words, lo, hi, self.decision.earlier[-40:])
        return (found,) if found else ()
