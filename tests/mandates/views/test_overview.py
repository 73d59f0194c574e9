"""The first page: for the secretariat what needs a person today, for others the page that is theirs."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from mandates.models.notices import Run
from tests.factories import GroupFactory, MembershipFactory, SessionFactory, UpdateFactory

ADDRESS = reverse("mandates:overview")
AT = dt.datetime(2008, 12, 1, 8, 0, tzinfo=dt.UTC)


class TestWho:
    @pytest.mark.parametrize("role", ["secretary", "secretariat", "auditor"])
    def test_the_secretariat_and_auditors_get_the_overview(self, as_role, role):
        assert "Needs a person today" in as_role(role).get(ADDRESS).text

    @pytest.mark.parametrize("role", ["owner", "colleague", "head", "deputy head", "contributor"])
    def test_officers_get_their_mandates(self, as_role, role):
        assert "<title>My mandates" in " ".join(as_role(role).get(ADDRESS).text.split()).replace("<title> ", "<title>")

    @pytest.mark.parametrize("role", ["chair", "bureau", "delegation, capital", "signed in"])
    def test_everybody_else_goes_to_progress(self, as_role, role):
        assert as_role(role).get(ADDRESS)["Location"] == reverse("mandates:progress")

    def test_an_administrator_goes_to_the_health_of_the_system(self, as_role):
        assert as_role("administrator").get(ADDRESS)["Location"] == reverse("mandates:health")

    def test_a_stranger_is_asked_to_sign_in(self, client, db):
        assert client.get(ADDRESS)["Location"] == reverse("accounts:sign-in")

    def test_it_is_only_read(self, secretary):
        assert secretary.post(ADDRESS).status_code == 405


class TestWhatNeedsAPerson:
    def test_each_number_leads_to_the_list_of_as_many(self, secretary, owner, new_mandate):
        new_mandate("c", target_on=dt.date(2008, 11, 1), owner=owner.person)
        new_mandate("d", status="reported_done", owner=owner.person)
        new_mandate("e", status="overtaken", owner=owner.person)
        new_mandate("f", status="implemented", is_verified_independently=False)
        new_mandate("g", status="proposed")
        new_mandate("h")
        rows = secretary.get(ADDRESS).context["to_do"]
        lists = {row["label"]: row for row in rows if row["url"].startswith(reverse("mandates:list"))}
        assert len(lists) == 5
        for row in lists.values():
            assert secretary.get(row["url"]).context["page"].paginator.count == row["number"], row
        others = {row["url"]: row["number"] for row in rows if row not in lists.values()}
        assert others == {reverse("mandates:release"): 3, reverse("sessions:reports"): 1}

    def test_what_is_late_comes_first_and_is_loud(self, secretary, new_mandate):
        new_mandate("c", target_on=dt.date(2008, 11, 1))
        first = secretary.get(ADDRESS).context["to_do"][0]
        assert (first["number"], first["label"], first["tone"]) == (1, "mandate is past its target", "late")

    def test_where_nothing_waits_the_page_says_what_would(self, secretary, mandate, owner):
        page = secretary.get(ADDRESS).text
        assert "Nothing waits for a person" in page

    def test_of_other_bodies_nothing_is_counted(self, new_mandate, signed_in):
        new_mandate("c", target_on=dt.date(2008, 11, 1))
        assert signed_in(MembershipFactory().user).get(ADDRESS).context["to_do"] == []


class TestBesides:
    def test_a_row_per_body_and_group_leads_to_its_page(self, secretary, harbour, mandate):
        group = GroupFactory(parent=harbour, slug="pilotage")
        page = secretary.get(ADDRESS).text
        assert f'href="{harbour.get_absolute_url()}"' in page
        assert f'href="{group.get_absolute_url()}"' in page

    def test_the_next_sessions_with_how_far_off_they_are(self, secretary, harbour, said):
        SessionFactory(body=harbour, starts_on=dt.date(2008, 12, 13), ends_on=dt.date(2008, 12, 15))
        SessionFactory(body=harbour, ordinal=5, name="", starts_on=None, ends_on=None)
        SessionFactory(ordinal=6, name="")
        response = secretary.get(ADDRESS)
        assert "13–15 December 2008 in 12 days fourth session" in said(response)
        assert "not dated yet fifth session" in said(response)
        assert "sixth session" not in response.text

    def test_what_one_person_did_alike_is_told_as_one(self, secretary, mandate, new_mandate, said):
        for letter in "cde":
            for kind in ("confirmed", "owner"):  # by turns, as confirming and assigning go
                params = {"ledger": "secretariat", "new_name": "Officer"}
                fields = {"new": "not_started", "params": params, "by": secretary.person, "at": AT}
                Change.objects.create(mandate=new_mandate(letter), kind=kind, **fields)
        response = secretary.get(ADDRESS)
        assert [entry["more"] for entry in response.context["changes"]] == [2, 2]
        assert "and 2 more" in said(response)

    def test_before_anything_is_there_it_says_how_to_begin(self, signed_in, december, db):
        page = signed_in(MembershipFactory().user).get(ADDRESS).text
        assert "No session is in the calendar." in page
        assert "Nothing has changed." in page

    def test_that_no_reminders_run_is_told_before_all_else(self, secretary):
        assert "Reminders are not running" not in secretary.get(ADDRESS).text
        Run.objects.create(on=AT.date(), started_at=AT, finished_at=AT)
        page = secretary.get(ADDRESS).text
        assert page.index("Reminders are not running") < page.index("Needs a person today")


def test_takes_as_many_queries_with_three_rows_as_with_one(secretary, harbour, mandate, new_mandate, queries):
    Run.objects.create(on=AT.date(), started_at=AT, finished_at=AT)

    def one_more(letter):
        GroupFactory(parent=harbour)
        SessionFactory(body=harbour, ordinal=ord(letter))
        update = UpdateFactory(mandate=new_mandate(letter))
        Change.objects.create(mandate=update.mandate, kind="update", by=update.by, at=AT)

    one_more("c")
    once = queries(secretary, ADDRESS)
    one_more("d")
    one_more("e")
    assert queries(secretary, ADDRESS) == once
    assert once <= 15  # numbers, rows, sessions, changes, mail and alarm are questions of their own
