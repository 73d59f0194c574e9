"""The page of one session."""

import datetime as dt

import pytest
from django.urls import reverse

from sessions.models import AgendaItem, Attendance, Concordance
from tests.factories import DecisionFactory, DocumentFactory, ReportFactory, SessionFactory
from tests.mandates.roles import KEEPS

ADDRESS = reverse("mandates:session", args=["harbour-4"])


@pytest.fixture
def session(harbour):
    return SessionFactory(body=harbour, slug="harbour-4", place="Port Town")


def letters(mandates):
    return [mandate.paragraph.path for mandate in mandates]


def test_says_when_and_where_it_is_and_how_far_off(secretary, session, said):
    assert "Conference on Harbour Safety. 12–16 October 2009 (in 315 days), Port Town." in said(secretary.get(ADDRESS))


def test_undated_says_that_what_is_due_there_has_no_day(secretary, session):
    session.starts_on = session.ends_on = None
    session.save()
    assert "Not dated yet: what is due there has no day." in secretary.get(ADDRESS).text


def test_shows_what_is_due_there_open_closed_and_asked_of_states_apart(secretary, session, mandate, new_mandate):
    due = {"deadline_session": session}
    new_mandate("c", **due)
    new_mandate("d", **due, status="implemented")
    new_mandate("e", **due, ledger="states")
    new_mandate("f", **due, status="proposed")
    context = secretary.get(ADDRESS).context
    assert letters(context["due_open"]) == ["c"]
    assert letters(context["due_closed"]) == ["d"]
    assert letters(context["due_states"]) == ["e"]


def test_counts_of_its_decisions_what_was_confirmed(secretary, session, new_mandate):
    decision = new_mandate("c").paragraph.decision
    decision.session = session
    decision.save()
    new_mandate("d", ledger="states")  # with (b), three
    new_mandate("e", status="proposed")
    new_mandate("f", status="declined")
    DecisionFactory(body=session.body, session=session, number="3/9")
    found = secretary.get(ADDRESS).context["adopted"]
    assert {each.number: each.requests for each in found} == {"3/1": 3, "3/9": 0}


def test_keeps_drafts_apart_from_what_was_adopted_until_it_is_known_what_became_of_them(secretary, session, said):
    held = {"body": session.body, "session": session}
    adopted = DecisionFactory(**held, number="4/1")
    became, waits = (DecisionFactory(**held, number=f"HARB/2009/L.{n}", version="draft") for n in (1, 2))
    Concordance.objects.create(report=ReportFactory(body=session.body), draft=became, decision=adopted, answer="taken")
    response = secretary.get(ADDRESS)
    assert response.context["adopted"] == [adopted]
    assert response.context["drafts"] == [waits]
    assert "Drafts before it" in said(response)


def test_shows_the_days_of_its_documents_and_its_agenda(secretary, session, said):
    AgendaItem.objects.create(session=session, number="3", title="Pilotage")
    response = secretary.get(ADDRESS)
    chain = response.context["chain"]
    assert chain.forecast == dt.date(2009, 7, 6)
    assert chain.submission == dt.date(2009, 8, 3)
    assert "6 July 2009" in response.text
    assert "3 Pilotage" in said(response)


def test_with_nothing_due_says_what_will_stand_there(secretary, session):
    assert "Requests whose deadline names it will stand here" in secretary.get(ADDRESS).text


def test_is_for_the_secretariat_of_the_body_and_its_auditors(who_may, session):
    assert who_may(ADDRESS) == KEEPS | {"auditor"}


def test_that_is_not_there_is_not_found_and_it_is_only_read(secretary, session):
    assert secretary.get(reverse("mandates:session", args=["harbour-9"])).status_code == 404
    assert secretary.post(ADDRESS).status_code == 405


def test_takes_as_many_queries_with_three_rows_as_with_one(secretary, session, new_mandate, queries):
    def one_more(letter):
        new_mandate(letter, deadline_session=session, due_on=dt.date(2009, 10, 16))
        DecisionFactory(body=session.body, session=session, number=f"7/{letter}", slug=f"7-{letter}")

    one_more("c")
    once = queries(secretary, ADDRESS)
    one_more("d")
    one_more("e")
    assert queries(secretary, ADDRESS) == once
    assert once <= 12


def test_documents_stand_by_class_in_the_order_of_their_numbers(secretary, session, said):
    for symbol, kind in (("HARB/4/10", "pre_session"), ("HARB/4/2", "pre_session"), ("HARB/4/L.1", "limited")):
        DocumentFactory(session=session, symbol=symbol, title="Note", document_class=kind, agenda="2")
    words = said(secretary.get(ADDRESS))
    assert "Pre-session document: 2 HARB/4/2 Note agenda item 2 HARB/4/10 Note agenda item 2 Draft (L.): 1" in words


def test_attendance_is_counted_with_the_names_folded(secretary, session, said):
    for place, (kind, name) in enumerate((("party", "State A"), ("party", "State B"), ("ngo", "World League"))):
        Attendance.objects.create(session=session, attended_as=kind, name=name, position=place)
    response = secretary.get(ADDRESS)
    words = said(response)
    assert "Parties and member States: 2 State A State B Non-governmental organizations: 1 World League" in words
    assert response.text.index("<details") < response.text.index("State A")


def test_takes_as_many_queries_with_many_documents_as_with_none(secretary, session, queries):
    before = queries(secretary, ADDRESS)
    for n in range(3):
        DocumentFactory(session=session, symbol=f"HARB/4/{n}")
        Attendance.objects.create(session=session, attended_as="party", name=f"State {n}")
        AgendaItem.objects.create(session=session, number=str(n), title="Pilotage")
    assert queries(secretary, ADDRESS) == before
