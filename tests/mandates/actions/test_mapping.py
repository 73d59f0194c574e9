"""A person says what became of a draft's paragraph; only then its costs belong to an adopted one."""

import pytest

from mandates.actions.facts import Refused
from mandates.actions.mapping import map_statement, take_mapping_back
from sessions.enums import Fate
from sessions.models import Mapping, StatedParagraph
from tests.factories import BodyFactory, DecisionFactory, ParagraphFactory, StatedParagraphFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def stated(report):
    return StatedParagraphFactory(statement__report=report)


@pytest.fixture
def paragraph(decision):
    return ParagraphFactory(decision=decision, label="(e)", path="e")


def again(stated):
    return StatedParagraph.objects.get(pk=stated.pk)


def test_nothing_belongs_to_an_adopted_paragraph_before_somebody_says_so(stated, paragraph):
    assert stated.mapping is None
    assert not paragraph.mappings.exists()


@pytest.mark.parametrize("fate", [Fate.SAME, Fate.AMENDED])
def test_who_says_what_it_became_and_when_is_kept(fate, stated, paragraph, secretary, at):
    map_statement(stated, fate, paragraph, by=secretary, at=at)
    mapping = again(stated).mapping
    assert (mapping.fate, mapping.paragraph, mapping.by, mapping.at) == (fate, paragraph, secretary, at)
    assert list(paragraph.mappings.in_force()) == [mapping]


def test_not_adopted_it_stays_with_the_draft(stated, paragraph, secretary, at):
    map_statement(stated, Fate.NOT_ADOPTED, None, by=secretary, at=at)
    assert again(stated).mapping.fate == "not_adopted"
    assert not paragraph.mappings.exists()


def test_it_became_a_paragraph_or_none_never_both(stated, paragraph, secretary):
    for fate, became in ((Fate.NOT_ADOPTED, paragraph), (Fate.SAME, None)):
        with pytest.raises(Refused, match="Name the adopted paragraph"):
            map_statement(stated, fate, became, by=secretary)


def test_of_another_body_it_became_nothing(stated, secretary):
    elsewhere = ParagraphFactory(decision=DecisionFactory(body=BodyFactory()))
    with pytest.raises(Refused, match="another body"):
        map_statement(stated, Fate.SAME, elsewhere, by=secretary)


def test_who_comes_second_is_told(stated, paragraph, secretary):
    map_statement(stated, Fate.SAME, paragraph, by=secretary)
    with pytest.raises(Refused, match="Somebody else"):
        map_statement(stated, Fate.NOT_ADOPTED, None, by=secretary)
    assert Mapping.objects.count() == 1


def test_undone_it_is_open_again_and_the_fact_stays(stated, paragraph, secretary, at):
    mapping = map_statement(stated, Fate.SAME, paragraph, by=secretary, at=at)
    take_mapping_back(mapping, by=secretary, at=at)
    assert again(stated).mapping is None
    assert (mapping.taken_back_by, mapping.taken_back_at) == (secretary, at)
    with pytest.raises(Refused, match="undone before"):
        take_mapping_back(mapping, by=secretary, at=at)
    map_statement(stated, Fate.AMENDED, paragraph, by=secretary, at=at)
    assert [row.fate for row in stated.mappings.order_by("pk")] == ["same", "amended"]


def test_what_nobody_said_cannot_be_undone(secretary):
    with pytest.raises(Refused, match="Nobody has said"):
        take_mapping_back(None, by=secretary)
