"""The list of mandates: narrowed, sorted, fifty a page."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories import GroupFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:list")


def letters(response):
    return [mandate.paragraph.path for mandate in response.context["page"]]


def test_shows_what_is_confirmed_by_what_is_due_first(secretary, mandate, new_mandate):
    new_mandate("c", due_on=dt.date(2009, 3, 1))
    new_mandate("d", target_on=dt.date(2009, 2, 1), due_on=dt.date(2009, 6, 1))
    new_mandate("e", status="proposed")
    new_mandate("f", status="declined")
    response = secretary.get(ADDRESS)
    assert letters(response) == ["d", "c", "b"]
    assert '<th scope="col" aria-sort="ascending">' in response.text


def test_counts_in_title_and_caption(secretary, mandate, new_mandate, said):
    new_mandate("c", status="implemented")
    response = secretary.get(ADDRESS, {"state": "open"})
    assert said(response).startswith("1 mandate · ctoctrack")
    assert "1 of 2 mandates" in said(response)


class TestHeads:
    def test_sort_forwards_then_backwards(self, secretary, mandate, new_mandate):
        new_mandate("c")
        assert letters(secretary.get(ADDRESS, {"sort": "reference"})) == ["b", "c"]
        assert letters(secretary.get(ADDRESS, {"sort": "-reference"})) == ["c", "b"]

    def test_keep_the_filters_and_begin_at_the_first_page(self, secretary, mandate):
        page = secretary.get(ADDRESS, {"state": "open", "page": "1"}).text
        assert 'href="?state=open&amp;sort=owner"' in page
        assert 'href="?state=open&amp;sort=-due"' in page

    def test_an_order_that_is_none_is_the_usual_one(self, secretary, mandate):
        assert secretary.get(ADDRESS, {"sort": "password"}).status_code == 200


class TestColumnOfGroups:
    def test_is_left_out_where_no_mandate_has_one(self, secretary, mandate):
        assert '<th scope="col">Group</th>' not in secretary.get(ADDRESS).text

    def test_is_there_where_one_has(self, secretary, harbour, new_mandate):
        new_mandate("c", group=GroupFactory(parent=harbour, name="Working Group on Pilotage"))
        assert '<th scope="col">Group</th>' in secretary.get(ADDRESS).text


class TestFilters:
    def test_stand_as_chips_each_of_which_takes_itself_away(self, secretary, mandate, said):
        response = secretary.get(ADDRESS, {"state": "open", "ledger": "secretariat"})
        assert 'href="?ledger=secretariat"' in response.text
        assert "Remove filter: Ledger: Secretariat" in said(response)

    def test_that_cannot_be_read_are_said_and_narrow_nothing(self, secretary, mandate):
        response = secretary.get(ADDRESS, {"state": "nonsense", "due_before": "soon", "owner": "x", "decision": "999"})
        assert response.status_code == 200
        assert set(response.context["form"].errors) == {"state", "due_before", "owner", "decision"}
        assert letters(response) == ["b"]

    def test_of_the_second_row_are_open_where_one_of_them_is_set(self, secretary, mandate):
        assert '<details class="more" open>' in secretary.get(ADDRESS, {"status": "not_started"}).text
        assert '<details class="more" open>' not in secretary.get(ADDRESS, {"state": "open"}).text

    def test_work_without_script_by_a_button(self, secretary, mandate):
        page = secretary.get(ADDRESS).text
        assert '<form class="filters" method="get">' in page
        assert "<script" not in page

    def test_into_which_nothing_fits_lead_back_to_all(self, secretary, mandate):
        page = secretary.get(ADDRESS, {"q": "lighthouses"}).text
        assert "No mandate fits these filters" in page
        assert f'href="{ADDRESS}"' in page


def test_shows_fifty_and_leads_on(secretary, new_mandate, said):
    for _ in range(50):
        new_mandate("c")
    response = secretary.get(ADDRESS, {"state": "open"})
    assert len(letters(response)) == 50
    assert 'href="?state=open&amp;page=2"' in response.text
    assert len(letters(secretary.get(ADDRESS, {"state": "open", "page": "2"}))) == 1


@pytest.mark.parametrize("page", ["0", "-1", "99", "x"])
def test_a_page_that_is_none_is_the_nearest(secretary, mandate, page):
    assert letters(secretary.get(ADDRESS, {"page": page})) == ["b"]


def test_shows_to_each_what_is_theirs(as_role, new_mandate, mandate):
    new_mandate("c")
    for role in sorted(KEEPS | {"auditor"}):
        assert len(letters(as_role(role).get(ADDRESS))) == 2, role
    for role in sorted(HEADS | {"owner", "acting deputy", "colleague", "contributor"}):
        assert letters(as_role(role).get(ADDRESS)) == ["b"], role
    for role in ("delegation, capital", "bureau", "administrator", "secretariat of another body", "signed in"):
        response = as_role(role).get(ADDRESS)
        assert letters(response) == [], role
        assert "Confirmed requests of the decisions will stand here" in response.text


def test_asks_strangers_to_sign_in_and_is_only_read(client, secretary):
    assert client.get(ADDRESS).status_code == 302
    assert secretary.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("query", ["", "?state=open&ledger=secretariat&owner=none"])
def test_takes_as_many_queries_with_three_rows_as_with_one(secretary, harbour, new_mandate, queries, query):
    new_mandate("c", group=GroupFactory(parent=harbour))
    once = queries(secretary, ADDRESS + query)
    new_mandate("d", group=GroupFactory(parent=harbour))
    new_mandate("e")
    assert queries(secretary, ADDRESS + query) == once
    assert once < 12
