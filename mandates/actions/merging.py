"""Two proposals that are one request become one; and each correction of a reading is taken back."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.correcting import DEADLINE, Seen, check_seen, correct, reading_of, seen_of
from mandates.actions.facts import Refused, claim, record, touch
from mandates.actions.placing import printed
from mandates.actions.reviewing import undo_confirmation
from mandates.enums import ChangeKind, Status
from mandates.models import Change, Mandate

TAKEN_BACK = frozenset({"corrected", "split", "split_off", "merged", "merged_into"})  # what one button takes back


def which_stays(one: Mandate, other: Mandate) -> tuple[Mandate, Mandate]:
    """The confirmed one before a proposal, else the one that comes first; and the one that goes."""
    first, second = sorted((one, other), key=lambda each: (not each.is_confirmed, each.position, each.pk))
    return first, second


@transaction.atomic
def merge(
    one: Mandate,
    other: Mandate,
    *,
    by: User,
    seen: Seen,
    other_seen: Seen,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Mandate:
    """Two requests of a paragraph are one, which is returned; the reference of the other leads to it.

    It asks all whom either asked, for what is printed from the first action to the end of the second; it keeps its
    own deadline and funding, and takes the other's where it has none.
    """
    at = at or dates.now()
    check_seen(one, seen)
    check_seen(other, other_seen)
    if one == other or one.paragraph_id != other.paragraph_id:
        raise Refused(_("Only two requests of the same paragraph can be merged."))
    if Status.DECLINED in {one.status, other.status}:
        raise Refused(_("Propose it again first."))
    if (one.is_confirmed or other.is_confirmed) and not reason.strip():
        raise Refused(_("Say why the reading is corrected."))
    stays, goes = which_stays(one, other)
    mine, theirs = reading_of(stays), reading_of(goes)
    new: dict[str, Any] = {"addressees": list(dict.fromkeys(mine["addressees"] + theirs["addressees"]))}
    new["action"] = _together(stays, goes)
    if not mine["deadline_kind"]:
        new |= {name: theirs[name] for name in DEADLINE}
    if not mine["funding"]:
        new["funding"] = theirs["funding"]
    _retire(goes, stays, by=by, at=at, reason=reason)
    return correct(stays, new, by=by, seen=seen_of(stays), reason=reason, did="merged", at=at, other=goes.pk)


def _together(stays: Mandate, goes: Mandate) -> str:
    """What is printed from the first action to the end of the second; else both, one after the other."""
    spans = [each.spans.get("action") for each in (stays, goes)]
    if all(spans) and len({span["label"] for span in spans}) == 1:
        start, end = min(span["at"][0] for span in spans), max(span["at"][1] for span in spans)
        found = printed({"label": spans[0]["label"], "at": [start, end]}, stays.paragraph)
        if found:
            return found
    first, second = sorted((stays, goes), key=lambda each: (each.position, each.pk))
    return first.action if second.action in first.action else f"{first.action}; {second.action}"


def _retire(goes: Mandate, stays: Mandate, *, by: User, at: dt.datetime, reason: str) -> None:
    """The mandate is merged into the one that stays. Refused once it was released or begun."""
    if goes.is_confirmed:
        undo_confirmation(goes, by=by, reason=reason, at=at)
    was = {"edition": goes.edition, "status": Status.PROPOSED}
    claim(goes, was, status=Status.DECLINED, merged_into=stays, edition=goes.edition + 1)
    record(goes, ChangeKind.TEXT, by=by, at=at, reason=reason.strip(), did="merged_into", other=stays.pk, fields=[])
    touch(goes, at)


def last_correction(mandate: Mandate) -> Change | None:
    """The last thing that was done to its reading."""
    return mandate.changes.filter(kind=ChangeKind.TEXT).first()


@transaction.atomic
def take_back(mandate: Mandate, *, by: User, seen: Seen, at: dt.datetime | None = None) -> Mandate:
    """The last correction of its reading is undone: an edit, a split, a merger. Returns the mandate that stays."""
    at = at or dates.now()
    check_seen(mandate, seen)
    last = last_correction(mandate)
    did = last.params.get("did") if last else ""
    if last is None or did not in TAKEN_BACK:
        raise Refused(_("There is no correction of it to take back."))
    if did in {"split_off", "merged_into"}:
        return take_back(_partner(last, {"split", "merged"}), by=by, seen=_seen_now(last), at=at)
    reason = _("The correction was taken back.")
    if did == "split":
        second = _partner(last, {"split_off"})
        _retire(second, mandate, by=by, at=at, reason=reason)
    elif did == "merged":
        _bring_back(_partner(last, {"merged_into"}), by=by, at=at)
    return correct(mandate, last.params["was"], by=by, seen=seen, reason=reason, did="taken_back", at=at)


def _partner(last: Change, did: set[str]) -> Mandate:
    """The other mandate of a split or a merger; Refused where it was corrected since."""
    rows = Mandate.objects.for_rows().prefetch_related("addressees", "paragraph__texts")
    other = rows.get(pk=last.params["other"])
    change = last_correction(other)
    if change is None or change.params.get("did") not in did or change.params.get("other") != last.mandate_id:
        raise Refused(_("The other part was corrected since. Take that back first, or edit both."))
    return other


def _seen_now(last: Change) -> Seen:
    return seen_of(Mandate.objects.get(pk=last.params["other"]))


def _bring_back(gone: Mandate, *, by: User, at: dt.datetime) -> None:
    """What was merged is a proposal of its own again."""
    was = {"edition": gone.edition, "status": Status.DECLINED}
    claim(gone, was, status=Status.PROPOSED, merged_into=None, edition=gone.edition + 1)
    record(gone, ChangeKind.TEXT, by=by, at=at, did="parted", fields=[])
    touch(gone, at)
