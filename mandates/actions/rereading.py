"""A paragraph with other words is read again: what the new words say of each of its mandates.

Places in the text follow by themselves (`rewording`). A field that a person has corrected is theirs; every other one is
offered, and is written when a person takes it. A proposal that nobody has touched is the reader's, and read anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from mandates.actions.correcting import DEADLINE
from mandates.actions.proposing import clauses_of, proposal_of
from mandates.enums import ChangeKind, Status
from mandates.extraction import Candidate, extract
from mandates.models import Change, Mandate
from mandates.proposals import body_noun
from sessions.models import Decision, Paragraph
from sessions.reading.concordance import Piece, concord

FIELDS: dict[str, tuple[str, ...]] = {
    "verb": ("verb",),
    "addressees": (),
    "action": ("action",),
    "action_type": ("action_type",),
    "deadline": DEADLINE,
    "funding": ("funding",),
}
NAMES = {
    "verb": _("verb"),
    "addressees": _("addressees"),
    "action": _("action"),
    "action_type": _("type"),
    "deadline": _("deadline"),
    "funding": _("funding"),
}
BY_A_PERSON = frozenset({"corrected", "split", "split_off", "merged", "added"})  # what a Change of the reading `did`
Key = tuple[int, str]  # a mandate and a field


class Everything:
    """Contains each field of each mandate: what is harmless is taken as a whole."""

    def __contains__(self, key: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Offer:
    """The new words say otherwise of one field of a mandate; `old` and `new` as people read them."""

    mandate: Mandate
    name: str
    old: str
    new: str

    @property
    def field(self) -> str:
        """What the field is called."""
        return str(NAMES[self.name])


@dataclass(slots=True)
class Reread:
    """A paragraph as it is read with its new words, beside the mandates that it has."""

    paragraph: Paragraph
    candidates: list[Candidate] = field(default_factory=list)  # in the order of the words
    matched: list[tuple[Mandate, Candidate]] = field(default_factory=list)
    fresh: list[Candidate] = field(default_factory=list)  # requests that no mandate stands for
    lost: list[Mandate] = field(default_factory=list)  # mandates whose request is no longer read there


def mandates_of(decision: Decision) -> dict[int, list[Mandate]]:
    """The mandates of a decision by paragraph, without those that were merged into another; `is_touched`: by people."""
    found: dict[int, list[Mandate]] = {}
    rows = Mandate.objects.filter(paragraph__decision=decision, merged_into=None).for_rows()
    rows = rows.annotate(is_touched=Exists(Change.objects.filter(mandate=OuterRef("pk"))))
    for mandate in rows.prefetch_related("addressees").order_by("position", "pk"):
        found.setdefault(mandate.paragraph_id, []).append(mandate)
    return found


def reread(
    decision: Decision, words: Mapping[int, str] | None = None, own: Mapping[int, list[Mandate]] | None = None
) -> dict[int, Reread]:
    """Each paragraph of the decision read again, by its key; `words` are given to some instead of those stored."""
    rows = list(decision.paragraphs.filter(vanished_in=None).select_related("chapeau").prefetch_related("texts"))
    clauses = clauses_of(rows)
    for at, row in enumerate(rows):
        row.decision = decision
        if words and row.pk in words:
            clauses[at] = replace(clauses[at], text=words[row.pk])
    ordinal = decision.session.ordinal if decision.session else None
    results = extract(clauses, session=ordinal, body=body_noun(decision.body.root.name))
    own = mandates_of(decision) if own is None else own
    return {
        row.pk: _beside(row, result.candidates, own.get(row.pk, [])) for row, result in zip(rows, results, strict=True)
    }


def _beside(paragraph: Paragraph, candidates: Iterable[Candidate], mandates: list[Mandate]) -> Reread:
    """Which candidate is which mandate: by their words, then by their order."""
    read = list(candidates)
    found = Reread(paragraph, read)
    matches = concord([_piece(m.verb, m.action) for m in mandates], [_piece(c.verb, c.action) for c in read])
    pairs = {m.old: m.new for m in matches if m.old is not None and m.new is not None}
    alone = [at for at in range(len(mandates)) if at not in pairs]
    free = [at for at in range(len(read)) if at not in pairs.values()]
    if len(mandates) == len(read):  # one request rewritten altogether is that request still
        pairs |= dict(zip(alone, free, strict=True))
        alone, free = [], []
    found.matched = [(mandates[old], read[new]) for old, new in sorted(pairs.items())]
    found.lost = [mandates[at] for at in alone]
    found.fresh = [read[at] for at in free]
    return found


def _piece(verb: str, action: str) -> Piece:
    return Piece("", "", f"{verb} {action}")


# What is offered ------------------------------------------------------------------------------------------------------
def corrected_fields(mandates: Iterable[Mandate]) -> dict[int, set[str]]:
    """The fields of each mandate that a person has corrected, and not taken back."""
    found: dict[int, set[str]] = {}
    changes = Change.objects.filter(kind=ChangeKind.TEXT, mandate__in=[m.pk for m in mandates]).order_by("at", "pk")
    for pk, params in changes.values_list("mandate_id", "params"):
        names = {"deadline" if name in DEADLINE else name for name in params.get("fields", [])}
        if params.get("did") in BY_A_PERSON:
            found.setdefault(pk, set()).update(FIELDS if params["did"] == "added" else names)
        elif params.get("did") == "taken_back":
            found.setdefault(pk, set()).difference_update(names)
    return found


def offers_of(read: Reread, corrected: Mapping[int, set[str]]) -> list[Offer]:
    """What the new words say otherwise of mandates that people have dealt with; corrected fields are not touched."""
    found = []
    for mandate, candidate in read.matched:
        if is_the_readers_own(mandate) or mandate.status == Status.DECLINED:
            continue
        new = proposal_of(read.paragraph, mandate.position, candidate)
        for name in FIELDS:
            if name not in corrected.get(mandate.pk, set()) and value_of(mandate, name) != value_of(
                new, name, candidate
            ):
                found.append(Offer(mandate, name, _words(mandate, name), _words(new, name, candidate)))
    return found


def is_the_readers_own(mandate: Any) -> bool:
    """Is it a proposal that nobody has touched? Of `mandates_of`."""
    return mandate.status == Status.PROPOSED and mandate.number is None and not mandate.is_touched


def value_of(mandate: Mandate, name: str, candidate: Candidate | None = None) -> object:
    if name == "addressees":
        return _names(mandate, candidate)
    return tuple(getattr(mandate, column) for column in FIELDS[name])


def _names(mandate: Mandate, candidate: Candidate | None) -> list[str]:
    return [*candidate.addressees] if candidate else [addressee.name for addressee in mandate.addressees.all()]


def _words(mandate: Mandate, name: str, candidate: Candidate | None = None) -> str:
    if name == "addressees":
        return ", ".join(_names(mandate, candidate))
    if name == "deadline":
        return mandate.deadline_text
    return str(
        getattr(mandate, f"get_{name}_display")() if name in {"action_type", "funding"} else getattr(mandate, name)
    )
