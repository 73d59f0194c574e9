"""How a status becomes the one that a row wants: by the transitions that people make, with what these need."""

from collections import deque
from functools import cache

from django.utils.translation import gettext as _

from mandates.actions.importing.rows import Row, Wrong
from mandates.actions.importing.values import status_of
from mandates.actions.importing.wanted import Wanted
from mandates.enums import Status
from mandates.table.cells import status_words
from mandates.table.columns import Column
from mandates.transitions import TRANSITIONS, Transition


@cache
def way(status: str | None, wanted: str) -> tuple[Transition, ...] | None:
    """The fewest transitions from one status to another; None where there is no way. Verifying is the last of them."""
    ways: deque[tuple[str | None, tuple[Transition, ...]]] = deque([(status, ())])
    seen = {status}
    while ways:
        here, steps = ways.popleft()
        for transition in TRANSITIONS:
            if transition.is_for_review or here not in transition.sources or transition.target in seen:
                continue
            if transition.target == wanted:
                return (*steps, transition)
            seen.add(transition.target)
            ways.append((transition.target, (*steps, transition)))
    return None


def way_to(row: Row, status: str | None) -> tuple[Transition, ...]:
    """The transitions that lead where the row wants; nobody verifies in the same breath what was reported done."""
    code = status_of(row)
    steps = way(status, code)
    words = status_words()
    if not steps:
        raise Wrong(
            Column.STATUS,
            _("No way leads from “%(old)s” to “%(new)s”.") % {"old": words.get(status or "", "–"), "new": words[code]},
        )
    if any(step.second_person for step in steps) and status != Status.REPORTED_DONE:
        raise Wrong(
            Column.STATUS,
            _("“%(new)s” needs a second person. Write “%(reported)s”; somebody else verifies it.")
            % {"new": words[code], "reported": words["reported_done"]},
        )
    return steps


def fill_needs(row: Row, steps: tuple[Transition, ...], wanted: Wanted, *, has_proof: bool, words: str) -> None:
    """What the transitions need is there: words under Implementation, a symbol under Evidence, an authority."""
    needs = {need for step in steps for need in step.needs}
    wanted.steps, wanted.words = list(steps), row.text(Column.IMPLEMENTATION) or words
    if needs & {"outcome", "note", "left"} and not wanted.words:
        raise Wrong(Column.IMPLEMENTATION, _("Say what was done, or what is left: this status needs it."))
    if "evidence" in needs and not (has_proof or row.text(Column.EVIDENCE)):
        raise Wrong(Column.EVIDENCE, _("Give the symbol of a document: “Reported done” needs evidence."))
    if "authority" in needs and not row.text(Column.AUTHORITY):
        words_ = _("Name the paragraph of the later decision under Authority, for example 5/1 (b).")
        raise Wrong(Column.AUTHORITY, words_)
