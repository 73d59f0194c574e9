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
        return _request(paragraph, own, words, start, list(own.addressees))
    if like is None:
        return None
    names = [addressee.name for addressee in like.addressees.all()]
    whom = " and the ".join(names) or "Secretariat"
    found = _candidate(paragraph, f"Requests the {whom} to {words}", alone=True)
    if found is None:
        return None
    made, _names = _request(paragraph, replace(found, action=words, verb=like.verb), words, start, names)
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


def _request(paragraph: Paragraph, candidate: Candidate, words: str, start: int, names: list[str]) -> Marked:
    """The candidate that was read in the words as a request of the paragraph; its places count in the paragraph."""
    made = proposal_of(paragraph, 0, candidate)
    made.doubt = None
    verb = candidate.spans.verb  # in the words, or in the chapeau that gave it
    made.spans = {
        "verb": place(words[verb.start : verb.end], paragraph, start + verb.start)
        if verb.label == paragraph.label
        else {"label": verb.label, "at": [verb.start, verb.end]},
        "addressees": [at for name in names if (at := place(name, paragraph, start))],
        "action": place(candidate.action, paragraph, start),
        "deadline": place(made.deadline_text, paragraph, start),
    }
    made.references = [
        {"text": reference.text, "span": at["at"]}
        for reference in candidate.references
        if (at := place(reference.text, paragraph, start)) and at["label"] == paragraph.label
    ]
    return made, names
