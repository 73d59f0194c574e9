"""Administration of the names of addressees. Mandates are not changed here."""

from django.contrib import admin

from ctoctrack.accounts.admin import ForAdministrators
from mandates.models import Party


@admin.register(Party)
class PartyAdmin(ForAdministrators, admin.ModelAdmin):
    list_display = ["name", "body", "ledger", "asked_body"]
    list_filter = ["body", "ledger"]
    search_fields = ["name"]
