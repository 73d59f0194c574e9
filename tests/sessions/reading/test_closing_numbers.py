"""Decisions whose number stands under them."""

from sessions.reading import read

REPORT = """# Report of the Lamp Committee on its seventy-third meeting

## Agenda item 6: Lamps

45. The Secretariat introduced the document on lamps.

46. The Lamp Committee decided:

(a) To note the document;

(b) To request:

(i) The agencies to light lamps; and

(ii) The Secretariat to report to the Committee at its 74th meeting.

**(Decision 73/90)**

47. The Lamp Committee decided to approve the lamps.

(Decision 73/91)

48. The Chair thanked everybody.
"""


def test_a_decision_goes_from_the_paragraph_in_which_the_body_acts_to_the_number_under_it():
    reading = read(REPORT, form="markdown")
    assert [(d.number, d.title, [(p.label, p.kind) for p in d.paragraphs]) for d in reading.decisions] == [
        (
            "73/90",
            "Agenda item 6: Lamps",
            [
                ("", "chapeau"),
                ("(a)", "operative"),
                ("(b)", "chapeau"),
                ("(b)(i)", "operative"),
                ("(b)(ii)", "operative"),
            ],
        ),
        ("73/91", "Agenda item 6: Lamps", [("", "operative")]),
    ]
    assert reading.account.unplaced == 0
