"""What a list is filtered by, each filter as something that can be taken away."""

import datetime as dt
from typing import Any

from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.utils.formats import localize

from ctoctrack.lib import written


def chips_of(form: BaseForm, query: QueryDict) -> list[dict[str, Any]]:
    """Label, value in words and the query without it, of each filter of a bound GET form that is set."""
    if not form.is_bound:
        return []
    form.is_valid()  # what cannot be read filters nothing and is no chip
    return [
        {"label": bound.label, "value": _in_words(bound, value), "url": f"?{_without(query, bound.html_name)}"}
        for bound in form
        if not bound.is_hidden and _is_set(value := form.cleaned_data.get(bound.name))
    ]


def _is_set(value: Any) -> bool:
    return value not in (None, "", False, [], ()) and not (_is_many(value) and not value)


def _is_many(value: Any) -> bool:
    """Several were chosen: a list of codes, or a queryset."""
    return isinstance(value, list | tuple) or hasattr(value, "exists")


def _without(query: QueryDict, name: str) -> str:
    """The query without the filter, and on the first page: the third page of more rows is another one."""
    left = query.copy()
    for gone in (name, "page"):
        left.pop(gone, None)
    return left.urlencode()


def _in_words(bound: BoundField, value: Any) -> str:
    """The words that the person chose; none for a box that was ticked, whose label says it all."""
    if value is True:
        return ""
    if isinstance(value, dt.date):
        return written.day(value)
    choices = getattr(bound.field, "choices", ())
    labels = {str(key): label for key, label in choices if not isinstance(label, list | tuple)}
    chosen = value if _is_many(value) else [value]
    return ", ".join(str(labels.get(str(getattr(one, "pk", one)), localize(one))) for one in chosen)
