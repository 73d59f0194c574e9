"""What every page knows: the day, who is looking, where they may go.

Who is looking is asked of the database only where a template wants to know it, in a constant number of queries.
"""

from functools import cache, cached_property
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ctoctrack.accounts.rules import units_of
from ctoctrack.lib import dates
from sessions import rules


class Roles:
    """The roles that a person holds today, in whatever body."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def is_secretariat(self) -> bool:
        return bool(rules.is_secretariat(self.user))

    @cached_property
    def is_auditor(self) -> bool:
        return bool(rules.is_auditor(self.user))

    @cached_property
    def is_officer(self) -> bool:
        """Works in a unit of the office."""
        return bool(units_of(self.user))

    @cached_property
    def is_administrator(self) -> bool:
        return bool(rules.is_administrator(self.user))

    @cached_property
    def works_inside(self) -> bool:
        """Has internal pages at all."""
        return self.is_secretariat or self.is_auditor or self.is_officer


class Entry(NamedTuple):
    """A page of the navigation: for whom it is, and the pages that belong under it."""

    label: Promise
    view: str
    roles: tuple[str, ...]
    below: tuple[str, ...] = ()


SECRETARIAT = ("is_secretariat", "is_auditor")
INSIDE = ("works_inside",)
ENTRIES = (
    Entry(_("Overview"), "mandates:overview", SECRETARIAT),
    Entry(_("My mandates"), "mandates:mine", ("is_officer",)),
    Entry(_("Groups"), "mandates:groups", INSIDE, ("mandates:group",)),
    Entry(_("Mandates"), "mandates:list", INSIDE, ("mandates:detail", "mandates:search")),
    Entry(
        _("Sessions"),
        "mandates:sessions",
        SECRETARIAT,
        ("mandates:session", "mandates:decision", "mandates:paragraph"),
    ),
    Entry(_("Reports"), "sessions:reports", SECRETARIAT, ("sessions:report-new", "mandates:review")),
    Entry(_("Release"), "mandates:release", ("is_secretariat",)),
    Entry(_("Outbox"), "mandates:outbox", (*SECRETARIAT, "is_administrator"), ("mandates:message",)),
    Entry(_("Health"), "mandates:health", ("is_administrator",)),
    Entry(_("Administration"), "admin:index", ("is_administrator",)),
)
PROGRESS = Entry(_("Progress"), "mandates:progress", ())


def navigation(request: HttpRequest, roles: Roles) -> list[tuple[str, Promise, str]]:
    """Address, label and `aria-current` ("page", "true" for a page below it, or nothing) of each page of the person."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    entries = [entry for entry in ENTRIES if any(getattr(roles, role) for role in entry.roles)]

    def current(entry: Entry) -> str:
        if here == entry.view:
            return "page"
        if entry is PROGRESS:
            return "true" if here.startswith("mandates:progress") else ""
        return "true" if here in entry.below else ""

    return [(reverse(entry.view), entry.label, current(entry)) for entry in [*entries, PROGRESS]]


def house(request: HttpRequest) -> dict[str, Any]:
    """Day, moment, roles, navigation and version, for every template that is rendered for a request."""
    user = getattr(request, "user", None)
    roles = Roles(user) if user is not None else None
    return {
        "today": dates.today(),
        "now": dates.now(),
        "demonstration_day": settings.DEMONSTRATION_DAY,
        "version": settings.VERSION,
        "roles": roles,
        "navigation": cache(lambda: navigation(request, roles) if roles else []),
    }
