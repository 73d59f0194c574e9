"""One clause read: its operative verbs to orders, or the verb and addressee of its chapeau."""

from __future__ import annotations

from dataclasses import replace

from .chapeaux import FUNCTIONS, Carried, items_only_detail, says_something
from .complements import Complement, complement, that_clause
from .deadlines import find_deadline
from .effects import takes_effect
from .heads import Head, find_heads
from .infinitives import DETERMINERS, skip_adverbs, starts_action
from .orders import Order, mandates_of
from .paragraph import Named, Paragraph
from .parties import cut_phrase, names_party
from .party_lists import agent_of, charged_party, names, parties
from .session_deadlines import Reckoning
from .shapes import Candidate, Doubt, Extracted, Span
from .verbs import NOTING, form_at
from .words import vocabulary

_DECIDES = vocabulary("decide agree resolve undertake")
# "reminds the Parties of their duty" asks nothing; only "reminds them to do" does.
_ONLY_WITH_INFINITIVE = vocabulary("remind advise task charge empower entrust require")
_NO_OBJECT = vocabulary("on upon with to by in as")


class ClauseReader:
    """Reads one clause: `candidates` and what it `gives` to its items."""

    def __init__(self, paragraph: Paragraph, carried: Carried | None) -> None:
        self.paragraph, self.carried = paragraph, carried
        self.words = paragraph.words
        self.candidates: list[Candidate] = []
        self.gives: Carried | None = None
        self.heads: list[Head] = []

    def read(self) -> Extracted:
        kind = self.paragraph.clause.kind
        if kind == "quoted" or not self.words:
            return Extracted(kind)
        heads = self.heads = find_heads(self.words, self.paragraph.decision.tense)
        if kind == "preamble":
            self._decides_below(heads)
            return Extracted(kind)
        if self.carried and (not heads or heads[0].kind in ("modal", "passive") or self.carried.mode == "that"):
            self._read_item(self.carried, heads)
        else:
            for head in heads:
                self._read_head(head)
        if self.gives:
            return Extracted("chapeau", tuple(self.candidates))
        return Extracted("operative" if self.candidates else "recital", tuple(self.candidates))

    def _decides_below(self, heads: list[Head]) -> None:
        """A preamble that ends in "decides:" gives its verb to every paragraph under it."""
        if heads and heads[-1].kind == "decide" and self.paragraph.clause.text.rstrip().endswith((":", ",")):
            head = heads[-1]
            rest = [word.low for word in self.words[head.after : head.stop] if not word.is_mark]
            if rest in ([], ["to"], ["that"]):
                self.gives = Carried("that" if rest == ["that"] else "decide", head.base, self._span(head))

    # -- operative verbs

    def _read_head(self, head: Head) -> None:
        if head.kind == "record":
            return
        if head.subject is not None:
            self._ask(
                head.base,
                self._span(head),
                parties(self.words, *head.subject),
                head.after,
                head.stop,
                head,
                begin=head.after,
            )
            return
        what = complement(self.words, head.after, head.stop)
        if head.kind == "decide":
            self._decide(head, what)
        else:
            self._asks(head.base, self._span(head), what, head.after, head.stop, head)

    def _decide(self, head: Head, what: Complement) -> None:
        span = self._span(head)
        if what.kind == "direct" and what.action is not None:
            self._decides_to(head.base, span, what.action, head.stop, head, begin=head.after)
        elif what.kind == "that":
            self._that(head.base, span, head.after, head.stop, head)
        elif what.kind in ("direct", "open"):
            if self.paragraph.is_chapeau:
                self._give("decide", head.base, span, [], head.after, head.stop)
        elif what.action is not None and self.words[what.action].low not in _NO_OBJECT:
            doubt = Doubt("unusual_verb", {"verb": self.paragraph.text(head.at, head.end)})
            self._order(head.base, span, [], what.action, head.stop, head, by_body=True, doubt=doubt)

    def _decides_to(self, verb: str, span: Span, action: int, stop: int, head: Head | None, *, begin: int) -> None:
        """ "decides to do" is the body's own; "decides to request X to do" asks X, "decides to note" nobody."""
        at = skip_adverbs(self.words, action, stop)
        found = form_at(self.words, at) if at < stop else None
        if found and found[0].tense == "base":
            form, length = found
            what = complement(self.words, at + length, stop)
            if form.kind == "ask" and what.kind in ("to", "that", "open"):
                self._asks(form.base, self.paragraph.span(at, at + length), what, at + length, stop, head)
                return
            if form.kind == "record" and (form.base in NOTING or length > 1):
                return
        effect = takes_effect(self.words, at, stop, state=False)
        if self.paragraph.is_chapeau and self.paragraph.reaches_end(stop):
            charged = charged_party(self.words, at, stop)
            if charged and FUNCTIONS.search(self.paragraph.clause.text):
                self._order(verb, span, [], action, stop, head, begin=begin, by_body=True, effect=effect)
                self._give("action", verb, span, [charged], action, stop)
                return
            if not items_only_detail(self.paragraph, action):
                self._give("action", verb, span, [], action, stop)
                return
        self._order(verb, span, [], action, stop, head, begin=begin, by_body=True, effect=effect)

    def _asks(self, verb: str, span: Span, what: Complement, after: int, stop: int, head: Head | None) -> None:
        if what.kind == "that":
            self._that(verb, span, after, stop, head)
            return
        named = parties(self.words, *what.named) if what.kind in ("to", "open") else []
        if what.kind == "to" and not named:
            named = names(self.words, *what.named)
        if what.kind in ("to", "open") and (named or (what.kind == "open" and self.paragraph.is_chapeau)):
            action = what.action if what.kind == "to" else None
            self._ask(verb, span, named, action, stop, head, begin=after)
        elif what.kind == "direct" and what.action is not None:
            self._order(verb, span, [], what.action, stop, head)
        elif what.kind == "object" and self.words[what.named[0]].low == "to":
            # "recommends to the Assembly the adoption of": who, then what.
            receiver = cut_phrase(self.words, what.named[0] + 1, stop)
            if receiver and names_party(self.words, what.named[0] + 1, stop):
                self._order(verb, span, [receiver], receiver[1], stop, head)
        elif what.named[0] < stop and verb not in _ONLY_WITH_INFINITIVE:
            if names_party(self.words, *what.named) and (cut := cut_phrase(self.words, *what.named)):
                # "encourages the Secretariat in its efforts": who, then in what.
                self._order(verb, span, [cut], cut[1], stop, head)
                return
            self._order(verb, span, agent_of(self.words, what.named[0], stop), what.named[0], stop, head)

    def _ask(
        self,
        verb: str,
        span: Span,
        named: list[tuple[int, int]],
        action: int | None,
        stop: int,
        head: Head | None,
        *,
        begin: int,
    ) -> None:
        """Who is asked and where the action begins are known; without an action the items or the next verb bring it."""
        if action is not None:
            opens = action < stop and self.words[action].low == ","
            action = skip_adverbs(self.words, action, stop) if opens else action
            action = action if says_something(self.paragraph, action, stop) else None
        at_end = self.paragraph.is_chapeau and self.paragraph.reaches_end(stop)
        if action is None and at_end:
            self._give("action", verb, span, named, begin, stop)
        elif action is None:
            self._share_next_action(verb, span, named, stop, head)
        elif at_end and not items_only_detail(self.paragraph, action):
            self._give("action", verb, span, named, begin, stop, any_item=False)
        else:
            self._order(verb, span, named, action, stop, head, begin=begin)

    def _share_next_action(
        self, verb: str, span: Span, named: list[tuple[int, int]], stop: int, head: Head | None
    ) -> None:
        """ "Requests the Secretary-General, and invites the agencies, to strengthen": both share one action."""
        following = next((h for h in self.heads if head and h.at > head.at), None)
        if following:
            what = complement(self.words, following.after, following.stop)
            if what.kind == "to" and what.action is not None:
                action = skip_adverbs(self.words, what.action, following.stop)
                self._order(verb, span, named, action, following.stop, head)
                return
        if head:
            self._order(verb, span, named, head.after, stop, head)

    # -- "that X should"

    def _that(self, verb: str, span: Span, after: int, stop: int, head: Head | None) -> None:
        """Each "that" of "decides that ...; that ...; and that ..." is a mandate."""
        thats = [k for k in range(after, stop) if self.words[k].low == "that"]
        starts = [k for k in thats if k == thats[0] or self._joins_that(k)]
        for begin, end in zip(starts, [*starts[1:], stop], strict=True):
            self._one_that(verb, span, begin + 1, self.paragraph.trimmed(begin, end), head, last=end == stop)

    def _joins_that(self, k: int) -> bool:
        before, earlier = self.words[k - 1].low, self.words[k - 2].low if k > 1 else ""
        return before == ";" or (before == "and" and earlier in (";", ","))

    def _one_that(self, verb: str, span: Span, lo: int, hi: int, head: Head | None, *, last: bool = True) -> None:
        what = that_clause(self.words, lo, hi)
        subject = parties(self.words, *what.named)
        gives = self.paragraph.is_chapeau and last
        if what.action is None:
            if gives:
                self._give("action" if subject else "that", verb, span, subject, lo, hi)
            return
        own = verb in _DECIDES
        acts = bool(subject) and not what.passive and not what.finite and what.modal is not None
        if gives and not items_only_detail(self.paragraph, what.action):
            self._give("action", verb, span, subject if acts else [], lo, hi, any_item=False)
        elif acts:
            itself = own and self.paragraph.decision.body.is_meant(self.words, *subject[0])
            named = [] if itself and self.words[subject[0][0]].low == "it" else subject
            action = skip_adverbs(self.words, what.action, hi)
            self._order(verb, span, named, action, hi, head, begin=lo, by_body=itself)
        else:
            agent = agent_of(self.words, what.action, hi) if what.passive else []
            start = what.named[0] if what.named[0] < what.named[1] else what.action
            effect = own and takes_effect(self.words, what.action, hi, state=True)
            self._order(verb, span, agent, start, hi, head, begin=lo, by_body=own and not agent, effect=effect)

    # -- items of a chapeau

    def _read_item(self, carried: Carried, heads: list[Head]) -> None:
        stop = self.paragraph.trimmed(0, len(self.words))
        lo = next((k for k in range(stop) if not self.words[k].is_mark), stop)
        if lo >= stop:
            return
        first = self.words[lo].low
        modal = bool(heads) and heads[0].kind == "modal"
        if first == "that":
            self._that(carried.verb, carried.verb_span, lo, stop, None)
        elif carried.mode == "that" or (
            modal and first != "to" and not (carried.mode == "action" and carried.named.names)
        ):
            self._one_that(carried.verb, carried.verb_span, lo, stop, None)
        elif heads:
            for head in heads:
                self._read_head(head)
        elif carried.mode == "decide":
            self._item_of_decides(carried, lo, stop)
        else:
            self._item_of_action(carried, lo, stop)

    def _item_of_decides(self, carried: Carried, lo: int, stop: int) -> None:
        if self.words[lo].low == "to":
            self._decides_to(carried.verb, carried.verb_span, lo + 1, stop, None, begin=lo)
        elif form_at(self.words, lo) or starts_action(self.words, lo, stop) is not None:
            self._decides_to(carried.verb, carried.verb_span, lo, stop, None, begin=lo)
        elif any(word.low in ("shall", "should", "will", "be") for word in self.words[lo:stop]):
            self._one_that(carried.verb, carried.verb_span, lo, stop, None)

    def _item_of_action(self, carried: Carried, lo: int, stop: int) -> None:
        verb = starts_action(self.words, lo, stop)
        begin = lo + 1 if self.words[lo].low == "to" else lo
        if self.paragraph.is_chapeau:
            if verb is None:
                named = parties(self.words, lo, stop) if names_party(self.words, lo, stop) else []
                self.gives = replace(carried, named=self.paragraph.named(named) if named else carried.named)
                return
            if not items_only_detail(self.paragraph, begin):
                self.gives = replace(
                    carried, any_item=False, words=f"{carried.words} {self.paragraph.text(begin, stop)}"
                )
                return
        own = complement(self.words, lo, stop) if verb is None else None
        if own and own.kind == "to" and own.action is not None and names_party(self.words, *own.named):
            # "Requests: (a) The Secretariat to prepare": each item brings its own addressee.
            named = parties(self.words, *own.named)
            self._order(carried.verb, carried.verb_span, named, own.action, stop, None, begin=lo)
        elif verb is not None or (carried.any_item and (carried.functions or self.words[lo].low not in DETERMINERS)):
            self._order(carried.verb, carried.verb_span, None, begin, stop, None)

    # -- what comes out

    def _give(
        self, mode: str, verb: str, span: Span, named: list[tuple[int, int]], lo: int, hi: int, *, any_item: bool = True
    ) -> None:
        found = None
        if hi > lo:
            reckoning = Reckoning(self.paragraph.decision.session, self.paragraph.decision.body)
            found = find_deadline(self.paragraph.clause.text, self.words[lo].start, self.words[hi - 1].end, reckoning)
        clause, functions = self.paragraph.clause, bool(FUNCTIONS.search(self.paragraph.clause.text))
        words = self.paragraph.text(lo, hi)
        self.gives = Carried(
            mode, verb, span, self.paragraph.named(named), found, clause.label, words, any_item, functions
        )

    def _order(
        self, verb: str, span: Span, ranges: list[tuple[int, int]] | None, lo: int, hi: int, head: Head | None, *,
        begin: int | None = None, by_body: bool = False, effect: bool = False, doubt: Doubt | None = None,
    ) -> None:  # fmt: skip
        """Adds the mandates of one order. `ranges` None takes the addressees of the chapeau."""
        inherited = self.carried if head is None else None
        named = inherited.named if ranges is None and inherited else self.paragraph.named(ranges or [])
        if not named.names and (by_body or (ranges is None and verb in _DECIDES)):
            by_body, named = True, Named((self.paragraph.decision.body.noun,))
        doubts = [
            d
            for d in (self._doubt_of(head), doubt, None if named.names else Doubt("nobody_named", {"verb": verb}))
            if d
        ]
        order = Order(
            verb, span, named, lo, hi, lo if begin is None else begin, by_body, effect, tuple(doubts), inherited
        )
        self.candidates += mandates_of(self.paragraph, order)

    def _doubt_of(self, head: Head | None) -> Doubt | None:
        if head and head.read_as:
            return Doubt("damaged_verb", {"printed": self.paragraph.text(head.at, head.end), "read": head.read_as})
        if head and head.unlisted:
            return Doubt("unusual_verb", {"verb": self.paragraph.text(head.at, head.end)})
        if head and head.unsure:
            return Doubt("who_asks", {"verb": self.paragraph.text(head.at, head.end)})
        return None

    def _span(self, head: Head) -> Span:
        return self.paragraph.span(head.at, head.end)
