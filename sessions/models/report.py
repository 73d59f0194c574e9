"""Reports as they were uploaded, and what was read in them."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from sessions.enums import FileKind, ReportState
from sessions.models.body import Body
from sessions.models.session import Session
from sessions.rules import can_read_internally, is_secretariat


class Report(RulesModel):
    """A file with the decisions of a session. The same file again is the same report."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="reports", verbose_name=_("body"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("session")
    )
    file = models.FileField(_("file"), upload_to="reports/", max_length=200)
    original_name = models.CharField(_("name of the file"), max_length=255)
    sha256 = models.CharField(_("hash"), max_length=64, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    state = models.CharField(_("state"), max_length=20, choices=ReportState, default=ReportState.WAITING)
    state_since = models.DateTimeField(_("state since"))
    failure = models.JSONField(_("why it could not be read"), null=True, blank=True)  # {"code": str, "params": {}}

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-uploaded_at"]
        rules_permissions = {"add": is_secretariat, "view": can_read_internally, "review": is_secretariat}
        constraints = [
            models.UniqueConstraint(
                "body",
                "sha256",
                name="sessions_report_once",
                violation_error_message=_("This file was imported already."),
            )
        ]

    def __str__(self) -> str:
        return self.original_name

    def get_absolute_url(self) -> str:
        return reverse("mandates:review", args=[self.pk])

    @property
    def leaves_drafts(self) -> bool:
        """Does the body have drafts of other files of which nothing has come yet?"""
        drafts = self.body.decisions.filter(version="draft").exclude(report=self)
        return drafts.exclude(successors__answer="taken").exists()


class Reading(models.Model):
    """What the reader found in a report: its account and findings. The texts stand in decisions."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="readings", verbose_name=_("report"))
    made_at = models.DateTimeField(_("read"))
    version = models.CharField(_("version of the reader"), max_length=20)
    account = models.JSONField(_("account of the lines"))  # {"lines": int, "in_decisions": int, "unplaced": int}
    findings = models.JSONField(_("findings"))  # [{"level", "code", "line", "params"}]
    kind = models.CharField(_("kind of text"), max_length=20, choices=FileKind, default=FileKind.REPORT)
    symbol = models.CharField(_("document symbol"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en", blank=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-made_at"]
        get_latest_by = "made_at"

    def __str__(self) -> str:
        return f"{self.report}, {self.made_at:%Y-%m-%d}"
