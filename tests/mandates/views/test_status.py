"""Moving a status: each button of a mandate's page, and the page behind it where it needs something."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mandates.models import Change, Evidence
from mandates.transitions import TRANSITIONS
from tests.factories import DecisionFactory, ParagraphFactory
from tests.mandates.roles import HEADS, KEEPS

OUTCOME = "The handbook was printed and sent."


def address(name, reference="3-1-b-1"):
    return reverse("mandates:status", args=["harbour", reference, name])


def set_status(mandate, status, **fields):
    mandate.status = status
    for name, value in fields.items():
        setattr(mandate, name, value)
    mandate.save()


class TestAButtonThatNeedsNothing:
    def test_moves_the_status_and_says_so(self, owner, mandate):
        response = owner.post(address("start"), {"was": "not_started"}, follow=True)
        assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
        assert "The status is now: In progress." in response.text
        mandate.refresh_from_db()
        assert mandate.status == "in_progress"

    def test_pressed_twice_it_moves_once(self, owner, mandate):
        owner.post(address("start"), {"was": "not_started"})
        second = owner.post(address("start"), {"was": "not_started"})
        assert second.status_code == 409
        assert Change.objects.filter(mandate=mandate, kind="status").count() == 1

    def test_has_a_page_that_asks_before_it_moves(self, owner, mandate):
        page = owner.get(address("start"))
        assert page.status_code == 200
        assert "<script" not in page.text
        mandate.refresh_from_db()
        assert mandate.status == "not_started"


class TestWhatIsNeeded:
    def test_reporting_done_takes_an_outcome_and_evidence(self, owner, mandate):
        data = {"was": "not_started", "words": OUTCOME, "symbol": "HARB/2008/7"}
        assert owner.post(address("report-done"), data).status_code == 302
        mandate.refresh_from_db()
        assert mandate.status == "reported_done"
        assert mandate.reported_done_by == owner.person
        assert Evidence.objects.get().symbol == "HARB/2008/7"

    def test_a_symbol_and_a_file_are_both_kept(self, owner):
        file = SimpleUploadedFile("handbook.pdf", b"%PDF-1.7")
        owner.post(address("report-done"), {"words": OUTCOME, "symbol": "HARB/2008/7", "file": file})
        assert set(Evidence.objects.values_list("kind", flat=True)) == {"symbol", "file"}

    @pytest.mark.parametrize(
        ("data", "field"), [({"words": OUTCOME}, "symbol"), ({"symbol": "HARB/2008/7"}, "words"), ({}, "words")]
    )
    def test_what_is_missing_is_said_at_its_field_and_nothing_is_written(self, owner, mandate, data, field):
        response = owner.post(address("report-done"), {"was": "not_started", **data})
        assert response.status_code == 400
        assert f'href="#report-done-{field}"' in response.text
        assert all(value in response.text for value in data.values())
        mandate.refresh_from_db()
        assert mandate.status == "not_started"
        assert not Evidence.objects.exists()

    def test_evidence_that_is_there_already_is_enough(self, owner, mandate):
        owner.post(reverse("mandates:evidence", args=["harbour", "3-1-b-1"]), {"symbol": "HARB/2008/7"})
        assert owner.post(address("report-done"), {"words": OUTCOME}).status_code == 302

    def test_a_file_that_is_none_is_refused_at_its_field(self, owner):
        file = SimpleUploadedFile("handbook.pdf", b"MZ\x90")
        response = owner.post(address("report-done"), {"words": OUTCOME, "file": file})
        assert response.status_code == 400
        assert 'href="#report-done-file"' in response.text

    def test_superseding_takes_the_paragraph_of_a_later_decision(self, secretary, mandate, harbour):
        later = ParagraphFactory(decision=DecisionFactory(body=harbour, number="4/1"), label="(c)", path="c")
        unknown = secretary.post(address("supersede"), {"authority": "9/9 (z)"})
        assert unknown.status_code == 400
        assert "No other decision here has a paragraph “9/9 (z)”" in unknown.text
        own = secretary.post(address("supersede"), {"authority": "3/1 (b)"})
        assert own.status_code == 400
        assert secretary.post(address("supersede"), {"authority": "4/1 (c)"}).status_code == 302
        mandate.refresh_from_db()
        assert (mandate.status, mandate.superseded_by) == ("superseded", later)

    @pytest.mark.parametrize("cited", ["(", "4/1 (c", "x" * 500, "4/1 (c) 99999999999999999999"])
    def test_a_citation_that_cannot_be_read_is_a_sentence(self, secretary, cited):
        assert secretary.post(address("supersede"), {"authority": cited}).status_code == 400


class TestConflict:
    def test_who_was_faster_is_told_and_what_was_written_stays(self, owner, secretary, mandate):
        secretary.post(address("start"), {"was": "not_started"})
        data = {"was": "not_started", "words": OUTCOME, "symbol": "HARB/2008/7"}
        response = owner.post(address("report-done"), data)
        assert response.status_code == 409
        assert str(secretary.person) in response.text
        assert "from Not started to In progress" in response.text
        assert OUTCOME in response.text
        assert "HARB/2008/7" in response.text
        assert not Evidence.objects.exists()

    def test_saving_it_once_more_is_a_decision_of_its_own(self, owner, secretary, mandate):
        secretary.post(address("start"), {"was": "not_started"})
        data = {"was": "not_started", "words": OUTCOME, "symbol": "HARB/2008/7"}
        page = owner.post(address("report-done"), data).text
        assert 'name="was" value="in_progress"' in page
        assert owner.post(address("report-done"), data | {"was": "in_progress"}).status_code == 302

    def test_a_file_cannot_be_kept_and_the_page_says_so(self, owner, secretary):
        secretary.post(address("start"), {"was": "not_started"})
        file = SimpleUploadedFile("handbook.pdf", b"%PDF-1.7")
        response = owner.post(address("report-done"), {"was": "not_started", "words": OUTCOME, "file": file})
        assert response.status_code == 409
        assert "Choose the file again" in response.text


class TestSecondPerson:
    @pytest.fixture
    def reported(self, as_role, mandate):
        head = as_role("head")
        set_status(mandate, "reported_done", reported_done_by=head.person)
        return head

    def test_whoever_reported_it_done_cannot_verify_it(self, reported, secretary, mandate):
        response = reported.post(address("verify"), {"was": "reported_done", "words": "Seen."})
        assert response.status_code == 403
        assert "a second person does" in response.text
        mandate.refresh_from_db()
        assert mandate.status == "reported_done"

    def test_they_are_told_before_they_write(self, reported, secretary, mandate):
        response = reported.get(address("verify"), follow=True)
        assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
        assert "a second person does" in response.text

    def test_another_verifies_it(self, reported, secretary, mandate):
        assert secretary.post(address("verify"), {"was": "reported_done", "words": "Seen."}).status_code == 302
        mandate.refresh_from_db()
        assert mandate.status == "implemented"
        assert mandate.is_verified_independently is True


def test_a_button_of_yesterday_leads_back_with_the_reason(owner, mandate):
    set_status(mandate, "in_progress")
    response = owner.get(address("start"), follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "The status is In progress; from there this cannot be done." in response.text


@pytest.mark.parametrize("name", ["no-such-thing", *(t.name for t in TRANSITIONS if t.is_for_review)])
def test_a_name_that_is_no_button_of_the_page_is_not_found(secretary, name):
    assert secretary.get(address(name)).status_code == 404
    assert secretary.post(address(name)).status_code == 404


@pytest.mark.parametrize(
    ("name", "status", "may"),
    [
        ("start", "not_started", KEEPS | HEADS | {"owner", "acting deputy"}),
        ("report-done", "in_progress", KEEPS | HEADS | {"owner", "acting deputy"}),
        ("verify", "reported_done", KEEPS | HEADS),
        ("lapse", "in_progress", KEEPS),
        ("reopen", "implemented", KEEPS),
    ],
)
def test_is_for_those_whom_the_table_names(who_may, mandate, name, status, may):
    set_status(mandate, status)
    assert who_may(address(name), "post") == may
