"""The chain of a document backwards from its session: forecast, submission, issuance."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """The three days of a pre-session document."""

    forecast: dt.date
    submission: dt.date
    issuance: dt.date


def document_chain(opens_on: dt.date, weeks: Mapping[str, int]) -> Chain:
    """The days by which a document is forecast, submitted and issued, `weeks` before the opening."""

    def before(step: str) -> dt.date:
        return opens_on - dt.timedelta(weeks=weeks[step])

    return Chain(before("forecast"), before("submission"), before("issuance"))
