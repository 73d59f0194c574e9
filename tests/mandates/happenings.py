"""Two years of a conference, from its third session to the close of its fourth: what is done on which day.

Every action is the application's own; the story only calls it. `HAPPENINGS` holds for each day what is done at noon.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable

from ctoctrack.accounts.models import Absence
from mandates.actions import assigning, moving, reviewing, silencing, targets
from mandates.models import TargetRequest
from tests.mandates.cycle import REQUESTS, Cycle

FIRST, LAST = dt.date(2008, 10, 17), dt.date(2010, 10, 31)
OUTAGE = {dt.date(2009, 6, day) for day in (20, 21, 22)}  # a Saturday to a Monday on which nothing runs

Happening = Callable[["Cycle"], object]
HAPPENINGS: defaultdict[dt.date, list[Happening]] = defaultdict(list)


def on(year: int, month: int, day: int) -> Callable[[Happening], Happening]:
    """What follows happens on that day."""

    def put(happening: Happening) -> Happening:
        HAPPENINGS[dt.date(year, month, day)].append(happening)
        return happening

    return put


@on(2008, 10, 20)
def the_report_is_confirmed(it: Cycle) -> None:
    """The secretary confirms what the report of the third session asks for."""
    for (number, label), (_action, ledger, _deadline) in REQUESTS.items():
        reviewing.confirm(it.mandate(f"{number} {label}"), by=it.people["secretary"], ledger=ledger)


@on(2008, 10, 21)
def owners_are_named(it: Cycle) -> None:
    """The head gives each request of 3/1 and 3/2 an owner, and asks statistics to contribute; 3/3 (a) stays open."""
    for name, owner in (
        ("3/1 (a)", "pilotage"),
        ("3/1 (b)", "pilotage"),
        ("3/1 (c)", "lights"),
        ("3/2 (a)", "dredging"),
        ("3/2 (b)", "dredging"),
        ("3/2 (c)", "lights"),
        ("3/3 (c)", "archives"),
    ):
        it.give(name, owner, by="secretary")
    assigning.set_contributors(it.mandate("3/1 (b)"), [it.people["statistics"]], by=it.people["secretary"])


@on(2009, 1, 12)
def work_begins(it: Cycle) -> None:
    """The owner starts 3/1 (b)."""
    it.move("3/1 (b)", "start", "pilotage")


@on(2009, 3, 2)
def it_has_been_seen(it: Cycle) -> None:
    """The owner has seen the reminder of 3/2 (a), and leaves it lying: it will be late."""
    silencing.acknowledge(it.mandate("3/2 (a)"), by=it.people["dredging"])


@on(2009, 5, 4)
def what_was_late_is_done(it: Cycle) -> None:
    """The experts of 3/2 (a) are invited at last; the owner reports it done."""
    it.prove("3/2 (a)", "dredging", "HS/2009/3")
    it.move("3/2 (a)", "report-done", "dredging", "Experts of all regions were invited.")


@on(2009, 5, 11)
def it_is_verified(it: Cycle) -> None:
    """The head verifies 3/2 (a)."""
    it.move("3/2 (a)", "verify", "head", "The invitations went out.")


@on(2009, 5, 26)
def the_register_gets_an_owner(it: Cycle) -> None:
    """3/3 (a), which nobody owned, is given to port registers a week before its day."""
    it.give("3/3 (a)", "deputy", by="secretary")


@on(2009, 5, 27)
def another_target_is_asked_for(it: Cycle) -> None:
    """Its new owner asks for another target."""
    targets.ask_target(
        it.mandate("3/3 (a)"), dt.date(2009, 7, 6), by=it.people["deputy"], reason="The names come in slowly."
    )


@on(2009, 5, 28)
def the_target_is_granted(it: Cycle) -> None:
    """The secretary grants it."""
    targets.grant_target(TargetRequest.objects.get(), by=it.people["secretary"])


@on(2009, 7, 3)
def the_register_is_open(it: Cycle) -> None:
    """The register is open: reported done."""
    it.prove("3/3 (a)", "deputy", "HS/2009/8")
    it.move("3/3 (a)", "report-done", "deputy", "The register is open with the names of 40 harbours.")


@on(2009, 7, 7)
def the_register_is_verified(it: Cycle) -> None:
    """The head verifies it."""
    it.move("3/3 (a)", "verify", "head", "Seen.")


@on(2009, 9, 7)
def the_owner_is_away(it: Cycle) -> None:
    """Pilotage is away until 2 October; port registers acts in the meantime."""
    Absence.objects.create(
        person=it.people["pilotage"],
        deputy=it.people["deputy"],
        since=dt.date(2009, 9, 7),
        until=dt.date(2009, 10, 2),
    )


@on(2009, 9, 29)
def the_deputy_reports_it_done(it: Cycle) -> None:
    """The deputy reports 3/1 (b) done."""
    it.prove("3/1 (b)", "deputy", "HS/2009/11")
    it.move("3/1 (b)", "report-done", "deputy", "The questionnaire is out.")


@on(2009, 10, 12)
def part_of_it_is_left(it: Cycle) -> None:
    """The secretary finds 3/1 (b) partly implemented: two regions have no translation yet."""
    it.move("3/1 (b)", "verify-partly", "secretary", "Two regions have no translation yet.")


@on(2009, 11, 2)
def the_rest_is_done(it: Cycle) -> None:
    """The owner reports the rest of 3/1 (b)."""
    it.move("3/1 (b)", "report-done", "pilotage", "The translations are out as well.")


@on(2009, 11, 3)
def the_rest_is_verified(it: Cycle) -> None:
    """The secretary verifies 3/1 (b)."""
    it.move("3/1 (b)", "verify", "secretary", "Seen.")


@on(2010, 1, 25)
def the_handbook_waits(it: Cycle) -> None:
    """3/2 (b) waits for clearance; its reminders are silent."""
    assigning.set_waiting(it.mandate("3/2 (b)"), "clearance", by=it.people["dredging"], was="")


@on(2010, 3, 8)
def the_handbook_waits_no_more(it: Cycle) -> None:
    """The clearance for 3/2 (b) is there, after its day."""
    assigning.set_waiting(it.mandate("3/2 (b)"), "", by=it.people["head"], was="clearance")


@on(2010, 3, 22)
def the_session_moves(it: Cycle) -> None:
    """The secretary moves the fourth session by a week: the hall is taken."""
    moving.move_session(
        it.session,
        dt.date(2010, 10, 18),
        dt.date(2010, 10, 22),
        by=it.people["secretary"],
        reason="The hall is taken in the week before.",
    )


@on(2010, 3, 30)
def the_handbook_is_done(it: Cycle) -> None:
    """The owner reports the handbook done."""
    it.prove("3/2 (b)", "dredging", "HS/2010/2")
    it.move("3/2 (b)", "report-done", "dredging", "The handbook is published.")


@on(2010, 4, 6)
def the_handbook_is_verified(it: Cycle) -> None:
    """The head verifies 3/2 (b)."""
    it.move("3/2 (b)", "verify", "head", "Seen.")


@on(2010, 8, 2)
def the_report_goes_out(it: Cycle) -> None:
    """The owner reports 3/1 (a) done."""
    it.prove("3/1 (a)", "pilotage", "HS/CONF/2010/4")
    it.move("3/1 (a)", "report-done", "pilotage", "The report was submitted.")


@on(2010, 8, 9)
def the_report_is_verified(it: Cycle) -> None:
    """The head verifies 3/1 (a)."""
    it.move("3/1 (a)", "verify", "head", "Seen.")


@on(2010, 9, 6)
def the_list_of_lights_is_out(it: Cycle) -> None:
    """The owner reports 3/1 (c) done, a month after its target."""
    it.prove("3/1 (c)", "lights", "HS/CONF/2010/INF/1")
    it.move("3/1 (c)", "report-done", "lights", "The list is printed.")


@on(2010, 9, 8)
def the_list_of_lights_is_verified(it: Cycle) -> None:
    """The head verifies it."""
    it.move("3/1 (c)", "verify", "head", "Seen.")


@on(2010, 9, 13)
def the_draft_rules_are_put_off(it: Cycle) -> None:
    """The owner of 3/2 (c), which the Conference does itself, wants to hear of it again in 30 days."""
    silencing.snooze(it.mandate("3/2 (c)"), 30, by=it.people["lights"])


@on(2010, 10, 20)
def the_draft_rules_were_considered(it: Cycle) -> None:
    """The Conference has considered the draft rules: 3/2 (c) is done."""
    it.prove("3/2 (c)", "lights", "HS/CONF/2010/5")
    it.move("3/2 (c)", "report-done", "lights", "Considered at the fourth session.")


@on(2010, 10, 22)
def the_cycle_closes(it: Cycle) -> None:
    """The secretary verifies it."""
    it.move("3/2 (c)", "verify", "secretary", "As the report of the session says.")
