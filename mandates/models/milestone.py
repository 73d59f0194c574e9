"""Steps on the way of a mandate or a document; they move with the session, unless confirmed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mandates.enums import MilestoneKind
from mandates.models.mandate import Mandate
from sessions.models import Document


class Milestone(models.Model):
    """A day by which a step should be taken; never the day of the text."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="milestones")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="milestones")
    kind = models.CharField(_("kind"), max_length=20, choices=MilestoneKind)
    title = models.CharField(_("step"), max_length=200, blank=True)
    on = models.DateField(_("day"), null=True, blank=True)
    is_confirmed = models.BooleanField(_("confirmed"), default=False)
    done_on = models.DateField(_("taken on"), null=True, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="mandates_milestone_of_one",
                condition=Q(mandate=None, document__isnull=False) | Q(mandate__isnull=False, document=None),
            )
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
