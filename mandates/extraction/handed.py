"""What one action hands to another party in passing: ", said meeting to report", "a group, which shall report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .complements import MODALS
from .infinitives import infinitive_after_to, skip_adverbs
from .parties import is_head, names_party
from .party_lists import charged_party, parties
from .verbs import PARTICIPLES
from .words import Word, vocabulary

# "to help ports and the fleet to comply": these verbs take others along with their infinitive.
_CAUSES = vocabulary(
    """
    invite request encourage ask assist help support enable allow urge call require permit provide give appeal
    recommend cause lead for between among assisting helping enabling supporting encouraging inviting requesting
    """
)
_HANDS_IN = vocabulary("present submit report provide make prepare inform")


@dataclass(frozen=True, slots=True)
class Handed:
    """Where the action ends, who has the rest to do, and where that begins; all word indices.

    `verb` is the base form of a verb of its own and where it stands: "which the Board is requested to send".
    """

    link: int
    party: tuple[int, int]
    action: int
    verb: tuple[str, int, int] | None = None


def handed_to_another(words: Sequence[Word], lo: int, hi: int) -> Handed | None:
    """ ", said meeting to present a report", "and the Board to publish it": the link, the party, the first word."""
    alone = next((k for k in range(lo, hi) if words[k].low in _CAUSES), hi)
    for k in range(lo + 2, hi - 4):
        if words[k].low == "and" and words[k + 1].low == "the":
            if (k < alone or words[k - 1].text == ",") and (found := _shared_with(words, k, hi)):
                return found
            continue
        if words[k].low != "," or words[k + 1].low not in ("said", "the", "that", "this", "such"):
            continue
        to = next((j for j in range(k + 2, min(hi - 1, k + 12)) if words[j].low == "to" or words[j].is_mark), None)
        if to is None or words[to].low != "to":
            continue
        verb = infinitive_after_to(words, to, hi)
        named = parties(words, k + 1, to)
        if verb is not None and len(named) == 1 and words[verb].low in _HANDS_IN:
            return Handed(k, named[0], to + 1)
    return None


def _shared_with(words: Sequence[Word], link: int, hi: int) -> Handed | None:
    """ "to review the guide and the Board to publish it", where nothing before the "and" makes the Board an object."""
    if is_head(words[link - 1]):
        return None
    to = next((j for j in range(link + 2, min(hi - 1, link + 25)) if words[j].low in ("to", ";", ":", ".")), None)
    if to is None or words[to].low != "to" or infinitive_after_to(words, to, hi) is None:
        return None
    named = parties(words, link + 1, to)
    if not named or not names_party(words, link + 1, to):
        return None
    return Handed(link, (named[0][0], named[-1][1]), to + 1)


def charged_in_passing(words: Sequence[Word], lo: int, hi: int) -> Handed | None:
    """ "to convene an expert group, which shall report": whom the action sets up, and what it is to do."""
    comma = next((k for k in range(lo + 2, hi - 3) if words[k].text == "," and words[k + 1].low == "which"), None)
    if comma is None or words[comma + 2].low not in MODALS - {"may", "can", "might", "could"}:
        return None
    party = charged_party(words, lo, comma)
    return Handed(comma, party, comma + 3) if party else None


def asked_in_passing(words: Sequence[Word], lo: int, hi: int) -> Handed | None:
    """ "on the basis of a paper which the Board is requested to submit by May": what is asked inside a relative."""
    for k in range(lo + 1, hi - 5):
        # "the decision in which the Board was requested" tells of another text.
        if words[k].low not in ("which", "that") or words[k - 1].low in ("in", "by", "for", "under", "through"):
            continue
        be = next(
            (j for j in range(k + 2, min(hi - 3, k + 14)) if words[j].low in ("is", "are") or words[j].is_mark), None
        )
        if be is None or words[be].is_mark or not names_party(words, k + 1, be):
            continue
        asked = skip_adverbs(words, be + 1, hi)
        if asked + 1 < hi and words[asked].low in PARTICIPLES and infinitive_after_to(words, asked + 1, hi) is not None:
            named = parties(words, k + 1, be)
            if len(named) == 1 and words[asked + 1].low == "to":
                return Handed(k, named[0], asked + 2, (PARTICIPLES[words[asked].low], be, asked + 1))
    return None
