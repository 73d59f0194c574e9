"""Writes what a plan says: new decisions, paragraphs and mandates, then each change by the action that makes it."""

import datetime as dt
from typing import Any

from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.assigning import assign
from mandates.actions.correcting import correct, seen_of
from mandates.actions.facts import claim, record, touch
from mandates.actions.importing.founding import New
from mandates.actions.importing.plan import Step
from mandates.actions.importing.standing import chunks
from mandates.actions.importing.values import label_of
from mandates.actions.ledgers import parties_of
from mandates.actions.proposing import sort_key
from mandates.actions.reviewing import confirm
from mandates.actions.scheduling import calendar_of
from mandates.actions.status import Given, change_status
from mandates.actions.updating import add_evidence, add_update
from mandates.enums import ChangeKind, Status
from mandates.models import Addressee, Mandate, Party
from mandates.scheduling import Calendar
from sessions.actions.paths import slug_of
from sessions.enums import ParagraphKind
from sessions.models import Body, Decision, Paragraph

Place = tuple[object, ...]


class Writer:
    """Does the steps of one plan, by one person, at one moment; `source` is the name of the file."""

    def __init__(self, by: User, at: dt.datetime, source: str) -> None:
        self._by, self._at, self._source = by, at, source
        self._calendars: dict[int, Calendar] = {}
        self._parties: dict[int, list[Party]] = {}

    def reason(self, step: Step) -> str:
        """Where a change comes from, for the history."""
        return _("From the spreadsheet “%(name)s”, row %(row)d.") % {"name": self._source, "row": step.row}

    # What is new ----------------------------------------------------------------------------------------------------
    def make(self, steps: list[Step]) -> None:
        """Each new request is a confirmed mandate, with what it hangs on."""
        paragraphs = self._paragraphs(steps, self._decisions(steps))
        positions: dict[int, int] = {}
        for part in chunks(paragraph.pk for paragraph in paragraphs.values()):
            last = (
                Mandate.objects.filter(paragraph__in=part).order_by().values_list("paragraph").annotate(Max("position"))
            )
            positions |= {pk: position + 1 for pk, position in last}
        for part in chunks(steps):
            made: list[tuple[Mandate, tuple[int, str]]] = []
            for step in part:
                new = step.new
                if new is None:
                    continue
                paragraph = paragraphs[new.place]
                position = positions.get(paragraph.pk, 0)
                positions[paragraph.pk] = position + 1
                step.mandate = self._mandate(step, new, paragraph, position)
                made += [(step.mandate, name) for name in enumerate(new.addressees)]
            Mandate.objects.bulk_create([step.mandate for step in part])
            Addressee.objects.bulk_create(
                Addressee(mandate=mandate, position=place, name=name) for mandate, (place, name) in made
            )
        for step in steps:
            body: Body = step.mandate.body
            root = body.root
            if root.pk not in self._calendars:
                self._calendars[root.pk], self._parties[root.pk] = calendar_of(root), parties_of(root)
            calendar, parties = self._calendars[root.pk], self._parties[root.pk]
            confirm(step.mandate, by=self._by, at=self._at, calendar=calendar, parties=parties)

    def _mandate(self, step: Step, new: New, paragraph: Paragraph, position: int) -> Mandate:
        wanted = step.wanted
        columns = {**new.columns, **wanted.reading}
        columns.setdefault("references", [])
        return Mandate(
            body=new.body,
            paragraph=paragraph,
            position=position,
            sort_key=sort_key(paragraph, position),
            action=new.action,
            takes_effect=new.took_effect,
            funding=wanted.funding or "",
            resources=wanted.resources or "",
            status=Status.PROPOSED,
            touched_on=dates.day_of(self._at),
            **columns,
        )

    def _decisions(self, steps: list[Step]) -> dict[Place, Decision]:
        """The decision of each step; new ones stand after those of their body and session."""
        found: dict[Place, Decision] = {}
        new: dict[Place, Decision] = {}
        for it in (step.new for step in steps if step.new):
            key = it.place[:3]
            if it.decision:
                found[key] = it.decision
            elif key not in new:
                place = len(new) + Decision.objects.filter(body=it.body).count() if not new else len(new)
                new[key] = Decision(
                    body=it.body,
                    session=it.session,
                    kind=it.kind,
                    number=it.number,
                    slug=slug_of(it.number),
                    position=place,
                )
        Decision.objects.bulk_create(new.values())
        return found | new

    def _paragraphs(self, steps: list[Step], decisions: dict[Place, Decision]) -> dict[Place, Paragraph]:
        """The paragraph of each step; a new one has no words: only a report has those that were adopted."""
        found: dict[Place, Paragraph] = {}
        new: dict[Place, Paragraph] = {}
        keys = {decision.pk for decision in decisions.values()}
        last: dict[int, int] = {}
        taken: set[tuple[int, str]] = set()
        for part in chunks(keys):
            for pk, position, path in Paragraph.objects.filter(decision__in=part).values_list(
                "decision", "position", "path"
            ):
                last[pk] = max(last.get(pk, -1), position)
                taken.add((pk, path))
        for it in (step.new for step in steps if step.new):
            if it.paragraph:
                found[it.place] = it.paragraph
            elif it.place not in new:
                decision = decisions[it.place[:3]]
                last[decision.pk] = last.get(decision.pk, -1) + 1
                path = _free("/".join(it.label)[:70] or "p", decision.pk, taken)
                new[it.place] = Paragraph(
                    decision=decision,
                    position=last[decision.pk],
                    label=label_of(it.label)[:60],
                    path=path,
                    kind=ParagraphKind.OPERATIVE,
                )
        Paragraph.objects.bulk_create(new.values())
        return found | new

    # What changes ---------------------------------------------------------------------------------------------------
    def change(self, step: Step) -> None:
        """The mandate is as the row wants it. Refused, or Conflict, where that cannot be."""
        mandate, wanted, by, at = step.mandate, step.wanted, self._by, self._at
        reason = self.reason(step)
        if step.new is None and wanted.reading:
            correct(mandate, wanted.reading, by=by, seen=seen_of(mandate), reason=reason, at=at)
        if step.new is None and wanted.resources is not None:
            note_resources(mandate, wanted.resources, by=by, at=at, reason=reason)
        if wanted.owner is not None and wanted.owner != (mandate.owner, mandate.unit):
            assign(mandate, *wanted.owner, by=by, was=mandate.owner_id, reason=reason, at=at)
        for symbol in wanted.symbols:
            add_evidence(mandate, by=by, symbol=symbol, at=at)
        says_outcome = any("outcome" in transition.needs for transition in wanted.steps)
        if wanted.update and not says_outcome:  # else the status writes it
            add_update(mandate, wanted.update, by=by, language=get_language() or "en", at=at)
        for transition in wanted.steps:
            words = wanted.words if {"outcome", "note", "left"} & set(transition.needs) else reason
            given = Given(words=words, authority=wanted.authority)
            change_status(mandate, transition.name, by=by, was=mandate.status, given=given, at=at)


def _free(path: str, decision: int, taken: set[tuple[int, str]]) -> str:
    """The path, or with the next number where the decision has it."""
    free, number = path, 1
    while (decision, free) in taken:
        number += 1
        free = f"{path}-{number}"
    taken.add((decision, free))
    return free


def note_resources(mandate: Any, text: str, *, by: User, at: dt.datetime, reason: str = "") -> None:
    """What the office notes of resources is `text`, internal; recorded as a correction."""
    old = mandate.resources
    if text == old:
        return
    claim(mandate, {"resources": old}, resources=text)
    told: dict[str, Any] = {
        "did": "noted",
        "fields": ["resources"],
        "was": {"resources": old},
        "now": {"resources": text},
    }
    record(mandate, ChangeKind.TEXT, by=by, at=at, old=old[:200], new=text[:200], reason=reason, **told)
    touch(mandate, at)
