"""Jobs of the mandates: thin, repeatable, safe to run twice and to kill. What must happen stands in rows."""

from celery import shared_task

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.jobs import enqueue
from mandates.actions.importing import import_spreadsheet as import_it
from mandates.actions.importing import requeue_stuck
from mandates.enums import MessageKind
from mandates.models import Spreadsheet
from mandates.notices import alarm, deliver, outbox, runs


@shared_task(name="mandates.send_reminders")
def send_reminders() -> None:
    """Everybody whose hour has come has been told what they are owed today."""
    now = dates.now()
    runs.run(dates.day_of(now), now.astimezone(dates.zone()).hour)


@shared_task(name="mandates.deliver_mail")
def deliver_mail() -> None:
    """What waits in the outbox has gone."""
    deliver.drain()


@shared_task(name="mandates.sweep_outbox")
def sweep_outbox() -> None:
    """What a lost job, a killed worker or a silent mail server left lying has been taken up."""
    deliver.drain()


@shared_task(name="mandates.send_password_reset")
def send_password_reset(user_pk: int) -> None:
    """The link with which an active person chooses a new password waits to be sent."""
    _put_link(MessageKind.PASSWORD_RESET, user_pk)


@shared_task(name="mandates.send_invitation")
def send_invitation(user_pk: int) -> None:
    """The link with which a new person chooses a password waits to be sent."""
    _put_link(MessageKind.INVITATION, user_pk)


def _put_link(kind: MessageKind, user_pk: int) -> None:
    person = User.objects.filter(pk=user_pk).first()
    if person is not None and outbox.put_link(kind, person):
        enqueue("mandates.deliver_mail")


@shared_task(name="mandates.watch_runs")
def watch_runs() -> None:
    """Administrators know of it where no run has ended for a day."""
    alarm.watch()


@shared_task(name="mandates.import_spreadsheet", soft_time_limit=1500, time_limit=1560)
def import_spreadsheet(pk: int) -> None:
    """The spreadsheet to which a person agreed is imported, unless somebody else does it.

    Ten thousand rows take minutes: the limits are above those of other jobs.
    """
    import_it(Spreadsheet.objects.select_related("body__parent", "agreed_by").get(pk=pk))


@shared_task(name="mandates.sweep_spreadsheets")
def sweep_spreadsheets() -> None:
    """Every spreadsheet that waits, or whose job died, is imported: a wake-up call may get lost."""
    for pk in requeue_stuck(dates.machine_now()):
        import_spreadsheet(pk)
