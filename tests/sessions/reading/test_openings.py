"""How a paragraph opens."""

import pytest

from sessions.reading.openings import body_alone, decides_in_formula, decides_later, opening, speaker, speaks_and_acts


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The Conference of the Parties to the Convention on Lamps,", "formula"),
        ("THE CONFERENCE OF THE PARTIES TO THE CONVENTION", "formula"),
        ("The Sixty-sixth World Assembly of Lamps,", "formula"),
        ("The Meeting of the Parties to the Protocol on Lamps that Blind, recalling its rules:", "formula"),
        ("The Board decides:", "formula"),
        ("Requests the Secretariat to report;", "verb"),
        ("REQUESTS the Secretariat to report;", "verb"),
        ("Also strongly urges States;", "verb"),
        ("Took note with appreciation of the report;", "verb"),
        ("Decided further that lamps should burn;", "verb"),
        ("Encouraged States to burn lamps;", "verb"),
        ("Encouraged by the light of lamps,", "recital"),
        ("Recalling its request that lamps be lit,", "recital"),
        ("DEEPLY CONCERNED at the dark,", "recital"),
        ("Mindful of lamps,", "recital"),
        ("To request the Secretariat to light lamps;", "infinitive"),
        ("The Secretariat shall light lamps.", "other"),
        ("The Committee shall light lamps.", "other"),
        ("Parties are encouraged to light lamps.", "other"),
    ],
)
def test_a_paragraph_opens_with(text, how):
    assert opening(text) == how


def test_the_speaker_is_the_body_and_not_who_serves_it():
    assert speaker("The Conference of the Parties, recalling its rules:") == "Conference of the Parties"
    assert speaker("The Chair of the Committee, recalling its rules:") is None
    assert speaker("The Committee met in the morning.") is None


def test_a_formula_alone_and_one_that_goes_on():
    assert body_alone("The General Assembly,") == "General Assembly"
    assert body_alone("The General Assembly, recalling its rules:") is None


def test_a_formula_may_decide():
    assert decides_in_formula("The Board, having considered the report, decides:")
    assert decides_in_formula("The Conference decided to amend rule 18 as follows:")
    assert not decides_in_formula("The Conference, recalling that it decided, in 2006, to meet:")


def test_a_recital_may_go_on_to_decide_in_the_present_tense_only():
    assert decides_later("Recalling its rules, requests the Board to amend them;")
    assert not decides_later("Recalling that the Board, in 2006, requested a report,")


@pytest.mark.parametrize(
    "said", ["The Meeting of the Parties:", "The Committee agreed to meet.", "It also decided to meet."]
)
def test_the_body_acts_in_a_report(said):
    assert speaks_and_acts(said)


@pytest.mark.parametrize("said", ["One delegation requested a report.", "The Chair of the Committee asked for lamps."])
def test_somebody_else_acts_in_a_report(said):
    assert not speaks_and_acts(said)
