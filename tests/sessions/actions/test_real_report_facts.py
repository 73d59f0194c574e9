"""What the report of a real session says besides, imported whole. Its text stays outside this repository."""

import datetime as dt

import pytest

from mandates.views.statements import adopted, likeliest
from sessions.actions.reading import store
from sessions.models import Attendance, Citation, Decision, Document, FinancialStatement, Session, StatedParagraph
from tests.factories import ReportFactory
from tests.sessions.reading.test_real_report import report as reading  # noqa: F401  skips where it is not there

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(reading):  # noqa: F811
    found = ReportFactory(body__slug="ctoc-cop", body__name="Conference of the Parties")
    store(found, reading, at=dt.datetime(2008, 12, 1, 9, 30, tzinfo=dt.UTC))
    return found


def test_everything_stands_where_it_belongs(imported):
    adoption = Decision.objects.get(number="4/7")
    assert (adoption.adopted_on, adoption.adopted_meeting) == (dt.date(2008, 10, 17), 16)
    assert (adoption.draft_symbol, len(adoption.sponsors)) == ("CTOC/COP/2008/L.4/Rev.1", 10)
    fourth, fifth = Session.objects.order_by("ordinal")
    assert (fourth.documents.count(), fourth.attendance.count()) == (
        Document.objects.count(),
        Attendance.objects.count(),
    )
    assert Document.objects.count() == 49
    assert Attendance.objects.filter(attended_as="party").exclude(state="").count() == 96
    assert (fifth.ordinal, fifth.starts_on, fifth.agenda_items.count()) == (5, None, 20)
    assert Citation.objects.count() == 15


def test_statements_know_what_became_of_their_drafts_and_of_no_paragraph(imported):
    became = FinancialStatement.objects.order_by("position").values_list("annex", "decision__number")
    assert list(became) == [("II", "4/1"), ("III", "4/2"), ("IV", "4/4"), ("V", "4/3"), ("VIII", "4/8")]
    assert all(stated.mapping is None for stated in StatedParagraph.objects.all())


def test_the_costly_paragraph_is_offered_the_one_that_it_became(imported):
    stated = StatedParagraph.objects.get(statement__annex="III", label="3")
    assert [amount["amount"] for amount in stated.amounts] == [151200]
    assert str(likeliest(stated, adopted(stated.statement))) == "4/2 (e)"
