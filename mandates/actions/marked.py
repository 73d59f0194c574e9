"""What the reader makes of words that a person marked in a paragraph."""

import re
from dataclasses import replace

from mandates.actions.placing import place
from mandates.actions.proposing import proposal_of
from mandates.extraction import Candidate, Clause, extract
from mandates.models import Mandate
from mandates.proposals import body_noun
from sessions.models import Paragraph

Marked = tuple[Mandate, list[str]]  # not saved; the names of its addressees
# "report to the Conference" goes on from the verb before it; "also requested the Secretariat to" has its own.
_OWN_VERB = re.compile(r"\W*(?:(?:also|further|strongly|urgently)\W+)*[a-z]+(?:ed|s)\b", re.IGNORECASE)


def read_marked(paragraph: Paragraph, words: str, start: int = 0, like: Mandate | None = None) -> Marked | None:
    """A request of the words, with verb and addressees of `like` where they have none of their own.

    None where the reader finds no request and there is nothing to go on from.
    """
    own = _candidate(paragraph, words) if like is None or _OWN_VERB.match(words) else None
    if own is not None:
        return _request(paragraph, own, start, list(own.addressees), own.verb)
    if like is None:
        return None
    names = [addressee.name for addressee in like.addressees.all()]
    whom = " and the ".join(names) or "Secretariat"
    found = _candidate(paragraph, f"Requests the {whom} to {words}", alone=True)
    if found is None:
        return None
    made, _names = _request(paragraph, replace(found, action=words), start, names, like.verb)
    made.spans |= {"verb": like.spans.get("verb"), "addressees": like.spans.get("addressees", [])}
    return made, names


def _candidate(paragraph: Paragraph, words: str, alone: bool = False) -> Candidate | None:
    """The first request that the reader finds in the words; with those of the chapeau before them unless `alone`."""
    decision = paragraph.decision
    clauses = [Clause(paragraph.label, paragraph.part, "operative", words[:1].upper() + words[1:], None)]
    chapeau = None if alone else paragraph.chapeau
    if chapeau is not None and chapeau.words:
        clauses = [
            Clause(chapeau.label, chapeau.part, "chapeau", chapeau.words.text),
            replace(clauses[0], chapeau=0),
        ]
    ordinal = decision.session.ordinal if decision.session else None
    found = extract(clauses, session=ordinal, body=body_noun(decision.body.root.name))
    return found[-1].candidates[0] if found[-1].candidates else None


def _request(paragraph: Paragraph, candidate: Candidate, start: int, names: list[str], verb: str) -> Marked:
    """The candidate as a request of the paragraph, its places counted in the paragraph's own words."""
    made = proposal_of(paragraph, 0, candidate)
    made.verb, made.doubt = verb[:40], None
    text = paragraph.words.text if paragraph.words else ""

    def printed(words: str, near: int) -> dict[str, object] | None:
        return place(words, paragraph, near) if words else None

    span = candidate.spans.verb
    said = f"{candidate.spans.verb.label}" == paragraph.label and text[start + span.start : start + span.end]
    made.spans = {
        "verb": {"label": paragraph.label, "at": [start + span.start, start + span.end]}
        if said
        else {"label": span.label, "at": [span.start, span.end]},
        "addressees": [at for name in names if (at := printed(name, start))],
        "action": printed(candidate.action, start),
        "deadline": printed(made.deadline_text, start),
    }
    made.references = [
        {"text": reference.text, "span": at["at"]}
        for reference in candidate.references
        if (at := place(reference.text, paragraph, start)) and at["label"] == paragraph.label
    ]
    return made, names
