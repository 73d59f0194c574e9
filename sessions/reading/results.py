"""What a reading consists of. Plain frozen values that go to JSON and come back unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from .besides import ReportFacts
from .corrections import Correction
from .versions import TextKind

NOTHING = ReportFacts()

Level = Literal["info", "warning", "error"]
Kind = Literal["preamble", "operative", "chapeau", "quoted"]
DecisionKind = Literal["decision", "resolution"]


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """Which session of which body adopted the text; "" and None where the text does not say."""

    body: str = ""
    ordinal: int | None = None
    place: str = ""
    start: str | None = None  # ISO day
    end: str | None = None  # ISO day


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a decision, in the words in which every span counts.

    `label` is the path of printed labels ("(o)(i)", "3.(b)"); a paragraph that prints none of its own (an
    item without a mark, a quotation) carries the path of the paragraph it belongs to, or "".
    `chapeau` is the index, within the decision, of the paragraph that governs it.
    """

    label: str
    part: str
    kind: Kind
    text: str
    line: int  # first line in the file, counted from 1
    chapeau: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionText:
    """One adopted decision or resolution, with its number as printed ("" where it has none)."""

    number: str
    title: str
    kind: DecisionKind
    line: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Where the lines went: all of them, those inside decisions, and what became of each of these.

    A footnote, a page number or a running head stands where the page had it, within a decision too.
    """

    lines: int
    in_decisions: int  # the sum of all that follow
    unplaced: int = 0
    paragraphs: int = 0
    headings: int = 0  # with titles and data of the adoption
    tables: int = 0
    footnotes: int = 0
    furniture: int = 0  # page numbers, running heads, symbols
    blank: int = 0  # with page breaks and rules


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know about the reading: a code with parameters, never a sentence."""

    level: Level
    code: str
    line: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The finding in plain JSON types."""
        return {"level": self.level, "code": self.code, "line": self.line, "params": dict(self.params)}


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one text."""

    session: SessionFacts
    decisions: tuple[DecisionText, ...]
    account: Account
    findings: tuple[Finding, ...]
    besides: ReportFacts = NOTHING
    kind: TextKind = field(default_factory=TextKind)
    corrections: tuple[Correction, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The reading in plain JSON types; `from_dict` gives it back."""
        data = asdict(self)
        data["decisions"] = [{**decision, "paragraphs": list(decision["paragraphs"])} for decision in data["decisions"]]
        data["findings"] = [finding.as_dict() for finding in self.findings]
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Reading:
        """The reading that `as_dict` wrote. KeyError or TypeError where the form is another."""
        return cls(
            session=SessionFacts(**data["session"]),
            decisions=tuple(
                DecisionText(**{**row, "paragraphs": tuple(Paragraph(**p) for p in row["paragraphs"])})
                for row in data["decisions"]
            ),
            account=Account(**data["account"]),
            findings=tuple(Finding(**row) for row in data["findings"]),
            besides=ReportFacts.from_dict(data["besides"]) if "besides" in data else NOTHING,
            kind=TextKind(**data["kind"]) if "kind" in data else TextKind(),
            corrections=tuple(Correction(**row) for row in data.get("corrections", ())),
        )
