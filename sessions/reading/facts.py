"""Text -> which session of which body: from the report's title, its masthead, the formula, the decisions' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from .labels import roman
from .lines import Line
from .openings import speaker
from .results import DecisionText, SessionFacts

_UNITS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
ORDINALS = {word: n for n, word in enumerate(_UNITS, 1)}
for _n, _ten in enumerate(_TENS, 2):
    ORDINALS[f"{_ten}ieth"] = _n * 10
    for _m, _unit in enumerate(_UNITS[:9], 1):
        ORDINALS[f"{_ten}y-{_unit}"] = ORDINALS[f"{_ten}y {_unit}"] = _n * 10 + _m
ORDINALS["hundredth"] = ORDINALS["one hundredth"] = 100

_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = rf"(?P<ordinal>{_WORDS}|\d{{1,3}}\s?(?:st|nd|rd|th))"
_KINDS = r"(?:(?:resumed|regular|ordinary|annual|substantive|extraordinary|special)\s+)*(?:session|meeting)"
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_DASH = r"\s*(?:[-–—−]|to|until|and|through)\s*"
_SPAN = re.compile(
    rf"(?:from\s+)?(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{_MONTH}))?(?:\s+(?P<y1>\d{{4}}))?{_DASH}(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH})\s+(?P<d3>\d{{1,2}}){_DASH}(?:(?P<m4>{_MONTH})\s+)?(?P<d4>\d{{1,2}}),?\s+(?P<y4>\d{{4}})",
    re.IGNORECASE,
)
_REPORT = re.compile(
    rf"\breport of the (?P<body>.{{3,260}}?) on (?:the work of )?its {_ORDINAL}\s+{_KINDS}\b(?P<rest>.{{0,200}})",
    re.IGNORECASE,
)
_SESSION = re.compile(rf"^(?:the\s+)?{_ORDINAL}\s+{_KINDS}\b[,:;.\s]*(?P<rest>.{{0,160}})$", re.IGNORECASE)
_AT_SESSION = re.compile(
    rf"\b(?:at|on|for) (?:its|the) {_ORDINAL}\s+{_KINDS}\b,?"
    r"(?P<rest>(?:\s*\(|,?\s*(?:which was )?held (?:in|at)\s).{0,120})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b{_ORDINAL}\s+(?:(?:session|meeting) of the\s+)?"
    r"(?P<body>(?:[A-Z][\w’'-]+\s+){0,4}(?:Assembly|Conference|Congress|Meeting|Session|Council)"
    r"(?:\s+of\s+the\s+(?:Contracting\s+|States\s+)?Parties(?:\s+to\s+the\s+[^,:;.]{3,160})?)?)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?i:held\s+)?\b(?i:in|at)\s+(?P<place>[A-Z][\w .’'-]{1,40}?)(?=,|(?i:\s+from|\s+on)\b|\s*\(|\s+\d|$)"
)
_PLACE_FIRST = re.compile(r"^\W*(?P<place>[A-Z][\w .’'-]{1,40}?)(?=,|\s*\(|\s+\d)")
_SAYING = 1_000  # characters of a line that may name a session
_HEAD = 120  # lines of cover and first pages in which a session names itself


def session_facts(lines: Sequence[Line], decisions: Sequence[DecisionText]) -> SessionFacts:
    """What the text says of its session. Never guesses a place or a day; the ordinal may come from the numbers."""
    body = place = ""
    ordinal: int | None = None
    days: tuple[str, str] | None = None
    until = len(lines)
    if decisions and decisions[0].paragraphs:
        # A recital names other sessions. Without a number the head may be read as one; what is labelled never is.
        every = decisions[0].number or "preamble" in {p.kind for p in decisions[0].paragraphs}
        begins = (p.line for p in decisions[0].paragraphs if every or p.label)
        until = next(begins, len(lines) + 1) - 1
    for said in _head(lines[:until]):
        if found := _REPORT.search(said):
            body = body or _name(found["body"])
            ordinal = ordinal or _ordinal(found["ordinal"])
            days, place = days or _days(found["rest"]), place or _place(found["rest"])
        elif found := _SESSION.match(said):
            ordinal = ordinal or _ordinal(found["ordinal"])
            days, place = days or _days(said), place or _place(found["rest"])
        elif found := _AT_SESSION.search(said):
            ordinal = ordinal or _ordinal(found["ordinal"])
            days, place = days or _days(found["rest"]), place or _place(found["rest"])
        elif days is None and ordinal and len(said) < 120 and (span := _days(said)):
            days, place = span, place or _place(said)
        if body and ordinal and days and place:
            break
    for named in _formulas(decisions):
        if found := _NAMED.match(named):
            ordinal = ordinal or _ordinal(found["ordinal"])
            body = body or _name(found["body"])
        body = body or _name(named)
    ordinal = ordinal or ordinal_of_numbers(decisions)
    start, end = days or (None, None)
    return SessionFacts(body, ordinal, place, start, end)


def ordinal_of_numbers(decisions: Sequence[DecisionText]) -> int | None:
    """The session that the numbers of all decisions name ("4/1", "5/CP.20", "XII/28", "WHA66.12"); else None."""
    found = {_session_of(decision.number) for decision in decisions}
    return found.pop() if len(found) == 1 else None


def _session_of(number: str) -> int | None:
    if revised := re.search(r"\(Rev\.?\s*CoP(\d+)\)", number, re.IGNORECASE):
        return int(revised[1])
    for form in (
        r"^\d+/[A-Z]{2,5}\.(\d+)$",
        r"^[A-Z]{1,8}-(\d{1,3}|[IVXL]+)/",
        r"^(?:EB|[A-Z]{3,6})(\d{1,3})(?:[.(]|$)",
        r"^Conf\.\s?(\d+)\.",
        r"/(?:RES|DEC|Res|Dec)[./](\d{1,3})/\d+",
        r"/(?:Res|Dec|Decl)\.\s?\d+\s?\(([IVXL]+)\)$",  # Assembly/AU/Dec.690(XXVII)
        r"^[A-Z.]{1,8}/[A-Z]{1,4}\.(\d{1,3})/(?:Res|Dec)\.",  # UNEP/EA.4/Res.1
        r"^[A-Z]{1,3}\((\d{1,3})\)/(?:RES|DEC)/",  # GC(57)/RES/9
        r"^[A-Z](\d{2})-\d{1,3}$",  # A39-1
        r"^(\d{1,3})/(?!(?:19|20)\d\d$)\d+(?:\s[A-Z])?$",  # 4/1; not 4/2013
        r"^(?:VC )?([IVXL]+)[/.]\d+",
        r"^(\d{1,2})\.?\s?COM\b",
        r"^[A-Z]\.(\d{2})/\d+",
    ):
        if found := re.search(form, number):
            value = int(found[1]) if found[1].isdigit() else roman(found[1])
            return value if value and value < 300 else None
    return None


def _head(lines: Sequence[Line]) -> Iterator[str]:
    """The sayings of the first pages: each line, and each with the line that goes on with it."""
    head = [line.text[:_SAYING] for line in lines[: _HEAD * 2] if line.what == "text" and line.text][:_HEAD]
    for at, said in enumerate(head):
        following = head[at + 1] if at + 1 < len(head) else ""
        whole = f"{said} {following} {head[at + 2] if at + 2 < len(head) else ''}"
        yield whole if re.match(r"(?:\W*report of\b)", said, re.IGNORECASE) else said
        if _SESSION.match(said) and following and len(following) < 120:
            yield f"{said}, {following}" if not _days(said) else said


def _formulas(decisions: Sequence[DecisionText]) -> Iterator[str]:
    for decision in decisions:
        for paragraph in decision.paragraphs:
            if not paragraph.label and paragraph.kind != "quoted" and (named := speaker(paragraph.text)):
                yield named
                break


def _name(body: str) -> str:
    """A body's name in one line, with capitals where the text prints it in nothing else."""
    name = re.sub(r"\s*\([^)]*$", "", " ".join(body.split())).strip(" ,:;.")
    if name.isupper():
        small = {"of", "the", "to", "and", "on", "for", "in", "as", "its"}
        name = " ".join(w.lower() if w.lower() in small else w.capitalize() for w in name.split())
    return name


def _ordinal(word: str) -> int | None:
    word = " ".join(word.lower().split())
    if word in ORDINALS:
        return ORDINALS[word]
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else None


def _place(said: str) -> str:
    found = _PLACE.search(said) or (_PLACE_FIRST.match(said) if _days(said) else None)
    if not found or re.search(rf"\b{_MONTH}\b", found["place"], re.IGNORECASE):
        return ""
    place = found["place"].strip()
    return place.title() if place.isupper() else place


def _days(said: str) -> tuple[str, str] | None:
    """First and last day in ISO form."""
    found = _SPAN.search(said)
    if not found:
        return None
    if found["d2"]:
        year, month = int(found["y2"]), found["m2"]
        first = (int(found["y1"] or year), found["m1"] or month, int(found["d1"]))
        last = (year, month, int(found["d2"]))
    else:
        year, month = int(found["y4"]), found["m4"] or found["m3"]
        first, last = (year, found["m3"], int(found["d3"])), (year, month, int(found["d4"]))
    days = []
    for y, m, d in (first, last):
        try:
            days.append(date(y, _MONTHS.index(m.lower()) + 1, d).isoformat())
        except ValueError:
            return None
    return (days[0], days[1]) if days[0] <= days[1] else None
