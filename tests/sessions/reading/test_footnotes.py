"""Footnotes that lost their raised figures."""

import pytest

from sessions.reading import read
from sessions.reading.footnotes import set_aside
from sessions.reading.lines import read_lines


def told(text):
    lines = set_aside(read_lines(text, "text"))
    return [line.text for line in lines if line.what == "text"], [
        line.text for line in lines if line.what == "footnote"
    ]


def test_notes_under_a_rule_are_set_aside_with_their_marks():
    text, notes = told("The lights,1 the buoys2 and rule 3;\n\n______\n1 See rule 1.\n2 Registry of Buoys.\n")
    assert text == ["The lights, the buoys and rule 3;"]
    assert len(notes) == 2


def test_a_note_runs_on_to_the_line_below_until_it_ends():
    text, notes = told("The lights,1 too,\n\n______\n1 Registry of Lights, kept by\nthe harbour master.\nThe buoys.")
    assert (text, len(notes)) == (["The lights, too,", "The buoys."], 2)


def test_a_line_that_begins_with_a_day_is_no_note():
    text, notes = told("It met on\n\n12 December 2014\n\nand on\n\n13 December 2014")
    assert notes == []
    assert len(text) == 4


def test_a_note_glued_to_its_paragraph_is_cut_off():
    text, _ = told("1.Takes note of the list,2 and of its annex;2OFFICE/12.")
    assert text == ["1.Takes note of the list, and of its annex;"]
    text, _ = told("2.Welcomes six lists;33The lists of six members.")
    assert text == ["2.Welcomes six lists;"]


def test_numbers_in_the_text_stay():
    text, _ = told("In articles 5, 6 and 12 of decision 3/2, paragraph 4.1 of L.5;")
    assert text == ["In articles 5, 6 and 12 of decision 3/2, paragraph 4.1 of L.5;"]


def test_a_mark_whose_note_is_missing_is_taken_out_where_no_figure_can_stand():
    text = (
        "Decision 5/2\n\nLights\n\nThe Conference of the Parties,\n\n"
        "1. Invites Parties to submit their views on the review;1\n\n"
        "2. Takes note of the report of the Group,2 and asks the Secretariat to publish it, see No. 4;\n"
    )
    _, first, second = read(text, form="text").decisions[0].paragraphs
    assert first.text == "Invites Parties to submit their views on the review;"
    assert second.text == "Takes note of the report of the Group, and asks the Secretariat to publish it, see No. 4;"


def test_notes_that_count_up_are_notes_though_only_one_mark_is_left():
    text = (
        "Recalling its resolution 8/12 and the report of the Board,2\n\n1. Takes note of the report;\n\n"
        "1 Official Records, Supplement No. 1.\n2 E/2008/10 and\nCorr.1.\n3 On request; it shall be\nsent.\n\n"
        "2. Decides to meet.\n"
    )
    lines = set_aside(read_lines(text, "text"))
    assert [line.text for line in lines if line.what == "text"] == [
        "Recalling its resolution 8/12 and the report of the Board,",
        "1. Takes note of the report;",
        "2. Decides to meet.",
    ]


def test_decisions_that_count_up_without_a_stop_are_no_notes():
    text = "HAVING CONSIDERED the report,2\n1 ADOPTS the Code;\n2 INVITES Governments to apply it.\n"
    assert [line.what for line in set_aside(read_lines(text, "text"))] == ["text"] * 3


def test_notes_that_cut_a_sentence_in_two_are_notes_whatever_marks_them():
    text = (
        "(a) Requested the Secretariat to draft terms for\n\n1 Harbour Treaty Series, vol. 12.\n\n2 HSC/COP/2010/3.\n\n"
        "a visit to the harbour;\n\n(b) Noted oil.\n"
    )
    lines = set_aside(read_lines(text, "text"))
    assert [line.text for line in lines if line.what == "footnote"] == [
        "1 Harbour Treaty Series, vol. 12.",
        "2 HSC/COP/2010/3.",
    ]


def test_notes_in_brackets():
    text = (
        "1. Requests the Panel to establish, under the procedures,[1] a force;(2)\n\n2. Thanks it.\n\n"
        "[1] IPHS/1/INF/4.\n(2) Where there is one.\n"
    )
    lines = set_aside(read_lines(text, "text"))
    assert [line.text for line in lines if line.what == "text"] == [
        "1. Requests the Panel to establish, under the procedures, a force;",
        "2. Thanks it.",
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "_______________\n1\n  A/63/901 and Corr.1.\n2\n  See A/64/902.\n",
        "1\tUnited Nations, Treaty Series, vol. 7, No. 9.\n2\tSee document A/64/902.\n",
        "1 General Assembly resolution 2/3, annex.\n2 Ibid.\n",
    ],
)
def test_notes_whose_figure_stands_alone_or_that_only_cite(notes):
    text = f"Decision 4/1\n\nLamps\n\nThe Board,\n\n1. Requests lamps;\n\n{notes}\n2. Invites members to meet.\n"
    (decision,) = read(text).decisions
    assert [p.label for p in decision.paragraphs] == ["", "1.", "2."]
