"""The list of documents before a session."""

import pytest

from sessions.reading import read
from sessions.reading.symbols import base, sort_of, symbol_in, symbols_in

ROWS = [
    ("HARB/3/1", "1 (c)", "Provisional agenda and annotations"),
    ("HARB/3/2/Rev.1", "2 (a), (c) and (h)", "Report of the Secretariat on pilotage"),
    ("HARB/3/17", "3 and 5", "Note on financial matters"),
    ("HARB/3/L.1 and Add. 1-11", "8", "Draft report"),
    ("HARB/3/CRP.4", "", "Reception facilities in six harbours"),
]
SYMBOLS = ["HARB/3/1", "HARB/3/2/Rev.1", "HARB/3/17", "HARB/3/L.1", "HARB/3/CRP.4"]


def listed(rows, head="Annex III\n\nList of documents before the Conference at its third session\n\n"):
    return read(head + rows, form="markdown").besides.documents


@pytest.mark.parametrize(
    "row",
    [
        lambda cells: "\t".join(cells),
        lambda cells: f"| {' | '.join(cells)} |",
        lambda cells: "     ".join(cells),
        lambda cells: " ".join(cells),
    ],
    ids=["tabs", "table", "columns", "spaces"],
)
def test_symbol_agenda_item_and_title_however_columns_are_set(row):
    found = listed("\n".join(row(cells) for cells in ROWS))
    assert [document.symbol for document in found] == SYMBOLS
    assert [document.agenda for document in found] == [agenda for _symbol, agenda, _title in ROWS]
    assert [document.title for document in found] == [title for _symbol, _agenda, title in ROWS]


def test_a_title_goes_on_over_lines_and_heads_of_the_table_do_not_count():
    found = listed(
        "Document number\tAgenda item\tTitle or description\n\nHARB/3/2\t2\tReport of the Secretariat on\npilotage\n\n"
        "Document number\tAgenda item\tTitle or description\n\nHARB/3/3\t2\tNote by the Secretariat\n"
    )
    assert [(d.symbol, d.title) for d in found] == [
        ("HARB/3/2", "Report of the Secretariat on pilotage"),
        ("HARB/3/3", "Note by the Secretariat"),
    ]


@pytest.mark.parametrize(
    ("symbol", "sort"),
    [
        ("HARB/3/16", "pre_session"),
        ("HARB/3/L.5/Rev.1", "limited"),
        ("HARB/3/CRP.2", "crp"),
        ("HARB/3/INF.1", "information"),
        ("UNEP/CBD/COP/12/29", "pre_session"),
        ("E/CN.15/2008/NGO/1", "information"),
    ],
)
def test_what_kind_a_symbol_names(symbol, sort):
    assert sort_of(symbol) == sort


def test_symbols_in_a_text():
    said = "the note (CTOC/COP/2008/L. 5/Rev.1), resolution 62/237 A and A/62/6 (Sect. 16)."
    assert symbols_in(said) == ["CTOC/COP/2008/L.5/Rev.1", "A/62/6"]
    assert symbol_in("article 3/A of nothing") == ""
    assert base("CTOC/COP/2008/L.5/Rev.1") == "CTOC/COP/2008/L.5"


def test_a_heading_without_symbols_is_a_finding():
    reading = read("Annex III\n\nList of documents\n\nThe documents are on the website of the Conference.\n")
    assert reading.besides.documents == ()
    assert "documents_not_read" in {f.code for f in reading.findings}


def test_a_symbol_in_brackets_at_the_beginning_of_a_line_is_no_row():
    found = listed(
        "HARB/3/2 2 Note by the Secretariat on pilotage (transmits\nLIGHT/3/2)\nHARB/3/3 2 Note (with charts\n"
        "HARB/3/4 2 Note by the Secretariat\n"
    )
    assert [d.symbol for d in found] == ["HARB/3/2", "HARB/3/3", "HARB/3/4"]
    assert found[0].title == "Note by the Secretariat on pilotage (transmits LIGHT/3/2)"
