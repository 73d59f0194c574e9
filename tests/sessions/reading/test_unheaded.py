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


def test_a_formula_broken_over_two_lines_is_no_title():
    text = (
        "**LAMPS OF MIGRANTS**\n\n*Recalling* Resolution 11.25,\n\n*The Conference of the Parties to the\n"
        "Convention on Lamps of Migrants*\n\n1. *Requests* the Council to light them.\n"
    )
    decision = only(read(text, form="markdown"))
    assert (decision.title, [p.label for p in decision.paragraphs]) == ("LAMPS OF MIGRANTS", ["", "", "1."])


def test_a_formula_with_its_session_opens_a_resolution():
    text = (
        "# Resolution concerning lamps\n\nThe General Conference of the Lamp Organization, meeting at its 105th"
        "\nSession, 2016,\n\nHaving discussed lamps,\n\n1. Requests the Director-General to light them.\n"
    )
    decision = only(read(text, form="markdown"))
    assert (decision.title, decision.kind) == ("Resolution concerning lamps", "resolution")
    assert [p.kind for p in decision.paragraphs] == ["preamble", "preamble", "operative"]


def test_each_resolution_of_a_file_has_the_number_right_above_it():
    text = """SIXTY-SIXTH LAMP ASSEMBLY                 LHA66.12
Agenda item 1

Oil

The Sixty-sixth Lamp Assembly,

Recalling resolution LHA64.6,

1. REQUESTS the Director-General to report.

SIXTY-SIXTH LAMP ASSEMBLY                 LHA66.13
Agenda item 2

Wicks

The Sixty-sixth Lamp Assembly,

1. URGES Member States to trim wicks.
"""
    reading = read(text)
    assert [(d.number, d.title, len(d.paragraphs)) for d in reading.decisions] == [
        ("LHA66.12", "Oil", 3),
        ("LHA66.13", "Wicks", 2),
    ]
    assert reading.session.ordinal == 66
