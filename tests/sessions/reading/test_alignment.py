"""The paragraphs of a decision in two languages, by their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.reading import read
from sessions.reading.alignment import align, ordinals
from sessions.reading.concordance import Piece
from tests.languages import LANGUAGES, decision_in
from tests.texts import report_text


def pieces(text):
    [decision] = read(text, form="markdown").decisions
    return [Piece(p.label, p.part, p.text) for p in decision.paragraphs]


def pairs(english, other):
    return [(match.old, match.new) for match in align(english, other)]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_each_paragraph_stands_beside_its_own(code):
    assert pairs(pieces(report_text()), pieces(decision_in(code))) == [(at, at) for at in range(7)]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize("letter", ["b", "d", "e"])
def test_a_paragraph_that_one_language_lacks_stands_alone_and_moves_no_other(code, letter):
    lost = 2 + "abcde".index(letter)
    found = pairs(pieces(report_text()), pieces(decision_in(code, leave_out=letter)))
    assert (lost, None) in found
    assert [pair for pair in found if None not in pair] == [(at, at - (at > lost)) for at in range(7) if at != lost]


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("(i)", 9),
        ("(ii)", 2),
        ("и)", 9),
        ("ط", 9),
        ("(ج)", 3),
        ("هـ)", 5),
        ("ñ)", 15),
        ("٣-", 3),
        ("(十二)", 12),
        ("с)", 3),
    ],
)
def test_a_letter_counts_by_its_own_alphabet(label, place):
    assert place in ordinals(label)


def test_another_numbering_is_aligned_by_order():
    english = [Piece(f"{n}.", "", "w" * 50) for n in range(1, 5)]
    other = [Piece(f"({letter})", "", "w" * 60) for letter in "cdef"]
    assert pairs(english, other) == [(at, at) for at in range(4)]


LABELLED = st.lists(st.tuples(st.sampled_from(["", "(a)", "(b)", "1.", "ب"]), st.text(max_size=20)), max_size=15)


@given(LABELLED, LABELLED)
def test_each_of_both_stands_once_in_order(one, two):
    found = pairs([Piece(label, "", text) for label, text in one], [Piece(label, "", text) for label, text in two])
    assert [a for a, _ in found if a is not None] == list(range(len(one)))
    assert [b for _, b in found if b is not None] == list(range(len(two)))
