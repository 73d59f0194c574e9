"""An action as its words and the verb that says what is really done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .action_words import IRREGULAR, NOMINAL, WAYS
from .complements import MODALS
from .infinitives import ACTION_VERBS, skip_adverbs
from .words import Word


@dataclass(frozen=True, slots=True)
class Action:
    """An action as its verb and its words: `verb` the index of what is really done, behind "continue to"."""

    words: Sequence[Word]
    verb: int

    @property
    def base(self) -> str:
        return base_of(self.words[self.verb].low) if self.verb < len(self.words) else ""

    def has(self, among: frozenset[str], within: int, *, start: int = 0) -> bool:
        """Does one of the words stand among the first `within` words?"""
        return any(word.low in among for word in self.words[start:within])

    def follows(self, *phrase: str) -> bool:
        return tuple(word.low for word in self.words[self.verb + 1 : self.verb + 1 + len(phrase)]) == phrase


def real_verb(words: Sequence[Word]) -> int:
    """The index of the verb that says what is done: behind "continue to", "seek ways to", "X should be"."""
    noun = 1 if words and words[0].low in ("the", "their", "its") else 0
    if (
        noun + 1 < len(words)
        and words[noun].low in NOMINAL
        and words[noun + 1].low in ("of", "to", "from", "by", "on", "with", "and")
    ):
        return noun
    verb = skip_adverbs(words, 0, len(words))
    if verb < len(words) and words[verb].low not in ACTION_VERBS:
        # "the session should be held", "a report be submitted".
        modal = next((k for k in range(verb, min(len(words), 60)) if words[k].low in MODALS | {"be"}), None)
        if modal is not None:
            verb = skip_adverbs(words, modal + (words[modal].low != "be"), len(words))
            if verb < len(words) and words[verb].low == "be":
                verb = skip_adverbs(words, verb + 1, len(words))
    while (
        verb + 1 < len(words)
        and words[verb].low in ("continue", "strive", "endeavour", "further")
        and (to := _to_after(words, verb + 1))
    ):
        verb = skip_adverbs(words, to + 1, len(words))
    if verb + 1 < len(words) and words[verb].low == "have" and base_of(words[verb + 1].low) in ACTION_VERBS:
        # "should have reported".
        return verb + 1
    if verb + 2 < len(words) and words[verb].low == "go" and words[verb + 1].low == "on":
        return verb + 2
    goes_on = ("consider", "keep", "start", "begin", "continue")
    if verb + 1 < len(words) and words[verb].low in goes_on and words[verb + 1].low.endswith("ing"):
        return verb + 1
    ways = verb
    while ways < len(words) and words[ways].low in WAYS:
        ways += 1
    if ways > verb + 1 and ways + 1 < len(words) and words[ways].low == "to":
        return skip_adverbs(words, ways + 1, len(words))
    return verb


def _to_after(words: Sequence[Word], at: int) -> int | None:
    """The index of the "to" at `at` or behind an insertion: "continue to", "continue, during 2012, to"."""
    if words[at].text == ",":
        at = next((k + 1 for k in range(at + 1, min(len(words), at + 15)) if words[k].text == ","), at)
    return at if at < len(words) and words[at].low == "to" else None


def base_of(low: str) -> str:
    """The base form of a participle or gerund that names an action: "held", "provided", "convening"."""
    if low in NOMINAL:
        return NOMINAL[low]
    if low in ACTION_VERBS:
        return low
    if low in IRREGULAR:
        return IRREGULAR[low]
    stems = (low[:-1], low[:-2]) if low.endswith("ed") else (low[:-3], low[:-3] + "e") if low.endswith("ing") else ()
    return next((stem for stem in (*stems, *(stem[:-1] for stem in stems)) if stem in ACTION_VERBS), low)
