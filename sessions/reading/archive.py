"""The parts of an office file, unpacked within bounds, and their XML without anything that XML can do to a reader.

No document type, no entities of its own, nothing from outside; depth as libxml2 bounds it (256).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from .source import Unreadable

MAX_PART = 64 * 1024 * 1024  # unpacked; the text of a thousand pages of Word is some twenty
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMAT = "Word (.docx)"

Element = Any  # lxml brings no types
_STRICT: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class Archive:
    """An office file whose parts are asked for by name."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable where `data` is no archive."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError):
            raise Unreadable("file_damaged", format=_FORMAT) from None
        self._names = {name.lower().lstrip("/"): name for name in self._zip.namelist()}

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none. Never unpacks more than MAX_PART of it."""
        known = self._names.get(name.lower().lstrip("/"))
        if known is None:
            return None
        try:
            with self._zip.open(known) as file:
                content = file.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise Unreadable("file_damaged", format=_FORMAT) from None
        if len(content) > MAX_PART:
            raise Unreadable("file_unpacks_too_large", limit_mb=MAX_PART // (1024 * 1024))
        if _DOCTYPE.search(content.replace(b"\x00", b"") if content[:4].count(0) else content):
            raise Unreadable("file_has_entities")
        return content

    def xml(self, name: str) -> Element | None:
        """The root of a part's XML, or None where there is no such part."""
        content = self.part(name)
        if content is None:
            return None
        try:
            return etree.fromstring(content, etree.XMLParser(**_STRICT))
        except (etree.XMLSyntaxError, ValueError):
            raise Unreadable("file_damaged", format=_FORMAT) from None

    def related(self, name: str) -> dict[str, str]:
        """The parts that a part refers to: the last word of the relation -> name of the part."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.setdefault(relation.get("Type", "").rpartition("/")[2], path)
        return found


def children_of_body(content: bytes) -> Iterator[Element]:
    """The paragraphs and tables of a document one by one, each forgotten when the next is asked for."""
    try:
        for _event, element in etree.iterparse(io.BytesIO(content), events=("end",), **_STRICT):
            parent = element.getparent()
            if parent is None or local(parent) != "body":
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("file_damaged", format=_FORMAT) from None


def local(element: Element) -> str:
    """The name of an element without its namespace (Word writes two); "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The element that lies under `element` by this path of names, or None."""
    for name in names:
        element = next((inner for inner in element if local(inner) == name), None) if element is not None else None
    return element


def value(element: Element | None, name: str = "val") -> str:
    """The attribute of that local name, or ""."""
    for key, said in element.attrib.items() if element is not None else ():
        if key.rpartition("}")[2] == name:
            return str(said)
    return ""


def number(element: Element | None, name: str = "val", default: int = 0) -> int:
    """The attribute as a whole number within the bounds of sense."""
    said = value(element, name)
    return int(said) if re.fullmatch(r"-?\d{1,9}", said) else default


def is_on(element: Element | None) -> bool | None:
    """What a switch says ("<w:b/>", "<w:b w:val="0"/>"); None where it is not there."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")
