"""Giving a mandate an owner, a unit and contributors."""

import pytest
from django.urls import reverse

from mandates.models import Change
from tests.factories import UnitFactory, UnitMembershipFactory, UserFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:assign", args=["harbour", "3-1-b-1"])


@pytest.fixture
def member():
    """An officer of a unit that has nothing to do with the mandate yet."""
    return UnitMembershipFactory(unit=UnitFactory(name="Legal section"), user__name="Officer, legal matters")


def choice(member):
    return f"{member.user_id}-{member.unit_id}"


def test_gives_owner_unit_and_contributors_at_once(secretary, mandate, member):
    helper = UnitMembershipFactory().user
    data = {"owner": choice(member), "contributors": [helper.pk], "was": ""}
    response = secretary.post(ADDRESS, data, follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "Officer, legal matters" in response.text
    mandate.refresh_from_db()
    assert (mandate.owner, mandate.unit) == (member.user, member.unit)
    assert [row.user for row in mandate.contributors.all()] == [helper]


def test_a_unit_can_have_it_before_anybody_there_does(secretary, mandate, member):
    secretary.post(ADDRESS, {"owner": f"-{member.unit_id}"})
    mandate.refresh_from_db()
    assert (mandate.owner, mandate.unit) == (None, member.unit)


def test_saved_twice_it_is_recorded_once(secretary, mandate, member):
    for _ in range(2):
        assert secretary.post(ADDRESS, {"owner": choice(member), "was": ""}).status_code == 302
    assert Change.objects.filter(mandate=mandate, kind="owner").count() == 1


@pytest.mark.parametrize("data", [{}, {"owner": ""}, {"owner": "999-999"}, {"owner": "x"}])
def test_a_choice_that_is_none_is_said_at_the_field_and_takes_it_from_nobody(secretary, owner, mandate, data):
    response = secretary.post(ADDRESS, data)
    assert response.status_code == 400
    assert 'href="#id_owner"' in response.text
    mandate.refresh_from_db()
    assert mandate.owner == owner.person


def test_who_was_faster_is_told_and_the_choice_stays(secretary, mandate, member, as_role):
    other = UnitMembershipFactory()
    as_role("secretariat").post(ADDRESS, {"owner": choice(other), "was": ""})
    response = secretary.post(ADDRESS, {"owner": choice(member), "was": ""})
    assert response.status_code == 409
    assert f"Owner: from nobody to {other.user}" in response.text
    assert f'value="{choice(member)}" selected' in response.text
    assert f'name="was" value="{other.user_id}"' in response.text
    mandate.refresh_from_db()
    assert mandate.owner == other.user


class TestHeadOfUnit:
    def test_chooses_among_the_people_of_the_unit(self, as_role, mandate, member):
        head = as_role("head")
        colleague = UnitMembershipFactory(unit=mandate.unit)
        page = head.get(ADDRESS).text
        assert str(colleague.user) in page
        assert str(member.user) not in page
        assert head.post(ADDRESS, {"owner": choice(member)}).status_code == 400
        assert head.post(ADDRESS, {"owner": choice(colleague)}).status_code == 302

    def test_saving_what_is_there_drops_neither_owner_nor_contributor_of_elsewhere(self, as_role, mandate, member):
        head = as_role("head")
        mandate.owner = UserFactory(name="Officer who works elsewhere now")
        mandate.save()
        mandate.contributors.create(user=member.user)
        form = head.get(ADDRESS).context["form"]
        data = {"owner": form["owner"].value(), "contributors": form["contributors"].value(), "was": mandate.owner_id}
        assert f'value="{form["owner"].value()}" selected' in head.get(ADDRESS).text
        assert head.post(ADDRESS, data).status_code == 302
        mandate.refresh_from_db()
        assert mandate.owner.name == "Officer who works elsewhere now"
        assert [row.user for row in mandate.contributors.all()] == [member.user]


def test_what_states_are_asked_has_no_owner(secretary, new_mandate, member):
    new_mandate("c", ledger="states")
    address = reverse("mandates:assign", args=["harbour", "3-1-c-1"])
    response = secretary.post(address, {"owner": choice(member)})
    assert response.status_code == 400
    assert "has no owner in the Secretariat" in response.text


def test_is_for_the_secretariat_and_the_head_of_the_unit(who_may):
    assert who_may(ADDRESS, "post") == KEEPS | HEADS


def test_works_without_script(secretary):
    page = secretary.get(ADDRESS).text
    assert "<select" in page
    assert "<script" not in page
