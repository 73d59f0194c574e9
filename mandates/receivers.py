"""What follows from signals: one line each."""

import datetime as dt
from typing import Any

from django.dispatch import receiver

from mandates.actions.proposing import propose_mandates
from sessions.models import Report
from sessions.signals import report_read


@receiver(report_read)
def propose(sender: Any, report: Report, at: dt.datetime, **kwargs: Any) -> None:
    """The requests of the report are proposed in the transaction that stores its texts: all of it, or none."""
    propose_mandates(report, at=at)
