"""One order of a paragraph: a verb, who is asked, and the words of the action, with what dates them."""

from __future__ import annotations

from dataclasses import dataclass

from .action_types import is_organ
from .chapeaux import Carried
from .deadlines import find_deadline
from .found import Found
from .paragraph import Named, Paragraph
from .session_deadlines import Reckoning
from .shapes import Doubt, Span


@dataclass(frozen=True, slots=True)
class Order:
    """A verb, who is asked, and the action from word `lo` to `hi`; what dates it is searched from `begin` on.

    `by_body` is true where the deciding body itself is to act, `effect` where nothing is left to do.
    """

    verb: str
    verb_span: Span
    named: Named
    lo: int
    hi: int
    begin: int
    by_body: bool = False
    effect: bool = False
    doubts: tuple[Doubt, ...] = ()
    carried: Carried | None = None


def deadline_of(paragraph: Paragraph, order: Order, lo: int, hi: int) -> Found | None:
    """The deadline of an order's words from `lo` to `hi`."""
    if hi <= lo:
        return None
    text, start = paragraph.clause.text, paragraph.words[lo].start
    organ = not order.by_body and is_organ(" ".join(order.named.names))
    earlier = tuple(words[-2000:] for words in (*paragraph.decision.earlier[-3:], text[:start]))
    reckoning = Reckoning(paragraph.decision.session, paragraph.decision.body, organ, earlier)
    return find_deadline(text, start, paragraph.words[hi - 1].end, reckoning)
