"""What the database refuses of bodies, sessions, memberships and texts, and how they name themselves."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from sessions.models import Body, Decision, Delegation, Document, Membership, ParagraphText, Session
from sessions.models.body import FIXED_WORDS
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    DelegationFactory,
    GroupFactory,
    MembershipFactory,
    ParagraphFactory,
    ReportFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)


def is_refused(do):
    try:
        with transaction.atomic():
            do()
    except IntegrityError:
        return True
    return False


# Bodies ------------------------------
def test_a_body_goes_by_its_short_name_and_a_group_has_a_root():
    group = GroupFactory(short_name="Pilots")
    assert str(group) == "Pilots"
    assert str(group.parent) == group.parent.name
    assert (group.root, group.parent.root) == (group.parent, group.parent)


def test_a_group_of_a_group_is_refused():
    group = GroupFactory()
    with pytest.raises(ValidationError, match="stands on its own"):
        BodyFactory.build(slug="deep", parent=group).full_clean()
    group.parent.parent = group.parent
    with pytest.raises(ValidationError):
        group.parent.clean()


@pytest.mark.parametrize("word", sorted(FIXED_WORDS))
def test_a_body_is_not_called_like_a_page(word):
    with pytest.raises(ValidationError, match="address of another page"):
        Body(slug=word, name="Conference").clean_fields()


# Sessions ------------------------------
@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"name": "", "ordinal": 5}, "fifth session"),
        ({"name": "", "ordinal": 5, "part": "resumed"}, "resumed fifth session"),
        ({"name": "", "ordinal": 73}, "session 73"),
        ({"name": "Meeting of pilots", "ordinal": 5}, "Meeting of pilots"),
        ({"name": "", "ordinal": None}, ""),
    ],
)
def test_a_session_goes_by_its_number_or_its_name(fields, name):
    assert str(Session(**fields)) == name


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "refused"),
    [(ON, ON, False), (None, None, False), (ON, ON - dt.timedelta(days=1), True)],
)
def test_a_session_ends_no_earlier_than_it_begins(starts_on, ends_on, refused):
    assert is_refused(lambda: SessionFactory(starts_on=starts_on, ends_on=ends_on)) is refused


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [(ON, None), (None, ON)],
)
def test_a_session_has_both_days_or_neither(starts_on, ends_on):
    assert is_refused(lambda: SessionFactory(starts_on=starts_on, ends_on=ends_on))


def test_a_body_has_one_session_of_a_kind_number_and_part():
    session = SessionFactory(ordinal=4)
    assert is_refused(lambda: SessionFactory(body=session.body, ordinal=4))
    for other in ({"kind": "meeting"}, {"part": "resumed"}, {"ordinal": 5}, {"body": BodyFactory()}):
        assert not is_refused(lambda other=other: SessionFactory(**{"body": session.body, "ordinal": 4, **other}))


# Memberships ------------------------------
@pytest.mark.parametrize("role", ["contributor", "transmitter", "observer"])
def test_delegates_belong_to_a_delegation(role):
    assert not is_refused(lambda: MembershipFactory(role=role))
    assert is_refused(lambda: MembershipFactory(role=role, delegation=None))


@pytest.mark.parametrize("role", ["secretary", "secretariat", "auditor", "chair", "bureau"])
def test_others_belong_to_none(role):
    body = BodyFactory()
    assert not is_refused(lambda: MembershipFactory(body=body, role=role))
    assert is_refused(lambda: MembershipFactory(body=body, role=role, delegation=DelegationFactory(body=body)))


def test_a_delegation_is_of_the_same_body():
    stranger = DelegationFactory()
    membership = Membership(user=UserFactory(), body=BodyFactory(), role="observer", delegation=stranger, since=ON)
    with pytest.raises(ValidationError, match="another body"):
        membership.clean()


@pytest.mark.parametrize("until", [ON - dt.timedelta(days=1), ON, None])
def test_a_membership_ends_no_earlier_than_it_begins(until):
    assert is_refused(lambda: MembershipFactory(since=ON, until=until)) is (until is not None and until < ON)


def test_a_delegation_is_a_state_or_has_a_name():
    body = BodyFactory()
    assert is_refused(lambda: Delegation.objects.create(body=body))
    assert str(Delegation.objects.create(body=body, name="Union of pilots")) == "Union of pilots"
    assert is_refused(lambda: Delegation.objects.create(body=body, name="Union of pilots"))


# Texts ------------------------------
def test_a_file_is_one_report_of_a_body():
    report = ReportFactory()
    assert is_refused(lambda: ReportFactory(body=report.body, sha256=report.sha256))
    assert not is_refused(lambda: ReportFactory(sha256=report.sha256))


def test_a_decision_has_an_address_of_its_own_in_its_body_and_kind():
    decision = DecisionFactory(number="3/1")
    assert is_refused(lambda: DecisionFactory(body=decision.body, number="3/1"))
    assert not is_refused(lambda: DecisionFactory(body=decision.body, number="3/1", kind="resolution"))
    assert str(decision).lower().endswith("3/1")


def test_a_paragraph_has_a_place_and_an_address_of_its_own():
    row = ParagraphFactory(position=1, path="a")
    assert is_refused(lambda: ParagraphFactory(decision=row.decision, position=1, path="b"))
    assert is_refused(lambda: ParagraphFactory(decision=row.decision, position=2, path="a"))


def test_the_words_of_a_paragraph_are_the_latest_in_english_where_it_is_there():
    row = ParagraphFactory(text="As in the report;")
    ParagraphText.objects.create(paragraph=row, text="Tel que dans le rapport ;", language="fr")
    assert row.words.text == "As in the report;"
    ParagraphText.objects.create(paragraph=row, text="As corrected;", version="corrigendum")
    assert row.words.text == "As corrected;"
    assert is_refused(lambda: ParagraphText.objects.create(paragraph=row, text="Again;", version="corrigendum"))
    row.texts.filter(language="en").delete()
    assert row.words.text == "Tel que dans le rapport ;"


def test_a_symbol_is_of_one_document_and_many_have_none_yet():
    session = SessionFactory()
    for _ in range(2):
        Document.objects.create(session=session, title="Report")
    Document.objects.create(session=session, title="Report", symbol="HARB/4/2")
    assert is_refused(lambda: Document.objects.create(session=session, title="Other", symbol="HARB/4/2"))


def test_what_others_hang_on_is_not_deleted():
    paragraph = ParagraphFactory()
    with pytest.raises(models.ProtectedError):
        paragraph.decision.body.delete()
    with pytest.raises(models.ProtectedError):
        paragraph.decision.delete()
    assert Decision.objects.exists()
