"""The one door for a change of status: check, write, record."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Conflict, NotAllowed, Refused, claim, record, touch
from mandates.enums import CLOSED, ChangeKind, EvidenceKind, Status
from mandates.models import Mandate, Update
from mandates.transitions import BY_NAME, Transition, from_status
from sessions.models import Membership, Paragraph
from sessions.rules import SECRETARIAT


@dataclass(frozen=True, slots=True)
class Given:
    """What a person filled in; `words` is the reason, outcome, note, or what is left, as the transition asks."""

    words: str = ""
    authority: Paragraph | None = None


def others_who_may_verify(mandate: Mandate, person: User, on: dt.date) -> bool:
    """Is there somebody else who may verify: in the secretariat of the body, or at the head of the unit?"""
    bodies = {mandate.body_id, mandate.body.parent_id} - {None}
    secretariat = Membership.objects.current(on).filter(body__in=bodies, role__in=SECRETARIAT, user__is_active=True)
    if secretariat.exclude(user=person).exists():
        return True
    heads = mandate.unit and mandate.unit.memberships.current(on).filter(role__in=["head", "deputy_head"])
    return bool(heads and heads.filter(user__is_active=True).exclude(user=person).exists())


def refusal(transition: Transition, mandate: Mandate, person: User, on: dt.date) -> str:
    """Why this person may not make the transition now, in a sentence; "" where they may."""
    if mandate.status not in transition.sources:
        return _("The status is %(status)s; from there this cannot be done.") % {
            "status": mandate.get_status_display() or "–"
        }
    if not person.has_perm(transition.permission, mandate):
        return _("You may not do this with this mandate.")
    if (
        transition.second_person
        and mandate.reported_done_by_id == person.pk
        and others_who_may_verify(mandate, person, on)
    ):
        return _("Whoever reported it done cannot verify it: a second person does.")
    return ""


def available(mandate: Mandate, person: User, on: dt.date) -> list[Transition]:
    """The transitions of a mandate's page that this person may make now."""
    return [
        transition
        for transition in from_status(mandate.status)
        if not transition.is_for_review and not refusal(transition, mandate, person, on)
    ]


def _check_given(transition: Transition, mandate: Mandate, given: Given) -> None:
    if set(transition.needs) & {"reason", "outcome", "note", "left"} and not given.words.strip():
        raise Refused(_("Say it in a few words: they stand in the history."))
    if "authority" in transition.needs and given.authority is None:
        raise Refused(_("Name the paragraph of the later decision on whose authority this is done."))
    proofs = (EvidenceKind.SYMBOL, EvidenceKind.FILE)
    if "evidence" in transition.needs and not mandate.evidence.filter(kind__in=proofs).exists():
        raise Refused(_("Give evidence: the symbol of a document, or a file. A link alone is none."))


@transaction.atomic
def change_status(
    mandate: Mandate,
    name: str,
    *,
    by: User,
    was: str | None = None,
    given: Given | None = None,
    at: dt.datetime | None = None,
) -> Mandate:
    """The mandate has the status to which the transition `name` leads, and the change is recorded.

    `was` is the status that the person saw. Raises NotAllowed, Refused (something is missing) or Conflict. What belongs
    to the review of a report is done by `reviewing`, which also gives and takes back what hangs on a confirmation.
    """
    at, given, transition = at or dates.now(), given or Given(), BY_NAME[name]
    if transition.is_for_review:
        raise Refused(_("This is done on the review of the report."))
    old = mandate.status if was is None else was
    if old != mandate.status:
        raise Conflict(mandate, "status")
    if sentence := refusal(transition, mandate, by, dates.day_of(at)):
        raise NotAllowed(sentence)
    _check_given(transition, mandate, given)
    authority = given.authority if "authority" in transition.needs else None
    new: dict[str, object] = {
        "status": transition.target,
        "is_verified_independently": mandate.reported_done_by_id != by.pk if transition.second_person else None,
        "superseded_by": authority,
    }
    if transition.target == Status.REPORTED_DONE:
        new["reported_done_by"] = by
    waited_for = mandate.waiting_for
    if stops_waiting := bool(waited_for) and transition.target in CLOSED:
        new |= {"waiting_for": "", "waiting_since": None, "waiting_basis": ""}
    claim(mandate, {"status": old}, **new)
    if stops_waiting:
        record(mandate, ChangeKind.WAITING, by=by, at=at, old=waited_for)
    if reworded := transition.target == Status.REPORTED_DONE:
        Update.objects.create(mandate=mandate, text=given.words, by=by, at=at)
    on_behalf = mandate.owner_id if mandate.owner_id not in {None, by.pk} else None
    record(
        mandate,
        ChangeKind.STATUS,
        by=by,
        at=at,
        old=old,
        new=transition.target,
        reason=given.words,
        **({"authority": str(authority)} if authority else {}),
        **(
            {"on_behalf_of": str(mandate.owner)} if on_behalf and transition.permission.endswith("move_mandate") else {}
        ),
        **({"independent": False} if new.get("is_verified_independently") is False else {}),
    )
    touch(mandate, at, quiet=by.pk == mandate.owner_id, reworded=reworded)
    return mandate
