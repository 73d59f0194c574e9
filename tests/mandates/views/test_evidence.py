"""Adding evidence, and reading a file of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mandates.models import Evidence
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:evidence", args=["harbour", "3-1-b-1"])
READERS = KEEPS | HEADS | {"auditor", "owner", "acting deputy", "colleague", "contributor"}


def pdf(name="handbook.pdf", content=b"%PDF-1.7 a handbook"):
    return SimpleUploadedFile(name, content)


def page_of(piece, reference="3-1-b-1"):
    return reverse("mandates:evidence-file", args=["harbour", reference, piece.pk])


class TestAdding:
    def test_a_symbol_is_evidence(self, owner, mandate):
        response = owner.post(ADDRESS, {"symbol": "HARB/2008/7", "title": "Handbook"}, follow=True)
        assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
        assert "HARB/2008/7" in response.text
        assert Evidence.objects.get().kind == "symbol"

    def test_nothing_is_dropped_where_several_are_given(self, owner):
        owner.post(ADDRESS, {"symbol": "HARB/2008/7", "file": pdf(), "url": "https://harbour.example/handbook"})
        assert set(Evidence.objects.values_list("kind", flat=True)) == {"symbol", "file", "link"}

    def test_a_file_is_kept_under_another_name_with_its_own_beside_it(self, owner):
        owner.post(ADDRESS, {"file": pdf("../../handbook.pdf")})
        piece = Evidence.objects.get()
        assert piece.original_name == "handbook.pdf"
        assert "handbook" not in piece.file.name
        assert len(piece.sha256) == 64

    @pytest.mark.parametrize(
        ("file", "sentence"),
        [
            (pdf("handbook.exe"), "or not what its name says"),
            (pdf("handbook.pdf", b"MZ\x90"), "or not what its name says"),
            (pdf("page.html", b"<script>alert(1)</script>"), "or not what its name says"),
            (pdf("handbook.pdf", b""), "The file is empty."),
        ],
    )
    def test_a_file_that_is_none_is_refused_at_the_field_and_what_was_written_stays(self, owner, file, sentence):
        response = owner.post(ADDRESS, {"file": file, "title": "The handbook"})
        assert response.status_code == 400
        assert sentence in response.text
        assert 'href="#id_file"' in response.text
        assert 'value="The handbook"' in response.text
        assert not Evidence.objects.exists()

    def test_a_file_that_is_too_large_is_refused(self, owner, settings):
        settings.EVIDENCE_MAX_BYTES = 10
        response = owner.post(ADDRESS, {"file": pdf()})
        assert response.status_code == 400
        assert "The file is larger than" in response.text

    def test_nothing_given_is_said_at_the_field(self, owner):
        response = owner.post(ADDRESS, {"title": "Something"})
        assert response.status_code == 400
        assert 'href="#id_symbol"' in response.text

    @pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "not a link"])
    def test_a_link_leads_to_a_page_of_the_web_or_is_none(self, owner, link):
        response = owner.post(ADDRESS, {"url": link})
        assert response.status_code == 400
        assert 'href="#id_url"' in response.text

    def test_a_good_file_beside_a_bad_link_has_to_be_chosen_again_and_the_page_says_so(self, owner):
        response = owner.post(ADDRESS, {"url": "not a link", "file": pdf()})
        assert "Choose the file again" in response.text

    def test_is_for_the_people_of_the_mandate_alone(self, who_may):
        may = KEEPS | HEADS | {"owner", "acting deputy", "contributor"}
        assert who_may(ADDRESS, "post", symbol="HARB/2008/7") == may


class TestFile:
    @pytest.fixture
    def piece(self, owner):
        owner.post(ADDRESS, {"file": pdf("Handbook, final.pdf")})
        return Evidence.objects.get()

    def test_comes_as_a_download_that_no_browser_takes_for_a_page(self, owner, piece):
        response = owner.get(page_of(piece))
        assert response.getvalue() == b"%PDF-1.7 a handbook"
        assert response["Content-Disposition"] == 'attachment; filename="Handbook, final.pdf"'
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_is_read_by_who_reads_the_mandate(self, who_may, piece):
        assert who_may(page_of(piece)) == READERS

    def test_does_not_exist_under_another_mandate(self, secretary, piece, new_mandate):
        assert secretary.get(page_of(piece, new_mandate("c").reference)).status_code == 404

    def test_of_a_symbol_there_is_none(self, owner):
        owner.post(ADDRESS, {"symbol": "HARB/2008/7"})
        assert owner.get(page_of(Evidence.objects.get())).status_code == 404

    def test_that_is_gone_from_the_disk_is_not_found(self, owner, piece):
        piece.file.storage.delete(piece.file.name)
        assert owner.get(page_of(piece)).status_code == 404

    def test_is_only_read(self, owner, piece):
        assert owner.post(page_of(piece)).status_code == 405
