"""The clauses of one decision to candidates: who is asked, by which verb, to do what, by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .body import body_of
from .chapeaux import Carried
from .clauses import ClauseReader
from .heads import leading_tense
from .paragraph import Decision, Paragraph
from .references import references
from .shapes import Clause, Extracted
from .words import words_of


def extract(clauses: Sequence[Clause], *, session: int | None, body: str = "Conference") -> tuple[Extracted, ...]:
    """One Extracted for every clause of one decision, in order. Never raises on a bad text.

    `session` is the ordinal of the session that adopted the decision, `body` the name of the body where the
    decision itself does not open with it.
    """
    rows = [words_of(clause.text) for clause in clauses]
    tenses = Counter(
        tense
        for clause, words in zip(clauses, rows, strict=True)
        if clause.kind not in ("preamble", "quoted") and (tense := leading_tense(words))
    )
    decision = Decision(body_of(clauses, body), session, max(tenses, key=tenses.__getitem__, default=""))
    items: dict[int, list[str]] = {}
    for clause in clauses:
        if clause.chapeau is not None:
            items.setdefault(clause.chapeau, []).append(clause.text)
    given: list[Carried | None] = []
    results: list[Extracted] = []
    above_all: Carried | None = None
    for index, (clause, words) in enumerate(zip(clauses, rows, strict=True)):
        has_parent = clause.chapeau is not None and 0 <= clause.chapeau < index
        carried = given[clause.chapeau] if has_parent and clause.chapeau is not None else above_all
        if carried is None and has_parent and clauses[clause.chapeau or 0].kind == "preamble":
            carried = above_all
        cited = references(clause.text, clause.label)
        reader = ClauseReader(Paragraph(clause, words, decision, tuple(items.get(index, ())), cited), carried)
        results.append(reader.read())
        given.append(reader.gives)
        if clause.kind == "preamble" and not has_parent:
            above_all = reader.gives or above_all
        decision.earlier.append(clause.text)
    return tuple(results)
