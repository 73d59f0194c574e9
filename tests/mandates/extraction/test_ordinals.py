import pytest

from mandates.extraction.ordinals import cardinal, ordinal


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("first", 1),
        ("fifth", 5),
        ("twelfth", 12),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("Seventy-third", 73),
        ("seventy third", 73),
        ("ninety‑ninth", 99),
        ("hundredth", 100),
        ("one hundredth", 100),
        ("one hundred and first", 101),
        ("one hundred and thirty-sixth", 136),
        ("73rd", 73),
        ("136 th", 136),
    ],
)
def test_an_ordinal_in_words_or_figures_is_its_number(printed, number):
    assert ordinal(printed) == number


@pytest.mark.parametrize("printed", ["", "next", "seventy-something", "a good many"])
def test_what_is_no_ordinal_has_no_number(printed):
    assert ordinal(printed) is None


@pytest.mark.parametrize(("printed", "number"), [("six", 6), ("twenty-one", 21), ("120", 120), ("several", None)])
def test_a_count_is_its_number(printed, number):
    assert cardinal(printed) == number
