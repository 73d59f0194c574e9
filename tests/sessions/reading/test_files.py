"""A file from outside gives its text, or a reason."""

import codecs

import pytest

from sessions.reading.files import Unreadable, decode, open_source, source_of

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
