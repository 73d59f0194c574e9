"""By when: the deadline that the words of one action print, and the years and sessions that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from .calendar_days import DAY, period
from .ordinals import CARDINAL, ORDINAL, cardinal, ordinal
from .shapes import Deadline

_MEETING = "(?:sessions?|meetings?|plenar(?:y|ies)|assembl(?:y|ies)|congress(?:es)?|conferences?)"
_KINDS = "(?:resumed|regular|ordinary|annual|forthcoming|upcoming|extraordinary|special|organizational|substantive|plenary|main|intersessional)"
_ACRONYM = r"(?:COP|CoP|CMP|CMA|MOP|MoP|COP/MOP|COP-MOP|SBSTA|SBI|SBSTTA|OEWG|EB|SC|PC|AC|WHA|UNEA|IPBES|ExCOP|ICCM)"
_BEFORE = r"(?:(?:immediately|well|shortly|in good time|sufficiently)\s+)?(?:before|prior to|in advance of|ahead of)|in (?:good )?time for|in the lead-up to"
_LATEST = r"(?:no|not)\s+later\s+than|at the latest(?:\s+(?:by|at|before))?|by\s+no\s+later\s+than"
_RELATION = (
    rf"(?P<relation>{_LATEST}|{_BEFORE}|on the occasion of|on the margins of|in conjunction with|back[- ]to[- ]back with"
    r"|at|during|in|after|following|by|until|up to|to|for|from|of|since)"
)
_OF_BODY = r"(?:\s+of\s+the\s+(?:(?!of\b|on\b|in\b|at\b|to\b|for\b|and\b|or\b|with\b)[\w-]+\s*){1,4}(?:of\s+the\s+(?:Contracting\s+)?(?:Parties|States))?)?"
_LIST = rf"(?:\s*,\s*{ORDINAL}){{0,3}}(?:\s*,?\s*(?:and|or)\s+{ORDINAL})?"

SESSION = re.compile(
    rf"\b{_RELATION}\s+(?:the\s+(?:end|beginning|opening|close|closing|start|conclusion|first day|last day)\s+of\s+)?(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|a\s+)?"
    rf"(?:(?P<sub>resumed)\s+)?(?:"
    rf"(?:{_KINDS}\s+)?(?P<ordinal>{ORDINAL}){_LIST}\s+(?:(?P<part>resumed)\s+)?(?:(?:[\w-]+\s+){{0,3}}?)(?P<noun>{_MEETING})\b{_OF_BODY}"
    rf"|(?P<next>next|forthcoming|upcoming|following|subsequent|coming)\s+(?:{_KINDS}\s+)?(?:[\w-]+\s+){{0,2}}?(?P<nextnoun>{_MEETING}|COP|CoP)\b{_OF_BODY}"
    rf"|(?P<that>that|this|said)\s+(?P<thatnoun>session|meeting)\b"
    rf"|(?P<acronym>{_ACRONYM})[\s-]?(?P<number>\d{{1,3}})\b"
    r")(?P<year>\s*,?\s+(?:to be held\s+)?(?:in|\()\s*(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\)?)?",
    re.IGNORECASE,
)
OFFSET = re.compile(
    rf"\b(?:(?P<limit>{_LATEST}|at least|within|by|in|some|approximately)\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<side>before|prior to|in advance of|ahead of|after|following|of|from)\s+",
    re.IGNORECASE,
)
WITHIN = re.compile(
    rf"\bwithin\s+(?:a\s+period\s+of\s+|the\s+next\s+)?(?P<count>{CARDINAL})[\s-]+(?P<unit>day|week|month|year)s?\b"
    r"(?:\s+(?:of|after|following|from)\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s*){1,8})?",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"\b(?P<relation>{_LATEST}|{_BEFORE}|by|in|during|on|until|up to|after|before|within)\s+(?P<day>{DAY})"
    r"(?P<latest>\s+at the latest)?",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"\b(?:from\s+(?P<first>{DAY})\s+(?:to|until|through)\s+(?P<last>{DAY})|between\s+(?P<low>{DAY})\s+and\s+(?P<high>{DAY})"
    rf"|(?:during|in|over|throughout)\s+(?:the\s+)?(?:biennium|biennia|triennium|quadrennium|period|years?)\s+(?P<year1>(?:19|20)\d\d)\s*[-‐‑–—/]\s*(?P<year2>(?:19|20)?\d\d)\b)",
    re.IGNORECASE,
)
DAYS_RANGE = re.compile(
    r"\bfrom\s+(?P<from>\d{1,2})\s+(?:(?P<month1>[A-Z][a-z]+)\s+)?(?:to|until|-|–)\s+(?P<to>\d{1,2}\s+[A-Z][a-z]+,?\s+(?:19|20)\d\d)\b"
)
ONWARDS = re.compile(
    rf"\b(?:from|as of|as from|starting (?:in|from)|beginning (?:in|with)|with effect from|effective(?: from)?)\s+(?P<first>{DAY})"
    r"(?:\s+(?:onwards?|on))?",
    re.IGNORECASE,
)
END_OF = re.compile(r"\b(?:by|before|until|at)\s+the\s+(?:end|expiry|expiration|conclusion)\s+of\s+(?:its|their|the|his|her)\s+(?:[\w-]+\s+)?"
                    r"(?:mandate|term|biennium|work|decade|period|triennium|quadrennium|cycle|year)\b", re.IGNORECASE)  # fmt: skip
RECURRING: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), every)
    for pattern, every in (
        (r"\b(?:at|for|to|before|prior to|during)\s+(?:each|every|all)\s+(?:of\s+)?(?:its\s+|their\s+|the\s+)?(?:[\w-]+\s+){0,3}?(?:sessions?|meetings?|assembl(?:y|ies))\b(?:\s+of\s+the\s+[A-Z][\w-]+(?:\s+of\s+the\s+Parties)?)?", "session"),
        (r"\bat\s+(?:its|their|the)\s+(?:regular|subsequent|future|successive|annual|ordinary)\s+sessions\b", "session"),
        (r"\b(?:semi-?annually|biannually|twice\s+(?:a|per|each)\s+year|twice\s+yearly|every\s+six\s+months|on\s+a\s+(?:semi-?annual|biannual)\s+basis|every\s+half[- ]year)\b", "P6M"),
        (r"\b(?:every|once\s+every|each)\s+(?:two|second|other)\s+years?\b|\bbiennially\b|\bon\s+a\s+biennial\s+basis\b|\b(?:each|every)\s+biennium\b|\bevery\s+24\s+months\b", "P2Y"),
        (r"\bevery\s+(?:three|third)\s+years?\b|\btriennially\b|\bon\s+a\s+triennial\s+basis\b", "P3Y"),
        (r"\bevery\s+(?:four|fourth)\s+years?\b|\bquadrennially\b|\bon\s+a\s+quadrennial\s+basis\b", "P4Y"),
        (r"\bevery\s+(?:five|fifth)\s+years?\b|\bquinquennially\b", "P5Y"),
        (r"\bquarterly\b|\bevery\s+(?:three\s+months|quarter)\b|\bon\s+a\s+quarterly\s+basis\b", "P3M"),
        (r"\bmonthly\b|\b(?:every|each)\s+month\b|\bon\s+a\s+monthly\s+basis\b", "P1M"),
        (r"\bby\s+\d{1,2}\s+[A-Z][a-z]+\s+(?:of\s+)?(?:each|every)\s+year\b|\bannually\b|\byearly\b|\b(?:every|each)\s+year\b|\bonce\s+(?:a|every|per)\s+year\b|\bon\s+an?\s+(?:annual|yearly)\s+basis\b", "P1Y"),
        (r"\b(?:submit|present|prepare|provide|publish|issue|hold|convene|organize|organise|produce|make|conduct|undertake|continue|with|through|deliver|arrange|host)\s+(?:[\w-]+\s+){0,4}?(?P<adjective>annual|yearly)\b(?!\s+(?:session|meeting of|contribution|programme|budget|conference))", "P1Y"),
        (r"\b(?:submit|present|prepare|provide|publish|issue|hold|convene|organize|organise|produce|make|conduct|undertake|deliver|arrange|host)\s+(?:[\w-]+\s+){0,4}?(?P<adjective>biennial)\b(?!\s+(?:session|programme|budget))", "P2Y"),
        (r"\bregularly\b|\bperiodically\b|\bon\s+a\s+(?:regular|periodic|systematic|recurrent)\s+basis\b|\bat\s+regular\s+intervals\b", None),
    )
)  # fmt: skip
ONGOING = (
    re.compile(r"\bkeep(?:ing)?\s+(?:[\w’'-]+\s+){1,8}?(?:(?:fully|regularly|continuously|duly|closely|well|adequately)\s+)?(?:informed|apprised|abreast|updated|advised|under\s+(?:[\w-]+\s+){0,3}?(?:review|consideration|scrutiny|observation)|up[- ]to[- ]date)\b", re.IGNORECASE),
    re.compile(r"\b(?:keep|maintain)\s+under\s+(?:[\w-]+\s+){0,3}?(?:review|consideration)\b", re.IGNORECASE),
    re.compile(r"\bremain(?:s|ed)?\s+(?:actively\s+)?seized\b(?:\s+of\s+the\s+(?:matter|issue|question))?", re.IGNORECASE),
    re.compile(r"\buntil\s+(?:such time as|further notice|the|its|that|a|an)\s+[\w-]+(?:\s+[\w-]+){0,4}", re.IGNORECASE),
    re.compile(r"\bon\s+(?:an?\s+)?(?:ongoing|continuing|continuous|permanent)\s+basis\b", re.IGNORECASE),
    re.compile(r"\bfor the duration of\s+(?:the|its)\s+[\w-]+", re.IGNORECASE),
)  # fmt: skip
ON_REQUEST = re.compile(
    r"\b(?:when|where|if|whenever|wherever|as and when)\s+(?:so\s+)?requested\b|\b(?:up)?on\s+(?:their\s+|its\s+|the\s+|written\s+)?request\b"
    r"(?:\s+(?:of|by|from)\s+(?:[\w-]+\s*){1,4})?|\bat\s+(?:the|their|its)\s+request\b(?:\s+of\s+(?:[\w-]+\s*){1,4})?",
    re.IGNORECASE,
)

# "adopted at its third session", "held in Vienna in 2007": a participle before it makes it a thing of the past,
# unless it is "to be held", "to be submitted".
_PAST = re.compile(
    r"\b(?:adopted|held|established|agreed|made|taken|approved|discussed|expressed|contained|endorsed|identified|convened|"
    r"concluded|organized|issued|dated|begun|started|initiated|launched|created|elected|recommended|mandated|reached|"
    r"provided|presented|submitted|prepared|considered|requested|decided|signed|opened|undertaken|conducted|given|"
    r"set out|outlined|appointed|produced|published|received|developed|reported)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\b(?:be|being)\s+(?:[\w-]+ly\s+)?[\w-]+(?:\s+(?:and|or)\s+[\w-]+)?[^,;]{0,60}$", re.IGNORECASE)
_GOALS = re.compile(
    r"\b(?:goals?|targets?|decade|vision|commitments?|objectives?|achiev\w+|attain\w*|halv\w+|eradicat\w+|eliminat\w+|reduc\w+|"
    r"revers\w+|halt\w*|universal access)\b[^;:]{0,70}$",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\b(?:hold|convene|organi[sz]e|host|meet|arrange|begin|commence|start|launch|initiate|complete|conclude|undertake|"
                    r"conduct|celebrate|observe|review|consider|take place|held|convened|finali[sz]e|submit|report|issue|publish)\b", re.IGNORECASE)  # fmt: skip
_AGENDA = re.compile(
    r"\b(?:include|place|inscribe|put|add|retain|keep)\b.{0,160}\bagenda\s*$", re.IGNORECASE | re.DOTALL
)
_PREPARES_FOR = re.compile(
    r"\b(?:agendas?|documents?|documentation|preparations?|preparing|arrangements?|theme|themes|programme|topics?|host|venue|"
    r"dates?|duration|budget|prepare)\s*$",
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(r"\b(?:consideration|action|decision|discussion|approval|adoption|review|presentation|submission|report|recommendations?|paper|"
                       r"proposals?|note|options|information)\b[^,;]{0,80}$", re.IGNORECASE)  # fmt: skip
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline and its place in the searched text; `doubt` is a code, or empty."""

    deadline: Deadline
    start: int
    end: int
    doubt: str = ""


def find_deadline(
    text: str, start: int, end: int, *, session: int | None = None, earlier: int | None = None, collective: bool = True
) -> Found | None:
    """The deadline printed between `start` and `end` of `text`; None where there is none.

    `session` is the ordinal of the session whose decision this is: "its next session" is the one after, and what
    lies before is past. `earlier` is the session named last before `start`, for "before that session".
    A day or session stands before a rhythm, a rhythm before "keep informed", that before "upon request".
    """
    window = text[start:end]
    firm = [f for f in _firm(window, session, earlier) if not _is_bracketed_label(window, f)]
    if firm:
        best = _best(firm)
        others = [
            f for f in firm if (f.deadline.date, f.deadline.session) != (best.deadline.date, best.deadline.session)
        ]
        if others and not best.doubt:
            best = replace(best, doubt="two_deadlines")
        return _shift(best, start)
    for search in (_recurring, _ongoing, _on_request):
        found = search(window, session)
        if found:
            return _shift(found, start)
    return None


def sessions_named(text: str, start: int, end: int) -> int | None:
    """The ordinal of the last session named between `start` and `end`, whatever is said of it."""
    last = None
    for match in re.finditer(
        rf"({ORDINAL})\s+(?:[\w-]+\s+){{0,2}}?(?:session|meeting)\b", text[start:end], re.IGNORECASE
    ):
        last = ordinal(match[1])
    return last


def _shift(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)


def _best(found: list[Found]) -> Found:
    return min(found, key=lambda f: (f.doubt == "goal", f.start, -f.end))


def _is_bracketed_label(window: str, found: Found) -> bool:
    return window[found.start : found.end].strip() == ""


def _firm(window: str, session: int | None, earlier: int | None) -> list[Found]:
    """Every day, session and span of time in the window that can be a deadline."""
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for source in (_offsets, _sessions, _ranges, _dates, _within):
        for item in source(window, session, earlier):
            if any(a < item.end and item.start < b for a, b in taken):
                continue
            taken.append((item.start, item.end))
            if item.doubt != "none":
                found.append(item)
    return found


def _relation(printed: str) -> str:
    low = re.sub(r"\s+", " ", printed.lower())
    if low.startswith(("no later", "not later", "at the latest", "by no")):
        return "by"
    if re.search(r"before|prior|advance|ahead|time for|lead-up", low):
        return "before"
    return {"during": "during", "after": "after", "following": "after", "by": "by", "until": "by", "up to": "by",
            "from": "after"}.get(low, "at")  # fmt: skip


def _sessions(window: str, session: int | None, earlier: int | None) -> Iterator[Found]:
    for match in SESSION.finditer(window):
        printed = match["relation"].lower()
        before = window[: match.start()]
        number: int | None
        doubt = ""
        if match["ordinal"]:
            number = ordinal(match["ordinal"])
        elif match["number"]:
            number = int(match["number"])
        elif match["next"]:
            number = session + 1 if session is not None else None
            doubt = "" if number is not None else "session_unknown"
        else:
            number = sessions_named(window, 0, match.start()) or earlier
            if number is None:
                yield _none(match)
                continue
        past = _PAST.search(before[-90:]) and not _TO_BE.search(before[-90:])
        bygone = (
            match["ordinal"]
            and session is not None
            and number is not None
            and number <= session
            and _of_own_body(match)
        )
        if past or bygone or not _may_date(printed, before, match):
            yield _none(match)
            continue
        end = match.end()
        if printed in ("until", "up to"):
            yield Found(Deadline(match[0], "ongoing", session=number, relation="by"), match.start(), end, doubt)
            continue
        part = "resumed" if match["sub"] or match["part"] else None
        text = window[match.start() : end].rstrip(" ,")
        end = match.start() + len(text)
        yield Found(
            Deadline(text, "session", session=number, part=part, relation=_relation(printed)), match.start(), end, doubt
        )


def _none(match: re.Match[str]) -> Found:
    """A place that is taken but holds no deadline."""
    return Found(Deadline(match[0], "none"), match.start(), match.end(), "none")


def _of_own_body(match: re.Match[str]) -> bool:
    return bool(re.search(r"\bits\b", match[0], re.IGNORECASE))


def _may_date(printed: str, before: str, match: re.Match[str]) -> bool:
    """Can these words before a session make it a deadline: not "of", "since", "the agenda for"?"""
    if printed in ("of", "for", "in") and _AGENDA.search(before[-220:].rstrip()):
        return True
    if printed in ("of", "since", "from"):
        return False
    if printed == "to":
        # "report to the Sixty-ninth World Health Assembly", not "contribute to the second session".
        return (
            bool(match["ordinal"] or match["next"])
            and (match["noun"] or match["nextnoun"] or "").lower().startswith(("assembl", "plenar", "conf", "congress"))
        ) or bool(
            re.search(
                r"\b(?:report|submit|present|submitted|presented|inform|information|recommendations?|findings|results)\b[^;]{0,120}$",
                before,
                re.IGNORECASE,
            )
        )
    if printed == "for":
        return not _PREPARES_FOR.search(before) and bool(_ACTS_FOR.search(before[-140:]))
    return True


def _offsets(window: str, session: int | None, earlier: int | None) -> Iterator[Found]:
    for match in OFFSET.finditer(window):
        count = cardinal(match["count"])
        side = match["side"].lower()
        rest = window[match.end() :]
        if count is None or side in ("of", "from"):
            continue
        backwards = side not in ("after", "following")
        offset = f"{'-' if backwards else ''}P{count}{_UNITS[match['unit'].lower()]}"
        relation = "before" if backwards else "after"
        at = SESSION.match("at " + rest)
        if at and (number := _number_of(at, session, earlier)) is not None:
            end = match.end() + at.end() - 3
            text = window[match.start() : end].rstrip(" ,")
            yield Found(
                Deadline(text, "session", session=number, relation=relation, offset=offset),
                match.start(),
                match.start() + len(text),
            )
            continue
        meeting = re.match(
            r"(?:the|each|its|every)\s+(?:[\w-]+\s+){0,3}?(?:session|meeting|date|start|opening)\b", rest, re.IGNORECASE
        )
        if meeting:
            end = match.end() + meeting.end()
            recurring = "each" in meeting[0].lower() or "every" in meeting[0].lower()
            known = earlier if not recurring else None
            kind = "recurring" if recurring else "session"
            yield Found(
                Deadline(window[match.start() : end], kind, session=known, relation=relation, offset=offset, every="session" if recurring else None),
                match.start(), end, "" if recurring or known else "session_unknown",
            )  # fmt: skip


def _number_of(match: re.Match[str], session: int | None, earlier: int | None) -> int | None:
    if match["ordinal"]:
        return ordinal(match["ordinal"])
    if match["number"]:
        return int(match["number"])
    if match["next"]:
        return session + 1 if session is not None else None
    return earlier


def _dates(window: str, session: int | None, earlier: int | None) -> Iterator[Found]:
    for match in DATE.finditer(window):
        days = period(match["day"])
        before = window[: match.start()]
        printed = match["relation"].lower()
        if days is None or not _is_deadline_day(printed, before, match["day"]):
            continue
        first, last = days
        relation = _relation(printed)
        if printed in ("until", "up to"):
            yield Found(Deadline(match[0], "ongoing", date=last.isoformat(), relation="by"), match.start(), match.end())
            continue
        if printed == "after":
            continue
        ends = re.match(r"(?:the\s+)?(?:end|mid|middle|late)", match["day"], re.IGNORECASE)
        if relation == "before" and not ends:
            last = first - timedelta(days=1)
        yield Found(Deadline(match[0], "date", date=last.isoformat(), relation=relation), match.start(), match.end())


def _is_deadline_day(printed: str, before: str, day: str) -> bool:
    """Is a day a deadline: not the year of a goal, of a past meeting, of a conference's name?"""
    tail = before[-110:]
    if _PAST.search(tail) and not _TO_BE.search(tail):
        return False
    if (
        printed in ("by", "before")
        and _GOALS.search(tail)
        and re.fullmatch(r"(?:the year )?(?:19|20)\d\d", day, re.IGNORECASE)
    ):
        return False
    if printed in ("in", "on", "during", "within"):
        if re.search(
            r"\b(?:Conference|Summit|Declaration|Assembly|Protocol|Convention|Agreement|Programme|Plan|Decade|Charter|resolution|decision)\b[^,;]{0,40}$",
            tail,
        ):
            return False
        return bool(_HOLDS.search(before)) or not before.strip()
    return True


def _ranges(window: str, session: int | None, earlier: int | None) -> Iterator[Found]:
    for match in DAYS_RANGE.finditer(window):
        days = period(match["to"])
        if days:
            month = match["month1"] or re.sub(r"^\d+\s+|,?\s*\d+$", "", match["to"])
            begin = period(f"{match['from']} {month} {days[0].year}")
            yield Found(
                Deadline(
                    match[0],
                    "date",
                    date=days[1].isoformat(),
                    start=begin[0].isoformat() if begin else None,
                    relation="at",
                ),
                match.start(),
                match.end(),
            )
    for match in RANGE.finditer(window):
        if match["year1"]:
            year1, year2 = match["year1"], match["year2"]
            first, last = period(year1), period(year2 if len(year2) == 4 else year1[:2] + year2)
        else:
            first, last = period(match["first"] or match["low"]), period(match["last"] or match["high"])
        if first and last:
            yield Found(
                Deadline(match[0], "ongoing", date=last[1].isoformat(), start=first[0].isoformat()),
                match.start(),
                match.end(),
            )
    for match in ONWARDS.finditer(window):
        begin = period(match["first"])
        if begin:
            yield Found(Deadline(match[0], "ongoing", start=begin[0].isoformat()), match.start(), match.end())


def _within(window: str, session: int | None, earlier: int | None) -> Iterator[Found]:
    for match in WITHIN.finditer(window):
        count = cardinal(match["count"])
        text = match[0].rstrip(" ,")
        if count is not None:
            offset = f"P{count}{_UNITS[match['unit'].lower()]}"
            yield Found(
                Deadline(text, "date", relation="after", offset=offset),
                match.start(),
                match.start() + len(text),
                "day_unknown",
            )
    for match in END_OF.finditer(window):
        yield Found(Deadline(match[0], "date", relation="by"), match.start(), match.end(), "day_unknown")


def _recurring(window: str, session: int | None) -> Found | None:
    best: Found | None = None
    for pattern, every in RECURRING:
        match = pattern.search(window)
        if not match:
            continue
        group = "adjective" if "adjective" in pattern.groupindex else 0
        start, end = match.span(group)
        if best is None or start < best.start:
            best = Found(Deadline(window[start:end], "recurring", every=every), start, end)
    return best


def _ongoing(window: str, session: int | None) -> Found | None:
    for pattern in ONGOING:
        match = pattern.search(window)
        if match:
            return Found(Deadline(match[0], "ongoing"), match.start(), match.end())
    return None


def _on_request(window: str, session: int | None) -> Found | None:
    match = ON_REQUEST.search(window)
    if not match:
        return None
    text = match[0].rstrip(" ,")
    return Found(Deadline(text, "on_request"), match.start(), match.start() + len(text))
