"""A file from outside -> its text, or the reason why it gives none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from .reader import Form, read
from .results import Finding, Reading

MAX_BYTES = 20 * 1024 * 1024  # a thousand pages of text are some three

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Formats that are told by their first bytes, and are not text.
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "Word (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
)
_HTML = re.compile(rb"^\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*\s*$|\[\^\w+\]: )", re.MULTILINE)


class Unreadable(Exception):
    """A file that gives no text: a code with parameters, worded in `sessions.wording`."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, and what had to be guessed about it."""

    text: str
    form: Form
    findings: tuple[Finding, ...] = ()


def read_file(path: Path, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The reading of the file at `path`. Raises Unreadable where it gives no text."""
    source = open_source(path, max_bytes=max_bytes)
    reading = read(source.text, form=source.form)
    return Reading(reading.session, reading.decisions, reading.account, (*source.findings, *reading.findings))


def open_source(path: Path, *, max_bytes: int = MAX_BYTES) -> Source:
    """The text of the file at `path`. Never reads more than `max_bytes` of it."""
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise Unreadable("file_not_found", name=path.name) from None
    except OSError as error:
        raise Unreadable("file_not_opened", name=path.name, reason=error.strerror or "") from None
    if len(data) > max_bytes:
        raise Unreadable("file_too_large", limit_mb=max_bytes // (1024 * 1024))
    text, findings = decode(data)
    marked = path.suffix.lower() in (".md", ".markdown") or len(_MARKDOWN.findall(text[:200_000])) >= 2
    return Source(text, "markdown" if marked else "text", findings)


def decode(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text that `data` encodes: by its mark, as UTF-8, or, with a finding, as Windows-1252."""
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise Unreadable("file_empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Unreadable("format_not_read", format=name)
    if _HTML.match(data[:400].removeprefix(codecs.BOM_UTF8)):
        raise Unreadable("format_not_read", format="HTML")
    text, findings = _decoded(data)
    sample = text[:200_000]
    if len(_CONTROL.findall(sample)) * 50 > len(sample) or sum(map(str.isalnum, sample)) * 10 < len(sample.strip()) * 2:
        raise Unreadable("file_binary")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise Unreadable("file_empty")
    return text, findings


def _decoded(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError:
                text = data.decode(encoding, errors="replace")
                return text, (Finding("warning", "encoding_damaged", None, {"encoding": encoding}),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # cut inside its last character
            return data[: error.start].decode("utf-8"), (Finding("warning", "file_cut_off"),)
    evens, odds = data[:4000:2].count(0), data[1:4000:2].count(0)
    if max(evens, odds) * 5 > len(data[:4000]) and min(evens, odds) * 20 < max(evens, odds):
        encoding = "utf-16-le" if odds > evens else "utf-16-be"
        return data.decode(encoding, errors="replace"), (
            Finding("warning", "encoding_guessed", None, {"encoding": encoding}),
        )
    if data.count(0) * 100 > len(data):
        raise Unreadable("file_binary")
    return (
        data.decode("cp1252", errors="replace"),
        (Finding("warning", "encoding_guessed", None, {"encoding": "windows-1252"}),),
    )
