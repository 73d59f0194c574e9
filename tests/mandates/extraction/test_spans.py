"""A span always says where the words are: in every own text, and in the real report where it is at hand."""

import inspect
import re

import pytest

from mandates.extraction import Clause, Extracted, Span, extract

from . import test_addressees, test_chapeaux, test_deadlines, test_duties, test_verbs
from .outline import clauses
from .real_report import decisions
from .styles import STYLES

SENTENCES = [
    text
    for module in (test_addressees, test_chapeaux, test_deadlines, test_duties, test_verbs)
    for text in re.findall(r'"([^"\\]{25,})"', inspect.getsource(module))
]
TEXTS = [*(style.text for style in STYLES), *SENTENCES]


def check(texts: list[Clause], extracted: tuple[Extracted, ...]) -> None:
    """Every span lies in its paragraph's text; action, deadline and references read there as given."""
    assert len(extracted) == len(texts)
    for clause, e in zip(texts, extracted, strict=True):
        by_label = {c.label: c.text for c in texts if c.label != clause.label} | {clause.label: clause.text}

        def printed(span: Span, by_label: dict[str, str] = by_label) -> str:
            text = by_label[span.label]
            assert 0 <= span.start < span.end <= len(text), span
            return text[span.start : span.end]

        for candidate in e.candidates:
            assert printed(candidate.spans.verb)
            named = [printed(span) for span in candidate.spans.addressees]
            assert all(name == name.strip() and name for name in named)
            if candidate.spans.addressees:
                assert len(named) == len(candidate.addressees)
            assert candidate.action.startswith(printed(candidate.spans.action))
            assert (candidate.deadline is None) == (candidate.spans.deadline is None)
            if candidate.deadline:
                assert printed(candidate.spans.deadline) == candidate.deadline.text
            for reference in candidate.references:
                assert printed(reference.span) == reference.text
            if candidate.doubt is None:
                assert candidate.addressees


@pytest.mark.parametrize("session", [None, 4])
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_spans_are_right_in_every_own_text(number, session):
    texts = clauses(TEXTS[number])
    check(texts, extract(texts, session=session))


def test_an_addressee_that_is_no_back_reference_is_what_is_printed():
    for style in STYLES:
        texts = clauses(style.text)
        for e in extract(texts, session=style.session):
            for candidate in e.candidates:
                for name, span in zip(candidate.addressees, candidate.spans.addressees, strict=False):
                    assert name in {c.text[span.start : span.end] for c in texts if c.label == span.label}


def test_spans_are_right_in_the_real_report():
    for texts, session in decisions():
        check(texts, extract(texts, session=session))
