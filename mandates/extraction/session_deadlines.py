"""Deadlines that hang on a session: "at its fifth session", "six weeks before COP 12", "for the next meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .body import Body
from .found import Found, is_past
from .ordinals import cardinal, ordinal
from .session_patterns import (
    BROUGHT_TO_A_SESSION,
    INTO_AGENDA,
    LOOK_BACK,
    OFFSET,
    ORDINAL_NAMED,
    RECIPIENT,
    REPORTED,
    SESSION,
    SOME_SESSION,
    THINGS_OF_A_SESSION,
    UNITS,
)
from .shapes import Deadline
from .words import words_of


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
        backwards = match["side"].lower() not in ("after", "following", "of", "from")
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
        elif match["side"].lower() in ("of", "from"):
            # "within three months of its receipt" hangs on no session.
            continue
        elif some := SOME_SESSION.match(rest[3:]):
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
        named = [match for match in ORDINAL_NAMED.finditer(text) if match["noun"].lower() == noun]
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
    if named is None and (recipient := RECIPIENT.search(before[-90:])):
        named = recipient["name"]
    if re.fullmatch(r"\s*the (?:contracting )?parties", named or "", re.IGNORECASE):
        # "the next meeting of the Parties" is one of the body itself.
        return True
    if named is not None and reckoning.body is not None:
        words = words_of(named)
        if reckoning.body.is_meant(words, 0, len(words)):
            return True
        if match["of"] or any(word.is_capital for word in words):
            return False
    return not (reckoning.organ and (match["whose"] or "").lower().startswith("its"))


def _dates_an_action(printed: str, before: str, match: re.Match[str]) -> bool:
    """Can these words before a session make it a deadline: not "of", "since", "the agenda for"?"""
    if printed in ("of", "for", "in") and INTO_AGENDA.search(before[-220:].rstrip()):
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
        return noun.startswith(("assembl", "plenar", "conf", "congress")) or bool(REPORTED.search(before[-200:]))
    if printed == "for":
        return not THINGS_OF_A_SESSION.search(before[-40:]) and bool(BROUGHT_TO_A_SESSION.search(before[-140:]))
    return True
