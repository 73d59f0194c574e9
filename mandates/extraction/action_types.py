"""What kind of thing an action is, told by its verb, its object and who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .action_words import (
    ASKED_FOR,
    COLLECTS,
    COORDINATES,
    COORDINATION,
    CREATES,
    GATHERINGS,
    GATHERS,
    HANDED_IN,
    INFORMS,
    INSTITUTIONS,
    IRREGULAR,
    KEEPS,
    MONEY,
    MONEY_PHRASES,
    ORGANS,
    PAYS,
    RAISES,
    RATIFYING,
    REVIEWS,
    SENDS,
    SENT,
    SERVANTS,
    STATES,
    STORES,
    STRENGTHENS,
    STUDIES,
    WAYS,
)
from .complements import MODALS
from .infinitives import ACTION_VERBS, skip_adverbs
from .parties import is_head
from .words import Word, vocabulary, words_of


@dataclass(frozen=True, slots=True)
class _Action:
    """An action as its verb and its words: `verb` the index of what is really done, behind "continue to"."""

    words: Sequence[Word]
    verb: int

    @property
    def base(self) -> str:
        return _base(self.words[self.verb].low) if self.verb < len(self.words) else ""

    def has(self, among: frozenset[str], within: int, *, start: int = 0) -> bool:
        """Does one of the words stand among the first `within` words?"""
        return any(word.low in among for word in self.words[start:within])

    def follows(self, *phrase: str) -> bool:
        return tuple(word.low for word in self.words[self.verb + 1 : self.verb + 1 + len(phrase)]) == phrase


def is_organ(names: str) -> bool:
    """Does one of these names belong to an organ that meets, and so has sessions of its own?"""
    return bool(ORGANS & {word.low for word in words_of(names)})


def action_type(
    action: str,
    addressees: tuple[str, ...],
    *,
    reports: bool = False,
    by_body: bool = False,
    functions: bool = False,
    around: str = "",
) -> str:
    """One of the twelve action types.

    `reports`: it reports to the deciding body; `by_body`: that body itself is to act; `functions`: it is one of the
    functions with which a chapeau charges an organ; `around`: the words before it, for what "do so" means.
    """
    who = {word.low for name in addressees for word in words_of(name)}
    states = bool(who & STATES) and not who & {"secretariat", "secretary", "secretary-general"}
    named = [word.text for name in addressees for word in words_of(name)]
    servants = bool(who & SERVANTS) or any(len(word) > 2 and word.isupper() for word in named)
    organ = bool(who & ORGANS)
    words = words_of(action[:600])
    done = _Action(words, _real_verb(words))
    if done.base == "do" and done.follows("so"):
        return _meant_by_do_so(around)
    if RATIFYING.search(" ".join(word.low for word in words[:14])):
        return "ratification"
    if reports or (done.base in ("report", "brief") and not states and (servants or organ or not who)):
        return "report"
    if _is_payment(done, states=states, servants=servants, anybody=bool(who)):
        return "funding"
    if functions:
        return "institution"
    if _is_meeting(done):
        return "meeting"
    if by_body:
        return _of_the_body(done)
    if _is_coordination(done):
        return "coordination"
    sends = done.base in SENDS and done.has(SENT, done.verb + 17, start=done.verb)
    if not servants or states:
        # "invites submissions from Parties" names what is sent, not the sending.
        if sends or done.base == "report" or done.has(SENT, 1):
            return "submission"
        if states or (who and not organ):
            return "implementation"
    stored = any(word.low in STORES for word in words_of(around))
    return _of_a_servant(done, organ=organ, anybody=bool(who), stored=stored)


def _real_verb(words: Sequence[Word]) -> int:
    """The index of the verb that says what is done: behind "continue to", "seek ways to", "X should be"."""
    verb = skip_adverbs(words, 0, len(words))
    if verb < len(words) and words[verb].low not in ACTION_VERBS:
        modal = next((k for k in range(verb, min(len(words), 60)) if words[k].low in MODALS), None)
        if modal is not None:
            verb = skip_adverbs(words, modal + 1, len(words))
            if verb < len(words) and words[verb].low == "be":
                verb = skip_adverbs(words, verb + 1, len(words))
    while (
        verb + 1 < len(words)
        and words[verb].low in ("continue", "strive", "endeavour", "further")
        and words[verb + 1].low == "to"
    ):
        verb = skip_adverbs(words, verb + 2, len(words))
    if verb + 2 < len(words) and words[verb].low == "go" and words[verb + 1].low == "on":
        return verb + 2
    if verb + 1 < len(words) and words[verb].low in ("consider", "keep") and words[verb + 1].low.endswith("ing"):
        return verb + 1
    ways = verb
    while ways < len(words) and words[ways].low in WAYS:
        ways += 1
    if ways > verb + 1 and ways + 1 < len(words) and words[ways].low == "to":
        return skip_adverbs(words, ways + 1, len(words))
    return verb


def _base(low: str) -> str:
    """The base form of a participle or gerund that names an action: "held", "provided", "convening"."""
    if low in ACTION_VERBS:
        return low
    if low in IRREGULAR:
        return IRREGULAR[low]
    stems = (low[:-1], low[:-2]) if low.endswith("ed") else (low[:-3], low[:-3] + "e") if low.endswith("ing") else ()
    return next((stem for stem in (*stems, *(stem[:-1] for stem in stems)) if stem in ACTION_VERBS), low)


def _meant_by_do_so(around: str) -> str:
    """What "do so" means: what those addressed are said not to have done yet, ratify it or send something in."""
    if RATIFYING.search(around):
        return "ratification"
    sent = any(word.low in SENT for word in words_of(around))
    return "submission" if sent and HANDED_IN.search(around) else "implementation"


def _is_payment(done: _Action, *, states: bool, servants: bool, anybody: bool) -> bool:
    first = " ".join(word.low for word in done.words[:10])
    money = done.has(MONEY, 10) or any(phrase in first for phrase in MONEY_PHRASES)
    if not anybody:
        return done.has(vocabulary("resources funds funding"), 9)
    into_fund = done.base == "contribute" and done.has(vocabulary("fund funds budget facility"), 14)
    if money and done.base in RAISES:
        return True
    return (money or into_fund) and done.base in PAYS and (states or not servants)


def _is_meeting(done: _Action) -> bool:
    if done.base == "meet":
        return not done.follows("the") and not done.follows("their") and not done.follows("these")
    if done.base == "take":
        return done.follows("place")
    papers = done.has(ASKED_FOR, done.verb + 4, start=done.verb)
    return done.base in GATHERS and not papers and done.has(GATHERINGS, done.verb + 20)


def _is_coordination(done: _Action) -> bool:
    low = [word.low for word in done.words[done.verb : done.verb + 30]]
    if done.base in COORDINATES | COORDINATION or (
        "and" in low[1:3] and any(_base(word) in COORDINATES for word in low[2:4])
    ):
        return True
    if done.base == "take":
        return "into" in low and ("account" in low or "consideration" in low)
    if done.base == "work":
        partner = "with" in low[:4] and any(is_head(word) for word in done.words[done.verb :][:10])
        return partner or low[1:2] in (["together"], ["jointly"])
    if done.base == "join":
        return low[1:2] in (["with"], ["forces"])
    if done.base == "avoid":
        return "duplication" in low[:4]
    return done.base in STRENGTHENS and any(word in COORDINATION for word in low[1:4])


def _of_the_body(done: _Action) -> str:
    """What the deciding body itself will do: review something, meet, or change an institution."""
    if done.has(vocabulary("session meeting meetings"), 8) and done.has(
        vocabulary("duration venue dates number days"), 30
    ):
        return "review" if done.base == "take" else "meeting"
    decides_later = done.base == "take" and done.has(vocabulary("decision decisions"), 20)
    if done.base in REVIEWS or decides_later or done.has(vocabulary("agenda seized"), 30):
        return "review"
    return "institution"


def _of_a_servant(done: _Action, *, organ: bool, anybody: bool, stored: bool) -> str:
    """What a secretariat, an organization or an organ is to do; helping is what is left when nothing else fits."""
    low = [word.low for word in done.words[:40]]
    if done.base in ("prepare", "submit", "present", "issue", "compile", "produce") and (
        "report" in low or "reports" in low
    ):
        return "report"
    if done.base in CREATES and done.has(INSTITUTIONS, 14):
        return "institution"
    if done.base in COLLECTS or (done.base in ("seek", "invite", "request") and done.has(ASKED_FOR, 14)):
        return "collection"
    if "questionnaire" in low or (done.base == "issue" and "notification" in low):
        return "collection"
    tells = done.base in ("provide", "give", "supply", "send", "offer") and "information" in low[:10]
    available = done.base == "make" and bool({"available", "accessible", "public"} & set(low[:12]))
    informed = done.base == "keep" and bool({"informed", "apprised", "abreast", "updated"} & set(low[:10]))
    if (
        tells
        or available
        or informed
        or done.base in INFORMS
        or (done.base in KEEPS and (done.has(STORES, 14) or (done.follows("it") and stored)))
    ):
        return "information"
    if organ and done.base in REVIEWS | STUDIES:
        return "review"
    if anybody:
        return "assistance"
    return (
        "assistance"
        if {"assistance", "assist", "support", "capacity", "capacity-building"} & set(low[:8])
        else "implementation"
    )
