"""My mandates: what is past its day, this week, later, done in my eyes; and what I help with."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories import UpdateFactory

ADDRESS = reverse("mandates:mine")
TODAY = dt.date(2008, 12, 1)


def day(offset):
    return TODAY + dt.timedelta(days=offset)


@pytest.fixture
def owned(owner, mandate, new_mandate):
    def make(letter, **fields):
        return new_mandate(letter, owner=owner.person, unit=mandate.unit, **fields)

    return make


def parts(response):
    return {name: [m.paragraph.path for m in response.context[name]] for name in ("late", "soon", "rest", "done")}


def test_each_stands_where_its_day_puts_it(owner, owned):
    owned("c", target_on=day(-1))
    owned("d", due_on=day(-20))
    owned("e", target_on=day(0))
    owned("f", target_on=day(7), due_on=day(40))
    owned("g", target_on=day(8))
    owned("h", status="reported_done", target_on=day(-3))
    owned("i", status="overtaken")
    owned("j", status="implemented", target_on=day(-3))
    page = owner.get(ADDRESS)
    assert parts(page) == {"late": ["d", "c"], "soon": ["e", "f"], "rest": ["g", "b"], "done": ["h", "i"]}
    assert "1 closed mandate of yours" in page.text
    assert "2 mandates are past their day." in page.text


def test_what_the_conference_took_upon_itself_is_never_past_its_day(owner, owned):
    owned("c", ledger="conference", due_on=day(-20))
    assert parts(owner.get(ADDRESS))["late"] == []


def test_of_others_only_what_one_helps_with(owner, as_role, mandate, new_mandate):
    new_mandate("c")
    helper = as_role("contributor")
    page = helper.get(ADDRESS)
    assert [m.pk for m in page.context["helps"]] == [mandate.pk]
    assert parts(page) == {"late": [], "soon": [], "rest": [], "done": []}


def test_nothing_yet_says_what_will_stand_there(as_role):
    page = as_role("colleague").get(ADDRESS).text
    assert "No mandate is yours yet" in page
    assert "A mail tells you on the day." in page


def test_somebody_elses_do_not_stand_there(owner, as_role, mandate):
    assert mandate.get_absolute_url() not in as_role("secretary").get(ADDRESS).text


def test_asks_strangers_to_sign_in_and_is_only_read(client, owner):
    assert client.get(ADDRESS).status_code == 302
    assert owner.post(ADDRESS).status_code == 405


def test_takes_as_many_queries_with_three_rows_as_with_one(owner, owned, queries):
    once = queries(owner, ADDRESS)
    for letter in "cd":
        UpdateFactory(mandate=owned(letter, target_on=day(-1)))
    assert queries(owner, ADDRESS) == once
    assert once < 12
