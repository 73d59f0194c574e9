"""Whose a mandate is, who helps, what it waits for."""

import datetime as dt

import pytest

from mandates.actions.assigning import assign, set_contributors, set_waiting
from mandates.actions.facts import Conflict, Refused
from mandates.enums import ChangeKind, WaitingFor
from mandates.models import Change, Mandate
from tests.factories import MandateFactory, UnitFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)


@pytest.fixture
def officer():
    return UnitMembershipFactory(unit=UnitFactory(name="Conference support")).user


@pytest.fixture
def unit(officer):
    return officer.unit_memberships.get().unit


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


# Owner ------------------------------
def test_an_owner_in_a_unit_is_assigned_and_recorded(officer, unit, secretary, at):
    mandate = MandateFactory()
    assign(mandate, officer, unit, by=secretary, was=None, at=at)
    assert (again(mandate).owner, again(mandate).unit) == (officer, unit)
    change = Change.objects.get()
    assert (change.kind, change.old, change.new) == (ChangeKind.OWNER, "", str(officer.pk))
    assert (change.by, change.at) == (secretary, at)
    assert change.params == {"old_name": "", "new_name": officer.name, "unit": "Conference support"}


def test_another_owner_is_recorded_from_whom_to_whom(officer, unit, secretary, at):
    mandate = MandateFactory(owner=UserFactory(name="Officer, pilotage"))
    assign(mandate, officer, unit, by=secretary, was=mandate.owner_id, at=at)
    params = Change.objects.get().params
    assert (params["old_name"], params["new_name"]) == ("Officer, pilotage", officer.name)


def test_a_unit_alone_or_nobody_at_all_can_have_it(officer, unit, secretary, at):
    mandate = MandateFactory()
    assign(mandate, None, unit, by=secretary, was=None, at=at)
    assert (again(mandate).owner, again(mandate).unit) == (None, unit)
    assign(mandate, None, None, by=secretary, was=None, at=at)
    assert (again(mandate).owner, again(mandate).unit) == (None, None)


@pytest.mark.parametrize(
    "period", [{"until": ON - dt.timedelta(days=1)}, {"since": ON + dt.timedelta(days=1)}], ids=["over", "to come"]
)
def test_the_owner_works_in_the_unit_on_that_day(period, secretary, at):
    mandate, place = MandateFactory(), UnitMembershipFactory(**period)
    with pytest.raises(Refused, match="does not work in"):
        assign(mandate, place.user, place.unit, by=secretary, was=None, at=at)
    assert again(mandate).owner is None
    assert not Change.objects.exists()


def test_the_last_day_in_a_unit_is_one(secretary, at):
    mandate, place = MandateFactory(), UnitMembershipFactory(until=ON)
    assign(mandate, place.user, place.unit, by=secretary, was=None, at=at)
    assert again(mandate).owner == place.user


def test_an_owner_has_a_unit(officer, secretary, at):
    with pytest.raises(Refused, match="in which unit"):
        assign(MandateFactory(), officer, None, by=secretary, was=None, at=at)


@pytest.mark.parametrize(
    ("fields", "sentence"), [({"ledger": "states"}, "no owner"), ({"status": "proposed"}, "Confirm it first")]
)
def test_what_states_are_asked_and_proposals_have_no_owner(fields, sentence, officer, unit, secretary, at):
    mandate = MandateFactory(**fields)
    with pytest.raises(Refused, match=sentence):
        assign(mandate, officer, unit, by=secretary, was=None, at=at)
    assert again(mandate).owner is None


def test_two_who_assign_the_second_is_told_whom_the_first_chose(officer, unit, secretary, at):
    mandate = MandateFactory()
    first, second = again(mandate), again(mandate)
    assign(first, officer, unit, by=secretary, was=None, at=at)
    other = UnitMembershipFactory(unit=unit).user
    with pytest.raises(Conflict) as conflict:
        assign(second, other, unit, by=UserFactory(), was=None, at=at)
    assert conflict.value.change.params["new_name"] == officer.name
    assert again(mandate).owner == officer


def test_a_confirmation_undone_meanwhile_is_a_conflict(officer, unit, secretary, at):
    mandate = MandateFactory()
    Mandate.objects.update(status="proposed", ledger=None)
    with pytest.raises(Conflict):
        assign(mandate, officer, unit, by=secretary, was=None, at=at)
    assert again(mandate).owner is None


def test_the_same_owner_again_records_nothing(officer, unit, secretary, at):
    mandate = MandateFactory(owner=officer, unit=unit)
    assign(mandate, officer, unit, by=secretary, was=officer.pk, at=at)
    assert not Change.objects.exists()


# Contributors ------------------------------
def test_exactly_these_contribute_and_each_is_recorded(officer, secretary, at):
    mandate = MandateFactory(owner=officer)
    stays, goes, comes = UserFactory(), UserFactory(), UserFactory()
    set_contributors(mandate, [stays, goes], by=secretary, at=at)
    set_contributors(mandate, [comes, stays, officer, comes], by=secretary, at=at)
    assert {row.user for row in mandate.contributors.all()} == {stays, comes}  # the owner is that already
    changes = [(change.old, change.new) for change in Change.objects.order_by("pk")]
    assert changes == [("", str(stays.pk)), ("", str(goes.pk)), ("", str(comes.pk)), (str(goes.pk), "")]
    set_contributors(mandate, [stays, comes], by=secretary, at=at)
    assert Change.objects.count() == 4


# Waiting ------------------------------
@pytest.mark.parametrize("what", [code for code in WaitingFor.values if code and code != "resources"])
def test_what_it_waits_for_silences_reminders_moves_no_day_and_is_recorded(what, secretary, at):
    mandate = MandateFactory(due_on=dt.date(2009, 3, 1))
    set_waiting(mandate, what, by=secretary, was="", at=at)
    fresh = again(mandate)
    assert (fresh.waiting_for, fresh.waiting_since, fresh.next_notice_on) == (what, ON, None)
    assert (fresh.due_on, fresh.status) == (dt.date(2009, 3, 1), "not_started")
    set_waiting(fresh, "", by=secretary, was=what, at=at)
    fresh = again(mandate)
    assert (fresh.waiting_for, fresh.waiting_since) == ("", None)
    assert fresh.next_notice_on == dt.date(2009, 1, 30)
    changes = fresh.changes.filter(kind=ChangeKind.WAITING)
    assert [(change.old, change.new, change.by) for change in changes] == [
        (what, "", secretary),
        ("", what, secretary),
    ]


def test_waiting_for_resources_needs_a_basis(secretary, at):
    mandate = MandateFactory()
    with pytest.raises(Refused, match="on what basis"):
        set_waiting(mandate, "resources", by=secretary, was="", basis=" ", at=at)
    assert again(mandate).waiting_for == ""
    set_waiting(mandate, "resources", by=secretary, was="", basis="Paragraph 9, its last clause", at=at)
    assert again(mandate).waiting_basis == "Paragraph 9, its last clause"
    assert Change.objects.get().reason == "Paragraph 9, its last clause"
    set_waiting(again(mandate), "replies", by=secretary, was="resources", basis="left over in the form", at=at)
    assert again(mandate).waiting_basis == ""


def test_another_basis_is_kept_and_the_wait_goes_on_since_its_day(secretary, at):
    mandate = MandateFactory(
        waiting_for="resources", waiting_since=dt.date(2008, 11, 3), waiting_basis="A statement before adoption"
    )
    set_waiting(mandate, "resources", by=secretary, was="resources", basis="The budget", at=at)
    assert (again(mandate).waiting_basis, again(mandate).waiting_since) == ("The budget", dt.date(2008, 11, 3))
    set_waiting(mandate, "resources", by=secretary, was="resources", basis="The budget", at=at)
    assert Change.objects.count() == 1


@pytest.mark.parametrize("fields", [{"status": "implemented"}, {"status": "proposed"}, {"ledger": "states"}], ids=str)
def test_only_what_is_open_waits(fields, secretary, at):
    mandate = MandateFactory(**fields)
    with pytest.raises(Refused, match="Only an open mandate"):
        set_waiting(mandate, "replies", by=secretary, was="", at=at)


@pytest.mark.parametrize("meanwhile", [{"waiting_for": "clearance", "waiting_since": ON}, {"status": "implemented"}])
def test_what_changed_since_it_was_seen_is_a_conflict(meanwhile, secretary, at):
    mandate = MandateFactory()
    Mandate.objects.update(**meanwhile)
    with pytest.raises(Conflict):
        set_waiting(mandate, "replies", by=secretary, was="", at=at)
    assert again(mandate).waiting_for == meanwhile.get("waiting_for", "")
