"""What organs write that leave a verb unsaid, charge whom they set up, or ask two parties in one breath."""

import pytest

from .outline import candidates, only, read


def asked(outline: str, **facts: object) -> list[tuple[str, tuple[str, ...], str]]:
    """Verb, addressees and action of every candidate."""
    return [(c.verb, c.addressees, c.action) for c in candidates(outline, **facts)]  # type: ignore[arg-type]


def test_an_infinitive_without_a_chapeau_is_decided_by_the_body():
    found = asked(
        """
        preamble: Noting with concern the silting of the northern ports,
        1. To request the Dredging Panel to prepare a report on silting;
        2. To note that two ports have closed;
        3. To consider the report at its ninth meeting.
        """,
        body="Meeting of the Ports",
    )
    assert found == [
        ("request", ("Dredging Panel",), "prepare a report on silting"),
        ("decide", ("Meeting of the Ports",), "consider the report at its ninth meeting"),
    ]


def test_an_infinitive_under_a_chapeau_that_only_notes_asks_nothing():
    assert asked("1. Notes the wish of ports:\n  (a) To request the Panel to prepare a report.") == []


def test_having_considered_is_not_the_verb_of_a_chapeau():
    found = asked(
        """
        The Ninth Harbour Assembly, having considered the report by the Secretariat, decided:
          (1) to request the Director-General to publish the charts by the end of 2014;
        """
    )
    assert found == [("request", ("Director-General",), "publish the charts by the end of 2014")]


def test_infinitives_under_a_new_group_are_its_tasks_without_the_day_it_is_set_up():
    first, *tasks = candidates(
        """
        2. Decides to establish, at its fifth session, a working group on lights, open to all States:
          (a) To identify dark reefs;
          (b) To submit a report thereon to the Conference at its sixth session.
        """
    )
    assert first.addressees == ("Conference",)
    assert [(c.addressees[0][:13], c.deadline and c.deadline.session) for c in tasks] == [
        ("working group", None), ("working group", 6)
    ]  # fmt: skip


def test_it_after_a_group_is_set_up_is_the_group():
    last = candidates(
        """
        1. Requests the Secretariat to keep the list of wrecks.
        2. Decides to establish an ad hoc group of pilots, and requests it to prepare a chart.
        """
    )[-1]
    assert last.addressees == ("ad hoc group of pilots",)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Directs the Pilots Committee to review the guide and the Secretariat to publish it.",
         [("Pilots Committee", "review the guide"), ("Secretariat", "publish it")]),
        ("Requests the Board to study the lights, and the Secretariat, with the help of ports, to repair them.",
         [("Board", "study the lights"), ("Secretariat", "repair them")]),
        ("Requests the Secretariat to invite ports and the Board to comment on the guide.",
         [("Secretariat", "invite ports and the Board to comment on the guide")]),
    ],
)  # fmt: skip
def test_a_second_party_with_its_own_infinitive_has_its_own_mandate(text, shares):
    assert [(c.addressees[0], c.action) for c in candidates(text)] == shares


def test_each_opens_a_party_not_an_insertion():
    assert only("Decides that each Party with a fleet shall submit a report.").addressees == ("Party",)


def test_all_after_the_last_of_several_parties_is_no_part_of_its_name():
    found = only("REQUESTS Contracting Parties, the Standing Committee and the Harbour Bureau all to do their utmost.")
    assert found.addressees == ("Contracting Parties", "Standing Committee", "Harbour Bureau")


def test_an_item_may_say_where_the_money_comes_from_before_it_says_what():
    found = candidates(
        """
        The Secretariat shall:
          a) prepare a study of eels; and
          b) subject to external funding, organize a workshop on eels.
        """
    )
    assert [(c.action, c.funding) for c in found] == [
        ("prepare a study of eels", None),
        ("organize a workshop on eels", "extrabudgetary"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Chief Pilot to hold a debate, and to prepare a summary to be submitted to the Conference at its "
        "sixth session.",
        "Requests the Chief Pilot to keep the lights, and to submit a proposal for consideration at the next session.",
    ],
)
def test_what_is_prepared_for_the_body_is_a_report_of_its_own(text):
    first, second = candidates(text)
    assert (first.action_type != "report", second.action_type) == (True, "report")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Requests the Subsidiary Body for Ports to initiate the third review of lights.", "review"),
        ("Decides to conclude the review of lights at its sixth session.", "review"),
        ("Decides to start discussing the terms of the review at its sixth session.", "review"),
        ("Requests the Secretary to prepare and make available to Parties a list of lights.", "information"),
        ("Requests the Secretary to convene an expert group by the end of 2013.", "meeting"),
        ("Encourages importing Parties to offer shelter to pilots.", "implementation"),
        ("Invites the Conference of the States Parties to consider the matter.", "review"),
    ],
)
def test_action_types_of_other_organs(text, kind):
    assert only(text).action_type == kind


def test_the_noun_of_a_meeting_of_the_parties_is_whole():
    (found,) = candidates("1. To consider the matter at its ninth meeting.", body="Meeting")
    assert found.addressees == ("Meeting of the Parties",)


def test_the_day_of_every_year_tells_more_than_annual():
    found = only("Invites Parties to submit an annual report by 31 October of each year.")
    assert found.deadline and (found.deadline.text, found.deadline.every) == ("by 31 October of each year", "P1Y")


def test_to_whom_the_next_decision_is_directed_is_no_item():
    found = candidates(
        """
        The Secretariat shall:
          a) contract consultants to undertake a study;
          b) Directed to the Parties
        """
    )
    assert [c.addressees for c in found] == [("Secretariat",)]


def test_an_infinitive_that_only_notes_is_a_recital():
    assert [e.kind for e in read("1. To note with regret that two ports have closed.")] == ["recital"]
