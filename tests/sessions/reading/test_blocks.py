"""Sentences that a page, a footnote or a line's end had cut."""

from sessions.reading.blocks import compounds_of, read_blocks
from sessions.reading.footnotes import set_aside
from sessions.reading.lines import read_lines


def blocks(text, form="markdown"):
    lines = set_aside(read_lines(text, form))
    return [block.text for block in read_blocks(lines, compounds_of(lines))]


def test_lines_of_a_paragraph_are_one_text():
    assert blocks("(a) Requested the\nSecretariat to\nreport;") == ["(a) Requested the Secretariat to report;"]


def test_a_page_break_and_a_footnote_inside_a_sentence_leave_no_trace():
    text = (
        "(n) Invited members to note the potential\n\n---\n\n<sup>13</sup> Registry, vol. 2.\n\nfor the Office to act;"
    )
    assert blocks(text) == ["(n) Invited members to note the potential for the Office to act;"]


def test_a_sentence_goes_on_with_a_capital_after_a_page_break():
    long = "(b) Recalled the Protocol to Light, Trim and Fill Lamps, Especially Lamps and"
    assert blocks(f"{long}\n\n---\n\nLanterns, supplementing the Convention;") == [
        f"{long} Lanterns, supplementing the Convention;"
    ]


def test_an_ended_sentence_does_not_go_on():
    assert blocks("(a) Noted it;\n\n---\n\nthe rest") == ["(a) Noted it;", "the rest"]


def test_labels_begin_blocks_without_a_blank_line():
    assert blocks("1. Decides that:\n(a) Lamps burn;\n(b) Oil flows;\n2. Requests oil.") == [
        "1. Decides that:",
        "(a) Lamps burn;",
        "(b) Oil flows;",
        "2. Requests oil.",
    ]


def test_recitals_begin_blocks_without_a_blank_line():
    assert blocks("The Board,\nRecalling its rules,\nNoting the fall in\nthe number of lamps,\nRequests oil.") == [
        "The Board,",
        "Recalling its rules,",
        "Noting the fall in the number of lamps,",
        "Requests oil.",
    ]


def test_a_label_alone_on_its_line_belongs_to_the_text_below():
    assert blocks("5.\n\nREQUESTS the Committee to:\n\na.\nstudy oil; and") == [
        "5. REQUESTS the Committee to:",
        "a. study oil; and",
    ]


def test_a_word_cut_at_the_end_of_a_line_is_whole_again():
    assert blocks("Requests the Secre-\ntariat to follow-up on the follow-\nup;") == [
        "Requests the Secretariat to follow-up on the follow-up;"
    ]


def test_the_rows_of_a_table_are_one_block():
    assert blocks("| Item | 2010 |\n|---|---|\n| Oil | 10 |") == ["Item | 2010\nOil | 10"]


def test_a_table_that_only_lays_out_the_text_is_text():
    text = "| | The Assembly of Cups, |\n|---|---|\n| 1. | Requests the Secretariat to send cups to all members; |"
    assert blocks(text) == ["The Assembly of Cups,", "1. Requests the Secretariat to send cups to all members;"]


def test_a_table_used_as_layout_gives_its_items_as_paragraphs():
    text = (
        "| The Council, | |\n|---|---|\n| 1. | Requests the Secretariat to light lamps; |\n"
        "| 2. | Invites members to pay for lamps: |\n| (a) | in oil that burns well; |\n"
    )
    assert [(block.row, block.text) for block in read_blocks(read_lines(text, "markdown"))] == [
        (False, "The Council,"),
        (False, "1. Requests the Secretariat to light lamps;"),
        (False, "2. Invites members to pay for lamps:"),
        (False, "(a) in oil that burns well;"),
    ]


def test_a_sentence_goes_on_across_a_page_with_to_the():
    text = "1. Requests the Office to submit\n\n---\n\nto the Board a report;\n\n2. Thanks the host.\n"
    assert [block.text for block in read_blocks(read_lines(text, "markdown"))] == [
        "1. Requests the Office to submit to the Board a report;",
        "2. Thanks the host.",
    ]
