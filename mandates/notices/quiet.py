"""What somebody does not want to hear of for a while: said to have been seen, or put off."""

import datetime as dt
from collections.abc import Iterable

from mandates.models import Silence
from mandates.scheduling.ladder import Step


def silences(mandates: Iterable[int]) -> dict[tuple[int, int], dt.date]:
    """(person, mandate): the last day of the silence."""
    rows = Silence.objects.filter(mandate__in=mandates).order_by()
    return {(person, mandate): until for person, mandate, until in rows.values_list("person", "mandate", "until")}


def is_heard(step: Step, until: dt.date | None) -> bool:
    """Is the step told in spite of a silence? The day itself and the first step late are; others if reached later."""
    return step.breaks_silence or until is None or step.on > until
