"""What is a label, and what each may number."""

import pytest

from sessions.reading.labels import Token, read_tokens, readings, roman, write, write_roman


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("(a) Requests", ["(a)"], "Requests"),
        ("( b ) Requests", ["(b)"], "Requests"),
        ("(a)Requests", ["(a)"], "Requests"),
        ("a) requests", ["a)"], "requests"),
        ("3. Requests", ["3."], "Requests"),
        ("3.Requests", ["3."], "Requests"),
        ("12) Requests", ["12)"], "Requests"),
        ("(12) to report", ["(12)"], "to report"),
        ("1.1 Requests", ["1.1"], "Requests"),
        ("1.2.3. Requests", ["1.2.3"], "Requests"),
        ("(xiv) Requests", ["(xiv)"], "Requests"),
        ("3. (a) Requests", ["3.", "(a)"], "Requests"),
        ("(c) (i) Requests", ["(c)", "(i)"], "Requests"),
        ("3 bis. Requests", ["3 bis."], "Requests"),
        ("OP4. Requests", ["OP4."], "Requests"),
        ("5 Requests the Board", ["5."], "Requests the Board"),
        ("5 Members were present", [], "5 Members were present"),
        ("12 December 2014", [], "12 December 2014"),
        ("Requests (a) lights", [], "Requests (a) lights"),
        ("2009. The year", [], "2009. The year"),
        ("e.g. lights", [], "e.g. lights"),
    ],
)
def test_labels_at_the_start_of_a_text(text, printed, words):
    tokens, rest = read_tokens(text)
    assert ([t.printed for t in tokens], rest) == (printed, words)


def test_i_is_a_letter_and_a_numeral():
    assert {(system, value) for system, value, cost in readings(Token("(i)", "i", "(x)")) if cost == 0} == {
        ("letter", 9),
        ("roman", 1),
    }


def test_double_letters_follow_the_alphabet():
    assert ("letter", 27, 0) in readings(Token("(aa)", "aa", "(x)"))


def test_eleven_may_be_a_misread_numeral_at_a_price():
    assert any(
        system == "roman" and value == 2 and cost > 0 for system, value, cost in readings(Token("(11)", "11", "(x)"))
    )


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 49, 90, 99])
def test_roman_numerals_are_written_as_they_are_read(value):
    assert roman(write_roman(value)) == value


@pytest.mark.parametrize("no_numeral", ["iiii", "vx", "ab", ""])
def test_what_is_no_roman_numeral(no_numeral):
    assert roman(no_numeral) is None


def test_labels_are_written_in_the_style_of_their_series():
    assert [write("letter", 4, "(x)"), write("number", 4, "x."), write("roman", 4, "x)"), write("LETTER", 4, "x.")] == [
        "(d)",
        "4.",
        "iv)",
        "D.",
    ]


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("(c} Requests oil", "(c)", "Requests oil"),
        ("(a) bis. Requests oil", "(a) bis", "Requests oil"),
        ("(a bis) Requests oil", "(a bis)", "Requests oil"),
        ("3 bis. Requests oil", "3 bis.", "Requests oil"),
        ("3, Requests oil", "3.", "Requests oil"),
        ("(0 Requests oil", "(0)", "Requests oil"),
    ],
)
def test_damaged_and_inserted_labels(text, printed, words):
    tokens, rest = read_tokens(text)
    assert ("".join(token.printed for token in tokens), rest) == (printed, words)
