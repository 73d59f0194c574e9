"""Every style is read without a miss: what is asked, of whom, of what type, by when."""

import pytest

from mandates.extraction import Candidate

from .outline import clauses, read
from .styles import STYLES, Row, Style


def row(label: str, candidate: Candidate) -> Row:
    deadline = candidate.deadline
    short = deadline and (deadline.session or deadline.date or deadline.kind)
    return label, candidate.verb, list(candidate.addressees), candidate.action_type, short


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_style_is_read_as_a_careful_reader_does(style: Style):
    texts = clauses(style.text)
    extracted = read(style.text, session=style.session)
    asked = [row(clause.label, c) for clause, e in zip(texts, extracted, strict=True) for c in e.candidates]
    assert asked == style.asked


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_what_a_careful_reader_does_not_doubt_is_clear(style: Style):
    doubts = [c.doubt for e in read(style.text, session=style.session) for c in e.candidates if c.doubt]
    assert doubts == []
