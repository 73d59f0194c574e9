"""What was read of a mandate is corrected by a person, before it is confirmed and after."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.assigning import set_contributors
from mandates.actions.facts import Conflict, Refused, claim, record, touch
from mandates.actions.ledgers import ledger_of, parties_of
from mandates.actions.placing import place, place_of_verb
from mandates.actions.scheduling import calendar_of, schedule
from mandates.enums import ChangeKind, Ledger, Status
from mandates.models import Addressee, Mandate

NO_DEADLINE: dict[str, Any] = {
    "deadline_kind": "",
    "deadline_text": "",
    "deadline_date": None,
    "deadline_start": None,
    "deadline_ordinal": None,
    "deadline_part": "",
    "deadline_relation": "",
    "deadline_offset": "",
    "deadline_every": "",
}
DEADLINE = tuple(NO_DEADLINE)
COLUMNS = ("verb", "action", "action_type", "takes_effect", "funding", *DEADLINE, "spans", "doubt")
BEGINS = frozenset({None, Status.NOT_STARTED, Status.TOOK_EFFECT})  # a confirmed mandate on which no work has begun

Seen = tuple[int, str | None]  # edition and status on the page from which a person acts


def seen_of(mandate: Mandate) -> Seen:
    """What a page shows of the mandate, for the form on it."""
    return mandate.edition, mandate.status


def check_seen(mandate: Mandate, seen: Seen) -> None:
    """Conflict where the mandate is no longer what the person saw."""
    if seen != seen_of(mandate):
        raise Conflict(mandate, "edition", "status")


def reading_of(mandate: Mandate) -> dict[str, Any]:
    """What was read, as plain JSON types: the columns, and the names of the addressees."""
    found = {name: _plain(getattr(mandate, name)) for name in COLUMNS}
    return found | {"addressees": [addressee.name for addressee in mandate.addressees.all()]}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _columns(reading: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a reading as the database takes them."""
    values = {name: reading[name] for name in COLUMNS}
    for name in ("deadline_date", "deadline_start"):
        values[name] = dt.date.fromisoformat(values[name]) if values[name] else None
    return values


def placed(mandate: Mandate, was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The places of what was read, looked up anew for what differs."""
    spans, paragraph = dict(mandate.spans), mandate.paragraph
    near = (spans.get("verb") or {"at": [0]})["at"][0]
    if was["verb"] != now["verb"]:
        spans["verb"] = place_of_verb(now["verb"], paragraph, near)
    if was["addressees"] != now["addressees"]:
        spans["addressees"] = [at for name in now["addressees"] if (at := place(name, paragraph, near))]
    if was["action"] != now["action"]:
        spans["action"] = place(now["action"], paragraph, near)
    if was["deadline_text"] != now["deadline_text"]:
        action = spans.get("action") or {"at": [near]}
        spans["deadline"] = place(now["deadline_text"], paragraph, action["at"][0])
    return spans


def name_addressees(mandate: Mandate, names: list[str]) -> None:
    """The mandate asks these, in this order."""
    mandate.addressees.all().delete()
    Addressee.objects.bulk_create(
        Addressee(mandate=mandate, position=position, name=name[:500]) for position, name in enumerate(names)
    )
    getattr(mandate, "_prefetched_objects_cache", {}).pop("addressees", None)


@transaction.atomic
def correct(
    mandate: Mandate,
    new: Mapping[str, Any],
    *,
    by: User,
    seen: Seen,
    ledger: str | None = None,
    reason: str = "",
    did: str = "corrected",
    at: dt.datetime | None = None,
    **params: Any,
) -> Mandate:
    """What was read is as `new` says, and nothing of it is doubtful any more; recorded with what it was before.

    `new` holds any of COLUMNS and "addressees" (names). Of a confirmed mandate a reason is needed, its `ledger` may
    change, and its days follow, with changes of their own. Where nothing differs, nothing is done.
    """
    at = at or dates.now()
    check_seen(mandate, seen)
    if mandate.status == Status.DECLINED:
        raise Refused(_("Propose it again first."))
    was = reading_of(mandate)
    now = was | {"doubt": None} | {name: _plain(value) for name, value in new.items()}
    if "spans" not in new:
        now["spans"] = placed(mandate, was, now)
    if mandate.is_confirmed:
        was["ledger"], now["ledger"] = mandate.ledger, ledger or new.get("ledger") or mandate.ledger
    else:
        now.pop("ledger", None)
    fields = [name for name in now if now[name] != was[name] and name not in {"spans", "doubt"}]
    if did == "corrected" and not fields and now["doubt"] == was["doubt"]:
        return mandate
    if mandate.is_confirmed and not reason.strip():
        raise Refused(_("Say why the reading is corrected."))
    claim(mandate, {"edition": seen[0], "status": seen[1]}, edition=seen[0] + 1, **_columns(now))
    if "addressees" in fields:
        name_addressees(mandate, now["addressees"])
    told = {"did": did, "fields": fields, "was": was, "now": now, **params}
    one = fields[0] if len(fields) == 1 else ""
    record(
        mandate,
        ChangeKind.TEXT,
        by=by,
        at=at,
        old=_short(was.get(one)),
        new=_short(now.get(one)),
        reason=reason.strip(),
        **told,
    )
    if mandate.is_confirmed:
        _follow(mandate, now["ledger"], by=by, at=at)
    touch(mandate, at, reworded=True)
    return mandate


def _short(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, list) else str("" if value is None else value)
    return text[:200]


def _follow(mandate: Mandate, ledger: str, *, by: User, at: dt.datetime) -> None:
    """Ledger, status and days of a confirmed mandate follow from what is now read."""
    # The row is ours since it was claimed; what others wrote until then stands.
    mandate.refresh_from_db(fields=["due_on", "target_on", "target_is_set", "owner", "unit", "group"])
    begins = Status.TOOK_EFFECT if mandate.takes_effect else Status.NOT_STARTED
    status: str | None = None if ledger == Ledger.STATES else begins
    if mandate.status not in BEGINS:
        if ledger == Ledger.STATES or mandate.takes_effect:
            raise Refused(_("Work on it has begun. Take the status back first."))
        status = mandate.status
    due, target, old = mandate.due_on, mandate.target_on, mandate.status
    names = [addressee.name for addressee in mandate.addressees.all()]
    asked = ledger_of(names, mandate.body, mandate.group, parties_of(mandate.body)).body
    mandate.ledger, mandate.status = ledger, status
    mandate.asked_body = asked if ledger == Ledger.CONFERENCE else None
    changed = ["ledger", "status", "asked_body", "due_on", "due_reason", "deadline_session", "target_on"]
    if ledger == Ledger.STATES:
        changed += _nobodys(mandate, by=by, at=at)
    schedule(mandate, calendar_of(mandate.body), dates.day_of(at))
    mandate.save(update_fields=changed)
    if status != old:
        record(mandate, ChangeKind.STATUS, by=by, at=at, old=old, new=status)
    if mandate.due_on != due:
        record(mandate, ChangeKind.DEADLINE, by=by, at=at, old=due, new=mandate.due_on)
    if mandate.target_on != target:
        record(mandate, ChangeKind.TARGET, by=by, at=at, old=target, new=mandate.target_on)


def _nobodys(mandate: Mandate, *, by: User, at: dt.datetime) -> list[str]:
    """What is asked of States has no owner here, waits for nothing and has no target; the columns that say so."""
    if mandate.owner:
        record(mandate, ChangeKind.OWNER, by=by, at=at, old=mandate.owner.pk, old_name=str(mandate.owner))
    set_contributors(mandate, [], by=by, at=at)
    mandate.owner = mandate.unit = None
    mandate.target_is_set, mandate.waiting_for, mandate.waiting_since, mandate.waiting_basis = False, "", None, ""
    return ["owner", "unit", "target_is_set", "waiting_for", "waiting_since", "waiting_basis"]
