"""Things that hold from one day until another: memberships, names."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PeriodQuerySet(models.QuerySet):
    def current(self, on: dt.date) -> Self:
        """Those that hold on the day `on`; both ends belong to the period."""
        return self.filter(Q(since__lte=on) & (Q(until=None) | Q(until__gte=on)))


class Period(models.Model):
    """Holds from `since` until `until`, both days included; an open end is no day."""

    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="%(app_label)s_%(class)s_period",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def holds(self, on: dt.date) -> bool:
        """Is `on` one of its days?"""
        return self.since <= on and (self.until is None or on <= self.until)


def period_constraints(*more: models.BaseConstraint) -> list[Any]:
    """The constraint of `Period` and `more`, for a Meta that has constraints of its own."""
    return [*Period._meta.constraints, *more]
