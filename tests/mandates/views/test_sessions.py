"""The calendar of sessions and meetings, and a new one in it."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from sessions.models import Session
from tests.factories import BodyFactory, GroupFactory, SessionFactory
from tests.mandates.roles import KEEPS

ADDRESS = reverse("mandates:sessions")
NEW = reverse("mandates:session-new")


class TestTheCalendar:
    def test_keeps_apart_what_is_to_come_what_was_and_what_was_cancelled(self, secretary, harbour, said):
        coming = SessionFactory(body=harbour)
        undated = SessionFactory(body=harbour, ordinal=5, name="", starts_on=None, ends_on=None)
        past = SessionFactory(body=harbour, ordinal=3, starts_on=dt.date(2007, 10, 15), ends_on=dt.date(2007, 10, 19))
        cancelled = SessionFactory(body=harbour, ordinal=6, is_cancelled=True)
        response = secretary.get(ADDRESS)
        assert list(response.context["coming"]) == [coming, undated]
        assert list(response.context["past"]) == [past]
        assert list(response.context["cancelled"]) == [cancelled]
        assert "12–16 October 2009 in 315 days" in said(response)
        assert "15–19 October 2007 in" not in said(response)

    def test_holds_the_sessions_of_the_persons_bodies_and_their_groups_alone(self, secretary, harbour):
        meeting = SessionFactory(body=GroupFactory(parent=harbour))
        SessionFactory(body=BodyFactory())
        assert list(secretary.get(ADDRESS).context["coming"]) == [meeting]

    def test_empty_says_what_waits_for_a_session(self, secretary):
        assert "Deadlines bound to a session wait until it stands here" in secretary.get(ADDRESS).text

    def test_offers_a_new_one_to_the_secretariat_alone(self, as_role):
        assert NEW in as_role("secretary").get(ADDRESS).text
        assert NEW not in as_role("auditor").get(ADDRESS).text

    def test_is_for_the_secretariats_of_bodies_and_auditors(self, who_may):
        assert who_may(ADDRESS) == KEEPS | {"auditor", "secretariat of another body"}

    def test_is_only_read(self, secretary):
        assert secretary.post(ADDRESS).status_code == 405

    def test_takes_as_many_queries_with_three_rows_as_with_one(self, secretary, harbour, queries):
        SessionFactory(body=harbour)
        once = queries(secretary, ADDRESS)
        for ordinal in (5, 6):
            SessionFactory(body=harbour, ordinal=ordinal)
        assert queries(secretary, ADDRESS) == once
        assert once < 12


def fourth(body, /, **changed):
    data = {"body": body.pk, "kind": "ordinary", "ordinal": "4", "place": "Port Town"}
    return data | {"starts_on": "2009-10-12", "ends_on": "2009-10-16"} | changed


class TestNew:
    def test_stands_in_the_calendar_under_an_address_of_its_body_and_number(self, secretary, harbour):
        response = secretary.post(NEW, fourth(harbour), follow=True)
        assert response.redirect_chain == [("/sessions/harbour-4/", 302)]
        assert "The session is in the calendar." in response.text
        assert Session.objects.get().place == "Port Town"

    def test_one_with_a_name_alone_has_its_address_of_that(self, secretary, harbour):
        secretary.post(NEW, fourth(harbour, kind="meeting", ordinal="", name="Meeting of experts, Port Town"))
        assert Session.objects.get().slug == "harbour-meeting-of-experts-port-town"

    def test_an_address_that_is_taken_is_not_given_again(self, secretary, harbour):
        SessionFactory(body=harbour, slug="harbour-4", ordinal=9)
        secretary.post(NEW, fourth(harbour))
        assert Session.objects.filter(slug="harbour-4-2").exists()

    def test_gives_their_day_to_mandates_that_awaited_it(self, secretary, harbour, new_mandate):
        rule = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": "at"}
        waiting = new_mandate("c", **rule)
        secretary.post(NEW, fourth(harbour))
        waiting.refresh_from_db()
        assert waiting.due_on == dt.date(2009, 10, 16)
        assert Change.objects.filter(mandate=waiting, kind="deadline").count() == 1

    def test_need_not_be_dated(self, secretary, harbour):
        assert secretary.post(NEW, fourth(harbour, starts_on="", ends_on="")).status_code == 302

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"body": ""}, "body"),
            ({"ordinal": ""}, "ordinal"),
            ({"kind": "meeting", "ordinal": "", "name": ""}, "name"),
            ({"ends_on": ""}, "ends_on"),
            ({"starts_on": "2009-10-17"}, "ends_on"),
            ({"starts_on": "next year"}, "starts_on"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field_and_what_was_written_stays(self, secretary, harbour, changed, field):
        response = secretary.post(NEW, fourth(harbour, **changed))
        assert response.status_code == 400
        assert f'href="#id_{field}"' in response.text
        assert 'value="Port Town"' in response.text
        assert not Session.objects.exists()

    def test_sent_twice_it_stands_there_once(self, secretary, harbour):
        secretary.post(NEW, fourth(harbour))
        response = secretary.post(NEW, fourth(harbour))
        assert response.status_code == 400
        assert "The body has a session of this number already." in response.text
        assert Session.objects.count() == 1

    def test_of_a_body_that_is_not_the_persons_is_no_choice(self, secretary):
        response = secretary.post(NEW, fourth(BodyFactory()))
        assert response.status_code == 400
        assert 'href="#id_body"' in response.text

    def test_is_for_the_secretariats_of_bodies_alone(self, who_may):
        assert who_may(NEW) == KEEPS | {"secretariat of another body"}
        assert who_may(NEW, "post") == KEEPS | {"secretariat of another body"}
