"""Two years, day by day: the mail of every day stands in tests/data/cycle, one file a month, for a person to read.

Where what is told changes on purpose, the files are written anew and read before they are committed:

    RENEW_CYCLE=1 python -m pytest tests/mandates/test_cycle.py
"""

import datetime as dt
import difflib
import os
import re
from collections import Counter
from pathlib import Path

import pytest
import time_machine

from ctoctrack.lib import dates
from mandates import tasks
from mandates.models import Change
from mandates.models.notices import Message, Notice
from mandates.notices import deliver
from tests.mandates.cycle import Cycle
from tests.mandates.happenings import FIRST, HAPPENINGS, LAST, OUTAGE

DATA = Path(__file__).parents[1] / "data" / "cycle"
HOURS = (7, 9)  # of the hourly runs those that begin when somebody's hour has come
NOON = 12  # what is done on a day is done at noon, and the run after it may tell it
RENEW = "RENEW_CYCLE"


@pytest.fixture(autouse=True)
def at_an_address(settings, monkeypatch):
    settings.BASE_URL = "https://track.example"
    monkeypatch.setattr("mandates.notices.runs.enqueue", lambda name, *args: None)


def local(day, hour):
    return dt.datetime.combine(day, dt.time(hour), dates.zone())


def run_at(moment):
    """A run as the timetable asks for it, and its mail delivered."""
    with time_machine.travel(moment, tick=False):
        tasks.send_reminders()
        deliver.drain()


def happen(day, cycle):
    """What is done on the day, at noon; in words."""
    with time_machine.travel(local(day, NOON), tick=False):
        for happening in HAPPENINGS[day]:
            happening(cycle)
            yield f"{NOON}:00 {happening.__doc__}\n"


def written(mail, moment):
    """A mail as a person reads it; its secret links are keys, and differ each time."""
    text = re.sub(r"/mail/silence/[^/\s]+/", "/mail/silence/…/", mail.body.rstrip())
    return f"{moment:%H:%M} To: {mail.to[0]}\nSubject: {mail.subject}\n\n{text}\n"


@pytest.fixture
def months(db, mailoutbox):
    """What was done and what was told on each day, by month, in words."""
    cycle, found, day = Cycle(), {}, FIRST

    def told_at(hour):
        run_at(local(day, hour))
        mails = [written(mail, local(day, hour)) for mail in mailoutbox]
        mailoutbox.clear()
        return mails

    while day <= LAST:
        if day in OUTAGE:
            entries = ["Nothing runs on this day.\n"]
        else:
            entries = [mail for hour in HOURS for mail in told_at(hour)]
            if day in HAPPENINGS:
                entries += [*happen(day, cycle), *told_at(NOON + 1)]
        month = found.setdefault(f"{day:%Y-%m}", [])
        if entries:
            month.append(f"{day:%A}, {day.day} {day:%B %Y}\n{'=' * 72}\n" + f"{'-' * 72}\n".join(entries))
        day += dt.timedelta(days=1)
    return {month: "\n\n".join(days) or "No mail.\n" for month, days in found.items()}


def test_the_mail_of_every_day_is_what_stands_in_the_files(months):
    if os.environ.get(RENEW):
        for month, words in months.items():
            (DATA / f"{month}.txt").write_text(words, encoding="utf-8")
    kept = {path.stem: path.read_text(encoding="utf-8") for path in DATA.glob("*.txt")}
    assert sorted(kept) == sorted(months)
    differing = [
        line
        for month, words in months.items()
        for line in difflib.unified_diff(
            kept[month].splitlines(), words.splitlines(), f"{month}.txt", f"{month}, as told now", lineterm=""
        )
    ]
    assert not differing, "\n".join(differing)
    hold_over_all_days()


def hold_over_all_days():
    """What the whole cycle promises, whatever stands in the files."""
    told = Notice.objects.values_list("recipient", "mandate", "key")
    assert max(Counter(told).values()) == 1
    assert not Message.objects.exclude(state="sent").exists()
    to = set(Message.objects.values_list("address", flat=True))
    assert not to & {"delegate@harbour.example", "archives@harbour.example"}
    weekly = Message.objects.filter(recipient__rhythm="weekly")
    days = {dates.day_of(message.created_at) for message in weekly}
    assert {day for day in days if day.weekday() != 0} <= {max(OUTAGE) + dt.timedelta(days=1)}
    assert not Change.objects.untold().exists()
