"""From what a mandate is to be paid, where its paragraph says so."""

from __future__ import annotations

import re

_UP_TO_SIX = r"(?:[\w/-]+,? ){0,6}?"
_MONEY = (
    r"(?:resources?|funds|funding|contributions?|financing|finances?|donations"
    r"|(?:financial|donor|in-kind|external) (?:support|means|assistance))"
)
# Money that is given beyond the budget, in whatever words.
_GIVEN = (
    r"\bextra-?budgetary\b|\b(?:voluntary|external|earmarked|in-kind|bilateral|outside|donor|donors?[’']"
    rf"|non-core)(?: \w+)?? {_MONEY}\b|\bdonations?\b"
)
# "Subject to" hangs on whatever money follows; "if" only on money of which it says that it must be there.
_HANGS_ON = (
    r"(?:subject to|(?:depend|conting|condition)(?:ing|ent|al) (?:up)?on"
    r"|(?:provided|providing|on (?:the )?condition|on the understanding) that"
    r"|(?:up)?on (?:the )?(?:receipt|availability|provision) of|pending (?:the )?\w+ of)"
)
_IF = r"(?:if|as|when|where|should|once|whenever|wherever|(?:in ?so|as) far as|to the extent(?: that)?|in case)"
_THERE = (
    r"(?:so )?(?:permits?|permitting|allows?|allowing|suffices?"
    r"|(?:(?:is|are|be|were|was|become|becomes|can be|could be|have been|has been) )?(?:\w+ly )?"
    r"(?:available|made available|received|secured|provided|mobilized|found|obtained|identified"
    r"|forthcoming|raised|sufficient|adequate))\b"
)
_CONDITION = re.compile(
    rf"\b{_HANGS_ON} {_UP_TO_SIX}(?:{_MONEY}|budget\w*)\b"
    rf"|\b{_IF} {_UP_TO_SIX}{_MONEY},? {_THERE}"
    rf"|\b{_IF} (?:the )?availab\w+ of {_UP_TO_SIX}{_MONEY}\b"
    rf"|\b{_MONEY} (?:permitting|allowing)\b"
    rf"|\b(?:if|when|where) (?:additional|sufficient|adequate) {_MONEY}\b",
    re.IGNORECASE,
)
_NO_MORE_COST = re.compile(
    r"\b(?:(?:at no|without|with no) (?:additional|extra|further|any additional|new) (?:[\w-]+ ){0,2}?"
    r"(?:costs?|expenses?|expenditures?|implications|resources|requirements)\b"
    r"|cost-neutral|absorb\w* (?:\w+ ){0,3}?costs?\b)",
    re.IGNORECASE,
)
_NO_COST_TO = re.compile(r"\b(?:at no|without) (?:costs?|expense|charge) (?:to|for) the\b", re.IGNORECASE)
_BUDGET = r"(?:resources|budgets?|funds|funding|means|appropriations?|allocations?|budgetary provisions?)"
_AT_HAND = r"(?:existing|available|approved|current|present|allocated|regular|core|programme|overall|own)"
_WITHIN = r"(?:within|out of|using|full use of|best use of|drawing on)"
_EXISTING = re.compile(
    rf"\b{_WITHIN} (?:(?:the|its|their|limits?|of|overall|level) ){{0,5}}(?:[\w-]+ ){{0,2}}?"
    rf"{_AT_HAND} {_UP_TO_SIX}{_BUDGET}\b"
    rf"|\b(?:from|with|through|by means of) (?:(?:the|its|their) )?{_AT_HAND} (?:[\w-]+ ){{0,2}}?"
    r"(?:resources|funds|funding)\b"
    rf"|\bwithin (?:(?:the|its|their) )?{_BUDGET}\b|\bwith (?:the |its |their )?{_BUDGET} (?:\w+ )?available\b"
    r"|\bregular[ -]budget\b",
    re.IGNORECASE,
)
_FROM = r"(?:within|from|out of|using|through|by|with|under|of|on|in)"
_EXTRABUDGETARY = re.compile(rf"\bextra-?budgetary\b|\b{_FROM} (?:the )?{_UP_TO_SIX}(?:{_GIVEN})", re.IGNORECASE)
_GIVEN_MONEY = re.compile(_GIVEN, re.IGNORECASE)


def funding_of(words: str, action_type: str) -> str | None:
    """existing, extrabudgetary or subject_to_resources; None where nothing is said or donors are asked to pay.

    Money that has yet to be given is extrabudgetary, also where the action is subject to it.
    """
    if action_type == "funding":
        return None
    if _NO_COST_TO.search(words):
        return "extrabudgetary"
    if condition := _CONDITION.search(words):
        return "extrabudgetary" if _GIVEN_MONEY.search(condition[0]) else "subject_to_resources"
    if _EXISTING.search(words) or _NO_MORE_COST.search(words):
        return "existing"
    return "extrabudgetary" if _EXTRABUDGETARY.search(words) else None
