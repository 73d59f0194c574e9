"""A text with places marked in it, as safe HTML."""

import itertools
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info


class Mark(NamedTuple):
    """The characters `start` up to `end` of a text, what they are (a class of the style sheet), and its words."""

    start: int
    end: int
    kind: str
    title: str = ""


def marked(text: str, marks: Iterable[tuple[Any, ...]]) -> SafeString:
    """The text with each place in a `<mark>`, everything escaped.

    Marks never nest: where two overlap, the common piece is one mark that carries both kinds and both titles. Places
    that lie outside of the text are cut to it; empty ones are left out.
    """
    places = []
    for mark in (Mark(*mark) for mark in marks):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            places.append(mark._replace(start=start, end=end))
    cuts = sorted({0, len(text), *(place.start for place in places), *(place.end for place in places)})
    return format_html_join(
        "",
        "{}",
        (
            (_piece(text[start:end], [place for place in places if place.start <= start and end <= place.end]),)
            for start, end in itertools.pairwise(cuts)
        ),
    )


def _piece(words: str, places: list[Mark]) -> SafeString:
    if not places:
        return conditional_escape(words)
    kinds = " ".join(dict.fromkeys(place.kind for place in places))
    titles = "; ".join(dict.fromkeys(str(place.title) for place in places if place.title))
    if titles:
        return format_html('<mark class="{}" title="{}">{}</mark>', kinds, titles, words)
    return format_html('<mark class="{}">{}</mark>', kinds, words)


def direction(language: str) -> str:
    """The `dir` of a text in that language: "rtl" or "ltr"."""
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "auto"
