"""What a report says besides its decisions. Plain frozen values; "" , () and None where the text does not say.

No names of persons: of a list of participants only States and organizations are taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Bearing = Literal["amount", "none", "existing", "extrabudgetary", ""]
DocumentSort = Literal["pre_session", "limited", "crp", "information", "post_session"]
AttendedAs = Literal["party", "signatory", "state", "entity", "un", "igo", "office", "ngo"]


@dataclass(frozen=True, slots=True)
class Adoption:
    """How one decision was adopted: at which meeting, on which day, from which draft, of which sponsors."""

    decision: str  # its number as printed, of a decision that was read
    meeting: int | None
    on: str | None  # ISO day
    draft: str  # symbol
    is_orally_revised: bool
    sponsors: tuple[str, ...]  # States and groups of States, or the organ that submitted it
    line: int


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, and what for: `purpose` is cut from the sentence, `period` the budget period as printed ("2008-2009")."""

    currency: str  # ISO 4217
    amount: int
    purpose: str
    period: str


@dataclass(frozen=True, slots=True)
class StatedParagraph:
    """What a statement says of one paragraph of the draft; label "" is the draft as a whole."""

    label: str  # "3", "(a)"
    words: str  # what the paragraph would do, as the statement quotes the draft
    bearing: Bearing
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A financial statement: it hangs on a draft, never on what was adopted."""

    annex: str  # "III"
    draft: str  # symbol
    decision: str  # the number of the decision that the draft became, where the report says so
    paragraphs: tuple[StatedParagraph, ...]
    line: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item or a sub-item: "2", "2 (a)"."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class NextAgenda:
    """The provisional agenda of a later session."""

    session: int
    items: tuple[AgendaLine, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document that was before the session; `agenda` as printed: "2 (a), (c) and (h)"."""

    symbol: str
    agenda: str
    title: str
    sort: DocumentSort


@dataclass(frozen=True, slots=True)
class Attendee:
    """A State or an organization that took part; `iso3` where the name is one of the list of States."""

    name: str
    attended_as: AttendedAs
    iso3: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that a paragraph cites in a footnote; `paragraph` is its index in the decision."""

    decision: str
    paragraph: int
    symbol: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that a report says besides its decisions."""

    adoptions: tuple[Adoption, ...] = ()
    statements: tuple[Statement, ...] = ()
    agenda: NextAgenda | None = None
    documents: tuple[ListedDocument, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    citations: tuple[Citation, ...] = ()

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ReportFacts:
        """The facts that `dataclasses.asdict` wrote. KeyError or TypeError where the form is another."""
        agenda = data["agenda"]
        return cls(
            adoptions=tuple(Adoption(**{**row, "sponsors": tuple(row["sponsors"])}) for row in data["adoptions"]),
            statements=tuple(
                Statement(**{**row, "paragraphs": tuple(_stated(each) for each in row["paragraphs"])})
                for row in data["statements"]
            ),
            agenda=agenda and NextAgenda(**{**agenda, "items": tuple(AgendaLine(**item) for item in agenda["items"])}),
            documents=tuple(ListedDocument(**row) for row in data["documents"]),
            attendance=tuple(Attendee(**row) for row in data["attendance"]),
            citations=tuple(Citation(**row) for row in data["citations"]),
        )


def _stated(row: Mapping[str, Any]) -> StatedParagraph:
    return StatedParagraph(**{**row, "amounts": tuple(Amount(**amount) for amount in row["amounts"])})
