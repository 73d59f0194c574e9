"""The signs by which payments, meetings, work with others and "do so" are told."""

from __future__ import annotations

import re
from itertools import pairwise

from .action_words import (
    ASKED_FOR,
    BUDGET,
    COORDINATES,
    COORDINATION,
    GATHERINGS,
    GATHERS,
    HANDED_IN,
    MONEY,
    MONEY_PHRASES,
    PAYS,
    RAISES,
    RATIFYING,
    SENT,
    SPENDS,
    SPENT,
    STRENGTHENS,
)
from .actions import Action, base_of
from .complements import MODALS
from .parties import is_head
from .words import vocabulary, words_of


def meant_by_do_so(around: str) -> str:
    """What "do so" means: what those addressed are said not to have done yet, ratify it or send something in."""
    if RATIFYING.search(around):
        return "ratification"
    if re.search(r"\b(?:contribut(?:ions?|ed)|pledged|paid)\b", around) and not re.search(
        r"\bnationally determined\b", around
    ):
        return "funding"
    sent = any(word.low in SENT for word in words_of(around))
    return "submission" if sent and HANDED_IN.search(around) else "implementation"


def _opening(done: Action) -> str:
    """The first words of an action, as rules compare them."""
    return " ".join(word.low for word in done.words[:30])


def is_payment(done: Action, *, states: bool, servants: bool, anybody: bool) -> bool:
    first = " ".join(word.low for word in done.words[:10])
    money = done.has(MONEY, 10) or done.follows("financially") or any(phrase in first for phrase in MONEY_PHRASES)
    if not anybody:
        return done.has(vocabulary("resources funds funding contributions"), 9)
    if done.base in SPENDS and servants and done.has(BUDGET, 12):
        return True
    if money and done.has(vocabulary("allocation allocations"), 12):
        return True
    into_fund = done.base == "contribute" and done.has(vocabulary("fund funds budget facility"), 14)
    if done.base in ("approve", "authorize", "absorb") and done.has(SPENT, done.verb + 20):
        return True
    given = re.search(r"\b(?:provision of financial|financial and in-kind contributions)\b", _opening(done))
    if given and not servants:
        return True
    if money and done.base in RAISES:
        return True
    return (money or into_fund) and done.base in PAYS and (states or not servants)


def is_meeting(done: Action) -> bool:
    if done.base == "meet":
        return not done.follows("the") and not done.follows("their") and not done.follows("these")
    if done.base == "take":
        return done.follows("place")
    if done.base == "hold" and done.words[done.verb].low == "held":
        return True
    papers = done.has(ASKED_FOR, done.verb + 4, start=done.verb)
    if done.base == "convene" and done.has(vocabulary("group panel committee platform"), done.verb + 14):
        return True
    return done.base in GATHERS and not papers and done.has(GATHERINGS, done.verb + 20)


def is_about_a_gathering(done: Action) -> bool:
    """ "the workshops on fees referred to above will focus on": is a gathering the subject of what is decided?"""
    low = [word.low for word in done.words[:6]]
    ends = ("on", "of", "for", "will", "shall", "should", "referred")
    end = next((k for k, word in enumerate(low) if word in ends), 0)
    modal = any(word.low in MODALS for word in done.words[: done.verb])
    return end > 1 and modal and low[end - 1] in GATHERINGS - {"session", "meeting", "conference", "forum"}


def is_coordination(done: Action) -> bool:
    low = [word.low for word in done.words[done.verb : done.verb + 30]]
    if done.base == "bring" and {("into", "line"), ("in", "line")} & set(pairwise(low)):
        return True
    if done.base in ("explore", "discuss", "engage") and low[1:2] == ["with"]:
        return True
    if done.base == "invite" and "to" in low and {"participate", "cooperate", "collaborate"} & set(low):
        return True
    if done.base in STRENGTHENS and low[1:4] == ["the", "level", "of"] and COORDINATION & set(low[4:7]):
        return True
    if done.base in COORDINATES | COORDINATION or (
        "and" in low[1:3] and any(base_of(word) in COORDINATES for word in low[2:4])
    ):
        return True
    if done.base == "take":
        return "into" in low and ("account" in low or "consideration" in low)
    if done.base == "work":
        if low[1:2] == ["in"] and COORDINATION & set(low[2:4]):
            return True
        partner = "with" in low[:4] and any(is_head(word) for word in done.words[done.verb :][:10])
        return partner or low[1:2] in (["together"], ["jointly"])
    if done.base == "join":
        return low[1:2] in (["with"], ["forces"])
    if done.base == "avoid":
        return "duplication" in low[:4]
    # "develop, in collaboration with others, a manual" is about the manual.
    jointly = any(low[k] in COORDINATION and low[k - 1] != "in" for k in range(1, min(len(low), 4)))
    return done.base in STRENGTHENS and jointly
