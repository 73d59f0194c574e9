"""A wish for another target: asked, granted, refused, taken back."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from mandates.actions.facts import Conflict, NotAllowed, Refused
from mandates.actions.targets import ask_target, grant_target, move_target, refuse_target, take_back_target
from mandates.enums import ChangeKind
from mandates.models import Change, Mandate, TargetRequest
from tests.factories import DecisionFactory, MandateFactory, ParagraphFactory, UserFactory
from tests.mandates.roles import ROLES

pytestmark = pytest.mark.django_db

NOW, LATER, TEXT = dt.date(2008, 12, 17), dt.date(2008, 12, 29), dt.date(2008, 12, 31)
WHY = "The printer needs two weeks more."


@pytest.fixture(autouse=True)
def december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def mandate(body):
    paragraph = ParagraphFactory(decision=DecisionFactory(body=body))
    return MandateFactory(paragraph=paragraph, target_on=NOW, due_on=TEXT)


@pytest.fixture
def owner(mandate):
    return ROLES["owner"](mandate)


@pytest.fixture
def wish(mandate, owner, at):
    return ask_target(mandate, LATER, by=owner, reason=WHY, at=at)


def again(thing):
    return type(thing).objects.get(pk=thing.pk)


def test_asking_moves_nothing_and_is_recorded(mandate, owner, wish, at):
    assert again(mandate).target_on == NOW
    assert (wish.new, wish.reason, wish.by, wish.answer) == (LATER, WHY, owner, "")
    change = Change.objects.get()
    assert (change.kind, change.old, change.new) == (ChangeKind.TARGET_ASKED, str(NOW), str(LATER))
    assert (change.reason, change.by, change.at) == (WHY, owner, at)


@pytest.mark.parametrize("role", ["owner", "acting deputy", "head", "deputy head"])
def test_who_works_on_it_asks(mandate, role, at):
    assert ask_target(mandate, LATER, by=ROLES[role](mandate), reason=WHY, at=at).new == LATER


@pytest.mark.parametrize("role", ["contributor", "colleague", "deputy of somebody present", "secretary", "auditor"])
def test_nobody_else_asks(mandate, role, at):
    with pytest.raises(NotAllowed):
        ask_target(mandate, LATER, by=ROLES[role](mandate), reason=WHY, at=at)
    assert not TargetRequest.objects.exists()


def test_a_deputy_asks_for_the_owner(mandate, at):
    deputy = ROLES["acting deputy"](mandate)
    ask_target(mandate, LATER, by=deputy, reason=WHY, at=at)
    assert Change.objects.get().params == {"on_behalf_of": mandate.owner.name}


@pytest.mark.parametrize(
    ("fields", "new", "reason", "sentence"),
    [
        ({}, LATER, " ", "why"),
        ({}, NOW, WHY, "already"),
        ({"status": "implemented"}, LATER, WHY, "Only an open"),
    ],
)
def test_what_cannot_be_asked_is_said(mandate, owner, at, fields, new, reason, sentence):
    Mandate.objects.update(**fields)
    with pytest.raises(Refused, match=sentence):
        ask_target(again(mandate), new, by=owner, reason=reason, at=at)
    assert not TargetRequest.objects.exists()


def test_a_target_after_the_day_of_the_text_can_be_asked_for(mandate, owner, secretary, at):
    wish = ask_target(mandate, TEXT + dt.timedelta(days=9), by=owner, reason=WHY, at=at)
    grant_target(wish, by=secretary, at=at)
    assert (again(mandate).target_on, again(mandate).due_on) == (wish.new, TEXT)


def test_one_wish_waits_at_a_time(mandate, owner, wish, secretary, at):
    with pytest.raises(Refused, match="waits already"):
        ask_target(mandate, TEXT, by=owner, reason=WHY, at=at)
    assert Change.objects.count() == 1
    refuse_target(wish, by=secretary, reason="The Bureau meets before.", at=at)
    assert ask_target(mandate, TEXT, by=owner, reason=WHY, at=at).new == TEXT


def test_the_database_keeps_a_second_wish_out_whoever_writes_it(wish):
    fields = {"mandate": wish.mandate, "new": TEXT, "reason": WHY, "by": wish.by, "at": wish.at}
    with pytest.raises(IntegrityError), transaction.atomic():
        TargetRequest.objects.create(**fields)


def test_granted_the_target_moves_and_the_text_stays(mandate, owner, secretary, wish, at):
    grant_target(wish, by=secretary, at=at)
    fresh = again(mandate)
    assert (fresh.target_on, fresh.due_on, fresh.target_is_set) == (LATER, TEXT, True)
    answered = again(wish)
    assert (answered.answer, answered.answered_by, answered.answered_at) == ("granted", secretary, at)
    change = fresh.changes.first()
    assert (change.kind, change.old, change.new) == (ChangeKind.TARGET, str(NOW), str(LATER))
    assert (change.by, change.reason, change.params) == (secretary, WHY, {"asked_by": owner.pk})


def test_what_cannot_be_moved_stays_unanswered(mandate, secretary, wish, at):
    Mandate.objects.update(status="implemented")
    with pytest.raises(Refused):
        grant_target(again(wish), by=secretary, at=at)
    assert (again(wish).answer, again(mandate).target_on) == ("", NOW)


def test_refused_with_a_reason_the_target_stays(mandate, owner, secretary, wish, at):
    with pytest.raises(Refused, match="why not"):
        refuse_target(wish, by=secretary, reason=" ", at=at)
    assert again(wish).answer == ""
    refuse_target(wish, by=secretary, reason="The Bureau meets before.", at=at)
    assert again(mandate).target_on == NOW
    assert (again(wish).answer, again(wish).answer_reason) == ("refused", "The Bureau meets before.")
    change = mandate.changes.first()
    assert (change.kind, change.old, change.new) == (ChangeKind.TARGET_REFUSED, str(NOW), str(LATER))
    assert (change.reason, change.params) == ("The Bureau meets before.", {"asked_by": owner.pk})


@pytest.mark.parametrize("role", ["head", "owner", "auditor", "secretariat of another body", "administrator"])
def test_the_secretariat_of_the_body_alone_answers(mandate, owner, wish, role, at):
    person = owner if role == "owner" else ROLES[role](mandate)
    for do in (grant_target, refuse_target):
        with pytest.raises(NotAllowed):
            do(wish, by=person, reason=WHY, at=at)
    assert (again(wish).answer, again(mandate).target_on) == ("", NOW)


def test_taken_back_it_waits_no_more_and_is_recorded(mandate, owner, wish, at):
    take_back_target(wish, by=owner, at=at)
    assert again(wish).answer == "taken_back"
    assert again(mandate).target_on == NOW
    change = mandate.changes.first()
    assert (change.kind, change.old, change.new) == (ChangeKind.TARGET_ASKED, str(LATER), "")


def test_who_asked_takes_back_though_no_longer_the_owner(mandate, owner, wish, at):
    Mandate.objects.update(owner=UserFactory())
    with pytest.raises(NotAllowed):
        take_back_target(again(wish), by=UserFactory(), at=at)
    take_back_target(again(wish), by=owner, at=at)
    assert again(wish).answer == "taken_back"


# Two at once ----------------------------------------------------------------------------------------------------------
ANSWERS = [
    lambda wish, who, owner, at: grant_target(wish, by=who, at=at),
    lambda wish, who, owner, at: refuse_target(wish, by=who, reason=WHY, at=at),
    lambda wish, who, owner, at: take_back_target(wish, by=owner, at=at),
]


@pytest.mark.parametrize("second", ANSWERS, ids=["grant", "refuse", "take back"])
@pytest.mark.parametrize("first", ANSWERS, ids=["grant", "refuse", "take back"])
def test_of_two_answers_the_first_holds_and_the_second_is_told(mandate, owner, secretary, wish, at, first, second):
    one, other = again(wish), again(wish)
    first(one, secretary, owner, at)
    changes, target = Change.objects.count(), again(mandate).target_on
    with pytest.raises(Conflict) as conflict:
        second(other, secretary, owner, at)
    assert conflict.value.change == mandate.changes.first()
    assert (Change.objects.count(), again(mandate).target_on) == (changes, target)
    assert again(wish).answer == one.answer


def test_granted_over_a_target_moved_meanwhile_nothing_is_lost_unseen(mandate, secretary, wish, at):
    seen = again(wish)
    assert seen.mandate.target_on == NOW
    move_target(again(mandate), TEXT, by=secretary, reason=WHY, was=NOW, at=at)
    with pytest.raises(Conflict) as conflict:
        grant_target(seen, by=secretary, at=at)
    assert conflict.value.change.new == str(TEXT)
    assert (again(mandate).target_on, again(wish).answer) == (TEXT, "")
