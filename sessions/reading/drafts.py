"""The drafts of a document that is one: read as decisions under the document's symbol, for the day of adoption."""

from __future__ import annotations

import re
from dataclasses import replace

from .headings import Heading
from .lines import Line
from .sections import Stretch
from .unheaded import unheaded
from .versions import TextKind

_OPENS = re.compile(
    r"^(?P<before>.{0,200}:\s*)?(?:revised |amended |proposed |omnibus )*draft (?P<word>decision|resolution)s?\b"
    r"(?:\s+(?P<number>[IVXL]{1,6}|[A-Z]|\d{1,3}(?:/\d{1,3})?))?(?P<rest>.*)$",
    re.IGNORECASE,
)


def draft_stretches(lines: list[Line], kind: TextKind) -> list[Stretch]:
    """Where each draft stands. One alone bears the symbol of the document; several add their own numbers to it."""
    found: list[Stretch] = []
    for at, line in enumerate(lines):
        opens = _OPENS.match(line.text) if line.what == "text" and len(line.text) < 400 else None
        if opens is None or opens["rest"].rstrip().endswith((";", ",")):
            continue
        if found:
            if found[-1].begin + 1 >= at or not opens["number"]:
                continue  # its title said again
            found[-1].end = at
        title = opens["rest"].strip(" .:–—-*")
        heading = Heading(
            at, "decision", opens["number"] or "", title, opens["word"].lower() == "resolution", sure=True
        )
        found.append(Stretch(heading, at, at + 1, len(lines)))
    if not found:
        found = unheaded(lines)
    for stretch in found:
        own = stretch.heading.number
        # Without a symbol it goes by its title: "draft decision I" of another file is another draft.
        number = f"{kind.symbol} {own}".strip() if kind.symbol and len(found) > 1 else kind.symbol
        stretch.heading = replace(stretch.heading, number=number)
    return found
