"""Printed days, months and years, each as the first and the last day it may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), start=1)}
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_YEAR = r"(?:19|20)\d\d"
_QUARTER = r"(?:first|second|third|fourth|last)\s+quarter|(?:first|second)\s+half"

# Longest forms first. "end" also stands without article: "by end 2010", "by end of June 2010".
DAY = (
    rf"(?:(?:\d{{1,2}}\s*(?:and|to|[-–])\s*)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|(?:the\s+)?(?:end|beginning|start|middle)\s+(?:of\s+)?(?:the\s+year\s+)?(?:{_MONTH}\s+)?{_YEAR}"
    rf"|(?:the\s+)?(?:end\s+of\s+the\s+)?(?:{_QUARTER})\s+of\s+(?:the\s+year\s+)?{_YEAR}"
    rf"|(?:early|late|mid)[\s‐‑–-]*(?:{_MONTH}\s+)?(?:in\s+)?{_YEAR}"
    rf"|{_MONTH},?\s+(?:of\s+)?{_YEAR}"
    rf"|(?:the\s+year\s+)?{_YEAR}(?![-–/\d]))"
)
_QUARTERS = {"first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
             "last quarter": (10, 12), "first half": (1, 6), "second half": (7, 12)}  # fmt: skip


def period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a printed day, month, quarter or year; None where no year stands in it.

    "the end of 2009" is the last day of 2009 alone, "mid-2011" ends on 30 June, "early 2011" on 31 March.
    """
    low = re.sub(r"\s+", " ", text.lower())
    year_found = re.search(_YEAR + r"(?!\d)", low)
    if not year_found:
        return None
    year = int(year_found[0])
    month_found = re.search(rf"\b{_MONTH}\b", low)
    days = re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", low.replace(year_found[0], ""))
    if month_found:
        month = MONTHS[month_found[0]]
        last = monthrange(year, month)[1]
        if days:
            begin, end = int(days[0]), int(days[-1])
            return (date(year, month, begin), date(year, month, end)) if 1 <= begin <= end <= last else None
        return _part_of(low, date(year, month, 1), date(year, month, last), date(year, month, 15))
    for name, (first_month, last_month) in _QUARTERS.items():
        if name in low:
            end_of_it = date(year, last_month, monthrange(year, last_month)[1])
            return (end_of_it if "end of" in low else date(year, first_month, 1)), end_of_it
    if low.startswith("early"):
        return date(year, 1, 1), date(year, 3, 31)
    return _part_of(low, date(year, 1, 1), date(year, 12, 31), date(year, 6, 30))


def _part_of(low: str, first: date, last: date, middle: date) -> tuple[date, date]:
    if re.match(r"(the )?end\b", low):
        return last, last
    if re.match(r"(the )?(beginning|start)\b", low):
        return first, first
    if re.match(r"(the )?mid", low):
        return middle, middle
    return first, last
