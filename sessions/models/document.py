"""Documents that a session has before it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from sessions.enums import DocumentClass
from sessions.models.session import AgendaItem, Session
from sessions.rules import can_read_internally, is_secretariat


class Document(RulesModel):
    """A paper for a session; one can answer many mandates."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="documents", verbose_name=_("session"))
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("agenda item"),
    )
    document_class = models.CharField(
        _("class"), max_length=20, choices=DocumentClass, default=DocumentClass.PRE_SESSION
    )
    symbol = models.CharField(_("symbol"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=500)
    also_before = models.ManyToManyField(
        Session, blank=True, related_name="documents_of_before", verbose_name=_("before these sessions too")
    )
    agenda = models.CharField(_("agenda items as printed"), max_length=80, blank=True)  # "2 (a), (c) and (h)"
    slot_on = models.DateField(_("slot"), null=True, blank=True)
    slot_confirmed = models.BooleanField(_("slot confirmed"), default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("owner"),
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["session", "symbol", "title"]
        rules_permissions = {"add": is_secretariat, "change": is_secretariat, "view": can_read_internally}
        constraints = [
            models.UniqueConstraint(
                "symbol",
                name="sessions_document_symbol",
                condition=~models.Q(symbol=""),
                violation_error_message=_("There is a document with this symbol."),
            )
        ]

    def __str__(self) -> str:
        return self.symbol or self.title
