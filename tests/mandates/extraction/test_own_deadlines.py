"""Several deadlines in one paragraph: which action each belongs to, and which of two is taken."""

import pytest

from .outline import candidates, only


def dated(text: str, *, session: int | None = 4) -> list[tuple[str, int | str | None]]:
    """The action of every mandate and its deadline in short."""
    return [
        (c.action, c.deadline and (c.deadline.session or c.deadline.date or c.deadline.every or c.deadline.kind))
        for c in candidates(text, session=session)
    ]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("report to the Board at its third session and to the Conference at its fifth session",
         [("report to the Board at its third session", 3), ("report to the Conference at its fifth session", 5)]),
        ("submit a first report to the Conference at its fifth session and a final report at its sixth session",
         [("submit a first report to the Conference at its fifth session", 5),
          ("submit a final report at its sixth session", 6)]),
        ("report at its fifth session on fees and, at its sixth session, on wrecks",
         [("report at its fifth session on fees", 5), ("report at its sixth session, on wrecks", 6)]),
        ("report annually to the Board and biennially to the Conference",
         [("report annually to the Board", "P1Y"), ("report biennially to the Conference", "P2Y")]),
        ("train pilots from 2010 to 2012, and to evaluate the training in 2013",
         [("train pilots from 2010 to 2012", "2012-12-31"), ("evaluate the training in 2013", "2013-12-31")]),
        ("keep a list, and to update it annually", [("keep a list", None), ("update it annually", "P1Y")]),
        ("report orally to the Board in June 2014 and in writing to the Conference at its fifth session",
         [("report orally to the Board in June 2014", "2014-06-30"),
          ("report in writing to the Conference at its fifth session", 5)]),
        (": (a) train pilots; (b) help ports; and (c) report to the Conference by June 2016",
         [("train pilots; (b) help ports", None), ("report to the Conference by June 2016", "2016-06-30")]),
        ("talk to States, and to prepare a report and to submit it to the Conference at its fifth session",
         [("talk to States", None), ("prepare a report and to submit it to the Conference at its fifth session", 5)]),
        ("give advice and, at its fifth session, to report to the Conference",
         [("give advice", None), ("report to the Conference", 5)]),
        ("print the papers by May 2010, to send them out by June 2010, and to remind Parties each year",
         [("print the papers by May 2010", "2010-05-31"), ("send them out by June 2010", "2010-06-30"),
          ("remind Parties each year", "P1Y")]),
        ("compile views, and to print a summary by May 2010",
         [("compile views", None), ("print a summary by May 2010", "2010-05-31")]),
        ("talk to the Port Union about codes, and to keep Parties informed of it",
         [("talk to the Port Union about codes", None), ("keep Parties informed of it", "ongoing")]),
        ("draw up courses for pilots, and to hold, at the request of Parties, courses on wrecks",
         [("draw up courses for pilots", None), ("hold, at the request of Parties, courses on wrecks", "on_request")]),
        ("keep Parties informed of fees and to send the tables, upon request, to any port",
         [("keep Parties informed of fees", "ongoing"), ("send the tables, upon request, to any port", "on_request")]),
        ("test the plan for pilots, and evaluate it by May 2010",
         [("test the plan for pilots", None), ("evaluate it by May 2010", "2010-05-31")]),
        ("write to ports by May 2010, share the replies with the Board before its 31st meeting, and, "
         "subject to resources, help ports, upon request, with their answers",
         [("write to ports by May 2010", "2010-05-31"),
          ("share the replies with the Board before its 31st meeting", 31),
          ("help ports, upon request, with their answers", "on_request")]),
        ("do a study of wrecks, which should cover fees, and make the results known to the 32nd meeting of the Board",
         [("do a study of wrecks, which should cover fees", None),
          ("make the results known to the 32nd meeting of the Board", 32)]),
        ("prepare a report for the Group at its 35th meeting, and to submit an updated report to the Fifth Conference",
         [("prepare a report for the Group at its 35th meeting", 35),
          ("submit an updated report to the Fifth Conference", 5)]),
        ("compile views, publish them and report on them to the Board by 2 May 2010",
         [("compile views, publish them", None), ("report on them to the Board by 2 May 2010", "2010-05-02")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_has_a_deadline_of_its_own_is_a_mandate_of_its_own(action, expected):
    assert dated(f"Requests the Secretariat to {action};") == expected


def test_a_second_should_with_a_deadline_is_a_second_mandate():
    text = "Decides that the group should go on with its work, and should meet before the fifth session;"
    assert dated(text) == [("go on with its work", None), ("meet before the fifth session", 5)]


@pytest.mark.parametrize(
    "action",
    [
        "compile views and to print a summary thereof by May 2010",
        "train pilots and to help ports upon request",
        "collect, analyse, and print data by May 2010",
        "draft plans for ports, and work plans for 2010",
        "submit its report to the Conference at its fifth session, and to include therein a list of wrecks",
        "publish the directory, to keep it up to date",
        "report to it at its fifth session on its work, including in regions, to promote the treaty",
        "submit by May 2010 a report, including a copy and a version of the plan, for study at the fifth session",
    ],
    ids=lambda text: text,
)
def test_this_is_one_piece_of_work(action):
    assert len(candidates(f"Requests the Secretariat to {action};")) == 1


def test_whom_a_decision_sets_up_has_its_own_duty_to_report_or_meet():
    found = candidates("Decides to establish a group, which shall report to the Conference at its fifth session;")
    assert [(c.addressees, c.action_type) for c in found] == [
        (("Conference",), "institution"),
        (("group",), "report"),
    ]
    assert len(candidates("Decides to establish a forum, which shall be open to all ports;")) == 1


def test_a_report_is_due_at_the_session_of_whom_it_is_for():
    action = "submit its findings, through the Board at its 148th session, to the Seventy-fourth World Harbour Assembly"
    assert dated(f"Requests the Director-General to {action};") == [(action, 74)]


def test_an_item_is_included_in_the_agenda_by_that_session():
    action = "consider including, in the provisional agenda of its twenty-fourth session, a debate"
    assert dated(f"Recommends that the Commission {action};") == [(action, 24)]


def test_what_took_place_and_what_is_financed_are_no_deadlines():
    assert dated("Requests the Board to hold a forum, the first of which took place in 2014;")[0][1] is None
    text = "Requests Parties, in their submissions on finance for the period from 2016 to 2020, to list ports;"
    assert dated(text)[0][1] is None


def test_a_day_stands_before_a_span_without_one():
    candidate = only("Requests the group to finish by the end of its mandate, and at the latest on 30 June 2011;")
    assert (candidate.deadline.date, candidate.deadline.text) == ("2011-06-30", "at the latest on 30 June 2011")


def test_a_session_that_says_which_president_is_no_deadline_where_the_action_has_one():
    text = "Requests the President of the Assembly at its sixty-ninth session to hold a debate by July 2015;"
    assert dated(text) == [("hold a debate by July 2015", "2015-07-31")]


def test_what_a_focal_point_is_to_do_is_not_what_the_office_is_to_do():
    first, second = candidates(
        "Requested the Office to appoint a focal point for each region, and the focal points to coordinate visits;"
    )
    assert (first.addressees, second.addressees, second.action) == (
        ("Office",),
        ("focal points",),
        "coordinate visits",
    )


def test_a_rhythm_may_have_an_end():
    deadline = only("Requests the Secretariat to report every two years until 2022;").deadline
    assert (deadline.kind, deadline.every, deadline.date) == ("recurring", "P2Y", "2022-12-31")
