"""What became of the harbour conference's decisions between October 2007 and 30 November 2008: one story a mandate.

A story names its mandate (decision, path of the paragraph, first words of what is asked), who owns it, and what
happened: day, person, what they did, and with what words. `load` calls the action of that name at that moment.

    start, continue, go-on     the transition of the table of statuses
    update                     an update, in words
    evidence                   a document's symbol
    done, verify, partly       outcome; note; what is left
    wait                       what for, and for resources on what basis
    target                     the new day, and why
    line, status, both         released to a level: a line, the status, or both
    ask-withdrawal, withdraw   of the latest line
"""

from typing import NamedTuple

RECEIVED, CONFIRMED, DECLINED, ASSIGNED = "2007-11-05", "2007-11-06", "2007-11-06", "2007-11-12"

Event = tuple[str, ...]


class Story(NamedTuple):
    """One mandate and what happened to it. Without owner it is unassigned; what States are asked has none."""

    decision: str
    path: str
    begins: str
    owner: str
    events: tuple[Event, ...]


# Proposals that were found to be none: decision, path, first words, reason.
NO_MANDATES = (
    (
        "3/2",
        "2",
        "establish",
        "Done by the decision itself: the working group exists, and what it is asked stands in paragraph 3.",
    ),
)

# Left for the review page: nobody has said yet whether these are mandates.
LEFT_TO_REVIEW = (("3/1", "7"), ("3/3", "5"))

# What a financial statement says of a paragraph of a draft, traced to the paragraph that it became.
TRACED = ("HARB/3/L.3", "4", "amended", "4")

STORIES = (
    Story(
        "3/1",
        "2",
        "collect",
        "pilotage",
        (
            ("2007-11-20", "pilotage", "start"),
            ("2007-12-10", "pilotage", "update", "A form for the particulars was drawn up and cleared."),
            ("2008-01-15", "pilotage", "update", "The form went to all States with a note verbale."),
            ("2008-03-20", "pilotage", "update", "Nine States have answered so far; a reminder is being prepared."),
            ("2008-04-07", "pilotage", "wait", "replies"),
            ("2008-05-06", "secretary", "line", "public", "Nine States had sent particulars by 31 March 2008."),
            (
                "2008-09-22",
                "pilotage",
                "update",
                "Sixteen of twenty-four States have answered; the rest were written to.",
            ),
            ("2008-10-01", "secretary", "line", "public", "By 30 September 2008 sixteen States had sent particulars."),
        ),
    ),
    Story(
        "3/1",
        "3",
        "submit",
        "",
        (("2008-07-14", "secretary", "line", "delegations", "By 30 June 2008 seven States had sent in reports."),),
    ),
    Story(
        "3/1",
        "3",
        "analyse",
        "pilotage",
        (
            ("2008-07-03", "pilotage", "start"),
            ("2008-08-18", "pilotage", "update", "The reports are sorted by kind of boarding arrangement."),
            ("2008-10-20", "pilotage", "evidence", "HARB/4/INF.2"),
            ("2008-10-20", "pilotage", "done", "The analysis is written and was edited; three causes stand out."),
            ("2008-10-27", "head", "verify", "Read against the seven reports; complete."),
            ("2008-11-03", "secretary", "both", "delegations", "The analysis of the reports stands in HARB/4/INF.2."),
        ),
    ),
    Story("3/1", "3", "report to", "pilotage", (("2008-11-04", "pilotage", "start"),)),
    Story(
        "3/1",
        "4/a",
        "hold a meeting",
        "officer",
        (
            ("2008-01-22", "officer", "start"),
            ("2008-03-10", "officer", "update", "Invitations went out for 10 to 12 June 2008."),
            ("2008-06-16", "officer", "evidence", "HARB/WG.1/2008/3"),
            ("2008-06-16", "officer", "done", "The group met from 10 to 12 June 2008 and drafted the code."),
            ("2008-06-23", "head", "verify", "The report of the meeting is issued."),
            ("2008-06-25", "secretary", "both", "public", "The Working Group met from 10 to 12 June 2008."),
        ),
    ),
    Story(
        "3/1",
        "4/b",
        "hold a second",
        "officer",
        (
            ("2008-09-08", "officer", "start"),
            ("2008-11-10", "officer", "update", "9 to 11 June 2009 was agreed with the chair; the room is booked."),
            ("2008-11-12", "secretary", "line", "bureau", "The second meeting is planned for 9 to 11 June 2009."),
        ),
    ),
    Story(
        "3/1",
        "4/c",
        "submit the draft code",
        "pilotage",
        (
            ("2008-06-30", "pilotage", "start"),
            ("2008-09-15", "pilotage", "update", "The second reading of the draft is with the group's members."),
        ),
    ),
    Story("3/1", "5", "make the draft code", "documents", ()),
    Story("3/1", "6", "have the pilot", "", ()),
    Story(
        "3/1",
        "8",
        "assist",
        "pilotage",
        (
            ("2008-02-04", "pilotage", "continue"),
            ("2008-02-19", "secretary", "wait", "resources", "Paragraph 8: subject to the availability of resources."),
            ("2008-10-06", "pilotage", "update", "Two States asked for training; no contribution has come in yet."),
        ),
    ),
    Story("3/1", "9", "review", "", ()),
    Story(
        "3/2",
        "3/a",
        "compare",
        "officer",
        (
            ("2008-11-20", "officer", "start"),
            ("2008-11-20", "officer", "update", "The first meeting began the comparison with six harbours."),
        ),
    ),
    Story("3/2", "3/a", "report its findings", "officer", ()),
    Story("3/2", "3/b", "recommend", "", ()),
    Story(
        "3/2",
        "4",
        "convene",
        "officer",
        (
            ("2008-04-14", "officer", "start"),
            (
                "2008-09-01",
                "officer",
                "update",
                "18 and 19 November 2008; interpretation in three languages is ordered.",
            ),
            (
                "2008-09-03",
                "secretary",
                "line",
                "delegations",
                "The first meeting is called for 18 and 19 November 2008.",
            ),
            ("2008-11-24", "officer", "evidence", "HARB/WG.2/2008/4"),
            (
                "2008-11-24",
                "officer",
                "done",
                "The meeting was held; the notes on reception facilities were before it.",
            ),
        ),
    ),
    Story(
        "3/2",
        "5",
        "publish",
        "officer",
        (
            ("2008-05-19", "officer", "start"),
            ("2008-10-13", "officer", "update", "The entries of eleven States are typeset."),
            ("2008-11-17", "officer", "update", "The proofs are with the printer; the electronic version is ready."),
        ),
    ),
    Story("3/2", "5", "update it", "officer", ()),
    Story(
        "3/2",
        "6",
        "notify",
        "",
        (
            (
                "2008-10-07",
                "secretary",
                "line",
                "public",
                "By 30 September 2008 eleven States had notified their reception facilities.",
            ),
        ),
    ),
    Story("3/2", "7", "consider", "", ()),
    Story(
        "3/2",
        "8",
        "keep States informed",
        "pilotage",
        (
            ("2008-02-11", "pilotage", "continue"),
            ("2008-07-28", "pilotage", "update", "The second circular letter of the year went out."),
            ("2008-08-04", "secretary", "both", "delegations", "Two circular letters were sent in 2008 so far."),
        ),
    ),
    Story("3/2", "9", "report", "officer", ()),
    Story(
        "3/3",
        "2",
        "prepare",
        "officer",
        (
            ("2008-01-14", "officer", "start"),
            ("2008-09-10", "officer", "target", "2008-11-14", "The Bureau wishes to see a first draft in November."),
            ("2008-09-29", "officer", "update", "A first draft exists; its part on explosives is open."),
            ("2008-10-03", "secretary", "line", "delegations", "A first draft of the model regulation is complete."),
            ("2008-10-08", "documents", "ask-withdrawal", "One part of the draft is still open: it is not complete."),
            ("2008-10-08", "secretary", "withdraw"),
            ("2008-10-10", "secretary", "line", "delegations", "A model regulation is being drafted in consultation."),
        ),
    ),
    Story(
        "3/3",
        "3/a",
        "organize",
        "assistance",
        (
            ("2008-02-25", "assistance", "start"),
            ("2008-09-23", "assistance", "evidence", "HARB/4/INF.1"),
            ("2008-09-23", "assistance", "done", "A workshop for 31 harbour masters was held in September 2008."),
            ("2008-09-30", "head-assistance", "partly", "The second workshop."),
            ("2008-10-02", "secretary", "both", "delegations", "One of two workshops was held, in September 2008."),
            (
                "2008-10-15",
                "secretary",
                "wait",
                "resources",
                "Paragraph 3 (a): from extrabudgetary resources; the pledge for the second workshop is not paid.",
            ),
        ),
    ),
    Story("3/3", "3/b", "report on the workshops", "assistance", ()),
    Story(
        "3/3",
        "3/c",
        "send States",
        "pilotage",
        (
            ("2008-10-27", "pilotage", "start"),
            ("2008-11-21", "pilotage", "update", "The questionnaire is drafted in 22 questions."),
            ("2008-11-24", "pilotage", "wait", "clearance"),
        ),
    ),
    Story("3/3", "4", "return", "", ()),
    Story("3/3", "6", "inform", "", ()),
    Story(
        "3/3",
        "7",
        "accept",
        "documents",
        (
            ("2007-12-03", "documents", "continue"),
            ("2008-06-09", "documents", "update", "One contribution was accepted, from State B."),
            ("2008-06-11", "secretary", "line", "delegations", "State B made a contribution for the workshops."),
        ),
    ),
    Story("3/3", "8", "contribute", "", ()),
    Story("3/3", "9", "consider", "", ()),
    Story(
        "3/4",
        "a",
        "",
        "documents",
        (
            ("2007-11-19", "documents", "start"),
            ("2008-03-03", "documents", "evidence", "HARB/4/CAL/1"),
            ("2008-03-03", "documents", "done", "Five working days, 12 to 16 October 2009, stand in the calendar."),
            ("2008-03-04", "secretary", "verify", "As in the calendar of conferences."),
            ("2008-03-05", "secretary", "both", "public", "The fourth session will last from 12 to 16 October 2009."),
        ),
    ),
    Story("3/4", "b", "include", "documents", ()),
    Story("3/4", "c", "circulate", "documents", ()),
    Story("3/4", "d", "propose", "", ()),
)
