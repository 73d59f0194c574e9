"""What was to be found, what was read, and how much of it agrees."""

from dataclasses import dataclass, field

FIELDS = (
    "decisions",
    "titles",
    "paragraphs",
    "kinds",
    "mandates",
    "addressees",
    "action types",
    "deadlines",
    "relations",
    "deadline details",
    "funding",
    "takes effect",
    "references",
    "quiet paragraphs",
)


@dataclass(slots=True)
class Count:
    """Agreeing values, those of the gold, those that were read. Nothing to find and nothing read is no fault."""

    hit: int = 0
    gold: int = 0
    read: int = 0

    def add(self, hit: int, gold: int, read: int) -> None:
        self.hit, self.gold, self.read = self.hit + hit, self.gold + gold, self.read + read

    @property
    def precision(self) -> float:
        return self.hit / self.read if self.read else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.gold + self.read
        return 2 * self.hit / both if both else 1.0

    @property
    def empty(self) -> bool:
        return not self.gold and not self.read


@dataclass(slots=True)
class Score:
    """The counts of each field, and in words what was missed."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in FIELDS})
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, hit: int, gold: int, read: int) -> None:
        self.counts[name].add(hit, gold, read)

    def share(self, name: str, fits: bool) -> None:
        """One more of which it is asked only whether it agrees."""
        self.add(name, int(fits), 1, 1)

    def miss(self, what: str, *where: object) -> None:
        self.misses.append("  ".join([f"{what}:", *(str(w) for w in where)]))


def total(scores: list[Score]) -> Score:
    """All of them together, each value counting once."""
    whole = Score()
    for score in scores:
        for name, count in score.counts.items():
            whole.add(name, count.hit, count.gold, count.read)
        whole.misses += score.misses
    return whole
