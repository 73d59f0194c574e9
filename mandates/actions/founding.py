"""A first body, with those who run the system and work for its secretariat."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from ctoctrack.accounts.models import Administrator, User
from ctoctrack.lib import dates
from mandates.actions.naming import name_parties
from sessions.enums import Role
from sessions.models import Body, Membership


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who shall be able to sign in; without a password they are to be invited."""

    email: str
    name: str
    password: str | None = None


def find_or_make(person: Person) -> User:
    """The person of that address, as they are where they are known already."""
    known = User.objects.filter(email=person.email.strip().lower()).first()
    return known or User.objects.create_user(person.email, person.password, name=person.name)


@transaction.atomic
def found(body: Body, administrator: Person, secretary: Person, *, at: dt.datetime | None = None) -> tuple[User, User]:
    """The body stands, with an administrator, its secretary, and the names its texts will use; all of it or nothing.

    What is there already is left as it is, so that it can be said again after a mistake.
    """
    on = dates.day_of(at or dates.now())
    if body.pk is None:
        body.full_clean()
        body.save()
    name_parties(body)
    runs, keeps = find_or_make(administrator), find_or_make(secretary)
    if not Administrator.objects.current(on).filter(user=runs).exists():
        Administrator.objects.create(user=runs, since=on)
    if not Membership.objects.current(on).filter(user=keeps, body=body, role=Role.SECRETARY).exists():
        Membership.objects.create(user=keeps, body=body, role=Role.SECRETARY, since=on)
    return runs, keeps
