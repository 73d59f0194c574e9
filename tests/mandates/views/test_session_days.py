"""Other days for a session: asked, shown, done, moved back."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from sessions.models import Reading
from tests.factories import ReportFactory, SessionFactory, UserFactory
from tests.mandates.roles import KEEPS

ADDRESS = reverse("mandates:session-days", args=["harbour-4"])
PAGE = reverse("mandates:session", args=["harbour-4"])
OLD = {"was_starts_on": "2009-10-12", "was_ends_on": "2009-10-16"}
NEW = {"starts_on": "2010-03-01", "ends_on": "2010-03-05", "reason": "The hall is not ready."}


@pytest.fixture
def session(harbour):
    return SessionFactory(body=harbour, slug="harbour-4")


@pytest.fixture
def due_there(new_mandate, session):
    rule = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": "at"}
    return new_mandate("c", **rule, due_on=session.ends_on, deadline_session=session, owner=UserFactory())


def fresh(thing):
    thing.refresh_from_db()
    return thing


def test_begins_with_the_days_as_they_are(secretary, session):
    text = secretary.get(ADDRESS).text
    assert 'value="2009-10-12"' in text
    assert 'value="2009-10-16"' in text


def test_shows_what_would_move_before_anything_does(secretary, session, due_there, said):
    response = secretary.post(ADDRESS, NEW | OLD)
    assert response.status_code == 200
    words = said(response)
    assert "from 12 to 16 October 2009 to 1 to 5 March 2010. Nothing has moved yet." in words
    assert "1 request gets another day. 1 owner will be told." in words
    assert "5 March 2010 was 16 October 2009" in words
    assert fresh(due_there).due_on == dt.date(2009, 10, 16)
    assert not Change.objects.exists()


def test_confirmed_it_is_done_and_the_session_tells_how_it_came_by_its_days(secretary, session, due_there, said):
    response = secretary.post(ADDRESS, NEW | OLD | {"confirm": "yes"}, follow=True)
    assert response.redirect_chain == [(PAGE, 302)]
    words = said(response)
    assert "The calendar has the new days. 1 request got another day." in words
    assert "From 12 to 16 October 2009 to 1 to 5 March 2010 The hall is not ready." in words
    assert fresh(due_there).due_on == dt.date(2010, 3, 5)


def test_the_way_back_is_filled_in(secretary, session, due_there):
    response = secretary.post(ADDRESS, NEW | OLD | {"confirm": "yes"}, follow=True)
    back = f"{ADDRESS}?{response.context['moved_from']}"
    assert back.replace("&", "&amp;") in response.text
    initial = secretary.get(back).context["form"].initial
    assert (initial["starts_on"], initial["ends_on"]) == (dt.date(2009, 10, 12), dt.date(2009, 10, 16))
    assert initial["was_starts_on"] == dt.date(2010, 3, 1)


def test_of_one_that_never_moved_there_is_no_way_back(secretary, session):
    context = secretary.get(PAGE).context
    assert (context["moves"], context["moved_from"]) == ([], "")


def test_cancelled_it_says_so_and_what_is_due_there_has_no_day(secretary, session, due_there, said):
    same = {"starts_on": "2009-10-12", "ends_on": "2009-10-16", "reason": "No host.", "is_cancelled": "on"}
    assert "from 12 to 16 October 2009 to cancelled" in said(secretary.post(ADDRESS, same | OLD))
    secretary.post(ADDRESS, same | OLD | {"confirm": "yes"})
    assert fresh(session).is_cancelled
    assert fresh(due_there).due_on is None


def test_without_days_it_is_undated(secretary, session, due_there):
    secretary.post(ADDRESS, {"reason": "Not agreed.", "confirm": "yes"} | OLD)
    assert fresh(session).starts_on is None
    assert fresh(due_there).due_on is None


def test_whoever_is_second_is_told_and_sees_what_is_there_now(secretary, session, due_there):
    secretary.post(ADDRESS, NEW | OLD | {"confirm": "yes"})
    response = secretary.post(ADDRESS, NEW | OLD | {"starts_on": "2010-03-02", "confirm": "yes"})
    assert response.status_code == 400
    assert "Somebody else changed the days in the meantime" in response.text
    assert '<input type="hidden" name="was_starts_on" value="2010-03-01"' in response.text
    assert fresh(session).starts_on == dt.date(2010, 3, 1)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"ends_on": ""}, "ends_on"), ({"starts_on": "soon"}, "starts_on"), ({"reason": ""}, "reason")],
)
def test_what_is_wrong_is_said_at_its_field(secretary, session, changed, field):
    response = secretary.post(ADDRESS, NEW | OLD | changed)
    assert response.status_code == 400
    assert f'href="#id_{field}"' in response.text


@pytest.mark.parametrize("query", ["starts_on=2009-02-30", "starts_on=soon", "ends_on=", "is_cancelled=perhaps"])
def test_what_is_no_day_proposes_nothing(secretary, session, query):
    assert secretary.get(f"{ADDRESS}?{query}").context["form"].initial["starts_on"] == dt.date(2009, 10, 12)


def test_an_administrator_moves_it_and_sees_counts_but_no_request(as_role, session, due_there, said):
    administrator = as_role("administrator")
    response = administrator.post(ADDRESS, NEW | OLD)
    assert "1 request gets another day." in said(response)
    assert response.context["followers"] == []
    assert administrator.post(ADDRESS, NEW | OLD | {"confirm": "yes"})["Location"] == ADDRESS


def test_is_for_the_secretariat_of_the_body_and_administrators(who_may, session):
    assert who_may(ADDRESS) == KEEPS | {"administrator"}
    assert who_may(ADDRESS, "post", **NEW, **OLD) == KEEPS | {"administrator"}


def test_an_auditor_is_not_offered_it(as_role, session):
    assert ADDRESS in as_role("secretary").get(PAGE).text
    assert ADDRESS not in as_role("auditor").get(PAGE).text


def test_a_report_that_states_days_offers_them_to_an_undated_session(secretary, session, december, said):
    session.starts_on = session.ends_on = None
    session.save()
    Reading.objects.create(
        report=ReportFactory(body=session.body, session=session),
        made_at=dt.datetime(2008, 12, 1, tzinfo=dt.UTC),
        version="1",
        account={},
        findings=[{"code": "session_undated", "params": {"start": "2010-10-18", "end": "2010-10-22", "ordinal": 4}}],
    )
    response = secretary.get(PAGE)
    assert "says 18 to 22 October 2010; the calendar has no days." in said(response)
    query = response.context["reported"]["query"]
    assert secretary.get(f"{ADDRESS}?{query}").context["form"].initial["starts_on"] == dt.date(2010, 10, 18)
