"""What follows from a paragraph's new words: places at once, fields as a person accepted them, new requests."""

import datetime as dt
from collections.abc import Container, Mapping
from typing import Any

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.correcting import DEADLINE, correct, name_addressees, seen_of
from mandates.actions.facts import claim, record, words_for_search
from mandates.actions.placing import place, place_of_verb
from mandates.actions.proposing import proposal_of, sort_key
from mandates.actions.rereading import FIELDS, Key, Reread, is_the_readers_own, value_of
from mandates.enums import ChangeKind, Status
from mandates.extraction import Candidate
from mandates.models import Addressee, Mandate
from mandates.proposals import candidate_spans
from sessions.models import Decision, Paragraph


def follow_words(
    read: Reread,
    accepted: Container[Key],
    corrected: Mapping[int, set[str]],
    *,
    by: User,
    at: dt.datetime,
    reason: str,
    did: str = "new_words",
) -> list[Mandate]:
    """The mandates of the paragraph follow its words as they are now stored; returns the proposals that were made."""
    for mandate, candidate in read.matched:
        if is_the_readers_own(mandate):
            renew(mandate, read.paragraph, candidate)
        else:
            _follow(mandate, read.paragraph, candidate, accepted, corrected.get(mandate.pk, set()), by, at, reason, did)
    for mandate in read.lost:
        _point(mandate, _replaced(mandate, read.paragraph), mandate.references)
    last = max((m.position for m, _candidate in read.matched), default=-1)
    last = max([last, *(m.position for m in read.lost)])
    made = [propose(read.paragraph, last + 1 + nth, candidate, at) for nth, candidate in enumerate(read.fresh)]
    for mandate in [m for m, _candidate in read.matched] + read.lost + made:
        mandate.paragraph = read.paragraph
        released, internal = words_for_search(mandate)
        Mandate.objects.filter(pk=mandate.pk).update(search_released=released, search_internal=internal)
    return made


def renew(mandate: Mandate, paragraph: Paragraph, candidate: Candidate) -> None:
    """The untouched proposal is what is now read: another edition, which nobody confirms from a page of before."""
    new = proposal_of(paragraph, mandate.position, candidate)
    columns = ("verb", "action", "action_type", "takes_effect", "funding", *DEADLINE, "references", "spans", "doubt")
    read = {name: getattr(new, name) for name in columns}
    claim(mandate, {"edition": mandate.edition, "status": mandate.status}, edition=mandate.edition + 1, **read)
    name_addressees(mandate, list(candidate.addressees))


def propose(paragraph: Paragraph, position: int, candidate: Candidate, at: dt.datetime) -> Mandate:
    """The request stands as a proposed mandate."""
    mandate = proposal_of(paragraph, position, candidate)
    mandate.touched_on = dates.day_of(at)
    mandate.save()
    Addressee.objects.bulk_create(
        Addressee(mandate=mandate, position=place, name=name[:500]) for place, name in enumerate(candidate.addressees)
    )
    return mandate


def _follow(
    mandate: Mandate,
    paragraph: Paragraph,
    candidate: Candidate,
    accepted: Container[Key],
    corrected: set[str],
    by: User,
    at: dt.datetime,
    reason: str,
    did: str,
) -> None:
    """What was accepted is as the new words say; each place is where its words now stand."""
    new = proposal_of(paragraph, mandate.position, candidate)
    mandate.paragraph = paragraph
    values: dict[str, Any] = {}
    kept: set[str] = set()
    for name in FIELDS:
        if value_of(mandate, name) == value_of(new, name, candidate):
            continue
        if name in corrected or (mandate.pk, name) not in accepted or mandate.status == Status.DECLINED:
            kept.add(name)
        elif name == "addressees":
            values[name] = list(candidate.addressees)
        else:
            values |= {column: getattr(new, column) for column in FIELDS[name]}
    spans = {**candidate_spans(candidate), **{n: s for n, s in _replaced(mandate, paragraph).items() if n in kept}}
    references = new.references
    if values:
        values |= {"spans": spans, "doubt": mandate.doubt}
        correct(mandate, values, by=by, seen=seen_of(mandate), reason=reason, did=did, at=at)
    elif mandate.is_confirmed:
        record(
            mandate, ChangeKind.TEXT, by=by, at=at, reason=reason, did="words" if did == "new_words" else did, fields=[]
        )
    _point(mandate, spans, references)


def _replaced(mandate: Mandate, paragraph: Paragraph) -> dict[str, Any]:
    """Where the fields that the mandate keeps stand in the paragraph's words; None where they do not any more."""
    names = [addressee.name for addressee in mandate.addressees.all()]
    return {
        "verb": place_of_verb(mandate.verb, paragraph),
        "addressees": [at for name in names if (at := place(name, paragraph))],
        "action": place(mandate.action, paragraph),
        "deadline": place(mandate.deadline_text, paragraph),
    }


def _point(mandate: Mandate, spans: dict[str, Any], references: list[Any]) -> None:
    mandate.spans, mandate.references = spans, references
    Mandate.objects.filter(pk=mandate.pk).update(spans=spans, references=references)


def reorder(decision: Decision) -> None:
    """Lists show the mandates of the decision in the order of its paragraphs as it is now."""
    rows = list(Mandate.objects.filter(paragraph__decision=decision).select_related("paragraph__decision"))
    for mandate in rows:
        mandate.sort_key = sort_key(mandate.paragraph, mandate.position)
    Mandate.objects.bulk_update(rows, ["sort_key"], batch_size=500)
