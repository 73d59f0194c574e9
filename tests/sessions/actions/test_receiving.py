"""A report comes in: stored with its hash, once; what can be told before reading is refused with a sentence."""

import hashlib
from pathlib import Path

import pytest

from sessions.actions import receiving
from sessions.actions.receiving import Refused, receive_report
from sessions.models import Report
from tests.factories import BodyFactory
from tests.mandates.packed import packed

pytestmark = pytest.mark.django_db

CONTENT = "Decision 3/1. Häfen".encode()


@pytest.fixture
def asked(monkeypatch):
    """The jobs that were asked for."""
    jobs = []
    monkeypatch.setattr(receiving, "enqueue", lambda name, *args: jobs.append((name, *args)))
    return jobs


def test_a_file_is_stored_and_waits_to_be_read(body, secretary, at, asked, settings):
    report, is_new = receive_report(body, "report.md", CONTENT, by=secretary, at=at)
    assert is_new
    report = Report.objects.get(pk=report.pk)
    assert (report.state, report.body, report.uploaded_by, report.uploaded_at) == ("waiting", body, secretary, at)
    assert (report.original_name, report.size) == ("report.md", len(CONTENT))
    assert report.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert Path(report.file.path).read_bytes() == CONTENT
    assert "report" not in Path(report.file.name).stem  # a random name
    assert asked == [("sessions.read_report", report.pk)]


def test_the_same_file_again_changes_nothing(body, secretary, at, asked, settings):
    first, _new = receive_report(body, "report.md", CONTENT, by=secretary, at=at)
    second, is_new = receive_report(body, "another name.txt", CONTENT, by=secretary, at=at)
    assert (second, is_new) == (first, False)
    assert Report.objects.get().original_name == "report.md"
    assert len(asked) == 1
    assert len([path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]) == 1


def test_the_same_file_at_the_same_moment_is_one_report(body, secretary, at, asked, settings, monkeypatch):
    """The other had not arrived when this one was looked for."""
    first, _new = receive_report(body, "report.md", CONTENT, by=secretary, at=at)
    manager = type(Report.objects)
    monkeypatch.setattr(manager, "filter", lambda self, **fields: self.none())
    second, is_new = receive_report(body, "report.md", CONTENT, by=secretary, at=at)
    monkeypatch.undo()
    assert (second, is_new) == (first, False)
    assert len([path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]) == 1


def test_another_body_keeps_the_file_for_itself(body, secretary, at, asked):
    receive_report(body, "report.md", CONTENT, by=secretary, at=at)
    _report, is_new = receive_report(BodyFactory(), "report.md", CONTENT, by=secretary, at=at)
    assert is_new
    assert Report.objects.count() == 2


WORD = packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})
PDF = b"%PDF-1.7 ..."
HTML = b"<!DOCTYPE html><p>Decision 3/1"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((name, CONTENT) for name in ("report.md", "REPORT.MD", "report.markdown", "report.txt", "a.b.text")),
        ("report.docx", WORD),
        ("report.pdf", PDF),
        ("report.html", HTML),
        ("report.htm", CONTENT),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_formats_that_are_read_are_taken(name, content, body, secretary, asked):
    assert receive_report(body, name, content, by=secretary)[1]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("report.odt", CONTENT, "“report.odt” is of a kind that is not read. Save the report as one of .docx, .pdf"),
        ("report.docm", WORD, "is of a kind that is not read"),
        ("report", CONTENT, "is of a kind that is not read"),
        ("", CONTENT, "is of a kind that is not read"),
        ("report.docx", CONTENT, "“report.docx” is not what its name says"),
        ("report.pdf", WORD, "“report.pdf” is not what its name says"),
        ("report.txt", PDF, "“report.txt” is not what its name says"),
        ("report.docx", packed({"report.docx": WORD}), "Files of the format ZIP are not read"),
        ("report.docx", packed({"word/vbaProject.bin": b"a program"}), "The file holds macros"),
        ("report.docx", WORD[:80], "The file is damaged"),
        ("report.md", b"", "“report.md” is empty"),
        ("report.md", b"x" * (2**20 + 1), "“report.md” is larger than 1 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # a ZIP's size follows the hour it was made
)
def test_what_is_not_taken_is_said(name, content, sentence, body, secretary, asked, settings):
    settings.REPORT_MAX_BYTES = 2**20
    with pytest.raises(Refused, match=sentence):
        receive_report(body, name, content, by=secretary)
    assert not Report.objects.exists()
    assert not asked
    assert not Path(settings.MEDIA_ROOT).exists()


def test_a_folder_in_the_name_is_dropped(body, secretary, asked):
    assert receive_report(body, "../../etc/report.md", CONTENT, by=secretary)[0].original_name == "report.md"
