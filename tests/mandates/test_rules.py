"""Who may do what with a mandate: access.md as a table, for one object and for lists alike."""

import pytest

from ctoctrack.accounts.models import User
from mandates.models import Mandate
from tests.factories import (
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    UserFactory,
)
from tests.mandates.roles import HEADS, KEEPS, ROLES

pytestmark = pytest.mark.django_db

ACTS_AS_OWNER = {"owner", "acting deputy"}
DEPUTIES = {"acting deputy", "deputy of somebody present"}
READS = KEEPS | {"auditor"}
IN_ITS_UNIT = HEADS | {"owner", "colleague"}
# Reads all that was released.
IN_THE_OFFICE = IN_ITS_UNIT | DEPUTIES | {"former owner", "head of another unit", "administrator"}
READS_PROGRESS = READS | IN_THE_OFFICE | {"chair", "bureau"} | {role for role in ROLES if role.startswith("delegation")}
OUTBOX = READS | {"administrator"}

# permission -> who has it, with a confirmed mandate of the Secretariat
CONFIRMED = {
    "view": READS | IN_ITS_UNIT | {"contributor", "acting deputy"},
    "read_progress": READS_PROGRESS,
    "confirm": KEEPS,
    "move": KEEPS | HEADS | ACTS_AS_OWNER,
    "update": KEEPS | HEADS | ACTS_AS_OWNER | {"contributor"},
    "ask_target": HEADS | ACTS_AS_OWNER,
    "set_target": KEEPS,
    "verify": KEEPS | HEADS,
    "end": KEEPS,
    "release": KEEPS,
    "assign": KEEPS | HEADS,
}
# What States are asked has no status: nothing is moved, verified, ended.
OF_STATES = CONFIRMED | {name: set() for name in ("move", "ask_target", "set_target", "verify", "end")}
# The Secretariat and auditors alone know of a proposal.
PROPOSED = {permission: set() for permission in CONFIRMED} | {"view": READS, "confirm": KEEPS}

KINDS = {
    "confirmed": (CONFIRMED, {}),
    "conference's": (CONFIRMED, {"ledger": "conference"}),
    "closed": (CONFIRMED, {"status": "implemented"}),
    "States'": (OF_STATES, {"ledger": "states"}),
    "proposed": (PROPOSED, {"status": "proposed"}),
    "declined": (PROPOSED, {"status": "declined"}),
}


def in_a_group(**fields):
    """A mandate of a decision that a group adopted: a role in the conference holds for its groups."""
    decision = DecisionFactory(body=GroupFactory(), number="P.1", slug="P.1")
    return MandateFactory(paragraph=ParagraphFactory(decision=decision), **fields)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [MandateFactory, in_a_group])
def test_a_role_may_what_the_table_says(make, kind, role):
    table, fields = KINDS[kind]
    mandate = make(**fields)
    person = ROLES[role](mandate)
    mandate = Mandate.objects.get(pk=mandate.pk)
    may = {name for name in table if person.has_perm(f"mandates.{name}_mandate", mandate)}
    assert may == {name for name, roles in table.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_lists_and_single_objects_agree(role):
    """A person related to one mandate sees, among mandates of every kind, exactly those that each would show alone."""
    mandates = [make(**fields) for make in (MandateFactory, in_a_group) for _table, fields in KINDS.values()]
    person = ROLES[role](mandates[0])
    shared = mandates[0]
    for mandate in Mandate.objects.exclude(pk=shared.pk)[:4]:  # the same unit keeps others, proposals among them
        Mandate.objects.filter(pk=mandate.pk).update(unit=shared.unit, owner=shared.owner)
    everything = list(Mandate.objects.all())
    for listed, permission in (
        (Mandate.objects.visible_to(person), "mandates.view_mandate"),
        (Mandate.objects.progress_visible_to(person), "mandates.read_progress_mandate"),
    ):
        assert set(listed) == {mandate for mandate in everything if person.has_perm(permission, mandate)}
        assert len(listed) == len(set(listed))


def test_two_roles_add_up():
    mandate, other = MandateFactory(), MandateFactory()
    person = ROLES["colleague"](mandate)
    MembershipFactory(user=person, body=other.body, role="auditor")
    assert set(Mandate.objects.visible_to(person)) == {mandate, other}


def test_an_owner_and_contributor_in_the_unit_sees_a_mandate_once():
    mandate = MandateFactory()
    person = ROLES["owner"](mandate)
    mandate.contributors.create(user=person)
    assert list(Mandate.objects.visible_to(person)) == [mandate]


def test_a_membership_in_a_group_does_not_hold_for_the_conference():
    mandate = in_a_group()
    of_the_conference = MandateFactory(
        paragraph=ParagraphFactory(decision=DecisionFactory(body=mandate.body.parent, number="3/9"))
    )
    person = MembershipFactory(body=mandate.body).user
    assert list(Mandate.objects.visible_to(person)) == [mandate]
    assert not person.has_perm("mandates.view_mandate", of_the_conference)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_stranger_reads_progress_where_the_body_opened_it(is_open):
    mandate = in_a_group()
    mandate.body.parent.is_open = is_open
    mandate.body.parent.save()
    stranger = ROLES["stranger"](mandate)
    mandate = Mandate.objects.get()
    assert stranger.has_perm("mandates.read_progress_mandate", mandate) is is_open
    assert Mandate.objects.progress_visible_to(stranger).exists() is is_open


def test_whoever_may_no_longer_sign_in_sees_nothing():
    mandate = MandateFactory()
    person = ROLES["secretary"](mandate)
    mandate.contributors.create(user=person)
    User.objects.update(is_active=False)
    person = User.objects.get(pk=person.pk)
    assert not Mandate.objects.visible_to(person).exists()
    assert not person.has_perm("mandates.view_mandate", mandate)


def test_nobody_has_a_permission_that_the_table_does_not_name():
    mandate = MandateFactory()
    assert not UserFactory().has_perm("mandates.delete_mandate", mandate)
    assert not ROLES["secretary"](mandate).has_perm("mandates.delete_mandate", mandate)
