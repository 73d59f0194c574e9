"""Decisions under decimal numbers, directed to somebody."""

from sessions.reading import read


def read_as(text, form="markdown"):
    return [(d.number, d.title, [p.label for p in d.paragraphs]) for d in read(text, form=form).decisions]


def test_each_number_is_a_decision_under_the_heading_above_it():
    text = """# Decisions in effect after the 18th meeting

## Plants

**18.90 Directed to the Secretariat**

The Secretariat shall:

a) count plants; and

b) report.

**18.91 Directed to the Plants Committee**

The Plants Committee shall review the report.

### Eels (all kinds)

17.92 (Rev. CoP18) *Directed to Parties*

Parties are encouraged to count eels.
"""
    assert read_as(text) == [
        ("18.90", "Plants", ["", "a)", "b)"]),
        ("18.91", "Plants", [""]),
        ("17.92 (Rev. CoP18)", "Eels (all kinds)", [""]),
    ]


def test_the_number_may_stand_before_the_text_and_whom_it_is_directed_to_above_it():
    text = """Decisions of the Conference in effect

Shells

Directed to Parties

18.41 Parties are encouraged to:

a) count shells; and

b) report to the Board.

Directed to the Secretariat

18.42 (Rev. CoP19) The Secretariat shall count shells.
"""
    assert read_as(text, "text") == [
        ("18.41", "Shells", ["", "a)", "b)"]),
        ("18.42 (Rev. CoP19)", "Shells", [""]),
    ]
    first = read(text).decisions[0].paragraphs
    assert [(p.kind, p.chapeau) for p in first] == [("chapeau", None), ("operative", 0), ("operative", 0)]


def test_a_page_that_says_number_and_title_twice_is_one_decision():
    text = (
        "17.90 (Rev. CoP18) Stocks of shells\n\nDecision directed to\n\n17.90 (Rev. CoP18)\n\nDecision directed to:\n\n"
        "The Standing Committee shall review the stocks.\n"
    )
    assert read_as(text, "text") == [("17.90 (Rev. CoP18)", "Stocks of shells", [""])]


def test_rules_under_decimal_numbers_are_no_decisions():
    text = "Rules of the house\n\n1.1 The Chair shall preside.\n\n1.2 Members shall sit.\n"
    assert [number for number, _, _ in read_as(text, "text")] == [""]


def test_whoever_is_charged_under_the_heading_that_names_them():
    text = """# Decisions in effect after the 18th meeting

### Shells

***Directed to Range States of the great shell***

**18.41** Range States of the great shell (*Concha magna*) are encouraged to:

a) count shells; and

b) report.

***Directed to Parties, the Organization of the Northern Sea and its Islands (ONSI) and regional bodies for shells***

**18.42** Parties, in collaboration with the Organization and with the relevant regional bodies that look after shells and their beds, are invited to meet.

### Eels

***Directed to the Secretariat***

**18.43** The Secretariat shall count eels.
"""  # noqa: E501
    assert read_as(text) == [
        ("18.41", "Shells", ["", "a)", "b)"]),
        ("18.42", "Shells", [""]),
        ("18.43", "Eels", [""]),
    ]


def test_whom_a_decision_is_directed_to_may_take_two_lines():
    text = """Decisions in effect

Shells

Directed to Parties, the Organization of the Northern Sea and
its Islands and regional bodies for shells

18.42 Parties and the regional bodies that look after shells
are invited to meet.
"""
    assert read_as(text, "text") == [("18.42", "Shells", [""])]
