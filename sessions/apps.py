from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SessionsConfig(AppConfig):
    """A label of its own: django.contrib.sessions has the name already."""

    name = "sessions"
    label = "ctoc_sessions"
    verbose_name = _("Bodies, sessions, decisions")
