"""Deadlines that the calendar knows: "by September 2009", "from 2010 to 2012", "within three months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from .calendar_days import DAY, period
from .found import Found, is_past
from .ordinals import CARDINAL, cardinal
from .session_deadlines import BEFORE, LATEST, LOOK_BACK, UNITS, YEAR, relation_of
from .shapes import Deadline

DATE = re.compile(
    rf"\b(?P<relation>{LATEST}|{BEFORE}|by|in|during|on|until|up to"
    rf"|within)\s+(?P<day>{DAY})(?P<latest>\s+at the latest)?",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"\b(?:from\s+(?P<first>{DAY})\s+(?:to|until|through)\s+(?P<last>{DAY})"
    rf"|between\s+(?P<low>{DAY})\s+and\s+(?P<high>{DAY})"
    rf"|(?:during|in|over|throughout)\s+(?:the\s+)?(?:biennium|biennia|triennium|quadrennium|period|years?)\s+"
    rf"(?P<year1>{YEAR})\s*[-‐‑–—/]\s*(?P<year2>(?:19|20)?\d\d)\b)",
    re.IGNORECASE,
)
DAYS = re.compile(
    rf"\bfrom\s+(?P<from>\d{{1,2}})\s+(?:(?P<month>[A-Z][a-z]+)\s+)?(?:to|until|-"
    rf"|–)\s+(?P<to>\d{{1,2}}\s+[A-Z][a-z]+,?\s+{YEAR})\b"
)
ONWARDS = re.compile(
    r"\b(?:from|as of|as from|starting (?:in|from|on)|beginning (?:in|with|on)|with effect from"
    r"|effective(?: from)?)\s+"
    rf"(?P<first>{DAY})(?:\s+(?:onwards?|on))?",
    re.IGNORECASE,
)
WITHIN = re.compile(
    rf"\bwithin\s+(?:a\s+period\s+of\s+|the\s+next\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\b"
    r"(?:\s+(?:of|after|following|from)\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s*){1,8})?",
    re.IGNORECASE,
)
END_OF_SOMETHING = re.compile(
    r"\b(?:by|before|until|at)\s+the\s+(?:end|expiry|expiration|conclusion)\s+of\s+(?:its|their|the|his"
    r"|her)\s+(?:[\w-]+\s+)?"
    r"(?:mandate|term|biennium|work|decade|period|triennium|quadrennium|cycle|year)\b",
    re.IGNORECASE,
)
# "achieve the Goals by 2015", "reduce hunger by 2015" name the year of a goal, not of the action asked.
_GOALS = re.compile(
    r"\b(?:goals?|targets?|decade|vision|commitments?|objectives?|achiev\w+|attain\w*|halv\w+|eradicat\w+"
    r"|eliminat\w+|reduc\w+|"
    r"revers\w+|halt\w*|universal access)\b[^;:]{0,70}$",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(rf"(?:the year )?{YEAR}", re.IGNORECASE)
_NAMED_AFTER_ITS_YEAR = re.compile(
    r"\b(?:Conference|Summit|Declaration|Assembly|Protocol|Convention|Agreement|Programme|Plan|Decade"
    r"|Charter|resolution|decision)"
    r"\b[^,;]{0,40}$"
)
_ACTS = re.compile(
    r"\b(?:hold|convene|organi[sz]e|host|meet|arrange|begin|commence|start|launch|initiate|complete"
    r"|conclude|undertake|conduct|"
    r"celebrate|observe|review|consider|take place|held|convened|finali[sz]e|submit|report|issue|publish)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:the\s+)?(?:end|mid|middle|late)", re.IGNORECASE)


def date_deadlines(window: str) -> Iterator[Found]:
    """Every day, month or year in `window` that may be a deadline, with the last day it allows."""
    for match in DATE.finditer(window):
        days = period(match["day"])
        printed = match["relation"].lower()
        if days is None or not _is_deadline(
            printed, window[max(0, match.start() - LOOK_BACK) : match.start()], match["day"]
        ):
            continue
        first, last = days
        relation = relation_of(printed)
        if relation == "before" and not _ENDS.match(match["day"]):
            last = first - timedelta(days=1)
        kind = "ongoing" if printed in ("until", "up to") else "date"
        yield Found(Deadline(match[0], kind, date=last.isoformat(), relation=relation), match.start(), match.end())


def _is_deadline(printed: str, before: str, day: str) -> bool:
    """Is a day a deadline: not the year of a goal, of a past meeting, of a conference's name?"""
    if is_past(before):
        return False
    if printed in ("by", "before"):
        return not (_BARE_YEAR.fullmatch(day) and _GOALS.search(before[-110:]))
    if printed in ("in", "on", "during", "within"):
        return not _NAMED_AFTER_ITS_YEAR.search(before[-110:]) and (bool(_ACTS.search(before)) or not before.strip())
    return True


def span_deadlines(window: str) -> Iterator[Found]:
    """Every span of time in `window`: "from 3 to 14 May 2010", "in the biennium 2010-2011", "from 2010 onwards"."""
    for match in DAYS.finditer(window):
        days = period(match["to"])
        if days:
            month = match["month"] or re.sub(r"^\d+\s+|,?\s*\d+$", "", match["to"])
            begin = period(f"{match['from']} {month} {days[0].year}")
            start = begin[0].isoformat() if begin else None
            yield Found(
                Deadline(match[0], "date", date=days[1].isoformat(), start=start, relation="at"),
                match.start(),
                match.end(),
            )
    for match in RANGE.finditer(window):
        if match["year1"]:
            short = match["year2"]
            first, last = period(match["year1"]), period(short if len(short) == 4 else match["year1"][:2] + short)
        else:
            first, last = period(match["first"] or match["low"]), period(match["last"] or match["high"])
        if first and last:
            deadline = Deadline(match[0], "ongoing", date=last[1].isoformat(), start=first[0].isoformat())
            yield Found(deadline, match.start(), match.end())
    for match in ONWARDS.finditer(window):
        begin = period(match["first"])
        if begin:
            yield Found(Deadline(match[0], "ongoing", start=begin[0].isoformat()), match.start(), match.end())


def open_deadlines(window: str) -> Iterator[Found]:
    """Spans whose end no calendar knows: "within three months of the entry into force", "by the end of its mandate"."""
    for match in WITHIN.finditer(window):
        text = match[0].rstrip(" ,")
        offset = f"P{cardinal(match['count'])}{UNITS[match['unit'].lower()]}"
        yield Found(
            Deadline(text, "date", relation="after", offset=offset),
            match.start(),
            match.start() + len(text),
            "day_unknown",
        )
    for match in END_OF_SOMETHING.finditer(window):
        yield Found(Deadline(match[0], "date", relation="by"), match.start(), match.end(), "day_unknown")
