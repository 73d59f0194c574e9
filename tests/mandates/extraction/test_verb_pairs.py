"""Verbs that share an object, say again what was asked, or ask in other words than "X to do"."""

import pytest

from .outline import candidates, read


def asked(text: str) -> list[tuple[str, list[str], str]]:
    return [(c.verb, list(c.addressees), c.action) for c in candidates(text)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Urges and encourages Parties to reply;", ["urge", "encourage"]),
        ("Requests and authorizes the Bureau to reply;", ["request", "authorize"]),
        ("Encourages, and further invites, Parties to reply;", ["encourage", "invite"]),
    ],
)
def test_two_verbs_of_one_party_are_two_mandates(text, verbs):
    assert [c.verb for c in candidates(text)] == verbs
    assert len({(c.addressees, c.action) for c in candidates(text)}) == 1


def test_two_verbs_of_one_chapeau_share_its_items():
    outline = """
        1. Urges and encourages Parties to:
          (a) Train pilots;
    """
    assert asked(outline) == [(verb, ["Parties"], "Train pilots") for verb in ("urge", "encourage")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Entrusts the Bureau with choosing the venue;", ("entrust", ["Bureau"], "choosing the venue")),
        ("Tasks the Secretariat with the preparation of a guide;",
         ("task", ["Secretariat"], "the preparation of a guide")),
        ("Charges the Committee with reviewing fees;", ("charge", ["Committee"], "reviewing fees")),
        ("Reiterates its call for help to small ports;", ("call for", [], "help to small ports")),
        ("Renews its invitation to Parties to reply;", ("invite", ["Parties"], "reply")),
        ("Decides that the Secretariat be requested to reply;", ("request", ["Secretariat"], "reply")),
        ("It is recommended that Parties train pilots.", ("recommend", ["Parties"], "train pilots")),
        ("Extends its invitation to Parties to reply;", ("invite", ["Parties"], "reply")),
        ("Reiterates its demand that the parties comply;", ("demand", ["parties"], "comply")),
        ("Adopts the guide and encourages its use by States;", ("encourage", ["States"], "its use by States")),
        ("Recognizes their role, and calls for the end of the dispute;", ("call for", [], "the end of the dispute")),
        ("Decides, in the light of fees, tides and wrecks, to meet again;", ("decide", ["Conference"], "meet again")),
        ("Decides not to add the item to the agenda;",
         ("decide", ["Conference"], "not to add the item to the agenda")),
        ("Decides to take the needs of small ports into account;",
         ("decide", ["Conference"], "take the needs of small ports into account")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_request_in_other_words_is_one(text, expected):
    assert asked(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Reiterates its request contained in decision 3/2;",
        "Reiterates that Parties should reply;",
        "Decides to remind Parties that they may reply;",
        "Tasks of the Secretariat are many;",
        "Accepts with gratitude the offer of Andria to host the next session;",
        "Agrees on the need to train pilots;",
        "Convenes a working group to study fees;",
        "Set up a committee to study fees;",
        "Also notes that further work is required to be done by Parties;",
        "Reaffirms the mandate of the group as set out in decision 3/2, which requests it to report;",
    ],
    ids=lambda text: text,
)
def test_this_asks_nothing(text):
    assert [e.candidates for e in read(text)] == [()]


def test_a_second_passive_asks_the_same_party():
    assert asked("States are urged to train pilots, and are invited to report accidents without delay.") == [
        ("urge", ["States"], "train pilots"),
        ("invite", ["States"], "report accidents without delay"),
    ]


def test_it_is_requested_asks_whom_the_sentence_names():
    found = asked("The Committee shall study fees; it is requested to inform the Conference of its conclusions.")
    assert found[1] == ("request", ["Committee"], "inform the Conference of its conclusions")


def test_a_meeting_may_say_where_it_decided():
    outline = """
        preamble: The Seventeenth Meeting of the Parties decided in decision XVII/18:
        1. To request the Panel to submit data;
        2. To note that nine Parties have not replied;
    """
    assert asked(outline) == [("request", ["Panel"], "submit data")]


def test_one_decision_may_be_to_do_and_that_another_should():
    assert asked("Decides to adopt the rules and that the Bureau shall meet twice;") == [
        ("decide", ["Conference"], "adopt the rules"),
        ("decide", ["Bureau"], "meet twice"),
    ]
