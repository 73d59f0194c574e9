"""From the operative verbs of a paragraph to what each asks or decides: "decides to", "notes", "urges and invites"."""

from __future__ import annotations

from dataclasses import replace

from .asking import Asking
from .chapeaux import hands_tasks_down, items_only_detail
from .complements import Complement, complement
from .effects import takes_effect
from .infinitives import skip_adverbs
from .objects import also_that, also_to_ask, that_after_comma
from .parties import cut_phrase
from .party_lists import charged_party, names_somebody, parties
from .shapes import Doubt, Span
from .subject_heads import Head
from .verbs import NOTING, form_at
from .words import vocabulary

# "decides to authorize the payment" is the body's own act; "decides to encourage the use by ports" asks the ports.
_ALSO_DONE = vocabulary("authorize propose mandate direct empower require commission")
_NO_OBJECT = vocabulary("on upon with to by in as")


class Deciding(Asking):
    """Reads each operative verb of a paragraph with the words after it."""

    def read_head(self, head: Head) -> None:
        """Adds what one operative verb of the paragraph asks; those that only record ask nothing."""
        span = self.paragraph.span(head.at, head.end)
        if head.kind == "record":
            self._remember(head)
            if self.paragraph.is_chapeau and self.paragraph.reaches_end(head.stop):
                self.give("record", head.base, span, [], head.stop, head.stop)
            return
        if head.subject is not None:
            named = parties(self.words, *head.subject)
            action = head.after + (head.after < head.stop and self.words[head.after].low == "to")
            self.ask(head.base, span, named, action, head.stop, head, begin=head.subject[0])
            return
        if following := self._same_object(head):
            self._with_next(head, span, following)
            return
        what = complement(self.words, head.after, head.stop)
        if head.kind == "decide":
            self._decide(head, span, what)
        else:
            self.asks(head.base, span, what, head.after, head.stop, head)

    def _same_object(self, head: Head) -> Head | None:
        """The next verb where it follows at once: "urges and encourages Parties to"; else None."""
        if head.kind != "ask" or any(not word.is_mark for word in self.words[head.after : head.stop]):
            return None
        return next((h for h in self.heads if h.at > head.at and h.kind == "ask" and h.at - head.stop <= 3), None)

    def _with_next(self, head: Head, span: Span, following: Head) -> None:
        """Asks the same of the same parties as the verb that follows."""
        what = complement(self.words, following.after, following.stop)
        to_items = self.paragraph.is_chapeau and self.paragraph.reaches_end(following.stop)
        if to_items and what.kind in ("to", "open"):
            self.wait(head.base, span, parties(self.words, *what.named))
        else:
            self.asks(head.base, span, what, following.after, following.stop, head)

    def _remember(self, head: Head) -> None:
        """ "commends the Secretariat for its work, and encourages it to": whom "it" will mean."""
        end = min(head.stop, head.after + 25)
        for k in range(head.after, end):
            if (k == head.after or self.words[k - 1].low in ("to", "by", "of")) and names_somebody(self.words, k, end):
                if cut := cut_phrase(self.words, k, end):
                    self.paragraph.decision.last_named = (self.paragraph.text(*cut),)
                return
        self.paragraph.decision.last_named = ()

    def _decide(self, head: Head, span: Span, what: Complement) -> None:
        at_end = self.paragraph.is_chapeau and self.paragraph.reaches_end(head.stop)
        if what.kind in ("direct", "to") and what.action is not None:
            # "Decides, in the light of A, B and C, to": whatever stands between asks nobody.
            end = also_that(self.words, what.action, head.stop) or head.stop
            self.decides_to(
                head.base, span, what.action, self.paragraph.trimmed(what.action, end), head, begin=head.after
            )
            if end < head.stop:
                self.that(head.base, span, end, head.stop, head)
        elif what.kind == "that" or that_after_comma(self.words, head.after, head.stop):
            self.that(head.base, span, head.after, head.stop, head)
        elif at_end and (what.kind in ("direct", "open") or self._says_where(head)):
            self.give("decide", head.base, span, [], head.after, head.stop)
        elif what.kind == "open":
            self._decides_in_line(head, span)
        elif what.action is not None and self.words[what.action].low not in _NO_OBJECT:
            doubt = Doubt("unusual_verb", {"verb": self.paragraph.text(head.at, head.end)})
            self.order(head.base, span, [], what.action, head.stop, head, by_body=True, doubt=doubt)

    def _says_where(self, head: Head) -> bool:
        """ "decided in decision IV/2:", "decides as follows:"."""
        return head.after < head.stop and self.words[head.after].low in ("in", "as", "at", "on")

    def _decides_in_line(self, head: Head, span: Span) -> None:
        """ "decided: to establish a group; to request the Secretariat to help": items without lines of their own."""
        opens = [
            k
            for k in range(head.after, head.stop - 1)
            if self.words[k].low == "to" and self.words[k - 1].low in (":", ";", ")", "and")
        ]
        opens = [k for k in opens if self.words[k - 1].low != "and" or self.words[k - 2].low in (";", ",")]
        for k, end in zip(opens, [*opens[1:], head.stop][: len(opens)], strict=True):
            self.decides_to(head.base, span, k + 1, self.paragraph.trimmed(k + 1, end), head, begin=k)

    def decides_to(self, verb: str, span: Span, action: int, stop: int, head: Head | None, *, begin: int) -> None:
        """ "decides to do" is the body's own; "decides to request X to do" asks X, "decides to note" nobody."""
        at = skip_adverbs(self.words, action, stop)
        if further := also_to_ask(self.words, at, stop):
            self.decides_to(verb, span, action, self.paragraph.trimmed(action, further), head, begin=begin)
            self.decides_to(verb, span, further + 1, stop, head, begin=further)
            return
        found = form_at(self.words, at) if at < stop else None
        if found and found[0].tense == "base":
            form, length = found
            what = complement(self.words, at + length, stop)
            if form.kind == "ask" and (what.kind in ("to", "that", "open") or form.base not in _ALSO_DONE):
                self.asks(form.base, self.paragraph.span(at, at + length), what, at + length, stop, head)
                return
            if form.kind == "record" and (form.base in NOTING or (length > 1 and "account" not in form.base)):
                return
        effect = takes_effect(self.words, at, stop, state=False)
        charged = charged_party(self.words, at, stop)
        if charged and self.words[at].low in ("establish", "create", "appoint", "constitute"):
            self.paragraph.decision.last_named = (self.paragraph.text(*charged),)
        if self.paragraph.is_chapeau and self.paragraph.reaches_end(stop):
            if charged and hands_tasks_down(self.paragraph):
                self.order(verb, span, [], action, stop, head, begin=begin, by_body=True, effect=effect)
                self.give("action", verb, span, [charged], action, stop)
                # The day on which a group is set up is no deadline of its work.
                self.gives = self.gives and replace(self.gives, deadline=None)
                return
            if not items_only_detail(self.paragraph, action):
                self.give("action", verb, span, [], action, stop)
                return
        self.order(verb, span, [], action, stop, head, begin=begin, by_body=True, effect=effect)
