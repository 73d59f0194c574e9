"""What follows from signals: one line each."""

import datetime as dt
from typing import Any

from django.dispatch import receiver

from mandates.actions import finding
from mandates.actions.proposing import propose_mandates
from mandates.actions.superseding import find_repeats
from sessions.models import Report
from sessions.signals import report_read


@receiver(report_read)
def propose(sender: Any, report: Report, at: dt.datetime, **kwargs: Any) -> None:
    """The requests of the report are proposed in the transaction that stores its texts: all of it, or none."""
    propose_mandates(report, at=at)


@receiver(report_read)
def look_for_repeats(sender: Any, report: Report, at: dt.datetime, **kwargs: Any) -> None:
    """Open mandates that the proposals may repeat stand beside them; it follows `propose`, which stands before it."""
    find_repeats(report, at=at)


@receiver(report_read)
def find_by_other_words(sender: Any, report: Report, **kwargs: Any) -> None:
    """Whoever reads another language finds mandates by the words of theirs."""
    finding.find_by_other_words(report)
