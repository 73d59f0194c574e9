"""A person says that they have seen a mandate's reminders, puts them off, or wants no mail at all.

It is theirs alone: it moves no day, changes nothing that others are told, and is no fact about the mandate.
"""

import datetime as dt

from django.conf import settings
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import Rhythm, User
from ctoctrack.lib import dates
from mandates.actions.facts import Refused
from mandates.models import Mandate, Silence

LONGEST = 30  # days


def acknowledge(mandate: Mandate, *, by: User) -> Silence:
    """Reminders of it stay away from the person for QUIET_DAYS; a longer silence of theirs stays as it is."""
    longer = Silence.objects.filter(person=by, mandate=mandate, until__gt=_in_days(settings.QUIET_DAYS)).first()
    return longer or snooze(mandate, settings.QUIET_DAYS, by=by)


def snooze(mandate: Mandate, days: int, *, by: User) -> Silence:
    """Reminders of it stay away from the person for `days`, whatever was said before."""
    if not 1 <= days <= LONGEST:
        raise Refused(_("Choose 1 to %(days)d days.") % {"days": LONGEST})
    silence, _created = Silence.objects.update_or_create(
        person=by, mandate=mandate, defaults={"until": _in_days(days), "at": dates.now()}
    )
    return silence


def stop_mail(person: User) -> None:
    """The person gets no digest any more; what is theirs stands on their page, and they may choose anew."""
    person.rhythm = Rhythm.NONE
    person.save(update_fields=["rhythm"])


def _in_days(days: int) -> dt.date:
    return dates.today() + dt.timedelta(days=days)
