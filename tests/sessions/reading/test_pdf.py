"""PDF files with text: columns, heads and feet of pages, notes, raised figures, and what is no text."""

import io

import pypdf
import pytest
from fpdf import FPDF

from sessions.reading.files import Unreadable, source_of
from sessions.reading.pdf import listed

WORDS = "Requests the Secretariat to have the lamps of every breakwater looked at before winter comes again"


class Sheet(FPDF):
    """Pages on which words are put where a test wants them, in points from the upper left."""

    def __init__(self, **options):
        super().__init__(unit="pt", format="A4", **options)
        self.set_auto_page_break(False)

    def put(self, x, y, text, size=10, style=""):
        self.set_font("Times", style, size)
        self.text(x, y, text)
        return x + self.get_string_width(text)

    def lines(self, x, y, rows, size=10, style="", leading=12):
        for nth, row in enumerate(rows):
            self.put(x, y + nth * leading, row, size, style)


def sheet(pages=1, **options):
    made = Sheet(**options)
    for _ in range(pages):
        made.add_page()
    return made


def source(made):
    return source_of(bytes(made.output()))


def said(made):
    return [line for line in source(made).text.split("\n") if line]


BODY = [WORDS[:60], WORDS[60:], "and to tell the Conference what was found."]


def test_lines_stay_lines_and_paragraphs_are_told_by_the_room_between_them():
    made = sheet()
    made.lines(60, 80, BODY)
    made.lines(60, 80 + 3 * 12 + 6, BODY)
    assert source(made).text.split("\n\n") == ["\n".join(line.strip() for line in BODY)] * 1 + [
        "\n".join(line.strip() for line in BODY) + "\n"
    ]


def test_a_paragraph_may_begin_with_an_indent_alone():
    made = sheet()
    made.lines(60, 80, BODY)
    made.put(78, 80 + 36, "It met in the morning, and the report was adopted")
    made.put(60, 80 + 48, "in the afternoon.")
    assert (
        "what was found.\n\nIt met in the morning, and the report was adopted\nin the afternoon." in source(made).text
    )


def test_a_heading_is_larger_or_bold_and_its_lines_are_one():
    made = sheet()
    made.lines(60, 80, ["Report of the Conference on its", "fifth session"], 16, "B", 18)
    made.lines(60, 140, ["Decision 5/1", "Lights of", "breakwaters"], 12, "B", 14)
    made.lines(60, 200, BODY)
    made.put(60, 250, "Attendance", 10, "B")
    made.lines(60, 270, BODY)
    assert [line for line in said(made) if line[0] in "#*"] == [
        "# Report of the Conference on its fifth session",
        "## Decision 5/1",
        "## Lights of breakwaters",
        "**Attendance**",
    ]


def test_raised_figures_are_marks_and_small_lines_at_the_foot_are_notes():
    made = sheet()
    made.lines(60, 80, BODY)
    end = made.put(60, 116, "lamps")
    made.put(made.put(end, 112.5, "12", 6), 116, " and oil")
    made.put(60, 700, "12", 5)
    made.lines(67, 702, ["Registry of Harbours, vol. 2, with its supple-", "ments and tables."], 8, leading=9)
    made.put(60, 702 + 18, "13", 5)
    made.put(67, 702 + 20, "Ibid., vol. 3.", 8)
    assert said(made)[-3:] == [
        "lamps<sup>12</sup> and oil",
        "[^12]: Registry of Harbours, vol. 2, with its supplements and tables.",
        "[^13]: Ibid., vol. 3.",
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page():
    made = sheet()
    made.lines(60, 80, BODY)
    made.put(60, 700, "1", 5)
    made.put(67, 702, "Registry of Harbours, vol. 2, and", 8)
    made.add_page()
    made.lines(60, 80, BODY[::-1])
    made.put(60, 702, "its supplements.", 8)
    assert [line for line in said(made) if "[^" in line] == [
        "[^1]: Registry of Harbours, vol. 2, and",
        "[^1]: its supplements.",
    ]


def test_small_words_within_the_text_are_text():
    made = sheet()
    made.lines(60, 80, BODY)
    made.lines(80, 130, ["a table of the", "smaller kind"], 8)
    assert said(made)[-2:] == ["a table of the", "smaller kind"]


def test_an_annex_in_small_print_is_text():
    made = sheet()
    made.lines(60, 80, BODY * 3)
    made.add_page()
    made.lines(60, 80, ["Officers of the session", "12 States took part", "13 Observers came"], 8, leading=10)
    assert said(made)[-3:] == ["Officers of the session", "12 States took part", "13 Observers came"]


def test_heads_feet_and_numbers_of_pages_are_left_out_and_counted():
    made = Sheet()
    for nth in range(1, 5):
        made.add_page()
        made.put(60, 40, f"HARB/5/7 page {nth}", 8)
        made.put(60, 52, "Conference on Harbour Safety", 8)
        made.lines(60, 80, [f"{word} of the harbour" for word in WORDS.split()[3 * nth : 3 * nth + 3]])
        made.put(290, 810, f"- {nth} -", 8)
    text = source(made)
    assert [(f.code, f.params) for f in text.findings] == [("running_heads_left_out", {"count": 12})]
    assert "HARB" not in text.text
    assert "Conference" not in text.text
    assert text.text.count("\n---\n") == 3


def test_what_the_file_itself_calls_a_running_head_is_left_out():
    made = sheet()
    made._out("/Artifact <</Type /Pagination>> BDC")
    made.put(60, 40, "Only once and only here")
    made._out("EMC")
    made.lines(60, 80, BODY)
    assert "Only once" not in source(made).text


def test_two_columns_are_read_one_after_the_other():
    made = sheet()
    made.put(
        60, 60, "Report of the Conference on Harbour Safety on its fifth session, in two columns of one page", 14, "B"
    )
    rows = [WORDS[at : at + 42].strip() for at in (0, 20, 30, 40, 50, 55)]
    made.lines(60, 100, [f"left {row}" for row in rows])
    made.lines(310, 103, [f"right {row}" for row in rows])
    lines = [line.split()[0] for line in said(made)]
    assert lines == ["#", *["left"] * 6, *["right"] * 6]


def test_a_table_set_row_by_row_is_not_taken_for_columns():
    made = sheet()
    for nth in range(8):
        made.put(60, 100 + nth * 14, f"HARB/5/{nth} with a title that fills its cell well")
        made.put(310, 100 + nth * 14, f"item {nth} and what is said of it in the other cell")
    assert said(made)[3].startswith("HARB/5/3")
    assert said(made)[3].endswith("\titem 3 and what is said of it in the other cell")


def test_cells_that_run_on_are_part_of_their_row():
    made = sheet()
    for y, x, words in [
        *((100, 60, "HARB/5/1"), (100, 160, "1"), (100, 220, "Agenda")),
        *((112, 60, "HARB/5/4"), (112, 160, "2 and"), (112, 220, "Report of the Working")),
        *((124, 160, "3"), (124, 220, "Group on Moor-")),
        *((136, 220, "ings"),),
        *((148, 60, "HARB/5/5"), (148, 160, "4"), (148, 220, "Note")),
        *((160, 60, "(a)"), (160, 110, "Requests the"), (172, 110, "Office")),
    ]:
        made.put(x, y, words)
    assert said(made) == [
        "HARB/5/1\t1\tAgenda",
        "HARB/5/4\t2 and 3\tReport of the Working Group on Moorings",
        "HARB/5/5\t4\tNote",
        "(a)\tRequests the",
        "Office",
    ]


def test_a_turned_page_is_read_as_it_is_turned():
    made = sheet()
    made.lines(60, 80, BODY)
    reader = pypdf.PdfReader(io.BytesIO(bytes(made.output())))
    for turn in (90, 180, 270):
        writer = pypdf.PdfWriter()
        page = writer.add_page(reader.pages[0])
        page.add_transformation(
            {
                90: pypdf.Transformation().rotate(90).translate(842, 0),
                180: pypdf.Transformation().rotate(180).translate(595, 842),
                270: pypdf.Transformation().rotate(270).translate(0, 595),
            }[turn]
        )
        page.mediabox = pypdf.generic.RectangleObject((0, 0, 842, 595) if turn != 180 else (0, 0, 595, 842))
        page.rotate(turn)
        file = io.BytesIO()
        writer.write(file)
        assert [line for line in source_of(file.getvalue()).text.split("\n") if line] == [row.strip() for row in BODY]


def test_words_across_the_page_such_as_a_watermark_are_no_text():
    made = sheet()
    made.lines(60, 80, BODY)
    with made.rotation(45, 200, 400):
        made.put(200, 400, "DRAFT", 60)
    assert "DRAFT" not in source(made).text


def test_pages_that_are_pictures_are_told():
    made = sheet(3)
    made.lines(60, 80, BODY)
    made.page = 2
    assert source(made).findings == ()  # blank pages lose nothing
    reader = pypdf.PdfReader(io.BytesIO(bytes(made.output())))
    writer = pypdf.PdfWriter(clone_from=reader)
    for number in (0, 1):
        picture = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Im0"): pypdf.generic.NullObject()})
        resources = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/XObject"): picture})
        writer.pages[number][pypdf.generic.NameObject("/Resources")] = resources
    file = io.BytesIO()
    writer.write(file)
    assert [(f.code, f.params) for f in source_of(file.getvalue()).findings] == [
        ("pages_without_text", {"pages": "1–2"})
    ]


def refused(data):
    with pytest.raises(Unreadable) as refusal:
        source_of(data)
    return refusal.value.code


def test_a_scan_is_refused():
    assert refused(bytes(sheet(2).output())) == "pdf_without_text"


@pytest.mark.parametrize("password", ["secret", ""])
def test_a_locked_file_is_refused_and_one_that_opens_for_everybody_is_read(password):
    made = sheet()
    made.lines(60, 80, BODY)
    made.set_encryption("owner", password)
    if password:
        assert refused(bytes(made.output())) == "file_encrypted"
    else:
        assert said(made) == [row.strip() for row in BODY]


def test_files_that_are_no_pdf_but_in_name_are_refused():
    assert refused(b"%PDF-1.7\n") == "file_damaged"
    assert refused(b"%PDF-1.7\n" + b"1 0 obj\n<<\n" * 1000) == "file_damaged"
    assert refused(b"%PDF-1.7\ntrailer <</Root 1 0 R>>\n1 0 obj <</Type /Catalog /Pages 1 0 R>>\n") == "file_damaged"


def test_letters_that_nobody_can_tell_are_refused():
    made = sheet()
    made.set_compression(False)
    made.lines(60, 80, ["MNOPQRST" * 8] * 4)
    signs = bytes.maketrans(b"MNOPQRST", bytes(range(1, 9)))
    whole, before = bytes(made.output()), b"MNOPQRST" * 8
    assert refused(whole.replace(before, before.translate(signs))) == "pdf_letters_unknown"


@pytest.mark.parametrize(
    ("numbers", "words"), [([3, 4, 5, 9], "3–5, 9"), ([1], "1"), (list(range(1, 99, 2)), "1, 3, 5")]
)
def test_page_numbers_as_people_write_them(numbers, words):
    assert listed(numbers).startswith(words)
    assert listed(list(range(1, 99, 2))).endswith("39, …")


def test_two_columns_may_stand_close_and_on_one_line():
    """Some ten points apart, of words set one by one, as browsers set them."""
    made = sheet()
    rows = ["of the lamps and of the oil for", "the lamps on all the breakwaters", "of the harbours of the Parties to"]

    def column(x, head):
        made.put(x, 100, head, 14, "B")
        made.set_font("Times", "", 10)
        for nth, row in enumerate(rows * 2):
            at = x
            words = row.split()
            wide = sum(made.get_string_width(word) for word in words)
            for word in words:
                at = made.put(at, 120 + nth * 12, word) + (150 - wide) / (len(words) - 1)

    column(60, "Lights of harbours")
    column(222, "Ropes of bollards")
    assert said(made) == ["# Lights of harbours", *rows * 2, "# Ropes of bollards", *rows * 2]


def test_a_shift_within_one_instruction_may_be_a_blank_or_a_gap_between_cells():
    made = sheet()
    made.lines(60, 80, BODY)
    made.set_font("Times", "", 10)
    made._out("BT /F1 10 Tf 60 600 Td [(Har) 20 (bours) -300 (and) -250 (lamps) -4000 (12)] TJ ET")
    assert said(made)[-1] == "Harbours and lamps\t12"


def test_what_was_set_before_a_fault_is_kept():
    made = sheet()
    made.lines(60, 80, BODY)
    made._out("/Fm0 Do")
    reader = pypdf.PdfReader(io.BytesIO(bytes(made.output())))
    writer = pypdf.PdfWriter(clone_from=reader)
    form = pypdf.generic.StreamObject()
    form.set_data(b"\x00\x01")
    form.update({pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Form")})
    form[pypdf.generic.NameObject("/Filter")] = pypdf.generic.NameObject("/FlateDecode")
    forms = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Fm0"): writer._add_object(form)})
    writer.pages[0]["/Resources"][pypdf.generic.NameObject("/XObject")] = forms
    file = io.BytesIO()
    writer.write(file)
    assert [line for line in source_of(file.getvalue()).text.split("\n") if line] == [row.strip() for row in BODY]


def test_a_line_that_begins_with_a_decision_but_low_goes_on_with_the_line_above():
    made = sheet()
    made.lines(
        60,
        80,
        [
            "It took up the draft that became",
            "decision 4/4 (see chapter VIII)",
            "and adopted it, with decision",
            "4/5 (see chapter IX).",
        ],
    )
    assert said(made) == [
        "It took up the draft that became decision 4/4 (see chapter VIII)",
        "and adopted it, with decision 4/5 (see chapter IX).",
    ]
