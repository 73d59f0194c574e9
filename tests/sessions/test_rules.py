"""Who is what in a body, on which day."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from ctoctrack.accounts.models import User
from sessions import rules
from sessions.enums import DELEGATION_ROLES, Role
from sessions.models import Body
from tests.factories import (
    AdministratorFactory,
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MembershipFactory,
    ReportFactory,
    SessionFactory,
    UnitMembershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_that_day(settings):
    settings.DEMONSTRATION_DAY = ON


PREDICATES = {
    rules.is_secretariat: {Role.SECRETARY, Role.SECRETARIAT},
    rules.is_auditor: {Role.AUDITOR},
    rules.is_bureau: {Role.CHAIR, Role.BUREAU},
    rules.is_delegate: set(DELEGATION_ROLES),
    rules.can_read_internally: {Role.SECRETARY, Role.SECRETARIAT, Role.AUDITOR},
    rules.can_read_progress: set(Role),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("predicate", PREDICATES, ids=str)
def test_a_role_holds_in_its_body_and_its_groups_and_nowhere_else(predicate, role):
    body = BodyFactory()
    person = MembershipFactory(body=body, role=role).user
    holds = role in PREDICATES[predicate]
    group = GroupFactory(parent=body)
    for thing in (body, group, DecisionFactory(body=group), SessionFactory(body=body), ReportFactory(body=body)):
        assert predicate(person, thing) is holds
    assert not predicate(person, BodyFactory())
    assert not predicate(UserFactory(), body)


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (ON, None, True),
        (ON + DAY, None, False),
        (ON - DAY, ON, True),
        (ON - 9 * DAY, ON - DAY, False),
        (ON, ON, True),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(since, until, holds):
    body = BodyFactory()
    person = MembershipFactory(body=body, since=since, until=until).user
    assert rules.is_secretariat(person, body) is holds
    assert Body.objects.kept_by(person).exists() is holds
    assert Body.objects.internal_to(person).exists() is holds
    assert Body.objects.progress_visible_to(person).exists() is holds


def test_roles_of_one_person_add_up():
    body, other = BodyFactory(), BodyFactory()
    person = MembershipFactory(body=body, role="auditor").user
    MembershipFactory(body=body, role="secretariat", user=person)
    MembershipFactory(body=other, role="chair", user=person)
    assert rules.roles_of(person) == {body.pk: {"auditor", "secretariat"}, other.pk: {"chair"}}
    assert rules.bodies_with(person, frozenset({Role.CHAIR, Role.AUDITOR})) == {body.pk, other.pk}


def test_without_a_thing_a_role_in_any_body_counts():
    assert rules.is_secretariat(MembershipFactory().user)
    assert not rules.is_secretariat(MembershipFactory(role="auditor").user)
    assert not rules.is_secretariat(UserFactory())


def test_a_role_in_a_group_opens_the_progress_of_its_conference_and_no_more():
    group = GroupFactory()
    person = MembershipFactory(body=group, role="chair").user
    assert rules.can_read_progress(person, group.parent)
    assert not rules.is_bureau(person, group.parent)
    assert not rules.can_read_progress(person, BodyFactory())


def test_whoever_may_not_sign_in_is_nothing():
    body = BodyFactory()
    person = MembershipFactory(body=body).user
    UnitMembershipFactory(user=person)
    User.objects.update(is_active=False)
    for nobody in (User.objects.get(pk=person.pk), AnonymousUser()):
        assert not any(predicate(nobody, body) for predicate in PREDICATES)
        assert not Body.objects.progress_visible_to(nobody).exists()
        assert not Body.objects.internal_to(nobody).exists()


def test_roles_are_asked_of_the_database_once(django_assert_num_queries):
    body = BodyFactory()
    person = MembershipFactory(body=body).user
    with django_assert_num_queries(1):
        for predicate in (rules.is_secretariat, rules.is_auditor, rules.is_bureau, rules.is_delegate):
            predicate(person, body)


@pytest.mark.parametrize(
    ("make", "reads"),
    [
        (UserFactory, False),
        (lambda: AdministratorFactory().user, True),  # so does whoever runs the system
        (AnonymousUser, False),
        (lambda: UnitMembershipFactory().user, True),  # the office reads all that was released
        (lambda: UnitMembershipFactory(until=ON - DAY).user, False),
    ],
    ids=["signed in", "administrator", "stranger", "office", "was in the office"],
)
@pytest.mark.parametrize("is_open", [False, True])
def test_who_without_a_role_reads_progress(make, reads, is_open):
    body = BodyFactory(is_open=is_open)
    person = make()
    for thing in (body, GroupFactory(parent=body), DecisionFactory(body=body)):
        assert rules.can_read_progress(person, thing) is (reads or is_open)
    assert Body.objects.progress_visible_to(person).filter(pk=body.pk).exists() is (reads or is_open)
