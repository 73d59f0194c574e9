"""A decision as adopted, with what became of each paragraph in the margin; and the address of one paragraph."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories import BodyFactory, DecisionFactory, GroupFactory, MandateFactory, ParagraphFactory, SessionFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:decision", args=["harbour", "decisions", "3-1"])
PARAGRAPH = f"{ADDRESS}b/"
INSIDE = KEEPS | HEADS | {"auditor", "owner", "acting deputy", "colleague", "contributor"}
READERS_OF_PROGRESS = {
    "administrator",
    "chair",
    "bureau",
    "delegation, capital",
    "delegation, mission",
    "delegation, observer",
    "head of another unit",
}


def shown(response):
    return [row["paragraph"].path for row in response.context["rows"]]


@pytest.fixture
def adopted(mandate, new_mandate):
    """Five paragraphs: one asks for nothing, one of the Secretariat, one late, one of States, one is declined."""
    ParagraphFactory(decision=mandate.paragraph.decision, label="(a)", path="a", text="Welcomed the work done;")
    new_mandate("c", due_on=dt.date(2008, 11, 1))
    new_mandate("d", ledger="states")
    new_mandate("e", status="declined")
    return mandate.paragraph.decision


class TestThePage:
    def test_shows_every_paragraph_in_its_language_and_those_that_ask_for_nothing_quietly(self, secretary, adopted):
        response = secretary.get(ADDRESS)
        assert sorted(shown(response)) == ["a", "b", "c", "d", "e"]
        assert '<section class="para calm" id="a">' in response.text
        assert '<section class="para" id="b">' in response.text
        assert '<div class="text" lang="en" dir="ltr">Welcomed the work done;</div>' in response.text

    def test_shows_the_mandates_beside_it_with_status_and_day(self, secretary, adopted):
        page = secretary.get(ADDRESS).text
        assert reverse("mandates:detail", args=["harbour", "3-1-b-1"]) in page
        assert "Not started" in page
        assert "30 days overdue" in page
        assert "asked of States" in page

    def test_says_how_it_was_adopted(self, secretary, adopted, said):
        adopted.adopted_on, adopted.adopted_meeting = dt.date(2007, 10, 12), 9
        adopted.draft_symbol, adopted.is_orally_revised = "HARB/3/L.2/Rev.1", True
        adopted.sponsors = ["State A", "State D"]
        adopted.save()
        response = secretary.get(ADDRESS)
        assert "Adopted at the 9th meeting, on 12 October 2007, from draft HARB/3/L.2/Rev.1." in said(response)
        assert "The draft was revised orally. Sponsored or submitted by: State A, State D." in said(response)
        assert reverse("mandates:document", args=["HARB/3/L.2/Rev.1"]) in response.text

    def test_counts_what_is_confirmed_alone(self, secretary, adopted):
        numbers = secretary.get(ADDRESS).context["numbers"]
        assert numbers == {"all": 3, "open": 2, "implemented": 0, "overdue": 1}

    def test_is_narrowed_by_its_chips(self, secretary, adopted):
        assert sorted(shown(secretary.get(ADDRESS, {"show": "follow-up"}))) == ["b", "c", "d"]
        assert shown(secretary.get(ADDRESS, {"show": "late"})) == ["c"]
        assert sorted(shown(secretary.get(ADDRESS, {"show": "secretariat"}))) == ["b", "c"]
        late = secretary.get(ADDRESS, {"show": "late"})
        assert '<a href="?show=late" aria-current="true">' in late.text
        assert len(shown(secretary.get(ADDRESS, {"show": "nonsense"}))) == 5

    def test_narrowed_an_item_brings_the_chapeau_that_it_continues(self, secretary, adopted):
        chapeau = ParagraphFactory(decision=adopted, label="5.", path="5", kind="chapeau", text="Requests the Office:")
        item = ParagraphFactory(decision=adopted, label="5.(a)", path="5/a", chapeau=chapeau, text="To report;")
        MandateFactory(paragraph=item, due_on=dt.date(2008, 11, 1))
        assert sorted(shown(secretary.get(ADDRESS, {"show": "late"}))) == ["5", "5/a", "c"]

    def test_that_no_paragraph_fits_says_how_to_see_them_all(self, secretary, mandate):
        page = secretary.get(ADDRESS, {"show": "late"}).text
        assert "Choose “All paragraphs” for the whole text." in page

    def test_leads_to_the_decisions_beside_it(self, secretary, harbour, mandate):
        session = SessionFactory(body=harbour, ordinal=3)
        first, second, third = (
            DecisionFactory(body=harbour, session=session, number=f"9/{n}", position=n) for n in (1, 2, 3)
        )
        page = secretary.get(second.get_absolute_url()).text
        assert f'rel="prev" href="{first.get_absolute_url()}"' in page
        assert f'rel="next" href="{third.get_absolute_url()}"' in page
        assert 'rel="prev"' not in secretary.get(first.get_absolute_url()).text

    def test_is_only_read(self, secretary, mandate):
        assert secretary.post(ADDRESS).status_code == 405
        assert secretary.post(PARAGRAPH).status_code == 405


class TestAddressOfAParagraph:
    def test_leads_to_its_place_on_the_page(self, secretary, mandate):
        assert secretary.get(PARAGRAPH)["Location"] == f"{ADDRESS}#b"

    def test_of_an_item_too(self, secretary, mandate):
        ParagraphFactory(decision=mandate.paragraph.decision, label="(o)(i)", path="o/i")
        assert secretary.get(f"{ADDRESS}o/i/")["Location"] == f"{ADDRESS}#o-i"
        assert 'id="o-i"' in secretary.get(ADDRESS).text

    def test_of_none_is_not_found(self, secretary, as_role, mandate):
        assert secretary.get(f"{ADDRESS}z/").status_code == 404
        assert as_role("bureau").get(f"{ADDRESS}z/").status_code == 404


class TestWho:
    def test_reads_it(self, as_role, mandate):
        for role in sorted(INSIDE):
            assert as_role(role).get(ADDRESS).status_code == 200, role

    def test_is_led_to_the_page_of_progress(self, as_role, mandate):
        progress = reverse("mandates:progress-decision", args=["harbour", "decisions", "3-1"])
        for role in sorted(READERS_OF_PROGRESS):
            client = as_role(role)
            assert client.get(ADDRESS)["Location"] == progress, role
            assert client.get(PARAGRAPH)["Location"] == f"{progress}#b", role

    def test_finds_nothing(self, as_role, mandate):
        for role in ("signed in", "stranger", "secretariat of another body"):
            client = as_role(role)
            assert client.get(ADDRESS).status_code == 404, role
            assert client.get(PARAGRAPH).status_code == 404, role

    def test_a_stranger_is_led_to_the_page_of_progress_of_a_body_that_is_open(self, as_role, harbour, mandate):
        harbour.is_open = True
        harbour.save()
        assert as_role("stranger").get(ADDRESS).status_code == 302

    def test_an_officer_sees_the_text_and_their_own_mandates_alone(self, owner, new_mandate):
        theirs, hidden = new_mandate("b"), new_mandate("c")
        page = owner.get(ADDRESS)
        assert sorted(shown(page)) == ["b", "c"]
        seen = [entry["it"] for row in page.context["rows"] for entry in row["mandates"]]
        assert hidden not in seen
        assert theirs not in seen  # of the paragraph of their own, and another's
        assert page.context["numbers"]["all"] == 1

    def test_an_officer_is_offered_no_session_for_they_have_no_such_page(self, owner, harbour, mandate):
        session = SessionFactory(body=harbour)
        mandate.paragraph.decision.session = session
        mandate.paragraph.decision.save()
        assert session.get_absolute_url() not in owner.get(ADDRESS).text


def test_a_decision_of_another_kind_or_body_is_not_found(secretary, mandate):
    DecisionFactory(body=BodyFactory(slug="elsewhere"), number="8/1")
    assert secretary.get(reverse("mandates:decision", args=["harbour", "resolutions", "3-1"])).status_code == 404
    assert secretary.get(reverse("mandates:decision", args=["elsewhere", "decisions", "8-1"])).status_code == 404
    assert secretary.get(reverse("mandates:decision", args=["harbour", "decisions", "8-1"])).status_code == 404


def test_a_decision_of_a_group_is_read_by_the_secretariat_of_the_conference(secretary, harbour):
    decision = DecisionFactory(body=GroupFactory(parent=harbour, slug="pilotage"), number="P.1", slug="P.1")
    assert secretary.get(decision.get_absolute_url()).status_code == 200


def test_takes_as_many_queries_with_three_paragraphs_as_with_one(secretary, mandate, new_mandate, queries):
    once = queries(secretary, ADDRESS)
    new_mandate("c")
    new_mandate("c")
    new_mandate("d")
    assert queries(secretary, ADDRESS) == once
    assert once < 12
