"""The decision's own number at the head or foot of its pages: no second heading, and no sentence cut by it."""

import pytest

from sessions.reading import read
from tests.sessions.reading.outline import codes, labels, only

OPENING = """Conf. 9.4 (Rev. CoP7)

Trade in the shells of tidal snails

RECALLING that the snails of the northern shore are few and that nobody has counted them since the last meeting;

THE CONFERENCE OF THE PARTIES TO THE CONVENTION

1.   DIRECTS the Secretariat to count the snails of the northern shore and to tell the Parties of them;

"""
CUT = """2.   URGES Parties to give to the Secretariat all they know of the trade in the shells and of the people who
{head}
live by it; and

3.   INVITES Parties to meet.
"""


@pytest.mark.parametrize(
    "head",
    [
        "Conf. 9.4 (Rev. CoP7)",
        "Resolution Conf. 9.4 (Rev. CoP7) – 2",
        "                                             Resolution Conf. 9.4 (Rev. CoP7)      2",
        "2      Resolution Conf. 9.4 (Rev. CoP7)",
        "Page 2 of 3 | Resolution Conf. 9.4 (Rev. CoP7)",
        "Shells CoP7 Resolution Conf. 9.4                                2",
        "Conf. 9.4      Trade in the shells of tidal snails",
        "Trade in the shells of tidal snails          Conf. 9.4",
    ],
)
@pytest.mark.parametrize("gap", ["\n{}\n", "\f{}\n", "\n{}\n\f"])
def test_the_own_number_at_the_edge_of_a_page_cuts_no_sentence(head, gap):
    decision = only(read(OPENING + CUT.format(head=gap.format(head))))
    assert decision.title == "Trade in the shells of tidal snails"
    assert [p.label for p in decision.paragraphs if p.kind == "operative"] == ["1.", "2.", "3."]
    assert decision.paragraphs[-2].text.endswith("of the people who live by it; and")


@pytest.mark.parametrize("head", ["Conf. 9.4 (Rev. CoP7)", "Resolution Conf. 9.4 (Rev. CoP7) – 1"])
@pytest.mark.parametrize(
    "more",
    [
        "2.   URGES Parties to give to the Secretariat all that they know;",
        "Trade from islands\n\n2.   URGES Parties to give to the Secretariat all that they know;",
        "NOTES that some of the snails have been seen on islands;\n\n2.   URGES Parties to stay away from them;",
    ],
)
def test_a_list_goes_on_after_the_own_number(head, more):
    reading = read(f"{OPENING}\n{head}\n\n{more}\n\n3.   INVITES Parties to meet.\n\n{head}\n")
    assert labels(f"{OPENING}\n{head}\n\n{more}\n\n3.   INVITES Parties to meet.\n") == ["1.", "2.", "3."]
    assert codes(reading) == []


def test_the_body_may_be_named_only_after_the_page():
    cut = OPENING.replace("THE CONF", "\nResolution Conf. 9.4 (Rev. CoP7) – 1\n\nTHE CONF")
    assert only(read(cut)).title == "Trade in the shells of tidal snails"


def test_the_same_number_over_a_title_and_a_formula_heads_another_decision():
    again = OPENING.replace("tidal snails", "river snails")
    reading = read(OPENING + again)
    assert [decision.title[-12:] for decision in reading.decisions] == ["tidal snails", "river snails"]
    assert "decision_number_repeated" in codes(reading)


ASSEMBLY = """SIXTY-FIRST WORLD HARBOUR ASSEMBLY                                   WHA61.9

Agenda item 4.2                                                    24 May 2008


          Lights of small harbours and of
               the islands before them


The Sixty-first World Harbour Assembly,

Having considered the report on lights,

1.     URGES Member States:

     (1) to light their harbours;

     (2) to light their islands;

WHA61.9


2.     REQUESTS the Director-General:

     (1) to count the lights;

     (2) to report to the Sixty-third World Harbour Assembly.

                                 Eighth plenary meeting, 24 May 2008
"""


@pytest.mark.parametrize(
    "masthead",
    [
        "SIXTY-FIRST WORLD HARBOUR ASSEMBLY                                   WHA61.9",
        "Sixty-first World Harbour Assembly      WHA61.9",
        "SIXTY-FIRST WORLD HARBOUR ASSEMBLY\n\nWHA61.9",
        "WHA61.9",
    ],
)
def test_a_number_at_the_end_of_the_masthead_heads_the_text(masthead):
    reading = read(ASSEMBLY.replace(ASSEMBLY.split("\n")[0], masthead))
    decision = only(reading)
    assert (decision.number, decision.kind) == ("WHA61.9", "resolution")
    assert decision.title == "Lights of small harbours and of the islands before them"
    assert [p.label for p in decision.paragraphs if p.label] == ["1.", "1.(1)", "1.(2)", "2.", "2.(1)", "2.(2)"]
    assert not {"title_missing", "label_missing"} & set(codes(reading))


def test_each_masthead_heads_a_text_of_its_own():
    other = ASSEMBLY.replace("WHA61.9", "WHA61.10").replace("Lights of small", "Depths of large")
    reading = read(f"{ASSEMBLY}\n\f{other}")
    assert [(d.number, d.title[:15]) for d in reading.decisions] == [
        ("WHA61.9", "Lights of small"),
        ("WHA61.10", "Depths of large"),
    ]


def test_a_title_of_two_lines_under_a_masthead_keeps_both():
    reading = read("""United Nations                                             A/RES/71/900
General Assembly                                     3 February 2017
Seventy-first session

      [on the report of the Second Committee (A/71/999)]

      71/900. Safety of small harbours and General Assembly
              resolutions 60/901 and 60/902

      The General Assembly,

      1.    Requests the Secretary-General to report.
""")
    title = "Safety of small harbours and General Assembly resolutions 60/901 and 60/902"
    assert only(reading).title == title


def test_an_annex_named_at_the_break_of_a_line_is_none():
    text = """Decision IV/3

The Meeting of the Parties,

1.   Requests the Bureau to carry out, in the course of the year, what is set out in
the annex to decision III/2 on lights and what may follow from it;

2.   Establishes a group with the tasks given in the
annex to the present decision, and requests it to meet;

3.   Invites Parties to help.

Annex

1.   The group meets once.
"""
    decision = only(read(text))
    assert [(p.label, p.kind) for p in decision.paragraphs[1:]] == [
        ("1.", "operative"),
        ("2.", "operative"),
        ("3.", "operative"),
        ("1.", "quoted"),
    ]
