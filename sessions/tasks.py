"""Jobs of the reading: keys in, one action called."""

from celery import shared_task

from ctoctrack.lib import dates
from sessions.actions import reading
from sessions.models import Report


@shared_task(name="sessions.read_report")
def read_report(pk: int) -> None:
    """The report is read, unless somebody else reads it."""
    reading.read_report(Report.objects.get(pk=pk))


@shared_task(name="sessions.sweep_reports")
def sweep_reports() -> None:
    """Every report that waits, or whose reader died, is read: a wake-up call may get lost."""
    for pk in reading.requeue_stuck(dates.machine_now()):
        reading.read_report(Report.objects.get(pk=pk))
