"""The list of mandates, narrowed and sorted by what stands in the query string."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from mandates.filters import MandateFilter, sort
from mandates.models import Mandate
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    SessionFactory,
    UnitFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def harbour():
    return BodyFactory(slug="harbour")


@pytest.fixture
def reader(harbour):
    return MembershipFactory(body=harbour).user


@pytest.fixture
def make(harbour):
    """A function: a mandate under a letter of its own."""
    decision = DecisionFactory(body=harbour, number="3/1", session=SessionFactory(body=harbour, ordinal=3, name=""))

    def of(letter, **fields):
        return MandateFactory(
            **{"paragraph": ParagraphFactory(decision=decision, label=f"({letter})", path=letter), **fields}
        )

    return of


def filtered(reader, query):
    request = RequestFactory().get("/")
    request.user = reader
    visible = Mandate.objects.visible_to(reader).confirmed()
    return MandateFilter(QueryDict(query), visible, request=request)


def found(reader, query):
    return "".join(sorted(mandate.paragraph.path for mandate in filtered(reader, query).qs))


def choices(reader, name):
    return {key for key, _label in filtered(reader, "").form.fields[name].choices if key}


@pytest.fixture
def many(make, reader):
    since = {"waiting_since": dt.date(2008, 11, 1)}
    make("a")
    make("b", target_on=dt.date(2008, 11, 1))
    make("c", due_on=dt.date(2008, 11, 1))
    make("d", target_on=dt.date(2008, 12, 20))
    make("e", waiting_for="replies", **since)
    make("f", touched_on=dt.date(2008, 1, 1))
    make("g", status="implemented", is_verified_independently=False)
    make("h", status="implemented", is_verified_independently=True)
    make("i", ledger="states", due_on=dt.date(2008, 11, 1))
    make("j", owner=reader)


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("", "abcdefghij"),
        ("state=open", "abcdefj"),
        ("state=closed", "gh"),
        ("state=late", "b"),
        ("state=overdue", "c"),
        ("state=soon", "d"),
        ("state=waiting", "e"),
        ("state=moving", "abcdfj"),
        ("state=stale", "f"),
        ("status=implemented", "gh"),
        ("verified=alone", "g"),
        ("verified=second", "h"),
        ("ledger=states", "i"),
        ("owner=me", "j"),
        ("owner=none", "abcdefghi"),
        ("due_before=2008-11-02", "ci"),
        ("due_before=2008-11-01", ""),
        ("state=open&owner=me", "j"),
        ("state=late&owner=me", ""),
    ],
)
def test_each_filter_keeps_what_it_says(many, reader, query, letters):
    assert found(reader, query) == letters


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("state=x", "state"),
        ("status=proposed", "status"),
        ("owner=999", "owner"),
        ("due_before=soon", "due_before"),
        ("group=x", "group"),
    ],
)
def test_what_cannot_be_read_is_said_and_keeps_everything(many, reader, query, field):
    assert set(filtered(reader, query).form.errors) == {field}
    assert found(reader, query) == "abcdefghij"


def test_a_group_is_what_is_asked_of_it_and_what_stands_in_its_field(make, reader, harbour):
    group = GroupFactory(parent=harbour)
    make("a", group=group)
    make("b", ledger="conference", asked_body=group)
    make("c")
    assert found(reader, f"group={group.pk}") == "ab"


def test_decision_session_body_unit_and_owner_keep_theirs(make, reader, harbour):
    unit, owner = UnitFactory(), UserFactory()
    mandate = make("a", unit=unit, owner=owner)
    decision = mandate.paragraph.decision
    other = DecisionFactory(body=harbour, number="2/1", session=SessionFactory(body=harbour, ordinal=2))
    MandateFactory(paragraph=ParagraphFactory(decision=other, label="(z)", path="z"))
    assert found(reader, "") == "az"
    for query in (
        f"decision={decision.pk}",
        f"session={decision.session_id}",
        f"unit={unit.pk}",
        f"owner={owner.pk}",
    ):
        assert found(reader, query) == "a", query
    assert found(reader, f"body={harbour.pk}") == "az"


class TestWords:
    @pytest.mark.parametrize("words", ["pilotage", "PILOTAGE harbours", "3/1(a)", "3/1 (a)", "(a)"])
    def test_all_of_them_stand_somewhere(self, make, reader, words):
        make("a", search_internal="3/1 (a)\nPilotage in small harbours")
        make("b", search_internal="3/1 (b)\nLighthouses")
        assert found(reader, f"q={words.replace('+', '%2B')}") == "a"

    @pytest.mark.parametrize("words", ["%25", "_", "'", '"', "\\", "(", "%00"])
    def test_no_character_means_more_than_itself(self, make, reader, words):
        make("a", search_internal="pilotage")
        assert found(reader, f"q={words}") in {"", "a"}
        assert found(reader, "q=%25") == ""
        assert found(reader, "q=_") == ""


class TestChoices:
    def test_hold_what_the_reader_sees_and_nothing_else(self, make, reader, harbour):
        group, unit, owner = GroupFactory(parent=harbour), UnitFactory(), UserFactory()
        decision = make("a", group=group, unit=unit, owner=owner).paragraph.decision
        elsewhere = BodyFactory()
        MandateFactory(
            paragraph=ParagraphFactory(decision=DecisionFactory(body=elsewhere)),
            group=GroupFactory(parent=elsewhere),
            unit=UnitFactory(),
            owner=UserFactory(),
        )
        make("b", status="proposed", group=GroupFactory(parent=harbour))
        assert choices(reader, "group") == {group.pk}
        assert choices(reader, "unit") == {unit.pk}
        assert choices(reader, "owner") == {"me", "none", owner.pk}
        assert choices(reader, "decision") == {decision.pk}
        assert choices(reader, "session") == {decision.session_id}
        assert choices(reader, "body") == {harbour.pk}

    def test_of_several_bodies_say_which_third_session(self, make, reader):
        make("a")
        labels = [str(label) for key, label in filtered(reader, "").form.fields["session"].choices if key]
        assert labels == ["third session"]
        other = MembershipFactory(user=reader, body=BodyFactory(short_name="Lights")).body
        session = SessionFactory(body=other, ordinal=3, name="")
        MandateFactory(paragraph=ParagraphFactory(decision=DecisionFactory(body=other, session=session)))
        reader = type(reader).objects.get(pk=reader.pk)  # roles are remembered with the person
        labels = [str(label) for key, label in filtered(reader, "").form.fields["session"].choices if key]
        assert "third session · Lights" in labels

    def test_take_no_more_queries_however_many_there_are(self, make, reader, harbour, django_assert_num_queries):
        make("a", group=GroupFactory(parent=harbour), owner=UserFactory(), unit=UnitFactory())
        filtered(reader, "")
        with django_assert_num_queries(1):  # has anything changed?
            str(filtered(reader, "").form)
        make("b", group=GroupFactory(parent=harbour), owner=UserFactory(), unit=UnitFactory())
        with django_assert_num_queries(6):
            str(filtered(reader, "").form)

    def test_of_decisions_are_the_latest_and_the_one_that_is_asked_for(self, make, reader, harbour, monkeypatch):
        monkeypatch.setattr("mandates.filters.DECISIONS", 1)
        old = make("a").paragraph.decision
        new = DecisionFactory(body=harbour, adopted_on=dt.date(2008, 10, 17))
        MandateFactory(paragraph=ParagraphFactory(decision=new))
        elsewhere = MandateFactory().paragraph.decision
        assert choices(reader, "decision") == {new.pk}
        assert found(reader, f"decision={old.pk}") == "a"
        assert "decision" in filtered(reader, f"decision={elsewhere.pk}").form.errors


@pytest.mark.parametrize(
    ("by", "letters"),
    [
        ("", "bac"),
        ("due", "bac"),
        ("-due", "cab"),
        ("reference", "abc"),
        ("-reference", "cba"),
        ("status", "cab"),
        ("password", "bac"),
        ("-", "bac"),
    ],
)
def test_sorts_by_what_is_asked_and_by_what_is_due_first_else(make, by, letters):
    make("a", target_on=dt.date(2009, 2, 1), status="not_started")
    make("b", due_on=dt.date(2009, 1, 1), status="reported_done")
    make("c", status="in_progress")
    assert "".join(mandate.paragraph.path for mandate in sort(Mandate.objects.all(), by)) == letters
