"""Financial statements: what the paragraphs of a draft would cost, and which adopted paragraph each became.

A statement hangs on a draft. Nothing of it is said of an adopted paragraph before a person has mapped it there.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from sessions.enums import Bearing, Fate
from sessions.models.body import Body
from sessions.models.decision import Decision, Paragraph
from sessions.models.report import Report
from sessions.models.session import Session
from sessions.querysets import MappingQuerySet
from sessions.rules import can_read_internally, is_secretariat

PEOPLE = settings.AUTH_USER_MODEL


class FinancialStatement(RulesModel):
    """A statement on one draft, from an annex of a report."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="statements", verbose_name=_("body"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="statements", verbose_name=_("session")
    )
    report = models.ForeignKey(Report, models.PROTECT, related_name="statements", verbose_name=_("report"))
    draft = models.CharField(_("symbol of the draft"), max_length=80)
    annex = models.CharField(_("annex of the report"), max_length=10, blank=True)
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("decision that the draft became"),
    )
    position = models.PositiveSmallIntegerField(_("place in the report"), default=0)

    class Meta:
        verbose_name = _("financial statement")
        verbose_name_plural = _("financial statements")
        ordering = ["report", "position"]
        rules_permissions = {"view": can_read_internally, "map": is_secretariat}
        constraints = [models.UniqueConstraint("body", "draft", name="sessions_statement_draft")]

    def __str__(self) -> str:
        return self.draft


class StatedParagraph(models.Model):
    """What a statement says of one paragraph of the draft; without a label, of the draft as a whole."""

    statement = models.ForeignKey(FinancialStatement, models.PROTECT, related_name="paragraphs")
    label = models.CharField(_("paragraph of the draft"), max_length=40, blank=True)
    words = models.TextField(_("words of the draft"), blank=True)
    bearing = models.CharField(_("what it says of costs"), max_length=20, choices=Bearing, blank=True)
    # [{"currency": ISO 4217, "amount": int, "purpose": as read, "period": "2008-2009"}]
    amounts = models.JSONField(_("amounts"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("paragraph of a financial statement")
        verbose_name_plural = _("paragraphs of financial statements")
        ordering = ["statement", "position"]
        constraints = [models.UniqueConstraint("statement", "label", name="sessions_statedparagraph_once")]

    def __str__(self) -> str:
        if not self.label:
            return gettext("%(draft)s as a whole") % {"draft": self.statement.draft}
        return gettext("%(draft)s, para. %(label)s") % {"draft": self.statement.draft, "label": self.label}

    @property
    def mapping(self) -> "Mapping | None":
        """What a person said became of it; None while nobody has. Reads `mappings`, prefetched."""
        rows: list[Any] = [row for row in self.mappings.all() if row.taken_back_at is None]
        return rows[0] if rows else None


class Mapping(models.Model):
    """A person said what became of a paragraph of a draft. Undone, it stays as a fact with who undid it when."""

    stated = models.ForeignKey(StatedParagraph, models.PROTECT, related_name="mappings")
    fate = models.CharField(pgettext_lazy("of a draft's paragraph", "what became of it"), max_length=20, choices=Fate)
    paragraph = models.ForeignKey(
        Paragraph,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mappings",
        verbose_name=_("adopted paragraph"),
    )
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"))
    taken_back_by = models.ForeignKey(
        PEOPLE, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    taken_back_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = MappingQuerySet.as_manager()

    class Meta:
        verbose_name = _("mapping of a financial statement")
        verbose_name_plural = _("mappings of financial statements")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "stated", name="sessions_mapping_in_force", condition=Q(taken_back_at__isnull=True)
            ),
            models.CheckConstraint(
                name="sessions_mapping_paragraph",
                condition=Q(fate=Fate.NOT_ADOPTED, paragraph=None)
                | (~Q(fate=Fate.NOT_ADOPTED) & Q(paragraph__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stated}: {self.get_fate_display()}"
