"""The list of imported reports, and the upload of one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sessions.models import Report
from tests.factories import (
    AdministratorFactory,
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReportFactory,
    UnitMembershipFactory,
    UserFactory,
)
from tests.sessions.reading.editions import edition

pytestmark = pytest.mark.django_db

ADDRESS = reverse("sessions:reports")
NEW = reverse("sessions:report-new")
WORDS = b"# Report of the Conference on its third session\n"


@pytest.fixture
def harbour():
    return BodyFactory(slug="harbour")


@pytest.fixture
def secretary(signed_in, harbour):
    return signed_in(MembershipFactory(body=harbour).user)


def file(name="harbour-3.md", content=WORDS):
    return SimpleUploadedFile(name, content)


class TestTheList:
    def test_holds_the_reports_of_the_persons_bodies_alone_and_leads_to_their_review(self, secretary, harbour):
        report = ReportFactory(body=harbour, original_name="harbour-3.md")
        ReportFactory(original_name="elsewhere.md")
        page = secretary.get(ADDRESS)
        assert list(page.context["reports"]) == [report]
        assert f'href="{report.get_absolute_url()}"' in page.text

    def test_tells_how_many_proposals_are_left_in_each(self, secretary, harbour):
        report = ReportFactory(body=harbour)
        for number in ("3/1", "3/2"):
            decision = DecisionFactory(body=harbour, report=report, number=number)
            for status in ("proposed", "declined", "not_started"):
                MandateFactory(paragraph=ParagraphFactory(decision=decision), status=status)
        ReportFactory(body=harbour)
        assert sorted(row.left for row in secretary.get(ADDRESS).context["reports"]) == [0, 2]

    def test_empty_says_how_to_begin(self, secretary):
        page = secretary.get(ADDRESS).text
        assert "Import the report of a session as Word, PDF with text, HTML, Markdown or plain text." in page
        assert f'href="{NEW}"' in page

    def test_offers_the_upload_to_the_secretariat_alone(self, signed_in, harbour):
        page = signed_in(MembershipFactory(body=harbour, role="auditor").user).get(ADDRESS)
        assert page.status_code == 200
        assert NEW not in page.text

    def test_shows_a_files_name_as_text(self, secretary, harbour):
        ReportFactory(body=harbour, original_name="<script>.md")
        assert "<script" not in secretary.get(ADDRESS).text

    def test_is_only_read(self, secretary):
        assert secretary.post(ADDRESS).status_code == 405

    def test_takes_as_many_queries_with_three_rows_as_with_one(self, secretary, harbour):
        def count():
            with CaptureQueriesContext(connection) as caught:
                secretary.get(ADDRESS)
            return len(caught)

        ReportFactory(body=harbour)
        count()
        once = count()
        ReportFactory(body=harbour)
        ReportFactory(body=GroupFactory(parent=harbour))
        assert count() == once
        assert once < 12


class TestUpload:
    def test_stores_the_file_and_leads_to_its_review(self, secretary, harbour):
        response = secretary.post(NEW, {"body": harbour.pk, "file": file()})
        report = Report.objects.get()
        assert response["Location"] == report.get_absolute_url()
        assert (report.body, report.original_name, report.state) == (harbour, "harbour-3.md", "waiting")
        assert "harbour" not in report.file.name

    def test_the_same_file_again_changes_nothing_and_says_so(self, secretary, harbour):
        secretary.post(NEW, {"body": harbour.pk, "file": file()})
        response = secretary.post(NEW, {"body": harbour.pk, "file": file("again.md")}, follow=True)
        assert Report.objects.count() == 1
        assert "This file was imported before: here is its review. Nothing was changed." in response.text

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            (file("harbour.docx"), "is not what its name says"),
            (file("harbour"), "is of a kind that is not read"),
            (file(content=b""), "is empty."),
        ],
    )
    def test_what_is_no_report_is_refused_at_the_field(self, secretary, harbour, sent, sentence):
        response = secretary.post(NEW, {"body": harbour.pk, "file": sent})
        assert response.status_code == 400
        assert sentence in response.text
        assert 'href="#id_file"' in response.text
        assert not Report.objects.exists()

    @pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.html", "report.txt"])
    def test_every_format_that_the_page_names_is_taken(self, secretary, harbour, name):
        page = secretary.get(NEW).text
        assert "Word (.docx), PDF with text, HTML, Markdown or plain text" in page
        assert f".{name.rpartition('.')[2]}" in page
        secretary.post(NEW, {"body": harbour.pk, "file": file(name, edition(name))})
        assert Report.objects.get().original_name == name

    def test_what_is_too_large_is_refused(self, secretary, harbour, settings):
        settings.REPORT_MAX_BYTES = 10
        response = secretary.post(NEW, {"body": harbour.pk, "file": file()})
        assert response.status_code == 400
        assert "is larger than" in response.text

    def test_nothing_sent_is_said_at_each_field(self, secretary):
        response = secretary.post(NEW, {})
        assert response.status_code == 400
        assert 'href="#id_body"' in response.text
        assert 'href="#id_file"' in response.text

    def test_for_another_body_is_no_choice(self, secretary):
        response = secretary.post(NEW, {"body": BodyFactory().pk, "file": file()})
        assert response.status_code == 400
        assert 'href="#id_body"' in response.text
        assert not Report.objects.exists()

    def test_chooses_the_body_where_there_is_but_one(self, secretary, harbour):
        assert f'<option value="{harbour.pk}" selected>' in secretary.get(NEW).text

    def test_works_without_script(self, secretary):
        page = secretary.get(NEW).text
        assert 'enctype="multipart/form-data"' in page
        assert "<script" not in page


@pytest.mark.parametrize(
    ("make", "list_answer", "upload_answer"),
    [
        (lambda body: MembershipFactory(body=body, role="secretary").user, 200, 200),
        (lambda body: MembershipFactory(body=body, role="auditor").user, 200, 404),
        (lambda body: MembershipFactory(body=body, role="chair").user, 404, 404),
        (lambda body: MembershipFactory(body=body, role="contributor").user, 404, 404),
        (lambda body: UnitMembershipFactory(role="head").user, 404, 404),
        (lambda body: AdministratorFactory().user, 404, 404),
        (lambda body: UserFactory(), 404, 404),
    ],
)
def test_who_may(signed_in, harbour, make, list_answer, upload_answer):
    client = signed_in(make(harbour))
    assert client.get(ADDRESS).status_code == list_answer
    assert client.get(NEW).status_code == upload_answer
    assert client.post(NEW, {"body": harbour.pk, "file": file()}).status_code == (302 if upload_answer == 200 else 404)


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(ADDRESS)["Location"].startswith(reverse("accounts:sign-in"))
    assert client.post(NEW)["Location"].startswith(reverse("accounts:sign-in"))
