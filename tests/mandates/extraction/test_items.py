"""Items whose chapeau notes, goes on, speaks in the passive, or tells what somebody set up is to do."""

from .outline import candidates, clauses, read


def asked(outline: str) -> list[tuple[str, str, list[str]]]:
    """Label, verb and addressees of every mandate."""
    rows = zip(clauses(outline), read(outline), strict=True)
    return [(clause.label, c.verb, list(c.addressees)) for clause, e in rows for c in e.candidates]


def test_what_stands_under_a_noting_chapeau_is_noted_too():
    outline = """
        1. Emphasizes that:
          (a) Parties should reply by 1 May 2010;
          (b) The Secretariat shall help them;
    """
    assert [e.kind for e in read(outline)] == ["recital"] * 3
    assert asked(outline) == []


def test_an_operative_verb_under_a_noting_chapeau_still_asks():
    outline = """
        1. Takes note of the report, and in particular:
          (a) Welcomes the progress made;
          (b) Requests the Secretariat to go on;
    """
    assert asked(outline) == [("1.(b)", "request", ["Secretariat"])]


def test_a_passive_hands_its_verb_down():
    outline = """
        1. All States, particularly those with ports, are encouraged to:
          a) train pilots;
        2. The Secretariat, subject to the availability of resources, is requested to:
          a) help them;
    """
    assert asked(outline) == [("1.a)", "encourage", ["All States"]), ("2.a)", "request", ["Secretariat"])]


def test_following_tasks_are_no_verb_but_what_the_council_should_do():
    outline = """
        1. The Scientific Council, subject to the availability of resources, should undertake the following tasks:
          a) Review the lists;
    """
    assert asked(outline) == [("1.a)", "should", ["Scientific Council"])]
    assert candidates(outline)[0].funding == "subject_to_resources"


def test_a_chapeau_that_goes_on_in_its_items_asks_itself_too():
    outline = """
        1. Urges Parties and invites other Governments to take care, and:
          (a) To train pilots;
    """
    assert asked(outline) == [
        ("1.", "urge", ["Parties"]),
        ("1.", "invite", ["Governments"]),
        ("1.(a)", "urge", ["Parties"]),
        ("1.(a)", "invite", ["Governments"]),
    ]


def test_what_somebody_set_up_would_do_is_theirs():
    outline = """
        1. Decided to set up a panel on dredging, composed of five experts, which would:
          (i) Advise the Secretariat;
        2. Decided to establish an open-ended group inter alia to:
          (i) review the reports;
        3. Decides that the mandate of the Mission shall be as follows:
          (a) To keep the port open;
    """
    assert [row[2] for row in asked(outline)] == [
        ["Conference"],
        ["panel on dredging"],
        ["Conference"],
        ["open-ended group"],
        ["Mission"],
    ]


def test_items_that_say_to_what_end_are_no_tasks():
    outline = """
        1. Decides to establish a work programme on tides, carried out by the Committee, with a view to:
          (a) Improving the charts;
    """
    assert asked(outline) == [("1.", "decide", ["Conference"])]


def test_items_may_follow_without_a_colon():
    outline = """
        1. Recommends that the Assembly at its ninth session
          (a) Adopt the plan;
    """
    (item,) = candidates(outline)
    assert (item.addressees, item.deadline.session) == (("Assembly",), 9)
