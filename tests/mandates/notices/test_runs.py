"""Told once, never lost: twice, side by side, killed half-way, after an outage."""

import datetime as dt

import pytest

from mandates.models import Change, Contributor, Mandate
from mandates.models.notices import Message, Notice, Run
from mandates.notices import compose, deliver, ledger, runs
from mandates.notices.owed import owed_on
from tests.factories import UserFactory

DAY = dt.date(2009, 3, 31)


def at(days):
    return DAY + dt.timedelta(days=days)


def told():
    """The ledger, in the order in which it was written."""
    return list(Notice.objects.order_by("pk").values_list("recipient__email", "key"))


def test_day_by_day_each_step_is_told_on_its_day_and_on_no_other(planned, owner):
    planned(owner=owner, target_on=DAY)
    days = [n for n in range(-40, 30) if runs.run(at(n)).messages]
    assert days == [-30, -14, -7, -1, 0, 7, 14, 21, 28]


def test_a_second_run_says_nothing(planned, owner):
    planned(owner=owner, target_on=DAY)
    assert runs.run(at(-7)).messages == 1
    assert runs.run(at(-7)).messages == 0
    assert runs.run(at(-6)).messages == 0
    assert Message.objects.count() == 1


def test_after_an_outage_the_latest_step_is_told_and_not_those_that_were_missed(planned, owner):
    planned(owner=owner, target_on=DAY)
    runs.run(at(-30))
    runs.run(at(16))
    assert [key for _person, key in told()] == ["target:2009-03-31:30", "late:2009-03-31:2"]


def test_a_day_that_moved_starts_its_ladder_afresh(planned, replanned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    runs.run(at(-7))
    mandate.refresh_from_db()
    mandate.target_on = at(30)
    replanned(mandate, at(-6))
    days = [n for n in range(-6, 31) if runs.run(at(n)).messages]
    assert days == [0, 16, 23, 29, 30]


def test_a_day_that_moved_back_does_not_tell_again_what_was_told(planned, replanned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    runs.run(at(-7))
    mandate.refresh_from_db()
    replanned(mandate, at(-7))  # moved and moved back on one day
    assert runs.run(at(-6)).messages == 0


def test_one_person_gets_one_digest_a_day(planned, owner):
    for _ in range(3):
        planned(owner=owner, target_on=DAY)
    assert runs.run(DAY).messages == 1
    assert Notice.objects.count() == 3


def test_what_comes_up_after_the_digest_of_the_day_waits_for_the_next(planned, changed, owner):
    mandate = planned(owner=owner, target_on=DAY)
    runs.run(DAY)
    change = changed(mandate)
    assert runs.run(DAY).messages == 0
    assert runs.run(at(1)).messages == 1
    assert told()[-1] == (owner.email, f"change:{change.pk}")


def test_a_change_is_told_once_and_marked(planned, changed, owner):
    change = changed(planned(owner=owner))
    runs.run(dt.date(2008, 12, 1))
    change.refresh_from_db()
    assert change.looked_at
    assert runs.run(dt.date(2008, 12, 2)).messages == 0


def test_changes_that_concern_nobody_are_marked_without_a_word(planned, changed):
    changed(planned(owner=None))
    assert runs.run(dt.date(2008, 12, 1)).messages == 0
    assert not Change.objects.untold().exists()


def test_the_next_step_is_planned_with_what_was_told(planned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    runs.run(at(-14))
    mandate.refresh_from_db()
    assert mandate.next_notice_on == at(-7)


def test_nothing_is_planned_where_nothing_will_be_owed(planned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    Mandate.objects.filter(pk=mandate.pk).update(status="implemented")
    runs.run(DAY)
    mandate.refresh_from_db()
    assert mandate.next_notice_on is None


def test_killed_between_two_people_nothing_is_lost_and_nobody_told_twice(planned, owner, monkeypatch):
    mandate = planned(owner=owner, target_on=DAY)
    helper = Contributor.objects.create(mandate=mandate, user=UserFactory()).user
    whole, calls = compose.write_digest, []

    def killed_at_the_second(digest):
        calls.append(digest)
        if len(calls) == 2:
            raise SystemExit
        return whole(digest)

    monkeypatch.setattr(compose, "write_digest", killed_at_the_second)
    with pytest.raises(SystemExit):
        runs.run(DAY)
    assert told() == [(owner.email, "target:2009-03-31:0")]
    monkeypatch.setattr(compose, "write_digest", whole)
    runs.run(at(1))
    assert told() == [(owner.email, "target:2009-03-31:0"), (helper.email, "target:2009-03-31:0")]
    mandate.refresh_from_db()
    assert mandate.next_notice_on == at(7)


def test_killed_before_the_end_of_a_transaction_nothing_of_it_is_there(planned, owner, monkeypatch):
    mandate = planned(owner=owner, target_on=DAY)

    def killed(seen):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "settle", killed)
        with pytest.raises(SystemExit):
            runs.run(DAY)
    assert (Message.objects.count(), Notice.objects.count()) == (0, 0)
    mandate.refresh_from_db()
    assert mandate.next_notice_on <= DAY
    assert runs.run(DAY).messages == 1


def test_of_two_runs_that_looked_at_the_same_moment_one_tells(planned, owner):
    planned(owner=owner, target_on=DAY)
    one, other = owed_on(DAY), owed_on(DAY)
    runs.settle_silent(one)
    written = 0
    for plan in (one, other):
        for digest in runs.divided(plan).to_write:
            written += runs.tell(digest, plan)
    assert written == 1
    assert Message.objects.count() == 1


def test_a_second_digest_for_a_day_is_refused_by_the_database(planned, owner):
    planned(owner=owner, target_on=DAY)
    one, other = owed_on(DAY), owed_on(DAY)
    [mine], [theirs] = (runs.divided(plan).to_write for plan in (one, other))
    runs.tell(mine, one)
    Mandate.objects.update(next_notice_on=other.seen[theirs.items[0].mandate.pk].mandate.next_notice_on)
    with pytest.raises(runs.IntegrityError):
        runs.tell(theirs, other)
    assert Message.objects.count() == 1


def test_a_mandate_that_changed_since_it_was_read_is_left_for_the_next_run(planned, replanned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    plan = owed_on(at(-7))
    [digest] = runs.divided(plan).to_write
    mandate.target_on = at(100)
    replanned(mandate, at(-7))
    assert not runs.tell(digest, plan)
    assert Message.objects.count() == 0


def test_one_digest_that_cannot_be_written_keeps_no_other_back(planned, owner, monkeypatch):
    planned(owner=owner, target_on=DAY)
    other = UserFactory()
    planned(owner=other, target_on=DAY)
    whole = compose.write_digest

    def broken_for_the_owner(digest):
        if digest.person == owner:
            raise KeyError("broken")
        return whole(digest)

    monkeypatch.setattr(compose, "write_digest", broken_for_the_owner)
    with pytest.raises(runs.Incomplete):
        runs.run(DAY)
    assert [person for person, _key in told()] == [other.email]
    assert runs.last_run() is None, "a run that could not tell somebody has no end: the alarm rises"


def test_a_run_asks_for_delivery_only_where_there_is_something(planned, owner, asked_for):
    planned(owner=owner, target_on=DAY)
    runs.run(at(-50))
    assert asked_for == []
    runs.run(DAY)
    assert asked_for == ["mandates.deliver_mail"]


def test_a_run_is_written_down(planned, owner):
    planned(owner=owner, target_on=DAY)
    runs.run(DAY)
    run = Run.objects.get()
    assert (run.on, run.messages, run.finished_at is not None) == (DAY, 1, True)


def test_a_preview_names_the_people_and_writes_nothing(planned, owner):
    mandate = planned(owner=owner, target_on=DAY)
    found = runs.preview(DAY)
    assert [digest.person for digest in found.to_write] == [owner]
    assert (Message.objects.count(), Run.objects.count()) == (0, 0)
    before = mandate.next_notice_on
    mandate.refresh_from_db()
    assert mandate.next_notice_on == before


def test_the_whole_way_to_a_mailbox(planned, owner, mailoutbox):
    planned(owner=owner, target_on=DAY)
    runs.run(at(-7))
    assert deliver.drain() == 1
    [message] = mailoutbox
    assert message.to == [owner.email]
    assert message.subject == "1 request is due by 31 March 2009"
