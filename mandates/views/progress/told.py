"""What a reader is told of a mandate: its place in the text, the day of the text, what was released.

A `Told` carries nothing else of the mandate, so that no template can show an owner, a target or a status that nobody
released.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ctoctrack.lib import dates, written
from mandates import wording
from mandates.enums import NEVER_LATE, ActionType, Ledger, Status
from mandates.models import Mandate, Release
from mandates.querysets import MandateQuerySet, ReleaseQuerySet
from mandates.views.progress.reader import Reader
from sessions.models import Decision, Paragraph


@dataclass(frozen=True, slots=True)
class Said:
    """One release as its readers see it; withdrawn, its words and its status are gone."""

    released_on: dt.date
    text: str = ""
    language: str = ""
    status: str = ""
    withdrawn_on: dt.date | None = None
    was_line: bool = True  # or a status alone

    def get_status_display(self) -> str:
        return str(Status(self.status).label)


@dataclass(slots=True)
class Told:
    """What is told of one mandate."""

    name: str
    words: str  # cut from the paragraph's own
    url: str
    paragraph: int
    addressees: str
    of_states: bool
    due_on: dt.date | None = None  # by when it is to be done or sent in
    due: str = ""
    due_reason: str = ""
    not_recorded: str = ""
    lines: list[Said] = field(default_factory=list)  # the latest first
    status: Said | None = None
    withdrawn: list[Said] = field(default_factory=list)

    @property
    def line(self) -> Said | None:
        return self.lines[0] if self.lines else None

    @property
    def status_has_own_day(self) -> bool:
        """The status was released on another day than the line, or there is none."""
        return self.line is None or self.status is None or self.line.released_on != self.status.released_on

    @property
    def earlier(self) -> list[Said]:
        return self.lines[1:]

    @property
    def released_on(self) -> dt.date | None:
        """The day of the latest thing that is in force."""
        return max((said.released_on for said in (self.line, self.status) if said), default=None)

    @property
    def is_silent(self) -> bool:
        """There is nothing to say beside the words themselves."""
        return not (self.lines or self.status or self.withdrawn or self.due or self.of_states)


def anchor(paragraph: Paragraph) -> str:
    """The name of a paragraph on its decision's page: "o/i" is "o-i"."""
    return paragraph.path.replace("/", "-")


def decision_address(decision: Decision, keep: str = "") -> str:
    """The page of a decision; `keep` is the reader's query."""
    return reverse("mandates:progress-decision", args=[decision.body.slug, f"{decision.kind}s", decision.slug]) + keep


def paragraph_address(paragraph: Paragraph, keep: str = "") -> str:
    """The paragraph's place on its decision's page."""
    return f"{decision_address(paragraph.decision, keep)}#{anchor(paragraph)}"


def releases_for(reader: Reader) -> ReleaseQuerySet:
    """What the reader may read of confirmed mandates as of the day, withdrawn releases included, the latest first."""
    return (
        Release.objects.readable_by(reader.user)
        .filter(released_at__lte=reader.at, mandate__in=Mandate.objects.progress_visible_to(reader.user))
        .order_by("-released_at", "-pk")
    )


def said(release: Release) -> Said:
    """The release as its readers see it."""
    day = dates.day_of(release.released_at)
    if release.withdrawn_at:
        return Said(day, withdrawn_on=dates.day_of(release.withdrawn_at), was_line=bool(release.text))
    return Said(day, release.text, release.language, release.status)


def tell(mandates: MandateQuerySet, reader: Reader) -> list[Told]:
    """What the reader is told of those mandates that they may read of, in the order of the texts: three queries."""
    readable = mandates.progress_visible_to(reader.user)
    rows = (
        readable.select_related("paragraph__decision__body").prefetch_related("addressees").order_by("sort_key", "pk")
    )
    told = {mandate.pk: _of(mandate, reader) for mandate in rows}
    for release in releases_for(reader).filter(mandate__in=readable.order_by().values("pk")):
        of, words = told[release.mandate_id], said(release)
        if words.withdrawn_on:
            of.withdrawn.append(words)
            continue
        if words.text:
            of.lines.append(words)
        if words.status and of.status is None:
            of.status = words
    for of in told.values():
        _note_what_is_not_recorded(of, reader)
    return list(told.values())


def _of(mandate: Mandate, reader: Reader) -> Told:
    """The mandate's place and its day; nothing that needs a release."""
    told = Told(
        name=mandate.name,
        words=mandate.adopted_line,
        url=paragraph_address(mandate.paragraph, reader.keep),
        paragraph=mandate.paragraph_id,
        addressees=", ".join(addressee.name for addressee in mandate.addressees.all()),
        of_states=mandate.ledger == Ledger.STATES,
    )
    reason, code = wording.due_sentence(mandate.due_reason), (mandate.due_reason or {}).get("code", "none")
    if told.of_states:
        # What is only addressed to States has no day, whatever the text says of one.
        if mandate.action_type == ActionType.SUBMISSION and mandate.due_on:
            told.due_on = mandate.due_on
            told.due = _("to be sent in by %(day)s") % {"day": written.day(mandate.due_on)}
    elif mandate.due_on and code == "ongoing_until":
        told.due = _("continuing until %(day)s") % {"day": written.day(mandate.due_on)}
    elif mandate.due_on:
        told.due_on = mandate.due_on
        told.due = _("to be completed by %(day)s") % {"day": written.day(mandate.due_on)}
    elif code != "none":
        told.due = reason
    if told.due_on and code not in {"none", "date"}:
        told.due_reason = reason
    told.due = capfirst(told.due)
    return told


def _note_what_is_not_recorded(told: Told, reader: Reader) -> None:
    """Once the day of the text is over without a released status that ends it, that is said, of the reader's day.

    Nothing is ever held against States.
    """
    is_over = told.due_on is not None and told.due_on < reader.on and not told.of_states
    if is_over and (told.status is None or told.status.status not in NEVER_LATE):
        told.not_recorded = _("As at %(day)s no completion recorded.") % {"day": written.day(reader.on)}


def status_parts(told: Iterable[Told]) -> list[dict[str, Any]]:
    """The released statuses and how many have each, as the parts of a bar; what has none is not counted."""
    counts = Counter(of.status.status for of in told if of.status)
    return [{"status": code, "label": str(Status(code).label), "number": number} for code, number in counts.items()]


def by_paragraph(told: Iterable[Told]) -> dict[int, list[Told]]:
    """What is told, by the key of the paragraph."""
    found = defaultdict(list)
    for of in told:
        found[of.paragraph].append(of)
    return found
