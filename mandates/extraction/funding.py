"""From what a mandate is to be paid, where its paragraph says so."""

from __future__ import annotations

import re

_RULES = (
    ("subject_to_resources", r"subject to (?:the )?(?:availability|provision) of (?:[\w-]+ ){0,4}?(?:resources|fund\w*|contributions|financ\w+)"
     r"|subject to (?:the )?(?:available |availability of )?(?:[\w-]+ ){0,2}?(?:resources|funding|funds)\b"
     r"|(?:as|if|when|where) (?:[\w-]+ ){0,2}?(?:resources|funds|funding) (?:permit|allow|are available|become available)"
     r"|depending on (?:the )?availab\w+ (?:of )?(?:[\w-]+ ){0,2}?(?:resources|funds|funding)"),
    ("existing", r"(?:within|from|out of|using|through|by means of) (?:the )?(?:[\w-]+ ){0,2}?(?:existing|available|approved|current) (?:[\w-]+ ){0,3}?(?:resources|budgets?|funds|means)"
     r"|within (?:its|their) (?:existing |available )?resources|regular budget"),
    ("extrabudgetary", r"extra-?budgetary|through voluntary (?:contributions|funding)|from voluntary (?:contributions|funding)"),
)  # fmt: skip
FUNDING = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES)


def funding_of(words: str, action_type: str) -> str | None:
    """existing, extrabudgetary or subject_to_resources; None where nothing is said, or where donors are asked to pay."""
    if action_type == "funding":
        return None
    for name, pattern in FUNDING:
        if pattern.search(words):
            return name
    return None
