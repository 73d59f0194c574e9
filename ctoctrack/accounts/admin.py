"""The administration of people and units."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from simple_history.admin import SimpleHistoryAdmin

from ctoctrack.accounts.models import Absence, Administrator, Unit, UnitMembership, User
from ctoctrack.accounts.rules import is_administrator
from ctoctrack.lib.jobs import enqueue


class ForAdministrators:
    """Stands in the index for administrators; what they may do there, each model's permissions say."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(is_administrator(request.user))


class ReferenceModelAdmin(ForAdministrators, SimpleHistoryAdmin):
    """Reference data with its history."""


@admin.register(User)
class UserAdmin(ForAdministrators, admin.ModelAdmin):
    """People, without their passwords: a new person gets an invitation and chooses one."""

    list_display = ["name", "email", "language", "is_active", "last_login"]
    list_filter = ["is_active", "language"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "language", "is_active", "date_joined", "last_login"]
    readonly_fields = ["date_joined", "last_login"]
    actions = ["invite"]

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return self.fields if obj else ["name", "email", "language"]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            enqueue("mandates.send_invitation", obj.pk)
            messages.info(request, _("An invitation is on its way to the new person."))

    @admin.action(description=_("Send the invitation again"), permissions=["change"])
    def invite(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Those chosen who never chose a password, and may sign in, get an invitation."""
        people = [user for user in queryset if user.is_active and not user.has_usable_password()]
        for user in people:
            enqueue("mandates.send_invitation", user.pk)
        sentence = ngettext(
            "%(count)d invitation is on its way.", "%(count)d invitations are on their way.", len(people)
        )
        self.message_user(request, sentence % {"count": len(people)})


class UnitMembershipInline(admin.TabularInline):
    model = UnitMembership
    fields = ["user", "role", "since", "until"]
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(Unit)
class UnitAdmin(ReferenceModelAdmin):
    list_display = ["name", "parent"]
    search_fields = ["name"]
    inlines = [UnitMembershipInline]


@admin.register(UnitMembership)
class UnitMembershipAdmin(ReferenceModelAdmin):
    list_display = ["user", "unit", "role", "since", "until"]
    fields = ["user", "unit", "role", "since", "until"]
    list_filter = ["unit", "role"]
    search_fields = ["user__name", "user__email", "unit__name"]
    autocomplete_fields = ["user", "unit"]


@admin.register(Absence)
class AbsenceAdmin(ReferenceModelAdmin):
    list_display = ["person", "deputy", "since", "until"]
    fields = ["person", "deputy", "since", "until"]
    search_fields = ["person__name", "person__email", "deputy__name"]
    autocomplete_fields = ["person", "deputy"]


@admin.register(Administrator)
class AdministratorAdmin(ReferenceModelAdmin):
    list_display = ["user", "since", "until"]
    fields = ["user", "since", "until"]
    search_fields = ["user__name", "user__email"]
    autocomplete_fields = ["user"]
