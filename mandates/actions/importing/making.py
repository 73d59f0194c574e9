"""New requests of a table as confirmed mandates, with the decisions and paragraphs they hang on, chunk by chunk.

What each of them then has is what `reviewing.confirm` gives a proposal; a test holds it.
"""

import datetime as dt
from collections import defaultdict

from django.db.models import Max, prefetch_related_objects

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import next_notice
from mandates.actions.importing.founding import New
from mandates.actions.importing.plan import Step
from mandates.actions.importing.standing import chunks
from mandates.actions.proposing import sort_key
from mandates.actions.reviewing import reference_of
from mandates.actions.scheduling import calendar_of, schedule
from mandates.enums import ChangeKind, Ledger, Status
from mandates.models import Addressee, Change, Mandate
from mandates.scheduling import Calendar
from sessions.actions.paths import slug_of
from sessions.enums import ParagraphKind
from sessions.models import Body, Decision, Paragraph, ParagraphText

Place = tuple[object, ...]


class Maker:
    """Makes what the steps of a plan name and nobody has yet."""

    def __init__(self, by: User, at: dt.datetime) -> None:
        self._by, self._at, self._on = by, at, dates.day_of(at)
        self._calendars: dict[int, Calendar] = {}

    def make(self, steps: list[Step], reasons: dict[int, str]) -> None:
        """Each step has its mandate, confirmed; `reasons` by row stand in the history."""
        decisions = make_decisions([step.new for step in steps if step.new])
        paragraphs = make_paragraphs([step.new for step in steps if step.new], decisions)
        for part in chunks(steps):
            news = [step.new for step in part if step.new]
            mandates = self._mandates(part, [paragraphs[new.place] for new in news])
            Mandate.objects.bulk_create(mandates)
            Addressee.objects.bulk_create(
                Addressee(mandate=mandate, position=place, name=name)
                for mandate, new in zip(mandates, news, strict=True)
                for place, name in enumerate(new.addressees)
            )
            Change.objects.bulk_create(
                Change(
                    mandate=step.mandate,
                    kind=ChangeKind.CONFIRMED,
                    new=step.mandate.status or "",
                    reason=reasons[step.row],
                    params={"ledger": step.mandate.ledger},
                    by=self._by,
                    at=self._at,
                )
                for step in part
            )

    def _mandates(self, steps: list[Step], paragraphs: list[Paragraph]) -> list[Mandate]:
        """The mandates of a chunk, with the next numbers of their paragraphs; not saved."""
        last = Mandate.objects.filter(paragraph__in=[paragraph.pk for paragraph in paragraphs]).order_by()
        highest = {pk: (n, p) for pk, n, p in last.values_list("paragraph").annotate(Max("number"), Max("position"))}
        prefetch_related_objects(paragraphs, "texts")
        made: list[Mandate] = []
        for step, paragraph in zip(steps, paragraphs, strict=True):
            number, position = highest.get(paragraph.pk, (0, -1))
            highest[paragraph.pk] = number, position = (number or 0) + 1, position + 1
            step.mandate = self._mandate(step, paragraph, position)
            step.mandate.number = number
            made.append(step.mandate)
        self._refer(made, highest)
        for step, mandate in zip(steps, made, strict=True):
            mandate.search_released = mandate.search_internal = _words(mandate, step.new)
        return made

    def _refer(self, mandates: list[Mandate], highest: dict[int, tuple[int, int]]) -> None:
        """Each has a reference that no other of its body has: "(p)(2)" and a second "(p)" would share one."""
        wanted = {reference_of(mandate, mandate.number or 1) for mandate in mandates}
        rows = Mandate.objects.filter(body__in={mandate.body_id for mandate in mandates}, reference__in=wanted)
        taken = set(rows.values_list("body", "reference"))

        def is_taken(mandate: Mandate, number: int) -> bool:
            reference = reference_of(mandate, number)
            there = Mandate.objects.filter(body=mandate.body_id, reference=reference)
            return (mandate.body_id, reference) in taken or (number != mandate.number and there.exists())

        for mandate in mandates:
            number = mandate.number or 1
            while is_taken(mandate, number):
                most, position = highest[mandate.paragraph_id]
                number = most + 1
                highest[mandate.paragraph_id] = number, position
            mandate.number, mandate.reference = number, reference_of(mandate, number)
            taken.add((mandate.body_id, mandate.reference))

    def _mandate(self, step: Step, paragraph: Paragraph, position: int) -> Mandate:
        new, wanted = step.new, step.wanted
        assert new is not None  # noqa: S101  only steps with something new come here
        ledger = new.asked.ledger
        begins = Status.TOOK_EFFECT if new.took_effect else Status.NOT_STARTED
        mandate = Mandate(
            body=new.body,
            paragraph=paragraph,
            position=position,
            sort_key=sort_key(paragraph, position),
            action=new.action,
            takes_effect=new.took_effect,
            spans={"action": None},  # the office's words: readers outside are shown the paragraph's own alone
            funding=wanted.funding or "",
            resources=wanted.resources or "",
            status=None if ledger == Ledger.STATES else begins,
            ledger=ledger,
            group=paragraph.decision.group,
            asked_body=new.asked.body if ledger == Ledger.CONFERENCE else None,
            confirmed_on=self._on,
            notices_from=self._on,
            touched_on=self._on,
            **{**new.columns, **wanted.reading},
        )
        schedule(mandate, self._calendar(new.body.root), self._on)
        mandate.next_notice_on = next_notice(mandate, self._on - dt.timedelta(days=1))
        return mandate

    def _calendar(self, root: Body) -> Calendar:
        if root.pk not in self._calendars:
            self._calendars[root.pk] = calendar_of(root)
        return self._calendars[root.pk]


def _words(mandate: Mandate, new: New | None) -> str:
    """What a search finds it by: nobody has written anything of their own yet."""
    texts: list[ParagraphText] = list(mandate.paragraph.texts.all())
    named = new.addressees if new else ()
    words = [mandate.reference, mandate.name, mandate.paragraph.decision.title, *(text.text for text in texts), *named]
    return "\n".join(filter(None, words))


def make_decisions(news: list[New]) -> dict[Place, Decision]:
    """The decision of each; a new one stands after those that its body has."""
    found: dict[Place, Decision] = {}
    new: dict[Place, Decision] = {}
    last: dict[int, int] = {}
    for it in news:
        key = it.place[:3]
        if it.decision:
            found[key] = it.decision
        elif key not in new:
            if it.body.pk not in last:
                highest = Decision.objects.filter(body=it.body).aggregate(last=Max("position"))["last"]
                last[it.body.pk] = -1 if highest is None else highest
            last[it.body.pk] += 1
            columns = {"body": it.body, "session": it.session, "kind": it.kind, "number": it.number}
            new[key] = Decision(slug=slug_of(it.number), position=last[it.body.pk], **columns)
    Decision.objects.bulk_create(new.values())
    return found | new


def make_paragraphs(news: list[New], decisions: dict[Place, Decision]) -> dict[Place, Paragraph]:
    """The paragraph of each; a new one has no words: only a report has those that were adopted."""
    found: dict[Place, Paragraph] = {}
    new: dict[Place, Paragraph] = {}
    last: dict[int, int] = defaultdict(lambda: -1)
    taken: set[tuple[int, str]] = set()
    for part in chunks({decision.pk for decision in decisions.values()}):
        there = Paragraph.objects.filter(decision__in=part).order_by()
        for pk, position, path in there.values_list("decision", "position", "path"):
            last[pk] = max(last[pk], position)
            taken.add((pk, path))
    for it in news:
        if it.paragraph:
            found[it.place] = it.paragraph
        elif it.place not in new:
            decision = decisions[it.place[:3]]
            last[decision.pk] += 1
            new[it.place] = Paragraph(
                decision=decision,
                position=last[decision.pk],
                label=it.printed[:60],
                path=_free("/".join(it.label)[:70] or "p", decision.pk, taken),
                kind=ParagraphKind.OPERATIVE,
            )
    Paragraph.objects.bulk_create(new.values())
    return found | new


def _free(path: str, decision: int, taken: set[tuple[int, str]]) -> str:
    """The path, or with the next number where the decision has it."""
    free, number = path, 1
    while (decision, free) in taken:
        number += 1
        free = f"{path}-{number}"
    taken.add((decision, free))
    return free
