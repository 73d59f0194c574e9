"""Starting a job by its name, after commit, so that no action imports a task."""

import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def enqueue(name: str, *args: int | str) -> None:
    """The job `name` is asked for once the transaction has committed.

    A broker that is down loses nothing: what is to be done stands in rows, and the sweeper of the timetable finds it.
    """

    def send() -> None:
        try:
            current_app.send_task(name, args=args)
        except (OperationalError, OSError) as error:
            log.warning("job %s%s was not handed over (%s); the sweeper will find it", name, args, error)

    transaction.on_commit(send)
