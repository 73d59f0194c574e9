"""The fonts of a PDF: which letters its codes stand for, how wide they are, whether they are bold or italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic._font import Font  # no public name; the version is pinned

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
# What a damaged file makes pypdf raise; its own errors and those of Python beneath them.
FAULTS = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError)
FAULTS += (UnicodeError, RecursionError, NotImplementedError, ZeroDivisionError, OSError)  # type: ignore[assignment]


@dataclass(slots=True)
class Letters:
    """A font as far as text needs it: code -> letters and width in thousandths."""

    font: Font
    bold: bool
    italic: bool
    wide: bool  # two bytes to a code
    known: dict[int, tuple[str, float]] = field(default_factory=dict)

    def of(self, code: int) -> tuple[str, float]:
        """The letters that `code` stands for, and their width."""
        if code not in self.known:
            font = self.font
            raw = chr(code)
            text = raw if isinstance(font.encoding, str) else font.encoding.get(code, raw)
            text = "".join(str(font.character_map.get(sign, sign)) for sign in text)
            width = font.character_widths.get(raw, font.character_widths.get("default", 500))
            self.known[code] = (text, float(width))
        return self.known[code]


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._known: dict[Any, Letters | None] = {}
        self.unknown = 0  # strings in fonts of which nobody can tell the letters

    def named(self, resources: Any, name: Any) -> Letters | None:
        """The font that the page calls `name`; None where the file does not say which letters it holds."""
        try:
            reference = resources["/Font"].get_object().raw_get(name)
            key = (reference.idnum, reference.generation) if hasattr(reference, "idnum") else id(reference)
            if key not in self._known:
                self._known[key] = _letters(reference.get_object())
            return self._known[key]
        except LimitReachedError:
            raise
        except FAULTS:
            return None


def _letters(resource: Any) -> Letters | None:
    font = Font.from_font_resource(resource)
    if not font.interpretable:
        return None
    descriptor = font.font_descriptor
    name = f"{font.name} {descriptor.name}"
    weight = str(descriptor.weight)
    bold = bool(_BOLD.search(name)) or (weight.isdigit() and int(weight) >= 600) or bool(descriptor.flags & 1 << 18)
    italic = bool(_ITALIC.search(name)) or bool(descriptor.flags & 1 << 6)
    return Letters(font, bold, italic, isinstance(font.encoding, str) and font.encoding != "charmap")


def codes(part: Any, *, wide: bool) -> Iterator[int]:
    """The codes in a string of the page; two bytes to each where `wide`."""
    raw = getattr(part, "original_bytes", part)
    if not isinstance(raw, bytes):
        raw = str(part).encode("latin-1", "replace")
    if not wide:
        yield from raw
        return
    for at in range(0, len(raw) - 1, 2):
        yield raw[at] << 8 | raw[at + 1]
