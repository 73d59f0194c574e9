"""Spreadsheets in and out: what goes out comes back, and no file is too hostile to be refused in a sentence."""

import datetime as dt
import io
import random
import zipfile

import pytest
from openpyxl import Workbook

from ctoctrack.lib.spreadsheets import (
    MAX_ROWS,
    Unreadable,
    csv_pieces,
    guarded,
    opened,
    plain,
    unguarded,
    xlsx_pieces,
)
from ctoctrack.lib.spreadsheets.wording import sentence


@pytest.fixture
def read(tmp_path):
    """A function: the rows of a file with that content."""

    def rows(content, name="table.csv", sheet=""):
        path = tmp_path / name
        path.write_bytes(content)
        with opened(path, sheet) as found:
            return list(found.rows)

    return rows


@pytest.fixture
def refused(read):
    """A function: the code with which a file is refused; it has a sentence."""

    def code(content, name="table.csv"):
        with pytest.raises(Unreadable) as error:
            read(content, name)
        assert sentence(error.value.code, error.value.params)
        return error.value.code

    return code


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


LETTERS = "=+-@'\"\t\r\n;, 0/<>&_xü中ع\x00\x0b\u2028\U0001f6a2"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_comes_back(read, form):
    chance = random.Random(7)
    texts = ["".join(chance.choice(LETTERS) for _ in range(chance.randrange(12))) for _ in range(600)]
    rows = [["head", texts[place], texts[place + 1]] for place in range(0, 600, 2)]
    pieces = csv_pieces(rows) if form == "csv" else xlsx_pieces(rows, title="Table", widths=[10, 10, 10])
    back = [cells + [""] * (3 - len(cells)) for _number, cells in read(b"".join(pieces), f"table.{form}")]
    assert back == [[plain(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'tis", "-", "@x", "x=1", "", "'"])
def test_guarding_is_undone(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in {*"=+-@"}


def test_pieces_are_given_as_they_are_made():
    made = []

    def rows():
        for number in range(20_000):
            made.append(number)
            yield [f"{number} {random.Random(number).random()}" for _ in range(3)]

    for pieces in (csv_pieces(rows()), xlsx_pieces(rows(), title="T", widths=[1])):
        made.clear()
        next(pieces)
        assert len(made) < 20_000


def test_a_workbook_says_days_numbers_and_text_apart(read):
    content = workbook(["4/1", 4.5, 7, dt.datetime(2010, 3, 31, 12), dt.date(2010, 4, 1), True, "007"])
    assert read(content, "a.xlsx") == [
        (1, ["4/1", "4.5", "7", dt.date(2010, 3, 31), dt.date(2010, 4, 1), "TRUE", "007"])
    ]


def test_rows_are_numbered_as_a_spreadsheet_program_does(read):
    assert [number for number, _ in read(b'a,b\r\n\r\n"c\r\nd",e\r\nf,g\r\n')] == [1, 3, 4]
    book = Workbook()
    book.active["A5"] = "x"
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue(), "a.xlsx") == [(5, ["x"])]


def test_excel_may_say_its_separator(read):
    assert read(b"sep=;\r\na;b,c\r\n") == [(2, ["a", "b,c"])]


def test_too_much_is_refused(refused):
    assert refused(b"a,b\r\n" * (MAX_ROWS + 30)) == "too_many_rows"
    assert refused(b",".join(b"x" for _ in range(150))) == "too_many_columns"
    assert refused(b'a,"b\r\n' + b"c" * 40_000) == "cell_too_long"
    assert refused(b"x" * (20 * 1024 * 1024 + 1)) == "file_too_large"


def test_a_row_at_the_end_of_a_million_is_read(read):
    book = Workbook()
    book.active["A1"] = "a"
    book.active["A1048576"] = "b"
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue(), "a.xlsx") == [(1, ["a"]), (1_048_576, ["b"])]


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(content, name, change):
    """The workbook with one part changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return packed(parts | {name: change(parts[name])})


SHEET = "xl/worksheets/sheet1.xml"


def test_bombs_are_refused(refused):
    good = workbook(["a", "b"])
    zeros = changed(good, SHEET, lambda xml: xml + b" " * (310 * 1024 * 1024))
    assert len(zeros) < 2 * 1024 * 1024
    assert refused(zeros, "a.xlsx") == "unpacks_too_large"
    entities = b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 1000 + b'">'
    for letter, inner in zip("bcdefgh", "abcdefg", strict=True):
        entities += f'<!ENTITY {letter} "{f"&{inner};" * 50}">'.encode()
    bomb = changed(good, SHEET, lambda xml: entities + b"]>" + xml.replace(b"<sheetData>", b"<sheetData>&h;"))
    assert refused(bomb, "a.xlsx") in {"damaged", "too_large_to_open"}
    assert (
        refused(packed({"xl/workbook.xml": b"", **{f"{n}": b"" for n in range(3000)}}), "a.xlsx") == "unpacks_too_large"
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed({"word/document.xml": b"<x/>"}), "no_spreadsheet"),
        (packed({"xl/workbook.xml": b"no xml"}), "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"\x00" * 100, "file_empty"),
        (b"a\x00b" * 5 + bytes(range(128, 256)), "no_spreadsheet"),
        (b"\xff\xfea,b", "encoding_damaged"),
        (b"\x89PNG\r\n", "no_spreadsheet"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(refused, content, code):
    assert refused(content, "a.xlsx") == code


def test_cut_and_mangled_files_give_rows_or_a_sentence(read):
    chance, good = random.Random(3), workbook(["Resolution", "Paragraph"], ["4/1", "(a)"])
    for _turn in range(8):
        content = bytearray(good[: chance.randrange(20, len(good) + 1)])
        for _byte in range(chance.randrange(40)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            read(bytes(content), "a.xlsx")
        except Unreadable as error:
            assert sentence(error.code, error.params)


def test_a_file_that_is_gone_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="file_gone"), opened(tmp_path / "nowhere.csv"):
        pass
