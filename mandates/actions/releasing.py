"""What leaves the Secretariat: a line and a status, to a level of readers; and what is taken back, by two people."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.facts import Conflict, Refused, record, touch
from mandates.enums import ChangeKind, Level
from mandates.models import Mandate, Release, Update


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be released of one mandate; `seen_status` is the status in the preview, "" where none goes."""

    mandate: Mandate
    text: str = ""
    seen_status: str = ""
    language: str = "en"
    update: Update | None = None


@transaction.atomic
def release(drafts: Iterable[Draft], level: str, *, by: User, at: dt.datetime | None = None) -> list[Release]:
    """Each draft is released to `level` and those it includes; all or none.

    A status that changed since the preview is a Conflict, and so is a confirmation that was undone: what nobody looked
    at does not go out.
    """
    at = at or dates.now()
    if level not in Level.values or level == Level.INTERNAL:
        raise Refused(_("Choose who shall read it."))
    released = []
    for draft in drafts:
        mandate = draft.mandate
        if not draft.text.strip() and not draft.seen_status:
            raise Refused(_("There is neither a line nor a status to release for %(mandate)s.") % {"mandate": mandate})
        as_seen = Mandate.objects.confirmed().filter(pk=mandate.pk)
        if draft.seen_status:
            as_seen = as_seen.filter(status=draft.seen_status)
        # Locked, so that no status which changes meanwhile is recorded before a release of the one that was seen.
        if not as_seen.order_by().select_for_update().values_list("pk"):
            raise Conflict(mandate, "status")
        row = Release.objects.create(
            mandate=mandate,
            level=level,
            text=draft.text.strip(),
            language=draft.language,
            status=draft.seen_status,
            update=draft.update,
            released_by=by,
            released_at=at,
        )
        record(mandate, ChangeKind.RELEASE, by=by, at=at, new=level, release=row.pk, status=row.status, text=row.text)
        touch(mandate, at)
        released.append(row)
    return released


@transaction.atomic
def ask_withdrawal(row: Release, *, by: User, reason: str, at: dt.datetime | None = None) -> None:
    """It is asked that the release be withdrawn; another person grants it."""
    at = at or dates.now()
    if not reason.strip():
        raise Refused(_("Say why it is to be withdrawn."))
    changed = Release.objects.filter(pk=row.pk, withdrawal_asked_by=None, withdrawn_at=None).update(
        withdrawal_asked_by=by, withdrawal_asked_at=at, withdrawal_reason=reason.strip()
    )
    if changed != 1:
        raise Conflict(row.mandate, "release")
    record(row.mandate, ChangeKind.WITHDRAWAL_ASKED, by=by, at=at, reason=reason.strip(), release=row.pk)


@transaction.atomic
def withdraw(row: Release, *, by: User, at: dt.datetime | None = None) -> None:
    """The release is withdrawn, and a tombstone with its day stands in its place; by a second person."""
    at = at or dates.now()
    if row.withdrawal_asked_by_id is None:
        raise Refused(_("Nobody has asked for this withdrawal."))
    if row.withdrawal_asked_by_id == by.pk:
        raise Refused(_("You asked for this withdrawal; a second person grants it."))
    asked = Release.objects.filter(
        pk=row.pk,
        withdrawn_at=None,
        withdrawal_asked_by=row.withdrawal_asked_by_id,
        withdrawal_reason=row.withdrawal_reason,
    )
    if asked.update(withdrawn_at=at, withdrawn_by=by) != 1:
        raise Conflict(row.mandate, "release")
    record(row.mandate, ChangeKind.WITHDRAWAL, by=by, at=at, reason=row.withdrawal_reason, release=row.pk)
    touch(row.mandate, at)


@transaction.atomic
def keep(row: Release, *, by: User, at: dt.datetime | None = None) -> None:
    """The withdrawal that was asked for is not made; the release stays."""
    at = at or dates.now()
    changed = Release.objects.filter(pk=row.pk, withdrawn_at=None).exclude(withdrawal_asked_by=None)
    if changed.update(withdrawal_asked_by=None, withdrawal_asked_at=None, withdrawal_reason="") != 1:
        raise Conflict(row.mandate, "release")
    record(row.mandate, ChangeKind.WITHDRAWAL_ASKED, by=by, at=at, release=row.pk, kept=True)
