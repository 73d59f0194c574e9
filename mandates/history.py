"""What a fact of a mandate's history says, as a sentence in the reader's language, without who and when."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from mandates.enums import ActionType, ChangeKind, DeadlineKind, Funding, Ledger, Level, Status, WaitingFor


def _status(code: str) -> str:
    return str(Status(code).label) if code in Status.values else _("asked of States and others")


def _day(iso: str) -> str:
    return date_format(dt.date.fromisoformat(iso)) if iso else _("no day")


def _for(params: Mapping[str, Any]) -> str:
    """For whom somebody did it who is not the owner."""
    person = params.get("on_behalf_of")
    return ", " + _("for %(person)s") % {"person": person} if person else ""


def _correction(params: Mapping[str, Any]) -> str:
    """What a person did to the reading of a mandate, each part that differs from what to what."""
    sentences = {
        "split": _("Split: a part of it became a request of its own"),
        "split_off": _("Split off from another request of the paragraph"),
        "merged": _("Another request of the paragraph was merged into it"),
        "merged_into": _("Merged into another request of the paragraph"),
        "parted": _("A merger was taken back: it stands on its own again"),
        "added": _("Added: the reader had missed it"),
        "taken_back": _("A correction of the reading was taken back"),
        "noted": _("Noted what it takes in resources"),
        "words": _("The words of its paragraph changed; what was read in them stays"),
        "words_back": _("The words of its paragraph are again what they were"),
        "vanished": _("A later file of the decision no longer holds its paragraph"),
    }
    if params.get("did") == "renamed":
        words = _("Carried over from %(former)s to %(now)s") if params.get("former") else _("Carried back to %(now)s")
        return words % {"former": params.get("former", ""), "now": params.get("now", "")}
    if params.get("did") in sentences:
        return sentences[params["did"]]
    parts = dict.fromkeys(_part(name, params) for name in params.get("fields", []))
    if params.get("did") == "adopted" and not parts:
        return _("Carried over from the draft to what was adopted")
    if not parts:
        return _("Looked at: nothing of it is doubtful any more")
    return _("Correction of the reading: %(parts)s") % {"parts": "; ".join(parts)}


def _part(name: str, params: Mapping[str, Any]) -> str:
    """One part of a reading that was corrected, from what to what; the parts of a deadline are told as one."""
    labels = {
        "verb": _("verb"),
        "addressees": _("addressees"),
        "action": _("action"),
        "action_type": _("type"),
        "takes_effect": _("takes effect"),
        "funding": _("funding"),
        "ledger": _("ledger"),
    }
    values = {"field": labels.get(name, _("deadline"))}
    for key, reading in (("old", "was"), ("new", "now")):
        said = params.get(reading, {})
        values[key] = _read(name, said) if name in labels else said.get("deadline_text") or _read("deadline_kind", said)
    if values["old"] == values["new"]:
        return str(values["field"])
    return _("%(field)s from “%(old)s” to “%(new)s”") % values


def _read(name: str, reading: Mapping[str, Any]) -> str:
    """A part of a reading in words, not too long for a line of history."""
    value = reading.get(name)
    choices: dict[str, Any] = {
        "action_type": ActionType,
        "funding": Funding,
        "ledger": Ledger,
        "deadline_kind": DeadlineKind,
    }
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in choices and value in choices[name].values:
        return str(choices[name](value).label)
    return Truncator(", ".join(value) if isinstance(value, list) else str(value or _("nothing"))).chars(80)


def _related_sentence(params: Mapping[str, Any]) -> str:
    """That two requests were linked, or are no longer, as the one or the other of them tells it."""
    other = {"other": params.get("other", "")}
    if params.get("did") == "unlinked":
        return _("No longer related: %(other)s") % other
    return (_("Follows from %(other)s") if params.get("is_later") else _("Followed by %(other)s")) % other


def change_sentence(change: Any) -> str:
    """What a `Change` says, in words without who and when: "Status: from Not started to In progress"."""
    old, new, params = change.old, change.new, change.params
    match change.kind:
        case ChangeKind.CONFIRMED if new == Status.PROPOSED:
            return _("Confirmation undone: it is a proposal again")
        case ChangeKind.CONFIRMED:
            ledger = Ledger(params["ledger"]).label if params.get("ledger") in Ledger.values else ""
            return _("Confirmed as a mandate, in the ledger: %(ledger)s") % {"ledger": ledger}
        case ChangeKind.STATUS:
            sentence = _("Status: from %(old)s to %(new)s") % {"old": _status(old), "new": _status(new)}
            if params.get("authority"):
                sentence += ", " + _("by %(paragraph)s") % {"paragraph": params["authority"]}
            sentence += _for(params)
            if params.get("independent") is False:
                sentence += ", " + _("not verified independently")
            return sentence
        case ChangeKind.OWNER:
            names = {"old": params.get("old_name") or _("nobody"), "new": params.get("new_name") or _("nobody")}
            sentence = _("Owner: from %(old)s to %(new)s") % names
            return f"{sentence} ({params['unit']})" if params.get("unit") else sentence
        case ChangeKind.CONTRIBUTOR if new:
            return _("%(person)s contributes") % {"person": params.get("new_name", "")}
        case ChangeKind.CONTRIBUTOR:
            return _("%(person)s no longer contributes") % {"person": params.get("old_name", "")}
        case ChangeKind.WAITING if new:
            return _("Waiting for %(what)s") % {"what": WaitingFor(new).label}
        case ChangeKind.WAITING:
            return _("No longer waiting for %(what)s") % {"what": WaitingFor(old).label}
        case ChangeKind.DEADLINE:
            return _("Day of the text: from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.TARGET:
            return _("Target: from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.TARGET_ASKED if new:
            asked = _("Asked to move the target from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
            return asked + _for(params)
        case ChangeKind.TARGET_ASKED:
            return _("Took back the wish that the target be %(old)s") % {"old": _day(old)} + _for(params)
        case ChangeKind.TARGET_REFUSED:
            return _("Refused to move the target from %(old)s to %(new)s") % {"old": _day(old), "new": _day(new)}
        case ChangeKind.GROUP:
            return _("Group: %(group)s") % {"group": new or _("none")}
        case ChangeKind.TEXT:
            return _correction(params)
        case ChangeKind.UPDATE:
            return _("Wrote an update") + _for(params)
        case ChangeKind.EVIDENCE:
            return _("Gave evidence: %(what)s") % {"what": params.get("what", "")} + _for(params)
        case ChangeKind.RELEASE:
            level = Level(new).label if new in Level.values else new
            return _("Released to: %(level)s") % {"level": level}
        case ChangeKind.WITHDRAWAL_ASKED if params.get("kept"):
            return _("Kept a release whose withdrawal was asked")
        case ChangeKind.WITHDRAWAL_ASKED:
            return _("Asked for the withdrawal of a release")
        case ChangeKind.WITHDRAWAL:
            return _("Withdrew a release")
        case ChangeKind.RELATED:
            return _related_sentence(params)
    return str(change.get_kind_display())


def conflict_sentence(change: Any) -> str:
    """Who was faster, and with what, for the person whose own change was not made."""
    if change is None:
        return _("Somebody else changed this mandate in the meantime. Nothing of yours was saved yet: look again.")
    return _(
        "%(person)s changed this mandate in the meantime: %(what)s. Nothing of yours was saved yet; "
        "what you wrote stands below. Look again, then save it once more."
    ) % {"person": change.by or _("The system"), "what": change_sentence(change)}
