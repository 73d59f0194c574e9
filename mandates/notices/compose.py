"""The words of a mail, in the language of whoever reads it: subject, plain text and HTML from `templates/emails`."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ctoctrack.lib import written
from mandates.enums import ChangeKind
from mandates.notices.digest import SECTIONS, Digest, day_of
from mandates.notices.moves import Moved, is_moved, move_sentence, moves_of, new_days
from mandates.notices.owed import Owed
from mandates.notices.people import ASSIGNMENTS
from mandates.notices.reasons import role_sentence, sentences
from mandates.wording import due_sentence

SUBJECT_LENGTH = 300
LINK = "[link]"  # where a secret link stands in the outbox: its address is made at delivery


@dataclass(frozen=True, slots=True)
class Words:
    """What a mail says."""

    subject: str
    text: str
    html: str


def address_of(path: str) -> str:
    """The full address of a page."""
    return f"{settings.BASE_URL}{path}"


def write(name: str, language: str, **context: Any) -> Words:
    """The mail `name` of `templates/emails`, in `language`."""
    with translation.override(language):
        return _render(name, context)


def _render(name: str, context: dict[str, Any]) -> Words:
    known = {
        **context,
        "language": translation.get_language(),
        "is_rtl": translation.get_language_bidi(),
        "home": address_of(reverse("mandates:overview")),
        "demonstration_day": settings.DEMONSTRATION_DAY,
    }
    return Words(
        _subject(name, known),
        render_to_string(f"emails/{name}.txt", known).strip() + "\n",
        render_to_string(f"emails/{name}.html", known),
    )


def _subject(name: str, context: dict[str, Any]) -> str:
    return " ".join(render_to_string(f"emails/{name}.subject.txt", context).split())[:SUBJECT_LENGTH]


def write_subject(name: str, language: str) -> str:
    """The subject alone, of a mail whose words are made at delivery."""
    with translation.override(language):
        return _subject(name, {})


def write_digest(digest: Digest) -> Words:
    """The digest in the language of its person."""
    with translation.override(digest.person.language):
        sections = [
            {
                "title": title,
                "moves": [_moved(moved) for moved in moves_of(filter(is_moved, digest.section(name)))],
                "items": [_item(owed, digest.on) for owed in digest.section(name) if not is_moved(owed)],
            }
            for name, title in zip(SECTIONS, _titles(), strict=True)
            if digest.section(name)
        ]
        context = {
            "fact": fact(digest),
            "first": first_line(digest),
            "sections": sections,
            "profile": address_of(reverse("accounts:profile")),
            "body_notices": list(dict.fromkeys(b for b in (_notice(owed) for owed in digest.items) if b)),
        }
        return _render("digest", context)


def _titles() -> tuple[str, ...]:
    """The headings of SECTIONS, in their order."""
    return (_("Late"), _("This week"), _("Later"), _("Changed"), _("Without an owner"))


def _item(owed: Owed, on: dt.date) -> dict[str, Any]:
    mandate = owed.mandate
    return {
        "name": isolated(mandate.name),
        "body": mandate.body.short_name or mandate.body.name,
        "line": _linkless(mandate.line),
        "sentences": [_linkless(sentence) for sentence in sentences(owed, on)],
        "days": _days(owed),
        "link": address_of(mandate.get_absolute_url()),
        "role": role_sentence(owed),
        "silence": LINK if owed.reminders else "",
    }


def _moved(moved: Moved) -> dict[str, Any]:
    """One entry for all that follows from the move of a session."""
    return {
        "sentence": _linkless(move_sentence(moved)),
        "items": [
            {
                "name": isolated(owed.mandate.name),
                "line": _linkless(owed.mandate.line),
                "days": new_days(owed),
                "link": address_of(owed.mandate.get_absolute_url()),
                "role": role_sentence(owed),
            }
            for owed in moved.items
        ],
    }


def _linkless(words: str) -> str:
    """Words of people; what looks like the place of a link in them is none."""
    return words.replace(LINK, "(link)")


def _days(owed: Owed) -> list[str]:
    """Its days, less those of which a sentence has been said already, and why the day of the text is what it is."""
    mandate = owed.mandate
    said = {reminder.of for reminder in owed.reminders}
    lines = []
    if mandate.target_on and "target" not in said:
        lines.append(_("Our target: %(day)s") % {"day": written.day(mandate.target_on)})
    if mandate.deadline_kind:
        values = {
            "day": written.day(mandate.due_on) if mandate.due_on else "",
            "reason": due_sentence(mandate.due_reason),
        }
        if mandate.due_on and "text" not in said:
            lines.append(_("By the text: %(day)s, %(reason)s") % values)
        else:
            lines.append(_("By the text: %(reason)s") % values)
    return lines


def _notice(owed: Owed) -> str:
    """What the body wants said wherever its texts are shown."""
    body = owed.mandate.body
    return body.notice or (body.parent.notice if body.parent else "")


def isolated(reference: str) -> str:
    """A reference that keeps its order within a line that runs from right to left."""
    return f"\u2068{reference}\u2069" if translation.get_language_bidi() else reference


def fact(digest: Digest) -> str:
    """The subject: what is the case, the most pressing first."""
    parts = []
    if late := digest.section("late"):
        parts.append(
            ngettext("%(number)d request is late", "%(number)d requests are late", len(late)) % {"number": len(late)}
        )
    to_come = [*digest.section("week"), *digest.section("later")]
    if due := [item for item in to_come if day_of(item) >= digest.on]:
        values = {"number": len(due), "day": written.day(max(day_of(item) for item in due))}
        parts.append(
            ngettext(
                "%(number)d request is due by %(day)s",
                "%(number)d requests are due by %(day)s",
                len(due),
            )
            % values
        )
    if past := len(to_come) - len(due):  # after an outage; of what the Conference took upon itself nothing is late
        parts.append(
            ngettext("the day of %(number)d request has come", "the days of %(number)d requests have come", past)
            % {"number": past}
        )
    if changed := digest.section("changed"):
        new = [item for item in changed if is_new_to_them(item)]
        other = len(changed) - len(new)
        if new:
            parts.append(
                ngettext("%(number)d request is new to you", "%(number)d requests are new to you", len(new))
                % {"number": len(new)}
            )
        if other:
            parts.append(
                ngettext("%(number)d request has changed", "%(number)d requests have changed", other)
                % {"number": other}
            )
    if unassigned := digest.section("unassigned"):
        parts.append(
            ngettext(
                "%(number)d request has no owner",
                "%(number)d requests have no owner",
                len(unassigned),
            )
            % {"number": len(unassigned)}
        )
    return _("; ").join(parts)


def is_new_to_them(item: Owed) -> bool:
    """Has it just been given to this person, as owner or contributor?"""
    return any(change.kind in ASSIGNMENTS for change in item.changes)


def first_line(digest: Digest) -> str:
    """What to do first, and by when."""
    item = digest.items[0]
    others = len(digest.items) - 1
    values = {
        "name": isolated(item.mandate.name),
        "day": written.day(day_of(item)) if item.reminders else "",
        "number": others,
    }
    if digest.section("late"):
        sentence = _("Please say first how it stands with %(name)s: its day has passed.")
    elif digest.section("week") or digest.section("later"):
        if day_of(item) < digest.on:
            sentence = _("Please act on %(name)s: its day was %(day)s.")
        else:
            sentence = _("Please act on %(name)s by %(day)s.")
    elif digest.section("changed"):
        if any(change.kind == ChangeKind.OWNER for change in item.changes):
            sentence = _("Please look at %(name)s: it is yours now.")
        else:
            sentence = _("Please read what changed in %(name)s.")
    else:
        sentence = _("Please give %(name)s an owner; its day is %(day)s.")
    more = ngettext("%(number)d more request follows.", "%(number)d more requests follow.", others)
    said = sentence % values
    return f"{said} {more % values}" if others else said
