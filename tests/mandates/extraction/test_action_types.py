"""Each of the twelve action types by examples."""

import pytest

from .outline import candidates, only


@pytest.mark.parametrize(
    ("text", "action_type"),
    [
        ("Requests the Secretariat to report to it on progress;", "report"),
        ("Requests the Secretariat to inform the Conference of its activities;", "report"),
        ("Requests the Bureau to submit recommendations to the Conference;", "report"),
        ("Requests the group to recommend to the Conference how ports can be measured;", "report"),
        ("Decides that the chair of the group should submit a report to the Conference;", "report"),
        ("Requests the Secretariat to publish the guide;", "information"),
        ("Requests the Secretariat to make available to Member States examples of good practice;", "information"),
        ("Requests the Secretariat to further expand the directory of ports;", "information"),
        ("Requests the Secretariat to keep Parties informed of it;", "information"),
        ("Requests the Secretariat to provide Member States with information on wrecks;", "information"),
        ("Requests the Secretariat to collect examples from Parties;", "collection"),
        ("Requests the Secretariat to compile the views received;", "collection"),
        ("Requests the Secretariat to invite Parties to submit views;", "collection"),
        ("Invites Parties to submit their views to the Secretariat;", "submission"),
        ("Urges Parties to go on sending the Secretariat data on wrecks;", "submission"),
        ("Urges States that have not replied to the questionnaire to do so;", "submission"),
        ("Invites States to propose candidates for the Bureau;", "submission"),
        ("Invites Parties to comment on the paper;", "submission"),
        ("Invites submissions from Parties by 2 May 2010;", "submission"),
        ("Requests the Secretariat to convene a meeting of pilots;", "meeting"),
        ("Requests the Secretariat to organize, in May 2010, a workshop;", "meeting"),
        ("Decides that the group should meet during the session;", "meeting"),
        ("Decides that the fifth session should take place over five days;", "meeting"),
        ("Decides that the number of meetings should remain the same;", "meeting"),
        ("Decides to establish a working group on fees;", "institution"),
        ("Decides to amend rule 18 of its rules of procedure;", "institution"),
        ("Decides to extend the mandate of the Committee;", "institution"),
        ("Decides to review the work of the group at its sixth session;", "review"),
        ("Decides to remain seized of the matter;", "review"),
        ("Decides to include the item in the provisional agenda of its sixth session;", "review"),
        ("Decides that a decision should be taken later on the duration of the session;", "review"),
        ("Requests providers to coordinate their work in ports;", "coordination"),
        ("Urges donors to take into account the needs identified;", "coordination"),
        ("Urges donors to take the needs identified into account;", "coordination"),
        ("Requests the Secretariat to cooperate with the Board;", "coordination"),
        ("Requests the group to reflect on ways and means to better coordinate training;", "coordination"),
        ("Requests the Secretariat to assist small ports;", "assistance"),
        ("Requests the Secretariat to develop tools for training;", "assistance"),
        ("Recommends that assistance should be given to small ports;", "assistance"),
        ("Urges States to consider ratifying or acceding to the Protocol;", "ratification"),
        ("Urges States that have not yet ratified the Protocol to do so;", "ratification"),
        ("Urges States to become parties to the Protocol;", "ratification"),
        ("Invites donors to provide resources to the Fund;", "funding"),
        ("Invites States to consider providing voluntary contributions;", "funding"),
        ("Urges Parties to pay their contributions;", "funding"),
        ("Encourages donors to contribute to the Pilotage Fund;", "funding"),
        ("Requests that the resources given to the Conference be maintained;", "funding"),
        ("Urges States to strengthen their laws;", "implementation"),
        ("Encourages ports and States to use the guide;", "implementation"),
        ("Encourages States to promote awareness of the treaty;", "implementation"),
        ("Calls upon all stakeholders to put the plan into practice;", "implementation"),
        ("Requests the Secretariat to present options at the fifth session of the Conference;", "report"),
        ("Requests the Bureau to propose rules for consideration by the Conference at its sixth session;", "report"),
        ("Requests the Secretariat to finish a study for the Board and for approval by the Conference;", "assistance"),
        ("Requests the Bureau to make a recommendation thereon;", "report"),
        ("Requests the Bureau to advise the Conference on fees;", "report"),
        ("Requests the Secretariat to help the group and to make available to it the papers;", "assistance"),
        ("Decides to transmit the report to the Assembly;", "information"),
        ("Requests the Secretariat to issue a summary of the reports received;", "information"),
        ("Requests the Secretariat to update the Bureau on its work;", "information"),
        ("Urges States to report imports;", "submission"),
        ("Invites States to make known the wrecks in their waters;", "submission"),
        ("Urges States to nominate members of the group;", "submission"),
        ("Invites the submission of views by States;", "submission"),
        ("Invites States to share with one another what they know;", "implementation"),
        ("Decides that the next session will be held in Andria;", "meeting"),
        ("Requests the Committee to begin its work in May 2010;", "institution"),
        ("Decides that the Bureau shall serve as the preparatory committee;", "institution"),
        ("Invites the Assembly to consider declaring a day of pilots;", "review"),
        ("Recommends to the Assembly the adoption of the plan;", "review"),
        ("Requests the subsidiary bodies to start, at their fifth sessions, the third review;", "review"),
        ("Decides to take up the results at each session;", "review"),
        ("Resolves to strengthen international cooperation;", "coordination"),
        ("Requests the Secretariat to work in close coordination with the Board;", "coordination"),
        ("Requests the Secretariat to develop, in collaboration with the Board, a manual;", "assistance"),
        ("Authorizes the Secretariat to transfer up to 10 per cent of the budget;", "funding"),
        ("Urges Parties that have not paid their contributions to do so;", "funding"),
        ("Calls upon States to contribute financially to it;", "funding"),
        ("Invites contributions to the trust fund;", "funding"),
    ],
    ids=lambda value: value if " " in value else "",
)
def test_the_type_is_told_by_verb_object_and_who_is_asked(text, action_type):
    assert only(text).action_type == action_type


def test_what_a_chapeau_charges_an_organ_with_is_institution_unless_it_reports():
    outline = """
        1. Decides that the working group should perform the following functions:
          (a) Help Parties in their work;
          (b) Make recommendations to the Conference;
    """
    assert [candidate.action_type for candidate in candidates(outline)] == ["institution", "report"]
