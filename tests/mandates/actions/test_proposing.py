"""From the paragraphs of a report to proposals."""

import datetime as dt

import pytest

from mandates.actions.proposing import guess_group, propose_mandates
from mandates.actions.reviewing import confirm
from mandates.models import Mandate
from tests.factories import DecisionFactory, GroupFactory, ParagraphFactory, SessionFactory

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)


def paragraph(decision, label, text, kind="operative", **fields):
    return ParagraphFactory(decision=decision, label=label, text=text, kind=kind, **fields)


@pytest.fixture
def third(body):
    return SessionFactory(body=body, ordinal=3, name="", starts_on=dt.date(2007, 10, 8), ends_on=dt.date(2007, 10, 12))


@pytest.fixture
def decision(body, report, third):
    report.session = third
    report.save()
    return DecisionFactory(body=body, report=report, session=third, number="3/1", title="Safety of pilotage")


def test_every_request_is_a_proposal_with_what_was_read(report, decision, at):
    text = (
        "Requests the Secretariat to collect from States particulars of pilot ladders, and to report on them to the "
        "Conference at its fourth session;"
    )
    row = paragraph(decision, "(a)", text)
    assert propose_mandates(report, at=at) == Mandate.objects.count() == 2
    first, second = Mandate.objects.order_by("sort_key")
    assert {first.status, second.status} == {"proposed"}
    assert (first.ledger, first.reference, first.number, first.touched_on) == (None, None, None, ON)
    assert (first.paragraph, first.body, first.position, second.position) == (row, decision.body, 0, 1)
    assert [addressee.name for addressee in first.addressees.all()] == ["Secretariat"]
    assert (second.deadline_kind, second.deadline_ordinal, second.deadline_relation) == ("session", 4, "at")
    start, end = second.spans["deadline"]["at"]
    assert text[start:end] == second.deadline_text


def test_asking_again_changes_nothing(report, decision, at):
    paragraph(decision, "(a)", "Requests the Secretariat to print the code of pilots;")
    propose_mandates(report, at=at)
    kept = list(Mandate.objects.values())
    assert propose_mandates(report, at=at) == 0
    assert list(Mandate.objects.values()) == kept


def test_decisions_stand_in_the_order_of_their_numbers(body, report, at):
    for number in ("3/10", "3/9", "3/2"):
        decision = DecisionFactory(body=body, report=report, number=number)
        for label in ("(a)", "(b)"):
            paragraph(decision, label, "Requests the Secretariat to print the code of pilots;")
    propose_mandates(report, at=at)
    assert [mandate.name for mandate in Mandate.objects.all()] == [
        "3/2 (a)", "3/2 (b)", "3/9 (a)", "3/9 (b)", "3/10 (a)", "3/10 (b)",
    ]  # fmt: skip


def test_a_report_that_asks_nothing_gives_no_proposal(report, decision, at):
    paragraph(decision, "(a)", "Welcomes the work of the pilots;")
    assert propose_mandates(report, at=at) == 0


def test_the_group_is_filled_in_where_its_name_stands_in_title_or_preamble(body, report, decision, at):
    group = GroupFactory(parent=body, name="Working Group on Pilotage", short_name="")
    GroupFactory(parent=body, name="Working Group on Dangerous Goods", short_name="")
    paragraph(decision, "", "Taking note of the report of the Working Group on Pilotage,", kind="preamble")
    propose_mandates(report, at=at)
    decision.refresh_from_db()
    assert decision.group == group


@pytest.mark.parametrize(
    ("title", "names", "found"),
    [
        ("Report of the Working Group on Pilotage", ["Working Group on Pilotage"], 0),
        ("Work of the PILOTS", ["Pilots"], 0),
        ("Safety of pilotage", ["Working Group on Pilotage"], None),
        ("Transit of goods", ["IT"], None),  # not out of the middle of a word
        ("The groups on pilots and on goods", ["Pilots", "Goods"], None),
        ("Safety", ["Pilots", "Goods"], None),
    ],
)
def test_one_group_is_guessed_or_none(title, names, found, body):
    groups = [GroupFactory(parent=body, name=f"Expert group {n}", short_name=name) for n, name in enumerate(names)]
    decision = DecisionFactory(body=body, title=title)
    assert guess_group(decision, groups) == (None if found is None else groups[found])


def test_a_group_that_a_person_chose_is_left(body, report, decision, at):
    chosen = GroupFactory(parent=body)
    GroupFactory(parent=body, name="Pilotage")
    decision.group = chosen
    decision.title = "Pilotage"
    decision.save()
    paragraph(decision, "(a)", "Requests the Secretariat to print the code of pilots;")
    propose_mandates(report, at=at)
    decision.refresh_from_db()
    assert decision.group == chosen


def test_mandates_that_awaited_the_session_of_the_report_have_their_day(body, report, proposal, secretary, at):
    """The calendar lacked the fourth session until its report came in."""
    mandate = proposal(
        decision=DecisionFactory(body=body, number="2/1"),
        deadline_kind="session",
        deadline_ordinal=4,
        deadline_relation="at",
    )
    confirm(mandate, by=secretary, at=at)
    assert Mandate.objects.get().due_on is None
    report.session = SessionFactory(body=body, ordinal=4)
    report.save()
    propose_mandates(report, at=at)
    assert Mandate.objects.get().due_on == report.session.ends_on
    assert Mandate.objects.get().changes.first().by == report.uploaded_by
