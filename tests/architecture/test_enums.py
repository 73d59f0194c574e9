"""The pure packages use plain strings; they are the words of the enums, and neither side knows one more."""

import ast
from pathlib import Path

import pytest

from mandates.enums import ActionType, DeadlineKind, Funding, Relation
from mandates.extraction import Clause, extract
from sessions.enums import DecisionKind, ParagraphKind
from sessions.reading import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("ctoc-cop-4.md", "harbour-cop-3.md")


def words_of(package):
    """Every string that stands in the code of a package."""
    return {
        node.value
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize(
    ("package", "enum"),
    [
        ("mandates/extraction", ActionType),
        ("mandates/extraction", DeadlineKind),
        ("mandates/extraction", Relation),
        ("mandates/extraction", Funding),
        ("mandates/scheduling", DeadlineKind),
        ("sessions/reading", DecisionKind),
    ],
)
def test_pure_package_knows_every_word_of_the_enum(package, enum):
    assert not {value for value in enum.values if value} - words_of(package)


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_read_is_a_word_of_an_enum(sample):
    reading = read((ROOT / "sample" / sample).read_text(encoding="utf-8"), form="markdown")
    for decision in reading.decisions:
        assert decision.kind in DecisionKind.values
        clauses = [Clause(p.label, p.part, p.kind, p.text, p.chapeau) for p in decision.paragraphs]
        for found in extract(clauses, session=reading.session.ordinal):
            assert found.kind in ParagraphKind.values
            for candidate in found.candidates:
                assert candidate.action_type in ActionType.values
                assert (candidate.funding or "") in Funding.values
                if candidate.deadline:
                    assert candidate.deadline.kind in DeadlineKind.values
                    assert (candidate.deadline.relation or "") in Relation.values
