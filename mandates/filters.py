"""The list of mandates, narrowed by what stands in the query string."""

import re
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ctoctrack.accounts.models import Unit, User
from ctoctrack.lib import dates
from mandates.enums import UNCONFIRMED, Ledger, Status
from mandates.models import Mandate
from sessions.models import Body, Decision, Session

STATES = [
    ("open", pgettext_lazy("mandates", "open")),
    ("closed", pgettext_lazy("mandates", "closed")),
    ("late", _("past their target")),
    ("overdue", _("overdue by the text")),
    ("soon", _("due within 30 days")),
    ("waiting", _("waiting for something")),
    ("stale", _("not touched for long")),
]
SORTS = {"reference": "sort_key", "status": "status", "owner": "owner__name"}


def owners(request: Any) -> QuerySet:
    """People who own a mandate that the reader sees."""
    return User.objects.filter(owned__in=Mandate.objects.visible_to(request.user)).distinct()


def groups(request: Any) -> QuerySet:
    """Bodies in whose field a mandate stands that the reader sees."""
    visible = Mandate.objects.visible_to(request.user).order_by()
    return Body.objects.filter(Q(pk__in=visible.values("group")) | Q(pk__in=visible.values("asked_body")))


class MandateFilter(filters.FilterSet):
    """Every filter of the list; unknown values are said in the form and filter nothing."""

    q = filters.CharFilter(label=_("Words or reference"), method="by_words")
    state = filters.ChoiceFilter(label=_("Where it stands"), choices=STATES, method="by_state", empty_label=_("Any"))
    status = filters.ChoiceFilter(
        label=_("Status"), choices=[c for c in Status.choices if c[0] not in UNCONFIRMED], empty_label=_("Any")
    )
    ledger = filters.ChoiceFilter(label=_("Ledger"), choices=Ledger.choices, empty_label=_("Any"))
    group = filters.ModelChoiceFilter(label=_("Group"), queryset=groups, method="by_group", empty_label=_("Any"))
    owner = filters.ChoiceFilter(label=_("Owner"), method="by_owner", empty_label=_("Anyone"))
    unit = filters.ModelChoiceFilter(label=_("Unit"), queryset=Unit.objects.all(), empty_label=_("Any"))
    body = filters.ModelChoiceFilter(
        label=_("Body"), queryset=Body.objects.conferences(), empty_label=_("Any"), field_name="body"
    )
    session = filters.ModelChoiceFilter(
        label=_("Adopted at"),
        queryset=Session.objects.exclude(decisions=None).select_related("body"),
        field_name="paragraph__decision__session",
        empty_label=_("Any"),
    )
    decision = filters.ModelChoiceFilter(
        label=_("Decision"),
        queryset=Decision.objects.select_related("body"),
        field_name="paragraph__decision",
        empty_label=_("Any"),
    )
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
        visible = Mandate.objects.visible_to(self.request.user)
        people = owners(self.request).values_list("pk", "name")
        self.filters["owner"].extra["choices"] = [
            ("me", _("me")),
            ("none", _("nobody")),
            *((str(pk), name) for pk, name in people),
        ]
        # Nobody chooses from what they may not see.
        narrowed = {
            "decision": Decision.objects.select_related("body").filter(paragraphs__mandates__in=visible).distinct(),
            "session": Session.objects.select_related("body")
            .filter(decisions__paragraphs__mandates__in=visible)
            .distinct(),
            "body": Body.objects.conferences().filter(mandates__in=visible).distinct(),
            "unit": Unit.objects.filter(mandates__in=visible).distinct(),
        }
        for name, queryset in narrowed.items():
            self.filters[name].extra["queryset"] = queryset
            self.filters[name].queryset = queryset

    def by_words(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Every word stands somewhere in what the search knows; "4/1(i)" finds "4/1 (i)"."""
        for word in re.sub(r"(?<=\w)\(", " (", value).split():
            queryset = queryset.filter(search_internal__icontains=word)
        return queryset

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        on = dates.today()
        states = {
            "open": lambda: queryset.open(),
            "closed": lambda: queryset.closed(),
            "late": lambda: queryset.late(on),
            "overdue": lambda: queryset.overdue(on),
            "soon": lambda: queryset.due_soon(on),
            "waiting": lambda: queryset.waiting(),
            "stale": lambda: queryset.stale(on),
        }
        return states[value]()

    def by_group(self, queryset: QuerySet, name: str, value: Body) -> QuerySet:
        return queryset.of_group(value)

    def by_owner(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == "me":
            return queryset.filter(owner=self.request.user)
        return queryset.filter(owner=None) if value == "none" else queryset.filter(owner=value)

    def by_verified(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(is_verified_independently=value == "second")


def sort(queryset: QuerySet, by: str) -> QuerySet:
    """The list in the order asked for; by what is due first where nothing, or something unknown, was asked."""
    field = SORTS.get(by.lstrip("-"))
    if field:
        return queryset.order_by(f"-{field}" if by.startswith("-") else field, "sort_key", "pk")
    ordered = queryset.by_what_is_due_first()
    return ordered.reverse() if by == "-due" else ordered
