"""What was struck or added between two wordings of a paragraph, word by word, and whether it matters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

What = Literal["same", "struck", "added"]

_LONG = 1_000_000  # pairs of words; beyond, only what stands between the common ends is told as replaced


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of words that both texts have, or only the old (struck), or only the new (added)."""

    what: What
    text: str


def is_harmless(old: str, new: str) -> bool:
    """Do two texts differ in spaces, punctuation and typography alone?

    Square brackets are none of these: what stands in them was not agreed. Nor is what separates digits ("2.5", "25").
    """
    return _bare(old) == _bare(new)


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = re.sub(r"(?<=\d)[.,/:\u2010-\u2015-](?=\d)", "\ue000", text)
    return "".join(char for char in text if char.isalnum() or char in "[]\ue000%$€£§")


def compared(old: str, new: str) -> list[Step]:
    """Both texts in one, word by word: joined, what is same or struck gives the old, what is same or added the new."""
    one, two = (re.findall(r"\s+|[^\W_]+|[\W_]", text) for text in (old, new))
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    end = 0
    while end < min(len(one), len(two)) - start and one[-1 - end] == two[-1 - end]:
        end += 1
    steps: list[Step] = []
    _add(steps, "same", one[:start])
    first, second = one[start : len(one) - end], two[start : len(two) - end]
    if len(first) * len(second) > _LONG:
        _add(steps, "struck", first)
        _add(steps, "added", second)
    else:
        for what, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
            if what == "equal":
                _add(steps, "same", first[i:j])
            else:
                _add(steps, "struck", first[i:j])
                _add(steps, "added", second[k:m])
    _add(steps, "same", one[len(one) - end :])
    return _joined(steps)


def _add(steps: list[Step], what: What, words: Sequence[str]) -> None:
    if words:
        steps.append(Step(what, "".join(words)))


def _joined(steps: list[Step]) -> list[Step]:
    """Two changes with nothing but a space between them are one: "fourth session" for "next meeting" as a whole."""
    found: list[Step] = []
    struck: list[str] = []
    added: list[str] = []

    def close() -> None:
        _add(found, "struck", struck)
        _add(found, "added", added)
        struck.clear()
        added.clear()

    for at, step in enumerate(steps):
        between = step.what == "same" and step.text.isspace() and bool(struck or added) and at + 1 < len(steps)
        if step.what == "same" and not between:
            close()
            found.append(step)
            continue
        if step.what in ("same", "struck"):
            struck.append(step.text)
        if step.what in ("same", "added"):
            added.append(step.text)
    close()
    return found
