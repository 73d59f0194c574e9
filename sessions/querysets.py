"""Named reads of bodies, sessions, reports and decisions."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q

from sessions import rules
from sessions.enums import Role


def of_bodies(prefix: str, bodies: set[int]) -> Q:
    """Things whose body, reached by `prefix`, is one of `bodies` or a group of one."""
    path = f"{prefix}__" if prefix else ""
    return Q(**{f"{path}pk__in": bodies}) | Q(**{f"{path}parent__in": bodies})


def open_to(user: Any, prefix: str) -> Q:
    """Things whose body, reached by `prefix`, shows its released progress to the person."""
    path = f"{prefix}__" if prefix else ""
    if rules.works_in_the_office(user):
        return Q(**{f"{path}pk__isnull": False})
    is_open = Q(**{f"{path}parent": None, f"{path}is_open": True}) | Q(**{f"{path}parent__is_open": True})
    return of_bodies(prefix, rules.rooms_of(user)) | is_open


class BodyQuerySet(models.QuerySet):
    def groups(self) -> Self:
        """Those that are part of another body."""
        return self.exclude(parent=None)

    def conferences(self) -> Self:
        """Those that stand on their own."""
        return self.filter(parent=None)

    def progress_visible_to(self, user: Any) -> Self:
        """Bodies whose released progress the person may read."""
        return self.filter(open_to(user, ""))

    def kept_by(self, user: Any) -> Self:
        """Bodies for whose secretariat the person works."""
        return self.filter(of_bodies("", rules.bodies_with(user, rules.SECRETARIAT)))

    def internal_to(self, user: Any) -> Self:
        """Bodies of which the person reads what is internal: secretariat and auditors."""
        roles = rules.SECRETARIAT | {Role.AUDITOR}
        return self.filter(of_bodies("", rules.bodies_with(user, roles)))


class MappingQuerySet(models.QuerySet):
    def in_force(self) -> Self:
        """Those that nobody undid."""
        return self.filter(taken_back_at=None)


class SessionQuerySet(models.QuerySet):
    def dated(self) -> Self:
        """Those whose days are known and that were not cancelled."""
        return self.exclude(starts_on=None).filter(is_cancelled=False)

    def coming(self, on: dt.date) -> Self:
        """Those not over on the day `on`, the next first; undated ones last."""
        coming = Q(ends_on__gte=on) | Q(starts_on=None)
        return self.filter(coming, is_cancelled=False).order_by(models.F("starts_on").asc(nulls_last=True), "ordinal")

    def past(self, on: dt.date) -> Self:
        """Those over on the day `on`, the latest first."""
        return self.filter(ends_on__lt=on).order_by("-starts_on")

    def ordinary(self) -> Self:
        return self.filter(kind="ordinary")
