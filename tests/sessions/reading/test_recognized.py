"""Plain text that a machine recognized from print: specks go, misread words are mended and told, the rest stays."""

import pytest

from sessions.reading import read
from sessions.reading.files import source_of
from sessions.reading.recognized import mended
from tests.sessions.reading.editions import plain
from tests.sessions.reading.test_formats import manuscript


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("| (a) Requests oil;\n", "(a) Requests oil;\n"),
        ("' | Requests oil; .\n", "Requests oil;\n"),
        ("oil .\n\nropes\n", "oil.\n\nropes\n"),
        ("oil .\nropes", "oil\nropes"),
        ("oil .", "oil."),
        ("oil\n .\nropes\n", "oil\n\nropes\n"),
        ("oil, ~\r\nropes ,\r\n", "oil,\r\nropes\r\n"),
        ("- oil\n* ropes\n.1 lamps\n'quoted'\n", "- oil\n* ropes\n.1 lamps\n'quoted'\n"),
        ("Lamps . . . . . . 5\nRopes . . . . .\n", "Lamps . . . . . . 5\nRopes . . . . .\n"),
        ("| a | b |\n| c | d |\n", "| a | b |\n| c | d |\n"),
    ],
)
def test_specks(text, said):
    assert mended(text)[0] == said


def test_specks_are_counted():
    assert [(f.level, f.code, f.params) for f in mended("| oil;\nropes; '\n")[1]] == [
        ("info", "specks_left_out", {"count": 2})
    ]


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("cornmittee", "committee"),
        ("Comrnittee", "Committee"),
        ("CORNMITTEE", "COMMITTEE"),
        ("comm1ttee", "committee"),
        ("commitlee", "commitlee"),  # no such mistake is known
        ("comniittee", "comniittee"),  # neither is this one
        ("cornmission", "cornmission"),  # nobody says commission here
    ],
)
def test_words(read_as, printed):
    assert mended(f"The committee and the Committee of {read_as}.")[0].endswith(f"of {printed}.")


def test_what_was_mended_is_told():
    _text, findings = mended("requested, requested, requestcd; Secretariat, Secretariat, Secretar1at")
    assert [(f.level, f.code, f.params) for f in findings] == [
        ("warning", "words_mended", {"count": 2, "words": "requestcd → requested, secretar1at → secretariat"})
    ]


def test_words_that_differ_by_a_letter_may_both_be_meant():
    text = "economies, economies, economics; falling, falling, failing; actions, actions, aetions"
    assert mended(text) == (text, ())


@pytest.mark.parametrize("word", ["modern", "1998", "4/1", "A/RES/60/1"])
def test_words_that_are_what_they_say_stay(word):
    assert mended(f"modem modem I998 l998 {word}")[0].endswith(word)


def test_the_report_under_specks_and_misreadings_is_the_report():
    """Labels (l) and (11), 5/l, specks, words with rn for m and c for e; words that stand alone keep their faults."""
    rows = []
    for nth, row in enumerate(plain().split("\n")):
        row = row.replace("(ii)", "(11)").replace("1. Requests", "l. Requests").replace("Decision 5/1", "Decision 5/l")
        row = row.replace("(i) To", "(l) To") if nth % 2 else row
        row = row.replace("harm", "harrn").replace("Requested the Working", "Requestcd the Working")
        row = f"| {row}" if row and nth % 7 == 3 else row
        row = f"' {row}" if row and nth % 9 == 2 else row
        rows.append(f"{row} ." if nth % 6 == 4 else row)
    source = source_of("\n".join(rows).encode(), "report.txt")
    found = read(source.text, form=source.form)
    said = {f"Decision {d.number}": [(p.label, p.text) for p in d.paragraphs] for d in found.decisions}
    assert said == manuscript()
    assert {finding.code for finding in source.findings} >= {"specks_left_out", "words_mended"}
