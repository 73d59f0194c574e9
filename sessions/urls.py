"""Addresses of reports."""

from django.urls import path

from sessions.views import reports

app_name = "sessions"
urlpatterns = [
    path("reports/", reports.reports, name="reports"),
    path("reports/new/", reports.new_report, name="report-new"),
]
