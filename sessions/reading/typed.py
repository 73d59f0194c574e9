"""Plain text as it was typed or recognized, page by page: heads, feet and numbers of pages left out, cut words told.

Only where form feeds part the pages; without them nothing says what stands at the head of one (`lines` looks for that).
"""

from __future__ import annotations

import re

from .furniture import EDGE, running
from .results import Finding

# A soft hyphen, or the sign that recognition writes for it, ends a line where a word was cut.
_CUT = re.compile("(?<=[^\\W\\d_])[\u00ad¬]+[ \t]*(?=\r?\n)")


def as_typed(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text without what stands at the edges of its pages, and how many lines that were."""
    if "\u00ad" in text or "¬" in text:
        text = _CUT.sub("-", text)
    pages = [page.replace("\r\n", "\n").replace("\r", "\n").split("\n") for page in text.split("\f")]
    if len(pages) < 2:
        return text, ()
    left_out = 0
    said = [[at for at, line in enumerate(page) if line.strip()] for page in pages]
    edges = [
        tuple([(page[at].strip(), None) for at in end[:EDGE]] for end in (rows, rows[::-1]))
        for page, rows in zip(pages, said, strict=True)
    ]
    for page, rows, (head, foot) in zip(pages, said, running([(a, b) for a, b in edges]), strict=True):
        for at in {*rows[:head], *rows[len(rows) - foot :]}:
            page[at] = ""
            left_out += 1
    told = (Finding("info", "running_heads_left_out", None, {"count": left_out}),) if left_out else ()
    return "\n\f\n".join("\n".join(page) for page in pages), told
