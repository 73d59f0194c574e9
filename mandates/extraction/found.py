"""A deadline at its place, and the words before it that make it a thing of the past."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .infinitives import ACTION_VERBS
from .shapes import Deadline


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline from `start` to `end`; `doubt` is a code or empty. Without a deadline the place is only taken."""

    deadline: Deadline | None
    start: int
    end: int
    doubt: str = ""


# "adopted at its third session", "held in Vienna in 2007".
_PAST = re.compile(
    r"\b(?:adopted|held|established|agreed|made|taken|approved|discussed|expressed|contained|endorsed"
    r"|identified|convened|"
    r"concluded|organized|issued|dated|begun|started|initiated|launched|created|elected|recommended|mandated|reached|"
    r"provided|presented|submitted|prepared|considered|requested|decided|signed|opened|undertaken|conducted|given|"
    r"took place|set out|outlined|appointed|produced|published|received|developed(?!\s+countr)|reported)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
# "to be held in 2010", "be submitted at its fifth session" are still to come.
_TO_BE = re.compile(r"\b(?:be|being)\s+(?:\w+ly\s+)?[\w-]+(?:\s+(?:and|or)\s+[\w-]+)?[^,;]{0,60}$", re.IGNORECASE)
# "experience gained by 2011", but not "plans are carried out by 2011".
_ACHIEVED = re.compile(r"\b(?!(?:are|is|be|been|being|not|fully|duly|well)\b)[\w-]+\s+(?!need\b)[a-z]{3,}ed\s*$")
_TO = re.compile(r"\bto\s+([a-z]+)\b", re.IGNORECASE)
# "set out in the present decision": what follows is no longer about when that was.
_ITSELF = re.compile(
    r"\b(?:the present (?:decision|resolution)|this (?:decision|resolution)|(?:above|below))\b", re.IGNORECASE
)
_LOOK_BACK = 110


def _after_infinitive(tail: str) -> str:
    """The words from the last "to report" on: "the group established last year to report by May" has yet to report."""
    opens = [match.start() for match in _TO.finditer(tail) if match[1].lower() in ACTION_VERBS]
    opens += [match.end() for match in _ITSELF.finditer(tail)]
    return tail[max(opens) :] if opens else tail


def is_past(before: str) -> bool:
    """Does what stands before a day or session say that it is over?"""
    tail = _after_infinitive(before[-_LOOK_BACK:])
    if _TO_BE.search(tail):
        return False
    return bool(_PAST.search(tail)) or bool(_ACHIEVED.search(tail))
