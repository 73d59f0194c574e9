"""A spreadsheet of mandates on its way in: checked first, then imported whole or not at all."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rules.contrib.models import RulesModel

from mandates.enums import SpreadsheetState
from sessions.models import Body
from sessions.rules import is_secretariat


class Spreadsheet(RulesModel):
    """A file with the columns of the status table, as it was uploaded.

    `agreed` is the hash of what the person saw that it would change; `outcome` holds numbers once it was imported,
    or why it was not: {"made": 3, "changed": 2, "unchanged": 95} or {"code": "changed_since"}.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="spreadsheets", verbose_name=_("body"))
    file = models.FileField(_("file"), upload_to="spreadsheets/", max_length=200)
    original_name = models.CharField(_("name of the file"), max_length=255)
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)  # of a workbook; "" is its first
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    state = models.CharField(_("state"), max_length=12, choices=SpreadsheetState, default=SpreadsheetState.CHECKED)
    state_since = models.DateTimeField(_("state since"))
    agreed = models.CharField(max_length=64, blank=True, editable=False)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("imported by")
    )
    outcome = models.JSONField(_("what became of it"), null=True, blank=True)

    class Meta:
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")
        ordering = ["-uploaded_at"]
        rules_permissions = {"add": is_secretariat, "view": is_secretariat, "import": is_secretariat}

    def __str__(self) -> str:
        return self.original_name

    def get_absolute_url(self) -> str:
        return reverse("mandates:spreadsheet", args=[self.pk])
