"""Deadlines that hang on a session: "at its fifth session", "six weeks before COP 12", "for the next meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .body import Body
from .found import Found, is_past
from .ordinals import CARDINAL, ORDINAL, cardinal, ordinal
from .shapes import Deadline
from .words import words_of

BEFORE = (
    r"(?:(?:immediately|well|shortly|in good time|sufficiently)\s+)?(?:before|prior to|in advance of|ahead of)"
    r"|in (?:good )?time for|in the lead-up to"
)
LATEST = r"(?:no|not)\s+later\s+than|at the latest(?:\s+(?:by|at|before|on))?|by\s+no\s+later\s+than"
LOOK_BACK = 400
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
YEAR = r"(?:19|20)\d\d"

_MEETING = "(?:sessions?|meetings?|plenar(?:y|ies)|assembl(?:y|ies)|congress(?:es)?|conferences?)"
_KIND = (
    "(?:resumed|regular|ordinary|annual|forthcoming|upcoming|extraordinary|special|organizational"
    "|substantive|plenary|main|"
    "intersessional)"
)
_ACRONYM = "(?:COP|CMP|CMA|MOP|COP[-/]MOP|SBSTA|SBI|SBSTTA|OEWG|EB|SC|PC|AC|WHA|UNEA|IPBES|ExCOP|ICCM)"
_RELATION = (
    rf"(?P<relation>{LATEST}|{BEFORE}|on the occasion of|on the margins of|in conjunction with|back[- "
    rf"]to[- ]back with"
    r"|at|during|in|after|following|by|until|up to|to|for|from|of|since)"
)
_EDGE = (
    r"(?:the\s+(?:end|beginning|opening|close|closing|closure|start|conclusion|first day|last day"
    r"|(?:main|first|second|resumed)\s+part)\s+of\s+)?"
)
_NOT_IN_NAME = r"(?!(?:of|on|in|at|to|for|and|or|with|from|by|as|that|which|prior|before|a|an)\b)"
# "at its fifth session of the help given" names no body.
_OPENS_NAME = (
    r"(?=(?-i:[A-Z])|parties\b|subsidiary\b|working\b|open-ended\b|group\b|bureau\b|committee\b|commission\b|plenary\b"
    r"|panel\b|governing\b|preparatory\b|conference\b|assembly\b|council\b)"
)
_OF_BODY = (
    rf"(?P<of>\s+of\s+the\s+{_OPENS_NAME}[\w-]+(?:\s+{_NOT_IN_NAME}[\w-]+){{0,3}}"
    r"(?:\s+of\s+the\s+(?:Contracting\s+)?(?:Parties|States))?)?"
)
_MORE_ORDINALS = rf"(?:\s*,\s*{ORDINAL}){{0,3}}(?:\s*,?\s*(?:and|or)\s+(?:its\s+|the\s+)?{ORDINAL})?"
_ORDINAL_SESSION = (
    rf"(?:{_KIND}\s+)?(?P<ordinal>{ORDINAL}){_MORE_ORDINALS}\s+(?:(?P<part>resumed)\s+)?(?:[\w-]+\s+){{0,3}}?"
    rf"(?P<noun>{_MEETING})\b"
)
_NEXT_SESSION = (
    rf"(?P<next>next|forthcoming|upcoming|following|subsequent|coming)\s+(?:{_KIND}\s+)?(?:[\w-]+\s+){{0,2}}?"
    rf"(?P<nextnoun>{_MEETING}|COP)\b"
)
_YEAR_SESSION = rf"(?:{_KIND}\s+)?(?:{YEAR}\s+(?:{_KIND}\s+)?session|session\s+(?:of|in|for)\s+{YEAR})\b"
SESSION = re.compile(
    rf"\b{_RELATION}\s+{_EDGE}(?P<whose>the\s+|its\s+|their\s+|his\s+|her\s+|our\s+"
    rf"|a\s+)?(?:(?P<resumed>resumed)\s+)?(?:"
    rf"(?:{_ORDINAL_SESSION}|{_NEXT_SESSION}){_OF_BODY}"
    r"|(?:that|this|said)\s+(?P<that>session|meeting)\b"
    rf"|(?P<inyear>{_YEAR_SESSION})"
    rf"|(?P<acronym>{_ACRONYM})[\s-]?(?P<number>\d{{1,3}})\b"
    rf")(?P<year>\s*,?\s+(?:to be held\s+)?(?:in|\()\s*(?:[A-Z][a-z]+\s+)?{YEAR}\)?)?",
    re.IGNORECASE,
)
OFFSET = re.compile(
    rf"\b(?:(?:{LATEST}|at least|within|by|in|some"
    rf"|approximately)\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<side>before|prior to|in advance of|ahead of|after|following)\s+",
    re.IGNORECASE,
)
_SOME_SESSION = re.compile(
    r"(?P<each>each|every)?\s*(?:of\s+)?(?:the|its|their)?\s*(?:[\w-]+\s+){0,3}?"
    r"(?:sessions?|meetings?|date|start|opening|it)\b",
    re.IGNORECASE,
)
_ORDINAL_NAMED = re.compile(rf"\b({ORDINAL})\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>session|meeting)\b", re.IGNORECASE)

# "include in the provisional agenda of its tenth session" dates the inclusion by the session.
_INTO_AGENDA = re.compile(
    r"\b(?:include|place|inscribe|put|add|retain|keep)\b.{0,160}\bagenda\s*$", re.IGNORECASE | re.DOTALL
)
_THINGS_OF_A_SESSION = re.compile(
    r"\b(?:agendas?|documents|documentation|preparations?|preparing|arrangements?|themes?|programme|topics?|host|venue|"
    r"dates?|duration|budget|prepare)\s*$",
    re.IGNORECASE,
)
_BROUGHT_TO_A_SESSION = re.compile(
    r"\b(?:consideration|action|decision|discussion|approval|adoption|review|presentation|submission|report|document|"
    r"recommendations?|paper|proposals?|note|options|information)\b[^,;]{0,80}$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:report|submit|present|submitted|presented|inform|information|recommendations?|recommend|proposals?|findings|"
    r"results)\b[^;]{0,120}$",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"\b(?:to|by|through|inform|of)\s+(?:the\s+)?(?P<name>(?:(?!(?:to|by|of the report|through|at"
    r"|in)\b)[\w-]+[ ]?){1,9}),?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """From where sessions are counted.

    `session` is the ordinal of the session being read, `organ` true where whoever is asked holds sessions of its
    own, `earlier` what is printed before the searched words, the nearest paragraph last, for "before that session".
    """

    session: int | None = None
    body: Body | None = None
    organ: bool = False
    earlier: tuple[str, ...] = ()


def session_deadlines(window: str, reckoning: Reckoning) -> Iterator[Found]:
    """Every session in `window` that may be a deadline; places of sessions that are none come without one."""
    for match in SESSION.finditer(window):
        before, printed = window[max(0, match.start() - LOOK_BACK) : match.start()], match["relation"].lower()
        own = _is_own(match, before, reckoning)
        number = _number(match, before, reckoning, own)
        known = reckoning.session
        part = "resumed" if "resumed" in match[0].lower() else None
        bygone = bool(match["ordinal"]) and own and known is not None and number is not None and number <= known
        bygone = bygone and not (part and number == known)
        in_future = known is not None and number is not None and number > known
        to_come = in_future and (own or relation_of(printed) == "before")
        unnamed = bool(match["that"]) and number is None
        if unnamed or bygone or (not to_come and is_past(before)) or not _dates_an_action(printed, before, match):
            yield Found(None, match.start(), match.end())
            continue
        text = match[0].rstrip(" ,")
        doubt = "" if number is not None else "session_unknown"
        if printed in ("until", "up to"):
            deadline = Deadline(text, "ongoing", session=number, part=part, relation="by")
        else:
            deadline = Deadline(text, "session", session=number, part=part, relation=_relation(printed, before))
        yield Found(deadline, match.start(), match.start() + len(text), doubt)


def offset_deadlines(window: str, reckoning: Reckoning) -> Iterator[Found]:
    """Every "six weeks before its sixth session" and "sixty days before each meeting" in `window`."""
    for match in OFFSET.finditer(window):
        count = cardinal(match["count"])
        backwards = match["side"].lower() not in ("after", "following")
        offset = f"{'-' if backwards else ''}P{count}{UNITS[match['unit'].lower()]}"
        relation = "before" if backwards else "after"
        rest = "at " + window[match.end() : match.end() + 160]
        named = SESSION.match(rest)
        before = window[max(0, match.start() - LOOK_BACK) : match.start()]
        number = _number(named, before, reckoning, True) if named else None
        if named:
            end = match.end() + named.end() - 3
            deadline = Deadline(
                window[match.start() : end].rstrip(" ,"), "session", session=number, relation=relation, offset=offset
            )
            yield Found(
                deadline,
                match.start(),
                match.start() + len(deadline.text),
                "" if number is not None else "session_unknown",
            )
        elif some := _SOME_SESSION.match(rest[3:]):
            end = match.end() + some.end()
            text = window[match.start() : end]
            if some["each"]:
                yield Found(
                    Deadline(text, "recurring", relation=relation, offset=offset, every="session"), match.start(), end
                )
            else:
                known = _last_named((*reckoning.earlier, window[: match.start()]), "session")
                deadline = Deadline(text, "session", session=known, relation=relation, offset=offset)
                yield Found(deadline, match.start(), end, "" if known is not None else "session_unknown")


def relation_of(printed: str) -> str:
    """at, before, during, after or by, for the words printed before a day or session."""
    low = re.sub(r"\s+", " ", printed.lower())
    if low.startswith(("no later", "not later", "at the latest", "by no")):
        return "by"
    if re.search(r"before|prior|advance|ahead|time for|lead-up", low):
        return "before"
    return {"during": "during", "after": "after", "following": "after", "by": "by", "until": "by", "up to": "by"}.get(
        low, "at"
    )


def _relation(printed: str, before: str) -> str:
    """ "for consideration by the next meeting" is at that meeting: there "by" names who considers."""
    considers = printed == "by" and re.search(
        r"\b(?:consideration|adoption|approval|review|decision|examination)\s*$", before, re.IGNORECASE
    )
    return "at" if considers else relation_of(printed)


def _last_named(texts: tuple[str, ...], noun: str) -> int | None:
    """The ordinal of the session or meeting (`noun`) that the `texts` name last, whatever they say of it."""
    for text in reversed(texts):
        named = [match for match in _ORDINAL_NAMED.finditer(text) if match["noun"].lower() == noun]
        if named:
            return ordinal(named[-1][1])
    return None


def _number(match: re.Match[str], before: str, reckoning: Reckoning, own: bool) -> int | None:
    if match["ordinal"]:
        return ordinal(match["ordinal"])
    if match["number"]:
        return int(match["number"])
    if match["next"]:
        return reckoning.session + 1 if own and reckoning.session is not None else None
    if match["that"]:
        return _last_named((*reckoning.earlier, before), match["that"].lower())
    return None


def _is_own(match: re.Match[str], before: str, reckoning: Reckoning) -> bool:
    """Is it a session of the deciding body: "of the Conference", "to the Conference at its", its own "its"?"""
    named = match["of"].removeprefix(" of") if match["of"] else None
    if named is None and (recipient := _RECIPIENT.search(before[-90:])):
        named = recipient["name"]
    if named is not None and reckoning.body is not None:
        words = words_of(named)
        if reckoning.body.is_meant(words, 0, len(words)):
            return True
        if match["of"] or any(word.is_capital for word in words):
            return False
    return not (reckoning.organ and (match["whose"] or "").lower().startswith("its"))


def _dates_an_action(printed: str, before: str, match: re.Match[str]) -> bool:
    """Can these words before a session make it a deadline: not "of", "since", "the agenda for"?"""
    if printed in ("of", "for", "in") and _INTO_AGENDA.search(before[-220:].rstrip()):
        return True
    if printed in ("of", "since", "from"):
        return False
    if printed == "to":
        if re.search(
            r"\b(?:defer|postpone|adjourn|refer|revert|carry over|transmit)\b[^;]{0,160}$", before, re.IGNORECASE
        ):
            return True
        # "report to the Sixty-ninth World Health Assembly", not "contribute to the second session".
        noun = (match["noun"] or match["nextnoun"] or "").lower()
        return noun.startswith(("assembl", "plenar", "conf", "congress")) or bool(_REPORTED.search(before[-200:]))
    if printed == "for":
        return not _THINGS_OF_A_SESSION.search(before[-40:]) and bool(_BROUGHT_TO_A_SESSION.search(before[-140:]))
    return True
