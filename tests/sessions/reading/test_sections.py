"""Where a decision begins and ends within a report."""

from sessions.reading import read

REPORT = """# Report of the Conference on Lamps on its fourth session, held in Oslo from 8 to 17 October 2008

### Contents

4/1. Oil ........ 3
4/2. Wicks ........ 4

## I. Decisions taken by the Conference

1. At its fourth session, the Conference adopted the following decisions:

### Decision 4/1

#### **Oil**

The Conference on Lamps:

(a) Requested the Secretariat to buy oil;

(b) Adopted the rules set out in the annex to the present decision.

#### Annex

1. Oil shall be clear.

#### **Decision 4/2**

### **Wicks**

The Conference on Lamps:

(a) Decided to trim the wicks.

## II. Organization of the session

2. The Conference decided to thank the host.

## Annex I

### Financial statement on the draft decision entitled “Oil”

Decision 4/9

The Conference on Lamps would:

(a) Request the Secretariat to buy more oil;
"""


def test_decisions_are_found_once_and_only_where_they_stand():
    assert [(d.number, d.title) for d in read(REPORT, form="markdown").decisions] == [("4/1", "Oil"), ("4/2", "Wicks")]


def test_an_annex_that_the_decision_speaks_of_belongs_to_it_and_binds_nobody():
    first = read(REPORT, form="markdown").decisions[0]
    assert [(p.label, p.part, p.kind) for p in first.paragraphs][-1] == ("1.", "Annex", "quoted")


def test_chapters_and_annexes_of_the_report_end_a_decision():
    last = read(REPORT, form="markdown").decisions[-1]
    assert last.paragraphs[-1].text == "Decided to trim the wicks."


def test_plain_text_without_mark_up_reads_alike():
    plain = REPORT.replace("#", "").replace("*", "")
    marked, unmarked = read(REPORT, form="markdown"), read(plain, form="text")
    assert [(d.number, d.title, [p.label for p in d.paragraphs]) for d in unmarked.decisions] == [
        (d.number, d.title, [p.label for p in d.paragraphs]) for d in marked.decisions
    ]


def test_drafts_for_another_organ_are_passed_over():
    text = """## A. Draft resolutions for adoption by the Council

### Draft resolution I
**Roads**

The Council,

1. Requests the Office to build roads;

## B. Resolutions brought to the attention of the Council

### Resolution 55/90
**Bridges**

The Commission on Roads,

1. Requests the Executive Director to build bridges.
"""
    reading = read(text, form="markdown")
    assert [(d.number, d.kind, d.title) for d in reading.decisions] == [("55/90", "resolution", "Bridges")]


def test_decisions_may_stand_in_an_annex_of_the_report():
    text = """Report of the Conference on Buckets on its tenth meeting

1. The Conference adopted decision XC-10/1, as set out in annex I.

Annex I

Decisions adopted by the Conference at its tenth meeting

XC-10/1: Buckets
XC-10/2: Handles

XC-10/1: Buckets

The Conference,

1. Adopts the guidelines in the annex to the present decision.

Annex to decision XC-10/1

1. Buckets shall be round.

XC-10/2: Handles

The Conference,

1. Invites parties to send handles.

Annex II

Financial statement

1. The request would cost nothing.
"""
    reading = read(text, form="text")
    assert [d.number for d in reading.decisions] == ["XC-10/1", "XC-10/2"]
    assert [(p.label, p.kind) for p in reading.decisions[1].paragraphs] == [("", "preamble"), ("1.", "operative")]


def test_parts_are_no_chapters():
    text = """## I. Decisions

### Decision 4/2

### Lamps

The Conference:

(a) Noted the lamps;

I

**Oil**

(b) Requested oil;

#### II. Wicks

(c) Requested wicks.

## II. Organization of the session

3. The Chair spoke.
"""
    (decision,) = read(text, form="markdown").decisions
    assert [(p.part, p.label) for p in decision.paragraphs] == [("", ""), ("", "(a)"), ("I", "(b)"), ("II", "(c)")]


def test_a_number_and_its_masthead_are_one_decision():
    text = """A/RES/71/900

Resolution adopted by the General Assembly on 23 December 2016

71/900. Harbours

The General Assembly,

1. Decides to meet.
"""
    (decision,) = read(text, form="text").decisions
    assert (decision.number, decision.kind, decision.title) == ("A/RES/71/900", "resolution", "Harbours")
