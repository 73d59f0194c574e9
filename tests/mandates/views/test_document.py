"""The page of a document's symbol: what it is, and which mandates cite it, or for which it was made."""

import pytest
from django.urls import reverse

from ctoctrack.lib import dates
from mandates.actions.mapping import map_statement
from mandates.models import Evidence
from sessions.enums import Fate
from sessions.models import Citation
from tests.factories import BodyFactory, DecisionFactory, DocumentFactory, SessionFactory, StatedParagraphFactory
from tests.mandates.roles import HEADS, KEEPS


def address(symbol="HARB/3/16"):
    return reverse("mandates:document", args=[symbol])


@pytest.fixture
def session(harbour):
    return SessionFactory(body=harbour, ordinal=3, slug="harbour-3")


@pytest.fixture
def document(session):
    return DocumentFactory(session=session, symbol="HARB/3/16", title="Note on pilotage", agenda="2 (a)")


@pytest.fixture
def citing(new_mandate):
    """A mandate whose paragraph names the document."""
    return new_mandate("c", text="Requests the Secretariat to translate the note (HARB/3/16);")


def names(rows):
    return [mandate.paragraph.path for mandate in rows]


def test_says_what_it_is_and_before_which_session(secretary, document, said):
    words = said(secretary.get(address()))
    assert "HARB/3/16 Note on pilotage" in words
    assert "Agenda item 2 (a)" in words


def test_lists_the_mandates_that_cite_it_and_not_those_of_a_longer_symbol(secretary, citing, new_mandate):
    new_mandate("d", text="Requests the Secretariat to translate the note (HARB/3/1);")
    new_mandate("e", text="Requests a note;", references=[{"text": "HARB/3/16", "span": [0, 9]}])
    assert names(secretary.get(address()).context["cited"]) == ["c", "e"]
    assert names(secretary.get(address("HARB/3/1")).context["cited"]) == ["d"]


def test_a_footnote_counts_as_naming_it(secretary, mandate):
    Citation.objects.create(paragraph=mandate.paragraph, symbol="HARB/3/16")
    context = secretary.get(address()).context
    assert names(context["cited"]) == ["b"]
    assert list(context["paragraphs"]) == [mandate.paragraph]
    assert secretary.get(address("HARB/3/1")).status_code == 404


def test_says_before_which_later_sessions_it_was_too(secretary, document, harbour, said):
    document.also_before.add(SessionFactory(body=harbour, ordinal=5, slug="harbour-5", name="fifth session"))
    assert "Also before Fifth session" in said(secretary.get(address()))
    assert address() in secretary.get(reverse("mandates:session", args=["harbour-5"])).text


def test_lists_the_mandates_for_which_it_was_made(secretary, mandate):
    Evidence.objects.create(mandate=mandate, kind="symbol", symbol="HARB/3/16", by=secretary.person, at=dates.now())
    assert names(secretary.get(address()).context["produced"]) == ["b"]


def test_a_draft_leads_to_what_became_of_it_and_to_its_statement(secretary, mandate, session, said):
    decision = mandate.paragraph.decision
    decision.draft_symbol = "HARB/3/L.3/Rev.1"
    decision.save()
    stated = StatedParagraphFactory(statement__report__body=mandate.body, statement__draft="HARB/3/L.3")
    DocumentFactory(session=session, symbol="HARB/3/L.3/Rev.1")
    response = secretary.get(address("HARB/3/L.3/Rev.1"))
    assert "Adopted as Decision 3/1" in said(response)
    assert names(response.context["came"]) == ["b"]
    response = secretary.get(address("HARB/3/L.3"))
    assert "Financial statement on this draft" in response.text
    assert address("HARB/3/L.3/Rev.1") in response.text
    map_statement(stated, Fate.SAME, mandate.paragraph, by=secretary.person)
    assert names(secretary.get(address("HARB/3/L.3")).context["traced"]) == ["b"]


def test_a_draft_that_was_imported_leads_to_its_text(secretary, harbour):
    draft = DecisionFactory(body=harbour, number="HARB/3/L.7", slug="HARB-3-L.7", version="draft")
    assert draft.get_absolute_url() in secretary.get(address("HARB/3/L.7")).text


def test_who_sees_a_mandate_that_cites_it_sees_that_and_nothing_of_the_document(owner, document, citing, mandate):
    assert owner.get(address()).status_code == 404
    citing.owner = owner.person
    citing.save()
    response = owner.get(address())
    assert names(response.context["cited"]) == ["c"]
    assert "Note on pilotage" not in response.text


def test_who_reads_what(who_may, document):
    assert who_may(address()) == KEEPS | {"auditor"}


def test_what_is_proposed_is_not_yet_listed(secretary, new_mandate, document):
    new_mandate("c", text="Requests a translation of HARB/3/16;", status="proposed")
    assert names(secretary.get(address()).context["cited"]) == []


def test_a_symbol_of_nothing_and_one_of_another_body_are_not_there(secretary):
    DocumentFactory(session=SessionFactory(body=BodyFactory()), symbol="LIGHT/3/1")
    assert secretary.get(address("HARB/9/99")).status_code == 404
    assert secretary.get(address("LIGHT/3/1")).status_code == 404


def test_search_goes_straight_to_it(secretary, document):
    search = reverse("mandates:search")
    assert secretary.get(search, {"q": "HARB/3/16"})["Location"] == address()
    assert secretary.get(search, {"q": "HARB/3/17"})["Location"].startswith(reverse("mandates:list"))


def test_heads_of_units_have_no_documents_of_their_own(who_may, document):
    assert not who_may(address()) & HEADS


@pytest.mark.parametrize("number", [1, 3])
def test_takes_as_many_queries_for_three_as_for_one(number, secretary, document, new_mandate, session, queries):
    for n in range(number):
        new_mandate("defg"[n], text="Requests the note (HARB/3/16);")
        DocumentFactory(session=session, symbol=f"HARB/3/16/Add.{n + 1}")
    assert queries(secretary, address()) <= 12
