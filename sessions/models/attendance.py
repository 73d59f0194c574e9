"""Who took part in a session: States and organizations. No person is ever stored."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sessions import states
from sessions.enums import AttendedAs
from sessions.models.session import Session


class Attendance(models.Model):
    """A State or an organization that took part in a session, under the name that the report prints."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendance", verbose_name=_("session"))
    attended_as = models.CharField(_("took part as"), max_length=20, choices=AttendedAs)
    state = models.CharField(pgettext_lazy("country", "State"), max_length=3, blank=True, choices=states.choices)
    name = models.CharField(_("name"), max_length=300)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["session", "position"]
        constraints = [models.UniqueConstraint("session", "attended_as", "name", name="sessions_attendance_once")]

    def __str__(self) -> str:
        return self.name
