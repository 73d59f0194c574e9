"""The financial statements of a report: each with its draft, on an adopted paragraph only where a person traced it."""

import pytest
from django.urls import reverse

from mandates.actions.mapping import map_statement
from sessions.enums import Fate
from tests.factories import ReportFactory, StatedParagraphFactory
from tests.mandates.roles import KEEPS


@pytest.fixture
def stated(mandate):
    """Paragraph 3 of draft HARB/3/L.3, which became decision 3/1."""
    decision = mandate.paragraph.decision
    report = ReportFactory(body=decision.body)
    decision.report = report
    decision.save()
    return StatedParagraphFactory(
        statement__report=report, statement__draft="HARB/3/L.3", statement__decision=decision, bearing="amount"
    )


@pytest.fixture
def page(stated):
    return reverse("mandates:statements", args=[stated.statement.report_id])


@pytest.fixture
def form(stated):
    return reverse("mandates:map-statement", args=[stated.statement.report_id, stated.pk])


@pytest.fixture
def undo(stated):
    return reverse("mandates:unmap-statement", args=[stated.statement.report_id, stated.pk])


def test_says_of_each_paragraph_of_the_draft_what_it_would_cost(secretary, page, said):
    words = said(secretary.get(page))
    assert "On draft HARB/3/L.3" in words
    assert "USD 84,000 : two meetings (budget period 2008-2009)".replace(" :", ":") in words
    assert "The draft became: Decision 3/1" in words


def test_the_page_of_the_mandate_shows_it_once_it_was_traced_there_and_not_before(
    secretary, mandate, stated, form, said
):
    address = mandate.get_absolute_url()
    assert "84,000" not in secretary.get(address).text
    secretary.post(form, {"fate": "amended", "paragraph": mandate.paragraph_id})
    words = said(secretary.get(address))
    assert "USD 84,000: two meetings" in words
    assert "HARB/3/L.3, paragraph 3 · adopted, amended" in words


def test_not_adopted_it_is_shown_with_the_draft_alone(secretary, mandate, stated, page, form, said):
    secretary.post(form, {"fate": "not_adopted", "paragraph": mandate.paragraph_id})
    assert "Not adopted" in said(secretary.get(page))
    assert "84,000" not in secretary.get(mandate.get_absolute_url()).text
    assert "84,000" not in secretary.get(mandate.paragraph.decision.get_absolute_url()).text


def test_offers_the_paragraph_whose_words_are_likest(secretary, mandate, new_mandate, form):
    new_mandate("c", text="Invited States to notify the harbours of their lights;")
    assert secretary.get(form).context["form"]["paragraph"].initial == str(mandate.paragraph_id)


def test_asks_for_the_paragraph_where_it_was_adopted(secretary, form, stated):
    response = secretary.post(form, {"fate": "same", "paragraph": ""})
    assert response.status_code == 400
    assert "Choose the paragraph that it became." in response.text
    assert not stated.mappings.exists()


def test_undo_opens_it_again(secretary, mandate, stated, undo, page, said):
    mapping = map_statement(stated, Fate.SAME, mandate.paragraph, by=secretary.person)
    secretary.post(undo, {"mapping": mapping.pk})
    assert "Say what became of it" in said(secretary.get(page))
    assert "84,000" not in secretary.get(mandate.get_absolute_url()).text


def test_undo_from_an_old_page_undoes_nothing_else(secretary, mandate, stated, undo):
    old = map_statement(stated, Fate.SAME, mandate.paragraph, by=secretary.person)
    secretary.post(undo, {"mapping": old.pk})
    map_statement(stated, Fate.AMENDED, mandate.paragraph, by=secretary.person)
    secretary.post(undo, {"mapping": old.pk})
    assert stated.mappings.in_force().get().fate == "amended"


def test_what_was_said_is_not_said_again_over_it(secretary, mandate, stated, form, page):
    map_statement(stated, Fate.SAME, mandate.paragraph, by=secretary.person)
    assert secretary.get(form)["Location"] == page
    assert "Somebody else has said" in secretary.post(form, {"fate": "not_adopted"}).text
    assert stated.mappings.in_force().get().fate == "same"


def test_the_secretariat_alone_traces_them_and_auditors_read(who_may, page, form, undo):
    assert who_may(page) == KEEPS | {"auditor"}
    assert who_may(form) == KEEPS
    assert who_may(undo, "post") == KEEPS


def test_a_statement_of_another_report_is_not_there(secretary, stated):
    other = ReportFactory(body=stated.statement.body)
    assert secretary.get(reverse("mandates:map-statement", args=[other.pk, stated.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_takes_as_many_queries_for_three_as_for_one(number, secretary, mandate, stated, page, queries):
    for n in range(number):
        more = StatedParagraphFactory(statement=stated.statement, label=str(10 + n))
        map_statement(more, Fate.SAME, mandate.paragraph, by=secretary.person)
    assert queries(secretary, page) <= 9
