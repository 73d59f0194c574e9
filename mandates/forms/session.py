"""A session that is new to the calendar."""

import itertools
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from sessions.enums import SessionKind
from sessions.models import Session


class SessionForm(forms.ModelForm):
    """A session or meeting new to the calendar, dated or not. Its address is made of body and number, or name."""

    class Meta:
        model = Session
        fields = ["body", "kind", "ordinal", "part", "name", "place", "starts_on", "ends_on"]
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}),
            "ends_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, bodies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = forms.ModelChoiceField(bodies, label=_("Body"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == SessionKind.ORDINARY and not data.get("ordinal"):
            self.add_error("ordinal", _("An ordinary session has a number: deadlines name it by that."))
        elif not data.get("ordinal") and not data.get("name"):
            self.add_error("name", _("Give it a number or a name."))
        first, last = data.get("starts_on"), data.get("ends_on")
        if bool(first) != bool(last) or (first and last and last < first):
            self.add_error("ends_on", _("Give both days, the last not before the first, or neither."))
        if not self.errors:
            self.instance.slug = self._slug(data)
        return data

    def _slug(self, data: dict[str, Any]) -> str:
        words = f"{data['body'].slug} {data['ordinal'] or data['name']} {data['part']}"
        slug = slugify(words)[:70].strip("-")
        taken = set(Session.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
        names = itertools.chain([slug], (f"{slug}-{number}" for number in itertools.count(2)))
        return next(name for name in names if name not in taken)
