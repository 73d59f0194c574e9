"""The paragraphs of one decision: labels, kinds, chapeaux."""

from sessions.reading import read
from tests.sessions.reading.outline import labels, only, outline, outlined


def test_letters_and_numerals_three_levels_deep():
    text = """Decision 4/1

Oil

The Conference:

(a) Noted that:

(i) Oil burns;

(ii) Oil flows:

a. Down;

b. Out;

(b) Requested oil.
"""
    assert outline(text) == [
        ("", "preamble"),
        ("(a)", "chapeau"),
        ("(a)(i)", "operative"),
        ("(a)(ii)", "chapeau"),
        ("(a)(ii)a.", "operative"),
        ("(a)(ii)b.", "operative"),
        ("(b)", "operative"),
    ]
    assert [p.chapeau for p in only(read(text)).paragraphs] == [None, None, 1, 1, 3, 3, None]


def test_a_formula_that_only_recalls_governs_nothing():
    text = "Decision 4/1\n\nOil\n\nThe Conference, recalling its rules:\n\n(a) Requested oil;\n\n(b) Noted lamps.\n"
    assert [p.chapeau for p in only(read(text)).paragraphs] == [None, None, None]


def test_a_formula_that_decides_governs_its_items():
    text = "Decision 4/1\n\nOil\n\nThe Board, having met, decides:\n\n(a) To request oil;\n\n(b) To invite members.\n"
    assert outline(text) == [("", "chapeau"), ("(a)", "operative"), ("(b)", "operative")]
    assert [p.chapeau for p in only(read(text)).paragraphs] == [None, 0, 0]


def test_unnumbered_paragraphs_tell_recital_from_decision():
    text = """# Resolution on lamps

The Congress of Lamplighters,

Recalling its request that lamps be lit,

Mindful of the dark;

Decides that lamps should burn;

Requests the Secretariat to light them.
"""
    assert outline(text, "markdown") == [("", "preamble")] * 3 + [("", "operative")] * 2


def test_items_without_a_mark_of_their_own_carry_the_label_of_their_chapeau():
    text = """Decision 4/1

Lamps

The Conference,

1. Requests the Secretariat:

- to light lamps;
- to fill them;

2. Encourages members to:

trim the wicks;

keep a log;

3. Thanks the host.
"""
    assert outline(text, "markdown") == [
        ("", "preamble"),
        ("1.", "chapeau"),
        ("1.", "operative"),
        ("1.", "operative"),
        ("2.", "chapeau"),
        ("2.", "operative"),
        ("2.", "operative"),
        ("3.", "operative"),
    ]
    assert [p.chapeau for p in only(read(text, form="markdown")).paragraphs] == [None, None, 1, 1, None, 4, 4, None]


def test_a_tail_after_the_items_belongs_to_their_chapeau():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Conference,\n\n1. Requests the Secretariat:\n\n(a) To light lamps;\n\n"
        "(b) To fill them;\n\nand to report on both;\n\n2. Thanks the host.\n"
    )
    assert labels(text) == ["1.", "1.(a)", "1.(b)", "1.", "2."]


def test_lists_under_unlabelled_chapeaux_begin_again():
    text = (
        "# Resolution on lamps\n\nThe Congress,\n\nRequests the Secretariat:\n\n(a) To light;\n\n(b) To fill;\n\n"
        "Invites members:\n\n(a) To trim;\n\n(b) To pay.\n"
    )
    reading = read(text, form="markdown")
    assert [p.chapeau for p in only(reading).paragraphs] == [None, None, 1, 1, None, 4, 4]
    assert [f.code for f in reading.findings if f.code.startswith("label")] == []


def test_recitals_with_items_are_preamble_to_the_last():
    text = (
        "Resolution 19/90\n\nHalls\n\nThe Council,\n\nRecalling its resolutions:\n\n(a) On halls;\n\n(b) On music,\n\n"
        "1. Welcomes the report;\n\n2. Requests a hall.\n"
    )
    assert outline(text) == [
        ("", "preamble"),
        ("", "preamble"),
        ("(a)", "preamble"),
        ("(b)", "preamble"),
        ("1.", "operative"),
        ("2.", "operative"),
    ]


def test_numbered_recitals_are_preamble():
    text = (
        "Decision: 41 COM 7A.90\n\nHarbour\n\nThe Harbour Committee,\n\n1. Having examined document 7A,\n\n"
        "2. Recalling decision 40 COM 7A.90,\n\n3. Requests the State Party to:\n   1. remove the cranes,\n"
        "   2. submit a report by 1 December 2018;\n\n4. Decides to meet.\n"
    )
    assert outline(text) == [
        ("", "preamble"),
        ("1.", "preamble"),
        ("2.", "preamble"),
        ("3.", "chapeau"),
        ("3.1.", "operative"),
        ("3.2.", "operative"),
        ("4.", "operative"),
    ]


def test_recitals_before_the_formula():
    text = (
        "Conf. 11.90 (Rev. CoP18) Shells\n\nRECOGNIZING that shells are painted;\n\nTHE CONFERENCE OF THE PARTIES\n\n"
        "1. AGREES that:\n\na) a shell is:\n\ni) round; or\n\nii) flat; and\n\n2. INSTRUCTS it to report.\n"
    )
    assert outline(text) == [
        ("", "preamble"),
        ("", "preamble"),
        ("1.", "chapeau"),
        ("1.a)", "chapeau"),
        ("1.a)i)", "operative"),
        ("1.a)ii)", "operative"),
        ("2.", "operative"),
    ]


def test_the_new_wording_of_a_rule_is_quoted():
    text = """### Decision 4/7

### Hats

The Conference decided to amend rule 18, adding a paragraph to read as follows:

“3. The Secretariat shall send hats.

“4. Members shall wear them.”
"""
    assert outline(text, "markdown") == [("", "operative"), ("", "quoted"), ("", "quoted")]


def test_new_wording_without_quotation_marks_is_quoted_too():
    text = """Decision 4/7

Hats

The Assembly,

1. Adopts an amendment to rule 3, to read as follows:

Rule 3

1. The Secretariat shall send hats.

2. Members shall wear them.

2. Invites members to sit.
"""
    assert [(label, kind) for label, kind in outline(text) if kind != "preamble"] == [
        ("1.", "operative"),
        ("1.", "quoted"),
        ("1.", "quoted"),
        ("1.", "quoted"),
        ("2.", "operative"),
    ]


def test_a_table_is_quoted_whole():
    table = "| Oil | 10 |\n|---|---|\n| Wicks | 20 |"
    text = f"## Decision 9/1 Lamps\n\nThe Conference,\n\n1. Approves the budget:\n\n{table}\n\n2. Requests oil.\n"
    assert outline(text, "markdown") == [("", "preamble"), ("1.", "operative"), ("1.", "quoted"), ("2.", "operative")]


def test_parts_numerals_and_letters_and_their_titles():
    text = """Decision 4/2

Lamps

The Conference:

I

General lamps

1. Requests lamps;

II

Special lamps

1. Requests special lamps;

A. Oil

2. Requests oil.
"""
    assert [(p.part, p.label) for p in only(read(text)).paragraphs] == [
        ("", ""),
        ("I", "1."),
        ("II", "1."),
        ("II.A", "2."),
    ]


def test_a_reference_at_the_start_of_a_line_is_no_label():
    broken = "1. Invites members, under paragraph 4\n(b) of decision 3/1, to pay;"
    text = f"Decision 4/1\n\nLamps\n\nThe Conference,\n\n{broken}\n\n2. Thanks.\n"
    assert labels(text) == ["1.", "2."]
    assert only(read(text)).paragraphs[1].text == "Invites members, under paragraph 4 (b) of decision 3/1, to pay;"


def test_directions_in_plain_words_are_operative():
    directions = "The Secretariat shall report to the Board.\n\nParties are encouraged to count ponds."
    text = f"## Decision 18.2\n\n**Ponds**\n\n{directions}\n"
    assert outlined(only(read(text, form="markdown"))) == [("", "operative"), ("", "operative")]


def test_a_list_may_follow_a_dash_or_a_text_that_breaks_off():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Board,\n\nNoting the need for\n\n(a) lamps,\n\n(b) oil,\n\n"
        "1. Invites the Facility –\n\n(a) To fund oil;\n\n(b) To report;\n\n2. Repeals\n\n(a) Decision 3/1; and\n\n"
        "(b) Decision 3/2.\n"
    )
    assert outline(text) == [
        ("", "preamble"),
        ("", "preamble"),
        ("(a)", "preamble"),
        ("(b)", "preamble"),
        ("1.", "chapeau"),
        ("1.(a)", "operative"),
        ("1.(b)", "operative"),
        ("2.", "chapeau"),
        ("2.(a)", "operative"),
        ("2.(b)", "operative"),
    ]


def test_a_last_recital_without_its_comma_governs_no_decision():
    text = "Decision 4/1\n\nLamps\n\nThe Board,\n\nNoting lamps\n\n1. Requests oil;\n\n2. Requests wicks.\n"
    assert [label for label, kind in outline(text) if kind == "operative"] == ["1.", "2."]


def test_what_was_decided_before_the_recitals_governs_what_follows_them():
    text = (
        "Decision IX/1: Lamps\n\nThe Ninth Meeting of the Parties decided:\n\nNoting the report,\n\n"
        "1. To encourage parties;\n\n2. To request the Secretariat:\n\n(a) To light;\n\n(b) To report.\n"
    )
    assert outline(text) == [
        ("", "chapeau"),
        ("", "preamble"),
        ("1.", "operative"),
        ("2.", "chapeau"),
        ("2.(a)", "operative"),
        ("2.(b)", "operative"),
    ]
    assert [p.chapeau for p in only(read(text)).paragraphs] == [None, None, 0, 0, 3, 3]


def test_decimal_numbers_stand_under_each_other():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Board decides as follows:\n\n1. Light\n\n1.1 The Secretariat shall meet.\n\n"
        "1.2 The meeting shall:\n\n1.2.1 review lamps;\n\n1.2.2 report.\n\n2. Finance\n\n2.1 Members may pay.\n"
    )
    paragraphs = only(read(text)).paragraphs
    at = {p.label: n for n, p in enumerate(paragraphs)}
    assert list(at) == ["", "1.", "1.1", "1.2", "1.2.1", "1.2.2", "2.", "2.1"]
    assert [paragraphs[at[label]].chapeau for label in ("1.2.1", "1.2.2")] == [at["1.2"]] * 2


def test_bis_and_ter_follow_their_number():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Board,\n\n1. Requests oil;\n\n1 bis. Requests wicks;\n\n1 ter. Decides to:\n\n"
        "(a) Meet;\n\n(a bis) Eat;\n\n(b) Go;\n\n2. Thanks.\n"
    )
    assert labels(text) == ["1.", "1 bis.", "1 ter.", "1 ter.(a)", "1 ter.(a bis)", "1 ter.(b)", "2."]
    assert [f.code for f in read(text).findings if f.code.startswith("label")] == []


def test_a_request_after_the_items_of_an_unfinished_paragraph_is_part_of_it():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Board,\n\n1. Sets up a group that has:\n\n(a) A chair;\n\n(b) A table, and\n\n"
        "Requests the group to report;\n\n2. Thanks the host.\n"
    )
    assert labels(text) == ["1.", "1.(a)", "1.(b)", "1.", "2."]


def test_new_wording_is_quoted_to_its_end_however_it_is_numbered():
    text = """Decision 4/7

Rules

The Assembly,

1. Decides to replace rule 26 by the following:

Rule 26

1. The Chair shall preside.

2. In the absence of the Chair, another shall preside.

2. Decides to insert a new paragraph 3 bis as follows:

3 bis. Members shall report every two years.

3. Requests the secretariat to publish the rules.
"""
    assert outline(text)[1:] == [
        ("1.", "operative"),
        ("1.", "quoted"),
        ("1.", "quoted"),
        ("1.", "quoted"),
        ("2.", "operative"),
        ("2.", "quoted"),
        ("3.", "operative"),
    ]


def test_headings_in_italics_stand_between_recitals_and_decisions():
    text = (
        "Decision 4/1\n\nLamps\n\nThe Board,\n\nReaffirming that it plays a part,\n\nPlan for lamps under stress\n\n"
        "1. Takes note of lamps;\n\nAdverse effects\n\n2. Requests oil.\n"
    )
    assert outline(text) == [("", "preamble"), ("", "preamble"), ("1.", "operative"), ("2.", "operative")]


def test_a_text_without_blank_lines_keeps_its_headings_parts_and_data_apart():
    text = (
        "Decision 4/1\nLamps\nThe Board,\nRecalling oil,\n1. Requests oil;\nAdverse effects\n2. Requests wicks;\nII\n"
        "3. Requests lamps.\n10th plenary meeting\n15 September 2017\n"
    )
    decision = only(read(text))
    assert [(p.part, p.label, p.text) for p in decision.paragraphs if p.label] == [
        ("", "1.", "Requests oil;"),
        ("", "2.", "Requests wicks;"),
        ("II", "3.", "Requests lamps."),
    ]


def test_numbered_headings_between_decisions_are_no_paragraphs():
    text = (
        "GC(57)/RES/90\n\nLamps\n\nThe General Conference,\n\n1. General\n\n1. Urges the Agency to light;\n\n"
        "2. Requests oil;\n\n2. Transport of lamps\n\n3. Stresses transport.\n"
    )
    assert labels(text) == ["1.", "2.", "3."]


def test_a_draft_for_another_body_is_quoted_with_its_own_numbers():
    text = """XX/2. Noise

The Subsidiary Body,

4. Invites Parties to listen;

5. Recommends that the Conference adopt a decision along the following lines:

The Conference of the Parties,

1. Takes note of noise;

2. Requests the Secretariat to be quiet;

6. Requests the Secretariat to transmit this.
"""
    assert outline(text)[1:] == [
        ("4.", "operative"),
        ("5.", "operative"),
        ("5.", "quoted"),
        ("5.", "quoted"),
        ("5.", "quoted"),
        ("6.", "operative"),
    ]


def test_several_rules_are_reworded_in_one_paragraph():
    text = """Decision 4/7

Rules

The Assembly,

1. Decides to amend its rules as follows:

Rule 4, paragraph 1, shall read:

“1. Sessions shall be held every two years.”

Rule 22, paragraph 3, is replaced by the following text:

“3. The Bureau shall meet once a year.”

2. Invites members to sit.
"""
    assert outline(text)[1:] == [("1.", "operative"), *[("1.", "quoted")] * 4, ("2.", "operative")]


def test_numbers_may_stand_under_letters_after_a_colon():
    text = (
        "Resolution 5/1\n\nLamps\n\nThe Board,\n\n1. Decides that:\n\n(a) It will meet;\n\n(b) Its agenda will be:\n\n"
        "1. Election;\n\n2. Report;\n\n2. Thanks the host.\n"
    )
    assert labels(text) == ["1.", "1.(a)", "1.(b)", "1.(b)1.", "1.(b)2.", "2."]


def test_verbs_in_small_letters_on_lines_of_their_own_govern_what_follows_them():
    text = """RESOLUTION 190 (REV. BUSAN, 2014)

Lamps

The Plenipotentiary Conference of the Lamp Union (Busan, 2014),

recalling

a) Resolution 70/1;

resolves

1 to light lamps;

2 to buy oil,

instructs the Director

to report.
"""
    assert outline(text) == [
        ("", "preamble"),
        ("", "preamble"),
        ("a)", "preamble"),
        ("", "chapeau"),
        ("1.", "operative"),
        ("2.", "operative"),
        ("", "chapeau"),
        ("", "operative"),
    ]


def test_bold_verbs_before_their_items_are_no_headings():
    text = (
        "# Resolution 90 (Cg-17)\n\n## Lamps\n\nTHE CONGRESS,\n\n**Noting:**\n\n(1) Resolution 21;\n\n**Decides:**\n\n"
        "(1) To meet;\n\n(2) To eat;\n"
    )
    assert outline(text, "markdown")[1:] == [
        ("", "preamble"),
        ("(1)", "preamble"),
        ("", "chapeau"),
        ("(1)", "operative"),
        ("(2)", "operative"),
    ]


def test_hereby_belongs_to_the_formula():
    text = "C-20/DEC.9\n\nDECISION\n\nLAMPS\n\nThe Conference,\n\nRecalling oil;\n\nHereby:\n\n1. Approves lamps.\n"
    decision = only(read(text))
    assert (decision.number, decision.title) == ("C-20/DEC.9", "LAMPS")
    assert outlined(decision) == [("", "preamble"), ("", "preamble"), ("", "preamble"), ("1.", "operative")]


def test_an_agenda_that_is_set_out_below_is_quoted():
    text = (
        "2012/90. Report\n\nAt its 47th plenary meeting, on 27 July 2012, the Council:\n\n(a) Took note of it;\n\n"
        "(b) Approved the agenda as set out below:\n\n1. Election of officers.\n\n2. Lamps:\n\n(a) Oil lamps.\n"
    )
    assert outline(text) == [
        ("", "chapeau"),
        ("(a)", "operative"),
        ("(b)", "operative"),
        *[("(b)", "quoted")] * 3,
    ]


def test_after_the_items_of_one_request_another_begins_anew():
    text = (
        "Decision Ex.III/1: Oil\n\nNoting that oil burns,\n\n"
        "- To request the Panel to look, for the Parties, at:\n- The lamps;\n- The oil;\n"
        "- To request the Parties to answer by 15 February 2019.\n"
    )
    decision = only(read(text))
    assert decision.number == "Ex.III/1"
    assert [p.chapeau for p in decision.paragraphs] == [None, None, 1, 1, None]


def test_the_caption_of_a_table_is_no_paragraph():
    text = (
        "## Decision 11/1 Budget\n\nThe Board,\n\n1. Approves the budget in table 1 below;\n\nTable 1\nBudget\n\n"
        "| Oil | 10 |\n|---|---|\n\n2. Requests a report.\n"
    )
    assert outline(text, "markdown") == [("", "preamble"), ("1.", "operative"), ("1.", "quoted"), ("2.", "operative")]


def test_the_paragraphs_of_a_draft_that_is_recommended_keep_their_labels():
    text = """### Decision 4/7

### Hats

The Conference

Recommends to the Assembly the adoption of the following draft resolution:

“The Assembly,

“1. Requests the Secretariat to send hats;

“2. Invites members to wear them.”
"""
    labelled = [("", "quoted"), ("1.", "quoted"), ("2.", "quoted")]
    assert outline(text, "markdown") == [("", "preamble"), ("", "operative"), *labelled]
