"""Decisions that take effect by themselves, so that nothing is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from .complements import is_participle
from .infinitives import skip_adverbs
from .words import Word, vocabulary

SETTLED_BY_SAYING = vocabulary(
    """
    adopt approve endorse accept amend extend renew rename confirm elect admit grant terminate dissolve
    discontinue enlarge expand repeal delete replace merge maintain retain set modify revise
    add designate abolish lift waive suspend elevate upgrade increase fix change
    transfer appoint close recognize declare proclaim retire
    """
)
SETTLED_STATES = vocabulary(
    """
    extended amended renamed replaced renewed composed chaired known considered deemed regarded approved adopted
    deleted repealed discontinued terminated accepted confirmed elected appointed included applied
    """
)  # fmt: skip


# What an organ is, not what it does: "the Committee shall consist of ten members".
STATES = vocabulary("remain consist comprise apply constitute mean")
# What happens to a thing, but what a party does: "the year shall begin", "the parties shall end the violence".
_HAPPENS = vocabulary("begin end expire lapse enter cease")


def takes_effect(words: Sequence[Word], verb: int, stop: int, *, state: bool) -> bool:
    """Is nothing left to do? `verb` is the action's verb, `state` whether it stands in "that X should be ..."."""
    if verb >= stop:
        return False
    if not state:
        return words[verb].low in SETTLED_BY_SAYING
    k = skip_adverbs(words, verb, stop)
    low = words[k].low if k < stop else ""
    if low in STATES | _HAPPENS:
        return True
    if low in ("is", "are", "has", "have", "does", "do", "was", "were"):
        return True
    if low != "be":
        return False
    k = skip_adverbs(words, k + 1, stop)
    if k >= stop:
        return False
    return words[k].low in SETTLED_STATES or not is_participle(words[k].low)
