"""What a person says of a proposal: it is a mandate, it is none, it was confirmed by mistake."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.assigning import set_contributors
from mandates.actions.facts import Conflict, Refused, claim, record, touch
from mandates.actions.ledgers import Asked, ledger_of, parties_of
from mandates.actions.scheduling import calendar_of, schedule
from mandates.enums import ChangeKind, Ledger, RepeatState, Status
from mandates.models import Mandate, Party
from mandates.scheduling import Calendar
from sessions.models import Body, Decision, Paragraph, Report


def asked_by(mandate: Mandate, parties: Sequence[Party] | None = None) -> Asked:
    """The ledger that the addressees of the mandate decide."""
    group = mandate.paragraph.decision.group
    names = [addressee.name for addressee in mandate.addressees.all()]
    return ledger_of(names, mandate.body, group, parties_of(mandate.body) if parties is None else parties)


def reference_of(mandate: Mandate, number: int) -> str:
    decision = mandate.paragraph.decision
    prefix = "res-" if decision.kind == "resolution" else ""
    return f"{prefix}{decision.slug}-{mandate.paragraph.path.replace('/', '-')}-{number}"


def _number(mandate: Mandate) -> int:
    """The next number in the paragraph; one that was given is kept, and never given again."""
    # Two people at once get two numbers; who refers to the paragraph meanwhile is not kept waiting (nor in a deadlock).
    Paragraph.objects.select_for_update(no_key=True).get(pk=mandate.paragraph_id)
    in_paragraph = Mandate.objects.filter(paragraph=mandate.paragraph_id)
    if given := in_paragraph.filter(pk=mandate.pk).values_list("number", flat=True).first():
        return int(given)
    number = (in_paragraph.aggregate(highest=Max("number"))["highest"] or 0) + 1
    # "(p)(2)" and the second paragraph without a label would both be "p-2": the later one takes the next number.
    while Mandate.objects.filter(body=mandate.body_id, reference=reference_of(mandate, number)).exists():
        number += 1
    return number


@transaction.atomic
def confirm(
    mandate: Mandate,
    *,
    by: User,
    ledger: str | None = None,
    edition: int | None = None,
    at: dt.datetime | None = None,
    calendar: Calendar | None = None,
    parties: Sequence[Party] | None = None,
) -> Mandate:
    """The proposal is a mandate: with its reference, ledger, day of the text with its reason, target, and reminders.

    `ledger` corrects what the addressees decide. `edition` is that of the reading which the person saw: nobody
    confirms words that another has changed since. `calendar` and `parties` spare the reads where many are confirmed.
    """
    at = at or dates.now()
    on = dates.day_of(at)
    asked = asked_by(mandate, parties)
    chosen = Ledger(ledger or asked.ledger)
    number = _number(mandate)
    mandate.ledger = chosen
    schedule(mandate, calendar or calendar_of(mandate.body), on)
    begins = Status.TOOK_EFFECT if mandate.takes_effect else Status.NOT_STARTED
    status = None if chosen == Ledger.STATES else begins
    claim(
        mandate,
        {"status": Status.PROPOSED, "edition": mandate.edition if edition is None else edition},
        status=status,
        ledger=chosen,
        number=number,
        reference=reference_of(mandate, number),
        group=mandate.paragraph.decision.group,
        asked_body=asked.body if chosen == Ledger.CONFERENCE else None,
        due_on=mandate.due_on,
        due_reason=mandate.due_reason,
        deadline_session_id=mandate.deadline_session_id,
        target_on=mandate.target_on,
        confirmed_on=on,
        notices_from=on,
    )
    record(mandate, ChangeKind.CONFIRMED, by=by, at=at, old=Status.PROPOSED, new=status or "", ledger=chosen)
    touch(mandate, at, reworded=True)
    return mandate


@transaction.atomic
def confirm_all_clear(
    report: Report,
    *,
    by: User,
    decision: Decision | None = None,
    seen: Mapping[int, int] | None = None,
    at: dt.datetime | None = None,
) -> list[Mandate]:
    """Every proposal of the report, or of the one decision, in which nothing is doubtful is a mandate.

    `seen` holds the editions of those that the person saw as clear: what came or changed since is left.
    """
    calendar, parties = calendar_of(report.body), parties_of(report.body)
    clear = Mandate.objects.proposed().filter(paragraph__decision__report=report, doubt__isnull=True)
    if decision is not None:
        clear = clear.filter(paragraph__decision=decision)
    rows = clear.for_rows().prefetch_related("addressees", "paragraph__texts").order_by("sort_key")
    return [
        confirm(mandate, by=by, at=at, calendar=calendar, parties=parties)
        for mandate in rows
        if seen is None or seen.get(mandate.pk) == mandate.edition
    ]


@transaction.atomic
def decline(
    mandate: Mandate, *, by: User, reason: str, edition: int | None = None, at: dt.datetime | None = None
) -> Mandate:
    """The proposal is no mandate after all; it is kept, with the reason. `edition` is that of what the person saw."""
    at = at or dates.now()
    if not reason.strip():
        raise Refused(_("Say why this is no mandate."))
    was = {"status": Status.PROPOSED, "edition": mandate.edition if edition is None else edition}
    claim(mandate, was, status=Status.DECLINED)
    record(mandate, ChangeKind.STATUS, by=by, at=at, old=Status.PROPOSED, new=Status.DECLINED, reason=reason.strip())
    touch(mandate, at)
    return mandate


@transaction.atomic
def propose_again(mandate: Mandate, *, by: User, at: dt.datetime | None = None) -> Mandate:
    """A declined proposal is a proposal again."""
    at = at or dates.now()
    claim(mandate, {"status": Status.DECLINED, "merged_into": None}, status=Status.PROPOSED)
    record(mandate, ChangeKind.STATUS, by=by, at=at, old=Status.DECLINED, new=Status.PROPOSED)
    touch(mandate, at)
    return mandate


@transaction.atomic
def undo_confirmation(mandate: Mandate, *, by: User, reason: str, at: dt.datetime | None = None) -> Mandate:
    """The mandate is a proposal again and nobody's; its number stays with it. Refused once it was released or begun."""
    at = at or dates.now()
    if not reason.strip():
        raise Refused(_("Say why the confirmation was wrong."))
    if not mandate.is_confirmed:
        raise Conflict(mandate, "status")
    if mandate.releases.in_force().exists():
        raise Refused(_("Something of it was released. Withdraw that first."))
    if mandate.status not in {None, Status.NOT_STARTED, Status.TOOK_EFFECT}:
        raise Refused(_("Work on it has begun. Take the status back first."))
    if mandate.repeats.filter(state=RepeatState.SUPERSEDES).exists():
        raise Refused(_("It supersedes another mandate. Undo that first."))
    old, owner = mandate.status, mandate.owner
    claim(
        mandate,
        {"status": old, "ledger": mandate.ledger},
        status=Status.PROPOSED,
        ledger=None,
        asked_body=None,
        owner=None,
        unit=None,
        waiting_for="",
        waiting_since=None,
        waiting_basis="",
        target_on=None,
        target_is_set=False,
        notices_from=None,
    )
    if owner:
        record(mandate, ChangeKind.OWNER, by=by, at=at, old=owner.pk, old_name=str(owner))
    set_contributors(mandate, [], by=by, at=at)
    record(mandate, ChangeKind.CONFIRMED, by=by, at=at, old=old or "", new=Status.PROPOSED, reason=reason.strip())
    touch(mandate, at, reworded=True)
    return mandate


@transaction.atomic
def choose_group(decision: Decision, group: Body | None, *, by: User, at: dt.datetime | None = None) -> None:
    """The group follows the decision, and each of its confirmed mandates stands in the group's field."""
    at = at or dates.now()
    old = decision.group
    if group == old:
        return
    if group is not None and group.root != decision.body.root:
        raise Refused(_("This group belongs to another body."))
    if Decision.objects.filter(pk=decision.pk, group=old).update(group=group) != 1:
        raise Refused(_("Somebody else chose the group in the meantime. Look again."))
    decision.group = group
    parties = parties_of(decision.body)
    mandates = Mandate.objects.confirmed().filter(paragraph__decision=decision).for_rows()
    for mandate in mandates.prefetch_related("addressees"):
        mandate.group = group
        if mandate.ledger == Ledger.CONFERENCE:
            mandate.asked_body = asked_by(mandate, parties).body
        mandate.save(update_fields=["group", "asked_body"])
        record(mandate, ChangeKind.GROUP, by=by, at=at, old=str(old or ""), new=str(group or ""))
