"""Where words stand in a paragraph or in its chapeau, in the form of `Mandate.spans`."""

import re
from typing import Any

from sessions.models import Paragraph

Place = dict[str, Any]  # {"label", "at": [start, end]}


def _nearest(pattern: str, paragraph: Paragraph, near: int) -> Place | None:
    for one in (paragraph, paragraph.chapeau):
        text = one.words.text if one and one.words else ""
        found = min(re.finditer(pattern, text, re.IGNORECASE), key=lambda each: abs(each.start() - near), default=None)
        if one and found:
            return {"label": one.label, "at": [found.start(), found.end()]}
    return None


def place(words: str, paragraph: Paragraph, near: int = 0) -> Place | None:
    """The words in the paragraph, else in its chapeau; of several places the one nearest to the character `near`.

    However the lines are broken: who marks words on a page or types them has other spaces than the text.
    """
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    return _nearest(rf"(?<!\w){pattern}(?!\w)", paragraph, near) if pattern else None


def place_of_verb(verb: str, paragraph: Paragraph, near: int = 0) -> Place | None:
    """The verb in whatever form it is printed: "decide" as "Decided", "call upon" as "Calls upon"."""
    first, *others = verb.split() or [""]
    stem = re.escape(first.rstrip("ey"))
    rest = "".join(rf"\s+{re.escape(word)}" for word in others)
    return _nearest(rf"\b{stem}\w{{0,4}}{rest}\b", paragraph, near) if stem else None


def printed(at: Place, paragraph: Paragraph) -> str:
    """What is printed at that place."""
    one = paragraph.chapeau if paragraph.chapeau and at["label"] != paragraph.label else paragraph
    start, end = at["at"]
    return one.words.text[start:end] if one.words else ""
