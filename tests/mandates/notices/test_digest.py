"""One message per person, sorted by what to do first."""

import datetime as dt

from mandates.models import Contributor
from mandates.notices.digest import digests
from mandates.notices.owed import owed_on
from tests.factories import MembershipFactory, UserFactory

ON = dt.date(2009, 3, 1)


def in_days(number):
    return ON + dt.timedelta(days=number)


def digests_of(on=ON):
    return digests(owed_on(on).owed, on)


def test_one_digest_for_each_person(planned, owner):
    mandate = planned(owner=owner, target_on=in_days(7))
    helper = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
    planned(owner=owner, target_on=in_days(1))
    assert [(digest.person, len(digest.items)) for digest in digests_of()] == [(owner, 2), (helper, 1)]


def test_what_is_late_comes_first_and_then_what_is_due_first(planned, changed, owner):
    clerk = MembershipFactory(user=owner)
    unassigned = planned(paragraph__decision__body=clerk.body, target_on=in_days(7))
    told = planned(owner=owner)
    changed(told)
    later = planned(owner=owner, target_on=in_days(30))
    soon = planned(owner=owner, target_on=in_days(7))
    sooner = planned(owner=owner, target_on=in_days(1))
    late = planned(owner=owner, target_on=in_days(-7))
    [digest] = digests_of()
    names = ("late", "week", "later", "changed", "unassigned")
    assert {name: [item.mandate for item in digest.section(name)] for name in names} == {
        "late": [late],
        "week": [sooner, soon],
        "later": [later],
        "changed": [told],
        "unassigned": [unassigned],
    }
    assert [item.mandate for item in digest.items] == [late, sooner, soon, later, told, unassigned]


def test_what_is_due_and_has_changed_is_one_item(planned, changed, owner):
    changed(planned(owner=owner, target_on=in_days(7)))
    [digest] = digests_of()
    [item] = digest.section("week")
    assert (len(item.reminders), len(item.changes)) == (1, 1)


def test_what_the_conference_took_upon_itself_is_never_late(planned, owner):
    planned(owner=owner, target_on=in_days(-2), ledger="conference")
    [digest] = digests_of()
    assert digest.section("late") == []
    assert len(digest.section("week")) == 1
