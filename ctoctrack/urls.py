"""The addresses. Those of mandates come last: a body's short name is the first word of its pages."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from ctoctrack.accounts.views import admin_sign_in

urlpatterns = [
    path("accounts/", include("ctoctrack.accounts.urls")),
    path("i18n/setlang/", require_POST(set_language), name="set_language"),
    path("admin/login/", admin_sign_in),
    path("admin/", admin.site.urls),
    path("", include("sessions.urls")),
    path("", include("mandates.urls")),
]
