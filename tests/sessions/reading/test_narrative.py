"""Reports whose decisions stand in the story."""

from sessions.reading import read
from tests.sessions.reading.outline import codes, only

REPORT = """Meeting of the Parties to the Protocol on Ponds

Fourth session
Geneva, 14-16 November 2016

Report of the Meeting of the Parties on its fourth session

I. Opening

1. The fourth session was held in Geneva.

2. The Chair opened the session.

II. Programme of work

85. One delegation requested the secretariat to publish the programme.

86. The Meeting of the Parties:
(a) Took note of the report on ponds;
(b) Requested the secretariat to publish the report by the end of 2017;
(c) Decided to hold its fifth session in 2019.

87. The Meeting also agreed that the Bureau should meet twice a year.

III. Closure

88. The Chair closed the session.
"""


def test_the_sections_in_which_the_body_acts_are_read():
    decision = only(read(REPORT))
    assert [(p.label, p.kind) for p in decision.paragraphs] == [
        ("85.", "preamble"),
        ("86.", "chapeau"),
        ("86.(a)", "operative"),
        ("86.(b)", "operative"),
        ("86.(c)", "operative"),
        ("87.", "operative"),
    ]
    assert (decision.number, decision.title) == ("", "Report of the Meeting of the Parties on its fourth session")


def test_a_person_is_told_how_it_was_read():
    assert codes(read(REPORT)) == ["decisions_narrative"]


def test_the_story_around_numbered_decisions_is_not_read():
    text = f"{REPORT}\nIV. Decisions\n\nDecision 4/1\n\nPonds\n\nThe Meeting of the Parties,\n\n1. Requests ponds.\n"
    assert [p.label for p in only(read(text)).paragraphs] == ["", "1."]


def test_what_somebody_was_asked_in_such_a_section_is_decided_too():
    text = (
        "Report of the Commission on Ponds\n\nII. Ponds\n\n1. The Commission decided to meet.\n\n"
        "2. The Secretariat was requested to count ponds.\n\n3. An observer was invited to make a statement.\n\n"
        "4. The Commission was informed that the Secretariat had been requested to count them.\n"
    )
    assert [(p.label, p.kind) for p in only(read(text)).paragraphs] == [
        ("1.", "operative"),
        ("2.", "operative"),
        ("3.", "preamble"),
        ("4.", "preamble"),
    ]
