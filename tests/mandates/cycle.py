"""A conference that does not exist, with its people and what its third session asked for."""

import datetime as dt

from mandates.actions import assigning, updating
from mandates.actions.status import Given, change_status
from mandates.models import Mandate
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
