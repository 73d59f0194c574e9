"""The corrections that a corrigendum makes: "Decision 3/1, paragraph (b): for 30 June read 31 August"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Line

_NUMBER = re.compile(r"\b(?:decision|resolution)\s+(?P<number>[A-Z\d][\w./()-]*[\w)])", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:operative\s+)?(?:sub)?para(?:graph|\.)?s?\s+(?!should\b|shall\b|reads?\b)(?P<label>\(?\w{1,4}\)?\.?(?:\s*\(\w{1,4}\))*)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bfor\s+(?P<old>\S.{0,2000}?)\s*,?\s+(?:read|substitute)\s+(?P<new>\S.*)$", re.IGNORECASE | re.DOTALL
)
_REPLACE = re.compile(
    r"\breplace\s+(?:the words?\s+)?(?P<old>[“\"'‘].{1,2000}?[”\"'’])\s+(?:by|with)\s+"
    r"(?:the words?\s+)?(?P<new>[“\"'‘].{1,2000}?[”\"'’])",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = re.compile(
    r"\b(?:the (?:sub)?paragraph|it|the text)?\s*should read(?: as follows)?\s*:?\s*(?P<new>.*)$", re.I | re.S
)
_GOES_ON = re.compile(r"(?:\bread|as follows)\s*:?$")
_LONG = 6000  # characters of a correction; no real one has as many
_QUOTES = "“”\"‘’'"


@dataclass(frozen=True, slots=True)
class Correction:
    """What one paragraph should say: `new` instead of `old`, or as a whole where `old` is ""."""

    number: str
    label: str
    old: str
    new: str
    line: int


def corrections_of(lines: Sequence[Line]) -> tuple[Correction, ...]:
    """Every correction, each with the decision and the paragraph that were last named before it."""
    found: list[Correction] = []
    number = label = ""
    for line, text in _stretches(lines):
        if named := _NUMBER.search(text):
            number, label = named["number"].rstrip(".,:"), ""
        if of := _LABEL.search(text):
            label = of["label"].strip()
        for form in (_FOR, _REPLACE, _WHOLE):
            if (said := form.search(text)) and number and label:
                old = said.groupdict().get("old") or ""
                new = _bare(said["new"])
                if new:
                    found.append(Correction(number, label, _bare(old), new, line))
                break
    return tuple(found)


def _stretches(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Running text between blank lines; what "should read:" as a whole goes on with the next."""
    stretches: list[tuple[int, list[str]]] = []
    apart = True
    for line in lines:
        if line.what != "text":
            apart = apart or line.what in ("blank", "break")
            continue
        if stretches and (not apart or _GOES_ON.search(stretches[-1][1][-1][-60:])):
            stretches[-1][1].append(line.text)
        else:
            stretches.append((line.number, [line.text]))
        apart = False
    return [(number, " ".join(pieces)[:_LONG]) for number, pieces in stretches]


def _bare(words: str) -> str:
    """The words without the quotation marks around them."""
    words = words.strip()
    if len(words) > 1 and words[0] in _QUOTES and words.rstrip(".")[-1:] in _QUOTES:
        words = words.rstrip(".")[1:-1]
    return words.strip()


def same_label(one: str, other: str) -> bool:
    """Is "3 (b)" the label "3.(b)", "b" the label "(b)"?"""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def corrected(text: str, correction: Correction) -> str | None:
    """The paragraph as it should read; None where the words to be replaced do not stand in it, or more than once."""
    if not correction.old:
        return correction.new
    pattern = r"\s+".join(re.escape(word) for word in correction.old.split())
    places = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text))
    if len(places) != 1:
        return None
    return text[: places[0].start()] + correction.new + text[places[0].end() :]
