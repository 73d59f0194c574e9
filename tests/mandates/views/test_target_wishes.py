"""A wish for another target, on the pages."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change, Mandate, TargetRequest
from tests.mandates.roles import HEADS, KEEPS

ONE = ["harbour", "3-1-b-1"]
ASK = reverse("mandates:target-ask", args=ONE)
DETAIL = reverse("mandates:detail", args=ONE)
WHY = "The printer needs two weeks more."


@pytest.fixture
def mandate(mandate):
    mandate.target_on = dt.date(2008, 12, 17)
    mandate.due_on = dt.date(2008, 12, 31)
    mandate.save()
    return mandate


@pytest.fixture
def wish(owner):
    owner.post(ASK, {"target": "2009-01-09", "reason": WHY})
    return TargetRequest.objects.get()


@pytest.fixture
def answer(wish):
    return reverse("mandates:target-answer", args=[*ONE, wish.pk])


def test_the_owner_asks_and_sees_the_wish_with_its_flag(owner, wish, said):
    page = said(owner.get(DETAIL))
    assert "asks that the target be 9 January 2009. That is after the day of the text." in page
    assert WHY in page
    assert "Take the wish back" in page
    assert "Grant or refuse it" not in page
    assert "Ask for another target" not in page  # one at a time


def test_the_secretariat_finds_it_on_the_overview_and_grants_it(secretary, wish, answer, said):
    overview = secretary.get(reverse("mandates:overview"))
    assert "1 wish for another target waits" in said(overview)
    assert f'href="{reverse("mandates:list")}?state=wished"' in overview.text
    assert "3/1 (b)" in said(secretary.get(reverse("mandates:list"), {"state": "wished"}))
    assert WHY in said(secretary.get(answer))
    page = said(secretary.post(answer, {"answer": "granted", "reason": ""}, follow=True))
    assert "Target: from 17 December 2008 to 9 January 2009" in page
    assert "after the day of the text" in page
    assert Mandate.objects.get().target_on == dt.date(2009, 1, 9)


def test_a_refusal_needs_a_reason_and_leaves_the_target(secretary, answer, said):
    response = secretary.post(answer, {"answer": "refused", "reason": ""})
    assert (response.status_code, "Say why not" in response.text) == (400, True)
    page = said(secretary.post(answer, {"answer": "refused", "reason": "The Bureau meets before."}, follow=True))
    assert "The Bureau meets before." in page
    assert Mandate.objects.get().target_on == dt.date(2008, 12, 17)


def test_who_is_second_is_told_who_was_faster(secretary, as_role, answer):
    as_role("secretariat").post(answer, {"answer": "granted", "reason": ""})
    response = secretary.post(answer, {"answer": "refused", "reason": "No."})
    assert response.status_code == 409
    assert "Target: from 17 December 2008 to 9 January 2009" in response.text
    assert Change.objects.filter(kind="target_refused").count() == 0


def test_is_taken_back_by_who_asked(owner, wish):
    owner.post(reverse("mandates:target-take-back", args=[*ONE, wish.pk]))
    assert TargetRequest.objects.get().answer == "taken_back"


def test_a_second_wish_is_refused_in_a_sentence(owner, wish):
    response = owner.post(ASK, {"target": "2008-12-29", "reason": WHY})
    assert response.status_code == 400
    assert "A wish for another target waits already" in response.text


@pytest.mark.parametrize("data", [{"target": "soon"}, {"target": ""}, {"reason": " "}])
def test_what_is_missing_is_said(owner, data):
    assert owner.post(ASK, {"target": "2008-12-29", "reason": WHY, **data}).status_code == 400
    assert not TargetRequest.objects.exists()


def test_a_wish_of_another_mandate_is_not_found(secretary, wish, new_mandate):
    new_mandate("c")
    address = reverse("mandates:target-answer", args=["harbour", "3-1-c-1", wish.pk])
    assert secretary.get(address).status_code == 404


def test_who_acts_as_owner_asks_and_the_secretariat_answers(who_may, wish, answer):
    assert who_may(ASK) == HEADS | {"owner", "acting deputy"}
    assert who_may(answer) == KEEPS
