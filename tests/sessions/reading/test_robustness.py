"""Texts that nobody would write: each is read to its end, and every line of a decision has its place."""

import pytest

from sessions.reading import read

OPENING = "Decision 4/1\n\nLamps\n\nThe Board,\n\n"
MANY = 1_500

HOSTILE = {
    "labels without end": OPENING + "".join(f"{n}. Requests oil;\n\n" for n in range(1, MANY)),
    "one label again and again": OPENING + "(a) Requests oil;\n" * MANY,
    "labels inside sentences": OPENING + "1. Requests oil under\n" + "(q) lamps and\n" * MANY,
    "lists inside lists": OPENING
    + "".join("".join(f"{label} x:\n" for label in ("1.", "(a)", "(i)")) for _ in range(MANY // 3)),
    "decimals inside decimals": OPENING + "".join("1." * n + "1 Oil\n" for n in range(1, 300)),
    "headings without text": "".join(f"Decision {n}/{m}\n\n" for n in range(1, 100) for m in range(1, 100)),
    "formulas without end": "The Board,\n" * MANY,
    "recitals and formulas by turns": "Recalling lamps,\nThe Board,\n" * MANY,
    "a table without end": OPENING + "| Oil | 1 |\n" * MANY,
    "a title that never ends": "Decision 4/1\n\n" + "and\n\n" * MANY,
    "notes without end": OPENING + "1. Requests oil;1\n\n" + "1 Oil of\n" * MANY,
    "one line": OPENING + "1. Requests " + "oil, also, " * 20_000,
    "one line of dots": OPENING + "." * 1_000_000 + " x",
    "one line of number signs": "# a" + "#" * 1_000_000 + " b",
    "one line of stars": OPENING + "*" * 1_000_000 + "a",
    "one line of brackets": OPENING + "[" * 500_000 + "](" * 250_000,
    "one line of decisions": OPENING + "1. Requests oil; 2. Requests wicks; " * 2_000,
    "quotations never closed": OPENING + "1. Amends the rules to read:\n\n" + "“(a) Oil shall burn.\n\n" * 2_000,
    "nothing but blank lines": "\n" * 200_000,
    "marks that nobody sees": OPENING + "1. Re\u200fque\u200bsts\x00 oil;\n" * 1_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_hostile_text_is_read_to_its_end(text, form):
    reading = read(text, form=form)
    assert reading.account.in_decisions <= reading.account.lines
    for decision in reading.decisions:
        for at, paragraph in enumerate(decision.paragraphs):
            assert paragraph.text
            assert paragraph.chapeau is None or paragraph.chapeau < at
