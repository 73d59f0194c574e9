"""A decision written down as an outline, one paragraph a line, two blanks a level: what the tests read."""

from __future__ import annotations

import re
from textwrap import dedent

from mandates.extraction import Candidate, Clause, Extracted, extract

LABEL = re.compile(r"(?P<label>\(\w+\)|\d+\.|[a-z]\))\s+(?P<text>.*)")
KINDS = {"preamble": "preamble", "quoted": "quoted"}


def clauses(outline: str) -> list[Clause]:
    """The paragraphs of an outline.

    "preamble: ..." and "quoted: ..." name a line's kind; a line under which others stand indented is a chapeau.
    """
    found: list[Clause] = []
    open_levels: list[int] = []
    for line in dedent(outline).splitlines():
        if not line.strip():
            continue
        level = (len(line) - len(line.lstrip())) // 2
        del open_levels[level:]
        above = open_levels[-1] if open_levels else None
        kind, text = "operative", line.strip()
        for name in KINDS:
            if text.startswith(f"{name}: "):
                kind, text = name, text.removeprefix(f"{name}: ")
        label, text = (match["label"], match["text"]) if (match := LABEL.match(text)) else ("", text)
        if above is not None:
            parent = found[above]
            label = parent.label + label
            if parent.kind == "operative":
                found[above] = Clause(parent.label, parent.part, "chapeau", parent.text, parent.chapeau)
        found.append(Clause(label, "", kind, text, above))
        open_levels.append(len(found) - 1)
    return found


def read(outline: str, *, session: int | None = 4, body: str = "Conference") -> tuple[Extracted, ...]:
    """What the paragraphs of an outline ask."""
    return extract(clauses(outline), session=session, body=body)


def candidates(outline: str, *, session: int | None = 4, body: str = "Conference") -> list[Candidate]:
    """All candidates of an outline in order."""
    return [candidate for extracted in read(outline, session=session, body=body) for candidate in extracted.candidates]


def only(text: str, *, session: int | None = 4, body: str = "Conference") -> Candidate:
    """The one candidate of a text that has exactly one."""
    (candidate,) = candidates(text, session=session, body=body)
    return candidate
