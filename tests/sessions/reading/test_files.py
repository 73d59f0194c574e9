"""A file from outside gives its text, or a reason."""

import codecs

import pytest

from sessions.reading.files import Unreadable, decode, open_source, source_of
from tests.mandates.packed import packed

TEXT = "Decision 4/1\n\nThe Conférence – “Requests” lamps, and oil for the lamps.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_in_the_encodings_that_say_so(encoding):
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "windows-1252"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")]
)
def test_an_encoding_that_was_guessed_is_told(encoding, name):
    text, findings = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert [(f.code, f.params) for f in findings] == [("encoding_guessed", {"encoding": name})]


def test_a_file_cut_inside_a_character():
    text, findings = decode("Requests lamps for the Conférenc".encode() + "é".encode()[:1])
    assert text.endswith("Conférenc")
    assert [f.code for f in findings] == ["file_cut_off"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\t\x00\x00", "file_empty"),
        (codecs.BOM_UTF8 + b"  \n", "file_empty"),
        (bytes(range(256)) * 20, "file_binary"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 500, "file_binary"),
        (b"PK\x03\x04....", "file_damaged"),
        (b"{\\rtf1 The lamps}", "format_not_read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "format_not_read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
        (b"\x89PNG\r\n\x1a\n", "format_not_read"),
        (b"<!DOCTYPE html><html><script>lamps</script></html>", "file_without_text"),
    ],
)
def test_what_gives_no_text(data, code):
    with pytest.raises(Unreadable) as refusal:
        source_of(data)
    assert refusal.value.code == code


def test_a_file_larger_than_the_limit_is_not_read(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"lamps " * 1000)
    with pytest.raises(Unreadable) as refusal:
        open_source(path, max_bytes=100)
    assert refusal.value.code == "file_too_large"


@pytest.mark.parametrize(("name", "code"), [("nowhere.md", "file_not_found"), (".", "file_not_opened")])
def test_a_file_that_cannot_be_opened(tmp_path, name, code):
    with pytest.raises(Unreadable) as refusal:
        open_source(tmp_path / name)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("report.md", TEXT, "markdown"),
        ("report.txt", TEXT, "text"),
        ("report.txt", "# Report\n\n## Decision 4/1\n\nThe lamps.\n", "markdown"),
    ],
)
def test_the_form_by_name_or_by_what_is_in_it(tmp_path, name, text, form):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert open_source(path).form == form


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.docx", b"Decision 4/1"),
        ("report.docx", b"%PDF-1.7"),
        ("report.pdf", TEXT.encode()),
        ("report.html", b"%PDF-1.7"),
        ("report.txt", b"\r\n%PDF-1.7"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(name, data):
    with pytest.raises(Unreadable) as refusal:
        source_of(data, name)
    assert (refusal.value.code, refusal.value.params) == ("not_what_name_says", {"name": name})


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"report.docx": b"PK"}, "format_not_read"),  # an archive in an archive
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, "format_not_read"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, "format_not_read"),
        ({"[Content_Types].xml": b"", "word/document.xml": b"", "word/vbaProject.bin": b""}, "macros_not_read"),
        ({"[Content_Types].xml": b"", "word/document.xml": b"<w:document"}, "file_damaged"),
        ({"[Content_Types].xml": b"", "word/styles.xml": b"<x/>"}, "file_damaged"),
    ],
)
def test_archives_that_are_no_word_file(parts, code):
    with pytest.raises(Unreadable) as refusal:
        source_of(packed(parts))
    assert refusal.value.code == code


def test_a_markdown_file_may_begin_with_a_tag_and_a_page_without_one():
    assert source_of(b"<p>A</p>\n\n# Decision 4/1\n", "report.md").text.startswith("<p>A</p>")
    assert source_of(b"Decision <b>4/1</b>", "report.html").text == "Decision **4/1**\n"


def test_pages_of_typed_text_lose_their_heads_and_numbers():
    said = ["of oil", "of wicks", "The Board,"]
    pages = [f"Conference on Lights, page {n}\n\n{words}\n\n- {n} -\n" for n, words in enumerate(said, 2)]
    source = source_of("\f".join(pages).encode(), "report.txt")
    assert [line for line in source.text.split("\n") if line.strip()] == said
    assert [(f.code, f.params) for f in source.findings] == [("running_heads_left_out", {"count": 6})]


def test_a_line_that_speaks_stays_though_two_pages_begin_with_it():
    pages = ["The Board,\n\nRequests oil;\n", "The Board,\n\nRequests wicks;\n", "It met.\n", "It parted.\n"]
    assert source_of("\f".join(pages).encode(), "report.txt").text.count("The Board,") == 2


def test_a_soft_hyphen_at_the_end_of_a_line_is_one():
    assert source_of("the trans\u00ad\nport of lamps and their main\u00ac\r\ntenance\n".encode()).text == (
        "the trans-\nport of lamps and their main-\r\ntenance\n"
    )
