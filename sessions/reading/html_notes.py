"""Footnotes as HTML pages write them: a link at the mark, a link or a name at the note, in many hands' ways."""

from __future__ import annotations

import re

from .archive import Element

_NOTE_LINK = re.compile(r"^#_?(?:user-content-)?(?:ft|fn|foot|end|note)[\w.:-]*$", re.IGNORECASE)
_NOTE_ID = re.compile(r"^_?(?:user-content-)?(?:ftn|fn|footnote|endnote|note)[-_:.]?(\w{1,12})$", re.IGNORECASE)
_MARK = re.compile(r"^[\[(]?(\d{1,3}|[a-z*†‡]{1,3})[\])]?$")


def note_of(element: Element) -> str:
    """The name of the footnote that `element` is by its id; "" where it is none, or only the mark of one."""
    named = _NOTE_ID.match(element.get("id") or "")
    return named[1] if named and not _MARK.match("".join(element.itertext()).strip()) else ""


def reference(link: Element) -> str:
    """The name of the footnote that a link leads to or comes from; "" for any other link."""
    mark = _MARK.match("".join(link.itertext()).strip())
    raised = any(e.tag == "sup" for e in [*link.iter(), *link.iterancestors()][:40])
    href = link.get("href") or ""
    if mark and href.startswith("#") and (_NOTE_LINK.match(href) or raised):
        return re.sub(r"\W", "x", mark[1])
    return ""


def at_note(link: Element) -> bool:
    """Does the link stand at the footnote and lead back to the text?"""
    href = (link.get("href") or "").lower()
    return "ref" in href or any(_NOTE_ID.match(e.get("id") or "") for e in [link, *link.iterancestors()][:4])
