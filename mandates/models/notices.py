"""The outbox, the ledger of what was told, and the runs. Imported by `mandates.notices` alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mandates.enums import MessageKind, MessageState
from mandates.models.mandate import Mandate


class Message(models.Model):
    """One mail: what is to be sent to whom, and what became of it.

    The outbox keeps what was said with each secret link as [link]; of password resets and invitations the envelope
    alone, their words are made at delivery.
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
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(_("written"))
    state = models.CharField(
        pgettext_lazy("mail", "state"), max_length=20, choices=MessageState, default=MessageState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    not_before = models.DateTimeField(_("not before"), null=True, blank=True)
    claimed_at = models.DateTimeField(_("sending since"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answer = models.TextField(_("answer of the server"), blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["state", "not_before"],
                name="mandates_message_to_send",
                condition=Q(state__in=["queued", "sending"]),
            )
        ]

    def __str__(self) -> str:
        return self.subject


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
