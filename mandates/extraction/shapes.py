"""What goes into the extraction and what comes out: plain frozen values, without Django, database or clock."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of a decision as the reading gives it.

    `label` is the path of printed labels ("(o)(i)"), `chapeau` the index of the parent paragraph in the same
    decision, `kind` one of preamble, operative, chapeau, quoted. All spans count in `text`.
    """

    label: str
    part: str
    kind: str
    text: str
    chapeau: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where something is printed: `start` to `end` in the text of the paragraph called `label`."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, as the text says it; no calendar is asked, so a session stays an ordinal.

    `kind` is date, session, recurring, ongoing or on_request; `date` and `start` are ISO days, `offset` and
    `every` ISO 8601 durations ("-P6W" is six weeks before; `every` may also be "session").
    """

    text: str
    kind: str
    date: str | None = None
    start: str | None = None
    session: int | None = None
    part: str | None = None
    relation: str | None = None
    offset: str | None = None
    every: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A decision, resolution, document symbol or article that the paragraph cites."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful in a candidate: a code that mandates.wording turns into a sentence, and its parameters."""

    code: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the fields of a candidate are printed; none for the addressee that nobody printed."""

    verb: Span
    addressees: tuple[Span, ...] = ()
    action: Span | None = None
    deadline: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed mandate: somebody is asked to do something. Clear where `doubt` is None."""

    verb: str
    addressees: tuple[str, ...]
    action: str
    action_type: str
    deadline: Deadline | None
    funding: str | None
    takes_effect: bool
    references: tuple[Reference, ...]
    spans: Spans
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one clause turned out to be (operative, chapeau, recital, preamble, quoted) and what it asks."""

    kind: str
    candidates: tuple[Candidate, ...] = ()
