"""A file that comes in is what its name says, and goes out as an attachment that no browser opens by itself."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mandates.models import Evidence
from tests.mandates.everything import address, ask
from tests.mandates.packed import packed
from tests.mandates.places import PLACES

ADDRESS = reverse("mandates:evidence", args=["harbour", "3-1-b-1"])
DOCUMENT = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}


def send(client, name, content):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})


REFUSED = [
    ("program.pdf", b"MZ\x90\x00\x03"),
    ("program.docx", b"MZ\x90\x00\x03"),
    ("page.pdf", b"<!doctype html><script>alert(1)</script>"),
    ("picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ("picture.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ("page.html", b"<p>A page.</p>"),
    ("page.pdf.html", b"%PDF-1.7"),
    ("archive.zip", packed(DOCUMENT)),
    ("archive.docx", packed({"notes.txt": b"none of Word"})),
    ("sheet.xlsx", packed(DOCUMENT)),
    ("half.docx", packed(DOCUMENT)[:60]),
    ("macros.docx", packed(DOCUMENT | {"word/vbaProject.bin": b"a program"})),
    ("macros.docm", packed(DOCUMENT | {"word/vbaProject.bin": b"a program"})),
    ("macros.odt", packed({"content.xml": b"<x/>", "Basic/Standard/Module1.xml": b"<x/>"})),
    ("both.pdf", packed(DOCUMENT, before=b"%PDF-1.7\n")),
    ("both.png", packed({"a.class": b"\xca\xfe"}, before=b"\x89PNG\r\n\x1a\n")),
    ("both.txt", packed(DOCUMENT, before=b"text\n")),
]


@pytest.mark.parametrize(("name", "content"), REFUSED, ids=[name for name, _content in REFUSED])
def test_what_is_not_what_its_name_says_is_refused_with_a_sentence(as_role, name, content):
    response = send(as_role("owner"), name, content)
    assert response.status_code == 400
    assert "or not what its name says" in response.text
    assert not Evidence.objects.exists()


def test_what_would_fill_the_disk_when_unpacked_is_refused(as_role, settings):
    settings.EVIDENCE_MAX_BYTES = 2000
    bomb = packed(DOCUMENT | {"word/media/image1.bmp": b"\0" * 25_000})
    assert len(bomb) < 2000
    assert send(as_role("owner"), "bomb.docx", bomb).status_code == 400


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.docx", packed(DOCUMENT)),
        ("minutes.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})),
        ("minutes.pdf", b"%PDF-1.7 minutes"),
        ("minutes.txt", "Ségolène wrote the minutes.".encode()),
    ],
)
def test_what_an_office_writes_is_taken(as_role, name, content):
    assert send(as_role("owner"), name, content).status_code == 302
    assert Evidence.objects.get().original_name == name


@pytest.mark.parametrize("name", ["report.docm", "report.docx", "report.pdf", "report.md.exe"])
def test_a_report_of_another_kind_is_refused(as_role, harbour, name):
    file = SimpleUploadedFile(name, b"# Report")
    response = as_role("secretary").post("/reports/new/", {"body": harbour.pk, "file": file})
    assert response.status_code == 400
    assert "is of a kind that is not read" in response.text or "is not what its name says" in response.text


def test_a_file_goes_out_as_an_attachment_whose_type_no_browser_guesses(everything, as_role):
    name = "mandates:evidence-file"
    response = ask(as_role("secretary"), address(name, PLACES[name], everything))
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/pdf"
