"""New requests of a table: the decision and paragraph they hang on, and what is read in their words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from mandates.actions.importing.rows import Row, Wrong
from mandates.actions.importing.standing import Standing
from mandates.actions.importing.values import Cited, asked, codes_of_statuses, label_of, label_parts, parts_of
from mandates.actions.ledgers import Asked, ledger_of, parties_of
from mandates.actions.proposing import deadline_columns
from mandates.enums import Status
from mandates.models import Party
from mandates.proposals import body_noun
from mandates.table.columns import Column
from sessions.actions.paths import slug_of
from sessions.enums import SessionKind
from sessions.models import Body, Decision, Paragraph, Session


@dataclass(frozen=True, slots=True)
class New:
    """A mandate that is to be made. Without a decision or a paragraph, that is made too."""

    body: Body
    cited: str
    kind: str
    number: str
    session: Session | None
    decision: Decision | None
    label: tuple[str, ...]  # what tells it from others
    printed: str
    paragraph: Paragraph | None
    action: str
    addressees: tuple[str, ...]
    asked: Asked
    columns: dict[str, Any]  # verb, action_type, references, and the deadline that the words hold
    took_effect: bool

    @property
    def place(self) -> tuple[object, ...]:
        """The paragraph, whether it is there or not."""
        return (self.body.pk, self.kind, slug_of(self.number), self.label)

    @property
    def key(self) -> tuple[object, ...]:
        """Two rows with the same are one."""
        return (*self.place, " ".join(self.action.lower().split()), self.addressees)

    @property
    def name(self) -> str:
        """As people will cite it."""
        return f"{self.number} {self.printed}".strip()

    def said(self) -> tuple[object, ...]:
        """What tells it from another, for the hash of a plan."""
        there = (self.decision and self.decision.pk, self.paragraph and self.paragraph.pk)
        return (*self.key, there, self.asked.ledger, self.session and self.session.pk)


class Founder:
    """Makes `New` out of rows; the names and sessions of a body are read once."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._parties: dict[int, list[Party]] = {}
        self._sessions: dict[int, dict[int, Session]] = {}

    def new(
        self,
        row: Row,
        body: Body,
        cited: Cited,
        decision: Decision | None,
        label: tuple[str, ...],
        paragraph: Paragraph | None,
    ) -> New:
        """What the row asks, by the extraction where its words are those of a decision."""
        root = body.root
        session = decision.session if decision else self._session_of(root, cited.number)
        action = row.text(Column.ACTION)
        named = parts_of(row.text(Column.ADDRESSEE))
        candidate, is_own = asked(
            label_of(label),
            action,
            session.ordinal if session else None,
            body_noun(root.name),
            (named or ["Secretariat"])[0],
        )
        addressees = named or (list(candidate.addressees) if candidate and is_own else [])
        if any(len(name) > 500 for name in addressees):
            raise Wrong(Column.ADDRESSEE, _("A name is too long. Put a semicolon between several."))
        if root.pk not in self._parties:
            self._parties[root.pk] = parties_of(root)
        columns: dict[str, Any] = {"action_type": "implementation", "verb": ""}
        if candidate:
            columns = {
                "verb": candidate.verb[:40] if is_own else "",
                "action_type": candidate.action_type,
                "references": [{"text": each.text, "span": []} for each in candidate.references],
                **deadline_columns(candidate.deadline),
            }
        kind = decision.kind if decision else cited.kind or "decision"
        return New(
            body=body,
            cited=f"{kind} {cited.number}",
            kind=kind,
            number=decision.number if decision else cited.number,
            session=session,
            decision=decision,
            label=label,
            printed=label_of(label_parts(row.text(Column.PARAGRAPH))),
            paragraph=paragraph,
            action=action,
            addressees=tuple(addressees),
            asked=ledger_of(addressees, body, decision.group if decision else None, self._parties[root.pk]),
            columns=columns,
            took_effect=codes_of_statuses().get(row.text(Column.STATUS).lower()) == Status.TOOK_EFFECT,
        )

    def _session_of(self, root: Body, number: str) -> Session | None:
        """The session whose number a decision's number begins with, where the calendar has it: 5/1 is of the fifth."""
        if root.pk not in self._sessions:
            sessions = Session.objects.filter(body=root, kind=SessionKind.ORDINARY, part="").exclude(ordinal=None)
            self._sessions[root.pk] = {session.ordinal or 0: session for session in sessions}
        first = number.split("/")[0]
        return self._sessions[root.pk].get(int(first)) if first.isdecimal() and "/" in number else None
