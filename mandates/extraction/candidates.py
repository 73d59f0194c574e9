"""The clauses of one decision to candidates: who is asked, by which verb, to do what, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .action_types import action_type
from .antecedents import antecedent, is_back_reference
from .body import Body, body_of
from .complements import Complement, complement, that_clause
from .deadlines import Found, find_deadline, sessions_named
from .duties import Duty, duties, is_same_paper
from .effects import takes_effect
from .funding import funding_of
from .heads import Head, find_heads, leading_tense
from .infinitives import infinitive_after_to, skip_adverbs, starts_action
from .parties import cut_phrase, names_party, parties
from .references import references
from .shapes import Candidate, Clause, Doubt, Extracted, Span, Spans
from .verbs import FORMS, RECORDS, form_at
from .words import Word, vocabulary, words_of

_NOTING = frozenset(RECORDS) - vocabulary(
    "adopt approve endorse establish elect confirm appoint designate declare accept extend renew launch create terminate dissolve "
    "repeal discontinue transfer amend nominate admit grant support consider determine share"
)
_FILLERS = vocabulary(
    "inter alia in particular among other things notably specifically especially as appropriate , : ; the following"
)
_DETAIL = re.compile(
    r"\b(?:in order to|so as to|with a view to|aimed at|by|including|includes?|which|such as|on|of|for|regarding|concerning|areas?|matters?|topics?|elements?|issues?|"
    r"questions?|themes?|criteria|principles?|considerations?|as follows|objectives?|information|terms|that|inter alia|with|to:|members?|composition)\s*:?\s*$",
    re.IGNORECASE,
)
_FUNCTIONS = re.compile(
    r"\b(?:functions?|tasks?|responsibilit\w+|terms of reference|mandate|role)\b[^:]*:\s*$", re.IGNORECASE
)
_GENERIC = re.compile(r"\bfollowing\b[^:;]{0,60}:\s*$|\b(?:actions?|measures|steps|activities)\s*:\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a chapeau gives to its items. `mode`: action ("X to:"), that ("decides that:") or decide ("decides:")."""

    mode: str
    verb: str
    verb_span: Span
    addressees: tuple[str, ...] = ()
    addressee_spans: tuple[Span, ...] = ()
    deadline: Found | None = None
    deadline_label: str = ""
    words: str = ""
    any_item: bool = True
    functions: bool = False
    doubt: Doubt | None = None


@dataclass(slots=True)
class Reader:
    """One decision while it is read: its body, session, tense and the paragraphs already seen."""

    body: Body
    session: int | None
    tense: str
    earlier: list[str] = field(default_factory=list)


def extract(clauses: Sequence[Clause], *, session: int | None, body: str = "Conference") -> tuple[Extracted, ...]:
    """One Extracted for every clause of one decision, in order. Never raises on a bad text.

    `session` is the ordinal of the session that adopted the decision, `body` the name of the body where the
    decision itself does not open with it.
    """
    rows = [words_of(clause.text) for clause in clauses]
    tenses = [
        t
        for clause, row in zip(clauses, rows, strict=True)
        if clause.kind not in ("preamble", "quoted") and row and (t := leading_tense(row))
    ]
    tense = max(set(tenses), key=tenses.count) if tenses else ""
    reader = Reader(body_of(clauses, body), session, tense)
    parents = {clause.chapeau for clause in clauses if clause.chapeau is not None}
    given: list[Carried | None] = []
    results: list[Extracted] = []
    root: Carried | None = None
    for index, clause in enumerate(clauses):
        above = clause.chapeau if clause.chapeau is not None and 0 <= clause.chapeau < index else None
        carried = given[above] if above is not None else root
        items = [c.text for c in clauses if c.chapeau == index] if index in parents else []
        reading = _Clause(reader, clause, rows[index], carried, items)
        result, gives = reading.read()
        if clause.kind == "preamble" and above is None:
            root = gives or root
        results.append(result)
        given.append(gives)
        reader.earlier.append(clause.text)
    return tuple(results)


class _Clause:
    """One clause being read."""

    def __init__(
        self, reader: Reader, clause: Clause, words: list[Word], carried: Carried | None, items: list[str]
    ) -> None:
        self.reader, self.clause, self.words, self.carried, self.items = reader, clause, words, carried, items
        self.found: list[Candidate] = []
        self.gives: Carried | None = None
        self.cited = references(clause.text, clause.label)
        self.is_chapeau = bool(items) or clause.text.rstrip().endswith(":")

    def read(self) -> tuple[Extracted, Carried | None]:
        kind = self.clause.kind
        if kind == "quoted" or not self.words:
            return Extracted(kind), None
        heads = find_heads(self.words, self.reader.tense)
        if kind == "preamble":
            return Extracted(kind), self._decides_below(heads)
        if self.carried and (not heads or heads[0].kind in ("modal", "passive") or self.carried.mode == "that"):
            self._read_item(self.carried, heads)
        else:
            for head in heads:
                self._read_head(head)
        if self.found:
            return Extracted("chapeau" if self.gives else "operative", tuple(self.found)), self.gives
        if self.gives:
            return Extracted("chapeau"), self.gives
        return Extracted("recital"), None

    # -- what a chapeau gives

    def _decides_below(self, heads: list[Head]) -> Carried | None:
        """A preamble that ends in "decides:" gives its verb to every paragraph under it."""
        if heads and heads[-1].kind == "decide" and self.clause.text.rstrip().endswith((":", ",")):
            head = heads[-1]
            rest = [w.low for w in self.words[head.after : head.stop] if not w.is_mark]
            if rest in ([], ["to"], ["that"]):
                return Carried("that" if rest == ["that"] else "decide", head.base, self._verb_span(head))
        return None

    def _give(
        self,
        mode: str,
        verb: str,
        verb_span: Span,
        named: list[tuple[int, int]] | None,
        lo: int,
        hi: int,
        **more: object,
    ) -> None:
        names, spans = self._names(named or [])
        found = self._deadline(lo, hi)
        self.gives = Carried(
            mode, verb, verb_span, names, spans, found, self.clause.label, self._text(lo, hi),
            functions=bool(_FUNCTIONS.search(self.clause.text)), **more,  # type: ignore[arg-type]
        )  # fmt: skip

    def _is_detail(self, lo: int, hi: int) -> bool:
        """Do the items only spell out an action that the chapeau itself already asks?"""
        text = self._text(lo, hi)
        acting = sum(1 for item in self.items if _acts(item))
        if self.items and acting * 2 > len(self.items) and (_GENERIC.search(text) or _FUNCTIONS.search(text)):
            return False
        if _FUNCTIONS.search(text) and _GENERIC.search(text):
            return False
        return True

    # -- heads

    def _read_head(self, head: Head) -> None:
        if head.kind == "record":
            return
        if head.kind in ("passive", "modal"):
            assert head.subject is not None
            self._ask(
                head.base,
                self._verb_span(head),
                parties(self.words, *head.subject),
                head.after,
                head.stop,
                head,
                start=head.subject[0],
            )
            return
        what = complement(self.words, head.after, head.stop)
        if head.kind == "decide":
            self._decide(head, what)
        else:
            self._asks(head.base, self._verb_span(head), what, head)

    def _decide(self, head: Head, what: Complement) -> None:
        span = self._verb_span(head)
        if what.kind == "direct":
            if what.action is None:
                self._give("decide", head.base, span, None, head.after, head.stop)
            else:
                self._decides_to(head.base, span, what.action, head.stop, head)
        elif what.kind == "that":
            self._that(head.base, span, head.after, head.stop, head)
        elif self.is_chapeau and what.kind == "open":
            self._give("decide", head.base, span, None, head.after, head.stop)
        elif what.action is not None and self.words[what.action].low not in (
            "on",
            "upon",
            "with",
            "to",
            "by",
            "in",
            "as",
        ):
            self._add(
                head.base,
                span,
                [],
                what.action,
                head.stop,
                head,
                body_acts=True,
                doubt=Doubt("unusual_verb", {"verb": self._text(head.at, head.end)}),
            )

    def _decides_to(self, verb: str, span: Span, action: int, stop: int, head: Head | None) -> None:
        """ "decides to do" is the body's own; "decides to request X to do" asks X, "decides to note" nobody."""
        at = skip_adverbs(self.words, action, stop)
        found = form_at(self.words, at) if at < stop else None
        if found and found[0].tense == "base":
            form, length = found
            if form.kind == "ask":
                what = complement(self.words, at + length, stop)
                if what.kind in ("to", "that", "open"):
                    inner = Span(self.clause.label, self.words[at].start, self.words[at + length - 1].end)
                    self._asks(form.base, inner, what, head, after=at + length, stop=stop)
                    return
            elif form.kind == "record" and (form.base in _NOTING or length > 1):
                return
        if self.is_chapeau and not self._is_detail(action, stop):
            self._give("action", verb, span, [], action, stop)
            return
        self._add(
            verb, span, [], action, stop, head, body_acts=True, effect=takes_effect(self.words, at, stop, state=False)
        )

    def _asks(
        self,
        verb: str,
        span: Span,
        what: Complement,
        head: Head | None,
        *,
        after: int | None = None,
        stop: int | None = None,
    ) -> None:
        after = head.after if after is None and head else after or 0
        stop = head.stop if stop is None and head else stop or len(self.words)
        if what.kind == "that":
            self._that(verb, span, after, stop, head)
            return
        named = parties(self.words, *what.named) if what.kind in ("to", "open") else []
        if what.kind == "to" and not named and self._looks_named(what.named):
            cut = cut_phrase(self.words, *what.named)
            named = [cut] if cut else []
        if what.kind == "open" and named:
            if self.is_chapeau and head and head.stop >= len(self.words) - 1:
                self._give("action", verb, span, named, after, stop)
            elif head:
                self._shares_next(verb, span, named, head)
            return
        if what.kind == "to" and named:
            self._ask(verb, span, named, what.action, stop, head, start=after)
        elif what.kind == "direct" and what.action is not None:
            self._add(verb, span, [], what.action, stop, head)
        elif what.kind == "open" and self.is_chapeau:
            self._give("action", verb, span, [], after, stop)
        elif what.named[0] < stop and verb not in ("remind", "advise", "task", "charge"):
            agent = self._agent(what.named[0], stop)
            self._add(verb, span, agent, what.named[0], stop, head)

    def _looks_named(self, where: tuple[int, int]) -> bool:
        """A name nobody listed is still one where it has capitals: "Requests the Ozone Hub to"."""
        lo, hi = where
        return hi - lo <= 14 and any(w.is_capital for w in self.words[lo:hi])

    def _shares_next(self, verb: str, span: Span, named: list[tuple[int, int]], head: Head) -> None:
        """ "Requests the Secretary-General, and invites the agencies, to strengthen": both share one action."""
        rest = [h for h in find_heads(self.words, self.reader.tense) if h.at > head.at]
        if rest:
            what = complement(self.words, rest[0].after, rest[0].stop)
            if what.kind == "to" and what.action is not None:
                self._ask(verb, span, named, what.action, rest[0].stop, head, start=what.action)
                return
        self._add(verb, span, named, head.after, head.stop, head)

    def _ask(
        self,
        verb: str,
        span: Span,
        named: list[tuple[int, int]],
        action: int | None,
        stop: int,
        head: Head | None,
        *,
        start: int,
    ) -> None:
        if action is not None:
            action = self._real_start(action, stop)
        if action is None:
            self._give("action", verb, span, named, start, stop)
        elif self.is_chapeau and stop >= len(self.words) - 1 and not self._is_detail(action, stop):
            self._give("action", verb, span, named, start, stop, any_item=False)
        else:
            self._add(verb, span, named, action, stop, head, start=start)

    def _real_start(self, action: int, stop: int) -> int | None:
        """None where nothing but "inter alia:" follows the infinitive's "to"."""
        while action < stop and self.words[action].low == ",":
            action += 1
        return action if any(w.low not in _FILLERS for w in self.words[action:stop]) else None

    # -- "that X should"

    def _that(self, verb: str, span: Span, after: int, stop: int, head: Head | None) -> None:
        starts = [
            k for k in range(after, stop) if self.words[k].low == "that" and (k == after or self._joins_that(k, after))
        ]
        first = next((k for k in range(after, stop) if self.words[k].low == "that"), after - 1)
        starts = sorted({first, *starts})
        for n, begin in enumerate(starts):
            end = starts[n + 1] if n + 1 < len(starts) else stop
            while end > begin and self.words[end - 1].low in (";", "and", ",", "."):
                end -= 1
            self._one_that(verb, span, begin + 1, end, head, last=n + 1 == len(starts))

    def _joins_that(self, k: int, after: int) -> bool:
        before = self.words[k - 1].low if k > after else ""
        return before == ";" or (before == "and" and k - 2 > after and self.words[k - 2].low in (";", ","))

    def _one_that(self, verb: str, span: Span, lo: int, hi: int, head: Head | None, *, last: bool) -> None:
        what = that_clause(self.words, lo, hi)
        subject = parties(self.words, *what.named)
        own = verb in ("decide", "agree", "resolve", "undertake")
        if what.action is None:
            if self.is_chapeau and last:
                self._give("action" if subject else "that", verb, span, subject, lo, hi)
            return
        acts = subject and not what.passive and not what.finite
        verb_at = skip_adverbs(self.words, what.action, hi)
        if self.is_chapeau and last and not self._is_detail(what.action, hi):
            self._give("action", verb, span, subject if acts else [], lo, hi, any_item=False)
            return
        if acts and what.modal is not None:
            self._add(verb, span, subject, verb_at, hi, head, start=lo, of_body=self._is_body(what.named))
        else:
            agent = self._agent(what.action, hi) if what.passive else []
            start = what.named[0] if what.named[0] < what.named[1] else what.action
            effect = own and takes_effect(self.words, what.action, hi, state=True)
            self._add(verb, span, agent, start, hi, head, start=lo, body_acts=own and not agent, effect=effect)

    def _is_body(self, named: tuple[int, int]) -> bool:
        return self.reader.body.is_meant(self.words, *named)

    def _agent(self, lo: int, hi: int) -> list[tuple[int, int]]:
        """The doer of a passive or of a noun: "be prepared by the Secretariat", "the use by States of"."""
        for k in range(lo + 1, min(hi - 1, lo + 9)):
            if self.words[k].low == "by" and names_party(self.words, k + 1, min(hi, k + 14)):
                end = next(
                    (
                        j
                        for j in range(k + 1, min(hi, k + 20))
                        if self.words[j].low in (",", ";", "of", "at", "in", "on", "to", "for")
                    ),
                    min(hi, k + 20),
                )
                return parties(self.words, k + 1, end)
        return []

    # -- items of a chapeau

    def _read_item(self, carried: Carried, heads: list[Head]) -> None:
        words, stop = self.words, len(self.words)
        while stop and words[stop - 1].low in (";", ".", ",", "and", "or"):
            stop -= 1
        lo = next((k for k in range(stop) if not words[k].is_mark), stop)
        if lo >= stop:
            return
        if words[lo].low == "that" or (
            carried.mode != "action" and words[lo].low != "to" and heads and heads[0].kind == "modal"
        ):
            self._that(carried.verb, carried.verb_span, lo, stop, None) if words[lo].low == "that" else self._one_that(
                carried.verb, carried.verb_span, lo, stop, None, last=True
            )
            return
        if carried.mode == "that":
            self._one_that(carried.verb, carried.verb_span, lo, stop, None, last=True)
            return
        if heads and heads[0].kind in ("modal", "passive"):
            if carried.mode == "action" and carried.addressees:
                for head in heads:
                    self._read_head(head)
            elif heads[0].kind == "modal":
                self._one_that(carried.verb, carried.verb_span, lo, stop, None, last=True)
            else:
                for head in heads:
                    self._read_head(head)
            return
        if carried.mode == "decide":
            self._item_of_decides(carried, lo, stop)
            return
        verb = starts_action(words, lo, stop)
        begin = lo + 1 if words[lo].low == "to" else lo
        if self.is_chapeau and words[stop - 1].low == ":":
            named = parties(words, lo, stop - 1) if names_party(words, lo, stop - 1) and verb is None else []
            if verb is None:
                names, spans = self._names(named) if named else (carried.addressees, carried.addressee_spans)
                self.gives = replace(carried, addressees=names, addressee_spans=spans)
                return
            if not self._is_detail(begin, stop):
                self.gives = replace(carried, any_item=False, words=carried.words + " " + self._text(begin, stop))
                return
        if verb is not None or carried.any_item:
            self._add_carried(carried, begin, stop)

    def _item_of_decides(self, carried: Carried, lo: int, stop: int) -> None:
        words = self.words
        if words[lo].low == "to":
            self._decides_to(carried.verb, carried.verb_span, lo + 1, stop, None)
        elif ((found := form_at(words, lo)) and found[0].tense == "base") or starts_action(words, lo, stop) is not None:
            self._decides_to(carried.verb, carried.verb_span, lo, stop, None)
        elif any(w.low in ("shall", "should", "will", "be") for w in words[lo:stop]):
            self._one_that(carried.verb, carried.verb_span, lo, stop, None, last=True)

    def _add_carried(self, carried: Carried, lo: int, hi: int) -> None:
        self._add(carried.verb, carried.verb_span, None, lo, hi, None, carried=carried)

    # -- candidates

    def _add(
        self, verb: str, span: Span, named: list[tuple[int, int]] | None, lo: int, hi: int, head: Head | None, *,
        start: int | None = None, body_acts: bool = False, effect: bool = False, of_body: bool = False,
        doubt: Doubt | None = None, carried: Carried | None = None,
    ) -> None:  # fmt: skip
        """Adds the mandates of one action: one, and one more for each duty that is a mandate of its own."""
        hi = self._trimmed(lo, hi)
        if hi <= lo:
            return
        if carried is None and self.carried is not None and span.label != self.clause.label:
            carried = self.carried
        doubts = [d for d in (self._head_doubt(head), doubt) if d]
        if named is None and carried is not None:
            names, spans = carried.addressees, carried.addressee_spans
        else:
            names, spans = self._names(named or [])
            doubts += self._reference_doubts(named or [], names)
        if body_acts or of_body or (carried and verb in ("decide", "agree", "resolve") and not names):
            body_acts, names = True, (self.reader.body.noun,) if self.reader.body.noun else ()
            spans = spans if of_body else ()
        if not names:
            doubts.append(Doubt("nobody_named", {"verb": verb}))
        begin = start if start is not None else (head.after if head else lo)
        for group, own_name in self._groups(lo, hi):
            group_names, group_spans = (names, spans) if own_name is None else self._names([own_name])
            main = group[0].lo == lo
            self._candidate(verb, span, group_names, group_spans, group, begin if main else group[0].lo, doubts,
                            body_acts and own_name is None, effect and main, carried)  # fmt: skip

    def _groups(self, lo: int, hi: int) -> list[tuple[list[Duty], tuple[int, int] | None]]:
        """The action's parts grouped into mandates, each with the addressee it names itself, if it does."""
        absolute = self._absolute(lo, hi)
        end = absolute[0] if absolute else hi
        parts = duties(self.words, lo, end, self.reader.body)
        groups: list[list[Duty]] = [[parts[0]]]
        for part in parts[1:]:
            current = groups[-1]
            marked = self.words[part.lo].low in ("to", "should", "shall")
            differs = part.reports != current[0].reports
            if part.reports and not current[0].reports and not is_same_paper(self.words, current[-1], part):
                groups.append([part])
            elif (differs and marked and current[0].reports) or (marked and self._own_deadlines(current, part)):
                home = next((g for g in groups if not g[0].reports), None)
                groups.append([part]) if home is None or self._own_deadlines(home, part) else home.append(part)
            else:
                if part.reports and not current[0].reports:
                    part = replace(current[0], reports=True)
                    current[0] = part
                current.append(replace(parts[parts.index(part)] if part in parts else part, lo=part.lo))
        result: list[tuple[list[Duty], tuple[int, int] | None]] = [(_merged(g), None) for g in groups]
        if absolute:
            comma, named, action = absolute
            reports = duties(self.words, action, hi, self.reader.body)[0].reports
            result.append(([Duty(action, hi, reports)], named))
        return result

    def _own_deadlines(self, current: list[Duty], part: Duty) -> bool:
        mine = self._deadline(part.lo, part.hi)
        theirs = self._deadline(current[0].lo, current[-1].hi)
        firm = ("date", "session")
        return bool(
            mine
            and theirs
            and mine.deadline.kind in firm
            and theirs.deadline.kind in firm
            and mine.deadline.text != theirs.deadline.text
        )

    def _absolute(self, lo: int, hi: int) -> tuple[int, tuple[int, int], int] | None:
        """ ", said meeting to present a report": the comma, the party and the verb of a duty given to another."""
        words = self.words
        for k in range(lo, hi - 4):
            if words[k].low != "," or words[k + 1].low not in ("said", "the", "that", "this", "such"):
                continue
            to = next((j for j in range(k + 2, min(hi - 1, k + 12)) if words[j].low == "to" or words[j].is_mark), None)
            if to is None or words[to].low != "to":
                continue
            verb = infinitive_after_to(words, to, hi)
            named = parties(words, k + 1, to)
            if (
                verb is not None
                and len(named) == 1
                and words[verb].low in ("present", "submit", "report", "provide", "make", "prepare", "inform")
            ):
                return k, named[0], to + 1
        return None

    def _candidate(
        self, verb: str, span: Span, names: tuple[str, ...], spans: tuple[Span, ...], group: list[Duty], begin: int,
        doubts: list[Doubt], body_acts: bool, effect: bool, carried: Carried | None,
    ) -> None:  # fmt: skip
        group = [replace(part, hi=self._trimmed(part.lo, part.hi)) for part in group]
        first = group[0]
        lo = (
            first.lo + 1
            if self.words[first.lo].low in ("to", "should", "shall") and first.lo + 1 < first.hi
            else first.lo
        )
        action = " ".join(self._text(lo if part is first else part.lo, part.hi) for part in group)
        found = self._deadline(min(begin, lo), first.hi) or next(
            (f for p in group[1:] if (f := self._deadline(p.lo, p.hi))), None
        )
        label = self.clause.label
        if found is None and carried and carried.deadline:
            found, label = carried.deadline, carried.deadline_label
        kind = action_type(
            action,
            names,
            verb,
            to_body=first.reports and not body_acts,
            body_acts=body_acts,
            functions=bool(carried and carried.functions),
        )
        if first.reports and carried and carried.functions:
            kind = "report"
        said = self._text(min(begin, lo), group[-1].hi) + (" " + carried.words if carried else "")
        if found and found.doubt:
            doubts = [*doubts, Doubt(found.doubt, {"words": found.deadline.text})]
        if found and self._in_brackets(found, label):
            doubts = [*doubts, Doubt("deadline_in_brackets", {"words": found.deadline.text})]
        self.found.append(
            Candidate(
                verb, names, action, kind, found.deadline if found else None, funding_of(said, kind), effect, self.cited,
                Spans(span, spans, Span(self.clause.label, self.words[lo].start, self.words[first.hi - 1].end),
                      Span(label, found.start, found.end) if found else None),
                doubts[0] if doubts else None,
            )
        )  # fmt: skip

    # -- small questions

    def _deadline(self, lo: int, hi: int) -> Found | None:
        if hi <= lo:
            return None
        text, start = self.clause.text, self.words[lo].start
        return find_deadline(
            text, start, self.words[hi - 1].end, session=self.reader.session, earlier=sessions_named(text, 0, start)
        )

    def _in_brackets(self, found: Found, label: str) -> bool:
        if label != self.clause.label:
            return False
        before = self.clause.text[: found.start]
        return before.count("[") > before.count("]")

    def _names(self, named: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        names, spans = [], []
        for lo, hi in named:
            printed = self._text(lo, hi)
            if is_back_reference(self.words, lo, hi):
                if self.words[lo].low == "it" and self._it_is_the_body(lo):
                    printed = self.reader.body.noun
                else:
                    printed = antecedent(self.words, lo, hi, self.reader.earlier) or printed
            names.append(printed)
            spans.append(Span(self.clause.label, self.words[lo].start, self.words[hi - 1].end))
        return tuple(names), tuple(spans)

    def _it_is_the_body(self, lo: int) -> bool:
        """ "decides that it will consider": the body speaks of itself."""
        return lo > 0 and self.words[lo - 1].low == "that"

    def _reference_doubts(self, named: Sequence[tuple[int, int]], names: tuple[str, ...]) -> list[Doubt]:
        return [
            Doubt("back_reference", {"words": self._text(lo, hi)})
            for (lo, hi), name in zip(named, names, strict=True)
            if is_back_reference(self.words, lo, hi) and name == self._text(lo, hi)
        ]

    def _head_doubt(self, head: Head | None) -> Doubt | None:
        if head is None:
            return None
        if head.read_as:
            return Doubt("damaged_verb", {"printed": self._text(head.at, head.end), "read": head.read_as})
        if head.unsure:
            return Doubt("who_asks", {"verb": self._text(head.at, head.end)})
        return None

    def _trimmed(self, lo: int, hi: int) -> int:
        while hi > lo and self.words[hi - 1].low in (";", ",", ".", "and", "but", ":", "or"):
            hi -= 1
        return hi

    def _verb_span(self, head: Head) -> Span:
        return Span(self.clause.label, self.words[head.at].start, self.words[head.end - 1].end)

    def _text(self, lo: int, hi: int) -> str:
        return self.clause.text[self.words[lo].start : self.words[hi - 1].end] if hi > lo else ""


def _merged(group: list[Duty]) -> list[Duty]:
    """Neighbouring parts joined, so that an action reads on as printed."""
    merged = [group[0]]
    for part in group[1:]:
        if merged[-1].hi == part.lo:
            merged[-1] = replace(merged[-1], hi=part.hi)
        else:
            merged.append(part)
    return merged


def _acts(item: str) -> bool:
    words = words_of(item)
    lo = next((k for k, w in enumerate(words) if not w.is_mark), 0)
    return bool(words) and starts_action(words, lo, len(words)) is not None


__all__ = ["FORMS", "extract"]
