"""What looks as if a new request repeated, renewed or overtook an open mandate, and what a person said of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mandates.enums import RepeatState
from mandates.models.mandate import Mandate


class Repeat(models.Model):
    """A pair that was found when `later` was proposed: offered until somebody links, supersedes or ignores it.

    `why` says how it was found: {"code": "words", "words": [...]} or {"code": "cited", "reference": "decision 4/1"}.
    `before` is where `earlier` stood when it was superseded, so that an undo can lead back there.
    """

    later = models.ForeignKey(Mandate, models.CASCADE, related_name="repeats", verbose_name=_("new request"))
    earlier = models.ForeignKey(Mandate, models.CASCADE, related_name="repeated_by", verbose_name=_("open mandate"))
    why = models.JSONField(_("how it was found"))
    likeness = models.PositiveSmallIntegerField(_("likeness of the words"), default=0)  # in hundredths
    state = models.CharField(_("state"), max_length=12, choices=RepeatState, default=RepeatState.OFFERED)
    before = models.JSONField(default=dict, blank=True)  # {"status", "waiting_for", "waiting_basis"}
    found_at = models.DateTimeField(_("found"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("repeated request")
        verbose_name_plural = _("repeated requests")
        ordering = ["later__sort_key", "-likeness", "pk"]
        constraints = [models.UniqueConstraint("later", "earlier", name="mandates_repeat_once")]

    def __str__(self) -> str:
        return f"{self.later} → {self.earlier}"
