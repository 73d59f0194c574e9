"""Every code of the reading has a sentence that says what is so and what to do."""

import re
from pathlib import Path

import pytest

from sessions.wording import FINDINGS, finding_sentence

READING = Path(__file__).parents[2] / "sessions" / "reading"
CODES = {
    code
    for path in READING.glob("*.py")
    for code in re.findall(r'(?:Finding\(\s*"\w+",|Unreadable\(|_refuse\()\s*"(\w+)"', path.read_text(encoding="utf-8"))
}


class Anything(dict):
    """Parameters of every name."""

    def __missing__(self, key):
        return 7


def test_the_codes_are_found():
    assert {"file_empty", "language_not_read", "too_much_memory"} <= CODES


@pytest.mark.parametrize("code", sorted(CODES | set(FINDINGS)))
def test_every_code_has_a_sentence(code):
    sentence = str(FINDINGS[code] % Anything())
    assert sentence.endswith(".")
    assert "%(" not in sentence


def test_a_finding_in_words():
    params = {"decision": "4/1", "label": "(d)", "expected": "(c)"}
    assert finding_sentence("label_missing", params) == (
        "4/1: the label (d) stands where (c) was due. Check whether a paragraph was lost."
    )


def test_a_text_without_a_number_is_named_in_words():
    assert finding_sentence("title_missing", {"decision": ""}).startswith("The unnumbered text: ")


def test_a_language_is_named():
    assert "French" in finding_sentence("language_not_read", {"language": "fr"})


def test_one_is_not_many():
    assert finding_sentence("footnotes_set_aside", {"count": 1}).startswith("1 footnote was")
    assert finding_sentence("footnotes_set_aside", {"count": 2}).startswith("2 footnotes were")
