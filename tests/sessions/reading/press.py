"""PDF files as a printing house sets them: justified columns, notes at their foot, running heads and page numbers."""

from __future__ import annotations

import re

from fpdf import FPDF

SIZE, LEADING, SMALL = 10.0, 12.0, 7.5
TOP, BOTTOM, SIDE, GUTTER = 72.0, 770.0, 60.0, 18.0
HEADING = {0: 15.0, 1: 14.0, 2: 13.0, 3: 11.5, 4: SIZE}
HEAD = "Conference on Harbour Safety, fifth session"


class Press:
    """Sets lines one under another, column by column, page by page."""

    def __init__(self, notes, columns, bottom):
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(False)
        self.notes, self.columns, self.bottom = notes, columns, bottom
        self.width = (self.pdf.w - 2 * SIDE - GUTTER * (columns - 1)) / columns
        self.column = columns
        self.foot: list[str] = []
        self.y = TOP
        self.next_column()

    @property
    def left(self):
        return SIDE + self.column * (self.width + GUTTER)

    def next_column(self):
        self.print_foot()
        self.column += 1
        self.y = TOP
        if self.column >= self.columns:
            self.pdf.add_page()
            self.column = 0
            self.set(SIDE, 40, HEAD, SMALL, "I")
            self.set(self.pdf.w / 2, 815, str(self.pdf.page + 1), SMALL)

    def print_foot(self):
        y = self.bottom + LEADING
        for line in reversed(self.foot):
            y -= SMALL * 1.2
            mark = re.match(r"\{(\w+)\}", line)
            x = self.left
            if mark:
                x += self.set(x, y - 2.5, mark[1], 5) + 2
                line = line[mark.end() :]
            self.set(x, y, line, SMALL)
        self.foot = []

    def set(self, x, y, text, size, style=""):
        self.pdf.set_font("Times", style, size)
        self.pdf.text(x, y, text)
        return self.pdf.get_string_width(text)

    def measure(self, text, size, style):
        self.pdf.set_font("Times", style, size)
        return self.pdf.get_string_width(text)

    def lines(self, words, size, width):
        """The words, each (text, style, glued), in lines that fit; a long word is cut with a hyphen."""
        line, used = [], 0.0
        for text, style, glued in words:
            wide = self.measure(text, size * (0.6 if style == "raised" else 1), "" if style == "raised" else style)
            space = 0 if glued or not line else self.measure(" ", size, "")
            if line and used + space + wide > width and style != "raised":
                if len(text) >= 9 and text.isalpha():
                    part = self.measure(f"{text[:5]}-", size, style)
                    if used + space + part <= width:
                        line.append((f"{text[:5]}-", style, glued))
                        text, wide = text[5:], self.measure(text[5:], size, style)
                yield line, False
                line, used, space = [], 0.0, 0
            line.append((text, style, glued))
            used += space + wide
        if line:
            yield line, True

    def paragraph(self, words, size=SIZE, indent=0.0, style="", above=6.0):
        self.y += above
        marked = [(text, style or own, glued) for text, own, glued in words]
        for line, last in self.lines(marked, size, self.width - indent):
            marks = [text for text, own, _ in line if own == "raised"]
            foot = [part for mark in marks for part in self.fitted(f"{{{mark}}}{self.notes[mark]}")]
            height = (len(self.foot) + len(foot)) * SMALL * 1.2
            if self.y + size * 1.2 > self.bottom - height:
                self.next_column()
            self.y += size * 1.2
            self.set_line(line, self.left + indent, size, self.width - indent if not last and not style else None)
            self.foot += foot

    def fitted(self, note):
        words = [(word, "", False) for word in note.split()]
        return [" ".join(text for text, _, _ in line) for line, _last in self.lines(words, SMALL, self.width - 8)]

    def set_line(self, line, x, size, width):
        used = sum(
            self.measure(text, size * (0.6 if style == "raised" else 1), "" if style == "raised" else style)
            for text, style, _ in line
        )
        gaps = sum(not glued for _, _, glued in line[1:])
        space = self.measure(" ", size, "")
        if width and gaps:
            space = min((width - used) / gaps, 3 * space)
        for nth, (text, style, glued) in enumerate(line):
            x += 0 if glued or not nth else space
            if style == "raised":
                x += self.set(x, self.y - 0.35 * size, text, size * 0.6)
            else:
                x += self.set(x, self.y, text, size, style)


def split(words, pieces):
    """The words of a text as (text, style, whether it follows without a blank)."""
    said, blank = [], True
    for kind, text in pieces(words):
        if kind == "note":
            said.append((text, "raised", True))
            blank = False
            continue
        for nth, word in enumerate(text.split()):
            said.append((word, "I" if kind == "italic" else "", not (blank or nth or text[0] == " ")))
        blank = text[-1:] == " "
    return said


def pdf(blocks, notes, pieces, columns=1, bottom=BOTTOM, compress=True):
    """The manuscript in print."""
    press = Press(notes, columns, bottom)
    press.pdf.set_compression(compress)
    for kind, *rest in blocks:
        if kind in ("title", "heading"):
            depth = 0 if kind == "title" else rest[0]
            words = [(word, "B", False) for word in rest[-1].split()]
            press.paragraph(words, HEADING[depth], style="B", above=12.0 if depth < 3 else 2.0)
        elif kind == "text":
            depth, label, words = rest
            said = split(words, pieces)
            press.paragraph([*([(label, "", False)] if label else []), *said], indent=14.0 * max(0, depth - 1))
        else:
            for row in rest[0]:
                widest = max(press.measure(cell, SIZE, "") for cell in row)
                if widest > press.width * 0.4:
                    press.paragraph([(word, "", False) for cell in row for word in cell.split()], above=2)
                    continue
                press.y += LEADING
                if press.y > press.bottom:
                    press.next_column()
                    press.y += LEADING
                for nth, cell in enumerate(row):
                    press.set(press.left + nth * press.width * 0.3, press.y, cell, SIZE if columns == 1 else SMALL)
    press.print_foot()
    return bytes(press.pdf.output())
