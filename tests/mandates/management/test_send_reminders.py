"""`send_reminders` says who would get what and why, or does it."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from mandates.models import Change
from mandates.models.notices import Message, Notice, Run
from tests.factories import MandateFactory, UserFactory

DAY = dt.date(2009, 3, 31)


@pytest.fixture
def mandate(db):
    owner = UserFactory(email="owner@office.example", name="Officer, pilotage")
    return MandateFactory(owner=owner, target_on=DAY, next_notice_on=DAY - dt.timedelta(days=7))


def test_a_dry_run_prints_who_would_get_what_and_why_and_writes_nothing(mandate, capsys):
    call_command("send_reminders", "--on", "2009-03-24", "--dry-run")
    said = capsys.readouterr().out
    assert "Officer, pilotage <owner@office.example> (en): 1 request is due by 31 March 2009" in said
    assert f"week: {mandate.name}" in said
    assert "Our target is 31 March 2009, in 7 days." in said
    assert "You are its owner." in said
    assert not any(model.objects.exists() for model in (Message, Notice, Run, Change))


def test_a_run_queues_and_a_second_one_says_nothing_new(mandate, capsys):
    call_command("send_reminders", "--on", "2009-03-24")
    call_command("send_reminders", "--on", "2009-03-24")
    assert capsys.readouterr().out.splitlines() == [
        "2009-03-24: 1 digest waits in the outbox.",
        "2009-03-24: no digest is owed.",
    ]
    assert Message.objects.count() == 1


def test_a_dry_run_names_those_who_have_got_their_digest_for_the_day(mandate, capsys):
    call_command("send_reminders", "--on", "2009-03-24")
    Change.objects.create(
        mandate=mandate, kind="status", old="not_started", new="in_progress", at=dt.datetime(2009, 3, 24, tzinfo=dt.UTC)
    )
    call_command("send_reminders", "--on", "2009-03-24", "--dry-run")
    assert (
        "owner@office.example> has got a digest for this day; the rest comes with the next." in capsys.readouterr().out
    )


def test_a_day_that_is_none_is_a_sentence_and_no_traceback():
    with pytest.raises(CommandError, match="'tomorrow' is no day such as 2008-12-01"):
        call_command("send_reminders", "--on", "tomorrow")
