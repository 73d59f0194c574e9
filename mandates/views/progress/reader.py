"""Who reads, and as of which day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ctoctrack.lib import dates


@dataclass(frozen=True, slots=True)
class Reader:
    """A person, known or not, and the day whose knowledge the pages show.

    `at` is the last moment of that day, of today the present one; `keep` is the query that carries a past day from page
    to page; `problem` says what was wrong with the day that was asked for.
    """

    user: Any
    on: dt.date
    at: dt.datetime
    keep: str = ""
    problem: str = ""

    @property
    def is_past(self) -> bool:
        return bool(self.keep)


def reader_of(request: HttpRequest) -> Reader:
    """Who asks, as of the day of `?on=2008-11-01`; as of today where none is given, or none that has been."""
    today, given, problem = dates.today(), request.GET.get("on", ""), ""
    try:
        on = dt.date.fromisoformat(given) if given else today
    except ValueError:
        on, problem = today, _("“%(given)s” is no day; write it as in 2008-11-01.") % {"given": given[:40]}
    if on > today:
        on, problem = today, _("That day has not come yet.")
    if on == today:
        return Reader(request.user, today, dates.now(), problem=problem)
    last_moment = dates.start_of(on + dt.timedelta(days=1)) - dt.datetime.resolution
    return Reader(request.user, on, last_moment, keep=f"?on={on.isoformat()}")
