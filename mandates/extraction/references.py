"""What a paragraph cites: decisions, resolutions, document symbols, articles, rules and paragraphs."""

from __future__ import annotations

import re

from .shapes import Reference, Span

_SYMBOL = r"[A-Z]{1,10}(?:/[A-Z0-9][\w.-]*){2,8}\b"
_NUMBER = (
    rf"(?:{_SYMBOL}|"
    r"[A-Z]{2,8}[-/ ]?(?:Conf\.|[A-Z]*)?\s?\d+[\w./-]*|Conf\.\s?\d+(?:\.\d+)?(?:\s?\(Rev\.\s?\w+\))?"
    r"|[IVXLC]+/\d+[A-Z]?"
    r"|\d+/[A-Z]+\.?\d+|\d+/[\d]+(?:\s?[A-Z]\b)?|\d+\.\d+(?:\s?\(Rev\.\s?\w+\))?|\d+\s?\([IVXLC]+\)|\d+\b)"
)
REFERENCE = re.compile(
    rf"\b(?:[Dd]ecisions?|[Rr]esolutions?"
    rf"|[Rr]ecommendations?)\s+{_NUMBER}(?:\s*,\s*{_NUMBER}){{0,12}}(?:\s*,?\s+and\s+{_NUMBER})?"
    rf"|\b{_SYMBOL}"
    r"|\b[Aa]rticles?\s+(?:\d+|[IVXLC]+\b)(?:\s?\([a-z]\))?(?:\s*,\s*\d+){0,12}(?:\s+(?:and"
    r"|to)\s+\d+)?(?:,\s+paragraphs?\s+\d+(?:\s*\([a-z]+\))?)?"
    r"|\b[Rr]ules?\s+\d+(?:\s*,\s*\d+){0,6}(?:\s+(?:and|to)\s+\d+)?(?:,\s+paragraphs?\s+\d+)?"
    r"|\b[Pp]aragraphs?\s+\d+(?:\s?\([a-z]\))?(?:\s*(?:,|and|to|[-–])\s*\d+){0,6}"
)


def references(text: str, label: str) -> tuple[Reference, ...]:
    """Every reference in `text`, in order, each with its place."""
    return tuple(Reference(m[0], Span(label, m.start(), m.end())) for m in REFERENCE.finditer(text))
