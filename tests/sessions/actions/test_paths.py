"""How decisions and paragraphs are named in addresses."""

import pytest

from sessions.actions.paths import paragraph_paths, slug_of


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        ("4/1", "4-1"),
        ("5/CP.20", "5-CP.20"),
        ("I/3 (a)", "I-3-a"),
        ("RES_1/2", "RES-1-2"),
        ("  12. ", "12"),
        ("٤/١", "٤-١"),
        ("第4号", "第4号"),
        ("—", ""),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_number_keeps_letters_digits_and_dots(number, slug):
    assert slug_of(number) == slug


@pytest.mark.parametrize(
    ("labels", "paths"),
    [
        (["(a)", "(b)"], ["a", "b"]),
        (["(o)", "(o)(i)", "(o)(ii)"], ["o", "o/i", "o/ii"]),
        (["1.", "3.(b)", "2.1."], ["1", "3/b", "2.1"]),
        (["", "(a)", ""], ["p", "a", "p-2"]),
        (["", "(p)", ""], ["p-2", "p", "p-3"]),  # the letter is itself; what has no label stands back
        (["•", "(p)"], ["p-2", "p"]),
        (["(a)", "(a)", "(a)"], ["a", "a-2", "a-3"]),
        (["(i)", "(I)"], ["i", "I"]),
        ([], []),
    ],
)
def test_paragraphs_have_one_path_each(labels, paths):
    found, restarts = paragraph_paths([("", label) for label in labels])
    assert found == paths
    assert len(set(found)) == len(found)
    assert not restarts


def test_the_part_stands_in_front_only_where_labels_restart():
    restarting = [("I", "1."), ("I", "2."), ("II", "1."), ("II", "")]
    assert paragraph_paths(restarting) == (["I/1", "I/2", "II/1", "II/p"], True)
    going_on = [("I", "1."), ("I", "2."), ("II", "3."), ("II", "")]
    assert paragraph_paths(going_on) == (["1", "2", "3", "p"], False)


def test_a_part_without_letters_makes_no_empty_address():
    paths, restarts = paragraph_paths([("§", "1."), ("§§", "1.")])
    assert (paths, restarts) == (["1", "1-2"], True)


def test_long_labels_stay_apart_and_within_their_column():
    paths, _restarts = paragraph_paths([("", "(a)" * 40 + end) for end in ("(b)", "(c)")])
    assert len(set(paths)) == 2
    assert max(map(len, paths)) <= 80
