"""The only reader of the clock.

`today()` and `now()` stamp facts and stand on a demonstration's day where one is set; `machine_now()` serves what must
follow the real clock whatever day is shown: leases, expiry of links, throttles, health.
"""

import datetime as dt
import zoneinfo

from django.conf import settings


def zone() -> zoneinfo.ZoneInfo:
    """The one zone in which deadlines are days."""
    return zoneinfo.ZoneInfo(settings.DEADLINE_TIME_ZONE)


def machine_now() -> dt.datetime:
    """The moment by the machine's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def now() -> dt.datetime:
    """The moment that stamps facts, in UTC: the machine's, or its time of day on the demonstration's day."""
    moment = machine_now()
    if settings.DEMONSTRATION_DAY is None:
        return moment
    local = moment.astimezone(zone()).timetz()
    return dt.datetime.combine(settings.DEMONSTRATION_DAY, local).astimezone(dt.UTC)


def day_of(moment: dt.datetime) -> dt.date:
    """The day on which `moment` falls in the zone of deadlines."""
    return moment.astimezone(zone()).date()


def today() -> dt.date:
    """The day it is in the zone of deadlines."""
    return day_of(now())


def start_of(day: dt.date) -> dt.datetime:
    """The first moment of `day` in the zone of deadlines, in UTC."""
    return dt.datetime.combine(day, dt.time(), zone()).astimezone(dt.UTC)
