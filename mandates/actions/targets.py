"""Wishes for another target: asked by who works on a mandate, granted or refused by who sets targets."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Conflict, NotAllowed, Refused, on_behalf, record, touch
from mandates.actions.scheduling import move_target
from mandates.enums import Answer, ChangeKind
from mandates.models import Mandate, TargetRequest

__all__ = ["ask_target", "grant_target", "move_target", "refuse_target", "take_back_target"]


@transaction.atomic
def ask_target(
    mandate: Mandate, new: dt.date, *, by: User, reason: str, at: dt.datetime | None = None
) -> TargetRequest:
    """The wish that the target be `new` waits for an answer; the target stays as it is."""
    at = at or dates.now()
    if not by.has_perm("mandates.ask_target_mandate", mandate):
        raise NotAllowed(_("The owner asks for another target, or whoever acts for the owner."))
    if not mandate.is_open:
        raise Refused(_("Only an open mandate has a target that moves."))
    if not reason.strip():
        raise Refused(_("Say why another target is needed."))
    if new == mandate.target_on:
        raise Refused(_("This is its target already."))
    try:
        with transaction.atomic():
            wish = TargetRequest.objects.create(mandate=mandate, new=new, reason=reason.strip(), by=by, at=at)
    except IntegrityError:
        raise Refused(_("A wish for another target waits already: it is answered or taken back first.")) from None
    record(
        mandate,
        ChangeKind.TARGET_ASKED,
        by=by,
        at=at,
        old=mandate.target_on,
        new=new,
        reason=wish.reason,
        **on_behalf(mandate, by),
    )
    touch(mandate, at)
    return wish


@transaction.atomic
def grant_target(wish: TargetRequest, *, by: User, reason: str = "", at: dt.datetime | None = None) -> None:
    """The target is what was wished, and who asked is told; the day of the text stays as it is."""
    at, mandate = at or dates.now(), wish.mandate
    _may_answer(by, mandate)
    _answer(wish, Answer.GRANTED, by=by, reason=reason.strip(), at=at)
    move_target(
        mandate, wish.new, by=by, reason=reason.strip() or wish.reason, was=mandate.target_on, at=at, asked_by=wish.by
    )


@transaction.atomic
def refuse_target(wish: TargetRequest, *, by: User, reason: str, at: dt.datetime | None = None) -> None:
    """The target stays, and who asked is told why."""
    at, mandate = at or dates.now(), wish.mandate
    _may_answer(by, mandate)
    if not reason.strip():
        raise Refused(_("Say why not: who asked is told."))
    _answer(wish, Answer.REFUSED, by=by, reason=reason.strip(), at=at)
    record(
        mandate,
        ChangeKind.TARGET_REFUSED,
        by=by,
        at=at,
        old=mandate.target_on,
        new=wish.new,
        reason=reason.strip(),
        asked_by=wish.by_id,
    )
    touch(mandate, at)


@transaction.atomic
def take_back_target(wish: TargetRequest, *, by: User, at: dt.datetime | None = None) -> None:
    """Nothing is asked any more. Whoever could ask may take it back, and who asked in any case."""
    at, mandate = at or dates.now(), wish.mandate
    if by.pk != wish.by_id and not by.has_perm("mandates.ask_target_mandate", mandate):
        raise NotAllowed(_("Who asked takes it back, or whoever could ask."))
    _answer(wish, Answer.TAKEN_BACK, by=by, reason="", at=at)
    record(mandate, ChangeKind.TARGET_ASKED, by=by, at=at, old=wish.new, **on_behalf(mandate, by))
    touch(mandate, at)


def _may_answer(by: User, mandate: Mandate) -> None:
    if not by.has_perm("mandates.set_target_mandate", mandate):
        raise NotAllowed(_("The secretariat of the body sets targets."))


def _answer(wish: TargetRequest, answer: Answer, *, by: User, reason: str, at: dt.datetime) -> None:
    """The wish is answered, where nobody answered it before; else Conflict."""
    new = {"answer": answer, "answered_by": by, "answered_at": at, "answer_reason": reason}
    if TargetRequest.objects.filter(pk=wish.pk, answer=Answer.WAITS).update(**new) != 1:
        raise Conflict(wish.mandate, "wish")
    for name, value in new.items():
        setattr(wish, name, value)
