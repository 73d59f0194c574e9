"""In whose ledger a mandate stands: the addressee decides, by the names that the body keeps."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mandates.enums import Ledger
from mandates.models import Party
from sessions.models import Body

# Names that mean the same in every body. A body's own list (`Party`) comes before them.
SECRETARIAT_WORDS = (
    "secretariat",
    "executive secretary",
    "secretary-general",
    "director-general",
    "executive director",
    "general secretary",
    "high commissioner",
)
CONFERENCE_WORDS = (
    "working group",
    "expert group",
    "group of experts",
    "meeting of experts",
    "intergovernmental meeting",
    "meeting",
    "committee",
    "subsidiary body",
    "conference",
    "meeting of the parties",
    "assembly",
    "bureau",
    "president",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "rapporteur",
)
# These name whichever group the decision is about.
NO_GROUP_OF_ITS_OWN = frozenset({"group", "working group", "open-ended working group"})
# "States parties to the Conference" asks the States.
OTHERS_WORDS = ("states", "parties", "governments", "donors", "organizations", "providers", "authorities")


@dataclass(frozen=True, slots=True)
class Asked:
    """The ledger, the body that is asked where it is one, and whether somebody was named at all."""

    ledger: Ledger
    body: Body | None = None
    is_named: bool = True


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w-]+", text.lower()))


def _has(phrase: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", phrase) for word in words)


def parties_of(body: Body) -> list[Party]:
    """The names that the body keeps, longest first, so that the more exact one wins."""
    parties = Party.objects.filter(body=body.root).select_related("asked_body")
    return sorted(parties, key=lambda party: -len(party.name))


def _asked(name: str, body: Body, group: Body | None, parties: Sequence[Party]) -> Asked:
    phrase = _words(name)
    for party in parties:
        if _words(party.name) == phrase:
            return Asked(Ledger(party.ledger), party.asked_body)
    if phrase == "office" or phrase == _words(body.office):
        return Asked(Ledger.SECRETARIAT)
    head = re.split(r"\b(?:of|to|for|on|in|at|designated|responsible)\b", phrase)[0].strip() or phrase
    if _has(head, OTHERS_WORDS):
        return Asked(Ledger.STATES)
    if _has(head, SECRETARIAT_WORDS):
        return Asked(Ledger.SECRETARIAT)
    groups = list(body.root.groups.all())
    if phrase in NO_GROUP_OF_ITS_OWN:
        return Asked(Ledger.CONFERENCE, group or (groups[0] if len(groups) == 1 else None))
    for candidate in groups if "group" in phrase else ():
        if _has(_words(candidate.name), [phrase]) or _has(phrase, [_words(candidate.name)]):
            return Asked(Ledger.CONFERENCE, candidate)
    # "Conference of the Parties", never "United Nations" out of the middle of its name.
    own = _words(body.root.name)
    if f"{own} ".startswith(f"{phrase} ") or _has(phrase, [own]):
        return Asked(Ledger.CONFERENCE, body.root)
    if _has(head, CONFERENCE_WORDS) or _has(phrase, CONFERENCE_WORDS[:5]):
        generic_group = _has(phrase, ("group", "meeting of experts", "intergovernmental meeting"))
        asked = group if generic_group and group else (body.root if phrase.startswith("conference") else None)
        return Asked(Ledger.CONFERENCE, asked)
    return Asked(Ledger.STATES)


def ledger_of(addressees: Sequence[str], body: Body, group: Body | None, parties: Sequence[Party]) -> Asked:
    """Any addressee of the Secretariat puts it there, and so does nobody named; then bodies; then States and others."""
    if not addressees:
        return Asked(Ledger.SECRETARIAT, is_named=False)
    found = [_asked(name, body, group, parties) for name in addressees]
    for ledger in (Ledger.SECRETARIAT, Ledger.CONFERENCE):
        for asked in found:
            if asked.ledger == ledger:
                return asked
    return Asked(Ledger.STATES)
