"""What the secretariat of a body released to whom, and what it took back."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mandates.enums import Level, Status
from mandates.models.mandate import Mandate
from mandates.models.progress import Update
from mandates.querysets import ReleaseQuerySet

PEOPLE = settings.AUTH_USER_MODEL
LEVELS = [choice for choice in Level.choices if choice[0] != Level.INTERNAL]


class Release(models.Model):
    """A line, a status, or both, that readers of a level may read from its day on. A correction is a new release.

    Withdrawal needs two people: one asks with a reason, another grants. The row stays as a tombstone.
    """

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="releases")
    level = models.CharField(_("level"), max_length=20, choices=LEVELS, default=Level.DELEGATIONS)
    text = models.TextField(_("line"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.TEXT_LANGUAGES, default="en")
    status = models.CharField(_("status"), max_length=20, choices=Status, blank=True)
    update = models.ForeignKey(
        Update,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
        verbose_name=_("from the update"),
    )
    released_by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("released by"))
    released_at = models.DateTimeField(_("released"))
    withdrawal_asked_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_asked_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(_("why it is withdrawn"), blank=True)
    withdrawn_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-released_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="mandates_release_says_something", condition=~Q(text="", status="")),
            models.CheckConstraint(
                name="mandates_release_two_people",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, withdrawal_asked_by__isnull=False)
                    & ~Q(withdrawn_by=F("withdrawal_asked_by"))
                ),
            ),
        ]
        indexes = [models.Index(fields=["mandate", "-released_at"], name="mandates_release_latest")]

    def __str__(self) -> str:
        return self.text[:80] or self.get_status_display()
