"""Decisions in the styles of a dozen kinds of body, in the project's own words, and what a careful reader finds.

Each row of `asked` is label, verb, addressees, action type, and the deadline in short: an ordinal for a session, an
ISO day, or the kind.
"""

# ruff: noqa: E501 (an outline has one paragraph a line)

from __future__ import annotations

from typing import NamedTuple

Row = tuple[str, str, list[str], str, int | str | None]


class Style(NamedTuple):
    name: str
    session: int | None
    text: str
    asked: list[Row]


STYLES = (
    Style(
        "past tense with letters",
        4,
        """
        preamble: The Conference of the Parties to the Convention on Harbours, recalling its decision 3/2:
        (a) Welcomed what came of the talks among pilots at its fourth session;
        (b) Requested the Secretariat to seek ways to help, and to report to the Conference, at its fifth session, on it;
        (c) Urged States to consider ratifying the Pilotage Protocol;
        (d) Encouraged port authorities to use the guide; and requested the Secretariat to hand it out when requested;
        (e) Decided that the working group should meet during the fifth session and should hold a workshop before that session;
        """,
        [
            ("(b)", "request", ["Secretariat"], "assistance", None),
            ("(b)", "request", ["Secretariat"], "report", 5),
            ("(c)", "urge", ["States"], "ratification", None),
            ("(d)", "encourage", ["port authorities"], "implementation", None),
            ("(d)", "request", ["Secretariat"], "assistance", "on_request"),
            ("(e)", "decide", ["working group"], "meeting", 5),
            ("(e)", "decide", ["working group"], "meeting", 5),
        ],
    ),
    Style(
        "assembly in the present tense",
        70,
        """
        preamble: The General Assembly,
        preamble: Recalling its resolution 64/999, in which it requested the Secretary-General to report to it,
        1. Takes note of the report of the Secretary-General;
        2. Calls upon all States, and encourages the specialized agencies, to cooperate in making harbours safe;
        3. Invites Member States, entities of the United Nations system and other regional organizations to mark it;
        4. Requests the Secretary-General to submit to the General Assembly, at its seventy-first session, a report on pilots;
        5. Decides to include in the provisional agenda of its seventy-first session the item entitled “Harbours”.
        """,
        [
            ("2.", "call upon", ["all States"], "coordination", None),
            ("2.", "encourage", ["specialized agencies"], "coordination", None),
            (
                "3.",
                "invite",
                ["Member States", "entities of the United Nations system", "regional organizations"],
                "implementation",
                None,
            ),
            ("4.", "request", ["Secretary-General"], "report", 71),
            ("5.", "decide", ["General Assembly"], "review", 71),
        ],
    ),
    Style(
        "council of a term of years",
        34,
        """
        preamble: The Human Rights Council,
        1. Decides to extend the mandate of the Special Rapporteur on the rights of seafarers for a period of three years;
        2. Requests the Special Rapporteur to report annually to the Council;
        3. Also requests the Office of the High Commissioner to organize a panel discussion at its thirty-sixth session;
        4. Urges all States to cooperate with the Special Rapporteur;
        5. Decides to remain seized of the matter.
        """,
        [
            ("1.", "decide", ["Council"], "institution", None),
            ("2.", "request", ["Special Rapporteur"], "report", "recurring"),
            ("3.", "request", ["Office of the High Commissioner"], "meeting", 36),
            ("4.", "urge", ["all States"], "coordination", None),
            ("5.", "decide", ["Council"], "review", "ongoing"),
        ],
    ),
    Style(
        "economic council with commissions",
        None,
        """
        preamble: The Economic and Social Council,
        1. Invites the Commission on Ports to consider fees at its twentieth session;
        2. Requests the Secretariat to prepare, not later than six weeks prior to that session, a note on fees;
        3. Decides that the Commission shall meet every two years;
        """,
        [
            ("1.", "invite", ["Commission on Ports"], "review", 20),
            ("2.", "request", ["Secretariat"], "assistance", 20),
            ("3.", "decide", ["Commission"], "meeting", "recurring"),
        ],
    ),
    Style(
        "climate conference",
        20,
        """
        preamble: The Conference of the Parties,
        preamble: Noting decision 1/CP.16,
        1. Decides that developed country Parties should continue to strengthen their support;
        2. Invites Parties and observer organizations to submit to the secretariat, by 25 March 2015, their views;
        3. Requests the secretariat to organize, subject to supplementary resources, a workshop in June 2015;
        4. Urges developed country Parties to, and invites other Parties that provide resources to, communicate what they give;
        5. Agrees to continue its consideration of this matter at its twenty-first session;
        """,
        [
            ("1.", "decide", ["developed country Parties"], "implementation", None),
            ("2.", "invite", ["Parties", "observer organizations"], "submission", "2015-03-25"),
            ("3.", "request", ["secretariat"], "meeting", "2015-06-30"),
            ("4.", "urge", ["developed country Parties"], "implementation", None),
            ("4.", "invite", ["Parties"], "implementation", None),
            ("5.", "agree", ["Conference"], "review", 21),
        ],
    ),
    Style(
        "conference with an executive secretary",
        12,
        """
        preamble: The Conference of the Parties,
        1. Recognizing the need, requests the Executive Secretary, in collaboration with relevant organizations, to:
          (a) Continue to facilitate training;
          (b) Make a guide available before the thirteenth meeting of the Conference of the Parties;
          (c) Report to the Conference of the Parties at its thirteenth meeting;
        2. Invites Parties, other Governments, and indigenous peoples and local communities to use the guide;
        3. Reiterates its invitation to Parties and other Governments to provide financial resources;
        """,
        [
            ("1.(a)", "request", ["Executive Secretary"], "assistance", None),
            ("1.(b)", "request", ["Executive Secretary"], "information", 13),
            ("1.(c)", "request", ["Executive Secretary"], "report", 13),
            (
                "2.",
                "invite",
                ["Parties", "Governments", "indigenous peoples", "local communities"],
                "implementation",
                None,
            ),
            ("3.", "invite", ["Parties", "Governments"], "funding", None),
        ],
    ),
    Style(
        "chemicals conference",
        14,
        """
        preamble: The Conference of the Parties,
        1. Encourages Parties, regional centres and others:
          (a) To make contributions in kind to training;
          (b) To translate the guide;
        2. Requests the Secretariat, in consultation with the expert group and subject to available resources:
          (a) To prepare a draft report for consideration by the Open-ended Working Group at its twelfth meeting;
          (b) To submit it to the Conference of the Parties at its fifteenth meeting for its consideration;
        3. Urges Parties to provide to the Secretariat, no later than 31 January 2020, data for the year 2019;
        """,
        [
            ("1.(a)", "encourage", ["Parties", "regional centres", "others"], "funding", None),
            ("1.(b)", "encourage", ["Parties", "regional centres", "others"], "implementation", None),
            ("2.(a)", "request", ["Secretariat"], "report", 12),
            ("2.(b)", "request", ["Secretariat"], "report", 15),
            ("3.", "urge", ["Parties"], "submission", "2020-01-31"),
        ],
    ),
    Style(
        "health assembly in capitals",
        None,
        """
        preamble: The Sixty-sixth World Harbour Assembly,
        preamble: Having considered the report on fever on board;
        1. URGES Member States:
          (1) to strengthen their laws;
          (2) to pay their contributions;
        2. REQUESTS the Director-General:
          (1) to support Member States, upon request;
          (2) to report, through the Executive Board, to the Sixty-eighth World Harbour Assembly on progress made.
        3. ADOPTS the global plan;
        """,
        [
            ("1.(1)", "urge", ["Member States"], "implementation", None),
            ("1.(2)", "urge", ["Member States"], "funding", None),
            ("2.(1)", "request", ["Director-General"], "assistance", "on_request"),
            ("2.(2)", "request", ["Director-General"], "report", 68),
        ],
    ),
    Style(
        "decisions directed to somebody",
        None,
        """
        17.1. The Secretariat shall:
          a) issue a notification with a questionnaire;
          b) report to the Standing Committee at its 65th meeting.
        17.2. The Standing Committee shall, at its 66th meeting, review the replies and report at the 17th meeting of the Conference.
        17.3. Parties are encouraged to provide financial support.
        17.4. The Animals Committee should review the list.
        """,
        [
            ("a)", "shall", ["Secretariat"], "collection", None),
            ("b)", "shall", ["Secretariat"], "report", 65),
            ("", "shall", ["Standing Committee"], "review", 66),
            ("", "shall", ["Standing Committee"], "report", 17),
            ("", "encourage", ["Parties"], "funding", None),
            ("", "should", ["Animals Committee"], "review", None),
        ],
    ),
    Style(
        "contracting parties in capitals",
        10,
        """
        1. RECALLING that Resolution VII.9 adopted the programme, and AWARE that it ends soon;
        THE CONFERENCE OF THE CONTRACTING PARTIES
        2. INSTRUCTS the Bureau to produce, in consultation with experts, a guide for consideration by the next meeting;
        3. CALLS UPON all Contracting Parties which have not yet done so to name a focal point by COP11;
        4. EXPRESSES APPRECIATION to the donors and URGES Contracting Parties to settle arrears;
        5. RECOMMENDS that Contracting Parties train wardens;
        """,
        [
            ("2.", "instruct", ["Bureau"], "assistance", 11),
            ("3.", "call upon", ["all Contracting Parties"], "submission", 11),
            ("4.", "urge", ["Contracting Parties"], "funding", None),
            ("5.", "recommend", ["Contracting Parties"], "implementation", None),
        ],
    ),
    Style(
        "meeting of the parties that decides in infinitives",
        26,
        """
        preamble: The Twenty-sixth Meeting of the Parties decides:
        1. To request the Technology and Economics Panel to prepare a report for the thirty-fifth meeting of the Group;
        2. To note with appreciation the work of the Panel;
        3. To encourage parties to consider the report;
        4. To consider the matter at its twenty-seventh meeting;
        """,
        [
            ("1.", "request", ["Technology and Economics Panel"], "report", 35),
            ("3.", "encourage", ["parties"], "implementation", None),
            ("4.", "decide", ["Meeting of the Parties"], "review", 27),
        ],
    ),
    Style(
        "plenary of a platform",
        1,
        """
        preamble: The Plenary,
        1. Decides, pending the establishment of the trust fund, that the Executive Director shall act as trustee;
        2. Requests the Expert Panel, supported by the secretariat, to prepare a report for the Plenary at its second session;
        3. Invites Governments and others in a position to do so to make contributions to the trust fund;
        """,
        [
            ("1.", "decide", ["Executive Director"], "assistance", None),
            ("2.", "request", ["Expert Panel"], "report", 2),
            ("3.", "invite", ["Governments", "others"], "funding", None),
        ],
    ),
    Style(
        "narrative session report",
        3,
        """
        86. The Meeting of the Parties:
          (a) Took note of the report;
          (b) Requested the secretariat to circulate it by 1 March 2012, and invited Parties to comment six weeks before its fourth session;
          (c) Agreed to hold its fourth session in 2014, and accepted the offer of Andria to host it;
        """,
        [
            ("86.(b)", "request", ["secretariat"], "information", "2012-03-01"),
            ("86.(b)", "invite", ["Parties"], "submission", 4),
            ("86.(c)", "agree", ["Meeting of the Parties"], "meeting", "2014-12-31"),
        ],
    ),
    Style(
        "one paragraph without number",
        4,
        """
        The Conference of the Parties to the Convention on Harbours, recalling rule 18 of 2004, decided to amend it.
        """,
        [("", "decide", ["Conference"], "institution", None)],
    ),
)
