"""Moving the Secretariat's own day."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from tests.mandates.roles import KEEPS

ADDRESS = reverse("mandates:target", args=["harbour", "3-1-b-1"])
WHY = "The printer needs two weeks more."


@pytest.fixture
def mandate(mandate):
    mandate.target_on = dt.date(2008, 12, 17)
    mandate.due_on = dt.date(2008, 12, 31)
    mandate.save()
    return mandate


def move(client, day="2008-12-29", was="2008-12-17", reason=WHY, **more):
    return client.post(ADDRESS, {"target": day, "reason": reason, "was": was}, **more)


def test_moves_the_target_with_its_reason_and_leaves_the_day_of_the_text(secretary, mandate):
    response = move(secretary, follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "Target: from 17 December 2008 to 29 December 2008" in response.text
    assert WHY in response.text
    mandate.refresh_from_db()
    assert (mandate.target_on, mandate.due_on) == (dt.date(2008, 12, 29), dt.date(2008, 12, 31))


def test_can_be_taken_away(secretary, mandate):
    move(secretary, day="")
    mandate.refresh_from_db()
    assert mandate.target_on is None


@pytest.mark.parametrize(
    ("sent", "field"),
    [({"reason": " "}, "reason"), ({"day": "soon"}, "target"), ({"day": "2008-02-30"}, "target")],
)
def test_what_is_missing_or_no_day_is_said_at_its_field(secretary, mandate, sent, field):
    response = move(secretary, **sent)
    assert response.status_code == 400
    assert f'href="#id_{field}"' in response.text
    assert not Change.objects.exists()


def test_who_was_faster_is_told_and_what_was_written_stays(secretary, as_role):
    move(as_role("secretariat"), day="2008-12-22", reason="Earlier, for the Bureau.")
    response = move(secretary)
    assert response.status_code == 409
    assert "Target: from 17 December 2008 to 22 December 2008" in response.text
    assert WHY in response.text
    assert 'value="2008-12-29"' in response.text
    assert 'name="was" value="2008-12-22"' in response.text


def test_pressed_twice_it_moves_once(secretary):
    move(secretary)
    assert move(secretary).status_code == 409
    assert Change.objects.filter(kind="target").count() == 1


def test_the_page_carries_the_day_that_was_seen_in_every_language(secretary):
    secretary.cookies["django_language"] = "ar"
    page = secretary.get(ADDRESS).text
    assert 'name="was" value="2008-12-17"' in page
    assert 'name="target" value="2008-12-17"' in page


def test_what_states_are_asked_has_no_target(secretary, new_mandate):
    new_mandate("c", ledger="states")
    assert secretary.get(reverse("mandates:target", args=["harbour", "3-1-c-1"])).status_code == 404


def test_is_for_the_secretariat_alone(who_may):
    assert who_may(ADDRESS, "post") == KEEPS
