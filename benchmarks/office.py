"""The small part of the measured data, the same at every size: an office, its people, the bodies it services."""

import datetime as dt
import random
from dataclasses import dataclass, field

from django.utils.text import slugify

from benchmarks import PASSWORD, SECRETARY
from ctoctrack.accounts.models import Unit, UnitMembership, User
from mandates.models import Party
from sessions.models import Body, Delegation, Membership, Session

SUBJECTS = ("Harbour Safety", "River Navigation", "Coastal Lights", "Marine Salvage")
FIELDS = ("Pilotage", "Reporting")
UNITS, PEOPLE = 10, 200
YEARS = 10


@dataclass
class Office:
    """What the mandates refer to."""

    secretary: User
    units: list[tuple[Unit, list[User]]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    groups: dict[int, list[Body]] = field(default_factory=dict)  # by conference
    sessions: dict[int, list[Session]] = field(default_factory=dict)  # by conference, the first first


def make_office(on: dt.date, chance: random.Random) -> Office:
    """Units with heads and officers, four conferences with groups, sessions over ten years and delegations."""
    since = on.replace(day=1) - dt.timedelta(days=365 * YEARS)
    office = Office(User.objects.create_user(SECRETARY, PASSWORD, name="Secretary of the conferences"))
    _people(office, since)
    for number, subject in enumerate(SUBJECTS):
        body = Body.objects.create(
            slug=slugify(subject), name=f"Conference on {subject}", office="Harbour Office", is_open=number == 0
        )
        office.bodies.append(body)
        office.groups[body.pk] = [
            Body.objects.create(
                slug=slugify(f"{subject} {name}"),
                name=f"Working Group on {name}",
                kind="working_group",
                parent=body,
                office=body.office,
            )
            for name in FIELDS
        ]
        _sessions(office, body, on, number)
        Membership.objects.create(user=office.secretary, body=body, role="secretary", since=since)
        for name in ("Secretariat", "Office"):
            Party.objects.create(body=body, name=name, ledger="secretariat")
        Delegation.objects.bulk_create(Delegation(body=body, name=f"State {n}") for n in range(1, 41))
        _delegates(body, since, chance)
    return office


def _people(office: Office, since: dt.date) -> None:
    each = PEOPLE // UNITS
    for number in range(1, UNITS + 1):
        unit = Unit.objects.create(name=f"Section {number:02}")
        people = User.objects.bulk_create(
            User(
                email=f"officer{n}-{number}@office.example",
                name=f"Officer {n}, section {number:02}",
                password="!",
            )
            for n in range(1, each + 1)
        )
        roles = ["head", "deputy_head"] + ["officer"] * (each - 2)
        UnitMembership.objects.bulk_create(
            UnitMembership(user=person, unit=unit, role=role, since=since)
            for person, role in zip(people, roles, strict=True)
        )
        office.units.append((unit, people))


def _sessions(office: Office, body: Body, on: dt.date, number: int) -> None:
    """One a year; the last is to come within the year."""
    found = []
    for ordinal in range(1, YEARS + 1):
        day = on + dt.timedelta(days=200 - 365 * (YEARS - ordinal) + 7 * number)
        found.append(
            Session.objects.create(
                body=body,
                slug=f"{body.slug}-{ordinal}",
                ordinal=ordinal,
                starts_on=day,
                ends_on=day + dt.timedelta(days=4),
            )
        )
    office.sessions[body.pk] = found


def _delegates(body: Body, since: dt.date, chance: random.Random) -> None:
    for delegation in chance.sample(list(body.delegations.all()), 10):
        person = User.objects.create(
            email=f"delegate{delegation.pk}@state.example", name=f"Delegate of {delegation}", password="!"
        )
        Membership.objects.create(
            user=person, body=body, role="contributor", delegation=delegation, since=since, note="NV 1"
        )
