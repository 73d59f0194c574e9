"""The first bytes of a file -> its format, whatever it is called; and whether that is what its name says.

Looks only: nothing is unpacked but the table of an archive.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from .source import Unreadable

Format = Literal["word", "pdf", "html", "text"]

ENDINGS: dict[str, Format] = {
    ".docx": "word",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "text",
    ".markdown": "text",
    ".txt": "text",
    ".text": "text",
}

_NOT_READ = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"%!PS", "PostScript"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97 to 2003; also any Office file under a password
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LARGEST_TABLE = 1024 * 1024  # of an archive's contents; that of a report is some two kilobytes
_HTML = re.compile(
    rb"^(?:\s|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*(?:<!doctype\s+html|<(?:html|head|body|meta|title|h[1-6]|p|div|article)\b)",
    re.IGNORECASE | re.DOTALL,
)


def format_of(data: bytes) -> Format:
    """The format of `data`. Raises Unreadable where it is one that is not read."""
    if data.startswith(_ZIP):
        return _of_archive(data)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("file_encrypted")
        raise Unreadable("format_not_read", format="Word 97–2003 (.doc)")
    if b"%PDF-" in data[:1024]:  # a few bytes of a mail or a server may stand before it
        return "pdf"
    for magic, name in _NOT_READ:
        if data.startswith(magic):
            raise Unreadable("format_not_read", format=name)
    return "html" if _HTML.match(_narrow(data[:4000])) else "text"


def agrees(name: str, found: Format) -> bool:
    """Does the name end as files of the format `found` do? A name without a known ending says nothing."""
    said = ENDINGS.get(PurePath(name).suffix.lower())
    return said is None or said == found or {said, found} == {"html", "text"}  # Markdown may begin with a tag


def _narrow(head: bytes) -> bytes:
    """The first bytes without a mark of order and without the zeros of wider characters."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(mark):
            return head.removeprefix(mark).replace(b"\x00", b"")
    return head


def _of_archive(data: bytes) -> Format:
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or int.from_bytes(data[end + 12 : end + 16], "little") > _LARGEST_TABLE:
        raise Unreadable("file_damaged", format="Word (.docx)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            mimetype = next((entry for entry in entries if entry.filename == "mimetype"), None)
            kind = archive.open(mimetype).read(100) if mimetype is not None and mimetype.file_size < 100 else b""
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
        raise Unreadable("file_damaged", format="Word (.docx)") from None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("macros_not_read")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("file_encrypted")
    if any(name.startswith("word/") for name in names) and "[Content_Types].xml" in names:
        return "word"
    if b"opendocument" in kind:
        raise Unreadable("format_not_read", format="OpenDocument (.odt)")
    for folder, name in (("xl/", "Excel (.xlsx)"), ("ppt/", "PowerPoint (.pptx)")):
        if any(entry.startswith(folder) for entry in names):
            raise Unreadable("format_not_read", format=name)
    raise Unreadable("format_not_read", format="EPUB" if b"epub" in kind else "ZIP")
