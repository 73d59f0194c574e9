"""What was read of a mandate, as a person corrects it: each part of the deadline in words of everyday."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mandates.actions.correcting import NO_DEADLINE, Seen, seen_of
from mandates.enums import ActionType, DeadlineKind, Funding, Ledger, Relation
from mandates.models import Mandate

VERBS = (
    *("request", "decide", "urge", "invite", "encourage", "call upon", "recommend", "instruct", "authorize", "shall"),
    *("appeal to", "ask", "direct", "mandate", "agree", "exhort", "entrust", "task", "should", "must"),
)
PARTS = [("", _("the whole session")), ("resumed", _("the resumed session"))]
RELATIONS = [
    ("", "–"),
    (Relation.AT, _("at the session: by its last day")),
    (Relation.DURING, _("during the session: by its last day")),
    (Relation.BY, _("by the session: on the day it opens")),
    (Relation.BEFORE, _("before the session: the day before it opens")),
    (Relation.AFTER, _("after the session")),
]
UNITS = [("D", _("days")), ("W", _("weeks")), ("M", _("months")), ("Y", _("years"))]
RHYTHMS = [
    ("", pgettext_lazy("how often", "regularly, the text does not say how often")),
    ("session", pgettext_lazy("how often", "at each session")),
    *UNITS,
]
# Which parts of a deadline each kind has; the others are left empty.
OF_KIND = {
    DeadlineKind.NONE: (),
    DeadlineKind.DATE: ("text", "date", "start", "relation", "offset"),
    DeadlineKind.SESSION: ("text", "ordinal", "part", "relation", "offset"),
    DeadlineKind.RECURRING: ("text", "date", "start", "relation", "offset", "every"),
    DeadlineKind.ONGOING: ("text", "date", "start"),
    DeadlineKind.ON_REQUEST: ("text",),
}
_DURATION = re.compile(r"[-+]?P(\d{1,5})([DWMY])")


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def number_of(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=999, **more)


def parted(duration: str) -> tuple[int | None, str]:
    """Number and unit of an ISO 8601 duration of one unit."""
    found = _DURATION.fullmatch(duration)
    return (int(found[1]), found[2]) if found else (None, "")


class ReadingForm(forms.Form):
    """Verb, addressees, action, type, deadline, funding; of a confirmed mandate also its ledger, and why.

    `mandate` may be a request that is not saved yet, with the names of its addressees in `names`.
    """

    verb = forms.CharField(
        label=_("Verb"),
        max_length=40,
        help_text=_("In its base form: request, decide, invite."),
        widget=forms.TextInput(attrs={"list": "verbs", "autocomplete": "off", "dir": "auto"}),
    )
    addressees = forms.CharField(
        label=_("Who is asked"),
        required=False,
        help_text=_("As printed, without the article; each on a line of its own. Empty where nobody is named."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "low", "dir": "auto"}),
    )
    action = forms.CharField(
        label=_("What is asked"), help_text=_("As printed."), widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})
    )
    action_type = forms.ChoiceField(label=_("Type"), choices=ActionType.choices)
    funding = forms.ChoiceField(label=_("Funding, by the paragraph"), required=False, choices=Funding.choices)
    takes_effect = forms.BooleanField(
        label=_("It takes effect on adoption"), required=False, help_text=_("Nothing is left to do.")
    )
    deadline_kind = forms.ChoiceField(label=_("Deadline"), required=False, choices=DeadlineKind.choices)
    deadline_text = forms.CharField(
        label=_("Deadline as printed"), required=False, max_length=500, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    deadline_date = forms.DateField(label=_("Last allowed day"), required=False, widget=day_input())
    deadline_start = forms.DateField(label=_("First day"), required=False, widget=day_input())
    deadline_ordinal = number_of(_("Number of the session"), help_text=_("5 for the fifth session."))
    deadline_part = forms.ChoiceField(label=_("Part of the session"), required=False, choices=PARTS)
    deadline_relation = forms.ChoiceField(label=_("Relation to the session"), required=False, choices=RELATIONS)
    distance = number_of(_("Distance from it"), help_text=_("6 for “six weeks before”. Empty where there is none."))
    distance_unit = forms.ChoiceField(label=_("Distance in"), required=False, choices=UNITS, initial="W")
    every_unit = forms.ChoiceField(label=_("How often"), required=False, choices=RHYTHMS)
    every = number_of(_("Every how many"), help_text=_("2 for “every two years”."))
    ledger = forms.ChoiceField(label=_("Ledger"), choices=Ledger.choices)
    reason = forms.CharField(
        label=_("Why the reading is corrected"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "low"}),
        help_text=_("It stands in the history. Whoever works on it is told when its day moves."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, mandate: Mandate, names: list[str] | None = None, **kwargs: Any) -> None:
        self.mandate = mandate
        if names is None:
            names = [addressee.name for addressee in mandate.addressees.all()]
        distance, distance_unit = parted(mandate.deadline_offset)
        every, every_unit = parted(mandate.deadline_every)
        initial: dict[str, Any] = {name: getattr(mandate, name) for name in NO_DEADLINE}
        initial |= {
            **{name: getattr(mandate, name) for name in ("verb", "action", "action_type", "funding", "takes_effect")},
            "addressees": "\n".join(names),
            "distance": distance,
            "distance_unit": distance_unit or "W",
            "every": every,
            "every_unit": every_unit or mandate.deadline_every,
            "ledger": mandate.ledger,
            "seen": written(seen_of(mandate)),
        }
        super().__init__(*args, **kwargs | {"initial": initial})
        if not mandate.is_confirmed:
            del self.fields["ledger"], self.fields["reason"]

    def clean_addressees(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["addressees"].splitlines())
        return list(dict.fromkeys(line[:500] for line in lines if line))

    def clean_action(self) -> str:
        return " ".join(self.cleaned_data["action"].split())

    def clean_seen(self) -> Seen:
        return seen_in(self.cleaned_data["seen"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind = data.get("deadline_kind")
        if kind == DeadlineKind.SESSION and not data.get("deadline_ordinal") and not data.get("deadline_text"):
            self.add_error("deadline_ordinal", _("Say which session, or quote what is printed."))
        if kind == DeadlineKind.DATE and not data.get("deadline_date") and not data.get("deadline_text"):
            self.add_error("deadline_date", _("Give the last allowed day, or quote what is printed."))
        first, last = data.get("deadline_start"), data.get("deadline_date")
        if first and last and first > last:
            self.add_error("deadline_date", _("It lies before the first day."))
        if data.get("every_unit") in dict(UNITS) and not data.get("every") and kind == DeadlineKind.RECURRING:
            self.add_error("every", _("Say every how many."))
        if data.get("distance") and not data.get("deadline_relation"):
            self.add_error("deadline_relation", _("Say whether this is before or after the session."))
        return data

    @property
    def reading(self) -> dict[str, Any]:
        """What `correct` and `add` take, of a form that is valid."""
        data = self.cleaned_data
        values = {
            **{name.removeprefix("deadline_"): data[name] for name in NO_DEADLINE if name in data},
            "offset": self._offset(),
            "every": f"P{data['every']}{data['every_unit']}"
            if data["every_unit"] in dict(UNITS)
            else data["every_unit"],
        }
        own = OF_KIND[DeadlineKind(data["deadline_kind"])]
        deadline = NO_DEADLINE | {f"deadline_{name}": values[name] for name in own}
        deadline["deadline_kind"] = data["deadline_kind"]
        plain = ("verb", "addressees", "action", "action_type", "funding", "takes_effect")
        return {name: data[name] for name in plain} | deadline

    def _offset(self) -> str:
        data = self.cleaned_data
        if not data["distance"]:
            return ""
        sign = "" if data["deadline_relation"] == Relation.AFTER else "-"
        return f"{sign}P{data['distance']}{data['distance_unit'] or 'W'}"


def written(seen: Seen) -> str:
    """What a page shows of a mandate, as a hidden field carries it: "2-proposed"."""
    return f"{seen[0]}-{seen[1] or ''}"


def seen_in(text: str) -> Seen:
    """What a hidden field says that the page showed; what is none of it matches nothing."""
    edition, _dash, status = text.partition("-")
    return (int(edition), status or None) if edition.isdecimal() and len(edition) < 9 else (-1, None)
