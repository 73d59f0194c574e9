"""The days of a mandate, worked out from its rule and the calendar of its body, and written."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Refused, claim, record, touch
from mandates.enums import ChangeKind, Ledger
from mandates.models import Mandate
from mandates.scheduling import Calendar, Meeting, Rule, day_of_text, default_target, document_chain
from sessions.enums import SessionKind
from sessions.models import Body, Session


def calendar_of(body: Body) -> Calendar:
    """The ordinary sessions of the conference that the body is, or is a group of."""
    sessions = Session.objects.filter(body=body.root, kind=SessionKind.ORDINARY)
    return Calendar(Meeting(s.pk, s.ordinal, s.part, s.starts_on, s.ends_on, s.is_cancelled) for s in sessions)


def rule_of(mandate: Mandate) -> Rule:
    """The rule that the text gives."""
    return Rule(**mandate.deadline_rule())


def schedule(mandate: Mandate, calendar: Calendar, on: dt.date) -> None:
    """The day of the text with its reason, and the default target as of the day `on`, are set; nothing is saved."""
    due = day_of_text(rule_of(mandate), calendar)
    mandate.due_on = due.on
    mandate.due_reason = {"code": due.code, "params": due.params}
    mandate.deadline_session_id = due.session
    if mandate.target_is_set:
        return
    coming = calendar.next_after(on)
    weeks = settings.DOCUMENT_CHAIN_WEEKS
    submission = document_chain(coming.starts_on, weeks).submission if coming and coming.starts_on else None
    mandate.target_on = (
        None
        if mandate.ledger == Ledger.STATES or mandate.takes_effect
        else default_target(due.on, submission, settings.TARGET_BEFORE_TEXT_DAY)
    )


@transaction.atomic
def move_target(
    mandate: Mandate, new: dt.date | None, *, by: User, reason: str, was: dt.date | None, at: dt.datetime | None = None
) -> None:
    """The Secretariat's own day is `new`, with its reason; the day of the text stays as it is."""
    at = at or dates.now()
    if not reason.strip():
        raise Refused(_("Say why the target moves."))
    claim(mandate, {"target_on": was}, target_on=new, target_is_set=True)
    record(mandate, ChangeKind.TARGET, by=by, at=at, old=was, new=new, reason=reason)
    touch(mandate, at)


@transaction.atomic
def add_session(session: Session, *, by: User, at: dt.datetime | None = None) -> Session:
    """The session is in the calendar, and every open mandate that awaited it has its day, with a change that says so."""
    at = at or dates.now()
    session.save()
    if session.kind != SessionKind.ORDINARY:
        return session
    calendar = calendar_of(session.body)
    awaiting = Mandate.objects.filter(
        body__in=[session.body_id, *session.body.groups.values_list("pk", flat=True)],
        deadline_kind="session",
        deadline_ordinal=session.ordinal,
    )
    for mandate in awaiting.confirmed().select_related("paragraph__decision"):
        old = mandate.due_on
        schedule(mandate, calendar, dates.day_of(at))
        mandate.save(update_fields=["due_on", "due_reason", "deadline_session", "target_on"])
        if mandate.due_on != old:
            record(mandate, ChangeKind.DEADLINE, by=by, at=at, old=old, new=mandate.due_on, session=str(session))
        touch(mandate, at)
    return session
