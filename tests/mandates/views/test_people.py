"""People with open mandates, and the page that hands over what somebody has."""

import pytest
from django.urls import reverse

from mandates.models import Change, Mandate
from tests.factories import UnitMembershipFactory, UserFactory
from tests.mandates.roles import KEEPS, ROLES

PEOPLE = reverse("mandates:people")
WHY = "Moves to another office."


@pytest.fixture
def leaver(mandate):
    return ROLES["owner"](mandate)


@pytest.fixture
def address(leaver):
    return reverse("mandates:hand-over", args=[leaver.pk])


@pytest.fixture
def successor(mandate, leaver):
    return UnitMembershipFactory(unit=mandate.unit, user__name="Officer, berths").user


def test_whoever_left_comes_first_with_how_many_they_have(secretary, mandate, leaver, new_mandate, said):
    new_mandate("c", owner=UnitMembershipFactory(user__name="Officer, anchors").user)
    left = UserFactory(name="Officer, tugs", is_active=False)
    new_mandate("d", owner=left)
    new_mandate("e", owner=left)
    response = secretary.get(PEOPLE)
    first = response.context["people"][0]
    assert (first.name, first.owns) == ("Officer, tugs", 2)
    assert "Officer, tugs may no longer sign in 2" in said(response)


def test_who_works_in_no_unit_any_more_is_said_to(secretary, mandate, said):
    mandate.contributors.create(user=UserFactory(name="Officer, tugs"))
    assert "Officer, tugs works in no unit today 0 1" in said(secretary.get(PEOPLE))


def test_shows_what_passes_on_before_it_does(secretary, mandate, address, said):
    assert mandate.name in said(secretary.get(address))


def test_hands_over(secretary, mandate, address, successor, leaver):
    seen = secretary.get(address).context["form"]["seen"].value()
    response = secretary.post(address, {"to": successor.pk, "reason": WHY, "seen": seen})
    assert (response.status_code, response["Location"]) == (302, PEOPLE)
    assert Mandate.objects.get(pk=mandate.pk).owner == successor
    again = secretary.post(address, {"to": "", "reason": WHY, "seen": seen}, follow=True)
    assert "has no open mandate any more" in again.text
    assert Change.objects.count() == 1


def test_what_came_meanwhile_is_shown_first(secretary, mandate, address, successor, leaver, new_mandate):
    seen = secretary.get(address).context["form"]["seen"].value()
    later = new_mandate("c", owner=leaver, unit=mandate.unit)
    response = secretary.post(address, {"to": successor.pk, "reason": WHY, "seen": seen})
    assert response.status_code == 400
    assert later.name in response.text
    assert not Change.objects.exists()


@pytest.mark.parametrize("data", [{"reason": ""}, {"reason": WHY, "to": "999"}, {"reason": WHY, "seen": "x"}])
def test_what_is_missing_is_said(secretary, address, data):
    assert secretary.post(address, data).status_code == 400
    assert not Change.objects.exists()


def test_is_for_secretariats_alone(who_may):
    assert who_may(PEOPLE) == KEEPS | {"secretariat of another body"}
