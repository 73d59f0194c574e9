"""Administration of bodies, delegations and memberships. Sessions' days are changed by an action alone."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ctoctrack.accounts.admin import ReferenceModelAdmin
from sessions.models import AgendaItem, Body, Delegation, Membership, Session


@admin.register(Body)
class BodyAdmin(ReferenceModelAdmin):
    list_display = ["name", "slug", "kind", "parent", "is_open"]
    list_filter = ["kind"]
    search_fields = ["name", "short_name", "slug"]


class AgendaItems(admin.TabularInline):
    model = AgendaItem
    extra = 0


@admin.register(Session)
class SessionAdmin(ReferenceModelAdmin):
    """Days, number and body stay as they are: mandates hang on them. New sessions are added on the page of sessions."""

    list_display = ["__str__", "body", "starts_on", "ends_on", "is_cancelled"]
    list_filter = ["body"]
    readonly_fields = ["body", "kind", "ordinal", "part", "starts_on", "ends_on", "is_cancelled"]
    inlines = [AgendaItems]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Delegation)
class DelegationAdmin(ReferenceModelAdmin):
    list_display = ["__str__", "body", "kind"]
    list_filter = ["body", "kind"]


@admin.register(Membership)
class MembershipAdmin(ReferenceModelAdmin):
    list_display = ["user", "role", "body", "delegation", "since", "until"]
    list_filter = ["body", "role"]
    autocomplete_fields = ["user"]
    search_fields = ["user__name", "user__email", "note"]
