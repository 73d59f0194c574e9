"""The days of a mandate, worked out from its rule and the calendar of its body, and written."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Refused, claim, record, touch
from mandates.enums import OPEN, ChangeKind, Ledger
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
    mandate: Mandate,
    new: dt.date | None,
    *,
    by: User,
    reason: str,
    was: dt.date | None,
    at: dt.datetime | None = None,
    asked_by: User | None = None,
) -> None:
    """The Secretariat's own day is `new`, with its reason; the day of the text stays as it is.

    `asked_by` is who had asked for it, and is told.
    """
    at = at or dates.now()
    if mandate.ledger == Ledger.STATES:
        raise Refused(_("What is asked of States and others has no target of the Secretariat."))
    if not mandate.is_open:
        raise Refused(_("Only an open mandate has a target that moves."))
    if not reason.strip():
        raise Refused(_("Say why the target moves."))
    if new == was:
        raise Refused(_("This is its target already."))
    claim(mandate, {"target_on": was, "status": mandate.status}, target_on=new, target_is_set=True)
    asked = {"asked_by": asked_by.pk} if asked_by else {}
    record(mandate, ChangeKind.TARGET, by=by, at=at, old=was, new=new, reason=reason.strip(), **asked)
    touch(mandate, at)


@transaction.atomic
def add_session(session: Session, *, by: User, at: dt.datetime | None = None) -> Session:
    """The new session is in the calendar, and every mandate that awaited it has its days, with changes that say so."""
    if session.pk is not None:
        raise Refused(_("This session is in the calendar already."))
    session.save()
    follow(session, by=by, at=at or dates.now())
    return session


def follow(session: Session, *, by: User | None, at: dt.datetime) -> None:
    """Confirmed mandates that awaited the session have its day; open ones without a target have theirs. Each once."""
    if session.kind != SessionKind.ORDINARY:
        return
    calendar, on = calendar_of(session.body), dates.day_of(at)
    awaits_day = Q(deadline_kind="session", deadline_ordinal=session.ordinal, deadline_part=session.part)
    awaits_target = Q(status__in=OPEN, target_on=None, target_is_set=False)
    bodies = [session.body_id, *session.body.groups.values_list("pk", flat=True)]
    awaiting = Mandate.objects.confirmed().filter(awaits_day | awaits_target, body__in=bodies)
    for mandate in awaiting.select_related("paragraph__decision"):
        due, target = mandate.due_on, mandate.target_on
        schedule(mandate, calendar, on)
        mandate.save(update_fields=["due_on", "due_reason", "deadline_session", "target_on"])
        if mandate.due_on != due:
            record(mandate, ChangeKind.DEADLINE, by=by, at=at, old=due, new=mandate.due_on, session=str(session))
        if mandate.target_on != target:
            record(mandate, ChangeKind.TARGET, by=by, at=at, old=target, new=mandate.target_on, session=str(session))
        if (mandate.due_on, mandate.target_on) != (due, target):
            touch(mandate, at)
