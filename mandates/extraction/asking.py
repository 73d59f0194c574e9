"""From a verb that asks to who is asked and what: "requests X to do", "recommends that X should do"."""

from __future__ import annotations

from .action_types import is_organ
from .chapeaux import goes_on_in_items, items_only_detail, says_something, whose_functions
from .complements import Complement, complement, that_clause
from .effects import STATES, takes_effect
from .infinitives import skip_adverbs
from .objects import GIVEN_WITH, asked_passively, given_with, recommended_to, subject_behind, that_it
from .outcome import DECIDES, Outcome, Range
from .parties import cut_phrase, names_party
from .party_lists import agent_of, names, parties
from .shapes import Span
from .subject_heads import Head
from .words import vocabulary

# "reminds the Parties of their duty" asks nothing; only "reminds them to do" does.
_ONLY_WITH_INFINITIVE = vocabulary("remind advise task charge empower entrust require direct commission")


class Asking(Outcome):
    """Reads the words after an operative verb into orders."""

    heads: list[Head]

    def asks(self, verb: str, span: Span, what: Complement, after: int, stop: int, head: Head | None) -> None:
        """Adds what a verb that asks somebody asks; without an infinitive what it names is asked for."""
        named = parties(self.words, *what.named) if what.kind in ("to", "open") else []
        if what.kind == "to" and not named:
            named = names(self.words, *what.named)
        if what.kind == "that":
            self.that(verb, span, after, stop, head)
        elif what.kind == "to" and named:
            self.ask(verb, span, named, what.action, stop, head, begin=after)
        elif what.kind == "open" and (named or self.paragraph.is_chapeau):
            self.ask(verb, span, named, None, stop, head, begin=after)
        elif what.kind == "direct" and what.action is not None:
            self.order(verb, span, [], what.action, stop, head)
        elif verb in GIVEN_WITH and (given := given_with(self.words, what.named[0], stop)):
            self.order(verb, span, parties(self.words, what.named[0], given), given + 1, stop, head)
        elif what.named[0] < stop and verb not in _ONLY_WITH_INFINITIVE:
            self._asks_for(verb, span, what.named[0], stop, head)

    def _asks_for(self, verb: str, span: Span, lo: int, stop: int, head: Head | None) -> None:
        """ "encourages the use by ports of", "encourages the Board in its work", "recommends to the Board the plan"."""
        if self.words[lo].low == "to":
            receiver = cut_phrase(self.words, lo + 1, stop) if names_party(self.words, lo + 1, stop) else None
            if receiver:
                action = that_it(self.words, receiver[1], stop)
                self.order(verb, span, [receiver], action, stop, head)
            return
        cut = cut_phrase(self.words, lo, stop) if names_party(self.words, lo, stop) else None
        if verb == "recommend" and (to := recommended_to(self.words, lo, stop)):
            self.order(verb, span, parties(self.words, to + 1, stop), lo, stop, head)
        elif cut:
            self.order(verb, span, [cut], cut[1], stop, head)
        else:
            link = "from" if verb in ("invite", "request") and agent_of(self.words, lo, stop, "from") else "by"
            self.order(verb, span, agent_of(self.words, lo, stop, link), lo, stop, head)

    def ask(
        self, verb: str, span: Span, named: list[Range], action: int | None, stop: int, head: Head | None, *, begin: int
    ) -> None:
        """Who is asked and where the action begins are known; without one the items or the next verb bring it."""
        if action is not None:
            if action < stop and self.words[action].low == ",":
                action = skip_adverbs(self.words, action, stop)
            action = action if says_something(self.paragraph, action, stop) else None
        at_end = self.paragraph.is_chapeau and self.paragraph.reaches_end(stop)
        if action is None and at_end:
            self.give("action", verb, span, named, begin, stop)
        elif action is None:
            self._share_next_action(verb, span, named, stop, head)
        elif at_end and goes_on_in_items(self.paragraph):
            self.order(verb, span, named, action, stop, head, begin=begin)
            self.give("action", verb, span, named, stop, stop)
        elif at_end and not items_only_detail(self.paragraph, action):
            self.give("action", verb, span, named, begin, stop, any_item=False)
        else:
            self.order(verb, span, named, action, stop, head, begin=begin)

    def _share_next_action(self, verb: str, span: Span, named: list[Range], stop: int, head: Head | None) -> None:
        """ "Requests the Secretary-General, and invites the agencies, to strengthen": both share one action."""
        following = next((h for h in self.heads if head and h.at > head.at), None)
        if following:
            what = complement(self.words, following.after, following.stop)
            if what.kind == "to" and what.action is not None:
                action = skip_adverbs(self.words, what.action, following.stop)
                self.order(verb, span, named, action, following.stop, head)
                if self.paragraph.reaches_end(following.stop) and goes_on_in_items(self.paragraph):
                    self.wait(verb, span, named)
                return
            if what.kind in ("to", "open") and self.paragraph.is_chapeau and self.paragraph.reaches_end(following.stop):
                self.wait(verb, span, named)
                return
        if head:
            lo = named[-1][1] if named and named[-1][1] < stop else head.after
            self.order(verb, span, named, lo, stop, head)

    def that(self, verb: str, span: Span, after: int, stop: int, head: Head | None) -> None:
        """Adds each "that" of "decides that ...; that ...; and that ..." as a mandate."""
        thats = [k for k in range(after, stop) if self.words[k].low == "that"]
        starts = [k for k in thats if k == thats[0] or self._joins_that(k)]
        for begin, end in zip(starts, [*starts[1:], stop], strict=True):
            self.one_that(verb, span, begin + 1, self.paragraph.trimmed(begin, end), head, last=end == stop)

    def _joins_that(self, k: int) -> bool:
        before, earlier = self.words[k - 1].low, self.words[k - 2].low if k > 1 else ""
        return before == ";" or (before == "and" and earlier in (";", ","))

    def one_that(self, verb: str, span: Span, lo: int, hi: int, head: Head | None, *, last: bool = True) -> None:
        """Adds "X should do" as X's, "X should be done" as nobody's or, where the body decides, its own."""
        what = that_clause(self.words, lo, hi)
        subject = parties(self.words, *what.named)
        if not subject and what.modal and (behind := subject_behind(self.words, lo, what.modal)):
            subject = parties(self.words, *behind)
        gives = self.paragraph.is_chapeau and last
        if gives and (whose := whose_functions(self.paragraph, *what.named)):
            self.give("action", verb, span, [whose], lo, hi)
            return
        if what.action is None or (gives and not says_something(self.paragraph, what.action, hi)):
            if gives:
                charged = verb in DECIDES and len(subject) == 1 and is_organ(self.paragraph.text(*subject[0]))
                self.give("action" if subject else "that", verb, span, subject, lo, hi, functions=charged)
            return
        if what.passive and (passive := asked_passively(self.words, what.action, hi)):
            self.ask(passive[0], self.paragraph.span(*passive[1]), subject, passive[1][1], hi, head, begin=lo)
            return
        own = verb in DECIDES
        if verb == "agree" and what.finite and what.modal is None:
            # "agrees that there is a need" only records.
            return
        verb_at = skip_adverbs(self.words, what.action, hi)
        is_state = what.passive or what.finite or (verb_at < hi and self.words[verb_at].low in STATES)
        acts = bool(subject) and not is_state and what.modal is not None
        if gives and not items_only_detail(self.paragraph, what.action):
            self.give("action", verb, span, subject if acts else [], lo, hi, any_item=False)
        elif acts:
            itself = own and self.paragraph.decision.body.is_meant(self.words, *subject[0])
            named = [] if itself and self.words[subject[0][0]].low == "it" else subject
            self.order(verb, span, named, verb_at, hi, head, begin=lo, by_body=itself)
        else:
            settled = takes_effect(self.words, what.action, hi, state=True)
            agent = agent_of(self.words, what.action, hi) if what.passive and not settled else []
            start = what.named[0] if what.named[0] < what.named[1] else what.action
            stated = what.finite and what.modal is None
            effect = own and (stated or settled)
            self.order(verb, span, agent, start, hi, head, begin=lo, by_body=own and not agent, effect=effect)
