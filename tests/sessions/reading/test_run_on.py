"""Pages that lost their line ends."""

from sessions.reading import read
from sessions.reading.run_on import unrolled
from tests.sessions.reading.outline import only

PAGE = (
    "2 Decision 94/CP.21 Oil for the lamps of harbours The Conference of the Parties, Recalling decisions 2/CP.7 and "
    "1/CP.16, Noting the report on lamps, 1. Adopts the terms of reference for the third review, as contained in the "
    "annex; 2. Requests the Subsidiary Body to begin the review at its next session, with a view to: (a) Completing "
    "it; (b) Preparing: (i) A draft; (ii) A report; 3. Invites Parties to submit, by 9 March 2016, their views under "
    "paragraph 2 (b) above; 4. Also requests the secretariat to compile them. 10th plenary meeting 10 December 2015"
)


def test_a_decision_in_one_line_is_read_like_any_other():
    decision = only(read(PAGE))
    assert (decision.number, decision.title) == ("94/CP.21", "Oil for the lamps of harbours")
    assert [(p.label, p.kind) for p in decision.paragraphs] == [
        ("", "preamble"),
        ("", "preamble"),
        ("", "preamble"),
        ("1.", "operative"),
        ("2.", "chapeau"),
        ("2.(a)", "operative"),
        ("2.(b)", "chapeau"),
        ("2.(b)(i)", "operative"),
        ("2.(b)(ii)", "operative"),
        ("3.", "operative"),
        ("4.", "operative"),
    ]
    assert decision.paragraphs[-1].text == "Also requests the secretariat to compile them."


def test_several_decisions_in_one_line():
    again = PAGE.replace("94/CP.21 Oil", "95/CP.21 Wicks")
    assert [(d.number, len(d.paragraphs)) for d in read(f"{PAGE} {again}").decisions] == [
        ("94/CP.21", 11),
        ("95/CP.21", 11),
    ]


def test_a_list_inside_one_paragraph_stays_there():
    row = f"1. Requests the Secretariat {'to light the lamps of the harbour ' * 12}by: (a) oil; (b) gas; (c) wax."
    assert unrolled(row) == [row]
