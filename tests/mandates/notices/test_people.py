"""Who is told, and as what: deputies, those above, who asks and who answers."""

import datetime as dt

import pytest

from mandates.actions.targets import ask_target, grant_target, refuse_target, take_back_target
from mandates.enums import Ledger
from mandates.models import Mandate
from mandates.models.notices import Notice
from mandates.notices import runs
from mandates.notices.owed import owed_on
from mandates.notices.reasons import key_sentence, role_sentence
from tests.factories import AbsenceFactory, MembershipFactory, UnitFactory, UnitMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

TARGET = dt.date(2008, 12, 1)
WHY = "The printer needs two weeks more."


def at(days):
    return TARGET + dt.timedelta(days=days)


def moment(days):
    return dt.datetime.combine(at(days), dt.time(9), tzinfo=dt.UTC)


def told(on):
    """Who is told what as of the day: (role, keys) by person."""
    return {owed.person: (owed.role, owed.keys) for owed in owed_on(on).owed}


def roles(on):
    return {person: role for person, (role, _keys) in told(on).items()}


@pytest.fixture
def unit():
    return UnitFactory(parent=UnitFactory())


@pytest.fixture
def owner(owner, unit):
    UnitMembershipFactory(user=owner, unit=unit)
    return owner


@pytest.fixture
def head(unit):
    return UnitMembershipFactory(unit=unit, role="head").user


@pytest.fixture
def deputy_head(unit):
    return UnitMembershipFactory(unit=unit, role="deputy_head").user


@pytest.fixture
def mandate(planned, owner, unit):
    return planned(owner=owner, unit=unit, target_on=TARGET)


@pytest.fixture
def secretary(mandate):
    return MembershipFactory(body=mandate.body, role="secretary").user


@pytest.fixture
def above(unit):
    return UnitMembershipFactory(unit=unit.parent, role="head").user


class TestDeputies:
    def test_the_deputy_hears_beside_the_owner_who_is_away(self, mandate, owner, head, deputy_head):
        deputy = UnitMembershipFactory().user
        AbsenceFactory(person=owner, deputy=deputy)
        assert roles(TARGET) == {owner: "owner", deputy: "deputy"}

    def test_nobody_does_for_an_owner_who_is_there(self, mandate, owner, head):
        AbsenceFactory(person=owner, deputy=UnitMembershipFactory().user, until=at(-1))
        assert roles(TARGET) == {owner: "owner"}

    def test_without_a_deputy_the_deputy_head_hears_else_the_head(self, mandate, owner, head, deputy_head):
        AbsenceFactory(person=owner)
        assert roles(TARGET) == {owner: "owner", deputy_head: "deputy"}
        AbsenceFactory(person=deputy_head)
        assert roles(TARGET) == {owner: "owner", head: "deputy"}

    @pytest.mark.parametrize("why", ["away", "left", "may not sign in", "a delegate"])
    def test_a_deputy_who_cannot_act_is_none(self, mandate, owner, deputy_head, why):
        deputy = UnitMembershipFactory(
            until=at(-1) if why == "left" else None, user__is_active=why != "may not sign in"
        ).user
        AbsenceFactory(person=owner, deputy=deputy)
        if why == "away":
            AbsenceFactory(person=deputy)
        if why == "a delegate":
            MembershipFactory(body=mandate.body, user=deputy, role="transmitter")
        assert roles(TARGET) == {owner: "owner", deputy_head: "deputy"}

    def test_a_change_is_told_to_the_deputy_as_well_and_not_to_who_made_it(self, planned, changed, owner):
        deputy = UnitMembershipFactory().user
        AbsenceFactory(person=owner, deputy=deputy)
        changed(planned(owner=owner), on=TARGET)
        assert roles(TARGET) == {owner: "owner", deputy: "deputy"}
        changed(planned(owner=owner), by=deputy, on=TARGET)
        assert len(owed_on(TARGET).owed) == 3


class TestEscalation:
    def test_those_above_hear_one_after_the_other_each_once(self, mandate, owner, head, secretary, above):
        heard = {}
        for days in range(50):
            runs.run(at(days))
        for notice in Notice.objects.filter(key__startswith="escalated").order_by("on"):
            heard[notice.recipient] = ((notice.on - TARGET).days, notice.key)
        assert heard == {
            head: (7, "escalated:2008-12-01:head"),
            secretary: (21, "escalated:2008-12-01:secretary"),
            above: (35, "escalated:2008-12-01:parent"),
        }
        assert Notice.objects.filter(key__startswith="escalated").count() == 3
        assert not Notice.objects.filter(recipient__in=heard).exclude(key__startswith="escalated").exists()

    def test_after_an_outage_each_level_that_was_reached_hears(self, mandate, owner, head, secretary, above):
        assert roles(at(36)) == {owner: "owner", head: "head", secretary: "secretary", above: "parent"}

    def test_a_moved_target_starts_afresh(self, mandate, head, replanned):
        runs.run(at(7))
        mandate.refresh_from_db()
        mandate.target_on = at(20)
        replanned(mandate, at(8))
        assert head not in told(at(26))
        assert told(at(27))[head] == ("head", ["escalated:2008-12-21:head"])

    @pytest.mark.parametrize(
        "fields",
        [
            {"waiting_for": "replies", "waiting_since": TARGET},
            {"status": "reported_done"},
            {"status": "overtaken"},
            {"status": "continuing"},
            {"ledger": Ledger.CONFERENCE},
            {"notices_from": at(40)},
        ],
        ids=str,
    )
    def test_not_where_nothing_is_late_or_something_is_waited_for(self, mandate, head, secretary, above, fields):
        Mandate.objects.update(next_notice_on=at(36), **fields)
        assert not {head, secretary, above} & set(told(at(36)))

    def test_an_update_silences_it_until_the_silence_is_over(self, mandate, secretary):
        Mandate.objects.update(quiet_until=at(22))
        assert secretary not in told(at(21))
        assert told(at(28))[secretary] == ("secretary", ["escalated:2008-12-01:secretary"])

    def test_the_deputy_head_hears_for_a_head_who_is_away(self, mandate, head, deputy_head):
        AbsenceFactory(person=head)
        assert deputy_head in told(at(7))
        assert head not in told(at(7))

    def test_a_head_who_owns_it_hears_as_its_owner_alone(self, planned, unit, head):
        planned(owner=head, unit=unit, target_on=TARGET)
        assert told(at(7)) == {head: ("owner", ["late:2008-12-01:1"])}

    def test_a_secretariat_that_is_told_of_what_nobody_owns_hears_once(self, planned, unit, head):
        mandate = planned(owner=None, unit=unit, target_on=TARGET)
        secretary = MembershipFactory(body=mandate.body, role="secretary").user
        assert told(at(21))[secretary] == ("secretariat", ["late:2008-12-01:3"])
        assert told(at(21))[head][0] == "head"

    @pytest.mark.parametrize("role", ["chair", "bureau", "contributor", "transmitter", "observer"])
    def test_chairs_bureau_and_states_never_hear(self, mandate, head, role):
        MembershipFactory(body=mandate.body, user=head, role=role)
        other = MembershipFactory(body=mandate.body, role=role).user
        assert not {head, other} & set(told(at(50)))

    def test_says_why(self, mandate, head):
        item = next(owed for owed in owed_on(at(7)).owed if owed.person == head)
        assert role_sentence(item) == "You head the unit that keeps it."
        assert key_sentence(item.keys[0]) == "late since 1 December 2008, told to those above"


class TestTargets:
    @pytest.fixture
    def mandate(self, planned, owner, unit):
        return planned(owner=owner, unit=unit, target_on=at(200))

    @pytest.fixture(autouse=True)
    def today(self, settings):
        settings.DEMONSTRATION_DAY = TARGET

    @pytest.fixture
    def wish(self, mandate, owner, secretary):
        return ask_target(mandate, at(220), by=owner, reason=WHY, at=moment(0))

    def test_the_secretariat_hears_of_a_wish_and_nobody_else(self, wish, secretary):
        assert roles(TARGET) == {secretary: "grants"}

    def test_what_was_taken_back_before_the_mail_is_told_to_nobody(self, wish, owner):
        take_back_target(wish, by=owner, at=moment(0))
        assert told(TARGET) == {}

    @pytest.mark.parametrize("grants", [True, False])
    def test_the_owner_hears_of_the_answer(self, wish, owner, secretary, grants):
        answer = grant_target if grants else refuse_target
        answer(wish, by=secretary, reason="It can wait.", at=moment(0))
        assert roles(TARGET) == {owner: "owner"}

    def test_who_asked_hears_though_no_longer_the_owner(self, wish, owner, secretary):
        Mandate.objects.update(owner=UserFactory())
        refuse_target(wish, by=secretary, reason="No.", at=moment(0))
        assert roles(TARGET)[owner] == "asker"
