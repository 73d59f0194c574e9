"""Who is owed what, day by day."""

import datetime as dt

import pytest
from django.db import connection

from mandates.enums import ChangeKind, Ledger, Status
from mandates.models import Change, Contributor, Mandate
from mandates.notices.owed import owed_on
from tests.factories import BodyFactory, GroupFactory, MembershipFactory, UserFactory

DAY = dt.date(2009, 3, 31)


def at(days):
    return DAY + dt.timedelta(days=days)


def keys(on):
    """What is owed on the day, as (person, key)."""
    return [(owed.person.email, key) for owed in owed_on(on).owed for key in owed.keys]


@pytest.mark.parametrize(
    ("days_before", "key"),
    [
        (31, None),
        (30, "target:2009-03-31:30"),
        (29, "target:2009-03-31:30"),
        (15, "target:2009-03-31:30"),
        (14, "target:2009-03-31:14"),
        (8, "target:2009-03-31:14"),
        (7, "target:2009-03-31:7"),
        (1, "target:2009-03-31:1"),
        (0, "target:2009-03-31:0"),
        (-1, "target:2009-03-31:0"),
        (-6, "target:2009-03-31:0"),
        (-7, "late:2009-03-31:1"),
        (-13, "late:2009-03-31:1"),
        (-14, "late:2009-03-31:2"),
        (-365, "late:2009-03-31:52"),
    ],
)
def test_only_the_latest_step_is_owed(planned, owner, days_before, key):
    planned(owner=owner, target_on=DAY)
    assert keys(at(-days_before)) == ([(owner.email, key)] if key else [])


def test_the_day_of_the_text_has_a_ladder_of_its_own_after_the_target(planned, owner):
    planned(owner=owner, target_on=at(-14), due_on=DAY)
    assert keys(at(-20)) == [(owner.email, "target:2009-03-17:7")]
    assert keys(at(-7)) == [(owner.email, "late:2009-03-17:1"), (owner.email, "text:2009-03-31:7")]
    assert keys(at(7)) == [(owner.email, "overdue:2009-03-31:1")]


def test_a_mandate_without_a_day_is_owed_to_nobody(planned, owner):
    planned(owner=owner)
    assert keys(at(0)) == []


@pytest.mark.parametrize(
    "status",
    sorted(set(Status) - {Status.NOT_STARTED, Status.IN_PROGRESS, Status.PARTLY_IMPLEMENTED}),
)
def test_no_step_is_owed_where_nothing_can_be_asked_any_more(planned, owner, status):
    mandate = planned(owner=owner, target_on=DAY, status=status)
    mandate.next_notice_on = at(-30)  # as if a change had forgotten to plan anew
    mandate.save()
    assert keys(at(0)) == []


def test_what_states_are_asked_is_owed_to_nobody(planned, owner):
    mandate = planned(owner=owner, due_on=DAY, ledger=Ledger.STATES)
    mandate.next_notice_on = at(-30)
    mandate.save()
    assert keys(at(0)) == []


def test_what_the_conference_took_upon_itself_is_reminded_of_and_never_late(planned, owner):
    planned(owner=owner, target_on=DAY, ledger=Ledger.CONFERENCE)
    assert keys(at(-7)) == [(owner.email, "target:2009-03-31:7")]
    assert keys(at(70)) == [(owner.email, "target:2009-03-31:0")]


def test_no_step_before_the_reminders_of_a_mandate_began(planned, owner):
    planned(owner=owner, target_on=DAY, notices_from=at(-10))
    assert keys(at(-10)) == []
    assert keys(at(-7)) == [(owner.email, "target:2009-03-31:7")]


def test_importing_an_old_report_mails_nobody(planned):
    body = BodyFactory()
    MembershipFactory(body=body)
    confirmed = dt.date(2026, 1, 5)
    planned(paragraph__decision__body=body, target_on=DAY, due_on=at(14), notices_from=confirmed)
    assert not any(keys(confirmed + dt.timedelta(days=n)) for n in range(60))


def test_whoever_is_given_an_old_one_hears_of_it_weekly(planned, owner):
    confirmed = dt.date(2026, 1, 5)
    planned(owner=owner, target_on=DAY, notices_from=confirmed)
    heard = {key for n in range(28) for _person, key in keys(confirmed + dt.timedelta(days=n))}
    assert len(heard) == 4


class TestSilence:
    def test_an_update_silences_for_its_days_and_what_falls_into_them_stays_untold(self, planned, owner):
        planned(owner=owner, target_on=DAY, quiet_until=at(-3))
        assert keys(at(-7)) == []
        assert keys(at(-3)) == []
        assert keys(at(-2)) == []
        assert keys(at(-1)) == [(owner.email, "target:2009-03-31:1")]

    def test_the_day_itself_and_the_first_step_late_are_always_told(self, planned, owner):
        planned(owner=owner, target_on=DAY, quiet_until=at(100))
        told = {n: keys(at(n)) for n in (-7, -1, 0, 7, 14)}
        assert [n for n, owed in told.items() if owed] == [0, 7]

    def test_waiting_for_something_silences(self, planned, owner):
        mandate = planned(owner=owner, target_on=DAY, waiting_for="replies", waiting_since=at(-60))
        mandate.next_notice_on = at(-30)
        mandate.save()
        assert keys(at(0)) == []


class TestPeople:
    def test_contributors_are_told_as_such(self, planned, owner):
        mandate = planned(owner=owner, target_on=DAY)
        helper = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
        roles = {owed.person: owed.role for owed in owed_on(DAY).owed}
        assert roles == {owner: "owner", helper: "contributor"}

    def test_an_unassigned_mandate_stands_in_the_digest_of_the_secretariat(self, planned):
        secretary = MembershipFactory(role="secretary")
        clerk = MembershipFactory(body=secretary.body)
        MembershipFactory()  # of another body
        planned(paragraph__decision__body=secretary.body, target_on=DAY)
        roles = {owed.person: owed.role for owed in owed_on(DAY).owed}
        assert roles == {secretary.user: "secretariat", clerk.user: "secretariat"}

    def test_the_secretariat_of_a_conference_keeps_its_groups(self, planned):
        group = GroupFactory()
        clerk = MembershipFactory(body=group.parent).user
        planned(paragraph__decision__body=group, target_on=DAY)
        assert [owed.person for owed in owed_on(DAY).owed] == [clerk]

    def test_a_former_member_of_the_secretariat_is_not_told(self, planned):
        former = MembershipFactory(until=at(-1))
        planned(paragraph__decision__body=former.body, target_on=DAY)
        assert keys(DAY) == []

    def test_an_owner_who_may_not_sign_in_any_more_counts_as_none(self, planned, owner):
        clerk = MembershipFactory()
        planned(paragraph__decision__body=clerk.body, owner=owner, target_on=DAY)
        owner.is_active = False
        owner.save()
        assert [owed.person for owed in owed_on(DAY).owed] == [clerk.user]

    @pytest.mark.parametrize("role", ["contributor", "transmitter", "observer", "bureau", "chair"])
    def test_delegations_and_bureau_are_never_written_to(self, planned, owner, role):
        mandate = planned(owner=owner, target_on=DAY)
        delegate = MembershipFactory(body=mandate.body, role=role).user
        Contributor.objects.create(mandate=mandate, user=delegate)
        assert [owed.person for owed in owed_on(DAY).owed] == [owner]


class TestChanges:
    @pytest.mark.parametrize(
        ("kind", "old", "new"),
        [
            (ChangeKind.STATUS, "not_started", "in_progress"),
            (ChangeKind.TARGET, "2009-03-31", "2009-04-30"),
            (ChangeKind.DEADLINE, "", "2009-10-16"),
            (ChangeKind.WAITING, "", "replies"),
        ],
    )
    def test_owner_and_contributors_are_told_but_whoever_did_it(self, planned, changed, owner, kind, old, new):
        mandate = planned(owner=owner)
        helper = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
        change = changed(mandate, kind, old, new, by=helper)
        assert keys(dt.date(2008, 12, 1)) == [(owner.email, f"change:{change.pk}")]

    @pytest.mark.parametrize(
        "kind",
        sorted(set(ChangeKind) - {"status", "target", "target_refused", "deadline", "waiting", "owner", "contributor"}),
    )
    def test_the_rest_is_history_and_no_mail(self, planned, changed, owner, kind):
        changed(planned(owner=owner), kind, "", "")
        assert keys(dt.date(2008, 12, 1)) == []

    def test_the_new_owner_is_told_and_nobody_else(self, planned, changed, owner):
        mandate = planned(owner=owner)
        Contributor.objects.create(mandate=mandate, user=UserFactory())
        change = changed(mandate, ChangeKind.OWNER, "", str(owner.pk))
        assert keys(dt.date(2008, 12, 1)) == [(owner.email, f"change:{change.pk}")]

    def test_an_assignment_that_was_taken_back_is_not_told(self, planned, changed, owner):
        mandate = planned(owner=UserFactory())
        changed(mandate, ChangeKind.OWNER, "", str(owner.pk))
        assert keys(dt.date(2008, 12, 1)) == []

    def test_a_new_contributor_is_told(self, planned, changed, owner):
        mandate = planned(owner=owner)
        helper = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
        change = changed(mandate, ChangeKind.CONTRIBUTOR, "", str(helper.pk))
        assert keys(dt.date(2008, 12, 1)) == [(helper.email, f"change:{change.pk}")]

    def test_a_mandate_whose_confirmation_was_undone_is_told_to_nobody(self, planned, changed, owner):
        mandate = planned(owner=owner, status=Status.DECLINED)
        changed(mandate, ChangeKind.STATUS, "proposed", "declined")
        assert keys(dt.date(2008, 12, 1)) == []


@pytest.mark.parametrize("number", [1, 4])
def test_the_number_of_queries_does_not_grow_with_what_is_due(
    planned, changed, owner, django_assert_num_queries, number
):
    for _ in range(number):
        mandate = planned(owner=owner, target_on=DAY)
        Contributor.objects.create(mandate=mandate, user=UserFactory())
        changed(mandate)
    with django_assert_num_queries(11):
        assert len(owed_on(DAY).owed) == 2 * number


def test_what_is_not_due_is_not_looked_at(planned, owner):
    due, _other = planned(owner=owner, target_on=DAY), planned(owner=owner, target_on=at(200))
    assert list(owed_on(DAY).seen) == [due.pk]


def test_what_is_due_and_what_changed_is_found_by_index_whatever_is_stored(db):
    if connection.vendor == "postgresql":  # it reads a small table as it stands, unless it may not
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    due = Mandate.objects.with_notice_due(DAY).order_by().values_list("pk").explain()
    changed = Change.objects.untold().order_by().values_list("mandate_id").explain()
    assert "mandates_notice_due" in due
    assert "mandates_change_untold" in changed
