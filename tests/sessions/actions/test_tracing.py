"""Of which draft a decision came: the report's word before likeness, the last revision before those it replaced."""

import pytest

from sessions.actions.tracing import base_of, trace, trace_drafts, untraced
from sessions.models import Concordance, Decision
from tests.texts import comes_in, draft_text, report_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafts(body, secretary):
    """Two drafts of the same words under two symbols."""
    comes_in(body, secretary, draft_text(), name="3.md")
    comes_in(body, secretary, draft_text().replace("L.3", "L.7"), name="7.md")
    Concordance.objects.all().delete()


@pytest.fixture
def report(drafts, body, secretary):
    found = comes_in(body, secretary, report_text())
    Concordance.objects.all().delete()
    return found


def test_the_document_is_the_same_whatever_its_revision():
    whole = "HARB/2007/L.3"
    assert {base_of(f"{whole}{more}") for more in ("", "/Rev.1", "/Rev.2/Add.1", "/Corr.1", " II")} == {whole}


def test_the_symbol_that_the_report_gives_decides(report):
    for symbol in ("HARB/2007/L.7", "HARB/2007/L.3/Rev.1"):
        trace_drafts(report, report.decisions.all(), {"3/1": symbol})
        assert base_of(Concordance.objects.get().draft.number) == base_of(symbol)
        Concordance.objects.all().delete()


def test_a_symbol_that_was_never_imported_leaves_it_to_a_person(report):
    assert trace_drafts(report, report.decisions.all(), {"3/1": "HARB/2007/L.99"}) == []
    decisions, drafts = untraced(report)
    assert [d.number for d in decisions] == ["3/1"]
    assert {d.number for d in drafts} == {"HARB/2007/L.3", "HARB/2007/L.7"}


def test_without_a_symbol_the_words_decide_and_one_draft_is_offered(report):
    [finding] = trace_drafts(report, report.decisions.all(), {})
    assert finding.code == "draft_found"
    assert Concordance.objects.count() == 1


def test_of_revisions_that_were_never_compared_the_last_is_offered(body, secretary):
    comes_in(body, secretary, draft_text(), name="1.md")
    comes_in(body, secretary, draft_text("Rev.1"), name="2.md")
    comes_in(body, secretary, report_text())
    offered = Concordance.objects.get(decision__number="3/1")
    assert offered.draft.number == "HARB/2007/L.3/Rev.1"


def test_a_draft_that_was_dismissed_can_be_named_after_all(report):
    draft = Decision.objects.get(number="HARB/2007/L.7")
    found = trace(report, report.decisions.get(), draft)
    Concordance.objects.update(answer="kept")
    assert trace(report, report.decisions.get(), draft) == found
    assert Concordance.objects.get().answer == ""
