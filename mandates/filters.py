"""The list of mandates, narrowed by what stands in the query string."""

import re
from collections.abc import Iterable
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import F
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ctoctrack.lib import dates
from mandates.enums import UNCONFIRMED, Ledger, Status, WaitingFor
from mandates.models import Mandate
from mandates.numbers import kept
from mandates.querysets import UNASSIGNED, MandateQuerySet
from sessions.models import Body, Decision, Session

STATES = [
    ("open", pgettext_lazy("mandates", "open")),
    ("closed", pgettext_lazy("mandates", "closed")),
    ("late", _("past their target")),
    ("overdue", _("overdue by the text")),
    ("soon", _("due within 30 days")),
    ("waiting", _("waiting for something")),
    ("moving", _("open, waiting for nothing")),
    ("stale", _("not touched for long")),
    ("wished", _("with a wish for another target")),
]
DECISIONS = 200  # that can be chosen; a link may name any
SORTS = {"reference": "sort_key", "status": "status", "owner": "owner__name"}


def choices_of(visible: MandateQuerySet) -> dict[str, list[tuple[Any, Any]]]:
    """What the mandates hold, as choices by filter, in four queries; of decisions the latest, to be read at all."""
    visible = visible.order_by()
    people = list(visible.values_list("owner", "owner__name", "unit", "unit__name").distinct())
    owners = {(owner, name) for owner, name, _unit, _its_name in people if owner}
    units = {(unit, name) for _owner, _its_name, unit, name in people if unit}
    held = set(visible.values_list("body", "group", "asked_body").distinct())
    adopting = {body for body, _group, _asked in held}
    groups = {group for _body, *asked in held for group in asked if group}
    bodies = {body.pk: body for body in Body.objects.filter(pk__in=adopting | groups)}
    decisions = Decision.objects.filter(pk__in=visible.values("paragraph__decision")).select_related("session__body")
    latest = list(decisions.order_by(F("adopted_on").desc(nulls_last=True), "-session", "-position")[:DECISIONS])
    latest.sort(key=lambda decision: (str(bodies[decision.body_id]), decision.session_id or 0, decision.position))
    sessions = Session.objects.filter(decisions__in=decisions.order_by()).select_related("body").distinct()

    def named(thing: Any) -> str:
        """With its body, where there are several: each has a third session."""
        return f"{thing} · {bodies[thing.body_id]}" if len(adopting) > 1 else str(thing)

    def by_name(found: Iterable[tuple[int, str]]) -> list[tuple[Any, Any]]:
        return sorted(found, key=lambda choice: choice[1])

    return {
        "owner": by_name(owners),
        "unit": by_name(units),
        "group": [(pk, str(body)) for pk, body in bodies.items() if pk in groups],
        "body": by_name((pk, str(body)) for pk, body in bodies.items() if pk in adopting),
        "session": [(session.pk, named(session)) for session in sessions],
        "decision": [(decision.pk, named(decision)) for decision in latest],
    }


class PlainSelect(forms.Select):
    """A select that is written at once: Django renders a template for each of its hundreds of options."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(each) for each in self.format_value(value)}
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if str(key) in chosen else "", label) for key, label in self.choices),
        )
        return format_html("<select{}>\n{}\n</select>", flatatt({"name": name, **(attrs or {})}), options)


class MandateFilter(filters.FilterSet):
    """Every filter of the list; unknown values are said in the form and filter nothing.

    Nobody chooses from what they may not see: the choices are what the mandates hold that the reader sees.
    """

    q = filters.CharFilter(label=_("Words or reference"), method="by_words")
    state = filters.ChoiceFilter(
        label=_("Where it stands"), choices=STATES, method="by_state", empty_label=_("Any"), widget=PlainSelect
    )
    status = filters.ChoiceFilter(
        label=_("Status"),
        choices=[c for c in Status.choices if c[0] not in UNCONFIRMED],
        empty_label=_("Any"),
        widget=PlainSelect,
    )
    ledger = filters.ChoiceFilter(label=_("Ledger"), choices=Ledger.choices, empty_label=_("Any"), widget=PlainSelect)
    group = filters.ChoiceFilter(label=_("Group"), method="by_group", empty_label=_("Any"), widget=PlainSelect)
    owner = filters.ChoiceFilter(label=_("Owner"), method="by_owner", empty_label=_("Anyone"), widget=PlainSelect)
    unit = filters.ChoiceFilter(label=_("Unit"), empty_label=_("Any"), widget=PlainSelect)
    body = filters.ChoiceFilter(label=_("Body"), empty_label=_("Any"), widget=PlainSelect)
    session = filters.ChoiceFilter(
        label=_("Adopted at"), field_name="paragraph__decision__session", empty_label=_("Any"), widget=PlainSelect
    )
    decision = filters.ChoiceFilter(
        label=_("Decision"), field_name="paragraph__decision", empty_label=_("Any"), widget=PlainSelect
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
        widget=PlainSelect,
    )

    class Meta:
        model = Mandate
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        visible = Mandate.objects.visible_to(self.request.user).confirmed()
        choices = kept("choices", self.request.user, dates.today(), lambda: choices_of(visible))
        for name, found in choices.items():
            self.filters[name].extra["choices"] = found
        self.filters["owner"].extra["choices"] = [("me", _("me")), ("none", _("nobody")), *choices["owner"]]
        self.filters["decision"].extra["choices"] = [*choices["decision"], *self.older(choices["decision"], visible)]

    def older(self, latest: list[tuple[Any, Any]], visible: MandateQuerySet) -> list[tuple[Any, Any]]:
        """The decision that is asked for, where it is none of the latest."""
        asked = str(self.data.get("decision", ""))
        if not asked.isdecimal() or int(asked) in dict(latest):
            return []
        return [
            (decision.pk, str(decision))
            for decision in Decision.objects.filter(pk=asked, paragraphs__mandates__in=visible)[:1]
        ]

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
            "wished": lambda: queryset.wished_otherwise(),
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
