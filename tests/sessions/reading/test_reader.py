"""The whole way, in the forms that organs have. All texts are the project's own."""

import json

import pytest

from sessions.reading import Reading, read
from tests.sessions.reading.outline import codes, only

ASSEMBLY = """United Nations                                             A/RES/71/900
General Assembly                                     Distr.: General
                                                     3 February 2017
Seventy-first session
Agenda item 12

            Resolution adopted by the General Assembly on 23 December 2016

      [on the report of the Second Committee (A/71/999)]

      71/900. Safety of small harbours

      The General Assembly,

      Recalling its resolutions 70/901 of 22 December 2015 and 69/902 of
19 December 2014,1 in which it requested the Secretary-General to report,

      Deeply concerned at the number of accidents,

      1.    Takes note of the report of the Secretary-General;2

      2.    Requests the Secretary-General to submit to the General Assembly at its
seventy-third session a report on lights, including:
      (a)   An inventory of lights;
      (b)   Proposals regarding:
      (i)   Buoys;
      (ii)  Moorings;

__________________
1 See resolution 70/901.
2 A/71/888.

16-22433
A/RES/71/900                                                     2/3

      3.    Invites Member States to mark their wrecks, taking into account paragraph 4
(b) of resolution 70/901;

      4.    Decides to remain seized of the matter.

                                           68th plenary meeting
                                               23 December 2016
"""


def test_a_resolution_of_an_assembly_with_masthead_footnotes_and_pages():
    reading = read(ASSEMBLY)
    decision = only(reading)
    assert (decision.number, decision.kind, decision.title) == (
        "A/RES/71/900",
        "resolution",
        "Safety of small harbours",
    )
    assert [(p.label, p.kind) for p in decision.paragraphs] == [
        ("", "preamble"),
        ("", "preamble"),
        ("", "preamble"),
        ("1.", "operative"),
        ("2.", "chapeau"),
        ("2.(a)", "operative"),
        ("2.(b)", "chapeau"),
        ("2.(b)(i)", "operative"),
        ("2.(b)(ii)", "operative"),
        ("3.", "operative"),
        ("4.", "operative"),
    ]
    assert decision.paragraphs[1].text.endswith(
        "19 December 2014, in which it requested the Secretary-General to report,"
    )
    assert decision.paragraphs[3].text == "Takes note of the report of the Secretary-General;"
    assert (reading.session.body, reading.session.ordinal, reading.account.unplaced) == ("General Assembly", 71, 0)


CONVENTION = """UNEP/CBD/COP/DEC/XII/90
17 October 2014

CONFERENCE OF THE PARTIES TO THE CONVENTION ON MEADOWS
Twelfth meeting
Pyeongchang, Republic of Korea, 6-17 October 2014

**DECISION ADOPTED BY THE CONFERENCE OF THE PARTIES**

**XII/90. Tidal meadows**

*The Conference of the Parties*,

*Recalling* paragraph 4 of decision XI/90,

1. *Takes note* of the report;[^1]

2. *Requests* the Executive Secretary, subject to the availability of resources:

(a) To compile information on meadows;

(b) To report to the Conference of the Parties at its thirteenth meeting;

A. *Financing*

3.*Decides* to review the annex to the present decision.

[^1]: Registry of Meadows.

*Annex*

GUIDELINES FOR MEADOWS

1. Parties shall mow twice a year.
"""


def test_a_decision_of_a_convention_with_its_annex():
    reading = read(CONVENTION, form="markdown")
    decision = only(reading)
    assert (decision.number, decision.kind, decision.title) == ("XII/90", "decision", "Tidal meadows")
    assert [(p.part, p.label, p.kind) for p in decision.paragraphs if p.label] == [
        ("", "1.", "operative"),
        ("", "2.", "chapeau"),
        ("", "2.(a)", "operative"),
        ("", "2.(b)", "operative"),
        ("A", "3.", "operative"),
        ("Annex", "1.", "quoted"),
    ]
    facts = reading.session
    assert (facts.ordinal, facts.place) == (12, "Pyeongchang")
    assert (facts.start, facts.end) == ("2014-10-06", "2014-10-17")


COLLECTION = """# Report of the Conference on its twentieth session, held in Lima from 1 to 14 December 2014

| Decision | | Page |
|---|---|---|
| 90/CP.20 | Plan of lanterns | 2 |

## Decision 90/CP.20
### Plan of lanterns

*The Conference of the Parties,*

1. *Decides* that the Committee shall:
(a) Collect lanterns;
(b) Report thereon at its forty-second session (June 2015);
2. *Requests* the secretariat to organize a workshop before the end of 2015.

*10th plenary meeting*
*12 December 2014*

## Decision 91/CP.20
### Timely reports

*The Conference of the Parties,*

1. *Urges* Parties to submit their reports by 31 March 2015.
"""


def test_a_collection_of_decisions():
    reading = read(COLLECTION, form="markdown")
    assert [(d.number, d.title, [p.label for p in d.paragraphs]) for d in reading.decisions] == [
        ("90/CP.20", "Plan of lanterns", ["", "1.", "1.(a)", "1.(b)", "2."]),
        ("91/CP.20", "Timely reports", ["", "1."]),
    ]
    assert (reading.session.ordinal, reading.session.place) == (20, "Lima")


def test_a_formula_that_holds_the_number():
    text = """# Decision VIII/90: Data on refrigerators

The Eighth Meeting of the Parties decided in Dec. VIII/90:

- To note that 40 Parties have reported;
- To request the Secretariat to remind the others;
"""
    decision = only(read(text, form="markdown"))
    assert (decision.number, decision.title) == ("VIII/90", "Data on refrigerators")
    assert [(p.kind, p.chapeau) for p in decision.paragraphs] == [("chapeau", None), ("operative", 0), ("operative", 0)]


def test_noise_of_a_scan():
    text = """Decision 7/90

Boats of all kinds

The Conference of the Parties:

(a) Requested the Secre-
tariat to follow-up on the follow-
up of boats;

( b ) Noted that :

(l) boats sink;

(11) boats float;

(iii) boats burn;

(c) Decided that the working group should meet
12

before the end of 2019;

(e) Urged States to row.
"""
    reading = read(text)
    decision = only(reading)
    assert [p.label for p in decision.paragraphs] == ["", "(a)", "(b)", "(b)(i)", "(b)(ii)", "(b)(iii)", "(c)", "(e)"]
    assert decision.paragraphs[1].text == "Requested the Secretariat to follow-up on the follow-up of boats;"
    assert decision.paragraphs[6].text == "Decided that the working group should meet before the end of 2019;"
    assert codes(reading) == ["label_missing"]


def test_line_ends_marks_and_null_characters_change_nothing():
    text = "Resolution 5/1\n\nHelmets\n\nThe Board,\n\n1. Requests the Office to wear helmets;\n\n2. Decides to meet.\n"
    odd = "\ufeff" + text.replace("\n", "\r\n").replace("Requests", "\u200fReq\x00uests")
    assert read(odd).decisions == read(text).decisions


def test_a_reading_goes_to_json_and_comes_back():
    reading = read(CONVENTION, form="markdown")
    assert Reading.from_dict(json.loads(json.dumps(reading.as_dict()))) == reading


@pytest.mark.parametrize("cut", range(0, len(ASSEMBLY), 97))
def test_a_text_cut_anywhere_is_read_as_far_as_it_goes(cut):
    for text in (ASSEMBLY[:cut], ASSEMBLY[cut:], ASSEMBLY[cut:] + ASSEMBLY[:cut]):
        for decision in read(text, form="markdown").decisions:
            for at, paragraph in enumerate(decision.paragraphs):
                assert paragraph.text.strip()
                assert paragraph.chapeau is None or paragraph.chapeau < at


def test_a_volume_of_resolutions_with_votes_and_parts():
    text = """RESOLUTION 60/901

Adopted at the 79th plenary meeting, by a recorded vote of 3 to 1, as follows:

In favour: Avalon, Lyonesse, Ys

Against: Atlantis

60/901. Small boats

The General Assembly,

1. Requests the Secretary-General to report on boats at its sixty-second session.

RESOLUTION 60/902

Adopted at the 80th plenary meeting, without a vote

60/902. Large boats

A

The General Assembly,

1. Decides to count boats;

B

The General Assembly,

1. Decides to count them again.
"""
    reading = read(text)
    assert [(d.number, d.kind, d.title) for d in reading.decisions] == [
        ("60/901", "resolution", "Small boats"),
        ("60/902", "resolution", "Large boats"),
    ]
    assert [(p.part, p.label) for p in reading.decisions[1].paragraphs] == [
        ("A", ""),
        ("A", "1."),
        ("B", ""),
        ("B", "1."),
    ]
    assert (reading.session.ordinal, codes(reading)) == (60, [])


def test_labels_without_a_stop_and_points_before_the_figure():
    text = """RESOLUTION 5

SAFETY OF BRIDGES

The Assembly,
HAVING CONSIDERED the recommendation of the Committee,
1 ADOPTS the Code;
2 INVITES Governments to:
.1 apply the Code; and
.2 report;
3 REQUESTS the Committee to keep the Code under review.
"""
    assert [p.label for p in only(read(text)).paragraphs] == ["", "", "1.", "2.", "2..1", "2..2", "3."]


def test_recitals_and_decisions_numbered_apart():
    text = (
        "Decision 8/1 Seeds\n\nThe Board,\n\nPP1 Recalling seeds,\n\nPP2 Noting seeds,\n\n"
        "OP1 Requests the Office to count seeds;\n\nOP2 Invites members to sow.\n"
    )
    reading = read(text)
    assert [(p.label, p.kind) for p in only(reading).paragraphs[1:]] == [
        ("PP1.", "preamble"),
        ("PP2.", "preamble"),
        ("OP1.", "operative"),
        ("OP2.", "operative"),
    ]
    assert codes(reading) == []


def test_appendices_in_which_the_body_acts_are_decided_with_their_resolution():
    text = """**A39-90: Lamps**

*The Assembly*:

1. *Resolves* that the appendices attached to this resolution are its statement.

APPENDIX A

**Lighting**

*Whereas* lamps burn;

*The Assembly*:

1. *Requests* the Council to light lamps.

APPENDIX B

**Draft rules**

*The Assembly*:

1. *Requests* the Council to sit.
"""
    reading = read(text, form="markdown")
    assert [(p.part, p.label, p.kind) for p in only(reading).paragraphs if p.label] == [
        ("", "1.", "operative"),
        ("Appendix A", "1.", "operative"),
        ("Appendix B", "1.", "quoted"),
    ]
    assert reading.session.ordinal == 39


ODD = """Decision 4/90
Lamps
The Conference:
(a) Requested oil;1
---
1 Oil of any kind.
3
| Oil | 10 |
|---|---|

= = =
(b) Noted wicks.
10th plenary meeting
"""


def test_every_line_of_a_decision_is_accounted_for():
    account = read(ODD).account
    assert (account.lines, account.in_decisions, account.unplaced) == (13, 13, 0)
    assert (account.paragraphs, account.headings, account.tables) == (3, 3, 1)
    assert (account.footnotes, account.furniture, account.blank) == (1, 1, 4)


@pytest.mark.parametrize("text", [ASSEMBLY, CONVENTION, COLLECTION, ODD])
def test_the_account_is_complete(text):
    for form in ("text", "markdown"):
        account = read(text, form=form).account
        kinds = (
            account.paragraphs,
            account.headings,
            account.tables,
            account.footnotes,
            account.furniture,
            account.blank,
        )
        assert sum(kinds) + account.unplaced == account.in_decisions <= account.lines
