"""Codes and parameters of the pure packages, said as sentences in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def doubt_sentence(code: str, params: Mapping[str, str]) -> str:
    """What is doubtful in a candidate and by which rule, in one or two sentences."""
    return _doubts().get(code, _("The proposal needs a second look (%(code)s).") % {"code": code}) % params


def _doubts() -> dict[str, str]:
    """Asked for anew each time: the language is that of whoever reads."""
    return {
        "nobody_named": _("The text does not say who is to act: no party stands as the object of “%(verb)s”."),
        "back_reference": _("“%(words)s” points back, but nothing named before it in the decision fits."),
        "session_unknown": _("“%(words)s” cannot be counted: the ordinal of the session being read is not known."),
        "day_unknown": _("“%(words)s” gives a span of time but not the day on which it ends."),
        "two_deadlines": _("The action prints more than one deadline; the first, “%(words)s”, was taken."),
        "deadline_in_brackets": _(
            "The deadline “%(words)s” stands in square brackets, so it may not have been agreed."
        ),
        "unusual_verb": _("“%(verb)s” is followed neither by “to” nor by “that”, so it may ask for nothing."),
        "damaged_verb": _("“%(printed)s” is misprinted and was read as “%(read)s”."),
        "who_asks": _(
            "“%(verb)s” stands inside a sentence about what others did, so another than the body may be asking."
        ),
    }
