"""Days and distances in words, in the language that is active."""

import datetime as dt
from functools import lru_cache

from django.utils import formats, timezone, translation
from django.utils.translation import gettext, ngettext

from ctoctrack.lib import dates


def day(value: dt.date) -> str:
    """The day written out: "1 December 2008", "1 décembre 2008"."""
    if isinstance(value, dt.datetime):
        value = dates.day_of(value)
    return _day(value, translation.get_language())


@lru_cache(maxsize=4096)  # pages name the same days again and again
def _day(value: dt.date, _language: str | None) -> str:
    return formats.date_format(value)


def moment(value: dt.datetime) -> str:
    """Day and time of day in the zone of deadlines: "1 December 2008, 09:00"."""
    local = timezone.localtime(value, dates.zone())
    return gettext("%(day)s, %(time)s") % {"day": day(local), "time": f"{local:%H:%M}"}


def days(first: dt.date, last: dt.date | None) -> str:
    """First to last day: "27–29 January 2010" where the language writes the number of the day first."""
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month) and day(last).startswith(f"{last.day} "):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def distance(value: dt.date, on: dt.date) -> str:
    """How far `value` lies from the day `on`: "today", "tomorrow", "in 12 days", "7 days ago"."""
    ahead = (value - on).days
    near = {0: gettext("today"), 1: gettext("tomorrow"), -1: gettext("yesterday")}
    if ahead in near:
        return near[ahead]
    if ahead > 0:
        return ngettext("in %(count)d day", "in %(count)d days", ahead) % {"count": ahead}
    return ngettext("%(count)d day ago", "%(count)d days ago", -ahead) % {"count": -ahead}


def late(count: int) -> str:
    """Past the Secretariat's own target by so many days: "7 days late"."""
    return ngettext("%(count)d day late", "%(count)d days late", count) % {"count": count}


def overdue(count: int) -> str:
    """Past the day of the text by so many days: "7 days overdue"."""
    return ngettext("%(count)d day overdue", "%(count)d days overdue", count) % {"count": count}
