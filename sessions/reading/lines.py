"""Text -> lines: what each line says without its mark-up, and what it is outwardly.

Reads the whole file, gives one `Line` per line of it, in order; nothing is left out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import Literal

from .page_marks import without_furniture
from .run_on import LONG, unrolled

Outward = Literal["text", "blank", "break", "footnote", "furniture", "table"]

# Zero-width and directional marks, the soft hyphen and control characters say nothing and hide words from search.
_INVISIBLE = dict.fromkeys(
    (
        *(
            *range(9),
            0x0E,
            0x0F,
            *range(0x10, 0x20),
            0x7F,
            *range(0x80, 0x85),
            *range(0x86, 0xA0),
            0xAD,
            0x061C,
            0x180E,
        ),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xFFFD),
    )
)
_SAME = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\u3000": " "}
    | {"\u2028": " ", "\u2029": " ", "\u0085": " ", "\x0b": " "}
    | {"\u2010": "-", "\u2011": "-"}  # hyphens that may, or may not, end a line
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_RULE = re.compile(r"^(?:(?:[-*_–—=]\s*){3,}|<hr\s*/?>|<!--\s*page\b.*-->|\{\d+\}-{3,})$", re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6})(?:\s+|(?=[A-Z*_]))(.*?)\s*#*$")
_BULLET = re.compile(r"^(?:[-*+•▪◦●‣·–—oØ]\s+|[•▪●‣]\s*)(?=\S)")
_COMMENT = re.compile(r"<!--.*?-->")
_TAG_SUP = re.compile(r"<sup>([^<>]{0,60})</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|u|em|strong|span|p|div|font|center|small|sub|a|ins|del|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"\*+|(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w])")
_GLUED_VERB = re.compile(r"(?<![\w*])\*{1,2}([A-Z][a-z]{3,})\*{1,2}(?=[a-z]{2})")  # "*Decided*that"
_RAISED_ENDING = re.compile(r"(?<=\d)\^(st|nd|rd|th)\^|(?<=[A-Z])~(\d)~")  # "11^th^ meeting", "CO~2~"
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STAR = "\ue000"  # an escaped asterisk while emphasis is taken away

_LONGEST_HEADING = 2_000
_LEADER_ENDS = 400  # the last characters of a row, in which dots lead to a page number
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|…+\s*\d{0,4}$|(?:\t|\s{3,})\d{1,4}$")

_MARK = r"(?:\d{1,3}|\*{1,3}|[a-z]|[†‡§]{1,2})"
_NOTE_START = re.compile(
    rf"^(?:<sup>\s*\(?{_MARK}\)?\s*</sup>|\[\^[\w-]+\]:|\^{_MARK}\^|\$\^\{{?\d{{1,3}}\}}?\$|[{_SUPERSCRIPT}]+|{_STAR}{{1,3}})\s*(?=\S)",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(
    rf"\s?<sup>\s*[(\[]?(?:{_MARK}(?:\s*,\s*{_MARK})*)[)\]]?\s*</sup>|\s?\[\^[\w-]+\]|\^\d{{1,3}}\^|\s?\$\^\{{?\d{{1,3}}\}}?\$"
    rf"|(?<=[^\s\d])[{_SUPERSCRIPT}]+|(?<=\S)\s?{_STAR}{{1,3}}(?=\W|$)",
    re.IGNORECASE,
)
# m<sup>2</sup> is a measure, not a mark.
_MEASURE = re.compile(r"(?<=\b[ckm]m)<sup>\s*([23])\s*</sup>|(?<=\bm)<sup>\s*([23])\s*</sup>")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words without mark-up, and what it is outwardly."""

    number: int  # counted from 1
    text: str
    what: Outward = "text"
    level: int = 0  # of a Markdown heading, 1 to 6; 0 for none
    marked: bool = False  # a heading by its mark-up: # or bold from end to end
    bullet: bool = False
    leads: bool = False  # leads to a page number: a line of a table of contents
    cells: tuple[str, ...] = ()  # of a table's row


def read_lines(text: str, form: str) -> list[Line]:
    """Every line of `text`, in order. Furniture (page numbers, running heads) is marked, not removed."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if raw and not raw[-1]:
        raw.pop()
    lines = [
        _line(number, piece, markdown=form == "markdown")
        for number, row in enumerate(raw, 1)
        for piece in (unrolled(row) if len(row) > LONG else (row,))
    ]
    _underlined(lines)
    _led(lines)
    _contents_run_on(lines)
    if form == "text":
        _starred(raw, lines)
    return without_furniture(lines)


def _contents_run_on(lines: list[Line]) -> None:
    """Tells as contents also the first lines of entries that take several, of which the last leads to a page."""
    within = False
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.leads:
            within = line.text.count(".") > 3
        elif within and line.what == "text" and not line.marked and line.text[-1] not in ".;:":
            lines[at] = replace(line, leads=True)
        else:
            within = False


def visible(row: str) -> str:
    """The row without what nobody sees, and with one kind of space."""
    return row.translate(_SAME).translate(_INVISIBLE)


def _line(number: int, row: str, *, markdown: bool) -> Line:
    row = visible(row)
    page_break = "\x0c" in row
    row = row.replace("\x0c", "").strip()
    while row.startswith("> ") or row == ">":
        row = row[1:].lstrip()
    if not row:
        return Line(number, "", "break" if page_break else "blank")
    if _RULE.match(row):
        return Line(number, "", "break")
    if markdown:
        row = html.unescape(row) if "&" in row else row
    row = row.replace("\\*", _STAR).replace("\\_", "_")
    if "<!--" in row:
        row = _COMMENT.sub("", row).strip()
        if not row:
            return Line(number, "", "blank")
    level = 0
    if heading := _HEADING.match(row) if len(row) < _LONGEST_HEADING else None:
        level, row = len(heading[1]), heading[2]
    if _NOTE_START.match(row):
        return Line(number, plain(_NOTE_START.sub("", row, count=1)), "footnote")
    if not level and row.startswith("|") and row.count("|") > 1:
        cells = tuple(plain(cell) for cell in row.strip("|").split("|"))
        if all(not cell or set(cell) <= set("-: ") for cell in cells):
            return Line(number, "", "table")
        if len(cells) == 1:
            return Line(number, cells[0])  # a column alone is no table: a page's head, mostly
        return Line(number, " | ".join(cell for cell in cells if cell), "table", cells=cells)
    if row.endswith(" |") and row.count("|") == 1:
        row = row[:-2]
    marked = bool(level) or (row.startswith(("**", "__", "<b>", "<strong>")) and _wholly_bold(row))
    bullet = not level and not row.startswith("**") and bool(_BULLET.match(row))
    said = plain(_BULLET.sub("", row, count=1) if bullet else row)
    if not said:
        return Line(number, "", "blank")
    if not any(map(str.isalnum, said)):
        return Line(number, said, "furniture")  # "|", "= =": what a table or a rule left behind
    return Line(number, said, "text", level, marked, bullet, bool(_LEADER.search(row[-_LEADER_ENDS:])))


def _wholly_bold(row: str) -> bool:
    """Is the row bold from end to end? "**Decision 4/6****Title**" is; "**Chair** spoke to **all**" is not."""
    row = row.rstrip(f" {_STAR}").replace("****", " ")
    for opening, closing in (("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")):
        if row.startswith(opening) and row.endswith(closing):
            inner = row[len(opening) : -len(closing)]
            return bool(inner.strip()) and opening not in inner
    return False


def plain(row: str) -> str:
    """The words of `row`: without emphasis, tags, links, escapes and footnote marks; single spaces."""
    if "<" in row:
        row = _MEASURE.sub(lambda found: found[1] or found[2], row)
        row = re.sub(r"<br\s*/?>", " ", row, flags=re.IGNORECASE)
    row = _NOTE_MARK.sub("", row)
    if "<" in row:
        row = _TAG_SUP.sub(lambda found: found[1].strip(), row)
        row = _TAG.sub("", row)
    if "](" in row:
        row = _LINK.sub(r"\1", row)
    row = row.replace("****", " ").replace("</b><b>", " ")
    if "^" in row or "~" in row:
        row = _RAISED_ENDING.sub(lambda found: found[1] or found[2], row)
    if "*" in row:
        row = _GLUED_VERB.sub(r"\1 ", row)
    row = _EMPHASIS.sub("", row)
    if "\\" in row:
        row = _ESCAPE.sub(r"\1", row)
    return " ".join(row.replace(_STAR, "").split())


def _underlined(lines: list[Line]) -> None:
    """Marks as headings the lines that are underlined with = or - (and turns the underline into a break)."""
    # The raw underline is a "break" by now; a real page break has a blank line, or a whole sentence, before it.
    for at in range(1, len(lines)):
        above = lines[at - 1]
        if lines[at].what == "break" and above.what == "text" and not above.marked:
            alone = at == 1 or lines[at - 2].what in ("blank", "break")
            if alone and len(above.text) <= 160 and above.text[-1] not in ".;:," and above.text[0].isupper():
                lines[at - 1] = replace(above, marked=True)


def _led(lines: list[Line]) -> None:
    """Tells that lines lead to a page number whose entry in the contents goes on with a line that does."""
    for at, line in enumerate(lines):
        for above in range(at - 1, max(-1, at - 5), -1) if line.leads else ():
            if lines[above].what != "text" or lines[above].leads or lines[above].text[-1] in ".;:":
                break
            lines[above] = replace(lines[above], leads=True)


def _starred(raw: list[str], lines: list[Line]) -> None:
    """Tells as footnotes the lines that begin with the star of a heading ("Conf. 9.1*"), not with a bullet."""
    starred = False
    for at, line in enumerate(lines):
        if at and lines[at - 1].number == line.number:
            continue  # of a row that held many paragraphs
        row = raw[line.number - 1]
        starred = starred or bool(re.search(r"\w[).;,]?\*{1,3}(?:\s|$)", row))
        if starred and lines[at].what == "text" and re.match(r"\s*\*{1,3}\s?[A-Z][^*]*$", row):
            lines[at] = replace(lines[at], what="footnote", bullet=False)
