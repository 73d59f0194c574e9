"""Resolutions without a heading that gives their number."""

from sessions.reading import read
from tests.sessions.reading.outline import only


def test_a_single_resolution_takes_its_number_from_the_masthead():
    text = """SIXTY-SIXTH WORLD LAMP ASSEMBLY                    WHA66.90

Agenda item 17.9                                   27 May 2013

Eyes and lamps

The Sixty-sixth World Lamp Assembly,

Having considered the report on eyes and lamps;

1.    URGES Member States:
(1)   to light their rooms;
(2)   to report;

2.    REQUESTS the Director-General to report.

(Ninth plenary meeting, 27 May 2013)
"""
    decision = only(read(text))
    assert (decision.number, decision.kind, decision.title) == ("WHA66.90", "resolution", "Eyes and lamps")
    assert [p.label for p in decision.paragraphs] == ["", "", "1.", "1.(1)", "1.(2)", "2."]


def test_several_resolutions_under_titles_only():
    text = """# Congress of Bells

## Resolution on bronze

The Congress of Bells,

1. Requests the Office to cast bells.

## Resolution on tin

The Congress of Bells,

1. Invites members to dig tin.
"""
    reading = read(text, form="markdown")
    assert [(d.title, d.kind) for d in reading.decisions] == [
        ("Resolution on bronze", "resolution"),
        ("Resolution on tin", "resolution"),
    ]
    assert "decisions_unnumbered" in [f.code for f in reading.findings]


def test_paragraphs_that_decide_are_read_though_nothing_heads_them():
    text = "1. Requests the Secretariat to light the lamps;\n\n2. Invites the members to fill their lamps;\n"
    assert [p.label for p in only(read(text)).paragraphs] == ["1.", "2."]


def test_a_text_from_the_web_without_blank_lines():
    text = (
        "The Conference of the Parties\n1.Takes note of the list of lamps,1 and welcomes it;1OFFICE/14.\n"
        "I - Special lamps\n2.Requests the Secretariat:\n(a)To prepare lamps;\n(b)To report;\n"
    )
    decision = only(read(text))
    assert [(p.part, p.label) for p in decision.paragraphs] == [
        ("", ""),
        ("", "1."),
        ("I", "2."),
        ("I", "2.(a)"),
        ("I", "2.(b)"),
    ]
    assert decision.paragraphs[1].text == "Takes note of the list of lamps, and welcomes it;"


def test_decisions_directed_to_somebody_are_read_by_their_printed_numbers():
    text = """
    Eels

    17.4 Directed to the Secretariat

    The Secretariat shall report on eels.

    17.5 Directed to Parties

    Parties should submit what they know of eels.
    """
    paragraphs = only(read(text, form="text")).paragraphs
    assert [p.label for p in paragraphs] == ["17.4", "", "17.5", ""]


def test_items_stay_together_under_the_unlabelled_paragraph_that_governs_the_first():
    text = """
    17.4 Directed to the Secretariat

    The Secretariat shall:

    a) count eels; and

    b) report on eels.

    17.5 Directed to Parties

    Parties should submit what they know of eels.
    """
    paragraphs = only(read(text, form="text")).paragraphs
    assert [p.chapeau for p in paragraphs][:4] == [None, None, 1, 1]
