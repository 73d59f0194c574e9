"""From what a mandate is to be paid, where its paragraph says so."""

from __future__ import annotations

import re

_SOME = r"(?:[\w-]+ ){0,3}?"
_MONEY = r"(?:resources|funds|funding|contributions|financ\w+)"
_RULES = (
    (
        "subject_to_resources",
        rf"subject to (?:the )?(?:availability|provision) of {_SOME}{_MONEY}\b"
        rf"|subject to (?:the )?(?:available |availability of )?{_SOME}{_MONEY}\b"
        rf"|(?:as|if|when|where) {_SOME}{_MONEY} (?:permit|allow|are available|become available)"
        rf"|{_MONEY} permitting"
        rf"|provided that {_SOME}{_MONEY} (?:is|are|were|was) {_SOME}(?:received|available)\b"
        rf"|depending on (?:the )?availab\w+ (?:of )?{_SOME}{_MONEY}\b",
    ),
    (
        "existing",
        r"(?:within|from|out of|using|through|by means of) (?:the )?(?:[\w-]+ ){0,2}?(?:existing|available"
        r"|approved|current) "
        rf"{_SOME}(?:resources|budgets?|funds|means)\b"
        r"|with(?:in)? (?:the |its |their )?(?:resources|funds|means) available"
        r"|within (?:its|their) (?:existing |available )?resources|regular budget",
    ),
    ("extrabudgetary", r"extra-?budgetary|(?:through|from) voluntary (?:contributions|funding)"),
)
FUNDING = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES)


def funding_of(words: str, action_type: str) -> str | None:
    """existing, extrabudgetary or subject_to_resources; None where nothing is said or donors are asked to pay."""
    if action_type == "funding":
        return None
    for name, pattern in FUNDING:
        if pattern.search(words):
            return name
    return None
