"""The outbox, the ledger of what was told, and the runs. Imported by `mandates.notices` alone."""

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mandates.enums import MessageKind, MessageState
from mandates.models.mandate import Mandate
from sessions import rules
from sessions.enums import Role
from sessions.querysets import of_bodies

DOUBTFUL_AFTER = dt.timedelta(minutes=5)  # without an answer of the server
STUCK_AFTER = dt.timedelta(minutes=15)  # waiting beyond the moment from which it may be sent


class MessageQuerySet(models.QuerySet["Message"]):
    """Reads that depend on the machine's clock take its moment as an argument."""

    def visible_to(self, user: Any) -> Self:
        """Whose envelope the person may see: all for administrators, else digests about bodies kept or audited."""
        if rules.is_administrator(user):
            return self
        bodies = rules.bodies_with(user, rules.SECRETARIAT | {Role.AUDITOR})
        return self.filter(pk__in=self._about(bodies))

    def readable_by(self, user: Any) -> Self:
        """Whose words the person may read: digests that are about bodies kept by them and about no other."""
        bodies = rules.bodies_with(user, rules.SECRETARIAT)
        others = Notice.objects.exclude(of_bodies("mandate__body", bodies)).values("message")
        return self.filter(kind=MessageKind.DIGEST, pk__in=self._about(bodies)).exclude(pk__in=others)

    def kept_by(self, user: Any) -> Self:
        """Which the person may send again or settle: administrators all, a secretariat those about its body."""
        if rules.is_administrator(user):
            return self
        return self.filter(pk__in=self._about(rules.bodies_with(user, rules.SECRETARIAT)))

    def _about(self, bodies: set[int]) -> models.QuerySet["Notice", Any]:
        return Notice.objects.filter(of_bodies("mandate__body", bodies)).order_by().values("message")

    def to_send(self, at: dt.datetime) -> Self:
        """Waiting, and allowed to go; the oldest first."""
        return self.filter(Q(not_before=None) | Q(not_before__lte=at), state=MessageState.QUEUED).order_by("pk")

    def without_answer(self, at: dt.datetime) -> Self:
        """Being sent for so long that no answer will come."""
        return self.filter(state=MessageState.SENDING, claimed_at__lte=at - DOUBTFUL_AFTER)

    def stuck(self, at: dt.datetime) -> Self:
        """What a person has to look at: refused, doubtful, without answer, or waiting where it should have gone."""
        waiting = Q(state=MessageState.QUEUED) & (Q(not_before__lte=at - STUCK_AFTER) | Q(attempts__gte=3))
        lost = Q(state=MessageState.SENDING, claimed_at__lte=at - DOUBTFUL_AFTER)
        return self.filter(Q(state__in=[MessageState.REFUSED, MessageState.DOUBTFUL]) | waiting | lost)


class Message(models.Model):
    """One mail: what is to be sent to whom, and what became of it.

    The outbox keeps what was said with each secret link as [link]; of password resets and invitations the envelope
    alone, their words are made at delivery. `message_id` follows from what the message is about, so that its constraint
    keeps two runs from writing the same one: of a person's digests there is one a day.

    `not_before` and `claimed_at` are leases and follow the machine's clock, whatever day a demonstration shows.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=MessageKind)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("to"),
    )
    address = models.EmailField(_("address"))
    language = models.CharField(_("language"), max_length=10, default="en")
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True)  # without its host: "digest.2008-12-01.17"
    created_at = models.DateTimeField(_("written"))
    state = models.CharField(
        pgettext_lazy("mail", "state"), max_length=20, choices=MessageState, default=MessageState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    not_before = models.DateTimeField(_("not before"), null=True, blank=True)
    claimed_at = models.DateTimeField(_("sending since"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answer = models.TextField(_("answer of the server"), blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sent again or settled by"),
    )
    settled_at = models.DateTimeField(_("sent again or settled"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        indexes = [
            # Not partial: SQLite would not find by it one of several states.
            models.Index(fields=["state", "not_before"], name="mandates_message_to_send"),
        ]

    def __str__(self) -> str:
        return self.subject

    def reminded_of(self) -> list[int]:
        """The keys of the mandates that its digest reminds of, in the order in which they stand there."""
        notices = self.notices.exclude(key__startswith="change:").order_by("pk")
        return list(dict.fromkeys(notices.values_list("mandate", flat=True)))


class Notice(models.Model):
    """One thing told to one person. Its key names the fact or the step: the constraint is the promise "told once"."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="notices")
    key = models.CharField(max_length=80)  # "target:2008-12-15:7", "late:2008-12-15:2", "change:41"
    on = models.DateField(_("day"))
    message = models.ForeignKey(Message, models.PROTECT, related_name="notices")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint("recipient", "mandate", "key", name="mandates_notice_told_once")]

    def __str__(self) -> str:
        return self.key


class Run(models.Model):
    """One run of the notices: when it was by the machine's clock, for which day, how much it told."""

    on = models.DateField(_("day"))
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    messages = models.PositiveIntegerField(_("messages"), default=0)

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return str(self.on)
