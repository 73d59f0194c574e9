"""What stands at the head and foot of pages and is none of their text: running heads, page numbers.

A line is one that runs where several pages have it at the same edge, but for the page's number; what stands nearer to
the text counts only where everything farther out does. A line that may well recur and still speak ("The Board,",
"Decision 4/1", "(a) ...") runs only where most pages have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence

EDGE = 4  # lines at each end of a page
_LONGEST = 150
_PAGE_NUMBER = re.compile(
    r"^[-–—\[(|/\s]*(?:page\s+)?(?:\d{1,4}|(?-i:[ivxl]{1,6}))(?:\s*(?:/|of)\s*\d{1,4})?[-–—\])|/\s]*$", re.IGNORECASE
)
_ITS_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?=\s)|(?<=\s)(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$", re.IGNORECASE)
_ITS_SHARE = re.compile(r"^\d{1,4}/\d{1,4}(?=\s+\S+/)|(?<=\S/)(\S+\s+)\d{1,4}/\d{1,4}$")  # "A/RES/71/900   2/3"
_SPEAKS = re.compile(r"^(?:the|decision|resolution|annex)\b|^[(\[]?\w{1,4}[.)]\s|[.;:,]$", re.IGNORECASE)

# One edge of a page from the outside in: of each line its words, its height (or nothing), and whose it is.
Edge = Sequence[tuple[str, Hashable]]


def running(pages: Sequence[tuple[Edge, Edge]]) -> list[tuple[int, int]]:
    """How many lines at the head and at the foot of each page are none of its text."""
    seen: Counter[tuple[int, str, Hashable]] = Counter()
    for page in pages:
        seen.update({(side, _key(text), height) for side, edge in enumerate(page) for text, height in edge[:EDGE]})
    said = sum(bool(page[0] or page[1]) for page in pages)

    def runs(side: int, text: str, height: Hashable) -> bool:
        if _PAGE_NUMBER.match(text):
            return True
        pages_with = seen[(side, _key(text), height)]
        enough = said * 2 // 3 + 1 if _SPEAKS.search(text) else said // 8
        return len(text) <= _LONGEST and pages_with >= max(2, enough)

    found = []
    for page in pages:
        counts = []
        for side, edge in enumerate(page):
            count = 0
            while count < min(EDGE, len(edge)) and runs(side, *edge[count]):
                count += 1
            counts.append(count)
        found.append((counts[0], counts[1]))
    return found


def _key(text: str) -> str:
    text = " ".join(text.split())
    return _ITS_NUMBER.sub("", _ITS_SHARE.sub(r"\1", text)).strip()
