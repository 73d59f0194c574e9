"""A whole cycle of a conference as people live through it: who does what on which day, from one session to the next.

Two years between the third session of a conference that does not exist and the close of its fourth. Every action is
the application's own; the story only calls it. `HAPPENINGS` holds for each day what is done on it at noon.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable

from ctoctrack.accounts.models import Absence
from mandates.actions import assigning, reviewing, silencing, targets, updating
from mandates.actions.status import Given, change_status
from mandates.models import Mandate, TargetRequest
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    SessionFactory,
    UnitFactory,
    UnitMembershipFactory,
    UserFactory,
)

FIRST, LAST = dt.date(2008, 10, 17), dt.date(2010, 10, 31)
OUTAGE = {dt.date(2009, 6, day) for day in (20, 21, 22)}  # a Saturday to a Monday on which nothing runs
PEOPLE = {
    "secretary": ("Secretary of the Conference", {}),
    "head": ("Head, navigation section", {}),
    "director": ("Director, division of ports", {}),
    "pilotage": ("Officer, pilotage", {}),
    "lights": ("Officer, lights and buoys", {"language": "fr", "rhythm": "weekly"}),
    "dredging": ("Officer, dredging", {"language": "ar", "hour": 9}),
    "statistics": ("Officer, statistics", {"rhythm": "weekly"}),
    "deputy": ("Officer, port registers", {}),
    "archives": ("Officer, archives", {"rhythm": "none"}),
    "delegate": ("Delegate, State A", {}),
}
# Paragraph: what is asked, its ledger, and its deadline.
REQUESTS = {
    ("3/1", "(a)"): ("report to the Conference at its fourth session on pilotage", "secretariat", "at"),
    ("3/1", "(b)"): ("circulate a questionnaire on pilotage by 30 September 2009", "secretariat", dt.date(2009, 9, 30)),
    ("3/1", "(c)"): ("publish a list of lights by its fourth session", "secretariat", "by"),
    ("3/2", "(a)"): ("invite experts on dredging by 31 March 2009", "secretariat", dt.date(2009, 3, 31)),
    ("3/2", "(b)"): ("draw up a handbook on dredging by 28 February 2010", "secretariat", dt.date(2010, 2, 28)),
    ("3/2", "(c)"): ("consider the draft rules on dredging at its fourth session", "conference", "at"),
    ("3/3", "(a)"): ("open a register of harbours by 1 June 2009", "secretariat", dt.date(2009, 6, 1)),
    ("3/3", "(b)"): ("send in the names of their harbours by 1 June 2009", "states", dt.date(2009, 6, 1)),
    ("3/3", "(c)"): ("keep the papers of the register by 15 December 2009", "secretariat", dt.date(2009, 12, 15)),
}
ASKED = {"secretariat": "Secretariat", "conference": "Conference", "states": "States"}
TITLES = {"3/1": "Pilotage and lights", "3/2": "Dredging", "3/3": "Register of harbours"}

Happening = Callable[["Cycle"], object]
HAPPENINGS: defaultdict[dt.date, list[Happening]] = defaultdict(list)


def on(year: int, month: int, day: int) -> Callable[[Happening], Happening]:
    """What follows happens on that day."""

    def put(happening: Happening) -> Happening:
        HAPPENINGS[dt.date(year, month, day)].append(happening)
        return happening

    return put


class Cycle:
    """The conference, its people by what they do, and its mandates by paragraph, as the third session left them."""

    def __init__(self) -> None:
        self.people = {
            key: UserFactory(email=f"{key}@harbour.example", name=name, **choices)
            for key, (name, choices) in PEOPLE.items()
        }
        self.body = BodyFactory(slug="harbour", name="Conference on Harbour Safety", office="Harbour Office")
        self.session = SessionFactory(
            body=self.body,
            slug="harbour-4",
            ordinal=4,
            name="",
            starts_on=dt.date(2010, 10, 11),
            ends_on=dt.date(2010, 10, 15),
        )
        MembershipFactory(user=self.people["secretary"], body=self.body, role="secretary")
        MembershipFactory(user=self.people["delegate"], body=self.body, role="contributor", delegation__name="State A")
        division = UnitFactory(name="Division of ports")
        self.unit = UnitFactory(name="Navigation section", parent=division)
        UnitMembershipFactory(user=self.people["director"], unit=division, role="head")
        UnitMembershipFactory(user=self.people["head"], unit=self.unit, role="head")
        for key in ("pilotage", "lights", "dredging", "statistics", "deputy", "archives"):
            UnitMembershipFactory(user=self.people[key], unit=self.unit)
        decisions = {number: DecisionFactory(body=self.body, number=number, title=TITLES[number]) for number in TITLES}
        for position, ((number, label), (action, ledger, deadline)) in enumerate(REQUESTS.items()):
            who = ASKED[ledger]
            paragraph = ParagraphFactory(
                decision=decisions[number],
                label=label,
                path=label.strip("()"),
                text=f"Requested the {who} to {action};",
            )
            if isinstance(deadline, dt.date):
                rule = {"deadline_kind": "date", "deadline_date": deadline}
            else:
                rule = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": deadline}
            sort_key = f"{position:04d}"
            MandateFactory(
                paragraph=paragraph, status="proposed", action=action, addressees=[who], sort_key=sort_key, **rule
            )

    def mandate(self, name: str) -> Mandate:
        """The mandate of a paragraph such as "3/1 (a)", as it stands now."""
        number, label = name.split()
        mandates = Mandate.objects.select_related("body", "owner", "unit", "paragraph__decision")
        return mandates.get(paragraph__decision__number=number, paragraph__label=label)

    def give(self, name: str, owner: str, by: str = "head") -> None:
        """The mandate has an owner of the section."""
        mandate = self.mandate(name)
        assigning.assign(mandate, self.people[owner], self.unit, by=self.people[by], was=mandate.owner_id)

    def move(self, name: str, transition: str, by: str, words: str = "") -> None:
        """The status moves as the person says."""
        change_status(self.mandate(name), transition, by=self.people[by], given=Given(words))

    def prove(self, name: str, by: str, symbol: str) -> None:
        """The document that proves it stands on the mandate."""
        updating.add_evidence(self.mandate(name), by=self.people[by], symbol=symbol)


@on(2008, 10, 20)
def the_report_is_confirmed(it: Cycle) -> None:
    """The secretary confirms what the report of the third session asks for."""
    for (number, label), (_action, ledger, _deadline) in REQUESTS.items():
        reviewing.confirm(it.mandate(f"{number} {label}"), by=it.people["secretary"], ledger=ledger)


@on(2008, 10, 21)
def owners_are_named(it: Cycle) -> None:
    """The head gives each request of 3/1 and 3/2 an owner, and asks statistics to contribute; 3/3 (a) stays open."""
    for name, owner in (
        ("3/1 (a)", "pilotage"),
        ("3/1 (b)", "pilotage"),
        ("3/1 (c)", "lights"),
        ("3/2 (a)", "dredging"),
        ("3/2 (b)", "dredging"),
        ("3/2 (c)", "lights"),
        ("3/3 (c)", "archives"),
    ):
        it.give(name, owner, by="secretary")
    assigning.set_contributors(it.mandate("3/1 (b)"), [it.people["statistics"]], by=it.people["secretary"])


@on(2009, 1, 12)
def work_begins(it: Cycle) -> None:
    """The owner starts 3/1 (b)."""
    it.move("3/1 (b)", "start", "pilotage")


@on(2009, 3, 2)
def it_has_been_seen(it: Cycle) -> None:
    """The owner has seen the reminder of 3/2 (a), and leaves it lying: it will be late."""
    silencing.acknowledge(it.mandate("3/2 (a)"), by=it.people["dredging"])


@on(2009, 5, 4)
def what_was_late_is_done(it: Cycle) -> None:
    """The experts of 3/2 (a) are invited at last; the owner reports it done."""
    it.prove("3/2 (a)", "dredging", "HS/2009/3")
    it.move("3/2 (a)", "report-done", "dredging", "Experts of all regions were invited.")


@on(2009, 5, 11)
def it_is_verified(it: Cycle) -> None:
    """The head verifies 3/2 (a)."""
    it.move("3/2 (a)", "verify", "head", "The invitations went out.")


@on(2009, 5, 26)
def the_register_gets_an_owner(it: Cycle) -> None:
    """3/3 (a), which nobody owned, is given to port registers a week before its day."""
    it.give("3/3 (a)", "deputy", by="secretary")


@on(2009, 5, 27)
def another_target_is_asked_for(it: Cycle) -> None:
    """Its new owner asks for another target."""
    targets.ask_target(
        it.mandate("3/3 (a)"), dt.date(2009, 7, 6), by=it.people["deputy"], reason="The names come in slowly."
    )


@on(2009, 5, 28)
def the_target_is_granted(it: Cycle) -> None:
    """The secretary grants it."""
    targets.grant_target(TargetRequest.objects.get(), by=it.people["secretary"])


@on(2009, 7, 3)
def the_register_is_open(it: Cycle) -> None:
    """The register is open: reported done."""
    it.prove("3/3 (a)", "deputy", "HS/2009/8")
    it.move("3/3 (a)", "report-done", "deputy", "The register is open with the names of 40 harbours.")


@on(2009, 7, 7)
def the_register_is_verified(it: Cycle) -> None:
    """The head verifies it."""
    it.move("3/3 (a)", "verify", "head", "Seen.")


@on(2009, 9, 7)
def the_owner_is_away(it: Cycle) -> None:
    """Pilotage is away until 2 October; port registers acts in the meantime."""
    Absence.objects.create(
        person=it.people["pilotage"],
        deputy=it.people["deputy"],
        since=dt.date(2009, 9, 7),
        until=dt.date(2009, 10, 2),
    )


@on(2009, 9, 29)
def the_deputy_reports_it_done(it: Cycle) -> None:
    """The deputy reports 3/1 (b) done."""
    it.prove("3/1 (b)", "deputy", "HS/2009/11")
    it.move("3/1 (b)", "report-done", "deputy", "The questionnaire is out.")


@on(2009, 10, 12)
def part_of_it_is_left(it: Cycle) -> None:
    """The secretary finds 3/1 (b) partly implemented: two regions have no translation yet."""
    it.move("3/1 (b)", "verify-partly", "secretary", "Two regions have no translation yet.")


@on(2009, 11, 2)
def the_rest_is_done(it: Cycle) -> None:
    """The owner reports the rest of 3/1 (b)."""
    it.move("3/1 (b)", "report-done", "pilotage", "The translations are out as well.")


@on(2009, 11, 3)
def the_rest_is_verified(it: Cycle) -> None:
    """The secretary verifies 3/1 (b)."""
    it.move("3/1 (b)", "verify", "secretary", "Seen.")


@on(2010, 1, 25)
def the_handbook_waits(it: Cycle) -> None:
    """3/2 (b) waits for clearance; its reminders are silent."""
    assigning.set_waiting(it.mandate("3/2 (b)"), "clearance", by=it.people["dredging"], was="")


@on(2010, 3, 8)
def the_handbook_waits_no_more(it: Cycle) -> None:
    """The clearance for 3/2 (b) is there, after its day."""
    assigning.set_waiting(it.mandate("3/2 (b)"), "", by=it.people["head"], was="clearance")


@on(2010, 3, 30)
def the_handbook_is_done(it: Cycle) -> None:
    """The owner reports the handbook done."""
    it.prove("3/2 (b)", "dredging", "HS/2010/2")
    it.move("3/2 (b)", "report-done", "dredging", "The handbook is published.")


@on(2010, 4, 6)
def the_handbook_is_verified(it: Cycle) -> None:
    """The head verifies 3/2 (b)."""
    it.move("3/2 (b)", "verify", "head", "Seen.")


@on(2010, 8, 2)
def the_report_goes_out(it: Cycle) -> None:
    """The owner reports 3/1 (a) done."""
    it.prove("3/1 (a)", "pilotage", "HS/CONF/2010/4")
    it.move("3/1 (a)", "report-done", "pilotage", "The report was submitted.")


@on(2010, 8, 9)
def the_report_is_verified(it: Cycle) -> None:
    """The head verifies 3/1 (a)."""
    it.move("3/1 (a)", "verify", "head", "Seen.")
