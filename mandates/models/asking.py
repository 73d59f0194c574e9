"""An owner's wish to move the Secretariat's own day, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mandates.enums import Answer
from mandates.models.mandate import Mandate

PEOPLE = settings.AUTH_USER_MODEL


class TargetRequest(models.Model):
    """Somebody asks that the target be `new`; whoever sets targets grants or refuses it. One at a time waits."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="target_requests")
    new = models.DateField(_("new target"))
    reason = models.TextField(_("why"))
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    at = models.DateTimeField(_("asked"))
    answer = models.CharField(_("answer"), max_length=12, choices=Answer, blank=True)
    answered_by = models.ForeignKey(
        PEOPLE, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer_reason = models.TextField(_("why so"), blank=True)

    class Meta:
        verbose_name = _("request for another target")
        verbose_name_plural = _("requests for another target")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint("mandate", name="mandates_targetrequest_one_waits", condition=Q(answer=""))
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.new}"
