"""The provisional agenda of the session after."""

from sessions.reading import read

HEAD = (
    "Report of the Conference on Harbour Safety on its third session, held in Port Town from 8 to 12 October 2007\n\n"
)


def agenda(text):
    return read(HEAD + text).besides.agenda


def test_items_and_sub_items_in_their_order():
    found = agenda(
        "Annex II\n\nProvisional agenda for the fourth session of the Conference\n\n1. Organizational matters:\n"
        "  (a) Opening of the session;\n\n\x0c\n  (b) Election of officers.\n2. Pilotage, with particular emphasis on\n"
        "ladders and hoists.\n3. Other matters.\n\nAnnex III\n\nList of documents\n\n4. Not an item.\n"
    )
    assert found.session == 4
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Organizational matters"),
        ("1 (a)", "Opening of the session"),
        ("1 (b)", "Election of officers"),
        ("2", "Pilotage, with particular emphasis on ladders and hoists"),
        ("3", "Other matters"),
    ]


def test_a_chapter_of_deliberations_under_the_same_words_is_none():
    found = agenda(
        "XVI. Provisional agenda for the fourth session of the Conference\n\n214. The Conference considered it.\n\n"
        "Annex II\n\nProvisional agenda for the fourth session\n\n1. Pilotage.\n2. Other matters.\n"
    )
    assert [item.title for item in found.items] == ["Pilotage", "Other matters"]


def test_the_agenda_of_the_session_itself_is_not_the_next_one():
    assert agenda("Provisional agenda for the third session\n\n1. Pilotage.\n2. Other matters.\n") is None


def test_a_heading_without_items_is_a_finding():
    reading = read(HEAD + "Annex II\n\nProvisional agenda for the fourth session\n\nIt will be circulated later.\n")
    assert reading.besides.agenda is None
    assert "agenda_not_read" in {f.code for f in reading.findings}
