"""The addresses. Those of mandates come last: a body's short name is the first word of its pages."""

from django.contrib import admin
from django.urls import include, path

from ctoctrack.accounts.views import admin_sign_in

urlpatterns = [
    path("accounts/", include("ctoctrack.accounts.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/login/", admin_sign_in),
    path("admin/", admin.site.urls),
    path("", include("sessions.urls")),
    path("", include("mandates.urls")),
]
