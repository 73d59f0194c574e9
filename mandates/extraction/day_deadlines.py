"""Deadlines that the calendar knows: "by September 2009", "from 2010 to 2012", "within three months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from .calendar_days import DAY, period
from .found import Found, is_past
from .ordinals import CARDINAL, cardinal
from .session_deadlines import relation_of
from .session_patterns import BEFORE, LATEST, LOOK_BACK, UNITS, YEAR
from .shapes import Deadline

DATE = re.compile(
    rf"\b(?P<relation>{LATEST}|{BEFORE}|by|in the course of|(?:in|during) the week of|in|during|on|until|up to"
    rf"|within|with a deadline of)\s+(?P<day>{DAY})(?P<latest>\s+at the latest)?",
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
    rf"\b(?:within|(?P<later>(?:no|not)\s+later\s+than))\s+(?:a\s+period\s+of\s+|the\s+next\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\b"
    r"(?P<from>\s+(?:of|after|following|from)\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]++\s*){1,8})?",
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
# "develop national targets by 2012" is work with a day of its own.
_SETS_GOALS = re.compile(
    r"\b(?:develop|set|establish|adopt|formulate|submit|update|review|revise|communicate|prepare|identify)"
    r"(?:\s+(?:or|and|[\w-]+))?(?:\s+[\w-]+){0,3}\s+(?:goals?|targets?|commitments?|objectives?)\s*$",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(rf"(?:the year )?{YEAR}", re.IGNORECASE)
# "of the World Summit in 2005" is a name; "report to the Health Assembly in 2015" says when to report.
_NAMED_AFTER_ITS_YEAR = re.compile(
    r"(?P<to>\bto the )?\b(?:[A-Z][a-z]+ )*"
    r"(?:Conference|Summit|Declaration|Assembly|Protocol|Convention|Agreement|Programme|Plan|Decade"
    r"|Charter|resolution|decision)\b[^,;]{0,40}$"
)
_ACTS = re.compile(
    r"\b(?:hold|convene|organi[sz]e|host|meet|arrange|begin|commence|start|launch|initiate|complete"
    r"|conclude|undertake|conduct|"
    r"celebrate|observe|review|consider|evaluate|assess|take place|held|convened|finali[sz]e|submit|report"
    r"|issue|publish)\b",
    re.IGNORECASE,
)
# "prepare a paper in 2012", but not "a paper on the harvest in 2012".
_MAKES = re.compile(
    r"\b(?:prepare|develop|present|provide|make|produce|circulate|carry out|establish)\b"
    r"(?!.*\b(?:on|of|for|from|about|covering)\b)[^;]*$",
    re.IGNORECASE | re.DOTALL,
)
# "a review of the period from 2005 to 2008", "the budget for the biennium 2010-2011" speak about those years.
_ABOUT_THEM = re.compile(
    r"\b(?:on|covering|of|about)\s+(?:the\s+)?(?:periods?|years?)\s*$"
    r"|\b(?:financ\w+|budgets?|submissions?|strateg\w+)\s+for\s+(?:the\s+)?(?:periods?|years?)\s*$"
    r"|\b(?:budgets?|programmes?|plans?|strateg\w+|scale|allocations?|activities|framework|reports?|work|contributions?)\s*,?\s*$",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"in (?:the course|(?:the )?(?:first|second|third|fourth|last)|early|late|mid)\b", re.IGNORECASE
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
        goal = _BARE_YEAR.fullmatch(day) and _GOALS.search(before[-110:])
        return not goal or bool(_SETS_GOALS.search(before[-110:]))
    if printed in ("in", "on", "during", "within"):
        name = _NAMED_AFTER_ITS_YEAR.search(before[-110:]) if _BARE_YEAR.fullmatch(day) else None
        acts = _ACTS.search(before) or _MAKES.search(before) or _PART_OF_YEAR.match(f"{printed} {day}")
        return not (name and not name["to"]) and (bool(acts) or not before.strip())
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
        if _ABOUT_THEM.search(window[max(0, match.start() - 60) : match.start()]):
            yield Found(None, match.start(), match.end())
        elif first and last:
            deadline = Deadline(match[0], "ongoing", date=last[1].isoformat(), start=first[0].isoformat())
            yield Found(deadline, match.start(), match.end())
    for match in ONWARDS.finditer(window):
        begin = period(match["first"])
        if begin:
            yield Found(Deadline(match[0], "ongoing", start=begin[0].isoformat()), match.start(), match.end())


def open_deadlines(window: str) -> Iterator[Found]:
    """Spans whose end no calendar knows: "within three months of the entry into force", "by the end of its mandate"."""
    for match in WITHIN.finditer(window):
        if match["later"] and not match["from"]:
            continue
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
