"""The Celery app of an installation whose minute lasts two seconds and whose hour three, so that a trial ends today.

Nothing else differs: the same jobs, asked for by the same beat, on the same broker. The five minutes after which a
message without an answer is doubtful stay as they are; the trial looks at the outbox five minutes later instead.
"""

from typing import Any

from celery.signals import worker_process_init

from ctoctrack import beat

MINUTE, HOUR = 2.0, 3.0
SECONDS = {"outbox": MINUTE, "reports": MINUTE, "spreadsheets": MINUTE, "reminders": HOUR, "alarm": HOUR}

app = beat.app
app.conf.beat_schedule = {
    name: {**entry, "schedule": SECONDS[name], "options": {"expires": SECONDS[name]}}
    for name, entry in beat.SCHEDULE.items()
}


@worker_process_init.connect
def hurry(**kwargs: Any) -> None:
    """A message that a server does not take now is brought again after a hurried minute, without growing patience."""
    from mandates.notices import deliver

    deliver.RETRY_MINUTES = (MINUTE / 60,)
