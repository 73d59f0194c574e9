"""Saying what a mandate waits for."""

import pytest
from django.urls import reverse

from mandates.models import Change
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:waiting", args=["harbour", "3-1-b-1"])


def test_is_saved_with_the_day_since_when(owner, mandate):
    response = owner.post(ADDRESS, {"waiting_for": "replies", "was": ""}, follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "awaiting replies" in response.text
    assert "since 1 December 2008" in response.text


def test_ends_when_nothing_is_waited_for_any_more(owner, mandate):
    owner.post(ADDRESS, {"waiting_for": "replies", "was": ""})
    owner.post(ADDRESS, {"waiting_for": "", "was": "replies"})
    mandate.refresh_from_db()
    assert (mandate.waiting_for, mandate.waiting_since) == ("", None)


def test_saved_twice_it_is_recorded_once(owner, mandate):
    owner.post(ADDRESS, {"waiting_for": "replies", "was": ""})
    assert owner.post(ADDRESS, {"waiting_for": "replies", "was": "replies"}).status_code == 302
    assert Change.objects.filter(mandate=mandate, kind="waiting").count() == 1


class TestResources:
    def test_need_a_basis_said_at_its_field(self, secretary):
        response = secretary.post(ADDRESS, {"waiting_for": "resources", "was": ""})
        assert response.status_code == 400
        assert 'href="#id_basis"' in response.text
        data = {"waiting_for": "resources", "basis": "paragraph (b), last clause", "was": ""}
        assert secretary.post(ADDRESS, data).status_code == 302

    def test_are_for_the_secretariat_to_say(self, owner):
        assert "resources" not in owner.get(ADDRESS).text
        response = owner.post(ADDRESS, {"waiting_for": "resources", "basis": "my own", "was": ""})
        assert response.status_code == 400
        assert 'href="#id_waiting_for"' in response.text

    def test_said_by_the_secretariat_stay_when_the_owner_saves_the_page(self, owner, secretary, mandate):
        secretary.post(ADDRESS, {"waiting_for": "resources", "basis": "last clause", "was": ""})
        form = owner.get(ADDRESS).context["form"]
        data = {"waiting_for": form["waiting_for"].value(), "was": form["was"].value()}
        assert owner.post(ADDRESS, data).status_code == 302
        mandate.refresh_from_db()
        assert (mandate.waiting_for, mandate.waiting_basis) == ("resources", "last clause")


def test_who_was_faster_is_told_and_the_choice_stays(owner, secretary):
    secretary.post(ADDRESS, {"waiting_for": "clearance", "was": ""})
    response = owner.post(ADDRESS, {"waiting_for": "replies", "was": ""})
    assert response.status_code == 409
    assert "Waiting for clearance" in response.text
    assert 'value="replies" selected' in response.text
    assert 'name="was" value="clearance"' in response.text


@pytest.mark.parametrize("status", ["implemented", "lapsed"])
def test_a_closed_mandate_waits_for_nothing(secretary, mandate, status):
    mandate.status = status
    mandate.save()
    response = secretary.post(ADDRESS, {"waiting_for": "replies", "was": ""})
    assert response.status_code == 400
    assert "Only an open mandate waits" in response.text


def test_is_for_those_who_move_the_status(who_may):
    assert who_may(ADDRESS, "post") == KEEPS | HEADS | {"owner", "acting deputy"}
