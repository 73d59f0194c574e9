"""What a spreadsheet would make and change: all of it, and everything that is wrong, before anything is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.spreadsheets import plain
from mandates.actions.importing.differences import differences_of, wanted_of_new
from mandates.actions.importing.founding import Founder, New
from mandates.actions.importing.rows import Problem, Row, Table, Wrong, read_table
from mandates.actions.importing.standing import Standing
from mandates.actions.importing.values import decision_cited, label_cited, label_words
from mandates.actions.importing.wanted import Difference, Wanted
from mandates.enums import UNCONFIRMED
from mandates.models import Spreadsheet
from mandates.table.cells import cells_of
from mandates.table.columns import SAID, Column
from sessions.actions.paths import slug_of
from sessions.models import Body, Decision


@dataclass(slots=True)
class Step:
    """What one row does: to a mandate that stands, or a new one; `differences` for people, `wanted` for the writer."""

    row: int
    mandate: Any = None
    new: New | None = None
    differences: list[Difference] = field(default_factory=list)
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def name(self) -> str:
        """How people cite what the row is about."""
        return str(self.mandate) if self.mandate else self.new.name if self.new else ""

    def said(self) -> tuple[object, ...]:
        """All that a person sees of it, for the hash."""
        changes = [(one.column, one.old, one.new) for one in self.differences]
        return (self.row, self.mandate and self.mandate.pk, self.new and self.new.said(), changes)


@dataclass(slots=True)
class Plan:
    """All that a table would do. It can be imported where nothing is wrong and something is to be done."""

    table: Table
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0  # empty cells under a heading, where something stands

    @property
    def new(self) -> list[Step]:
        return [step for step in self.steps if step.new]

    @property
    def changed(self) -> list[Step]:
        return [step for step in self.steps if not step.new]

    @property
    def decisions(self) -> list[str]:
        """The new decisions, as they are cited, each once."""
        return list(dict.fromkeys(step.new.cited for step in self.new if step.new and step.new.decision is None))

    @property
    def paragraphs(self) -> int:
        """How many paragraphs are new."""
        return len({step.new.place for step in self.new if step.new and step.new.paragraph is None})

    @property
    def is_good(self) -> bool:
        return not self.problems and bool(self.steps)

    def digest(self) -> str:
        """The hash of what a person sees: it differs as soon as something stands that would be changed otherwise."""
        said = repr([step.said() for step in self.steps])
        return hashlib.sha256(f"{self.unchanged}{said}{self.problems}".encode()).hexdigest()


def plan_of(spreadsheet: Spreadsheet, by: User) -> Plan:
    """What the spreadsheet would do if `by` imported it now. Raises Unreadable where it gives no rows."""
    table = read_table(spreadsheet.file.path, spreadsheet.sheet)
    plan = Plan(table, problems=list(table.problems))
    if any(problem.row == 0 for problem in plan.problems):
        return plan
    standing = Standing(spreadsheet.body, by, dates.today())
    standing.load(table.rows, list(_numbers(table)))
    founder = Founder(standing)
    seen: dict[object, int] = {}
    for row in table.rows:
        try:
            step = _step(row, standing, founder)
        except Wrong as wrong:
            plan.problems.append(Problem(row.number, wrong.column, str(wrong)))
            continue
        key = step.mandate.pk if step.mandate else step.new and step.new.key
        if (first := seen.setdefault(key, row.number)) != row.number:
            words = _("This is the same request as in row %(row)d. Delete one of the two.") % {"row": first}
            plan.problems.append(Problem(row.number, Column.ACTION, words))
            again = Plan(table)  # what else is wrong in the row is said too
            _compare(again, step, row, standing)
            plan.problems += again.problems
            continue
        _compare(plan, step, row, standing)
    plan.problems = sorted(dict.fromkeys(plan.problems), key=lambda problem: problem.row)
    return plan


def _numbers(table: Table) -> Iterator[str]:
    """The numbers of decisions that can be read; what is wrong with the others is said row by row."""
    for row in table.rows:
        try:
            yield decision_cited(row).number
        except Wrong:
            continue


def _compare(plan: Plan, step: Step, row: Row, standing: Standing) -> None:
    """The step is part of the plan, or counted as unchanged; what is wrong in any of its cells is said."""
    problems: list[Wrong] = []
    if step.new:
        step.wanted = wanted_of_new(row, step.new, standing, problems)
    else:
        now = cells_of(step.mandate, standing.shared)
        plan.kept += sum(1 for column in SAID if column in row.cells and row.text(column) == "" and now[column])
        step.differences, step.wanted = differences_of(row, step.mandate, now, standing, problems)
    plan.problems += [Problem(row.number, wrong.column, str(wrong)) for wrong in problems]
    if not problems and (step.new or step.differences):
        plan.steps.append(step)
    elif not problems:
        plan.unchanged += 1


def _step(row: Row, standing: Standing, founder: Founder) -> Step:
    """The mandate that the row means, or the new one. By its reference, else by decision, paragraph and action."""
    body = standing.body_of(row)
    if reference := row.text(Column.REFERENCE):
        mandate = _referred(reference, row, body, standing)
        _check_place(row, mandate)
        return Step(row.number, mandate)
    cited, label = decision_cited(row), label_cited(row)
    action = row.text(Column.ACTION)
    if not action:
        raise Wrong(Column.ACTION, _("Say what is asked, or fill in the column Reference."))
    decision = standing.decision_of(body, cited)
    paragraph = standing.paragraph_of(decision, label) if decision else None
    if paragraph and (mandate := _of_paragraph(standing.mandates.get(paragraph.pk, []), row, action)):
        return Step(row.number, mandate)
    return Step(row.number, new=founder.new(row, body, cited, decision, label, paragraph))


def _referred(reference: str, row: Row, body: Body, standing: Standing) -> Any:
    """The confirmed mandate of that reference: of the body of the row, or of a body that the person keeps."""
    found = [one for one in standing.by_reference.get(reference.lower(), []) if one.status not in UNCONFIRMED]
    of_body = [one for one in found if one.body_id == body.pk]
    found = of_body or ([] if row.text(Column.BODY) else found)
    if len(found) != 1:
        words = _("No mandate has the reference “%(cell)s”. Correct it; leave it empty for a new one.")
        if found:
            words = _("Several bodies have a mandate “%(cell)s”. Add the column Body.")
        raise Wrong(Column.REFERENCE, words % {"cell": reference[:80]})
    return found[0]


def _check_place(row: Row, mandate: Any) -> None:
    """Where the row names a decision or a paragraph besides its reference, they are those of the mandate."""
    decision: Decision = mandate.paragraph.decision
    if row.text(Column.RESOLUTION):
        cited = decision_cited(row)
        if slug_of(cited.number).lower() != decision.slug.lower() or cited.kind not in ("", decision.kind):
            words = _("The reference is of %(decision)s. Correct one of the two.") % {"decision": decision}
            raise Wrong(Column.RESOLUTION, words)
    label = label_cited(row) if row.text(Column.PARAGRAPH) else ()
    paragraph = mandate.paragraph
    if label and label not in (label_words(paragraph.label), label_words(f"{paragraph.part} {paragraph.label}")):
        words = _("The reference is of paragraph %(paragraph)s. Correct one of the two.") % {"paragraph": paragraph}
        raise Wrong(Column.PARAGRAPH, words)


def _of_paragraph(mandates: list[Any], row: Row, action: str) -> Any:
    """The mandate of the paragraph that asks the same; None where none does."""

    def same(text: str) -> str:
        return " ".join(plain(text).lower().split()).rstrip(" .;,")

    found = [one for one in mandates if same(one.action) == same(action)]
    if len(found) > 1 and (whom := row.text(Column.ADDRESSEE)):
        found = [one for one in found if "; ".join(a.name for a in one.addressees.all()).lower() == whom.lower()]
    if len(found) > 1:
        raise Wrong(Column.ACTION, _("Several mandates of this paragraph ask this. Fill in the column Reference."))
    if found and found[0].status in UNCONFIRMED:
        words = _("This is proposed, or declined, in the review of a report. Decide it there first.")
        raise Wrong(Column.ACTION, words)
    return found[0] if found else None
