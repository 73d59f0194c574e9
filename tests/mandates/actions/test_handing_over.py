"""What a leaver worked on passes to somebody else, all or none of it."""

import datetime as dt

import pytest

from mandates.actions import handing_over
from mandates.actions.assigning import assign
from mandates.actions.facts import Conflict, Refused
from mandates.actions.handing_over import hand_over
from mandates.enums import ChangeKind
from mandates.models import Change, Mandate
from tests.factories import DecisionFactory, MandateFactory, ParagraphFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

WHY = "Moves to another office."


@pytest.fixture(autouse=True)
def december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def leaver():
    return UnitMembershipFactory(user=UserFactory(name="Officer, pilotage")).user


@pytest.fixture
def successor(leaver):
    return UnitMembershipFactory(unit=leaver.unit_memberships.get().unit).user


@pytest.fixture
def make(body, leaver):
    """A function: a mandate of the conference that the leaver owns, unless told otherwise."""
    decision = DecisionFactory(body=body)

    def mandate(**fields):
        unit = leaver.unit_memberships.get().unit
        return MandateFactory(
            paragraph=ParagraphFactory(decision=decision), **{"owner": leaver, "unit": unit, **fields}
        )

    return mandate


def owners():
    return list(Mandate.objects.order_by("pk").values_list("owner", flat=True))


def test_all_that_is_open_passes_on_each_with_its_change_and_what_is_closed_stays(
    make, leaver, successor, secretary, at
):
    first, second, closed = make(), make(status="continuing"), make(status="implemented")
    assert hand_over(leaver, successor, by=secretary, reason=WHY, at=at) == 2
    assert owners() == [successor.pk, successor.pk, leaver.pk]
    for mandate in (first, second):
        change = mandate.changes.get()
        assert (change.kind, change.old, change.new) == (ChangeKind.OWNER, str(leaver.pk), str(successor.pk))
        assert (change.reason, change.by, change.at) == (WHY, secretary, at)
    assert not closed.changes.exists()


def test_to_nobody_it_is_unassigned_in_its_unit(make, leaver, secretary, at):
    mandate = make()
    hand_over(leaver, None, by=secretary, reason=WHY, at=at)
    fresh = Mandate.objects.get()
    assert (fresh.owner, fresh.unit) == (None, mandate.unit)
    assert list(Mandate.objects.unassigned()) == [mandate]


def test_a_successor_elsewhere_takes_it_into_their_own_unit(make, leaver, secretary, at):
    make()
    elsewhere = UnitMembershipFactory()
    hand_over(leaver, elsewhere.user, by=secretary, reason=WHY, at=at)
    assert Mandate.objects.get().unit == elsewhere.unit


def test_contributions_pass_on_as_well_but_not_to_who_owns_it(make, leaver, successor, secretary, at):
    helped, own = make(owner=UserFactory()), make(owner=successor)
    for mandate in (helped, own):
        mandate.contributors.create(user=leaver)
    assert hand_over(leaver, successor, by=secretary, reason=WHY, at=at) == 0
    assert [row.user for row in helped.contributors.all()] == [successor]
    assert not own.contributors.exists()
    assert [(change.old, change.new) for change in helped.changes.order_by("pk")] == [
        (str(leaver.pk), ""),
        ("", str(successor.pk)),
    ]


def test_who_owned_and_who_contributes_to_the_same_is_one_person_in_the_end(make, leaver, successor, secretary, at):
    mandate = make()
    mandate.contributors.create(user=successor)
    hand_over(leaver, successor, by=secretary, reason=WHY, at=at)
    assert Mandate.objects.get().owner == successor


def test_what_other_bodies_asked_stays_with_the_leaver(make, leaver, successor, secretary, at):
    make()
    other = MandateFactory(owner=leaver)
    hand_over(leaver, successor, by=secretary, reason=WHY, at=at)
    assert Mandate.objects.get(pk=other.pk).owner == leaver


def test_nothing_passes_on_where_one_cannot(make, leaver, successor, secretary, at, monkeypatch):
    make(), make()
    done = []

    def second_fails(mandate, *args, **kwargs):
        done.append(mandate)
        if len(done) == 2:
            raise Conflict(mandate, "owner_id")
        return assign(mandate, *args, **kwargs)

    monkeypatch.setattr(handing_over, "assign", second_fails)
    with pytest.raises(Conflict):
        hand_over(leaver, successor, by=secretary, reason=WHY, at=at)
    assert owners() == [leaver.pk, leaver.pk]
    assert not Change.objects.exists()


def test_others_than_were_shown_are_not_handed_over(make, leaver, successor, secretary, at):
    shown = make()
    make()
    with pytest.raises(Refused, match="changed in the meantime"):
        hand_over(leaver, successor, by=secretary, reason=WHY, seen={shown.pk}, at=at)
    assert owners() == [leaver.pk, leaver.pk]


def test_of_two_hand_overs_the_second_finds_nothing(make, leaver, successor, secretary, at):
    make()
    hand_over(leaver, successor, by=secretary, reason=WHY, at=at)
    with pytest.raises(Refused, match="no open mandate"):
        hand_over(leaver, None, by=secretary, reason=WHY, at=at)
    assert owners() == [successor.pk]


@pytest.mark.parametrize(
    ("to", "reason", "sentence"),
    [
        ("successor", " ", "why"),
        ("leaver", WHY, "somebody else"),
        ("inactive", WHY, "somebody else"),
        ("without a unit", WHY, "no unit"),
    ],
)
def test_what_cannot_be_is_said(make, leaver, successor, secretary, at, to, reason, sentence):
    make()
    people = {"successor": successor, "leaver": leaver, "without a unit": UserFactory()}
    person = people.get(to) or UnitMembershipFactory(user__is_active=False).user
    with pytest.raises(Refused, match=sentence):
        hand_over(leaver, person, by=secretary, reason=reason, at=at)
    assert owners() == [leaver.pk]


def test_an_owner_who_may_no_longer_sign_in_counts_as_none(make, leaver):
    mandate = make()
    assert not Mandate.objects.unassigned().exists()
    leaver.is_active = False
    leaver.save()
    assert list(Mandate.objects.unassigned()) == [mandate]
