"""What stands already of all that a table names, read in a few queries per CHUNK of rows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from ctoctrack.accounts.models import Unit, UnitMembership, User
from mandates.actions.importing.rows import Row, Wrong
from mandates.actions.importing.values import NOTHINGS, Cited, label_words
from mandates.models import Evidence, Mandate
from mandates.table.cells import CHUNK, names_of_several, with_cells
from mandates.table.columns import Column
from sessions.actions.paths import slug_of
from sessions.models import Body, Decision, Paragraph

PROOFS = ("symbol", "file")


def chunks(things: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """The things, `size` at a time: a database takes no list of any length."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


class Standing:
    """Bodies, decisions, paragraphs, mandates and people that the rows may mean; `by` is who imports."""

    def __init__(self, body: Body, by: User, on: dt.date) -> None:
        self.body, self.by, self.on = body, by, on
        kept = list(Body.objects.kept_by(by).select_related("parent"))
        self.bodies = {key: one for one in kept for key in (one.name.lower(), str(one).lower(), one.slug.lower())}
        self.shared = names_of_several()
        self.decisions: dict[tuple[int, str], list[Decision]] = {}
        self.paragraphs: dict[int, list[Paragraph]] = {}
        self.mandates: dict[int, list[Any]] = {}
        self.by_reference: dict[str, list[Any]] = {}
        self.with_proof: set[int] = set()
        self._people: dict[str, list[User]] = {}
        self._units: dict[str, Unit] = {}
        self._works_in: dict[int, list[Unit]] = {}
        self._cited: dict[tuple[int, str], Paragraph | None] = {}

    def load(self, rows: Sequence[Row], numbers: Iterable[str]) -> None:
        """What the rows name is read; `numbers` are those of their decisions."""
        keys = {body.pk for body in self.bodies.values()}
        decisions = Decision.objects.filter(body__in=keys).select_related("body__parent", "session", "group")
        for slugs in chunks(sorted({slug_of(number) for number in numbers})):
            for decision in decisions.filter(slug__in=slugs):
                self.decisions.setdefault((decision.body_id, decision.slug), []).append(decision)
        of_pk = {decision.pk: decision for many in self.decisions.values() for decision in many}
        for part in chunks(of_pk):
            for paragraph in Paragraph.objects.filter(decision__in=part).exclude(kind__in=["preamble", "quoted"]):
                paragraph.decision = of_pk[paragraph.decision_id]
                self.paragraphs.setdefault(paragraph.decision_id, []).append(paragraph)
        found: dict[int, Any] = {}
        mandates = with_cells(Mandate.objects.filter(body__in=keys)).select_related("body__parent", "reported_done_by")
        mandates = mandates.select_related("paragraph__decision__session").prefetch_related("contributors")
        mandates = mandates.defer("search_released", "search_internal")  # wide, and worked out anew
        references = {text for row in rows if (text := row.text(Column.REFERENCE))}
        for part in chunks(sorted(references)):
            found |= {mandate.pk: mandate for mandate in mandates.filter(reference__in=part)}
        for part in chunks(self._paragraphs_without_reference(rows, of_pk)):
            found |= {mandate.pk: mandate for mandate in mandates.filter(paragraph__in=part)}
        for mandate in found.values():
            self.mandates.setdefault(mandate.paragraph_id, []).append(mandate)
            if mandate.reference:
                self.by_reference.setdefault(mandate.reference.lower(), []).append(mandate)
        for part in chunks(found):
            proofs = Evidence.objects.filter(mandate__in=part, kind__in=PROOFS)
            self.with_proof |= set(proofs.values_list("mandate", flat=True))
        self._load_people(rows)

    def _paragraphs_without_reference(self, rows: Sequence[Row], decisions: dict[int, Decision]) -> list[int]:
        """Where rows without a reference may mean a mandate: with references alone, nowhere."""
        if all(row.text(Column.REFERENCE) for row in rows):
            return []
        return [paragraph.pk for pk in decisions for paragraph in self.paragraphs.get(pk, ())]

    def _load_people(self, rows: Sequence[Row]) -> None:
        named = {part for row in rows for part in _names(row.text(Column.OWNER))}
        if named:
            for person in User.objects.all():
                for key in {person.name.lower(), person.email}:
                    if key in named:
                        self._people.setdefault(key, []).append(person)
        self._units = {unit.name.lower(): unit for unit in Unit.objects.all()}
        for member in UnitMembership.objects.current(self.on).select_related("unit"):
            self._works_in.setdefault(member.user_id, []).append(member.unit)

    # What a cell means ---------------------------------------------------------------------------------------------
    def body_of(self, row: Row) -> Body:
        """The body of the row; that of the import where the row names none."""
        name = row.text(Column.BODY)
        if not name:
            return self.body
        found = self.bodies.get(name.lower())
        if found is None:
            words = _("“%(cell)s” is no body whose secretariat you are. Leave the cell empty for %(body)s.")
            raise Wrong(Column.BODY, words % {"cell": name[:80], "body": self.body})
        return found

    def decision_of(self, body: Body, cited: Cited) -> Decision | None:
        """The decision that is cited; None where it is new."""
        found = self.decisions.get((body.pk, slug_of(cited.number)), [])
        found = [one for one in found if not cited.kind or one.kind == cited.kind]
        if len(found) > 1:
            words = _("There is a decision %(number)s and a resolution %(number)s. Write “Decision %(number)s” or so.")
            raise Wrong(Column.RESOLUTION, words % {"number": cited.number})
        return found[0] if found else None

    def paragraph_of(self, decision: Decision, label: tuple[str, ...]) -> Paragraph | None:
        """The paragraph of that label; None where it is new."""
        rows = self.paragraphs.get(decision.pk, [])
        found = [one for one in rows if label_words(one.label) == label]
        found = found or [one for one in rows if one.part and label_words(f"{one.part} {one.label}") == label]
        if len(found) > 1:
            if label:
                words = _("Several paragraphs have this label. Write its part before it, for example II (a).")
            else:
                words = _("The decision has several paragraphs without a label. Fill in the column Reference.")
            raise Wrong(Column.PARAGRAPH, words)
        return found[0] if found else None

    def person_of(self, row: Row) -> User | None:
        """The owner of the row; None where it says that nobody is."""
        text = row.text(Column.OWNER)
        if text in NOTHINGS or text.lower() == "nobody":
            return None
        found = {person.pk: person for name in _names(text)[::-1][:1] for person in self._people.get(name, ())}
        active = [person for person in found.values() if person.is_active]
        if len(active) == 1:
            return active[0]
        if active:
            words = _("Several people are called “%(cell)s”. Write the e-mail address.")
        elif found:
            words = _("“%(cell)s” may no longer sign in. Name somebody else, or leave the cell empty.")
        else:
            words = _("Nobody here is called “%(cell)s”. Write the name as it is on the page, or the e-mail address.")
        raise Wrong(Column.OWNER, words % {"cell": text[:80]})

    def unit_of(self, row: Row) -> Unit | None:
        """The unit that the row names; None where it names none."""
        text = row.text(Column.UNIT)
        if not text:
            return None
        if text.lower() not in self._units:
            raise Wrong(Column.UNIT, _("There is no unit “%(cell)s”. Write its name as it is.") % {"cell": text[:80]})
        return self._units[text.lower()]

    def units_of(self, person: User) -> list[Unit]:
        """Where the person works today."""
        return self._works_in.get(person.pk, [])

    def authority_of(self, row: Row, root: Body, number: str) -> Paragraph:
        """The paragraph of a later decision that the row names; `number` is that of its own decision."""
        text = row.text(Column.AUTHORITY)
        if (key := (root.pk, text)) not in self._cited:
            cited, _space, label = text.partition(" ")
            rows = Paragraph.objects.filter(decision__body__in=[root, *root.groups.all()])
            rows = rows.filter(decision__slug=slug_of(cited)).exclude(kind="preamble").select_related("decision")
            self._cited[key] = next((one for one in rows if label_words(one.label) == label_words(label)), None)
        found = self._cited[key]
        if found is None or found.decision.number == number:
            words = _("No other decision here has a paragraph “%(cell)s”. Write it as it is cited: 5/1 (b).")
            raise Wrong(Column.AUTHORITY, words % {"cell": text[:80]})
        return found


def _names(text: str) -> list[str]:
    """What tells who is meant by "Name <address>": the name, then the address."""
    name, _angle, address = text.lower().partition("<")
    return [part for part in (name.strip(), address.strip(" >")) if part]
