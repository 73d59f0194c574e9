"""Codes and parameters in words: why a day is the day, what changed, who was faster."""

import datetime as dt
from itertools import product

import pytest

from mandates.enums import ChangeKind, Level, Status, WaitingFor
from mandates.models import Change
from mandates.scheduling import Calendar, Meeting, Rule, day_of_text
from mandates.wording import change_sentence, conflict_sentence, days_in_words, due_sentence, duration
from tests.factories import UserFactory


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2010-10-18", "2010-10-22", "18 to 22 October 2010"),
        ("2010-09-27", "2010-10-01", "27 September to 1 October 2010"),
        ("2010-12-28", "2011-01-03", "28 December 2010 to 3 January 2011"),
        ("2010-10-18", "2010-10-18", "18 October 2010"),
    ],
)
def test_days_are_written_as_reports_write_them(first, last, words):
    assert days_in_words(day(first), day(last)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P6W", "6 weeks"),
        ("-P1W", "1 week"),
        ("P6M", "6 months"),
        ("P1M", "1 month"),
        ("P2Y", "2 years"),
        ("P1Y", "1 year"),
        ("-P30D", "30 days"),
        ("P1D", "1 day"),
    ],
)
def test_a_duration_in_words(text, words):
    assert duration(text) == words


CALENDAR = Calendar(
    [
        Meeting(5, 5, "", day("2010-10-18"), day("2010-10-22")),
        Meeting(6, 5, "resumed", day("2011-02-07"), day("2011-02-08")),
        Meeting(7, 7, "", is_cancelled=True),
    ]
)
IN_2010 = " (18 to 22 October 2010)"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule(), "no deadline in the text"),
        (Rule("date", date=day("2009-09-30")), "a day that the text gives"),
        (Rule("date"), "a span of time that the text gives without saying when it ends"),
        (Rule("ongoing"), "continuing, without a day"),
        (Rule("ongoing", date=day("2009-12-31")), "continuing until this day"),
        (Rule("on_request"), "whenever requested"),
        (Rule("recurring", every="P6M"), "again every 6 months"),
        (Rule("recurring"), "regularly"),
        (Rule("recurring", every="session"), "at each session"),
        (Rule("session", session=5, relation="at"), f"at the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="during"), f"during the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="by"), f"by the fifth session: the day it opens{IN_2010}"),
        (Rule("session", session=5, relation="before"), f"before the fifth session: the day before it opens{IN_2010}"),
        (Rule("session", session=5, relation="before", offset="-P6W"), f"6 weeks before the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="after", offset="P3M"), f"3 months after the fifth session{IN_2010}"),
        (Rule("session", session=5, relation="after"), f"after the fifth session: no day until one is set{IN_2010}"),
        (
            Rule("session", session=5, relation="at", part="resumed"),
            "at the resumed fifth session (7 to 8 February 2011)",
        ),
        (Rule("session", session=6, relation="at"), "awaiting the date of the sixth session"),
        (Rule("session", session=73, relation="at"), "awaiting the date of the session 73"),
        (Rule("session", session=7, relation="at"), "the seventh session was cancelled; a person decides"),
        (Rule("session", relation="at"), "at a session whose number is not known"),
    ],
    ids=str,
)
def test_why_the_day_is_the_day(rule, words):
    due = day_of_text(rule, CALENDAR)
    assert due_sentence({"code": due.code, "params": due.params}) == words


def test_a_mandate_that_was_not_worked_out_yet_has_no_deadline():
    assert due_sentence(None) == "no deadline in the text"


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
