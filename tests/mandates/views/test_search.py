"""The quick search: straight to what was cited, else to the list of what holds the words."""

import pytest
from django.urls import reverse

from tests.factories import DecisionFactory, GroupFactory, ParagraphFactory

ADDRESS = reverse("mandates:search")
DECISION = reverse("mandates:decision", args=["harbour", "decisions", "3-1"])


def found(client, words):
    return client.get(ADDRESS, {"q": words})["Location"]


def listed(words):
    return f"{reverse('mandates:list')}?q={words}"


@pytest.mark.parametrize("words", ["3-1-b-1", "3/1 (b)", "3/1(b)", "  3/1   (b) ", "3/1 (B)", "3-1 (b)", "3–1 (b)"])
def test_a_citation_leads_straight_to_its_mandate(secretary, mandate, words):
    assert found(secretary, words) == mandate.get_absolute_url()


def test_of_several_in_a_paragraph_the_number_tells_which(secretary, mandate, new_mandate):
    second = new_mandate("b")
    assert found(secretary, "3/1 (b)") == f"{DECISION}b/"
    assert found(secretary, "3/1 (b) 2") == second.get_absolute_url()


def test_a_paragraph_that_asks_for_nothing_leads_to_its_place(secretary, mandate):
    ParagraphFactory(decision=mandate.paragraph.decision, label="(a)", path="a")
    assert found(secretary, "3/1 (a)") == f"{DECISION}a/"


@pytest.mark.parametrize("words", ["3/1", "3-1", "3/1 (zz)"])
def test_a_decision_leads_to_its_page(secretary, mandate, words):
    assert found(secretary, words) == DECISION


def test_a_decision_of_a_group_is_found_too(secretary, harbour, new_mandate):
    decision = DecisionFactory(body=GroupFactory(parent=harbour, slug="pilotage"), number="P/7")
    mandate = new_mandate("b")
    mandate.paragraph = ParagraphFactory(decision=decision, label="(a)", path="a")
    mandate.save()
    assert found(secretary, "P/7") == decision.get_absolute_url()


@pytest.mark.parametrize("words", ["pilotage", "HARB/COP/2008/16", "9/9 (a)", "(", "3/1 (", "%", "3/1 (b) 99"])
def test_anything_else_leads_to_the_list_of_what_holds_the_words_or_to_the_decision(secretary, mandate, words):
    assert found(secretary, words).startswith((reverse("mandates:list"), DECISION))


def test_words_keep_their_characters(secretary, mandate):
    assert found(secretary, "pilots & ports") == listed("pilots+%26+ports")


def test_nothing_leads_to_the_whole_list(secretary):
    assert found(secretary, "  ") == reverse("mandates:list")
    assert secretary.get(ADDRESS)["Location"] == reverse("mandates:list")


@pytest.mark.parametrize("words", ["3-1-c-1", "3/1 (c)", "3/1"])
def test_what_a_person_may_not_see_is_not_found(as_role, mandate, new_mandate, words):
    new_mandate("c")
    assert found(as_role("signed in"), words).startswith(reverse("mandates:list"))
    if words != "3/1":
        assert reverse("mandates:detail", args=["harbour", "3-1-c-1"]) != found(as_role("owner"), words)


def test_a_proposal_is_not_found_by_its_reference(secretary, mandate, new_mandate):
    new_mandate("d", status="proposed", reference="3-1-d-1")
    assert found(secretary, "3-1-d-1") == listed("3-1-d-1")


def test_leads_nowhere_but_into_the_house(secretary, mandate):
    assert found(secretary, "//elsewhere.example") == listed("%2F%2Felsewhere.example")
    assert found(secretary, "https://elsewhere.example") == listed("https%3A%2F%2Felsewhere.example")


def test_asks_strangers_to_sign_in_and_is_only_read(client, secretary):
    assert client.get(ADDRESS, {"q": "3/1"})["Location"].startswith(reverse("accounts:sign-in"))
    assert secretary.post(ADDRESS).status_code == 405
