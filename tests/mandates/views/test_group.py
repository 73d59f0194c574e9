"""The page of one body or group."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from tests.factories import BodyFactory, GroupFactory, SessionFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:group", args=["pilotage"])
CONFERENCE = reverse("mandates:group", args=["harbour"])
INSIDE = KEEPS | HEADS | {"auditor", "owner", "acting deputy", "colleague", "contributor"}


@pytest.fixture
def group(harbour):
    return GroupFactory(parent=harbour, slug="pilotage", name="Working Group on Pilotage")


@pytest.fixture
def session(harbour):
    return SessionFactory(body=harbour, slug="harbour-4")


def letters(mandates):
    return [mandate.paragraph.path for mandate in mandates]


class TestThePage:
    def test_says_who_the_group_is_and_how_far_its_next_meeting_is(self, secretary, group, said):
        group.established_by, group.chair = "decision 1/2", "a member of the Bureau"
        group.save()
        days = {"starts_on": dt.date(2009, 6, 9), "ends_on": dt.date(2009, 6, 11)}
        SessionFactory(body=group, kind="meeting", name="second meeting", **days)
        words = said(secretary.get(ADDRESS))
        assert "Established by decision 1/2." in words
        assert "Chaired by a member of the Bureau." in words
        assert "Next: second meeting, 9–11 June 2009 (in 190 days)." in words

    def test_keeps_apart_what_is_asked_of_the_group_and_of_others_by_what_is_due_first(
        self, secretary, group, new_mandate
    ):
        new_mandate("c", group=group, ledger="conference", asked_body=group)
        new_mandate("d", group=group, due_on=dt.date(2009, 6, 1))
        new_mandate("e", group=group, due_on=dt.date(2009, 3, 1))
        new_mandate("f", group=group, status="implemented")
        context = secretary.get(ADDRESS).context
        assert letters(context["asked"]) == ["c"]
        assert letters(context["others"]) == ["e", "d"]

    def test_its_numbers_lead_to_lists_of_as_many(self, secretary, group, session, new_mandate):
        new_mandate("c", group=group, due_on=dt.date(2008, 11, 1))
        new_mandate("d", group=group, waiting_for="replies", waiting_since=dt.date(2008, 11, 1))
        new_mandate("e", group=group, status="implemented")
        new_mandate("h", group=group)
        new_mandate("f", ledger="states", group=group)
        new_mandate("g")
        context = secretary.get(ADDRESS).context
        numbered = [*context["figures"], *context["bar"], context["of_states"]]
        assert [figure["number"] for figure in context["figures"]] == [3, 1, 1, 1, 1]
        for each in numbered:
            assert secretary.get(each["url"]).context["page"].paginator.count == each["number"], each

    def test_nought_leads_nowhere(self, secretary, group):
        assert [figure["url"] for figure in secretary.get(ADDRESS).context["figures"]] == [""] * 5

    def test_shows_the_way_to_the_next_session(self, secretary, group, session, new_mandate, said):
        new_mandate("c", group=group, due_on=dt.date(2009, 6, 1))
        words = said(secretary.get(ADDRESS))
        assert "1 December 2008 · today" in words
        assert "1 June 2009 1 request is due 3/1 (c)" in words
        assert "12 October 2009 fourth session" in words

    def test_shows_the_load_of_each_owner(self, secretary, owner, group, mandate, new_mandate):
        theirs = {"group": group, "owner": owner.person, "unit": mandate.unit}
        new_mandate("c", **theirs, target_on=dt.date(2008, 11, 1))
        new_mandate("d", **theirs)
        new_mandate("e", group=group)
        load = [(row["owner"], row["open"], row["late"]) for row in secretary.get(ADDRESS).context["load"]]
        assert load == [(owner.person.name, 2, 1), (None, 1, 0)]

    def test_shows_what_changed_and_what_nobody_touched(self, secretary, group, new_mandate):
        old = new_mandate("c", group=group, touched_on=dt.date(2008, 1, 1))
        at = dt.datetime(2008, 11, 25, 9, 0, tzinfo=dt.UTC)
        Change.objects.create(mandate=new_mandate("d", group=group), kind="update", by=secretary.person, at=at)
        context = secretary.get(ADDRESS).context
        assert list(context["stale"]) == [old]
        assert [entry["sentence"] for entry in context["changes"]] == ["Wrote an update"]

    def test_with_nothing_yet_says_what_will_stand_there(self, secretary, group):
        page = secretary.get(ADDRESS).text
        assert "When a report is reviewed, a decision can be given to this group" in page

    def test_says_of_a_group_what_its_conference_says_on_each_of_its_pages(self, secretary, harbour, group):
        harbour.notice = "A restatement, not the adopted text."
        harbour.save()
        assert "A restatement, not the adopted text." in secretary.get(ADDRESS).text

    def test_of_a_conference_shows_what_stands_with_it_and_its_groups(self, secretary, group, mandate, said):
        response = secretary.get(CONFERENCE)
        assert letters(response.context["others"]) == ["b"]
        assert "Its groups Working Group on Pilotage" in said(response)


class TestWho:
    def test_reads_the_page_of_the_conference(self, as_role, group):
        for role in sorted(INSIDE):
            assert as_role(role).get(CONFERENCE).status_code == 200, role

    def test_is_led_to_the_page_of_progress(self, as_role, group):
        for role in ("administrator", "delegation, capital", "delegation, observer", "chair", "bureau"):
            client = as_role(role)
            assert client.get(CONFERENCE)["Location"] == reverse("mandates:progress-body", args=["harbour"])
            assert client.get(ADDRESS)["Location"] == reverse("mandates:progress-group", args=["harbour", "pilotage"])

    def test_finds_nothing(self, as_role, group):
        for role in ("secretariat of another body", "signed in"):
            client = as_role(role)
            assert {client.get(ADDRESS).status_code, client.get(CONFERENCE).status_code} == {404}, role

    def test_an_officer_sees_and_counts_their_own_alone_and_is_offered_no_session(
        self, owner, session, group, mandate, new_mandate
    ):
        new_mandate("c")
        response = owner.get(CONFERENCE)
        assert letters(response.context["others"]) == ["b"]
        assert response.context["all"] == 1
        assert session.get_absolute_url() not in response.text

    def test_a_body_that_is_not_there_is_not_found(self, secretary, db):
        BodyFactory(slug="elsewhere")
        assert secretary.get(reverse("mandates:group", args=["elsewhere"])).status_code == 404
        assert secretary.get(reverse("mandates:group", args=["nowhere"])).status_code == 404

    def test_strangers_are_asked_to_sign_in_and_it_is_only_read(self, client, secretary, group):
        assert client.get(ADDRESS).status_code == 302
        assert secretary.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("address", [ADDRESS, CONFERENCE])
def test_takes_as_many_queries_with_three_rows_as_with_one(
    secretary, owner, group, session, new_mandate, queries, address
):
    at = dt.datetime(2008, 11, 25, 9, 0, tzinfo=dt.UTC)

    def one_more(letter):
        fields = {"group": group, "owner": owner.person, "touched_on": dt.date(2008, 1, 1)}
        mandate = new_mandate(letter, **fields, due_on=dt.date(2009, 6, 1))
        new_mandate(letter, group=group, ledger="conference", asked_body=group)
        Change.objects.create(mandate=mandate, kind="update", by=owner.person, at=at)
        SessionFactory(body=group, kind="meeting", ordinal=ord(letter), name=letter)

    one_more("c")
    once = queries(secretary, address)
    one_more("d")
    one_more("e")
    assert queries(secretary, address) == once
    assert once <= 14  # who it is, sessions, numbers, bar, open ones, stale ones, changes
