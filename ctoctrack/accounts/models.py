"""People and the units of the office they work in."""

from typing import Any, ClassVar

import rules
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel
from simple_history.models import HistoricalRecords

from ctoctrack.accounts.rules import is_administrator
from ctoctrack.lib import dates
from ctoctrack.lib.periods import Period, PeriodQuerySet, period_constraints

REFERENCE_DATA = {
    "add": is_administrator,
    "change": is_administrator,
    "view": is_administrator,
    "delete": rules.predicates.always_deny,
}


def language_of_the_office() -> str:
    """The language in which people are written to before they choose one."""
    return settings.LANGUAGE_CODE


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who can sign in once there is a password; the address is kept in lower case."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """The technical rescue, for `createsuperuser`; no role of the application."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class Rhythm(models.TextChoices):
    """How often a person gets a digest, where there is something to tell."""

    DAILY = "daily", _("each day on which there is something to tell")
    WEEKLY = "weekly", _("on Mondays")
    NONE = "none", _("not at all")


class User(RulesModel, AbstractBaseUser, PermissionsMixin):
    """A person, who signs in by e-mail. What they may do is told by memberships, not by a flag here."""

    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("Somebody has this e-mail address already.")},
    )
    name = models.CharField(_("name or function"), max_length=200)
    language = models.CharField(
        _("language of mails"), max_length=10, choices=settings.LANGUAGES, default=language_of_the_office
    )
    rhythm = models.CharField(_("reminders by e-mail"), max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    hour = models.PositiveSmallIntegerField(
        _("not before"), default=7, validators=[MaxValueValidator(20)], help_text=_("Hour of the day at the office.")
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    date_joined = models.DateTimeField(_("since"), default=dates.machine_now, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "email"]
        rules_permissions = REFERENCE_DATA
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="accounts_user_email_in_lower_case")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.email = self.email.strip().lower()

    @property
    def is_staff(self) -> bool:
        """May open the administration of reference data."""
        return is_administrator(self)


class Unit(RulesModel):
    """A part of the office. Its parent hears of what its head leaves lying."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name"]
        rules_permissions = REFERENCE_DATA

    def __str__(self) -> str:
        return self.name


class UnitMembership(RulesModel, Period):
    """A person in a unit for a time: as officer, head or deputy head."""

    class Role(models.TextChoices):
        OFFICER = "officer", _("officer")
        HEAD = "head", _("head")
        DEPUTY_HEAD = "deputy_head", _("deputy head")

    user = models.ForeignKey(User, models.PROTECT, related_name="unit_memberships", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name=_("unit"))
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.OFFICER)
    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership in a unit")
        verbose_name_plural = _("memberships in units")
        ordering = ["unit", "user", "since"]
        rules_permissions = REFERENCE_DATA
        constraints = period_constraints(
            models.UniqueConstraint("user", "unit", "role", "since", name="accounts_unitmembership_once")
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"


class Absence(RulesModel, Period):
    """Days on which a person is away, and who acts for them; without a deputy, the deputy head of their unit hears."""

    person = models.ForeignKey(User, models.PROTECT, related_name="absences", verbose_name=_("person"))
    deputy = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="deputizing", verbose_name=_("deputy")
    )
    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-since", "-pk"]
        rules_permissions = REFERENCE_DATA
        constraints = period_constraints(
            models.CheckConstraint(
                condition=~Q(deputy=F("person")),
                name="accounts_absence_deputy_is_another",
                violation_error_message=_("Nobody deputizes for themselves."),
            )
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.since} – {self.until or ''}"


class Administrator(RulesModel, Period):
    """A person who runs the system for a time: users, units, settings, health. Sees no State's drafts."""

    user = models.ForeignKey(User, models.PROTECT, related_name="administrations", verbose_name=_("person"))
    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("administrator")
        verbose_name_plural = _("administrators")
        ordering = ["user", "since"]
        rules_permissions = REFERENCE_DATA
        constraints = period_constraints(models.UniqueConstraint("user", "since", name="accounts_administrator_once"))

    def __str__(self) -> str:
        return str(self.user)
