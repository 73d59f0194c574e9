"""The same text as other hands would pass it on: what it asks for does not change, so its gold stays the same.

Only texts in Markdown with a paragraph on a line are disguised; the others have a form of their own already.
"""

import re
import textwrap
from collections.abc import Callable
from itertools import count

PAGE = 38  # lines


def plain(text: str) -> str:
    """Without mark-up."""
    text = re.sub(r"^(?:\[\^?(\d+)\]:?|<sup>(\d+)</sup>) +", r"\1\2 ", text, flags=re.MULTILINE)  # a note at the foot
    text = re.sub(r"<sup>.*?</sup>|\[\^?\d+\]|<!--.*?-->", "", text)
    text = re.sub(r"^\s*#+\s*", "", text, flags=re.MULTILINE)
    text = re.sub(r"\*+|\\?_(?=\w)|(?<=\w)\\?_|\\", "", text)
    return re.sub(r"^---$", "_" * 14, text, flags=re.MULTILINE)  # the rule above the notes


def in_pages(text: str) -> str:
    """Lines of 74 columns in pages with a running head and a number at the foot, which fall inside sentences."""
    return _pages(_wrapped(plain(text)))


def hyphenated(text: str) -> str:
    """Narrow lines, and long words cut at their ends."""
    lines = _wrapped(plain(text), 58)
    for at, line in enumerate(lines[:-1]):
        word = re.match(r"[a-z]{8,}\b", lines[at + 1])
        if word and len(line) <= 56 and line and not line.startswith("|"):
            cut = len(word[0]) // 2
            lines[at] = f"{line} {word[0][:cut]}-"
            lines[at + 1] = lines[at + 1][cut:]
    return "\n".join(lines)


def converted(text: str) -> str:
    """Headings and verbs are bold, and in the middle of some paragraphs a page ends, with a footnote and a rule."""
    text = re.sub(r"^#+\s*\**(.+?)\**\s*$", r"**\1**", text, flags=re.MULTILINE)
    text = re.sub(r"(?<![*\w])\*([A-Z][^*\n]{2,40})\*(?!\*)", r"**\1**", text)
    lines, note = [], count(1)
    for at, line in enumerate(text.split("\n")):
        middle = line.find(" ", len(line) // 2)
        if at % 3 == 0 and len(line) > 240 and not line.startswith(("|", "#")) and middle > 0:
            number = next(note)
            lines += [line[:middle], "", "---", "", f"<sup>{number}</sup> HSC/INF/{number}.", "", line[middle + 1 :]]
        else:
            lines.append(line)
    return "\n".join(lines)


def _wrapped(text: str, width: int = 74) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [line] if line.startswith("|") else textwrap.wrap(line.strip(), width, break_on_hyphens=False) or [""]
    return lines


def _pages(lines: list[str]) -> str:
    pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)]
    numbered = []
    for number, page in enumerate(pages, 1):
        numbered += ["HSC/COP/DOC/7", "", *page, "", str(number).rjust(37), "\f"]
    return "\n".join(numbered)


DISGUISES: dict[str, Callable[[str], str]] = {
    "in pages": in_pages,
    "hyphenated": hyphenated,
    "converted": converted,
}
