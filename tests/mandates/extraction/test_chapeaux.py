"""What a chapeau gives to its items, over one, two and three levels, and where it gives nothing."""

from .outline import candidates, clauses, read


def asked(outline: str) -> list[tuple[str, str, list[str], str]]:
    """Label, verb, addressees and action of every mandate."""
    rows = zip(clauses(outline), read(outline), strict=True)
    return [(clause.label, c.verb, list(c.addressees), c.action) for clause, e in rows for c in e.candidates]


def kinds(outline: str) -> list[str]:
    return [extracted.kind for extracted in read(outline)]


def test_a_chapeau_gives_verb_and_addressee_and_has_no_mandate_itself():
    outline = """
        1. Requests the Secretariat to:
          (a) Prepare a guide;
          (b) Report to the Conference at its fifth session;
    """
    assert asked(outline) == [
        ("1.(a)", "request", ["Secretariat"], "Prepare a guide"),
        ("1.(b)", "request", ["Secretariat"], "Report to the Conference at its fifth session"),
    ]
    assert kinds(outline) == ["chapeau", "operative", "operative"]


def test_inherited_fields_are_placed_in_the_chapeau():
    text = "Requests the Secretariat, subject to the availability of resources, to do the following before 1 May 2010:"
    (item,) = candidates(f"1. {text}\n  (a) Prepare a guide;")
    spans = [item.spans.verb, *item.spans.addressees, item.spans.deadline]
    assert [span.label for span in spans] == ["1."] * 3
    assert [text[span.start : span.end] for span in spans] == ["Requests", "Secretariat", "before 1 May 2010"]
    assert (item.spans.action.label, item.deadline.date) == ("1.(a)", "2010-04-30")
    assert item.funding == "subject_to_resources"


def test_infinitives_under_a_party_are_its_tasks():
    outline = """
        2. REQUESTS the Director-General:
          (1) to support ports, upon request;
          (2) to report, through the Board, to the Sixty-eighth World Harbour Assembly;
    """
    assert [row[1:3] for row in asked(outline)] == [("request", ["Director-General"])] * 2


def test_inter_alia_is_not_yet_an_action():
    outline = """
        1. Requests the Secretariat to, inter alia:
          (a) Prepare a guide;
    """
    assert asked(outline) == [("1.(a)", "request", ["Secretariat"], "Prepare a guide")]


def test_functions_are_given_item_by_item():
    outline = """
        1. Decides that the working group should perform the following functions:
          (a) Facilitate the work;
          (b) Advise the Conference;
    """
    assert asked(outline) == [
        ("1.(a)", "decide", ["working group"], "Facilitate the work"),
        ("1.(b)", "decide", ["working group"], "Advise the Conference"),
    ]


def test_whom_a_chapeau_appoints_has_the_tasks_that_follow():
    outline = """
        1. Decides to appoint, for three years, an independent expert, whose tasks will be:
          (a) To study wrecks;
    """
    assert [row[:3] for row in asked(outline)] == [
        ("1.", "decide", ["Conference"]),
        ("1.(a)", "decide", ["independent expert"]),
    ]


def test_three_levels_hand_the_verb_down():
    outline = """
        1. Encourages Parties:
          (a) In the area of training:
            (i) To train pilots;
            (ii) To train harbour masters;
          (b) To pay them;
    """
    assert [row[:3] for row in asked(outline)] == [
        ("1.(a)(i)", "encourage", ["Parties"]),
        ("1.(a)(ii)", "encourage", ["Parties"]),
        ("1.(b)", "encourage", ["Parties"]),
    ]


def test_items_may_bring_their_own_addressee():
    outline = """
        1. Requests:
          (a) The Secretariat to prepare a guide;
          (b) Parties to comment on it;
        2. Recommends that:
          (a) Parties train pilots;
          (b) the Bureau should meet;
    """
    assert [row[1:3] for row in asked(outline)] == [
        ("request", ["Secretariat"]),
        ("request", ["Parties"]),
        ("recommend", ["Parties"]),
        ("recommend", ["Bureau"]),
    ]


def test_decides_over_items_lets_each_item_say_its_verb():
    outline = """
        preamble: The Twentieth Meeting of the Parties decides:
        1. To request the Panel to prepare a guide;
        2. To note with thanks the work done;
        3. To adopt the plan;
        4. That Parties should report by 30 September 2010;
    """
    assert [row[1:3] for row in asked(outline)] == [
        ("request", ["Panel"]),
        ("decide", ["Meeting of the Parties"]),
        ("decide", ["Parties"]),
    ]


def test_an_item_with_a_verb_of_its_own_keeps_it():
    outline = """
        1. With reference to the report on pilots:
          (a) Welcomes the steps taken;
          (b) Requests the Secretariat to go on;
    """
    assert asked(outline) == [("1.(b)", "request", ["Secretariat"], "go on")]


def test_a_chapeau_that_only_notes_gives_nothing():
    outline = """
        1. Notes that the group discussed the following matters:
          (a) Support to small ports;
          (b) Prepare a guide;
    """
    assert asked(outline) == []
    assert kinds(outline) == ["recital"] * 3


def test_items_that_spell_out_an_action_leave_it_with_the_chapeau():
    outline = """
        1. Requests the Secretariat to prepare a study on:
          (a) Fees;
          (b) Wrecks;
        2. Requests the Secretariat to convene a workshop in order to:
          (a) Discuss fees;
          (b) Share experiences;
    """
    assert [row[0] for row in asked(outline)] == ["1.", "2."]


def test_items_without_marks_are_read_like_the_others():
    outline = """
        1. Requests Parties to take the following measures:
          Convene meetings of pilots;
          Train harbour masters;
    """
    assert [row[3] for row in asked(outline)] == ["Convene meetings of pilots", "Train harbour masters"]


def test_a_party_that_shall_hands_its_duty_down():
    outline = """
        1. The Secretariat shall:
          a) issue a notification;
          b) report to the Committee at its 65th meeting.
    """
    assert [row[1:] for row in asked(outline)] == [
        ("shall", ["Secretariat"], "issue a notification"),
        ("shall", ["Secretariat"], "report to the Committee at its 65th meeting"),
    ]


def test_what_a_party_shall_do_may_wait_behind_a_condition():
    outline = """
        1. The Secretariat shall, subject to external funding:
          a) commission a study;
    """
    (item,) = candidates(outline)
    assert (item.addressees, item.action, item.funding) == (
        ("Secretariat",),
        "commission a study",
        "extrabudgetary",
    )


def test_two_verbs_of_a_chapeau_share_its_items():
    outline = """
        1. Requests the Secretariat, and invites the Board, within their mandates, to:
          (a) Train pilots;
    """
    assert asked(outline) == [
        ("1.(a)", "request", ["Secretariat"], "Train pilots"),
        ("1.(a)", "invite", ["Board"], "Train pilots"),
    ]


def test_a_chapeau_that_does_not_exist_or_comes_later_is_as_none():
    from mandates.extraction import Clause, extract

    odd = [Clause("(a)", "", "operative", "To prepare a guide;", 7), Clause("(b)", "", "operative", "To wait;", -3)]
    assert [e.kind for e in extract(odd, session=None)] == ["recital", "recital"]


def test_what_an_organ_is_determined_to_do_are_its_functions():
    outline = """
        3. Determines that the Pilots Committee shall, within the policy agreed by the Conference:
          (a) oversee the budget;
          (b) report to the Conference at each of its meetings;
    """
    assert [(c.verb, c.addressees, c.action_type) for c in candidates(outline)] == [
        ("determine", ("Pilots Committee",), "institution"),
        ("determine", ("Pilots Committee",), "report"),
    ]


def test_efforts_that_a_chapeau_asks_for_are_those_of_its_items():
    outline = """
        5. Calls upon Parties to make further efforts at home:
          (a) To train pilots;
          (b) To mark wrecks;
    """
    assert [candidate.action for candidate in candidates(outline)] == ["train pilots", "mark wrecks"]


def test_what_a_chapeau_is_after_is_done_by_what_its_items_ask():
    for opening in ("keep divers safe and, to that end:", "take part in the trial, in particular:"):
        outline = f"""
            4. Calls upon States to {opening}
              (a) To mark wrecks;
              (b) To collect data every year;
        """
        assert [candidate.action for candidate in candidates(outline)] == ["mark wrecks", "collect data every year"]


def test_what_others_should_adopt_is_told_in_passing_by_an_item():
    outline = """
        4. Requests the Special Rapporteur, in the performance of her mandate:
          (a) To make proposals for the rules that States, ports and other bodies should adopt;
          (b) To work in coordination with other organs;
    """
    assert [(c.verb, c.addressees, c.action_type) for c in candidates(outline)] == [
        ("request", ("Special Rapporteur",), "report"),
        ("request", ("Special Rapporteur",), "coordination"),
    ]


def test_a_task_force_is_no_task():
    outline = """
        2. Requests the task force on wrecks, with the help of the Bureau, to:
          (a) Convene a forum every year;
    """
    assert [candidate.action_type for candidate in candidates(outline)] == ["meeting"]
