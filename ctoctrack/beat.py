"""The timetable: when which job is asked for, in the zone of deadlines. One beat runs; the jobs may run twice."""

from typing import Any

from celery.schedules import crontab
from celery.signals import beat_init

from ctoctrack.celery import app
from ctoctrack.lib.jobs import enqueue

SCHEDULE = {
    # Hourly by day: each thing is told once, so a run that finds nothing new says nothing, and one that was missed is
    # made up an hour later; people choose from which of these hours on they want theirs. Not at night: a day begins
    # for people when they come to work, not at midnight.
    "reminders": {"task": "mandates.send_reminders", "schedule": crontab(minute="0", hour="6-20")},
    # Each minute: mail whose job was lost with a worker or a broker, or that a server asked to bring again later.
    # Left undone for a minute it is asked for again, so that a worker that was away meets one and not a thousand.
    "outbox": {"task": "mandates.sweep_outbox", "schedule": crontab(), "options": {"expires": 60}},
    # Each minute: reports whose job was lost, or whose reader died.
    "reports": {"task": "sessions.sweep_reports", "schedule": crontab(), "options": {"expires": 60}},
    # Each minute: spreadsheets to which somebody agreed, and whose job was lost or died.
    "spreadsheets": {"task": "mandates.sweep_spreadsheets", "schedule": crontab(), "options": {"expires": 60}},
    # Half-hourly: a run that fails again and again is noticed even where nobody opens a page.
    "alarm": {"task": "mandates.watch_runs", "schedule": crontab(minute="15,45")},
}
app.conf.beat_schedule = SCHEDULE


def make_up(**kwargs: Any) -> None:
    """The run that was missed while nothing ran is made up as soon as the timetable is kept again."""
    enqueue("mandates.send_reminders")


beat_init.connect(make_up)
