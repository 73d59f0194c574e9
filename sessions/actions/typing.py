"""Decisions typed or pasted by hand: looked at first, then read and stored as a report is."""

import datetime as dt
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from sessions.actions.paths import slug_of
from sessions.actions.receiving import Refused, receive_report
from sessions.enums import DecisionKind
from sessions.models import Body, Decision, Report, Session
from sessions.reading import Reading as Text
from sessions.reading import SessionFacts
from sessions.reading.child import run
from sessions.reading.files import Unreadable
from sessions.wording import finding_sentence


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed. Without a number the text brings its own headings, of one decision or of several."""

    body: Body
    session: Session | None
    text: str
    kind: str = DecisionKind.DECISION
    number: str = ""
    title: str = ""

    def as_file(self) -> str:
        """The words as a file that the reader of reports reads: heading and title in front, as in a report."""
        heading = [f"{self.kind.capitalize()} {self.number}", self.title] if self.number else []
        return "\n\n".join([*filter(None, heading), self.text.strip()]) + "\n"

    def name(self) -> str:
        """Under which it stands in the list of reports."""
        what = f"{self.kind} {slug_of(self.number)}" if self.number else _("decisions")
        return _("%(decision)s, typed.txt") % {"decision": what}


def look(typed: Typed) -> Text:
    """What the reader makes of it; nothing is stored. Refused where it makes no decision of it, or another one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "typed.txt"
        file.write_text(typed.as_file(), encoding="utf-8")
        try:
            text = run(file)
        except Unreadable as error:
            raise Refused(finding_sentence(error.code, error.params)) from error
    numbers = [decision.number for decision in text.decisions]
    if not numbers:
        raise Refused(_("No decision was read in this. Give its number, or paste the text with its heading."))
    if not typed.number and "" in numbers:
        raise Refused(_("A decision without a number was read in this. Give its number above the text."))
    if typed.number and len(numbers) > 1:
        raise Refused(
            _("The text has headings of its own: %(numbers)s. Leave the number empty, or paste one decision alone.")
            % {"numbers": ", ".join(filter(None, numbers[1:]))}
        )
    if typed.number and slug_of(numbers[0]) != slug_of(typed.number):
        raise Refused(
            _("“%(number)s” was not read as a number; “%(read)s” was. Write it as it is printed, for example 5/1.")
            % {"number": typed.number, "read": numbers[0]}
        )
    ordinal = typed.session.ordinal if typed.session else text.session.ordinal
    return replace(text, session=SessionFacts(body=typed.body.root.name, ordinal=ordinal))


def known(typed: Typed, text: Text) -> list[Decision]:
    """Those of the decisions that the body has already."""
    read = {(decision.kind, slug_of(decision.number)) for decision in text.decisions}
    there = Decision.objects.filter(body=typed.body, slug__in=[slug for _kind, slug in read]).select_related("body")
    return [decision for decision in there if (decision.kind, decision.slug) in read]


@transaction.atomic
def receive_typed(typed: Typed, *, by: User, at: dt.datetime | None = None) -> Report:
    """The words are a report of the body, at the session that was said, and wait to be read.

    Refused where the body has one of the decisions, or these very words, already.
    """
    if there := known(typed, look(typed)):
        raise Refused(_("%(decision)s is there already.") % {"decision": there[0]})
    report, is_new = receive_report(typed.body, typed.name(), typed.as_file().encode(), by=by, at=at)
    if not is_new:
        raise Refused(_("These words were stored before, as “%(name)s”.") % {"name": report})
    report.session = typed.session
    report.save(update_fields=["session"])
    return report
