"""Everybody whom access.md names, made around one mandate: each function gives a person who is that."""

import datetime as dt

from django.contrib.auth.models import AnonymousUser

from tests.factories import (
    AbsenceFactory,
    AdministratorFactory,
    BodyFactory,
    MembershipFactory,
    UnitFactory,
    UnitMembershipFactory,
    UserFactory,
)

OVER, COMING = dt.date(2008, 6, 30), dt.date(2100, 1, 1)


def _in_unit(mandate, role="officer", **period):
    if mandate.unit is None:
        mandate.unit = UnitFactory()
        mandate.save()
    return UnitMembershipFactory(unit=mandate.unit, role=role, **period).user


def owner(mandate):
    mandate.owner = _in_unit(mandate)
    mandate.save()
    return mandate.owner


def former_owner(mandate):
    """Owned it until somebody else did, and works elsewhere now."""
    person = UnitMembershipFactory().user
    mandate.owner = UserFactory()
    mandate.save()
    return person


def owner_who_left(mandate):
    """Still written down as owner, and may no longer sign in."""
    person = owner(mandate)
    person.is_active = False
    person.save()
    return person


def acting_deputy(mandate):
    """Works elsewhere in the office, and was named as deputy by the owner, who is away."""
    person = UnitMembershipFactory().user
    AbsenceFactory(person=owner(mandate), deputy=person)
    return person


def deputy_of_somebody_present(mandate):
    """Was named for another time: the owner is back."""
    person = UnitMembershipFactory().user
    AbsenceFactory(person=owner(mandate), deputy=person, until=OVER, since=OVER)
    return person


def contributor(mandate):
    person = UserFactory()
    mandate.contributors.create(user=person)
    return person


def colleague(mandate):
    return _in_unit(mandate)


def former_colleague(mandate):
    return _in_unit(mandate, until=OVER)


def head(mandate):
    return _in_unit(mandate, "head")


def deputy_head(mandate):
    return _in_unit(mandate, "deputy_head")


def former_head(mandate):
    return _in_unit(mandate, "head", until=OVER)


def coming_head(mandate):
    return _in_unit(mandate, "head", since=COMING)


def head_of_another_unit(mandate):
    return UnitMembershipFactory(role="head").user


def _in_body(role, **period):
    def make(mandate):
        return MembershipFactory(body=mandate.body.root, role=role, **period).user

    return make


def secretariat_of_another_body(mandate):
    return MembershipFactory(body=BodyFactory(), role="secretariat").user


ROLES = {
    "owner": owner,
    "former owner": former_owner,
    "owner who left": owner_who_left,
    "acting deputy": acting_deputy,
    "deputy of somebody present": deputy_of_somebody_present,
    "contributor": contributor,
    "colleague": colleague,
    "former colleague": former_colleague,
    "head": head,
    "deputy head": deputy_head,
    "former head": former_head,
    "coming head": coming_head,
    "head of another unit": head_of_another_unit,
    "secretary": _in_body("secretary"),
    "secretariat": _in_body("secretariat"),
    "former secretariat": _in_body("secretariat", until=OVER),
    "coming secretariat": _in_body("secretariat", since=COMING),
    "secretariat of another body": secretariat_of_another_body,
    "auditor": _in_body("auditor"),
    "former auditor": _in_body("auditor", until=OVER),
    "chair": _in_body("chair"),
    "bureau": _in_body("bureau"),
    "delegation, capital": _in_body("contributor"),
    "delegation, mission": _in_body("transmitter"),
    "delegation, observer": _in_body("observer"),
    "administrator": lambda mandate: AdministratorFactory().user,
    "signed in": lambda mandate: UserFactory(),
    "stranger": lambda mandate: AnonymousUser(),
}

KEEPS = {"secretary", "secretariat"}
HEADS = {"head", "deputy head"}
