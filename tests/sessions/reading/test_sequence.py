"""Labels are told by their sequence, and by nothing else."""

import pytest

from sessions.reading.labels import read_tokens
from sessions.reading.sequence import Step, resolve


def steps(row):
    """The row "(h): (i) (j)" as steps: a colon after a label says that its paragraph ends with one."""
    made = []
    colon = False
    for word in row.split():
        tokens, _ = read_tokens(f"{word.rstrip(':')} Requests")
        made.append(Step(tokens, after_colon=colon, after_stop=True, fresh=False))
        colon = word.endswith(":")
    return made


def paths(row):
    return ["".join(placed.path) for placed in resolve(steps(row))]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("(a) (b) (c)", "(a) (b) (c)"),
        ("(g) (h) (i) (j)", "(g) (h) (i) (j)"),
        ("(h): (i) (ii) (i) (j)", "(h) (h)(i) (h)(ii) (i) (j)"),
        ("(h) (i): (i) (ii) (iii) (iv) (v) (j)", "(h) (i) (i)(i) (i)(ii) (i)(iii) (i)(iv) (i)(v) (j)"),
        ("(h): (i) (j)", "(h) (i) (j)"),
        ("(o): (i) (ii) (p)", "(o) (o)(i) (o)(ii) (p)"),
        ("(u) (v) (w) (x) (y) (z) (aa) (bb)", "(u) (v) (w) (x) (y) (z) (aa) (bb)"),
        ("1. 2.: (a) (b): (i) (ii) (c) 3.", "1. 2. 2.(a) 2.(b) 2.(b)(i) 2.(b)(ii) 2.(c) 3."),
        ("1.: (a): (i): a. b. (ii) (b) 2.", "1. 1.(a) 1.(a)(i) 1.(a)(i)a. 1.(a)(i)b. 1.(a)(ii) 1.(b) 2."),
        ("1.: (1) (2): (a) (b) (3) 2.: (1)", "1. 1.(1) 1.(2) 1.(2)(a) 1.(2)(b) 1.(3) 2. 2.(1)"),
        ("1.: a) b): i) ii) 2.", "1. 1.a) 1.b) 1.b)i) 1.b)ii) 2."),
        ("1. 1.1 1.2 2. 2.1", "1. 1.1 1.2 2. 2.1"),
        ("4.: 1. 2. 5.", "4. 4.1. 4.2. 5."),
        ("(b): (l) (11) (iii) (c)", "(b) (b)(i) (b)(ii) (b)(iii) (c)"),
        ("86.: (a) (b) 87.", "86. 86.(a) 86.(b) 87."),
    ],
)
def test_the_row_tells_what_each_label_is(row, expected):
    row = f"{'(a) (b) (c) (d) (e) (f) (g) ' if row.startswith('(h)') else ''}{row}"
    expected = f"{'(a) (b) (c) (d) (e) (f) (g) ' if expected.startswith('(h)') else ''}{expected}"
    assert paths(row) == expected.split()


def test_a_label_that_is_missing_is_named():
    placed = resolve(steps("(a) (b) (d) (e)"))
    assert [(p.path[0], p.fault, p.expected) for p in placed][2] == ("(d)", "missing", "(c)")
    assert [p.fault for p in placed] == ["", "", "missing", ""]


def test_a_label_out_of_order_and_one_that_is_repeated_are_told():
    assert resolve(steps("1. 2. 3. 3. 4."))[3].fault == "repeated"
    assert "order" in {p.fault for p in resolve(steps("1. 2. 3. 2. 4."))}


def test_numbering_that_begins_again_without_a_heading_is_told():
    assert [p.fault for p in resolve(steps("1. 2. 3. 1. 2. 3."))] == ["", "", "", "order", "", ""]


def test_numbering_begins_again_after_a_heading_without_fault():
    row = steps("1. 2. 1. 2.")
    row[2] = Step(row[2].tokens, after_colon=False, after_stop=True, fresh=True)
    assert [p.fault for p in resolve(row)] == ["", "", "", ""]


def test_a_label_in_the_middle_of_a_sentence_is_text():
    row = steps("(a) (b) (b) (c)")
    row[2] = Step(row[2].tokens, after_colon=False, after_stop=False, fresh=False, starts_low=True)
    assert [p.path for p in resolve(row)] == [("(a)",), ("(b)",), (), ("(c)",)]
