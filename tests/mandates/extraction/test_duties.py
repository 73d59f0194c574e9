"""One action or several: what is a mandate of its own, and what stays with its action."""

import pytest

from .outline import candidates, only


def split(text: str) -> list[tuple[str, str | None]]:
    """The action of every mandate and the session of its deadline."""
    return [(c.action, c.deadline and c.deadline.session) for c in candidates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Requests the Secretariat to seek to help, and to report to the Conference at its fifth session on it;",
            [("seek to help", None), ("report to the Conference at its fifth session on it", 5)],
        ),
        (
            "Requests the Committee to reflect on fees, and submit proposals to the Conference at its fifth session;",
            [("reflect on fees", None), ("submit proposals to the Conference at its fifth session", 5)],
        ),
        (
            "Requests the Secretariat to train pilots and to report thereon at its fifth session;",
            [("train pilots", None), ("report thereon at its fifth session", 5)],
        ),
        (
            "Requests the Secretariat to train pilots and keep ports open and to inform the Conference of it;",
            [("train pilots and keep ports open", None), ("inform the Conference of it", None)],
        ),
        (
            "Asks the Board to review fees and make proposals for adoption by the Conference at its sixth session;",
            [("review fees", None), ("make proposals for adoption by the Conference at its sixth session", 6)],
        ),
        (
            "Requests the Secretariat to report to the Conference at its fifth session and to train pilots;",
            [("report to the Conference at its fifth session", 5), ("train pilots", None)],
        ),
    ],
)
def test_a_duty_to_report_to_the_body_is_a_mandate_of_its_own(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Secretariat to prepare a report on fees and to submit it to the Conference at its fifth session;",
        "Requests the Secretariat to prepare and submit to the Conference at its fifth session a report on fees;",
        "Requests the Secretariat to train pilots and to help small ports;",
        "Requests the Secretariat to gather views and to make them available to Parties;",
        "Requests the Secretariat to help the Committee and to inform port masters of its work;",
        "Invites Parties to share what they know and to update it;",
        "Decides to establish a group, chaired by the Bureau, to advise and assist the Conference;",
    ],
    ids=lambda text: text,
)
def test_this_stays_one_mandate(text):
    assert len(candidates(text)) == 1


def test_a_second_action_with_a_deadline_of_its_own_is_a_second_mandate():
    first, second = candidates("Requests the Bureau to publish a list by May 2010 and to update it every six months;")
    assert (first.action, first.deadline.date) == ("publish a list by May 2010", "2010-05-31")
    assert (second.action, second.deadline.every) == ("update it every six months", "P6M")


def test_a_report_to_anyone_by_a_day_of_its_own_is_a_second_mandate():
    assert split("Calls upon ports and States to train pilots, and to report to the Board by 2 May 2010;") == [
        ("train pilots", None),
        ("report to the Board by 2 May 2010", None),
    ]


def test_a_duty_given_to_another_in_passing_is_theirs():
    first, second = candidates(
        "Requests the Office to convene a meeting of pilots by May 2010, said meeting to report to the Conference;"
    )
    assert (first.addressees, first.action_type) == (("Office",), "meeting")
    assert (second.addressees, second.action_type) == (("meeting of pilots",), "report")


def test_each_that_of_a_decision_is_a_mandate():
    found = candidates(
        "Decides that the session should take a week; that the group should meet; and that a decision be taken later;"
    )
    assert [(c.addressees, c.action) for c in found] == [
        (("Conference",), "the session should take a week"),
        (("group",), "meet"),
        (("Conference",), "a decision be taken later"),
    ]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Decides to amend rule 18;", True),
        ("Decides to adopt the plan;", True),
        ("Decides to extend the mandate of the group;", True),
        ("Decides that the group should be a constant element of the Conference;", True),
        ("Decides that the fee shall remain the same;", True),
        ("Decides that the group shall be composed of ten pilots;", True),
        ("Decides to establish a group;", False),
        ("Decides to hold a debate;", False),
        ("Decides that a debate should be held;", False),
        ("Decides that the group should meet;", False),
        ("Decides that the present decision supersedes decision 3/2;", True),
        ("Decides that the financial year shall begin on 1 January;", True),
        ("Decides to adopt at its sixth session a decision on fees;", False),
        ("Decides to proclaim 2 May the day of pilots;", True),
        ("Requests the Secretariat to amend the list;", False),
    ],
)
def test_a_decision_takes_effect_where_nothing_is_left_to_do(text, effect):
    assert only(text).takes_effect is effect


@pytest.mark.parametrize(
    ("words", "funding"),
    [
        ("within existing resources", "existing"),
        ("within available resources", "existing"),
        ("from within its existing resources", "existing"),
        ("within the limits of the core budget", "existing"),
        ("within the approved budget", "existing"),
        ("within the overall existing level of appropriation", "existing"),
        ("within the resources available", "existing"),
        ("within the resources allocated to the programme", "existing"),
        ("making full use of existing resources", "existing"),
        ("using regular budget funds", "existing"),
        ("at no additional cost", "existing"),
        ("without additional financial implications", "existing"),
        ("subject to the availability of resources", "subject_to_resources"),
        ("subject to resources being available", "subject_to_resources"),
        ("to the extent that funds are available", "subject_to_resources"),
        ("depending on the availability of resources", "subject_to_resources"),
        ("contingent upon the availability of funding", "subject_to_resources"),
        ("should the necessary funds be available", "subject_to_resources"),
        ("as funding becomes available", "subject_to_resources"),
        ("provided that the necessary funds are secured", "subject_to_resources"),
        ("resources permitting", "subject_to_resources"),
        ("as resources allow", "subject_to_resources"),
        ("subject to the availability of extrabudgetary resources", "extrabudgetary"),
        ("subject to external funding", "extrabudgetary"),
        ("provided that voluntary contributions are received", "extrabudgetary"),
        ("through voluntary contributions", "extrabudgetary"),
        ("with extrabudgetary funds", "extrabudgetary"),
        ("at no cost to the regular budget", "extrabudgetary"),
        ("within its mandate", None),
        ("in accordance with the financial rules", None),
        ("in the light of the budget", None),
        ("in accordance with the approved budget", None),
        ("when requested", None),
        ("where it can", None),
    ],
)
def test_funding_is_only_what_the_paragraph_says(words, funding):
    assert only(f"Requests the Secretariat, {words}, to train pilots;").funding == funding


def test_what_pays_for_all_is_said_before_the_actions_but_not_of_a_report():
    found = candidates(
        "Requests the Secretariat, within existing resources, to list ports by May 2010, to list wrecks every year, "
        "and to report on both to the Conference at its fifth session;"
    )
    assert [candidate.funding for candidate in found] == ["existing", "existing", None]


def test_an_appeal_to_donors_has_no_funding():
    candidate = only("Invites donors to provide voluntary contributions and extrabudgetary resources;")
    assert (candidate.action_type, candidate.funding) == ("funding", None)
