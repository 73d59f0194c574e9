"""The bodies with their groups, and five numbers for each."""

import datetime as dt

from django.urls import reverse

from tests.factories import BodyFactory, GroupFactory, MembershipFactory, SessionFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:groups")


def row_of(response, body):
    return next(row for row in response.context["rows"] if row.group == body)


def test_shows_every_body_with_its_groups_after_it(secretary, harbour):
    group = GroupFactory(parent=harbour)
    BodyFactory()
    assert [row.group for row in secretary.get(ADDRESS).context["rows"]] == [harbour, group]


def test_counts_for_each_what_stands_in_its_field(secretary, harbour, mandate, new_mandate):
    group = GroupFactory(parent=harbour)
    SessionFactory(body=harbour)
    new_mandate("c", group=group, due_on=dt.date(2008, 11, 1))
    new_mandate("d", group=group, waiting_for="replies", waiting_since=dt.date(2008, 11, 1))
    new_mandate("e", group=group, status="implemented")
    new_mandate("f", group=group, ledger="states")
    response = secretary.get(ADDRESS)
    assert row_of(response, group).numbers == {"open": 2, "overdue": 1, "before": 1, "waiting": 1, "implemented": 1}
    assert row_of(response, harbour).numbers["open"] == 1


def test_the_bar_takes_for_begun_only_what_is(secretary, harbour, mandate, new_mandate):
    new_mandate("c", status="in_progress")
    parts = {part["status"]: part["number"] for part in row_of(secretary.get(ADDRESS), harbour).parts}
    assert parts == {"implemented": 0, "in_progress": 1, "wait": 0, "not_started": 1}


def test_an_officer_sees_the_bodies_of_their_mandates_and_counts_of_these_alone(owner, harbour, new_mandate):
    new_mandate("c")
    BodyFactory()
    response = owner.get(ADDRESS)
    assert [row.group for row in response.context["rows"]] == [harbour]
    assert row_of(response, harbour).numbers["open"] == 1


def test_who_has_no_body_here_is_led_to_progress(as_role):
    for role in ("delegation, capital", "bureau", "signed in", "administrator"):
        assert as_role(role).get(ADDRESS)["Location"] == reverse("mandates:progress"), role


def test_is_read_by_whoever_works_inside(as_role):
    for role in sorted(KEEPS | HEADS | {"auditor", "owner", "acting deputy", "colleague", "contributor"}):
        assert as_role(role).get(ADDRESS).status_code == 200, role


def test_asks_strangers_to_sign_in_and_is_only_read(client, secretary):
    assert client.get(ADDRESS).status_code == 302
    assert secretary.post(ADDRESS).status_code == 405


def test_takes_as_many_queries_with_three_rows_as_with_one(secretary, harbour, mandate, queries):
    GroupFactory(parent=harbour)
    once = queries(secretary, ADDRESS)
    for _ in range(2):
        GroupFactory(parent=MembershipFactory(user=secretary.person).body)
    assert queries(secretary, ADDRESS) == once
    assert once < 12
