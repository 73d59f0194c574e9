"""A page of a PDF -> pieces of text with their places, as the page's instructions set them.

pypdf opens the file, undoes its packing within bounds and knows the fonts; which words stand where is followed here,
because columns, notes at the foot and raised figures are told by place and size alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream

from .pdf_fonts import FAULTS, Fonts, Letters, codes

Matrix = tuple[float, float, float, float, float, float]

_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 8  # forms within forms
_MOST_FORMS = 300  # on one page
_LONGEST = 100_000  # letters in one instruction


@dataclass(slots=True)
class Piece:
    """Words in one font, in points from the lower left corner of the page as it is read."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    italic: bool
    artifact: bool  # the file itself says that this is a running head, not text


@dataclass(slots=True)
class _State:
    """What the instructions have set so far."""

    ctm: Matrix
    letters: Letters | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def gather(page: PageObject, fonts: Fonts, said: list[Piece]) -> None:
    """The pieces of text on `page` are in `said`, in the order in which they are set.

    May raise one of FAULTS; what was set before it is kept.
    """
    contents = page.get("/Contents")
    if contents is None:
        return
    box = page.mediabox
    width, height = float(box.width), float(box.height)
    turn = int(page.get("/Rotate", 0) or 0) % 360
    left, low = float(box.left), float(box.bottom)
    turned: dict[int, Matrix] = {
        90: (0.0, -1.0, 1.0, 0.0, -low, width + left),
        180: (-1.0, 0.0, 0.0, -1.0, width + left, height + low),
        270: (0.0, 1.0, -1.0, 0.0, height + low, -left),
    }
    start = turned.get(turn, (1.0, 0.0, 0.0, 1.0, -left, -low))
    setter = _Setter(page.pdf, fonts, said)
    setter.run(contents.get_object(), page.get("/Resources", {}), _State(start), 0)
    marked = sum(len(piece.text) for piece in said if piece.artifact)
    if marked * 2 > sum(len(piece.text) for piece in said):
        for piece in said:  # a file that calls most of itself an artifact tells nothing by it
            piece.artifact = False


class _Setter:
    """Follows the instructions of a page."""

    def __init__(self, pdf: Any, fonts: Fonts, pieces: list[Piece]) -> None:
        self.pdf, self.fonts, self.pieces = pdf, fonts, pieces
        self.forms = 0
        self.marked: list[bool] = []

    def run(self, contents: Any, resources: Any, state: _State, depth: int) -> None:
        resources = resources.get_object() if hasattr(resources, "get_object") else resources
        stack: list[_State] = []
        text = line = _UNMOVED
        for operands, operator in ContentStream(contents, self.pdf, "bytes").operations:
            match operator:
                case b"q":
                    stack.append(_copy(state))
                case b"Q":
                    state = stack.pop() if stack else state
                case b"cm":
                    state.ctm = _times(_numbers(operands, 6), state.ctm)
                case b"BT":
                    text = line = _UNMOVED
                case b"Tf" if len(operands) > 1:
                    state.letters = self.fonts.named(resources, operands[0])
                    state.size = _numbers(operands[1:], 1)[0]
                case b"Td" | b"TD":
                    x, y = _numbers(operands, 2)
                    if operator == b"TD":
                        state.leading = -y
                    text = line = _times((1, 0, 0, 1, x, y), line)
                case b"Tm":
                    text = line = _numbers(operands, 6)
                case b"T*":
                    text = line = _times((1, 0, 0, 1, 0, -state.leading), line)
                case b"Tc":
                    state.spacing = _numbers(operands, 1)[0]
                case b"Tw":
                    state.word_spacing = _numbers(operands, 1)[0]
                case b"Tz":
                    state.scale = (_numbers(operands, 1)[0] or 100.0) / 100.0
                case b"TL":
                    state.leading = _numbers(operands, 1)[0]
                case b"Ts":
                    state.rise = _numbers(operands, 1)[0]
                case b"Tj" if operands:
                    text = self._show(operands[:1], state, text)
                case b"TJ" if operands:
                    text = self._show(operands[0], state, text)
                case b"'" if operands:
                    text = line = _times((1, 0, 0, 1, 0, -state.leading), line)
                    text = self._show(operands[:1], state, text)
                case b'"' if len(operands) > 2:
                    state.word_spacing, state.spacing = _numbers(operands, 2)
                    text = line = _times((1, 0, 0, 1, 0, -state.leading), line)
                    text = self._show(operands[2:3], state, text)
                case b"BMC" | b"BDC":
                    self.marked.append(bool(operands) and operands[0] == "/Artifact")
                case b"EMC":
                    if self.marked:
                        self.marked.pop()
                case b"Do" if operands:
                    self._form(resources, operands[0], state, depth)

    def _form(self, resources: Any, name: Any, state: _State, depth: int) -> None:
        """What a form holds is set where it is called; a picture holds no text."""
        try:
            form = resources["/XObject"].get_object()[name].get_object()
            if form.get("/Subtype") != "/Form" or depth >= _DEEPEST or self.forms >= _MOST_FORMS:
                return
            matrix = form.get("/Matrix")
            inner = form.get("/Resources", resources)
        except LimitReachedError:
            raise
        except FAULTS:
            return
        self.forms += 1
        state = _copy(state)
        if matrix is not None:
            state.ctm = _times(_numbers(matrix, 6), state.ctm)
        open_marks = len(self.marked)
        self.run(form, inner, state, depth + 1)
        del self.marked[open_marks:]

    def _show(self, shown: Any, state: _State, text: Matrix) -> Matrix:
        """The strings and shifts of one instruction become pieces; returns where the next begins."""
        letters = state.letters
        if letters is None or not isinstance(shown, list):
            self.fonts.unknown += letters is None
            return text
        said: list[str] = []
        begin = end = width = 0.0
        for part in shown:
            if isinstance(part, (int, float)):
                width -= float(part) / 1000.0 * state.size * state.scale
                continue
            if width - end > abs(state.size):  # as wide as between columns, or a label and its paragraph
                self._piece("".join(said), state, text, begin, end)
                said, begin = [], width
            elif said and width - end > 0.18 * abs(state.size):
                said.append(" ")
            begin = begin if said else width
            for code in codes(part, wide=letters.wide):
                letter, wide = letters.of(code)
                said.append(letter)
                width += (wide / 1000.0 * state.size + state.spacing) * state.scale
                if code == 32:
                    width += state.word_spacing * state.scale
            end = width
        self._piece("".join(said), state, text, begin, end)
        return _times((1, 0, 0, 1, width, 0), text)

    def _piece(self, words: str, state: _State, text: Matrix, begin: float, end: float) -> None:
        """Words from `begin` to `end` of a line that starts at `text`."""
        if not words.strip() or len(words) > _LONGEST or state.letters is None:
            return
        a, b, c, d, x, y = _times(_times((1, 0, 0, 1, begin, 0), text), state.ctm)
        end = x + (end - begin) * a
        size = abs(state.size) * math.hypot(c, d)
        level = abs(b) <= abs(a) * 0.2 and a >= 0  # what stands slanted or upright is no line of text
        if level and all(map(math.isfinite, (x, end, y, size))) and 1 <= size <= 300 and max(abs(x), abs(y)) < 1e5:
            lead = len(words) - len(words.lstrip())
            x += (end - x) * lead / len(words) * 0.6  # a blank is narrower than most letters
            bold, italic = state.letters.bold, state.letters.italic
            y += state.rise * d
            self.pieces.append(Piece(words, x, max(end, x), y, size, bold, italic, any(self.marked)))


def _copy(state: _State) -> _State:
    return _State(*(getattr(state, name) for name in _State.__slots__))


def _numbers(operands: Any, count: int) -> Any:
    """The first `count` operands as numbers; 0 for one that is none."""
    found = [float(o) if isinstance(o, (int, float)) else 0.0 for o in list(operands)[:count]]
    return tuple(found + [0.0] * (count - len(found)))


def _times(m: Any, n: Any) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
