"""Whatever a line says, it is a line; whatever is printed as a label is read as one, and the words stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.reading import read
from sessions.reading.labels import read_tokens, roman, write_roman
from sessions.reading.lines import read_lines
from sessions.reading.marks import Run, cell, paragraph
from sessions.reading.source import Unreadable

MARKS = st.sampled_from(
    [
        *("*", "**", "_", "#", "(a)", "(i)", "1.", "II.", "|", "[^1]", "<sup>1</sup>", "\\", "&", "-", "\n", "\n\n"),
        *("Decision 4/1", "The Conference,", "Requests", "Annex", ";", ":", "\f", "\u202e", "\u00ad\n", "---"),
    ]
)
TEXTS = st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=40).map(" ".join)
LABELS = st.one_of(
    st.integers(1, 99).map("{}.".format),
    st.sampled_from([f"({chr(n)})" for n in range(ord("a"), ord("z") + 1)]),
    st.integers(1, 39).map(lambda n: f"({write_roman(n)})"),
    st.tuples(st.integers(1, 20), st.integers(1, 20)).map(lambda pair: "{}.{}".format(*pair)),
)
CHANCE = settings(derandomize=True, deadline=None, max_examples=150, database=None)


@CHANCE
@given(TEXTS, st.sampled_from(["markdown", "text"]))
def test_any_text_is_read_and_every_line_counted(text, form):
    reading = read(text, form=form)
    assert reading.account.lines == len(read_lines(text, form))
    assert 0 <= reading.account.unplaced <= reading.account.in_decisions <= reading.account.lines


@CHANCE
@given(LABELS, st.sampled_from(["Requests the Office to count", "Decides to meet;", "Urges"]))
def test_a_printed_label_is_read_and_the_words_stay(label, words):
    tokens, rest = read_tokens(f"{label} {words}")
    assert ("".join(token.printed for token in tokens), rest) == (label, words)


@CHANCE
@given(st.integers(1, 399))
def test_a_roman_numeral_comes_back(number):
    assert roman(write_roman(number)) == number


@CHANCE
@given(st.text(max_size=30))
def test_labels_take_nothing_but_labels(text):
    tokens, rest = read_tokens(text)
    assert text.endswith(rest) or rest == ""
    assert len(tokens) <= 3


WORDS = st.text("abzÄé0129.,;:()/&#>-+=|\\'\"“§", min_size=1, max_size=12)
RUNS = st.builds(Run, WORDS.map(" {} ".format), bold=st.booleans(), italic=st.booleans())


@CHANCE
@given(st.lists(RUNS, min_size=1, max_size=5))
def test_words_written_with_marks_are_read_without_them(runs):
    line = read_lines("\n".join(paragraph([Run("x"), *runs])), "markdown")[0]
    assert line.text.split() == ["x", *"".join(run.text for run in runs).split()]


@CHANCE
@given(st.lists(st.text(max_size=20), max_size=3))
def test_no_cell_ends_before_its_words(lines):
    assert "|" not in cell(lines)


def test_a_refusal_is_a_code_with_parameters():
    assert (Unreadable("file_too_large", limit_mb=3).code, Unreadable("x", a=1).params) == ("file_too_large", {"a": 1})
