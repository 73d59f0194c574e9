"""A decision typed or pasted by hand: looked at, corrected, stored as a report is."""

import pytest
from django.urls import reverse

from mandates.models import Mandate
from sessions.actions.reading import read_report
from sessions.models import Decision, Report
from tests.factories import BodyFactory, DecisionFactory, SessionFactory

ADDRESS = reverse("mandates:type-decision")
WORDS = """The Conference,

Recalling decision 3/1,

(a) Requests the Secretariat to report on pilotage to the Conference at its next session;

(b) Takes note of the report of the Harbour Office.
"""
TWO = f"Decision 5/1\n\nSafety of small harbours\n\n{WORDS}\nDecision 5/2\n\nLights\n\n{WORDS}"


@pytest.fixture
def session(harbour):
    return SessionFactory(body=harbour, slug="harbour-5", ordinal=5)


@pytest.fixture
def fields(harbour, session):
    """A function: what a person filled in."""

    def fill(**other):
        first = {"body": harbour.pk, "session": session.pk, "kind": "decision", "number": "5/1"}
        return {**first, "title": "Safety of small harbours", "text": WORDS, **other}

    return fill


def look(client, **data):
    return client.post(ADDRESS, {"look": "1", **data})


def store(client, page, **data):
    """The button under what was looked at."""
    return client.post(ADDRESS, {"store": "1", "seen": page.context["form"]["seen"].value(), **data})


def test_words_are_shown_as_they_are_read_and_nothing_is_stored(secretary, fields, said):
    page = look(secretary, **fields())
    assert page.status_code == 200
    assert "4 paragraphs, 1 request in them." in said(page)
    assert "(a) Requests the Secretariat to report" in said(page)
    assert "operative paragraph · 1 request" in said(page)
    assert "paragraph without follow-up" in said(page)
    assert not Report.objects.exists()


def test_what_was_looked_at_is_stored_as_a_report_of_that_session(secretary, fields, session):
    response = store(secretary, look(secretary, **fields()), **fields())
    report = Report.objects.get()
    assert response["Location"] == reverse("mandates:review", args=[report.pk])
    assert (report.original_name, report.session) == ("decision 5-1, typed.txt", session)
    read_report(report)
    decision = Decision.objects.get(report=report)
    assert (str(decision), decision.title, decision.session) == ("decision 5/1", "Safety of small harbours", session)
    mandate = Mandate.objects.proposed().get()
    assert (str(mandate.paragraph), mandate.deadline_ordinal) == ("5/1 (a)", 6)


def test_words_that_changed_since_are_looked_at_again_before_they_are_stored(secretary, fields, said):
    page = look(secretary, **fields())
    again = store(secretary, page, **fields(text=WORDS.replace("pilotage", "lights")))
    assert again.status_code == 200
    assert "The words changed since they were looked at." in said(again)
    assert "report on lights" in said(again)
    assert not Report.objects.exists()


def test_one_text_brings_several_decisions(secretary, fields):
    data = fields(number="", title="", text=TWO)
    page = look(secretary, **data)
    assert [each["number"] for each in page.context["read"]["decisions"]] == ["5/1", "5/2"]
    store(secretary, page, **data)
    read_report(Report.objects.get())
    assert set(Decision.objects.exclude(report=None).values_list("number", flat=True)) == {"5/1", "5/2"}


def test_what_is_there_already_is_named_with_a_link_and_not_stored(secretary, fields, harbour, said):
    there = DecisionFactory(body=harbour, number="5/1")
    page = look(secretary, **fields())
    assert page.status_code == 400
    assert f'href="{there.get_absolute_url()}"' in page.text
    assert "This is there already" in said(page)
    assert WORDS.splitlines()[2] in page.context["form"]["text"].value()
    assert "Store it for review" not in page.text


def test_what_came_there_in_between_is_not_stored_twice(secretary, fields, harbour):
    page = look(secretary, **fields())
    DecisionFactory(body=harbour, number="5/1")
    response = store(secretary, page, **fields())
    assert response.status_code == 400
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "This field is required."),
        ({"number": "", "title": ""}, "Give its number"),
        ({"text": TWO}, "The text has headings of its own"),
        ({"number": "first of all"}, "was not read as a number"),
        ({"number": ""}, "A title stands under a number."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_of_what_was_written_is_lost(secretary, fields, said, wrong, sentence):
    data = fields(**wrong)
    page = look(secretary, **data)
    assert page.status_code == 400
    assert sentence in said(page)
    assert page.context["form"]["text"].value() == data["text"]


def test_session_of_another_body_is_refused(secretary, fields, said):
    other = SessionFactory(body=BodyFactory())
    assert look(secretary, **fields(session=other.pk)).status_code == 400


def test_hostile_words_are_words(secretary, fields):
    page = look(secretary, **fields(title="<script>alert(1)</script>", text=WORDS + "\n<script>alert(2)</script>\n"))
    assert "<script>alert" not in page.text
