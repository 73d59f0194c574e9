"""Sessions of bodies, dated or not, and their agenda."""

import rules
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel
from simple_history.models import HistoricalRecords

from ctoctrack.lib.ordinals import session_name
from sessions.enums import AgendaStatus, SessionKind
from sessions.models.body import Body
from sessions.querysets import SessionQuerySet
from sessions.rules import can_read_internally, is_administrator, is_secretariat


class Session(RulesModel):
    """A session of a conference or a meeting of a group. The browser's session is another thing."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="sessions", verbose_name=_("body"))
    slug = models.SlugField(_("short name in addresses"), unique=True, max_length=80)
    kind = models.CharField(_("kind"), max_length=20, choices=SessionKind, default=SessionKind.ORDINARY)
    ordinal = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    part = models.CharField(
        _("part"),
        max_length=20,
        blank=True,
        help_text=_("“resumed” for a resumed part, which has days of its own."),
    )
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("Where its number does not name it."))
    place = models.CharField(_("place"), max_length=120, blank=True)
    starts_on = models.DateField(_("opens on"), null=True, blank=True)
    ends_on = models.DateField(_("closes on"), null=True, blank=True)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    history = HistoricalRecords()
    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = [F("starts_on").asc(nulls_last=True), "ordinal"]
        rules_permissions = {
            "add": is_administrator | is_secretariat,
            "change": is_administrator | is_secretariat,
            "view": is_administrator | can_read_internally,
            "delete": rules.predicates.always_deny,
        }
        constraints = [
            models.UniqueConstraint(
                "body",
                "kind",
                "ordinal",
                "part",
                name="sessions_session_ordinal",
                violation_error_message=_("The body has a session of this number already."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None)
                | Q(starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=F("starts_on")),
                name="sessions_session_days",
                violation_error_message=_("Give both days, the last not before the first, or neither."),
            ),
        ]

    def __str__(self) -> str:
        if self.name or not self.ordinal:
            return self.name
        name = session_name(self.ordinal)
        return gettext("resumed %(session)s") % {"session": name} if self.part == "resumed" else name

    def get_absolute_url(self) -> str:
        return reverse("mandates:session", args=[self.slug])

    @property
    def is_dated(self) -> bool:
        """Has days on which something can be due; a cancelled session has none."""
        return self.starts_on is not None and not self.is_cancelled


class AgendaItem(RulesModel):
    """An item of the agenda of a session, provisional or adopted."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="agenda_items", verbose_name=_("session"))
    number = models.CharField(_("number"), max_length=20)
    title = models.CharField(_("title"), max_length=500)
    status = models.CharField(_("status"), max_length=20, choices=AgendaStatus, default=AgendaStatus.PROVISIONAL)
    position = models.PositiveSmallIntegerField(_("place in the agenda"), default=0)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["session", "position", "number"]
        rules_permissions = {
            "add": is_administrator | is_secretariat,
            "change": is_administrator | is_secretariat,
            "view": is_administrator | can_read_internally,
            "delete": rules.predicates.always_deny,
        }
        constraints = [models.UniqueConstraint("session", "status", "number", name="sessions_agendaitem_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
