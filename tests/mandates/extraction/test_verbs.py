"""Which words make a mandate, in every form in which decisions print them, and which never do."""

import pytest

from .outline import candidates, only, read


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Requests the Secretariat to report;", "request"),
        ("Requested the Secretariat to report;", "request"),
        ("REQUESTS the Secretariat to report;", "request"),
        ("*Requests* the Secretariat to report;", "request"),
        ("_Also requests_ the Secretariat to report;", "request"),
        ("Also requests the Secretariat to report;", "request"),
        ("Requests also the Secretariat to report;", "request"),
        ("Further requested the Secretariat to report;", "request"),
        ("Once again requests the Secretariat to report;", "request"),
        ("Requests, in this regard, the Secretariat to report;", "request"),
        ("The Conference of the Parties requests the Secretariat to report;", "request"),
        ("The Conference also requested the Secretariat to report;", "request"),
        ("Recalling article 4, requests the Secretariat to report;", "request"),
        ("With reference to article 4, requests the Secretariat to report;", "request"),
        ("Request the Secretariat to report;", "request"),
        ("The Secretariat is requested to report.", "request"),
        ("Reaffirms its request to the Secretariat to report;", "request"),
        ("Reiterates its invitation to Parties to report;", "invite"),
        ("Reiterates its call upon all States to report;", "call upon"),
        ("Invites Parties to report;", "invite"),
        ("Urges Parties to report;", "urge"),
        ("Strongly urges Parties to report;", "urge"),
        ("Encourages Parties to report;", "encourage"),
        ("Parties are strongly encouraged to report;", "encourage"),
        ("Calls upon Parties to report;", "call upon"),
        ("Calls on Parties to report;", "call upon"),
        ("Parties are called upon to report;", "call upon"),
        ("Calls for better cooperation among ports;", "call for"),
        ("Appeals to Parties to report;", "appeal to"),
        ("Asks the Bureau to report;", "ask"),
        ("Recommends that Parties report;", "recommend"),
        ("Instructs the Secretariat to report;", "instruct"),
        ("Directs the Secretariat to report;", "direct"),
        ("Authorizes the Bureau to act;", "authorize"),
        ("Authorises the Bureau to act;", "authorize"),
        ("Mandates the Bureau to report;", "mandate"),
        ("Demands that all parties comply;", "demand"),
        ("Reminds Parties to report;", "remind"),
        ("Decides to meet again;", "decide"),
        ("Decided that the Bureau should meet;", "decide"),
        ("Determines that the Bureau shall meet;", "determine"),
        ("Agrees to meet again;", "agree"),
        ("Resolves to meet again;", "resolve"),
        ("Decides to request the Secretariat to report;", "request"),
        ("Decides to invite Parties to report;", "invite"),
        ("The Secretariat shall report;", "shall"),
        ("The Bureau should report;", "should"),
    ],
)
def test_the_operative_verb_is_given_in_its_base_form(text, verb):
    assert only(text).verb == verb


@pytest.mark.parametrize(
    "text",
    [
        "Takes note of the report;",
        "Takes due note of the request of the Bureau to the Secretariat to report;",
        "Noted that the Bureau had requested the Secretariat to report;",
        "Recalls its request to the Secretariat to report;",
        "Recalled its decision 3/2, in which it decided that a group should meet;",
        "Welcomes the offer of Portugal to host the meeting, and expresses its gratitude to donors;",
        "Stresses that Parties should report;",
        "Emphasizes the need for Parties to report;",
        "Recognizes that Parties are encouraged to report;",
        "Expressed its concern at the number of accidents;",
        "Adopts the programme of work;",
        "Approves the budget;",
        "Endorses the plan;",
        "Establishes a working group;",
        "Elects the Bureau;",
        "Decides to take note of the report;",
        "Reminds Parties of their duty to report;",
        "Confirms that the Secretariat shall report;",
        "The requests received and the replies requested were many;",
    ],
    ids=lambda text: text,
)
def test_what_is_only_recorded_asks_nothing(text):
    (extracted,) = read(text)
    assert (extracted.kind, extracted.candidates) == ("recital", ())


def test_a_preamble_never_asks_even_where_it_recalls_a_request():
    preamble, asked = read(
        """
        preamble: Recalling its request that the Secretariat report, and its decision to invite Parties to comment,
        1. Requests the Secretariat to report;
        """
    )
    assert (preamble.kind, preamble.candidates) == ("preamble", ())
    assert len(asked.candidates) == 1


def test_a_quoted_text_binds_nobody():
    (_, quoted) = read(
        """
        1. Decides to amend rule 5 to read:
          quoted: “Rule 5. The Secretariat shall report to each session and Parties shall reply.”
        """
    )
    assert (quoted.kind, quoted.candidates) == ("quoted", ())


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Requested States to reply, and also requested the Secretariat to sum up;", ["request", "request"]),
        ("Noted the delay; and urged all States to reply;", ["urge"]),
        (
            "Welcomed the tool; encouraged ports to use it; and requested the Secretariat to teach it;",
            ["encourage", "request"],
        ),
        ("Encouraged States to use the treaty; and emphasized that it was of value to all;", ["encourage"]),
        ("Takes note of the report and invites States to comment;", ["invite"]),
        ("Requests the Secretariat to act and, in this regard, invites States to help;", ["request", "invite"]),
        ("Approves the plan, and in this regard requests the Secretariat to act;", ["request"]),
        ("Parties are invited to reply. The Secretariat is requested to sum up.", ["invite", "request"]),
        ("Thanks the Office, recognizes the need, and urges coordination among ports;", ["urge"]),
        (
            "The Plenary decided: to set up a group; to request the Board to help; and to note the rest.",
            ["decide", "request"],
        ),
        ("Directed to Parties: Parties are urged to reply.", ["urge"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_paragraph_may_ask_more_than_once(text, verbs):
    assert [candidate.verb for candidate in candidates(text)] == verbs


def test_a_participle_between_is_no_further_verb():
    assert (
        len(candidates("Requests the Secretariat to pass on the data requested by States and the papers decided on;"))
        == 1
    )


def test_two_verbs_may_share_one_action():
    first, second = candidates("Requests the Secretariat, and invites the Bureau, to report;")
    assert [(c.verb, c.addressees, c.action) for c in (first, second)] == [
        ("request", ("Secretariat",), "report"),
        ("invite", ("Bureau",), "report"),
    ]


def test_an_insertion_before_the_next_verb_is_no_action():
    first, second = candidates("Calls upon Parties, in line with article 20, and invites donors, to help;")
    assert (first.addressees, first.action, second.action) == (("Parties",), "help", "help")


@pytest.mark.parametrize("printed", ["Reguests", "Requcsts", "Re quests", "Requestss", "Re-quests"])
def test_a_misprinted_verb_is_read_and_doubted(printed):
    candidate = only(f"{printed} the Secretariat to report;")
    assert (candidate.verb, candidate.doubt.code) == ("request", "damaged_verb")
    assert candidate.doubt.params["read"] == "requests"


def test_a_verb_nobody_listed_is_read_where_it_asks_a_party_and_doubted():
    candidate = only("Enjoins Parties to comply with the rules;")
    assert (candidate.verb, candidate.addressees, candidate.doubt.code) == ("enjoin", ("Parties",), "unusual_verb")


def test_a_verb_inside_what_others_did_is_doubted():
    (candidate,) = candidates("Noted that the group had met and requested the Secretariat to report;")
    assert candidate.doubt.code == "who_asks"
