"""The list of mandates, narrowed by what stands in the query string."""

import re
from collections.abc import Iterable
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ctoctrack.lib import dates
from mandates.enums import UNCONFIRMED, Ledger, Status, WaitingFor
from mandates.models import Mandate
from mandates.querysets import UNASSIGNED, MandateQuerySet
from sessions.models import Body, Decision

STATES = [
    ("open", pgettext_lazy("mandates", "open")),
    ("closed", pgettext_lazy("mandates", "closed")),
    ("late", _("past their target")),
    ("overdue", _("overdue by the text")),
    ("soon", _("due within 30 days")),
    ("waiting", _("waiting for something")),
    ("moving", _("open, waiting for nothing")),
    ("stale", _("not touched for long")),
]
SORTS = {"reference": "sort_key", "status": "status", "owner": "owner__name"}


def choices_of(visible: MandateQuerySet) -> dict[str, list[tuple[Any, Any]]]:
    """What the mandates hold, as choices by filter, in three queries."""
    visible = visible.order_by()
    people = visible.values_list("owner", "owner__name", "unit", "unit__name").distinct()
    owners = {(owner, name) for owner, name, _unit, _its_name in people if owner}
    units = {(unit, name) for _owner, _its_name, unit, name in people if unit}
    groups = Body.objects.filter(Q(pk__in=visible.values("group")) | Q(pk__in=visible.values("asked_body")))
    decisions = list(
        Decision.objects.filter(pk__in=visible.values("paragraph__decision"))
        .select_related("body", "session__body")
        .order_by("body", "position")
    )
    bodies = {decision.body_id: decision.body for decision in decisions}
    sessions = {decision.session_id: decision.session for decision in decisions if decision.session}

    def named(thing: Any) -> str:
        """With its body, where there are several: each has a third session."""
        return f"{thing} · {thing.body}" if len(bodies) > 1 else str(thing)

    def by_name(found: Iterable[tuple[int, str]]) -> list[tuple[Any, Any]]:
        return sorted(found, key=lambda choice: choice[1])

    return {
        "owner": [("me", _("me")), ("none", _("nobody")), *by_name(owners)],
        "unit": by_name(units),
        "group": [(group.pk, str(group)) for group in groups],
        "body": by_name((pk, str(body)) for pk, body in bodies.items()),
        "session": [(pk, named(session)) for pk, session in sessions.items()],
        "decision": [(decision.pk, named(decision)) for decision in decisions],
    }


class MandateFilter(filters.FilterSet):
    """Every filter of the list; unknown values are said in the form and filter nothing.

    Nobody chooses from what they may not see: the choices are what the mandates hold that the reader sees.
    """

    q = filters.CharFilter(label=_("Words or reference"), method="by_words")
    state = filters.ChoiceFilter(label=_("Where it stands"), choices=STATES, method="by_state", empty_label=_("Any"))
    status = filters.ChoiceFilter(
        label=_("Status"), choices=[c for c in Status.choices if c[0] not in UNCONFIRMED], empty_label=_("Any")
    )
    ledger = filters.ChoiceFilter(label=_("Ledger"), choices=Ledger.choices, empty_label=_("Any"))
    group = filters.ChoiceFilter(label=_("Group"), method="by_group", empty_label=_("Any"))
    owner = filters.ChoiceFilter(label=_("Owner"), method="by_owner", empty_label=_("Anyone"))
    unit = filters.ChoiceFilter(label=_("Unit"), empty_label=_("Any"))
    body = filters.ChoiceFilter(label=_("Body"), empty_label=_("Any"))
    session = filters.ChoiceFilter(
        label=_("Adopted at"), field_name="paragraph__decision__session", empty_label=_("Any")
    )
    decision = filters.ChoiceFilter(label=_("Decision"), field_name="paragraph__decision", empty_label=_("Any"))
    due_before = filters.DateFilter(
        label=_("Due before"),
        field_name="due_on",
        lookup_expr="lt",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    verified = filters.ChoiceFilter(
        label=_("Verified"),
        choices=[("alone", _("without a second person")), ("second", _("by a second person"))],
        method="by_verified",
        empty_label=_("Any"),
    )

    class Meta:
        model = Mandate
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in choices_of(Mandate.objects.visible_to(self.request.user).confirmed()).items():
            self.filters[name].extra["choices"] = choices

    def by_words(self, queryset: MandateQuerySet, name: str, value: str) -> MandateQuerySet:
        """Every word stands somewhere in what the search knows; "4/1(i)" finds "4/1 (i)"."""
        for word in re.sub(r"(?<=\w)\(", " (", value).split():
            queryset = queryset.filter(search_internal__icontains=word)
        return queryset

    def by_state(self, queryset: MandateQuerySet, name: str, value: str) -> MandateQuerySet:
        on = dates.today()
        states = {
            "open": lambda: queryset.open(),
            "closed": lambda: queryset.closed(),
            "late": lambda: queryset.late(on),
            "overdue": lambda: queryset.overdue(on),
            "soon": lambda: queryset.due_soon(on),
            "waiting": lambda: queryset.waiting(),
            "moving": lambda: queryset.open().filter(waiting_for=WaitingFor.NOTHING),
            "stale": lambda: queryset.stale(on),
        }
        return states[value]()

    def by_group(self, queryset: MandateQuerySet, name: str, value: str) -> MandateQuerySet:
        return queryset.of_group(value)

    def by_owner(self, queryset: MandateQuerySet, name: str, value: str) -> MandateQuerySet:
        if value == "me":
            return queryset.filter(owner=self.request.user)
        return queryset.filter(UNASSIGNED) if value == "none" else queryset.filter(owner=value)

    def by_verified(self, queryset: MandateQuerySet, name: str, value: str) -> MandateQuerySet:
        return queryset.filter(is_verified_independently=value == "second")


def sort(queryset: MandateQuerySet, by: str) -> MandateQuerySet:
    """The list in the order asked for; by what is due first where nothing, or something unknown, was asked."""
    field = SORTS.get(by.lstrip("-"))
    if field:
        return queryset.order_by(f"-{field}" if by.startswith("-") else field, "sort_key", "pk")
    ordered = queryset.by_what_is_due_first()
    return ordered.reverse() if by == "-due" else ordered
