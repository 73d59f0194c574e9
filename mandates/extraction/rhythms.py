"""Deadlines without a day: a rhythm ("annually"), a standing duty ("keep informed"), or somebody's request."""

from __future__ import annotations

import re

from .found import Found
from .ordinals import CARDINAL, cardinal
from .session_patterns import UNITS
from .shapes import Deadline

_MADE = (
    r"(?:submit|transmit|present|prepare|provide|publish|issue|hold|convene|organi[sz]e|produce|make|conduct"
    r"|undertake|continue|deliver|"
    r"arrange|host)\s*(?:,?\s+[\w-]+){0,8}?,?\s+"
)
_SESSIONS = r"(?:sessions?|meetings?|assembl(?:y|ies))\b"
_EVERY = r"(?:each|every)"
_YEARLY_DAY = r"\d{1,2}\s+[A-Z][a-z]+"
_LATEST = r"(?:by|before|on|(?:no|not)\s+later\s+than)"
# The rhythm and how it is printed; the first in the text wins. In "submit an annual report" only "annual" is it.
_RHYTHMS: tuple[tuple[str | None, str], ...] = (
    (
        "session",
        rf"(?:at|for|to|before|after|following|prior to|during)\s+(?:{_EVERY}|all)\s+(?:of\s+)?(?:its\s+|their\s+"
        rf"|the\s+)?(?:[\w-]+\s+){{0,3}}?"
        rf"{_SESSIONS}(?:\s+of\s+the\s+(?-i:[A-Z])[\w-]+(?:\s+(?-i:[A-Z])[\w-]+){{0,4}}(?:\s+of\s+the\s+Parties)?)?",
    ),
    (
        "session",
        r"(?:at\s+(?:its|their|the)\s+(?:regular|subsequent|future|successive|annual|ordinary)\s+(?:sessions|meetings)"
        r"|to\s+(?:its\s+)?(?:future|subsequent|successive)\s+(?:sessions|meetings))\b",
    ),
    ("P1D", rf"daily\b|{_EVERY}\s+day\b"),
    ("P1W", rf"weekly\b|{_EVERY}\s+week\b"),
    ("P1M", rf"monthly\b|{_EVERY}\s+month\b"),
    ("P3M", rf"quarterly\b|{_EVERY}\s+quarter\b"),
    ("P6M", r"(?:semi-?annually|biannually|twice\s+(?:a|per|each)\s+year|twice\s+yearly|every\s+half[- ]year)\b"),
    ("P6M", r"on\s+a\s+(?:semi-?annual|biannual)\s+basis\b"),
    ("P6M", rf"in\s+[A-Z][a-z]+\s+and\s+[A-Z][a-z]+\s+of\s+{_EVERY}\s+year\b"),
    ("P1Y", rf"in\s+[A-Z][a-z]+\s+of\s+{_EVERY}\s+year\b|{_EVERY}\s+year\s+{_LATEST}\s+{_YEARLY_DAY}\b"),
    ("P1Y", rf"{_LATEST}\s+{_YEARLY_DAY}\s+(?:of\s+)?{_EVERY}\s+year\b|annually\b|yearly\b|{_EVERY}\s+year\b"),
    ("P1Y", r"once\s+(?:a|every|per)\s+year\b|on\s+an?\s+(?:annual|yearly)\s+basis\b"),
    ("P1Y", rf"{_MADE}(?P<word>annual|yearly)\b(?!\s+(?:session|meeting of|contribution|programme|budget|conference))"),
    ("P1Y", r"(?:in|through|via|as part of)\s+(?:its|their|the)\s+(?P<word>annual)\s+reports?\b"),
    ("P2Y", rf"every\s+(?:second|other)\s+year\b|{_EVERY}\s+biennium\b|biennially\b|on\s+a\s+biennial\s+basis\b"),
    ("P2Y", rf"{_MADE}(?P<word>biennial)\b(?!\s+(?:session|programme|budget))"),
    ("P3Y", rf"every\s+third\s+year\b|triennially\b|on\s+a\s+triennial\s+basis\b|{_EVERY}\s+triennium\b"),
    ("P4Y", r"every\s+fourth\s+year\b|quadrennially\b|on\s+a\s+quadrennial\s+basis\b"),
    ("P5Y", r"every\s+fifth\s+year\b|quinquennially\b"),
    (None, r"regularly\b|periodically\b|at\s+regular\s+intervals\b"),
    (None, r"on\s+a\s+(?:regular|periodic|systematic|recurrent)\s+basis\b"),
)
# "every two years", "every 90 days", "at intervals of six months".
COUNTED = re.compile(
    rf"\b(?:once\s+every|every|at\s+intervals\s+of)\s+(?P<count>{CARDINAL})\s+(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
RHYTHMS = tuple((every, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for every, pattern in _RHYTHMS)

_STATE = (
    r"(?:(?:fully|regularly|continuously|duly|closely|well|adequately)\s+)?(?:informed|apprised|abreast"
    r"|updated|advised|up[- ]to[- ]date"
    r"|under\s+(?:[\w-]+\s+){0,3}?(?:review|consideration|scrutiny|observation))\b"
)
STANDING = tuple(
    re.compile(rf"\b(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"keep(?:ing)?\s+(?:[\w’'-]+\s+){{1,8}}?{_STATE}",
        r"(?:keep|maintain)\s+under\s+(?:[\w-]+\s+){0,3}?(?:review|consideration)\b",
        r"remain(?:s|ed)?\s+(?:actively\s+)?seized\b(?:\s+of\s+the\s+(?:matter|issue|question))?",
        r"until\s+(?:such time as|further notice|the|its|that|a|an)\s+[\w-]+(?:\s+[\w-]+){0,4}",
        r"on\s+(?:an?\s+)?(?:ongoing|continuing|continuous|permanent)\s+basis\b",
        r"for the duration of\s+(?:the|its)\s+[\w-]+",
        rf"(?:over|during|throughout|for)\s+the\s+(?:next|coming|following)\s+{CARDINAL}\s+(?:years|months|bienniums|biennia)\b",
    )
)
REQUESTED = re.compile(
    r"\b(?:when|where|if|whenever|wherever|as and when)\s+(?:so\s+)?requested\b"
    r"|\b(?:up)?on\s+(?:their\s+|its\s+|the\s+|written\s+)?request\b(?:\s+(?:of|by|from)\s+(?:[\w-]++\s*){1,4})?"
    r"|\bat\s+(?:the|their|its)\s+request\b(?:\s+of\s+(?:[\w-]++\s*){1,4})?",
    re.IGNORECASE,
)


def rhythm(window: str) -> Found | None:
    """The first rhythm printed in `window`; `every` is an ISO duration, "session", or None for "regularly"."""
    places = []
    for every, pattern in RHYTHMS:
        match = pattern.search(window)
        if match:
            start, end = match.span("word" if "word" in pattern.groupindex else 0)
            places.append(Found(Deadline(window[start:end], "recurring", every=every), start, end))
    if match := COUNTED.search(window):
        every = f"P{cardinal(match['count'])}{UNITS[match['unit'].lower()]}"
        places.append(Found(Deadline(match[0], "recurring", every=every), match.start(), match.end()))
    # In "an annual report by 31 October of each year" the day tells more.
    dated = [found for found in places if any(char.isdigit() for char in window[found.start : found.end])]
    return min(dated or places, key=lambda found: found.start, default=None)


def standing_duty(window: str) -> Found | None:
    """ "keep the States informed", "remain seized of the matter", "until the entry into force"."""
    match = next((m for pattern in STANDING if (m := pattern.search(window))), None)
    return Found(Deadline(match[0], "ongoing"), match.start(), match.end()) if match else None


def on_request(window: str) -> Found | None:
    """ "when requested", "upon request", "at the request of States"."""
    match = REQUESTED.search(window)
    if not match:
        return None
    text = match[0].rstrip(" ,")
    return Found(Deadline(text, "on_request"), match.start(), match.start() + len(text))
