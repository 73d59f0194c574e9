"""How decisions were adopted, in the forms in which reports say it."""

import pytest

from sessions.reading import read

HEAD = """# Conference on Harbour Safety

Report of the Conference on Harbour Safety on its third session, held in Port Town from 8 to 12 October 2007

### Decision 3/1

**Safety of pilotage**

The Conference on Harbour Safety,

1. Requests the Secretariat to report to the Conference at its fourth session.

### Decision 3/2

**Port reception facilities**

The Conference on Harbour Safety,

1. Invites States to notify the Secretariat of their facilities.

## II. Action taken by the Conference

"""


def adoptions(text):
    return {each.decision: each for each in read(HEAD + text, form="markdown").besides.adoptions}


def test_meeting_day_draft_and_sponsors():
    said = adoptions(
        "5. At its 9th meeting, on 12 October 2007, the Conference adopted a revised draft decision entitled “Safety "
        "of pilotage” (HARB/3/L.2/Rev.1), sponsored by Norway, Trinidad and Tobago and the Group of 77 and China. (For "
        "the text, see chapter I, decision 3/1.) Before that, a representative of the Secretariat read a statement."
    )["3/1"]
    assert (said.meeting, said.on, said.draft) == (9, "2007-10-12", "HARB/3/L.2/Rev.1")
    assert said.sponsors == ("Norway", "Trinidad and Tobago", "Group of 77 and China")
    assert not said.is_orally_revised


@pytest.mark.parametrize(
    ("sentence", "meeting", "on", "draft", "is_orally_revised", "sponsors"),
    [
        (
            "At the 4th plenary meeting, on 12 October, the Conference adopted draft decision HARB/3/L.4, as orally "
            "revised (see decision 3/1).",
            *(4, "2007-10-12", "HARB/3/L.4", True, ()),
        ),
        (
            "At its ninth meeting, on October 12, 2007, the draft decision HARB/3/L.4 was adopted without a vote "
            "(decision 3/1).",
            *(9, "2007-10-12", "HARB/3/L.4", False, ()),
        ),
        (
            "At its closing meeting, on 12 October 2007, the Conference, on a proposal by the President, adopted "
            "decision 3/1, entitled “Safety of pilotage” (HARB/3/L.4).",
            *(None, "2007-10-12", "HARB/3/L.4", False, ()),
        ),
        (
            "At its 9th meeting, on 12 October 2007, the Conference adopted a draft decision entitled “Safety of "
            "Pilotage” (HARB/3/L.4), submitted by the Bureau.",
            *(9, "2007-10-12", "HARB/3/L.4", False, ("Bureau",)),
        ),
    ],
)
def test_other_ways_to_say_it(sentence, meeting, on, draft, is_orally_revised, sponsors):
    said = adoptions(f"5. {sentence}")["3/1"]
    assert (said.meeting, said.on, said.draft) == (meeting, on, draft)
    assert (said.is_orally_revised, said.sponsors) == (is_orally_revised, sponsors)


def test_two_decisions_in_one_sentence_each_have_their_own_draft():
    said = adoptions(
        "5. At its 9th meeting, on 12 October 2007, the Conference adopted draft decision HARB/3/L.2 (decision 3/1) "
        "and draft decision HARB/3/L.3 (decision 3/2)."
    )
    assert {number: each.draft for number, each in said.items()} == {"3/1": "HARB/3/L.2", "3/2": "HARB/3/L.3"}


def test_the_sentence_that_says_more_counts_whichever_comes_first():
    said = adoptions(
        "5. In connection with this item, the Conference adopted a draft decision entitled “Safety of pilotage” "
        "(decision 3/1).\n\n"
        "6. At its 9th meeting, on 12 October 2007, the Conference adopted decision 3/1 (HARB/3/L.2)."
    )["3/1"]
    assert (said.meeting, said.draft, said.line) == (9, "HARB/3/L.2", 25)


def test_the_same_meeting_is_the_one_named_before():
    said = adoptions(
        "5. At its 9th meeting, on 12 October 2007, the Conference adopted decision 3/1 (HARB/3/L.2).\n\n"
        "6. At the same meeting, the Conference adopted decision 3/2 (HARB/3/L.3)."
    )
    assert (said["3/2"].meeting, said["3/2"].on) == (9, "2007-10-12")


def test_a_representative_who_introduced_it_is_no_sponsor():
    said = adoptions(
        "5. At its 9th meeting, on 12 October 2007, the representative of Egypt, Given Family, introduced it and the "
        "Conference adopted decision 3/1 (HARB/3/L.2), sponsored by the representative of Egypt."
    )["3/1"]
    assert said.sponsors == ()


def test_what_earlier_sessions_adopted_is_not_taken():
    assert not adoptions("5. At its 9th meeting, on 12 October 2007, the Conference recalled decision 2/4.")


def test_where_others_are_told_of_the_missing_one_is_a_finding():
    reading = read(HEAD + "5. At its 9th meeting, on 12 October 2007, the Conference adopted decision 3/1.")
    found = [f for f in reading.findings if f.code == "adoption_not_found"]
    assert [f.params["decision"] for f in found] == ["3/2"]


def test_a_text_of_decisions_alone_says_nothing_of_adoption_and_no_finding():
    reading = read(HEAD)
    assert reading.besides.adoptions == ()
    assert "adoption_not_found" not in {f.code for f in reading.findings}
