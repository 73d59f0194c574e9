"""The body and the people of the journey, written into the database of the running system by `manage.py shell`."""

from tests.factories import (
    BodyFactory,
    DelegationFactory,
    GroupFactory,
    MembershipFactory,
    SessionFactory,
    UnitFactory,
    UnitMembershipFactory,
    UserFactory,
)


def settle() -> None:
    """A conference with a group and a coming session; a secretary, an officer with a head, and a delegate."""
    body = BodyFactory(slug="harbour", name="Conference on Harbour Safety", office="Harbour Office")
    GroupFactory(slug="pilotage", name="Working Group on Pilotage", parent=body)
    SessionFactory(body=body, slug="harbour-4", ordinal=4)
    unit = UnitFactory(name="Conference support section")
    people = {
        "secretary": "Secretary of the Conference",
        "officer": "Officer, conference support",
        "head": "Head, conference support",
        "delegate": "Delegate of State A",
    }
    users = {key: UserFactory(email=f"{key}@office.example", name=name) for key, name in people.items()}
    MembershipFactory(user=users["secretary"], body=body, role="secretary")
    UnitMembershipFactory(user=users["officer"], unit=unit)
    UnitMembershipFactory(user=users["head"], unit=unit, role="head")
    delegation = DelegationFactory(body=body, name="State A")
    MembershipFactory(user=users["delegate"], body=body, role="contributor", delegation=delegation)
