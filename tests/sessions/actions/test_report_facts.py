"""What a report says besides is stored where it belongs, once; what stood there is left as it is."""

import datetime as dt
from dataclasses import replace

import pytest

from sessions.actions.reading import store
from sessions.models import (
    AgendaItem,
    Attendance,
    Citation,
    Decision,
    Document,
    FinancialStatement,
    Report,
    Session,
    StatedParagraph,
)
from sessions.reading.besides import (
    Adoption,
    AgendaLine,
    Amount,
    Attendee,
    ListedDocument,
    NextAgenda,
    ReportFacts,
    Statement,
)
from sessions.reading.besides import Citation as Cited
from sessions.reading.besides import (
    StatedParagraph as Stated,
)
from tests.factories import DocumentFactory, SessionFactory

pytestmark = pytest.mark.django_db

TWO = [("3/1", [("(a)", "", "Requests a report;")]), ("3/2", [("(a)", "", "Requests a directory;")])]
FACTS = ReportFacts(
    adoptions=(Adoption("3/1", 9, "2007-10-12", "HARB/3/L.2/Rev.1", True, ("State A", "State D"), 5),),
    statements=(
        Statement(
            "I",
            "HARB/3/L.2",
            "",
            (
                Stated("2", "Decide to establish a group", ""),
                Stated("4", "Request two meetings", "amount", (Amount("USD", 84000, "two meetings", "2008-2009"),)),
            ),
            9,
        ),
        Statement("II", "HARB/3/L.9", "3/2", (Stated("1", "", "none"),), 19),
    ),
    agenda=NextAgenda(4, (AgendaLine("1", "Pilotage"), AgendaLine("1 (a)", "Ladders")), 30),
    documents=(
        ListedDocument("HARB/3/1", "1", "Provisional agenda", "pre_session"),
        ListedDocument("HARB/3/CRP.1", "2 (a) and (b)", "Six harbours", "crp"),
    ),
    citations=(Cited("3/2", 0, "HARB/3/1"),),
    attendance=(Attendee("Cape Verde", "party", "CPV"), Attendee("World League of Harbours", "ngo")),
)


@pytest.fixture
def stored(waiting, text, at):
    """A function: the reading of another report with these facts is stored; its findings by code."""

    def make(facts=FACTS, decisions=TWO):
        reading = store(waiting(), replace(text(decisions), besides=facts), at=at)
        return {finding["code"]: finding["params"] for finding in reading.findings}

    return make


def test_a_decision_knows_how_it_was_adopted(stored):
    stored()
    first, second = Decision.objects.order_by("number")
    assert (first.adopted_on, first.adopted_meeting, first.draft_symbol) == (
        dt.date(2007, 10, 12),
        9,
        "HARB/3/L.2/Rev.1",
    )
    assert (first.is_orally_revised, first.sponsors) == (True, ["State A", "State D"])
    assert (second.adopted_on, second.draft_symbol, second.sponsors) == (None, "", [])


def test_a_statement_hangs_on_its_draft_and_on_no_adopted_paragraph(stored):
    stored()
    first, second = FinancialStatement.objects.order_by("position")
    assert (first.draft, first.decision.number) == ("HARB/3/L.2", "3/1")  # by the draft that was adopted
    assert second.decision.number == "3/2"  # as the report says
    assert [(p.label, p.bearing) for p in first.paragraphs.all()] == [("2", ""), ("4", "amount")]
    assert first.paragraphs.last().amounts == [
        {"currency": "USD", "amount": 84000, "purpose": "two meetings", "period": "2008-2009"}
    ]
    assert all(p.mapping is None for p in StatedParagraph.objects.all())


def test_the_next_session_is_in_the_calendar_without_days_and_has_the_agenda(stored, body):
    stored()
    fourth = Session.objects.get(body=body, ordinal=4)
    assert fourth.starts_on is None
    assert [(i.number, i.title, i.status) for i in fourth.agenda_items.all()] == [
        ("1", "Pilotage", "provisional"),
        ("1 (a)", "Ladders", "provisional"),
    ]


def test_a_session_that_the_calendar_has_keeps_its_days(stored, body):
    fourth = SessionFactory(body=body, ordinal=4)
    stored()
    fourth.refresh_from_db()
    assert fourth.starts_on == dt.date(2009, 10, 12)
    assert fourth.agenda_items.count() == 2


def test_an_agenda_that_is_there_and_differs_stays_and_is_a_finding(stored, body):
    fourth = SessionFactory(body=body, ordinal=4)
    AgendaItem.objects.create(session=fourth, number="1", title="Dredging")
    assert stored()["agenda_known"] == {"ordinal": 4}
    assert [item.title for item in fourth.agenda_items.all()] == ["Dredging"]


def test_documents_stand_on_the_session_by_class(stored):
    stored()
    assert [(d.symbol, d.document_class, d.agenda, d.session.ordinal) for d in Document.objects.order_by("pk")] == [
        ("HARB/3/1", "pre_session", "1", 3),
        ("HARB/3/CRP.1", "crp", "2 (a) and (b)", 3),
    ]


def test_a_document_of_a_session_before_stands_before_this_one_too(stored, body):
    second = SessionFactory(body=body, ordinal=2, slug="harbour-2")
    DocumentFactory(symbol="HARB/3/1", session=second)
    stored()
    document = Document.objects.get(symbol="HARB/3/1")
    assert document.session == second
    assert [session.ordinal for session in document.also_before.all()] == [3]


def test_a_paragraph_knows_what_its_footnotes_cite(stored):
    stored()
    assert [(str(c.paragraph), c.symbol) for c in Citation.objects.all()] == [("3/2 (a)", "HARB/3/1")]


def test_a_document_that_is_there_is_left_as_it_is(stored):
    DocumentFactory(symbol="HARB/3/1", title="As entered")
    stored()
    assert Document.objects.get(symbol="HARB/3/1").title == "As entered"
    assert Document.objects.count() == 2


def test_attendance_names_states_and_organizations(stored):
    stored()
    assert [(a.attended_as, a.state, a.name) for a in Attendance.objects.all()] == [
        ("party", "CPV", "Cape Verde"),
        ("ngo", "", "World League of Harbours"),
    ]


def test_a_second_import_changes_nothing_twice(stored, body):
    stored()
    tables = (Session, Decision, FinancialStatement, StatedParagraph, AgendaItem, Document, Attendance, Citation)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    codes = stored()
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert "agenda_known" not in codes
    assert Report.objects.filter(body=body).count() == 2


def test_what_a_person_entered_on_the_adoption_stays(stored):
    stored(ReportFacts())
    Decision.objects.filter(number="3/1").update(adopted_on=dt.date(2007, 10, 11), sponsors=["State Z"])
    stored()
    decision = Decision.objects.get(number="3/1")
    assert (decision.adopted_on, decision.sponsors) == (dt.date(2007, 10, 11), ["State Z"])
