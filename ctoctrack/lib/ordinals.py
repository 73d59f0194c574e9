"""The number of a session in words."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

# Whole, since a language may inflect the number by what it counts.
SESSIONS = (
    gettext_lazy("first session"),
    gettext_lazy("second session"),
    gettext_lazy("third session"),
    gettext_lazy("fourth session"),
    gettext_lazy("fifth session"),
    gettext_lazy("sixth session"),
    gettext_lazy("seventh session"),
    gettext_lazy("eighth session"),
    gettext_lazy("ninth session"),
    gettext_lazy("tenth session"),
    gettext_lazy("eleventh session"),
    gettext_lazy("twelfth session"),
    gettext_lazy("thirteenth session"),
    gettext_lazy("fourteenth session"),
    gettext_lazy("fifteenth session"),
    gettext_lazy("sixteenth session"),
    gettext_lazy("seventeenth session"),
    gettext_lazy("eighteenth session"),
    gettext_lazy("nineteenth session"),
    gettext_lazy("twentieth session"),
)


def session_name(ordinal: int) -> str:
    """The session of that number, in words up to the twentieth: "fifth session", "session 73"."""
    if 1 <= ordinal <= len(SESSIONS):
        return str(SESSIONS[ordinal - 1])
    return _("session %(number)d") % {"number": ordinal}


def figure(ordinal: int) -> str:
    """The number as English counts in figures, "9th", "22nd"; bare in the other languages, whose sentences count it."""
    if not (get_language() or "en").startswith("en"):
        return str(ordinal)
    ending = "th" if 10 <= ordinal % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10, "th")
    return f"{ordinal}{ending}"
