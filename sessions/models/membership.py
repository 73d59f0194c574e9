"""Delegations to a body, and who is what in it."""

import rules
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from rules.contrib.models import RulesModel
from simple_history.models import HistoricalRecords

from ctoctrack.lib import dates
from ctoctrack.lib.periods import Period, PeriodQuerySet, period_constraints
from sessions import states
from sessions.enums import DELEGATION_ROLES, DelegationKind, Role
from sessions.models.body import Body
from sessions.rules import is_administrator, is_secretariat

INVITING = {
    "add": is_administrator | is_secretariat,
    "change": is_administrator | is_secretariat,
    "view": is_administrator | is_secretariat,
    "delete": rules.predicates.always_deny,
}


class Delegation(RulesModel):
    """Those whom a State, or an organization, sends to a body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="delegations", verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=20, choices=DelegationKind, default=DelegationKind.PARTY)
    state = models.CharField(pgettext_lazy("country", "State"), max_length=3, blank=True, choices=states.choices)
    name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        help_text=_("Where it is no State of the list: an organization, for example."),
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["body", "state", "name"]
        rules_permissions = INVITING
        constraints = [
            models.UniqueConstraint("body", "state", "name", name="sessions_delegation_once"),
            models.CheckConstraint(
                condition=~Q(state="", name=""),
                name="sessions_delegation_named",
                violation_error_message=_("Choose a State or give a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or states.name(self.state, dates.today())


class Membership(RulesModel, Period):
    """A person in a body for a time; delegates also in a delegation, by a note verbale."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships", verbose_name=_("body"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("delegation"),
    )
    note = models.CharField(_("reference of the note verbale"), max_length=200, blank=True)
    history = HistoricalRecords()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership in a body")
        verbose_name_plural = _("memberships in bodies")
        ordering = ["body", "role", "user"]
        rules_permissions = INVITING
        constraints = period_constraints(
            models.UniqueConstraint("user", "body", "role", "since", name="sessions_membership_once"),
            models.CheckConstraint(
                condition=Q(role__in=sorted(DELEGATION_ROLES), delegation__isnull=False)
                | (~Q(role__in=sorted(DELEGATION_ROLES)) & Q(delegation=None)),
                name="sessions_membership_delegation",
                violation_error_message=_(
                    "Contributors, transmitters and observers belong to a delegation; others do not."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.body}"

    def clean(self) -> None:
        super().clean()
        if self.delegation and self.body_id and self.delegation.body_id != self.body_id:
            raise ValidationError({"delegation": _("This delegation belongs to another body.")})
