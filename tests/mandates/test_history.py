"""Facts in words: what changed, who was faster."""

from itertools import product

import pytest

from mandates.enums import ChangeKind, Level, Status, WaitingFor
from mandates.history import change_sentence, conflict_sentence
from mandates.models import Change
from tests.factories import UserFactory


@pytest.mark.parametrize(
    ("kind", "old", "new", "params", "words"),
    [
        ("confirmed", "proposed", "not_started", {"ledger": "secretariat"},
         "Confirmed as a mandate, in the ledger: Secretariat"),
        ("confirmed", "proposed", "", {"ledger": "states"},
         "Confirmed as a mandate, in the ledger: States and others"),
        ("confirmed", "not_started", "proposed", {}, "Confirmation undone: it is a proposal again"),
        ("status", "not_started", "in_progress", {}, "Status: from Not started to In progress"),
        ("status", "in_progress", "superseded", {"authority": "5/1 (b)"},
         "Status: from In progress to Superseded, by 5/1 (b)"),
        ("status", "not_started", "in_progress", {"on_behalf_of": "Officer, pilotage"},
         "Status: from Not started to In progress, for Officer, pilotage"),
        ("status", "reported_done", "implemented", {"independent": False},
         "Status: from Reported done to Implemented, not verified independently"),
        ("status", "proposed", "declined", {}, "Status: from Proposed to Declined"),
        ("owner", "", "7", {"old_name": "", "new_name": "Officer, pilotage", "unit": "Support"},
         "Owner: from nobody to Officer, pilotage (Support)"),
        ("owner", "7", "", {"old_name": "Officer, pilotage"}, "Owner: from Officer, pilotage to nobody"),
        ("contributor", "", "7", {"new_name": "Officer, pilotage"}, "Officer, pilotage contributes"),
        ("contributor", "7", "", {"old_name": "Officer, pilotage"}, "Officer, pilotage no longer contributes"),
        ("waiting", "", "replies", {}, "Waiting for replies"),
        ("waiting", "replies", "", {}, "No longer waiting for replies"),
        ("deadline", "", "2010-10-22", {}, "Day of the text: from no day to 22 October 2010"),
        ("target", "2010-08-09", "2010-07-01", {}, "Target: from 9 August 2010 to 1 July 2010"),
        ("target", "2010-08-09", "", {}, "Target: from 9 August 2010 to no day"),
        ("group", "", "Pilotage", {}, "Group: Pilotage"),
        ("target_asked", "", "2010-11-05", {}, "Asked to move the target from no day to 5 November 2010"),
        ("target_asked", "2010-11-05", "", {}, "Took back the wish that the target be 5 November 2010"),
        ("target_refused", "", "2010-11-05", {}, "Refused to move the target from no day to 5 November 2010"),
        ("update", "", "3", {"on_behalf_of": "Officer, pilotage"}, "Wrote an update, for Officer, pilotage"),
        ("group", "Pilotage", "", {}, "Group: none"),
        ("update", "", "3", {}, "Wrote an update"),
        ("evidence", "", "3", {"what": "HARB/4/2"}, "Gave evidence: HARB/4/2"),
        ("release", "", "delegations", {}, "Released to: delegations"),
        ("withdrawal_asked", "", "", {}, "Asked for the withdrawal of a release"),
        ("withdrawal_asked", "", "", {"kept": True}, "Kept a release whose withdrawal was asked"),
        ("withdrawal", "", "", {}, "Withdrew a release"),
    ],
)  # fmt: skip
def test_what_a_change_says(kind, old, new, params, words):
    assert change_sentence(Change(kind=kind, old=old, new=new, params=params)) == words


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_has_words(kind):
    values = {
        ChangeKind.STATUS: Status.values,
        ChangeKind.CONFIRMED: ["proposed", "not_started", ""],
        ChangeKind.WAITING: WaitingFor.values[1:],
        ChangeKind.RELEASE: Level.values,
        ChangeKind.TARGET: ["2010-10-22", ""],
        ChangeKind.TARGET_ASKED: ["2010-10-22", ""],
        ChangeKind.TARGET_REFUSED: ["2010-10-22", ""],
        ChangeKind.DEADLINE: ["2010-10-22", ""],
    }.get(kind, ["", "7"])
    for old, new in product(values, values):
        words = change_sentence(Change(kind=kind, old=old, new=new))
        assert words
        assert "None" not in words


@pytest.mark.django_db
def test_who_was_faster_and_with_what():
    change = Change(
        kind=ChangeKind.STATUS, old="not_started", new="in_progress", by=UserFactory(name="Head, conference support")
    )
    words = conflict_sentence(change)
    assert words.startswith(
        "Head, conference support changed this mandate in the meantime: Status: from Not started to In progress."
    )
    assert "Nothing of yours was saved yet" in words
    change.by = None
    assert conflict_sentence(change).startswith("The system changed this mandate")
    assert "Somebody else changed this mandate" in conflict_sentence(None)
