"""Symbols of documents: "CTOC/COP/2008/L.5/Rev.1", "A/RES/64/263", "UNEP/CBD/COP/12/29"."""

from __future__ import annotations

import re

from .besides import DocumentSort

SYMBOL = re.compile(
    r"(?<![\w/])[A-Z][A-Z0-9]{0,9}(?:[.-][A-Z0-9]{1,8})?(?:/[A-Z0-9][\w.-]*\w|/[A-Z0-9]){1,9}(?:\s?\(Vol\.\s?[IVX]+\))?"
)
_SPACED = re.compile(r"(?<=[A-Z])\.\s+(?=\d)|\s*/\s*(?=(?:Rev|Add|Corr|L|CRP|INF)\b)")


def symbol_in(text: str) -> str:
    """The first symbol in the text; "" where there is none. Spaces that a printer put into it are gone."""
    found = SYMBOL.search(_SPACED.sub(lambda gap: gap[0].replace(" ", ""), text))
    return found[0] if found and re.search(r"\d", found[0]) else ""


def symbols_in(text: str) -> list[str]:
    """Every symbol in the text, in its order."""
    spaced = _SPACED.sub(lambda gap: gap[0].replace(" ", ""), text)
    return [found[0] for found in SYMBOL.finditer(spaced) if re.search(r"\d", found[0])]


def base(symbol: str) -> str:
    """The document whatever its revision: "CTOC/COP/2008/L.5" for L.5, L.5/Rev.1 and L.5/Add.2."""
    return re.sub(r"(?:/(?:Rev|Add|Corr)\.?\s?\d+[\w.]*)+$", "", symbol, flags=re.IGNORECASE)


def sort_of(symbol: str) -> DocumentSort:
    """What kind of document the symbol names; one that names none is a document of before the session."""
    parts = base(symbol).split("/")[1:]
    if any(re.match(r"(?:CRP|WP|RM)\.?\d|CRP$", part) for part in parts):
        return "crp"
    if any(re.match(r"L\.?\d", part) for part in parts):
        return "limited"
    if any(re.match(r"INF\.?\d|INF$|NGO\b|NGO/", part) for part in parts) or "NGO" in parts:
        return "information"
    return "pre_session"
