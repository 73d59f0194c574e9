"""The manuscript as a file in every format: what a secretariat would send, made from one source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.sessions.reading.manuscript import NOTES, REPORT, SERIES
from tests.sessions.reading.office import docx
from tests.sessions.reading.press import pdf
from tests.sessions.reading.reprints import blocks

PIECE = re.compile(r"\*(?P<italic>[^*]+)\*|\{(?P<note>\w+)\}|(?P<plain>[^*{]+)")


def pieces(words: str) -> list[tuple[str, str]]:
    """The words as ("italic" | "note" | "plain", words)."""
    return [(found.lastgroup, found[0].strip("*{}")) for found in PIECE.finditer(words)]


def label(form: str, count: int) -> str:
    """The `count`th label of a series that begins with `form`: "(a)", "(i)", "1."."""
    said = {"a": chr(96 + count), "1": str(count)}.get(form.strip("()."), "")
    if form == "(i)":
        said = ("i", "ii", "iii", "iv", "v")[count - 1]
    return form.replace(form.strip("()."), said)


def labelled(report=REPORT) -> Iterator[tuple]:
    """The blocks, texts as ("text", depth, label, words)."""
    series, counts = SERIES["numbers"], [0, 0, 0]
    for kind, *rest in report:
        if kind == "series":
            series, counts = SERIES[rest[0]], [0, 0, 0]
        elif kind == "text":
            depth, words = rest
            said = ""
            if depth:
                counts[depth - 1] += 1
                counts[depth:] = [0] * (3 - depth)
                said = label(series[depth - 1], counts[depth - 1])
            yield ("text", depth, said, words)
        else:
            yield (kind, *rest)


def markdown() -> str:
    def said(words):
        marks = {"italic": "*{}*", "note": "[^{}]", "plain": "{}"}
        return "".join(marks[kind].format(text) for kind, text in pieces(words))

    rows = []
    for kind, *rest in labelled():
        if kind == "title":
            rows.append(f"# {rest[0]}")
        elif kind == "heading":
            rows.append(f"{'#' * (rest[0] + 1)} {rest[1]}")
        elif kind == "text":
            rows.append(f"{rest[1]} {said(rest[2])}".strip())
        else:
            head, *body = [f"| {' | '.join(row)} |" for row in rest[0]]
            rows.append("\n".join([head, "|---|---|---|", *body]))
    rows += [f"[^{name}]: {words}" for name, words in NOTES.items()]
    return "\n\n".join(rows) + "\n"


def plain(width: int = 72, page: int = 40) -> str:
    """Typed pages: lines of `width`, running heads, page numbers, notes at the foot, words cut at a line's end."""
    lines: list[str] = []
    for kind, *rest in labelled():
        if kind == "table":
            lines += ["\t".join(row) for row in rest[0]]
        elif kind == "text":
            lines += wrapped(f"{rest[1]} {re.sub(r'[*]', '', rest[2])}".strip(), width)
        else:
            lines += wrapped(rest[-1], width)
        lines.append("")
    pages: list[list[str]] = [[]]
    for line in lines:
        if len(pages[-1]) >= page:
            pages.append([])
        if line or pages[-1]:
            pages[-1].append(line)
    said = []
    for nth, rows in enumerate(pages, 2):
        marks = re.findall(r"\{(\w)\}", "\n".join(rows))
        notes = ["", "_______________", *(f"{mark} {NOTES[mark]}" for mark in marks)] if marks else []
        text = re.sub(r"\{(\w)\}", r"\1", "\n".join(["Conference on Harbour Safety, fifth session", "", *rows, *notes]))
        said.append(f"{text}\n\n{nth}\n")
    return "\f".join(said)


def wrapped(words: str, width: int) -> list[str]:
    """The words in lines; a long word that does not fit is cut with a hyphen, a compound at its own."""
    lines = [""]
    for word in words.split():
        room = width - len(lines[-1]) - 1
        if len(word) <= room or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif len(word) >= 9 and room >= 5 and word.isalpha():
            lines[-1] += f" {word[:4]}-"
            lines.append(word[4:])
        else:
            lines.append(word)
    return lines


def html(report=REPORT, notes=NOTES) -> str:
    def said(words):
        marks = {"italic": "<em>{}</em>", "note": '<sup><a href="#fn{0}" id="ref{0}">{0}</a></sup>', "plain": "{}"}
        return "".join(marks[kind].format(text) for kind, text in pieces(words)).replace(" harbour", "&nbsp;harbour")

    types = {"(a)": "a", "(i)": "i", "1.": "1", "(1)": "1"}
    rows, depth, series = [], 0, SERIES["numbers"]
    for kind, *rest in report:
        wanted = rest[0] if kind == "text" else 0
        while depth > wanted:
            rows.append("</li></ol>")
            depth -= 1
        if kind == "series":
            series = SERIES[rest[0]]
        elif kind == "title":
            rows.append(f"<h1>{rest[0]}</h1>")
        elif kind == "heading":
            rows.append(f"<h{rest[0] + 1}>{rest[1]}</h{rest[0] + 1}>")
        elif kind == "text" and not wanted:
            rows.append(f"<p>{said(rest[1])}</p>")
        elif kind == "text":
            rows.append("</li>" if depth == wanted else f'<ol type="{types[series[depth]]}">')
            rows.append(f"<li>{said(rest[1])}")
            depth = wanted
        else:
            cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rest[0]]
            rows.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    rows.append("<hr><ol>")
    rows += [f'<li id="fn{name}">{words} <a href="#ref{name}">back</a></li>' for name, words in notes.items()]
    body = "\n".join([*rows, "</ol>", "<script>alert('none of the text')</script>"])
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Report</title></head><body>{body}</body></html>'


def edition(name: str) -> bytes:
    """The bytes of one file of the manuscript."""
    match name:
        case "report.md":
            return markdown().encode()
        case "report.txt":
            return plain().encode()
        case "report.html":
            return html().encode()
        case "report.docx":
            return docx(REPORT, NOTES, pieces)
        case "report.pdf":
            return pdf(list(labelled()), NOTES, pieces, columns=1)
        case "columns.pdf":
            return pdf(list(labelled()), NOTES, pieces, columns=2, bottom=560)
    raise ValueError(name)


def reprint(markdown: str, name: str) -> bytes:
    """The bytes of a file of another format with the words of a Markdown file."""
    report, notes = blocks(markdown)
    match name:
        case "report.html":
            return html(report, notes).encode()
        case "report.docx":
            return docx(report, notes, pieces)
    said = list(labelled(report))
    return pdf(said, notes, pieces, columns=1) if name == "report.pdf" else pdf(said, notes, pieces, columns=2)


EDITIONS = ("report.md", "report.txt", "report.html", "report.docx", "report.pdf", "columns.pdf")
