"""What a person is told about a reading."""

import pytest

from sessions.reading import read
from tests.sessions.reading.outline import codes

GOOD = (
    "Decision {n}\n\n{title}\n\nThe Conference,\n\n1. Requests the Secretariat to light the lamps;\n\n"
    "2. Thanks the host.\n\n"
)


def decisions(*numbers):
    return "".join(GOOD.format(n=n, title="Lamps") for n in numbers)


def findings(text, form="text"):
    return {f.code: f for f in read(text, form=form).findings}


def test_a_good_text_gives_nothing_to_look_at():
    assert codes(read(decisions("4/1", "4/2"))) == []


def test_no_decision_at_all():
    found = findings("The lamps are lit. They burn all night, and the oil is clear.\n")
    assert found["no_decisions"].level == "error"


def test_only_drafts():
    """A report that quotes drafts far behind its first page is none."""
    before = "".join(f"{n}. The Board heard of lamps.\n\n" for n in range(50))
    draft = "## Draft resolution I\n\nThe Board,\n\n1. Requests oil.\n"
    assert "only_drafts" in findings(before + draft, "markdown")


def test_a_decision_without_paragraphs():
    found = findings(f"## Decision 4/1\n## Oil\n\n{decisions('4/2')}", "markdown")
    assert (found["decision_without_paragraphs"].params["decision"], found["decision_without_paragraphs"].line) == (
        "4/1",
        1,
    )


def test_a_number_that_occurs_twice():
    reading = read(decisions("4/1", "4/1"))
    assert len(reading.decisions) == 2
    assert "decision_number_repeated" in codes(reading)


def test_a_decision_and_a_resolution_may_share_a_number():
    assert codes(read(decisions("5/1") + decisions("5/1").replace("Decision", "Resolution"))) == []


def test_a_number_that_the_row_leaves_out():
    found = findings(decisions("4/1", "4/3"))["decision_number_missing"]
    assert found.params == {"decision": "4/2", "before": "4/1", "after": "4/3"}


def test_a_number_that_the_contents_list_in_vain():
    found = findings(f"Contents\n\n4/1. Lamps ........ 2\n4/2. Oil ........ 3\n\n{decisions('4/1')}")
    assert found["decision_listed_not_read"].params == {"decision": "4/2"}


def test_a_title_that_is_missing():
    text = "Decision 4/1\n\nThe Conference,\n\n1. Requests the Secretariat to light the lamps.\n"
    assert findings(text)["title_missing"].params == {"decision": "4/1"}


@pytest.mark.parametrize(
    ("row", "code", "params"),
    [
        ("1. 2. 4. 5.", "label_missing", {"label": "4.", "expected": "3."}),
        ("1. 2. 2. 3.", "label_repeated", {"label": "2.", "expected": "3."}),
        ("1. 2. 3. 1. 4.", "label_order", {"label": "1.", "expected": "4."}),
        ("2. 3. 4.", "label_missing", {"label": "2.", "expected": "1."}),
    ],
)
def test_labels_out_of_their_sequence(row, code, params):
    paragraphs = "".join(f"{label} Requests the Secretariat to light lamps;\n\n" for label in row.split())
    found = findings(f"Decision 4/1\n\nLamps\n\nThe Conference,\n\n{paragraphs}")
    assert found[code].params == {**params, "decision": "4/1"}


def test_a_text_that_stops_inside_a_sentence():
    found = findings(
        decisions("4/1") + "Decision 4/2\n\nOil\n\nThe Conference,\n\n1. Requests the Secretariat to light"
    )
    assert found["ends_inside_sentence"].params == {"decision": "4/2", "label": "1."}


def test_a_heading_lost_between_two_decisions():
    text = decisions("4/1") + "The Conference,\n\n3. Requests the Secretariat to fill the lamps.\n"
    assert "second_opening" in findings(text)


def test_a_line_that_has_no_place_is_counted_and_named():
    reading = read(
        "Decision 4/1\n\nLamps\n\nThe Conference,\n\n1. Requests oil;\n\n~ ~ ~ 88 ~~\n\n2. Thanks the host.\n"
    )
    assert reading.account.unplaced == 1
    assert [(f.code, f.line) for f in reading.findings if f.code == "line_unplaced"] == [("line_unplaced", 9)]


def test_the_account_counts_the_lines_of_the_file_and_those_in_decisions():
    text = f"A cover.\n\n{decisions('4/1')}"
    account = read(text).account
    assert (account.lines, account.in_decisions, account.unplaced) == (text.count("\n"), 9, 0)


def test_findings_of_one_kind_are_told_often_enough_and_no_more():
    reading = read("".join(f"## Decision {n}/1\n\n" for n in range(1, 200)), form="markdown")
    told = [f.code for f in reading.findings]
    assert told.count("decision_without_paragraphs") == 50
    assert "more_findings" in told


def test_characters_that_were_lost_are_told():
    assert findings(decisions("4/1").replace("oil", "o\x00l") + "\x00")["unreadable_characters"].params == {"count": 1}
