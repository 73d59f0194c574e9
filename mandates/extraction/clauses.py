"""One clause read: by its own operative verbs, or as an item by the verb and addressee of its chapeau."""

from __future__ import annotations

from dataclasses import replace

from .chapeaux import Carried, items_only_detail
from .complements import complement
from .deciding import Deciding
from .heads import find_heads
from .infinitives import DETERMINERS, starts_action
from .parties import RELATIVES, names_party
from .party_lists import INSERTIONS, parties
from .shapes import Extracted
from .verbs import form_at


class ClauseReader(Deciding):
    """Reads one clause: `candidates` and what it `gives` to its items."""

    def read(self) -> Extracted:
        """What the clause turned out to be and what it asks."""
        kind = self.paragraph.clause.kind
        if kind == "quoted" or not self.words:
            return Extracted(kind)
        self.heads = find_heads(self.words, self.paragraph.decision.tense)
        if kind == "preamble":
            self._decides_below()
            return Extracted(kind)
        if self.carried and self.carried.mode == "record":
            # What stands under "notes that:" is noted, too, unless it has an operative verb of its own.
            self.heads = [head for head in self.heads if head.kind not in ("modal", "passive")]
            self.gives = self.carried
        own_verb = self.heads and self.heads[0].kind not in ("modal", "passive")
        if self.carried and self.carried.mode != "record" and (not own_verb or self.carried.mode == "that"):
            self._read_item(self.carried)
        elif self.heads or self.paragraph.clause.chapeau is not None:
            for head in self.heads:
                self.read_head(head)
        else:
            self._undeclared()
        if self.gives and self.gives.mode != "record":
            return Extracted("chapeau", tuple(self.candidates))
        return Extracted("operative" if self.candidates else "recital", tuple(self.candidates))

    def _decides_below(self) -> None:
        """A preamble that ends in "decides:" gives its verb to every paragraph under it."""
        if not self.heads or self.heads[-1].kind != "decide":
            return
        head = self.heads[-1]
        rest = [word.low for word in self.words[head.after : head.stop] if not word.is_mark]
        # "The Meeting decided in decision IV/2:".
        nothing_yet = rest in ([], ["to"], ["that"]) or rest[0] in ("in", "as", "at", "on")
        if self.paragraph.clause.text.rstrip().endswith((":", ",")) and nothing_yet:
            mode = "that" if rest == ["that"] else "decide"
            self.gives = Carried(mode, head.base, self.paragraph.span(head.at, head.end))

    def _undeclared(self) -> None:
        """ "To request the Panel to prepare": some meetings leave their "decides" unsaid before every paragraph."""
        stop = self.paragraph.trimmed(0, len(self.words))
        lo = next((k for k in range(stop) if not self.words[k].is_mark), stop)
        if lo < stop and self.words[lo].low == "to" and starts_action(self.words, lo, stop) is not None:
            self.decides_to("decide", self.paragraph.span(lo, lo + 1), lo + 1, stop, None, begin=lo)

    def _read_item(self, carried: Carried) -> None:
        stop = self.paragraph.trimmed(0, len(self.words))
        lo = next((k for k in range(stop) if not self.words[k].is_mark), stop)
        if lo >= stop:
            return
        first = self.words[lo].low
        if first == "directed" and lo + 1 < stop and self.words[lo + 1].low == "to":
            return  # "Directed to the Parties" heads the next decision
        asks_its_parties = carried.mode == "action" and bool(carried.named.names)
        modal = bool(self.heads) and self.heads[0].kind == "modal"
        if first == "that":
            self.that(carried.verb, carried.verb_span, lo, stop, None)
        elif carried.mode == "that" or (modal and first != "to" and not asks_its_parties):
            self.one_that(carried.verb, carried.verb_span, lo, stop, None)
        elif self.heads and not self._tells_in_passing(lo, stop):
            for head in self.heads:
                self.read_head(head)
        elif carried.mode == "decide":
            self._item_of_decides(carried, lo, stop)
        else:
            self._item_of_action(carried, lo, stop)

    def _tells_in_passing(self, lo: int, stop: int) -> bool:
        """ "To study the rules that ports should adopt": an infinitive, and a "should" that is none of this body's."""
        head = self.heads[0]
        inside = any(self.words[k].low in RELATIVES for k in range(lo, head.at))
        return head.kind == "modal" and inside and starts_action(self.words, lo, stop) is not None

    def _item_of_decides(self, carried: Carried, lo: int, stop: int) -> None:
        verb, span = carried.verb, carried.verb_span
        if self.words[lo].low == "to":
            self.decides_to(verb, span, lo + 1, stop, None, begin=lo)
        elif form_at(self.words, lo) or starts_action(self.words, lo, stop) is not None:
            self.decides_to(verb, span, lo, stop, None, begin=lo)
        elif any(word.low in ("shall", "should", "will", "be") for word in self.words[lo:stop]):
            self.one_that(verb, span, lo, stop, None)

    def _after_insertion(self, lo: int, stop: int) -> int:
        """ "Subject to external funding, organize": the place of the verb behind what stands before it."""
        if self.words[lo].low == "to" or self.words[lo].low not in INSERTIONS:
            return lo
        comma = next((k for k in range(lo, min(stop, lo + 40)) if self.words[k].low == ","), stop)
        behind = comma + 1
        acts = behind < stop and self.words[behind].low != "to" and starts_action(self.words, behind, stop) is not None
        return behind if acts else lo

    def _item_of_action(self, carried: Carried, lo: int, stop: int) -> None:
        printed, lo = lo, self._after_insertion(lo, stop)
        verb = starts_action(self.words, lo, stop)
        begin = lo + 1 if self.words[lo].low == "to" else lo
        if self.paragraph.is_chapeau:
            if verb is None:
                named = parties(self.words, lo, stop) if names_party(self.words, lo, stop) else []
                self.gives = replace(carried, named=self.paragraph.named(named) if named else carried.named)
                return
            if not items_only_detail(self.paragraph, begin):
                words = f"{carried.words} {self.paragraph.text(begin, stop)}"
                self.gives = replace(carried, any_item=False, words=words)
                return
        own = complement(self.words, lo, stop) if verb is None else None
        if own and own.kind == "to" and own.action is not None and names_party(self.words, *own.named):
            # "Requests: (a) The Secretariat to prepare": each item brings its own addressee.
            named = parties(self.words, *own.named)
            self.order(carried.verb, carried.verb_span, named, own.action, stop, None, begin=lo)
        elif verb is not None or (carried.any_item and (carried.functions or self.words[lo].low not in DETERMINERS)):
            self.inherit(carried, begin, stop, begin=min(printed, begin))
