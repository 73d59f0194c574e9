"""More forms of days, spans and rhythms, each with its counter-example."""

import pytest

from mandates.extraction import Deadline

from .outline import only


def deadline_of(action: str, *, session: int | None = 4) -> Deadline | None:
    return only(f"Requests the Secretariat to {action};", session=session).deadline


@pytest.mark.parametrize(
    ("action", "text", "date"),
    [
        ("report by the end of the first quarter of 2012", "by the end of the first quarter of 2012", "2012-03-31"),
        ("hold the workshop on 3 and 4 May 2012", "on 3 and 4 May 2012", "2012-05-04"),
        ("hold it during the week of 17 October 2016", "during the week of 17 October 2016", "2016-10-17"),
        ("hold a debate of the General Assembly on 20 September 2011", "on 20 September 2011", "2011-09-20"),
        ("report to the World Harbour Assembly in 2015, 2017 and 2019", "in 2015", "2015-12-31"),
        ("prepare a paper in the course of 2012", "in the course of 2012", "2012-12-31"),
        ("prepare a paper in early 2012", "in early 2012", "2012-03-31"),
        ("help Parties to develop national targets by 2012", "by 2012", "2012-12-31"),
        ("help the group set up under this decision to report by May 2012", "by May 2012", "2012-05-31"),
        ("help developed country Parties to reply by 1 January 2014", "by 1 January 2014", "2014-01-01"),
        ("call for names with a deadline of 30 June 2014", "with a deadline of 30 June 2014", "2014-06-30"),
    ],
)  # fmt: skip
def test_a_day_in_whatever_form(action, text, date):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.text, deadline.date) == ("date", text, date)


@pytest.mark.parametrize(
    "action",
    [
        "follow up the World Summit in 2005",
        "prepare a paper on the period from 2005 to 2008",
        "prepare the budget for the biennium 2014–2015",
        "study the harvest of mussels in 2012",
        "help States to reach the target of halving accidents by 2015",
    ],
    ids=lambda action: action,
)
def test_a_year_that_is_only_spoken_about_is_no_deadline(action):
    assert deadline_of(action) is None


@pytest.mark.parametrize(
    ("action", "text", "every"),
    [
        ("issue a list every 3 years", "every 3 years", "P3Y"),
        ("report every 90 days", "every 90 days", "P90D"),
        ("transmit an annual report to the Bureau", "annual", "P1Y"),
        ("report to each meeting of the Standing Committee", "to each meeting of the Standing Committee", "session"),
        ("report, starting at its sixth session, biennially on fees", "biennially", "P2Y"),
        ("test the lights weekly", "weekly", "P1W"),
        ("bring the register up to date each quarter", "each quarter", "P3M"),
        ("report by 30 June each year", "by 30 June each year", "P1Y"),
        ("report no later than 30 June of every year", "no later than 30 June of every year", "P1Y"),
        ("remind Parties in January and July of each year", "in January and July of each year", "P6M"),
        ("provide, from existing resources, an annual briefing to the Bureau", "annual", "P1Y"),
        ("include in its annual report what it has done", "annual", "P1Y"),
        ("distribute a list after each meeting of the Conference", "after each meeting of the Conference", "session"),
        ("report to future sessions of the Conference", "to future sessions", "session"),
        ("send them out six weeks before each of its meetings", "six weeks before each of its meetings", "session"),
    ],
)  # fmt: skip
def test_a_rhythm_in_whatever_form(action, text, every):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.text, deadline.every) == ("recurring", text, every)


def test_a_resumed_session_of_the_same_number_is_still_to_come():
    deadline = deadline_of("report at its resumed fifth session", session=5)
    assert (deadline.session, deadline.part) == (5, "resumed")
    assert deadline_of("report at its fifth session", session=5) is None


@pytest.mark.parametrize(
    ("action", "text", "session"),
    [
        ("report after the closure of the sixth meeting of the Conference",
         "after the closure of the sixth meeting of the Conference", 6),
        ("inform the Conference at its sixth session of the help given", "at its sixth session", 6),
        ("propose to the Sixth Meeting of the Parties a scale of fees", "to the Sixth Meeting of the Parties", 6),
        ("defer the question to its sixth session", "to its sixth session", 6),
        ("report at its sixth (2014) regular session", "at its sixth (2014) regular session", 6),
        ("send out the papers two months before the sixth session and the letters then",
         "two months before the sixth session", 6),
    ],
)  # fmt: skip
def test_a_session_ends_where_its_name_ends(action, text, session):
    deadline = deadline_of(action)
    assert (deadline.text, deadline.session) == (text, session)


def test_not_later_than_a_span_after_something_is_an_offset():
    deadline = deadline_of("protect the emblem not later than two years after the adoption of this decision")
    assert (deadline.kind, deadline.offset, deadline.date) == ("date", "P2Y", None)


def test_a_span_of_years_to_come_is_a_standing_duty():
    deadline = deadline_of("assist Parties over the next two years")
    assert (deadline.kind, deadline.text) == ("ongoing", "over the next two years")


def test_a_span_from_the_end_of_a_session_hangs_on_it():
    deadline = deadline_of("comment within two months of the end of the sixth meeting of the Board")
    assert (deadline.kind, deadline.session, deadline.relation, deadline.offset) == ("session", 6, "after", "P2M")


def test_the_first_day_of_a_session_is_the_session():
    assert deadline_of("hold a debate on the first day of its sixth session").session == 6
