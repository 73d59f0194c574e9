"""Plain text as it was typed or recognized, page by page: heads, feet and numbers of pages left out, cut words told.

Only where form feeds part the pages; without them nothing says what stands at the head of one (`lines` looks for that).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .results import Finding

_EDGE = 3  # lines at each end of a page
_PAGE_NUMBER = re.compile(r"^[-–—\[(|\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\])|\s]*$", re.IGNORECASE)
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
    for page, edge in zip(pages, edges([[line.strip() for line in page] for page in pages]), strict=True):
        for at in edge:
            page[at] = ""
        left_out += len(edge)
    told = (Finding("info", "running_heads_left_out", None, {"count": left_out}),) if left_out else ()
    return "\n\f\n".join("\n".join(page) for page in pages), told


def edges(pages: Sequence[Sequence[str]]) -> list[list[int]]:
    """The lines of each page that are none of its text: page numbers, and what several pages begin or end with.

    What stands nearer to the text counts only where everything farther out does.
    """
    sides = []
    seen: Counter[tuple[bool, str]] = Counter()
    for page in pages:
        said = [at for at, line in enumerate(page) if line]
        ends = (said[:_EDGE], said[::-1][:_EDGE] if len(said) > _EDGE else [])
        sides.append(ends)
        seen.update({(head, _key(page[at])) for head, end in zip((True, False), ends, strict=True) for at in end})
    enough = max(2, len(pages) // 8)
    found = []
    for page, ends in zip(pages, sides, strict=True):
        edge: list[int] = []
        for head, end in zip((True, False), ends, strict=True):
            for at in end:
                runs = seen[(head, _key(page[at]))] >= enough and len(page[at]) <= 150
                if not (runs or _PAGE_NUMBER.match(page[at])):
                    break
                edge.append(at)
        found.append(edge)
    return found


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))
