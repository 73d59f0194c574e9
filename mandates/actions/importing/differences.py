"""What a row says otherwise than a mandate stands, and what it takes to make it so."""

from typing import Any

from django.utils.translation import gettext as _

from ctoctrack.accounts.models import Unit, User
from mandates.actions.correcting import DEADLINE
from mandates.actions.importing.founding import New
from mandates.actions.importing.rows import Row, Wrong
from mandates.actions.importing.standing import Standing
from mandates.actions.importing.values import NOTHINGS, deadline_of, parts_of, status_of
from mandates.actions.importing.wanted import Difference, Wanted
from mandates.actions.importing.ways import fill_needs, way_to
from mandates.actions.status import refusal
from mandates.enums import DeadlineKind, Ledger, Status
from mandates.proposals import body_noun
from mandates.table.cells import funding_words
from mandates.table.columns import Column

Cells = dict[Column, str]


def differences_of(
    row: Row, mandate: Any, now: Cells, standing: Standing, problems: list[Wrong]
) -> tuple[list[Difference], Wanted]:
    """What differs, and what is wanted; whatever is wrong is added to `problems`. An empty cell says nothing."""
    wanted, found = Wanted(), []
    said = {column: row.text(column) for column in row.cells}
    differing = {column: text for column, text in said.items() if text and text != now[column]}
    for column, text in differing.items():
        try:
            if _want(column, row, mandate, now, standing, wanted, differing):
                found.append(Difference(column, now[column], text))
        except Wrong as wrong:
            problems.append(wrong)
    return found, wanted


def _want(
    column: Column, row: Row, mandate: Any, now: Cells, standing: Standing, wanted: Wanted, differing: Cells
) -> bool:
    """Does the cell say something else, and not the same in other words? What it takes is added to `wanted`."""
    text = row.text(column)
    match column:
        case Column.IMPLEMENTATION:
            wanted.update = text
        case Column.RESOURCES:
            wanted.resources = resources_of(text, mandate.funding)
            return bool(wanted.resources != mandate.resources)
        case Column.EVIDENCE:
            wanted.symbols = _new_symbols(text, now[Column.EVIDENCE])
            return bool(wanted.symbols)
        case Column.OWNER | Column.UNIT:
            return _want_owner(column, row, mandate, standing, wanted)
        case Column.DEADLINE:
            return _want_deadline(row, mandate, wanted)
        case Column.ACTION if not row.text(Column.REFERENCE):
            return False  # by these words, in whatever case, the mandate was found
        case Column.ACTION:
            wanted.reading["action"] = text
        case Column.STATUS:
            _want_status(row, mandate, now, standing, wanted)
        case Column.AUTHORITY if Column.STATUS not in differing:
            words = _("An authority is named where a later decision ends a mandate: write the status beside it.")
            raise Wrong(column, words)
        case Column.AUTHORITY:
            return False  # told with the status
        case Column.ADDRESSEE:
            if [each.lower() for each in parts_of(text)] != [a.name.lower() for a in mandate.addressees.all()]:
                raise Wrong(column, _("Who is asked is corrected on the page of the mandate, not by a spreadsheet."))
            return False
        case _:  # what names the mandate was compared when it was found
            return False
    return True


def resources_of(text: str, funding: str) -> str:
    """What the office notes of resources: nothing where the cell repeats what the paragraph says of funding."""
    return "" if text in NOTHINGS or text == funding_words().get(funding, "") else text


def _new_symbols(text: str, there: str) -> list[str]:
    known = {symbol.lower() for symbol in parts_of(there)}
    if any(len(symbol) > 80 for symbol in parts_of(text)):
        raise Wrong(Column.EVIDENCE, _("A symbol is too long. Put a semicolon between several."))
    return [symbol for symbol in dict.fromkeys(parts_of(text)) if symbol.lower() not in known]


def _want_owner(column: Column, row: Row, mandate: Any, standing: Standing, wanted: Wanted) -> bool:
    if mandate.ledger == Ledger.STATES:
        raise Wrong(column, _("What is asked of States and others has no owner here. Leave the cell empty."))
    wanted.owner = owner_of(row, mandate.owner, mandate.unit, standing)
    return (mandate.owner, mandate.unit) != wanted.owner


def owner_of(row: Row, owner: User | None, unit: Unit | None, standing: Standing) -> tuple[User | None, Unit | None]:
    """Owner and unit as the row wants them, from those that are there now."""
    wanted = standing.person_of(row) if row.text(Column.OWNER) else owner
    named = standing.unit_of(row)
    if wanted is None:
        return None, named or unit
    if wanted == owner and named in (None, unit):
        return owner, unit
    units = standing.units_of(wanted)
    if named and named not in units:
        words = _("%(person)s does not work in %(unit)s.") % {"person": wanted, "unit": named}
        raise Wrong(Column.UNIT, words)
    if named or unit in units:
        return wanted, named or unit
    if len(units) != 1:
        words = _("%(person)s works in no unit, so cannot own it. Name somebody who does.")
        if units:
            words = _("%(person)s works in several units. Add the column Unit and name one.")
        raise Wrong(Column.OWNER, words % {"person": wanted})
    return wanted, units[0]


def _want_deadline(row: Row, mandate: Any, wanted: Wanted) -> bool:
    session = mandate.paragraph.decision.session
    new = deadline_of(row, session.ordinal if session else None, body_noun(mandate.body.root.name))
    # "31 March 2010" and "by 31 March 2010" are one day; before a session is another day than at it.
    words = {"deadline_text"} | ({"deadline_relation"} if new["deadline_kind"] == DeadlineKind.DATE else set())
    if all(getattr(mandate, name) == new[name] for name in DEADLINE if name not in words):
        return False
    wanted.reading |= new
    return True


def _want_status(row: Row, mandate: Any, now: Cells, standing: Standing, wanted: Wanted) -> None:
    if mandate.ledger == Ledger.STATES:
        raise Wrong(Column.STATUS, _("What is asked of States and others has no status. Leave the cell empty."))
    steps = way_to(row, mandate.status)
    for transition in steps[:1]:
        if sentence := refusal(transition, mandate, standing.by, standing.on):
            raise Wrong(Column.STATUS, sentence)
    has_proof = mandate.pk in standing.with_proof
    fill_needs(row, steps, wanted, has_proof=has_proof, words=now[Column.IMPLEMENTATION])
    if "authority" in {need for step in steps for need in step.needs}:
        wanted.authority = standing.authority_of(row, mandate.body.root, mandate.paragraph.decision.number)


def wanted_of_new(row: Row, new: New, standing: Standing, problems: list[Wrong]) -> Wanted:
    """What a new mandate shall have besides; whatever is wrong is added to `problems`."""
    wanted = Wanted(update=row.text(Column.IMPLEMENTATION))
    begins = (
        None if new.asked.ledger == Ledger.STATES else Status.TOOK_EFFECT if new.took_effect else Status.NOT_STARTED
    )
    for column in row.cells:
        try:
            if text := row.text(column):
                _want_of_new(column, text, row, new, begins, standing, wanted)
        except Wrong as wrong:
            problems.append(wrong)
    return wanted


def _want_of_new(
    column: Column, text: str, row: Row, new: New, begins: Status | None, standing: Standing, wanted: Wanted
) -> None:
    match column:
        case Column.RESOURCES:
            by_words = {word: code for code, word in funding_words().items()}
            wanted.funding = by_words.get(text.lower(), "")
            wanted.resources = "" if wanted.funding or text in NOTHINGS else text
        case Column.EVIDENCE:
            wanted.symbols = _new_symbols(text, "")
        case Column.OWNER | Column.UNIT if begins is None and text not in NOTHINGS:
            raise Wrong(column, _("What is asked of States and others has no owner here. Leave the cell empty."))
        case Column.OWNER | Column.UNIT if begins is not None:
            wanted.owner = owner_of(row, None, None, standing)
        case Column.DEADLINE:
            ordinal = new.session.ordinal if new.session else None
            wanted.reading |= deadline_of(row, ordinal, body_noun(new.body.root.name))
        case Column.STATUS if begins is None:
            raise Wrong(column, _("What is asked of States and others has no status. Leave the cell empty."))
        case Column.STATUS if status_of(row) != begins:
            fill_needs(row, way_to(row, begins), wanted, has_proof=False, words="")
            if "authority" in {need for step in wanted.steps for need in step.needs}:
                wanted.authority = standing.authority_of(row, new.body.root, new.number)
