"""A row of labels -> where each stands: told by the sequence only.

"(i)" is the ninth letter after "(h)" and the first numeral under a chapeau. `resolve` finds the reading of the whole
row that needs the fewest faults (labels missing, repeated, out of order, text taken for a label).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .labels import System, Token, readings, write


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
    fault: Literal["", "missing", "order", "repeated"] = ""
    expected: str = ""  # the label that was due, where one is missing or out of order


class _Level(NamedTuple):
    style: str
    system: System
    value: int | tuple[int, ...]
    printed: str


class _Path(NamedTuple):
    """One reading of the row so far."""

    cost: int
    levels: tuple[_Level, ...]
    trail: tuple[_Path, Placed] | None


_WIDTH = 10  # readings of the row kept alive at once: linear in time
_DEEPEST = 5
_MISSING, _ORDER, _REPEATED, _NO_LABEL = 6, 8, 8, 9


def resolve(steps: Sequence[Step]) -> list[Placed]:
    """Where each label of the row stands, by the reading with the fewest faults. One per step, in order."""
    alive = [_Path(0, (), None)]
    for step in steps:
        options: list[_Path] = []
        for path in alive:
            options += _after(path, step)
        best: dict[tuple[_Level, ...], _Path] = {}
        for option in sorted(options, key=lambda o: o.cost):
            best.setdefault(option.levels, option)
        alive = list(best.values())[:_WIDTH]
    placed: list[Placed] = []
    at = alive[0]
    while at.trail is not None:
        at, place = at.trail
        placed.append(place)
    return placed[::-1]


def _after(path: _Path, step: Step) -> list[_Path]:
    """Every way in which `step` can go on from `path`."""
    grown = [(path.cost, path.levels, "", "")]
    for nth, token in enumerate(step.tokens):
        further = []
        for cost, levels, fault, expected in grown:
            for more, then, wrong, due in _moves(levels, token, step, first=nth == 0):
                further.append((cost + more, then, fault or wrong, expected or due))
        grown = sorted(further, key=lambda g: g[0])[:_WIDTH]
    options = []
    for cost, levels, fault, expected in grown:
        decimal = max((at for at, level in enumerate(levels) if level.system == "decimal"), default=0)
        labels = tuple(level.printed for level in levels[decimal:])  # "1.1" says its parents itself
        place = Placed(labels, len(levels), fault, expected)  # type: ignore[arg-type]
        options.append(_Path(cost, levels, (path, place)))
    if len(step.tokens) == 1:
        text_cost = _NO_LABEL if step.after_stop else (1 if step.starts_low else 3)
        options.append(_Path(path.cost + text_cost, path.levels, (path, Placed((), len(path.levels)))))
    return options


def _moves(
    levels: tuple[_Level, ...], token: Token, step: Step, *, first: bool
) -> list[tuple[int, tuple[_Level, ...], str, str]]:
    """Where one label can stand after `levels`: cost, levels, fault, the label that was due."""
    moves: list[tuple[int, tuple[_Level, ...], str, str]] = []
    for system, value, misread in readings(token):
        for depth in range(len(levels) - 1, -1, -1):
            level = levels[depth]
            if level.style == token.style and level.system == system:
                cost, fault, due = _continue(level, value, step, depth)
                printed = write(system, value, token.style) if misread else token.printed
                moves.append(
                    (cost + misread, (*levels[:depth], _Level(token.style, system, value, printed)), fault, due)
                )
        printed = write(system, value, token.style) if misread else token.printed
        new = _Level(token.style, system, value, printed)
        begins = value == 1 or (isinstance(value, tuple) and value[-1] == 1)
        late = 0 if begins else _MISSING + 2
        wrong = "" if begins else "missing"
        due = "" if begins else write(system, (*value[:-1], 1) if isinstance(value, tuple) else 1, token.style)
        if not levels:
            moves.append((min(late, 4) + misread, (new,), wrong, due))
            continue
        for depth in range(len(levels) - 1, -1, -1):
            # a new level under `depth`, closing what is deeper; "4. ...: 1. ..., 2. ..., 5." repeats a style
            if depth + 1 >= _DEEPEST:
                continue
            same = any(le.style == new.style and le.system == system for le in levels[: depth + 1])
            if same and not (first and step.after_colon and not step.fresh and begins):
                continue
            opens = 0 if not first else 1 if step.after_colon else 5 if step.after_stop else 3
            opens += 3 if same else 0
            closes = 0 if depth == len(levels) - 1 else 3
            odd = 4 if token.style == "x." and levels[depth].style != "x." and system == "number" else 0
            moves.append((opens + closes + odd + late + misread, (*levels[: depth + 1], new), wrong, due))
        # a new series in place of the outermost
        moves.append(((1 if step.fresh else 4) + late + misread, (new,), wrong, due))
    return moves


def _continue(level: _Level, value: int | tuple[int, ...], step: Step, depth: int) -> tuple[int, str, str]:
    """Cost and fault of `value` as the next of its level."""
    last = level.value
    if isinstance(last, tuple) or isinstance(value, tuple):
        if not (isinstance(last, tuple) and isinstance(value, tuple)):
            return 99, "order", ""
        if value > last:
            follows = (
                value[:-1] == last[: len(value) - 1] and value[-1] == last[len(value) - 1] + 1
                if len(value) <= len(last)
                else value[-1] == 1
            )
            return (0, "", "") if follows or value[-1] == 1 else (_MISSING, "missing", "")
        return _ORDER, "order" if value < last else "repeated", ""
    if value == last + 1:
        return 0, "", ""
    due = write(level.system, last + 1, level.style)
    if value > last + 1:
        return _MISSING + min(value - last - 2, 3), "missing", due
    if value == 1 and (step.fresh or step.after_colon):
        return (1 if step.fresh else 4) + depth, "", ""  # numbering begins again
    if value == last:
        return _REPEATED, "repeated", due
    return _ORDER, "order", due
