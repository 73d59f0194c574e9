"""Lines of adoption data: agenda item, symbol, meeting and day, votes. They stand around the words adopted."""

from __future__ import annotations

import re

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|[a-z-]+(?:first|second|third|th|eth))"
_DATA = re.compile(
    r"^\[.*\]$|^\(.*\)$|.*\bdistr\.?\s?:|^\[?(?:agenda )?items?\s+\d|^(?:resolution|decision)s?\s+adopted\b"
    r"|^\[?(?:re)?adopted\s+(?:by|at|without|on|in|unanimously)\b|^\[?(?:in favour|against|abstain(?:ing|ed))\s*:"
    rf"|^distr\b|^original\b|^english\b|^(?:\w+day,?\s+)?\d{{1,2}}\s+{_MONTH}\s+\d{{4}}$|^{_MONTH}\s+\d{{4}}$"
    rf"|^\(?{_ORDINAL}(?:\s*\([^)]*\))?\s+(?:plenary\s+|closing\s+)?(?:meeting|session)\b.{{0,80}}$"
    rf"|^(?:united nations|decision|resolution|page\b.{{0,8}})$"
    r"|^[A-Z][A-Z0-9]*(?:/[\w.()-]+)+$|^on the report of\b|^sponsors?:"
    rf"|^(?:general assembly|economic and social council|human rights council|security council)$"
    r"|^\W*amended at the \d.{0,200}$"
    rf"|^(?:decisions?\s+)?directed\s+to\b.{{0,100}}$|^(?:doc(?:ument)?\.?|ref\.?)\s",
    re.IGNORECASE,
)
# "Punta Blanca, Ardovia, 1-9 June 2015"; "Geneva, 26 May 2015"
_NAME = r"[A-Z][\w'’.-]*(?:\s(?:de|del|el|la|of|and|[A-Z(][\w'’.)-]*)){0,4}"
_PLACE_AND_DAYS = re.compile(
    rf"^(?:{_NAME},\s){{1,3}}(?:from\s)?\d{{1,2}}(?:\s[A-Z][a-z]{{2,8}})?(?:\s?(?:[-–—]{{1,2}}|to|and)\s?\d{{1,2}})?"
    r"\s[A-Z][a-z]{2,8},?\s\d{4}\W?$"
)
_VOTE = re.compile(r"^\[?(?:adopted\b|in favour|against|abstain)", re.IGNORECASE)  # lists of States are long


def is_data(text: str) -> bool:
    """Is `text` a line of adoption data (agenda item, meeting, day, symbol), not part of the words adopted?"""
    if len(text) < 120 and _PLACE_AND_DAYS.match(text):
        return True
    return bool(_DATA.match(text)) and (len(text) < 300 or bool(_VOTE.match(text)))


def closes_text(text: str) -> bool:
    """Does `text` tell of the adoption, after which nothing adopted follows but annexes?"""
    return bool(re.match(r"\[?adopted\s+(?:by|without)\b", text, re.IGNORECASE))
