"""A file from outside -> its text in the form that the stages read, or the reason why it gives none."""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from .formats import agrees, format_of
from .reader import read
from .recognized import mended
from .results import Finding, Reading
from .source import Source, Unreadable
from .typed import as_typed

__all__ = ["MAX_BYTES", "Source", "Unreadable", "decode", "open_source", "read_file"]

MAX_BYTES = 20 * 1024 * 1024  # a thousand pages of text are some three

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*\s*$|\[\^\w+\]: )", re.MULTILINE)


def read_file(path: Path, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The reading of the file at `path`. Raises Unreadable where it gives no text."""
    source = open_source(path, max_bytes=max_bytes)
    reading = read(source.text, form=source.form)
    return replace(reading, findings=(*source.findings, *reading.findings))


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
    return source_of(data, path.name)


def source_of(data: bytes, name: str = "") -> Source:
    """The text of the file `data` called `name`. What it is its bytes say; its name must not say otherwise."""
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise Unreadable("file_empty")
    found = format_of(data)
    if not agrees(name, found):
        raise Unreadable("not_what_name_says", name=name)
    if found in ("word", "pdf"):
        return _reader(found)(data)
    ending = PurePath(name).suffix.lower()
    if ending in (".html", ".htm") or (found == "html" and ending not in (".md", ".markdown")):
        declared = _declared(data)
        text, findings = (declared, ()) if declared else decode(data)
        source = _reader("html")(text)
        return replace(source, findings=(*findings, *source.findings))
    text, findings = decode(data)
    marked = ending in (".md", ".markdown") or len(_MARKDOWN.findall(text[:200_000])) >= 2
    if not marked:
        text, more = mended(text)
        findings += more
    text, more = as_typed(text)
    return Source(text, "markdown" if marked else "text", (*findings, *more))


def _reader(name: str) -> Callable[[Any], Source]:
    """The reader of a format. It is loaded with the first file of its format: most are read without it."""
    reader: Callable[[Any], Source] = importlib.import_module(f".{name}", __package__).text_of
    return reader


def decode(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text that `data` encodes: by its mark, as UTF-8, or, with a finding, as Windows-1252."""
    text, findings = _decoded(data)
    sample = text[:200_000]
    if len(_CONTROL.findall(sample)) * 50 > len(sample) or sum(map(str.isalnum, sample)) * 10 < len(sample.strip()) * 2:
        raise Unreadable("file_binary")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise Unreadable("file_empty")
    return text, findings


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_OF_TEXT = re.compile(r"^(?:iso8859|cp125|koi8|gb|big5|shift_jis|euc|mac|ascii)")  # UTF is told by its bytes


def _declared(data: bytes) -> str | None:
    """The text of a page that names its encoding; None where it names none, or one that it does not keep to."""
    found = None if data.startswith(tuple(mark for mark, _ in _BOMS)) else _CHARSET.search(data[:4000])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        if not _OF_TEXT.match(name):
            return None
        # What calls itself Latin-1 is written in Windows-1252, as browsers know.
        return data.decode({"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name))
    except (LookupError, UnicodeError, ValueError):
        return None


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
