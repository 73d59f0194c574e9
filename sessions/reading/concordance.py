"""Two versions of one text, paragraph by paragraph: which corresponds to which.

By likeness and order: words count without tense and number ("Requests" in a draft is "Requested" in the report), rare
words count more than those of every paragraph, and of two equally like the one in the same place is taken. Each
paragraph is compared with a bounded number of others, so that two texts of 2,000 paragraphs take no square of that.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

ALIKE = 0.5  # from here on two paragraphs correspond wherever they stand
BETWEEN = 0.3  # and from here on where their neighbours on both sides do
_RAREST = 12  # words of a paragraph by which others like it are looked for
_COMMON = 40  # a word in more paragraphs than that leads to none
_NEAR = 3  # paragraphs on either side of the same place that are looked at in any case


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph as the concordance takes it."""

    label: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """What corresponds: indices in the old and in the new text; one is None where a paragraph was struck or added."""

    old: int | None
    new: int | None
    likeness: float = 0.0


# Words --------------------------------------------------------------------------------------------------------------
_IRREGULAR = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being"), "be"),
    **dict.fromkeys(("has", "had", "having"), "have"),
    **dict.fromkeys(("should", "will", "would"), "shall"),
    **dict.fromkeys(("took", "taken", "takes", "taking"), "take"),
    **dict.fromkeys(("its", "their"), "it"),
    "held": "hold",
    "met": "meet",
    "chose": "choose",
    "gave": "give",
    "drew": "draw",
}


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """The word without its ending of tense and number: "decides", "decided" and "decide" are one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [_stem(word) for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())]


# Which corresponds to which -----------------------------------------------------------------------------------------
class _Bags:
    """The words of every paragraph of both texts, with their weights."""

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self.old = [Counter(words_of(piece.text)) for piece in old]
        self.new = [Counter(words_of(piece.text)) for piece in new]
        times = Counter(word for bag in (*self.old, *self.new) for word in bag)
        number = len(self.old) + len(self.new)
        self.weight = {word: log(1 + number / count) for word, count in times.items()}
        self.sums = [self._sum(bag) for bag in self.old], [self._sum(bag) for bag in self.new]
        self.holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, bag in enumerate(self.old):
            for word in bag:
                self.holders[word].append(at)

    def _sum(self, bag: Counter[str]) -> float:
        return sum(self.weight[word] * count for word, count in bag.items())

    def likeness(self, old: int, new: int) -> float:
        """0 to 1: the weight of the words in common, against both texts and, for a part, against the shorter."""
        one, two = self.old[old], self.new[new]
        if len(two) < len(one):
            one, two = two, one
        common = sum(self.weight[word] * min(count, two[word]) for word, count in one.items() if word in two)
        first, second = self.sums[0][old], self.sums[1][new]
        if not first or not second:
            return float(first == second)
        return 0.75 * 2 * common / (first + second) + 0.25 * common / min(first, second)

    def candidates(self, new: int, place: int) -> set[int]:
        """Paragraphs of the old text that may correspond: they share rare words, or stand about there."""
        rarest = sorted(self.new[new], key=lambda word: (len(self.holders.get(word, ())), word))
        hits: Counter[int] = Counter()
        for word in [w for w in rarest if 0 < len(self.holders.get(w, ())) <= _COMMON][:_RAREST]:
            hits.update(self.holders[word])
        near = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(self.old)))
        return {at for at, _ in hits.most_common(8)} | set(near)


def concord(old: Sequence[Piece], new: Sequence[Piece], *, by_label: bool = False) -> list[Match]:
    """Each paragraph of both texts once, in the order of the new one; a struck one after what stood before it.

    `by_label`: both print the same labels (a corrected report), so that of paragraphs equally like that with the same
    label is taken, and a paragraph rewritten altogether is found by its label. A draft's numbers say nothing.
    """
    bags = _Bags(old, new)
    pairs: dict[int, int] = {}  # new -> old
    taken: set[int] = set()
    scored: list[tuple[float, float, int, int]] = []
    labels: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, piece in enumerate(old):
        labels[piece.part, piece.label].append(at)
    scale = len(old) / max(len(new), 1)
    for at, piece in enumerate(new):
        place = round(at * scale)
        same = set(labels[piece.part, piece.label][:8]) if by_label and piece.label else set()
        for other in bags.candidates(at, place) | same:
            if (like := bags.likeness(other, at)) >= ALIKE:
                near = 0.05 / (1 + abs(other - place)) + (0.1 if other in same else 0.0)
                scored.append((like + near, like, other, at))
    likes: dict[int, float] = {}
    for _, like, one, two in sorted(scored, key=lambda row: (-row[0], row[3], row[2])):
        if one not in taken and two not in pairs:
            pairs[two], likes[two] = one, like
            taken.add(one)
    if by_label:
        for at, piece in enumerate(new):
            free = [one for one in labels[piece.part, piece.label][:8] if one not in taken]
            if at not in pairs and piece.label and free:
                pairs[at], likes[at] = free[0], bags.likeness(free[0], at)
                taken.add(free[0])
    _fill(bags, pairs, taken, likes)
    return _ordered(len(old), len(new), pairs, likes)


def _fill(bags: _Bags, pairs: dict[int, int], taken: set[int], likes: dict[int, float]) -> None:
    """What is left between two pairs of neighbours corresponds in order, where it is like enough."""
    before = -1
    for at in range(len(bags.new)):
        if at in pairs:
            before = pairs[at]
            continue
        one = before + 1
        for _ in range(_NEAR):
            if one >= len(bags.old) or one in taken:
                break
            if (like := bags.likeness(one, at)) >= BETWEEN:
                pairs[at], likes[at] = one, like
                taken.add(one)
                before = one
                break
            one += 1


def _ordered(old: int, new: int, pairs: dict[int, int], likes: dict[int, float]) -> list[Match]:
    kept = set(pairs.values())
    struck: defaultdict[int, list[int]] = defaultdict(list)  # old paragraph before it -> those struck after it
    before = -1
    for at in range(old):
        if at in kept:
            before = at
        else:
            struck[before].append(at)
    found = [Match(at, None) for at in struck[-1]]
    for at in range(new):
        one = pairs.get(at)
        found.append(Match(one, at, round(likes.get(at, 0.0), 3)))
        found += [Match(gone, None) for gone in struck[one]] if one is not None else []
    return found


def resemblance(old: Sequence[Piece], new: Sequence[Piece]) -> float:
    """How alike two whole texts are, 0 to 1: how much of both corresponds, long paragraphs counting more.

    Words alone would not tell: all decisions of a body share half of theirs.
    """
    matches = concord(old, new)
    total = sum(_size(piece) for piece in (*old, *new))
    both = [(old[m.old], new[m.new], m.likeness) for m in matches if m.old is not None and m.new is not None]
    return sum(like * (_size(one) + _size(two)) for one, two, like in both) / total if total else 0.0


def _size(piece: Piece) -> int:
    return len(piece.text)
