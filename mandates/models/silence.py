"""What a person does not want to hear of for a while."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mandates.models.mandate import Mandate


class Silence(models.Model):
    """Reminders of one mandate stay away from one person up to and on the day `until`.

    Acknowledged or snoozed: the day itself and the first step late are told all the same.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="silences")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="silences")
    until = models.DateField(_("silent until"))
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("silence")
        verbose_name_plural = _("silences")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint("person", "mandate", name="mandates_silence_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.mandate}, {self.until}"
