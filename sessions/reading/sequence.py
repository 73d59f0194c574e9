"""A row of labels -> where each stands: told by the sequence only.

"(i)" is the ninth letter after "(h)" and the first numeral under a chapeau. `resolve` finds the reading of the whole
row that needs the fewest faults (labels missing, repeated, out of order, text taken for a label).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .labels import System, Token, readings, write

Value = int | tuple[int, ...]
Fault = Literal["", "missing", "order", "repeated"]


@dataclass(frozen=True, slots=True)
class Step:
    """One label of the row, with what precedes it."""

    tokens: tuple[Token, ...]
    after_colon: bool  # what precedes ends with a colon: a list may open
    after_stop: bool  # what precedes ends as a sentence, an item or a recital may
    fresh: bool  # a heading or an unlabelled paragraph lies between this label and the one before
    starts_low: bool = False  # the words after the label begin in lower case


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: the path of printed labels; `fault` says what the row has wrong here."""

    path: tuple[str, ...]  # () where the "label" is part of the text
    depth: int  # how many levels are open, counted from 1
    fault: Fault = ""
    expected: str = ""  # the label that was due, where one is missing or out of order


class _Level(NamedTuple):
    style: str
    system: System
    value: Value
    printed: str


class _Path(NamedTuple):
    """One reading of the row so far: its cost, the levels that are open, and how it came there."""

    cost: int
    levels: tuple[_Level, ...]
    before: _Path | None = None
    text: bool = False  # the last label is read as part of a sentence
    fault: Fault = ""
    due: str = ""


_WIDTH = 10  # readings of the row kept alive at once: linear in time
_HOPELESS = 24  # a reading that costs so much more than the best one never catches up
_DEEPEST = 5
_MISSING, _ORDER, _REPEATED, _NO_LABEL = 6, 8, 8, 9
_RIGHT: tuple[int, Fault, str] = (0, "", "")
_RANK: dict[System, int] = {"letter": 1, "LETTER": 1, "roman": 2, "ROMAN": 2}  # numbers hold letters, letters numerals


def resolve(steps: Sequence[Step]) -> list[Placed]:
    """Where each label of the row stands, by the reading with the fewest faults. One per step, in order."""
    alive = [_Path(0, ())]
    for step in steps:
        alive = _cheapest([option for path in alive for option in _after(path, step)])
    placed: list[Placed] = []
    at: _Path | None = alive[0]
    while at is not None and at.before is not None:
        placed.append(_place(at))
        at = at.before
    return placed[::-1]


def _cheapest(options: list[_Path]) -> list[_Path]:
    """The best reading for each state of the levels, as many as are worth following."""
    best: dict[tuple[_Level, ...], _Path] = {}
    options.sort(key=lambda option: option.cost)
    for option in options:
        if len(best) == _WIDTH or option.cost > options[0].cost + _HOPELESS:
            break
        best.setdefault(option.levels, option)
    return list(best.values())


def _place(path: _Path) -> Placed:
    if path.text:
        return Placed((), len(path.levels))
    decimal = max((at for at, level in enumerate(path.levels) if level.system == "decimal"), default=0)
    labels = tuple(level.printed for level in path.levels[decimal:])  # "1.1" says its parents itself
    return Placed(labels, len(path.levels), path.fault, path.due)


def _after(path: _Path, step: Step) -> list[_Path]:
    """Every way in which `step` can go on from `path`."""
    grown = [_Path(path.cost, path.levels)]
    for nth, token in enumerate(step.tokens):
        further = [move for one in grown for move in _moves(one, token, step, first=nth == 0)]
        grown = _cheapest(further) if nth else further
    options = [_Path(one.cost, one.levels, path, False, one.fault, one.due) for one in grown]
    if len(step.tokens) == 1:
        cost = _NO_LABEL if step.after_stop else (1 if step.starts_low else 3)
        options.append(_Path(path.cost + cost, path.levels, path, text=True))
    return options


def _moves(path: _Path, token: Token, step: Step, *, first: bool) -> list[_Path]:
    """Where one label can stand after `path`: on a level that is open, on a new one, or in place of all."""
    levels = path.levels
    moves: list[_Path] = []
    for system, value, misread in readings(token):
        printed = write(system, value, token.style) if misread else token.printed
        new = _Level(token.style, system, value, printed)
        base = path.cost + misread
        for depth in range(len(levels) - 1, -1, -1):
            level = levels[depth]
            if level.style == token.style and level.system == system:
                after_itself = token.latin and value == level.value  # "3 bis." after "3."
                cost, fault, due = _RIGHT if after_itself else _continue(level, value, step, depth)
                moves.append(_Path(base + cost, (*levels[:depth], new), None, False, path.fault or fault, due))
                if fault and isinstance(level.value, int):
                    wrong_how: Fault = "repeated" if fault == "repeated" else "order"
                    # the label alone is wrong: it stands between its neighbours, or in place of the one that was due
                    for stands_for, dear in ((level.value, _ORDER - 1), (level.value + 1, _ORDER)):
                        odd = (*levels[:depth], new._replace(value=stands_for))
                        moves.append(_Path(base + dear, odd, None, False, wrong_how, due))
        begins = value == 1 or (isinstance(value, tuple) and value[-1] == 1)
        late, wrong, due = (0, path.fault, path.due) if begins else _late(system, value, token.style)
        if not levels:
            moves.append(_Path(base + min(late, 4), (new,), None, False, wrong, due))
            continue
        for depth in range(min(len(levels), _DEEPEST - 1) - 1, -1, -1):
            opens = _opens(levels, depth, new, step, first=first, begins=begins)
            if opens is not None:
                moves.append(_Path(base + opens + late, (*levels[: depth + 1], new), None, False, wrong, due))
        moves.append(_in_place_of_all(base + late, levels[0], new, step, wrong, due))
    return moves


def _in_place_of_all(cost: int, outermost: _Level, new: _Level, step: Step, fault: Fault, due: str) -> _Path:
    """A new series in place of the outermost; the same series begun again needs a heading or a chapeau before it."""
    if step.fresh:
        return _Path(cost + 1, (new,), None, False, fault, due)
    if (new.style, new.system) != (outermost.style, outermost.system) or isinstance(outermost.value, tuple):
        lower = _RANK.get(new.system, 0) > _RANK.get(outermost.system, 0)
        return _Path(cost + (7 if lower else 4), (new,), None, False, fault, due)
    expected = write(outermost.system, outermost.value + 1, outermost.style)
    return _Path(cost + _ORDER, (new,), None, False, fault or "order", due or expected)


def _late(system: System, value: Value, style: str) -> tuple[int, Fault, str]:
    """Cost and fault of a series that does not begin at its beginning."""
    return _MISSING + 2, "missing", write(system, (*value[:-1], 1) if isinstance(value, tuple) else 1, style)


def _opens(levels: tuple[_Level, ...], depth: int, new: _Level, step: Step, *, first: bool, begins: bool) -> int | None:
    """Cost of a new level under `depth`, closing what is deeper; None where it cannot be.

    "4. ...: 1. ..., 2. ..., 5." repeats a style under itself: only after a colon, and only from its beginning.
    """
    if new.style.startswith("OP"):
        return None  # what is decided stands beside the recitals, never under one
    same = any(level.style == new.style and level.system == new.system for level in levels[: depth + 1])
    if same and not (first and step.after_colon and not step.fresh and begins):
        return None
    opens = 0 if not first else 1 if step.after_colon else 5 if step.after_stop else 3
    closes = 0 if depth == len(levels) - 1 else 3
    numbers = new.style == "x." and new.system == "number" and levels[depth].style != "x."  # rarely under letters
    odd = 0 if not numbers else 1 if step.after_colon and begins else 4
    return opens + (3 if same else 0) + closes + odd


def _continue(level: _Level, value: Value, step: Step, depth: int) -> tuple[int, Fault, str]:
    """Cost and fault of `value` as the next of its level."""
    last = level.value
    if isinstance(last, tuple) and isinstance(value, tuple):
        return _continue_decimal(last, value)
    if isinstance(last, tuple) or isinstance(value, tuple):
        return _HOPELESS, "order", ""
    if value == last + 1:
        return 0, "", ""
    if value == 1 and (step.fresh or step.after_colon):
        return (1 if step.fresh else 4) + depth, "", ""  # numbering begins again
    due = write(level.system, last + 1, level.style)
    if value > last + 1:
        return _MISSING + min(value - last - 2, 3), "missing", due
    return (_REPEATED, "repeated", due) if value == last else (_ORDER, "order", due)


def _continue_decimal(last: tuple[int, ...], value: tuple[int, ...]) -> tuple[int, Fault, str]:
    if value <= last:
        return _ORDER, "order" if value < last else "repeated", ""
    if value[-1] == 1:
        return 0, "", ""
    follows = len(value) <= len(last) and value == (*last[: len(value) - 1], last[len(value) - 1] + 1)
    return (0, "", "") if follows else (_MISSING, "missing", "")
