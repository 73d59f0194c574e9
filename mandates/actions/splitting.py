"""One request that was two becomes two; and a request that the reader missed is added."""

import datetime as dt
import re
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from mandates.actions.assigning import assign
from mandates.actions.correcting import (
    COLUMNS,
    DEADLINE,
    NO_DEADLINE,
    Seen,
    check_seen,
    correct,
    name_addressees,
    placed,
    reading_of,
)
from mandates.actions.facts import Refused, record, touch
from mandates.actions.marked import read_marked
from mandates.actions.placing import place, printed
from mandates.actions.proposing import sort_key
from mandates.actions.reviewing import confirm
from mandates.enums import ChangeKind, Status
from mandates.models import Mandate
from sessions.models import Paragraph

_LOOSE_END = re.compile(r"(?:[\s,;]|(?<!\w)(?:and|or|also|further|as well as|to)(?!\w))+$", re.IGNORECASE)
_LOOSE_START = re.compile(r"^(?:[\s,;]|(?:and|or|also|further|as well as|to)(?!\w))+", re.IGNORECASE)
_JOINT = re.compile(
    r"(?P<strong>[,;]\s+(?:and|or)\s+(?:also\s+|further\s+)?(?:to\s+)?|;\s+(?:to\s+)?|\s+(?:and|or)\s+(?:also\s+)?to\s+"
    r"|,\s+to\s+)|\s+(?:and|or)\s+(?:also\s+)?|,\s+"
)
NOTHING: dict[str, Any] = {"verb": "", "addressees": [], "action": "", "deadline_text": ""}
AT_MOST = 8  # places to choose from; more are no help


def ends_of(action: str) -> list[str]:
    """The ends of an action that could be a request of their own, the likely ones first: what follows "and to"."""
    joints = [joint for joint in _JOINT.finditer(action) if len(action[joint.end() :].split()) > 1 and joint.start()]
    joints.sort(key=lambda joint: not joint["strong"])
    return [action[joint.end() :].rstrip(" ,;.") for joint in joints[:AT_MOST]]


def rest_of(action: str, words: str) -> str:
    """The action without the words, and without the "and to" that joined them; the whole where they are elsewhere."""
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    found = re.search(pattern, action, re.IGNORECASE) if pattern else None
    if found is None:
        return action
    before, after = _LOOSE_END.sub("", action[: found.start()]), action[found.end() :].strip()
    if not before:
        return _LOOSE_START.sub("", after).rstrip(" ,;.")
    return f"{before}{'' if after[:1] in ',;.' else ' '}{after}".rstrip(" ,;.") if after.strip(" ,;.") else before


@transaction.atomic
def split(
    mandate: Mandate,
    words: str,
    *,
    by: User,
    seen: Seen,
    near: int | None = None,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Mandate:
    """The words of the paragraph are the action of a second request, which the first no longer has; returns it.

    The second has the verb and the addressees of the first unless the words name their own. Of a confirmed mandate the
    second is confirmed too, with the next number, in the same ledger and with the same owner. `near` is the character
    at which the words were marked.
    """
    at = at or dates.now()
    check_seen(mandate, seen)
    paragraph = Paragraph.objects.select_for_update(of=("self",)).select_related("chapeau").get(pk=mandate.paragraph_id)
    action = mandate.spans.get("action") or {"at": [0]}
    words = words.strip(" \t\r\n,;.")
    where = place(words, paragraph, action["at"][0] if near is None else near)
    if where is None:
        raise Refused(_("These words do not stand in the paragraph."))
    words = printed(where, paragraph)
    rest = rest_of(mandate.action, words)
    if not rest:
        raise Refused(_("Nothing would be left of the first request. Choose fewer words."))
    made = read_marked(paragraph, words, where["at"][0], mandate)
    second, names = made if made else (_like(mandate, words), [a.name for a in mandate.addressees.all()])
    first: dict[str, Any] = {"action": rest}
    if mandate.deadline_text and mandate.deadline_text in words and mandate.deadline_text not in rest:
        first |= NO_DEADLINE
    _insert(second, names, after=mandate, at=at)
    correct(mandate, first, by=by, seen=seen, reason=reason, did="split", at=at, other=second.pk)
    _record(second, by=by, at=at, did="split_off", other=mandate.pk)
    if mandate.is_confirmed:
        confirm(second, by=by, ledger=mandate.ledger, at=at)
        if mandate.owner:
            assign(second, mandate.owner, mandate.unit, by=by, was=None, at=at)
    return second


def _like(mandate: Mandate, words: str) -> Mandate:
    """A request of the same kind, whose action is the words; the reader makes nothing of them."""
    columns = {name: getattr(mandate, name) for name in COLUMNS if name not in DEADLINE} | {"action": words}
    return Mandate(body=mandate.body, paragraph=mandate.paragraph, status=Status.PROPOSED, **columns | {"doubt": None})


def _insert(made: Mandate, names: list[str], *, after: Mandate | None, at: dt.datetime) -> None:
    """The request is saved, in its place among those of the paragraph."""
    paragraph = made.paragraph
    others = list(paragraph.mandates.order_by("position", "pk"))
    place_at = next((k + 1 for k, one in enumerate(others) if after and one.pk == after.pk), len(others))
    made.touched_on = dates.day_of(at)
    for position, one in enumerate([*others[:place_at], made, *others[place_at:]]):
        one.position, one.sort_key = position, sort_key(paragraph, position)
    Mandate.objects.bulk_update(others, ["position", "sort_key"])
    made.save()
    name_addressees(made, names)


def _record(made: Mandate, *, by: User, at: dt.datetime, reason: str = "", **params: Any) -> None:
    record(made, ChangeKind.TEXT, by=by, at=at, reason=reason, fields=[], now=reading_of(made), **params)
    touch(made, at, reworded=True)


@transaction.atomic
def add(
    paragraph: Paragraph, new: dict[str, Any], *, by: User, reason: str = "", at: dt.datetime | None = None
) -> Mandate:
    """A request that the reader missed stands as a proposal; `new` holds columns of a reading and "addressees".

    Refused where the paragraph has a request with these words already: two people may have missed the same.
    """
    at = at or dates.now()
    Paragraph.objects.select_for_update().get(pk=paragraph.pk)
    action, names = str(new["action"]), list(new["addressees"])
    for other in paragraph.mandates.exclude(status=Status.DECLINED).prefetch_related("addressees"):
        same_names = [addressee.name for addressee in other.addressees.all()] == names
        if same_names and other.action.split() == action.split():
            raise Refused(_("This request is among those of the paragraph already."))
    columns = {name: value for name, value in new.items() if name in COLUMNS}
    made = Mandate(body=paragraph.decision.body, paragraph=paragraph, status=Status.PROPOSED, **columns)
    made.spans = placed(made, NOTHING, NOTHING | new)
    _insert(made, names, after=None, at=at)
    _record(made, by=by, at=at, reason=reason, did="added")
    return made
