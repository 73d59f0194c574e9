"""New requests beside the open mandates they may repeat: in the review, on a page of their own, on both mandates."""

import pytest
from django.urls import reverse

from mandates.models import Repeat
from sessions.models import Reading
from tests.factories import DecisionFactory, MandateFactory, ParagraphFactory, ReportFactory, UnitMembershipFactory
from tests.mandates.roles import KEEPS
from tests.mandates.views.test_review import AT


@pytest.fixture
def report(harbour):
    report = ReportFactory(body=harbour)
    account = {"lines": 40, "in_decisions": 30, "unplaced": 0}
    Reading.objects.create(report=report, made_at=AT, version="1", account=account, findings=[])
    return report


@pytest.fixture
def pair(report, mandate):
    """A proposal of decision 4/1 beside the open mandate 3/1 (b)."""
    decision = DecisionFactory(body=report.body, report=report, number="4/1")
    paragraph = ParagraphFactory(decision=decision, label="(c)", path="c", text="Requests the Secretariat to go on.")
    later = MandateFactory(paragraph=paragraph, status="proposed")
    why = {"code": "words", "words": ["harbour", "pilotage"]}
    return Repeat.objects.create(later=later, earlier=mandate, why=why, likeness=80, found_at=AT)


def page(report):
    return reverse("mandates:repeats", args=[report.pk])


def button(pair, name):
    return reverse("mandates:repeat-decide", args=[pair.later.paragraph.decision.report_id, pair.pk, name])


def test_both_paragraphs_stand_side_by_side_with_the_reason(secretary, report, pair, said):
    words = said(secretary.get(page(report)))
    assert "Requests the Secretariat to go on." in words
    assert "Requested the Secretariat to report to the Conference" in words
    assert "in like words (80 of 100): harbour, pilotage." in words
    assert "Once the new request is confirmed, it can supersede the open one." in words
    assert "It supersedes it" not in words


def test_review_shows_those_of_the_decision_that_is_open(secretary, report, pair, said):
    response = secretary.get(report.get_absolute_url())
    assert "1 open mandate may be repeated or overtaken" in said(response)
    assert button(pair, "link") + "?from=review" in response.text


def test_nothing_is_said_where_nothing_is_repeated(secretary, report, mandate, said):
    assert "may be repeated" not in said(secretary.get(report.get_absolute_url()))
    assert "Nothing is repeated" in said(secretary.get(page(report)))


def test_a_declined_proposal_is_not_shown(secretary, report, pair, said):
    pair.later.status = "declined"
    pair.later.save()
    assert "Nothing is repeated" in said(secretary.get(page(report)))


def test_linked_it_is_shown_on_both_mandates_once_the_new_one_is_confirmed(secretary, report, pair, said, owner):
    secretary.post(button(pair, "link"))
    earlier = reverse("mandates:detail", args=["harbour", pair.earlier.reference])
    assert "Followed by" not in said(secretary.get(earlier))
    secretary.post(reverse("mandates:confirm", args=[report.pk, pair.later.pk]), {"edition": pair.later.edition})
    pair.later.refresh_from_db()
    assert "Followed by 4/1 (c)" in said(secretary.get(earlier))
    later = reverse("mandates:detail", args=["harbour", pair.later.reference])
    assert "Follows from 3/1 (b)" in said(secretary.get(later))
    assert "Related" not in said(owner.get(earlier))  # the new one is nobody's whom the owner sees


def test_superseded_it_is_shown_on_both_mandates_and_can_be_undone(secretary, report, pair, said):
    secretary.post(reverse("mandates:confirm", args=[report.pk, pair.later.pk]), {"edition": pair.later.edition})
    assert "It supersedes it" in said(secretary.get(page(report)))
    secretary.post(button(pair, "supersede"))
    pair.earlier.refresh_from_db()
    pair.later.refresh_from_db()
    assert pair.earlier.status == "superseded"
    earlier = said(secretary.get(reverse("mandates:detail", args=["harbour", pair.earlier.reference])))
    later = said(secretary.get(reverse("mandates:detail", args=["harbour", pair.later.reference])))
    assert "Superseded by 4/1 (c)" in earlier
    assert "Supersedes 3/1 (b)" in later
    secretary.post(button(pair, "undo"))
    pair.earlier.refresh_from_db()
    assert pair.earlier.status == "not_started"


def test_ignored_it_is_remembered_and_can_be_undone(secretary, report, pair, said):
    secretary.post(button(pair, "ignore"))
    assert "Each of them is decided." in said(secretary.get(page(report)))
    assert "may be repeated" not in said(secretary.get(report.get_absolute_url()))
    secretary.post(button(pair, "undo"))
    pair.refresh_from_db()
    assert pair.state == "offered"


def test_a_proposal_cannot_be_made_to_supersede(secretary, report, pair, said):
    response = secretary.post(button(pair, "supersede"), follow=True)
    assert "Confirm the new request first" in said(response)
    pair.earlier.refresh_from_db()
    assert pair.earlier.status == "not_started"


def test_secretariat_decides_and_auditors_look(who_may, report, pair):
    assert who_may(page(report)) == KEEPS | {"auditor"}
    assert who_may(button(pair, "link"), "post") == KEEPS


def test_unknown_words_are_no_page(secretary, pair):
    assert secretary.post(button(pair, "delete")).status_code == 404


def test_three_pairs_take_the_queries_of_one(secretary, report, pair, new_mandate, queries):
    one = queries(secretary, page(report)), queries(secretary, report.get_absolute_url())
    unit = UnitMembershipFactory()
    for letter in "xyz":
        other = new_mandate(letter, owner=unit.user, unit=unit.unit)
        Repeat.objects.create(later=pair.later, earlier=other, why=pair.why, found_at=AT)
    assert (queries(secretary, page(report)), queries(secretary, report.get_absolute_url())) == one


def test_looking_again_finds_what_a_correction_brought(secretary, report, mandate, said):
    paragraph = ParagraphFactory(decision=DecisionFactory(body=report.body, report=report, number="4/1"))
    MandateFactory(paragraph=paragraph, status="proposed", action=mandate.action)
    response = secretary.post(reverse("mandates:repeats-look", args=[report.pk]), follow=True)
    assert "1 more was found." in said(response)
    again = secretary.post(reverse("mandates:repeats-look", args=[report.pk]), follow=True)
    assert "Nothing more was found." in said(again)
    assert Repeat.objects.count() == 1


def test_what_was_closed_on_its_own_page_is_not_offered(secretary, report, pair, said):
    pair.earlier.status = "implemented"
    pair.earlier.save()
    assert "Nothing is repeated" in said(secretary.get(page(report)))
