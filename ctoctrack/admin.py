"""The administration of reference data: bodies, sessions, people, units. Mandates are not changed here."""

from django.apps import apps
from django.contrib.admin import AdminSite, site
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ReferenceAdmin(AdminSite):
    site_title = site_header = _("ctoctrack: reference data")
    index_title = _("Reference data")
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        """Administrators alone; everybody else meets the sign-in."""
        return request.user.is_active and getattr(request.user, "is_staff", False)


class ReferenceAdminConfig(AdminConfig):
    default_site = "ctoctrack.admin.ReferenceAdmin"

    def ready(self) -> None:
        """Django's own groups of people are left out: roles are memberships here, and no rule asks for such a group."""
        super().ready()
        site.unregister(apps.get_model("auth", "Group"))
