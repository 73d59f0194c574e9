"""The demonstration is written: reference data as an administrator would enter it, everything else by the actions."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import transaction

from ctoctrack.accounts.models import Administrator, Unit, UnitMembership, User
from ctoctrack.lib import dates
from mandates.actions.assigning import assign, set_waiting
from mandates.actions.mapping import map_statement
from mandates.actions.naming import name_parties
from mandates.actions.releasing import Draft, ask_withdrawal, release, withdraw
from mandates.actions.reviewing import choose_group, confirm, decline
from mandates.actions.scheduling import move_target
from mandates.actions.status import Given, change_status
from mandates.actions.updating import add_evidence, add_update
from mandates.demonstration import bodies, harbour, people
from mandates.models import Change, Mandate
from sessions.actions.reading import read_report
from sessions.actions.receiving import receive_report
from sessions.enums import Fate
from sessions.models import Body, Decision, Delegation, Membership, Paragraph, Report, Session, StatedParagraph

SINCE = dt.date(2007, 1, 1)  # since when everybody is what they are
TRANSITIONS = {
    "start": "start",
    "continue": "continue",
    "done": "report-done",
    "verify": "verify",
    "partly": "verify-partly",
}


class Office:
    """The people and units of the demonstration, by key."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.people: dict[str, User] = {}
        self.unit_of: dict[str, Unit] = {}
        for key, name, parent in people.UNITS:
            self.units[key] = Unit.objects.create(name=name, parent=self.units[parent] if parent else None)
        for key, name, unit, role in people.PEOPLE:
            person = User.objects.create_user(people.address(key), None, name=name)
            self.people[key] = person
            if unit and role:
                self.unit_of[key] = self.units[unit]
                UnitMembership.objects.create(user=person, unit=self.units[unit], role=role, since=SINCE)
        Administrator.objects.create(user=self.people["administrator"], since=SINCE)


def moment(day: str, number: int = 0) -> dt.datetime:
    """Half past nine on that day in the zone of deadlines, and `number` minutes."""
    return dates.start_of(dt.date.fromisoformat(day)) + dt.timedelta(hours=9, minutes=30 + number)


@transaction.atomic
def load() -> None:
    """Both conferences stand in an empty database, all of it or nothing."""
    office = Office()
    for conference in bodies.CONFERENCES:
        make_body(conference, office)
    live_through(read(bodies.HARBOUR, office, at=moment(harbour.RECEIVED)), office)
    take_over(read(bodies.CTOC, office, at=dates.now()), office)
    # People heard of these on their day; what happened since the last Monday is news to them.
    Change.objects.filter(at__lt=moment("2008-11-24")).update(looked_at=True)


def make_body(conference: bodies.Conference, office: Office) -> None:
    """The conference with its groups, sessions, names and members."""
    root = Body.objects.create(
        slug=conference.slug,
        name=conference.name,
        short_name=conference.short_name,
        office=conference.office,
        symbol=conference.symbol,
        is_open=conference.is_open,
        notice=conference.notice,
    )
    own = {root.slug: root}
    for slug, name, short_name, kind, established_by, chair in conference.groups:
        own[slug] = Body.objects.create(
            slug=slug,
            name=name,
            short_name=short_name,
            kind=kind,
            parent=root,
            office=root.office,
            established_by=established_by,
            chair=chair,
        )
    for body, slug, kind, number, name, place, first, last in conference.sessions:
        Session.objects.create(
            body=own[body],
            slug=slug,
            kind=kind,
            ordinal=int(number),
            name=name,
            place=place,
            starts_on=dt.date.fromisoformat(first) if first else None,
            ends_on=dt.date.fromisoformat(last) if last else None,
        )
    name_parties(root, [(name, ledger, own.get(body)) for name, ledger, body in conference.parties])
    sent = {
        key: Delegation.objects.create(body=root, state=state, name=name) for key, state, name in conference.delegations
    }
    for key, role, delegation in conference.memberships:
        Membership.objects.create(
            user=office.people[key], body=root, role=role, delegation=sent.get(delegation), since=SINCE
        )


def read(conference: bodies.Conference, office: Office, *, at: dt.datetime) -> Report:
    """The sample report of the conference was received and read, and a group follows each decision that has one."""
    body = Body.objects.get(slug=conference.slug)
    content = (settings.BASE_DIR / "sample" / conference.report).read_bytes()
    report, _new = receive_report(body, conference.report, content, by=office.people["documents"], at=at)
    read_report(report, at=at)
    if report.failure:
        raise RuntimeError(f"{conference.report} could not be read: {report.failure}")
    for number, slug in conference.followed_by:
        decision = Decision.objects.get(body=body, number=number)
        choose_group(decision, Body.objects.get(slug=slug), by=office.people["documents"], at=at)
    return report


def proposals(report: Report) -> Iterator[Mandate]:
    """What was read, in the order of the text."""
    found = Mandate.objects.proposed().filter(paragraph__decision__report=report)
    yield from found.for_rows().prefetch_related("addressees", "paragraph__texts").order_by("sort_key")


def take_over(report: Report, office: Office) -> None:
    """The UNTOC Conference: everything confirmed, everything with an owner, nothing begun."""
    at, secretary = dates.now(), office.people["secretary"]
    owners = {number: (office.people[person], office.units[unit]) for number, person, unit in bodies.CTOC_OWNERS}
    for mandate in proposals(report):
        confirm(mandate, by=secretary, at=at)
        if mandate.is_open:
            owner, unit = owners[mandate.paragraph.decision.number]
            assign(mandate, owner, unit, by=secretary, was=None, at=at)


def find(report: Report, decision: str, path: str, begins: str) -> Mandate:
    """The one mandate of the report at that place whose action begins so; LookupError where there is none, or two."""
    found = [
        mandate
        for mandate in Mandate.objects.filter(
            paragraph__decision__report=report, paragraph__decision__number=decision, paragraph__path=path
        )
        if mandate.action.lower().startswith(begins.lower())
    ]
    if len(found) != 1:
        raise LookupError(f"{decision} {path} “{begins}”: {len(found)} mandates, not one")
    return found[0]


def live_through(report: Report, office: Office) -> None:
    """The Conference on Harbour Safety: confirmed, assigned, and a year lived through, day after day."""
    secretary, head = office.people["secretary"], office.people["head"]
    for decision, path, begins, reason in harbour.NO_MANDATES:
        decline(find(report, decision, path, begins), by=secretary, reason=reason, at=moment(harbour.DECLINED))
    for mandate in proposals(report):
        if (mandate.paragraph.decision.number, mandate.paragraph.path) not in harbour.LEFT_TO_REVIEW:
            confirm(mandate, by=secretary, at=moment(harbour.CONFIRMED, 10))
    draft, label, fate, path = harbour.TRACED
    stated = StatedParagraph.objects.get(statement__report=report, statement__draft=draft, label=label)
    became = Paragraph.objects.get(decision=stated.statement.decision, path=path)
    map_statement(stated, Fate(fate), became, by=office.people["documents"], at=moment(harbour.CONFIRMED, 20))
    events = []
    for story in harbour.STORIES:
        mandate = find(report, story.decision, story.path, story.begins)
        if story.owner:
            owner, unit = office.people[story.owner], office.unit_of[story.owner]
            assign(mandate, owner, unit, by=head, was=None, at=moment(harbour.ASSIGNED))
        events += [(event, mandate.pk) for event in story.events]
    for number, ((day, person, deed, *words), pk) in enumerate(sorted(events, key=lambda pair: pair[0][0])):
        DEEDS.get(deed, move)(
            Mandate.objects.get(pk=pk), deed, words, by=office.people[person], at=moment(day, number % 60)
        )


Deed = Callable[..., object]


def move(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    """The status moved, by the transition of the table."""
    change_status(mandate, TRANSITIONS[deed], by=by, given=Given(" ".join(words)), at=at)


def update(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    add_update(mandate, words[0], by=by, at=at)


def evidence(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    add_evidence(mandate, symbol=words[0], by=by, at=at)


def wait(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    set_waiting(mandate, words[0], was=mandate.waiting_for, basis="".join(words[1:]), by=by, at=at)


def target(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    day, reason = words
    move_target(mandate, dt.date.fromisoformat(day), by=by, reason=reason, was=mandate.target_on, at=at)


def let_out(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    """A line, with the status where the deed says "both", was released; it stands for the latest update before it."""
    level, text = words
    status = mandate.status or "" if deed == "both" else ""
    release([Draft(mandate, text, status, update=mandate.updates.first())], level, by=by, at=at)


def ask_back(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    ask_withdrawal(mandate.releases.latest("released_at"), by=by, reason=words[0], at=at)


def take_back(mandate: Mandate, deed: str, words: list[str], *, by: User, at: dt.datetime) -> None:
    withdraw(mandate.releases.latest("released_at"), by=by, at=at)


DEEDS: dict[str, Deed] = {
    "update": update,
    "evidence": evidence,
    "wait": wait,
    "target": target,
    "line": let_out,
    "both": let_out,
    "ask-withdrawal": ask_back,
    "withdraw": take_back,
}
