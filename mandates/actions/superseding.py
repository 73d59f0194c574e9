"""What repeats, renews or overtakes an open mandate: found on import, decided by a person, never by itself."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.assigning import set_waiting
from mandates.actions.facts import Refused, record
from mandates.actions.status import Given, change_status
from mandates.enums import OPEN, ChangeKind, RepeatState, Status
from mandates.extraction.likeness import Citation, citations, likeness, stems
from mandates.models import Addressee, Mandate, Repeat
from sessions.actions.paths import slug_of
from sessions.enums import TextVersion
from sessions.models import Report

ALIKE = 50  # from this likeness on two requests are shown side by side
MANY = 100  # that are kept while the likest are looked for
MOST = 5  # open mandates that are shown beside one new request, the likest
# How a superseded mandate comes back to where it stood; whatever else it was, it is in progress again.
BACK = {Status.NOT_STARTED: "stop", Status.CONTINUING: "continue", Status.OVERTAKEN: "consider-overtaken"}

Found = dict[int, tuple[int, dict[str, object]]]  # key of an open mandate -> likeness, why


@transaction.atomic
def find_repeats(report: Report, *, at: dt.datetime | None = None) -> int:
    """Every open mandate that a proposal of the report may repeat stands beside it; what was decided stays decided.

    The work follows the new requests: of the open mandates of the body those of the same type and addressee are read
    once, by their words, and those of decisions that are cited.
    """
    proposals = Mandate.objects.proposed().filter(paragraph__decision__report=report)
    later = list(proposals.select_related("paragraph__chapeau").prefetch_related("addressees", "paragraph__texts"))
    found: dict[int, Found] = defaultdict(dict)
    _by_words(report, later, found)
    _by_citations(report, later, found)
    rows = [
        Repeat(later_id=key, earlier_id=earlier, likeness=alike, why=why, found_at=at or dates.now())
        for key, of_one in found.items()
        for earlier, (alike, why) in _likest(of_one)
    ]
    known = set(Repeat.objects.filter(later__in=found).values_list("later", "earlier"))
    new = [row for row in rows if (row.later_id, row.earlier_id) not in known]
    Repeat.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _likest(of_one: Found) -> list[tuple[int, tuple[int, dict[str, object]]]]:
    """The few that are shown: what is cited before words that are alike, the likest first, of these the latest."""
    ranked = sorted(of_one.items(), key=lambda each: (each[1][1]["code"] != "cited", -each[1][0], -each[0]))
    return ranked[:MOST]


def _names(mandate: Mandate) -> set[str]:
    return {addressee.name.lower() for addressee in mandate.addressees.all()}


def _by_words(report: Report, later: list[Mandate], found: dict[int, Found]) -> None:
    """Open mandates of the same type and an addressee in common, whose words are alike."""
    words = [stems(mandate.action) for mandate in later]
    asked: dict[tuple[str, str], set[int]] = defaultdict(set)  # type and addressee -> places in `later`
    where: dict[str, list[int]] = defaultdict(list)  # word -> places in `later`
    for place, mandate in enumerate(later):
        for name in _names(mandate):
            asked[mandate.action_type, name].add(place)
        for word in words[place]:
            where[word].append(place)
    if not asked:
        return
    printed = {name for mandate in later for one in mandate.addressees.all() for name in _cases(one.name)}
    rows = Addressee.objects.filter(
        mandate__body=report.body,
        mandate__status__in=sorted(OPEN),
        mandate__action_type__in={kind for kind, _name in asked},
        name__in=printed,
    ).exclude(mandate__paragraph__decision__report=report)
    # What a draft asked is no earlier request: it is carried over to what was adopted.
    rows = rows.exclude(mandate__paragraph__decision__version=TextVersion.DRAFT)
    for pk, kind, name, action in (
        rows.order_by().values_list("mandate", "mandate__action_type", "name", "mandate__action").iterator()
    ):
        fits = asked.get((kind, name.lower()))
        if not fits:
            continue
        own = stems(action)
        shared = Counter(place for word in own for place in where.get(word, ()))
        for place, count in shared.items():
            if count > 1 and place in fits and (alike := likeness(words[place], own)) >= ALIKE:
                of_one = found[later[place].pk]
                of_one[pk] = (alike, {"code": "words", "words": sorted(words[place] & own)[:12]})
                if len(of_one) > MANY:
                    found[later[place].pk] = dict(_likest(of_one))


def _cases(name: str) -> Iterable[str]:
    """How a text can print the same name."""
    return (name, name.lower(), name[:1].upper() + name[1:], name.title())


def _by_citations(report: Report, later: list[Mandate], found: dict[int, Found]) -> None:
    """Open mandates of a cited paragraph; of a decision cited as a whole those of the same type and addressee."""
    cited: dict[str, list[tuple[Mandate, Citation]]] = defaultdict(list)
    for mandate in later:
        paragraphs = [one for one in (mandate.paragraph, mandate.paragraph.chapeau) if one]
        text = "\n".join(one.words.text for one in paragraphs if one.words)
        for citation in citations(text, [each["text"] for each in mandate.references]):
            cited[slug_of(citation.number)].append((mandate, citation))
    if not cited:
        return
    rows = Mandate.objects.open().filter(body=report.body, paragraph__decision__slug__in=cited)
    rows = rows.exclude(paragraph__decision__report=report).select_related("paragraph__decision")
    for earlier in rows.prefetch_related("addressees"):
        decision, path = earlier.paragraph.decision, tuple(earlier.paragraph.path.lower().split("/"))
        for mandate, citation in cited[decision.slug]:
            if citation.kind != decision.kind:
                continue
            is_same = mandate.action_type == earlier.action_type and bool(_names(mandate) & _names(earlier))
            if citation.label == path if citation.label else is_same:
                alike = likeness(stems(mandate.action), stems(earlier.action))
                found[mandate.pk][earlier.pk] = (alike, {"code": "cited", "reference": citation.text})


# What a person says of it -------------------------------------------------------------------------------------------
def _decide(repeat: Repeat, old: Iterable[str], new: str, *, by: User, at: dt.datetime, **columns: object) -> None:
    """The pair is in its new state where it still was in one of the old; only one of several people does it."""
    ours = Repeat.objects.filter(pk=repeat.pk, state__in=list(old))
    if ours.update(state=new, by=by, at=at, **columns) != 1:
        raise Refused(_("Somebody decided this in the meantime. Look again."))
    for name, value in {"state": new, "by": by, "at": at, **columns}.items():
        setattr(repeat, name, value)


def _tell(repeat: Repeat, did: str, *, by: User, at: dt.datetime) -> None:
    """Both have it in their history; the earlier one not of a proposal, of which its owner does not know."""
    for mandate, other, is_later in ((repeat.later, repeat.earlier, True), (repeat.earlier, repeat.later, False)):
        if is_later or repeat.later.is_confirmed:
            told: dict[str, Any] = {"did": did, "other": str(other), "is_later": is_later}
            record(mandate, ChangeKind.RELATED, by=by, at=at, new=other.pk, **told)


@transaction.atomic
def link(repeat: Repeat, *, by: User, at: dt.datetime | None = None) -> None:
    """The two are related: the new one follows from the earlier, and both go on."""
    at = at or dates.now()
    _decide(repeat, [RepeatState.OFFERED], RepeatState.LINKED, by=by, at=at)
    _tell(repeat, "linked", by=by, at=at)


@transaction.atomic
def ignore(repeat: Repeat, *, by: User, at: dt.datetime | None = None) -> None:
    """The two have nothing to do with one another; they are not shown side by side again."""
    _decide(repeat, [RepeatState.OFFERED], RepeatState.IGNORED, by=by, at=at or dates.now())


@transaction.atomic
def supersede(repeat: Repeat, *, by: User, at: dt.datetime | None = None) -> None:
    """The earlier mandate is superseded on the authority of the new paragraph, once the new one is confirmed."""
    at = at or dates.now()
    later, earlier = repeat.later, repeat.earlier
    if not later.is_confirmed:
        raise Refused(_("Confirm the new request first: only a mandate takes the place of another."))
    before = {"status": earlier.status, "waiting_for": earlier.waiting_for, "waiting_basis": earlier.waiting_basis}
    sources = [RepeatState.OFFERED, RepeatState.LINKED]
    _decide(repeat, sources, RepeatState.SUPERSEDES, by=by, at=at, before=before)
    change_status(earlier, "supersede", by=by, given=Given(authority=later.paragraph), at=at)


@transaction.atomic
def undo(repeat: Repeat, *, by: User, at: dt.datetime | None = None) -> None:
    """The pair is to be decided again, and a superseded mandate stands where it stood.

    What was reported done, or partly, is in progress: a report and its verification are people's own words.
    """
    at, was = at or dates.now(), repeat.state
    if was == RepeatState.OFFERED:
        return
    _decide(repeat, [was], RepeatState.OFFERED, by=by, at=at)
    if was == RepeatState.LINKED:
        _tell(repeat, "unlinked", by=by, at=at)
    if was == RepeatState.SUPERSEDES:
        _bring_back(repeat, by=by, at=at)


def _bring_back(repeat: Repeat, *, by: User, at: dt.datetime) -> None:
    earlier, before = repeat.earlier, repeat.before
    if earlier.status != Status.SUPERSEDED or earlier.superseded_by_id != repeat.later.paragraph_id:
        raise Refused(_("Something else became of %(mandate)s since. Change it on its page.") % {"mandate": earlier})
    reason = Given(words=_("It is not superseded by %(paragraph)s.") % {"paragraph": repeat.later.paragraph})
    change_status(earlier, "reopen", by=by, given=reason, at=at)
    if name := BACK.get(before.get("status")):
        change_status(earlier, name, by=by, given=reason, at=at)
    if before.get("waiting_for"):
        set_waiting(
            earlier, before["waiting_for"], by=by, was="", basis=before.get("waiting_basis") or reason.words, at=at
        )
