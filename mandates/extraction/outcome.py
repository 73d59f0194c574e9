"""What comes out of a clause: its candidates, and what it gives to its items."""

from __future__ import annotations

from .chapeaux import Carried, charges
from .deadlines import find_deadline
from .order import Order
from .orders import mandates_of
from .paragraph import Named, Paragraph
from .session_deadlines import Reckoning
from .shapes import Candidate, Doubt, Span
from .subject_heads import Head
from .words import vocabulary

# The verbs by which the body itself acts where nobody else is named.
DECIDES = vocabulary("decide agree resolve undertake commit determine")
Range = tuple[int, int]


class Outcome:
    """Collects the candidates of one clause; `carried` is what its chapeau gave, `gives` what it gives itself."""

    def __init__(self, paragraph: Paragraph, carried: Carried | None) -> None:
        self.paragraph, self.carried = paragraph, carried
        self.words = paragraph.words
        self.candidates: list[Candidate] = []
        self.gives: Carried | None = None
        self.waiting: list[Carried] = []

    def wait(self, verb: str, span: Span, named: list[Range]) -> None:
        """Keeps who is asked together with the next verb, whose action the items bring."""
        self.waiting.append(Carried("action", verb, span, self.paragraph.named(named)))

    def give(
        self, mode: str, verb: str, span: Span, named: list[Range], lo: int, hi: int, *,
        any_item: bool = True, functions: bool = False,
    ) -> None:  # fmt: skip
        """Gives verb and addressees to the items, with the deadline printed between `lo` and `hi`.

        `functions`: the items are those of an organ, as they are where the chapeau speaks of functions.
        """
        paragraph, found = self.paragraph, None
        if hi > lo:
            reckoning = Reckoning(paragraph.decision.session, paragraph.decision.body)
            found = find_deadline(paragraph.clause.text, self.words[lo].start, self.words[hi - 1].end, reckoning)
        self.gives = Carried(
            mode=mode,
            verb=verb,
            verb_span=span,
            named=paragraph.named(named),
            deadline=found,
            deadline_label=paragraph.clause.label,
            words=paragraph.text(lo, hi),
            any_item=any_item,
            functions=functions or charges(paragraph.clause.text),
            along=tuple(self.waiting),
        )

    def order(
        self, verb: str, span: Span, named: list[Range], lo: int, hi: int, head: Head | None, *,
        begin: int | None = None, by_body: bool = False, effect: bool = False, doubt: Doubt | None = None,
    ) -> None:  # fmt: skip
        """Adds the mandates of the action from `lo` to `hi`; `begin` is where what dates and funds it begins."""
        inherited = self.carried if head is None else None
        self._add(verb, span, self.paragraph.named(named), (lo, hi, lo if begin is None else begin), head, inherited,
                  by_body=by_body, effect=effect, doubt=doubt)  # fmt: skip

    def inherit(self, carried: Carried, lo: int, hi: int, *, begin: int) -> None:
        """Adds the mandates of an item for each whom its chapeau asked; what dates and funds it begins at `begin`."""
        for each in (*carried.along, carried):
            by_body = not each.named.names and each.verb in DECIDES
            self._add(each.verb, each.verb_span, each.named, (lo, hi, begin), None, each, by_body=by_body)

    def _add(
        self, verb: str, span: Span, named: Named, where: tuple[int, int, int], head: Head | None,
        carried: Carried | None, *, by_body: bool = False, effect: bool = False, doubt: Doubt | None = None,
    ) -> None:  # fmt: skip
        if by_body and not named.names:
            named = Named((self.paragraph.decision.body.noun,))
        nobody = None if named.names else Doubt("nobody_named", {"verb": verb})
        doubts = tuple(d for d in (self._doubt_of(head), doubt, nobody) if d)
        lo, hi, begin = where
        order = Order(verb, span, named, lo, hi, begin, by_body, effect, doubts, carried)
        self.candidates += mandates_of(self.paragraph, order)

    def _doubt_of(self, head: Head | None) -> Doubt | None:
        if head is None:
            return None
        printed = self.paragraph.text(head.at, head.end)
        if head.read_as:
            return Doubt("damaged_verb", {"printed": printed, "read": head.read_as})
        if head.unlisted:
            return Doubt("unusual_verb", {"verb": printed})
        return Doubt("who_asks", {"verb": printed}) if head.unsure else None
