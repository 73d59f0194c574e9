"""Who is asked: the shortest phrase that names them, each of a list, back-references by what they mean."""

import pytest

from .outline import candidates, only


@pytest.mark.parametrize(
    ("asked", "addressees"),
    [
        ("the Secretariat", ["Secretariat"]),
        ("all States parties", ["all States parties"]),
        ("States that have not yet done so", ["States"]),
        ("Parties in a position to do so", ["Parties"]),
        ("Parties able to do so", ["Parties"]),
        ("Parties wishing to take part", ["Parties"]),
        ("States parties to the Pilotage Protocol", ["States parties to the Pilotage Protocol"]),
        ("States parties and States signatories to the Convention", ["States parties", "States signatories"]),
        ("donor countries and technical assistance providers, including the Port Office,",
         ["donor countries", "technical assistance providers"]),
        ("the Secretariat and other providers of assistance", ["Secretariat", "providers of assistance"]),
        ("Parties, other Governments and relevant organizations", ["Parties", "Governments", "relevant organizations"]),
        ("Parties, other Governments, and indigenous peoples and local communities",
         ["Parties", "Governments", "indigenous peoples", "local communities"]),
        ("relevant organizations and indigenous and local communities",
         ["relevant organizations", "indigenous and local communities"]),
        ("global, regional and local organizations", ["global, regional and local organizations"]),
        ("central authorities for legal assistance and the competent authorities for extradition",
         ["central authorities", "competent authorities"]),
        ("the World Office on Drugs and Crime", ["World Office on Drugs and Crime"]),
        ("the World Office on Drugs and Crime and the Secretariat", ["World Office on Drugs and Crime", "Secretariat"]),
        ("the Subsidiary Body on Scientific, Technical and Technological Advice",
         ["Subsidiary Body on Scientific, Technical and Technological Advice"]),
        ("the Food and Agriculture Organization", ["Food and Agriculture Organization"]),
        ("the Animals and Plants Committees", ["Animals and Plants Committees"]),
        ("the Working Group of Pilots on Safety", ["Working Group of Pilots on Safety"]),
        ("the chair of the working group", ["chair of the working group"]),
        ("the Secretariat, in consultation with the Bureau, the Committee and Parties,", ["Secretariat"]),
        ("the Secretariat, subject to the availability of resources,", ["Secretariat"]),
        ("providers, together with the Port Office and, as appropriate, its field offices,", ["providers"]),
        ("the Board, as well as the Fund,", ["Board", "Fund"]),
        ("the Special Rapporteur on safety at sea and the Board", ["Special Rapporteur on safety", "Board"]),
        ("port authorities and pilots’ associations", ["port authorities", "pilots’ associations"]),
        ("Andria, Belland and Corland", ["Andria", "Belland", "Corland"]),
        ("the Governments of Andria, Belland and Corland", ["Governments of Andria, Belland and Corland"]),
        ("the Harbour Hub", ["Harbour Hub"]),
        ("the Chairs of the Pilots and Wrecks Committees", ["Chairs of the Pilots and Wrecks Committees"]),
        ("the institutes of the port safety and harbour pilotage programme network",
         ["institutes of the port safety and harbour pilotage programme network"]),
        ("the task force on foreign and local pilots", ["task force on foreign and local pilots"]),
        ("the secretariats of the Andria and Belland Conventions and the Bureau",
         ["secretariats of the Andria and Belland Conventions", "Bureau"]),
        ("providers of help and States parties", ["providers of help", "States parties"]),
        ("Parties and banks, as well as other sources of funding,", ["Parties", "banks", "sources of funding"]),
        ("Governments, as well as the private sector and other sources of finance,",
         ["Governments", "private sector", "sources of finance"]),
        ("the regional port conventions and action plans and the Customs Organization",
         ["regional port conventions and action plans", "Customs Organization"]),
        ("business enterprises, including ferry lines,", ["business enterprises"]),
        ("managers of ports of call, and port schools,", ["managers of ports of call", "port schools"]),
        ("the Presidency, with the support of the Secretariat,", ["Presidency"]),
        ("Parties, when naming experts to the Panel, its technical committees or its other bodies,", ["Parties"]),
        ("Parties that have such plans", ["Parties"]),
        ("the Secretary- General", ["Secretary- General"]),
        ("UNEP and FAO", ["UNEP", "FAO"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_shortest_phrase_names_each(asked, addressees):
    assert list(only(f"Requests {asked} to think about it;").addressees) == addressees


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Decides that the working group should meet twice;", ["working group"]),
        ("Decides that the group should be a standing one;", ["Conference"]),
        ("Decides that a debate should be held on it;", ["Conference"]),
        ("Decides to hold a debate;", ["Conference"]),
        ("Decides that, at its next session, it will review the matter;", ["Conference"]),
        ("Recommends that Parties train pilots;", ["Parties"]),
        ("Recommends that help should be given to small ports;", []),
        ("Requests that a report be prepared by the Secretariat;", ["Secretariat"]),
        ("Requests that the resources given to the Conference should be kept up;", []),
        ("Recommends to the General Assembly the adoption of a day of pilots;", ["General Assembly"]),
        ("Encourages the use by ports of the guide;", []),
        ("Encourages the use by States of the guide;", ["States"]),
        ("Parties and the Secretariat are invited to reply;", ["Parties", "Secretariat"]),
        ("Decides that the Committee shall consist of ten members;", ["Conference"]),
        ("Invites views from States by 2 May 2010;", ["States"]),
        ("We commit ourselves to train pilots;", ["Conference"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_who_is_to_act_in_a_clause(text, addressees):
    assert list(only(text).addressees) == addressees


@pytest.mark.parametrize(
    ("opening", "noun"),
    [
        ("The Conference of the Parties to the Harbour Convention,", "Conference"),
        ("The General Assembly,", "General Assembly"),
        ("The Sixty-sixth World Harbour Assembly,", "Harbour Assembly"),
        ("The Human Rights Council,", "Council"),
        ("The Port and Harbour Council,", "Council"),
        ("The Governing Council,", "Governing Council"),
        ("The United Nations Harbour Assembly,", "Harbour Assembly"),
        ("The Plenary,", "Plenary"),
    ],
)
def test_the_body_is_named_as_it_names_itself(opening, noun):
    (candidate,) = candidates(f"preamble: {opening}\n1. Decides to meet again;")
    assert candidate.addressees == (noun,)
    assert candidate.spans.addressees == ()


def test_a_body_may_name_itself_in_a_line_below_its_preamble():
    outline = """
        preamble: The Programme on Pilotage, Wrecks and Buoys
        preamble: RECALLING the programme on pilotage;
        preamble: AWARE that the Council of Ports needs help;
        preamble: The Commission of Ports has been heard;
        preamble: THE ASSEMBLY OF THE CONTRACTING PORTS
        1. DECIDES to meet again;
    """
    assert only(outline, body="Pilotage Programme").addressees == ("Assembly",)


def test_a_body_that_does_not_name_itself_is_the_one_given():
    assert only("Decides to meet again;", body="Commission on Pilotage").addressees == ("Commission",)


def test_nobody_named_is_a_doubt():
    assert only("Recommends that help should be given to small ports;").doubt.code == "nobody_named"


def test_said_meeting_is_given_by_its_antecedent_and_placed_where_it_stands():
    text = "Requests the Office to convene one open-ended meeting of pilots, said meeting to report to the Conference;"
    _, report = candidates(text)
    assert report.addressees == ("meeting of pilots",)
    (span,) = report.spans.addressees
    assert text[span.start : span.end] == "meeting"


def test_the_office_is_given_by_its_full_name():
    outline = """
        1. Welcomes the work of the World Office on Drugs and Crime;
        2. Requests the Office to go on with it;
    """
    assert only(outline).addressees == ("World Office on Drugs and Crime",)


def test_it_is_whoever_was_asked_last():
    _, second = candidates("Invites the Bureau to meet and requests it to report to the next meeting;")
    assert second.addressees == ("Bureau",)


def test_it_is_whoever_was_thanked_before():
    (candidate,) = candidates("Commends the Board for its work, and encourages it to go on;")
    assert candidate.addressees == ("Board",)


def test_that_government_is_the_one_named_before():
    (candidate,) = candidates("Thanks the Government of Andria, and requests that Government to continue its support;")
    assert candidate.addressees == ("Government of Andria",)


def test_a_back_reference_to_nothing_is_a_doubt():
    candidate = only("Requests the said institute to report;")
    assert (candidate.addressees, candidate.doubt.code) == (("institute",), "back_reference")
