"""Each form in which a deadline is printed, and each year and session that is none."""

import pytest

from mandates.extraction import Deadline

from .outline import candidates, only


def deadline_of(action: str, *, session: int | None = 4) -> Deadline | None:
    return only(f"Requests the Secretariat to {action};", session=session).deadline


@pytest.mark.parametrize(
    ("action", "date", "relation"),
    [
        ("report by 31 March 2010", "2010-03-31", "by"),
        ("report by September 2009", "2009-09-30", "by"),
        ("report by February 2012", "2012-02-29", "by"),
        ("report before the end of 2009", "2009-12-31", "before"),
        ("report by the end of 2009", "2009-12-31", "by"),
        ("report by end 2009", "2009-12-31", "by"),
        ("report by the end of June 2010", "2010-06-30", "by"),
        ("report before 1 May 2010", "2010-04-30", "before"),
        ("report prior to March 2010", "2010-02-28", "before"),
        ("report before 2012", "2011-12-31", "before"),
        ("hold a workshop in 2012", "2012-12-31", "at"),
        ("hold a workshop in May 2012", "2012-05-31", "at"),
        ("issue the guide by 2012", "2012-12-31", "by"),
        ("issue the guide by mid-2011", "2011-06-30", "by"),
        ("issue the guide by early 2011", "2011-03-31", "by"),
        ("issue the guide in the first half of 2011", "2011-06-30", "at"),
        ("issue the guide by the third quarter of 2011", "2011-09-30", "by"),
        ("issue the guide no later than 15 October 2010", "2010-10-15", "by"),
        ("issue the guide not later than December 2010", "2010-12-31", "by"),
        ("issue the guide by 1 June 2010 at the latest", "2010-06-01", "by"),
        ("hold a workshop from 3 to 14 May 2010", "2010-05-14", "at"),
    ],
)
def test_a_day_is_the_last_one_allowed(action, date, relation):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.date, deadline.relation) == ("date", date, relation)


@pytest.mark.parametrize(
    ("action", "text", "session", "relation"),
    [
        ("report at its fifth session", "at its fifth session", 5, "at"),
        ("report to it, at its fifth session, on the work done", "at its fifth session", 5, "at"),
        ("report at the 73rd session", "at the 73rd session", 73, "at"),
        ("report at the fifth session of the Conference", "at the fifth session of the Conference", 5, "at"),
        ("collect examples prior to the sixth session", "prior to the sixth session", 6, "before"),
        ("collect examples in time for its sixth session", "in time for its sixth session", 6, "before"),
        ("meet during its sixth session", "during its sixth session", 6, "during"),
        ("meet after its sixth session", "after its sixth session", 6, "after"),
        ("meet by its sixth session", "by its sixth session", 6, "by"),
        ("report no later than its sixth session", "no later than its sixth session", 6, "by"),
        ("report at its sixth session, in 2012", "at its sixth session, in 2012", 6, "at"),
        ("report at the eleventh meeting of the Conference", "at the eleventh meeting of the Conference", 11, "at"),
        ("report to the Sixty-ninth Harbour Assembly", "to the Sixty-ninth Harbour Assembly", 69, "at"),
        ("publish the guide by COP 12", "by COP 12", 12, "by"),
        ("report at its next session", "at its next session", 5, "at"),
        ("report at the next meeting of the Conference", "at the next meeting of the Conference", 5, "at"),
        ("report at the end of the fifth session", "at the end of the fifth session", 5, "at"),
        ("prepare a paper for consideration at its sixth session", "at its sixth session", 6, "at"),
        ("prepare a paper for its next session", "for its next session", 5, "at"),
        ("make proposals to the sixth meeting of the Conference", "to the sixth meeting of the Conference", 6, "at"),
        ("include it in the provisional agenda of its sixth session", "of its sixth session", 6, "at"),
    ],
)
def test_a_session_is_its_ordinal(action, text, session, relation):
    deadline = deadline_of(action)
    assert (deadline.text, deadline.kind) == (text, "session")
    assert (deadline.session, deadline.relation) == (session, relation)


def test_the_resumed_part_of_a_session_is_named():
    assert deadline_of("report at its resumed fifth session").part == "resumed"
    assert deadline_of("report at its fifth session").part is None


def test_that_session_is_the_one_named_before():
    outline = (
        "Decides that the group should meet during the sixth session and should hold a workshop before that session;"
    )
    first, second = candidates(outline)
    assert (first.deadline.session, first.deadline.relation) == (6, "during")
    assert (second.deadline.session, second.deadline.relation) == (6, "before")


@pytest.mark.parametrize(
    ("action", "offset", "session"),
    [
        ("circulate the paper six weeks before its sixth session", "-P6W", 6),
        ("circulate the paper no later than six weeks before its sixth session", "-P6W", 6),
        ("circulate the paper at least 90 days prior to the sixth session", "-P90D", 6),
        ("circulate the paper three months after its next session", "P3M", 5),
        ("circulate the paper two months in advance of its sixth session", "-P2M", 6),
    ],
)
def test_an_offset_counts_from_its_session(action, offset, session):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.offset, deadline.session) == ("session", offset, session)


def test_a_span_from_something_undated_is_kept_as_an_offset():
    candidate = only("Requests Parties to comment within three months of its circulation;")
    assert (candidate.deadline.kind, candidate.deadline.date, candidate.deadline.offset) == ("date", None, "P3M")
    assert candidate.doubt.code == "day_unknown"


@pytest.mark.parametrize(
    ("action", "text", "every"),
    [
        ("report annually", "annually", "P1Y"),
        ("submit an annual report on the fund", "annual", "P1Y"),
        ("publish the list every year", "every year", "P1Y"),
        ("publish the list every two years", "every two years", "P2Y"),
        ("publish the list every six months", "every six months", "P6M"),
        ("publish the list quarterly", "quarterly", "P3M"),
        ("report at each session", "at each session", "session"),
        ("report to it at each of its sessions", "at each of its sessions", "session"),
        ("update the directory regularly", "regularly", None),
        ("update the directory on a regular basis", "on a regular basis", None),
        ("send out the paper sixty days before each meeting", "sixty days before each meeting", "session"),
        ("present a report every two years, beginning at its sixth session", "every two years", "P2Y"),
    ],
)
def test_a_rhythm_is_a_duration_or_the_session(action, text, every):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.text, deadline.every) == ("recurring", text, every)


@pytest.mark.parametrize(
    ("action", "text", "start", "date"),
    [
        ("keep the States parties informed of it", "keep the States parties informed", None, None),
        ("keep the matter under review", "keep the matter under review", None, None),
        ("assist Parties from 2010 to 2012", "from 2010 to 2012", "2010-01-01", "2012-12-31"),
        ("assist Parties between 2010 and 2012", "between 2010 and 2012", "2010-01-01", "2012-12-31"),
        ("assist Parties during the biennium 2010-2011", "during the biennium 2010-2011", "2010-01-01", "2011-12-31"),
        ("assist Parties as of 2010", "as of 2010", "2010-01-01", None),
        ("assist Parties until 31 May 2011", "until 31 May 2011", None, "2011-05-31"),
    ],
)
def test_a_standing_duty_may_have_a_start_and_an_end(action, text, start, date):
    deadline = deadline_of(action)
    assert (deadline.kind, deadline.text) == ("ongoing", text)
    assert (deadline.start, deadline.date) == (start, date)


@pytest.mark.parametrize("words", ["when requested", "upon request", "at the request of States", "if so requested"])
def test_a_duty_on_request_has_no_day(words):
    deadline = deadline_of(f"help in training, {words}")
    assert (deadline.kind, deadline.text) == ("on_request", words)


@pytest.mark.parametrize(
    "action",
    [
        "continue to help small ports",
        "answer as soon as possible",
        "answer within office hours",
        "help States to reach the Goals by 2015",
        "help States to halve the number of accidents by 2015",
        "follow up the workshop held in Lisbon in 2007",
        "apply the rules adopted at its third session",
        "apply the resolutions 61/144 of 19 December 2006 and 61/180",
        "publish the report of the fifth session",
        "use the results of the seminar held at the ninth session of the General Assembly",
        "carry out the plan of action agreed on in 2004",
        "build on the experience gained by 2008",
    ],
    ids=lambda action: action,
)
def test_these_are_no_deadlines(action):
    assert deadline_of(action) is None


def test_a_session_that_is_spoken_about_is_no_deadline():
    candidate = only("Decides that the fifth session of the Conference should take five working days;")
    assert candidate.deadline is None


def test_a_session_of_this_body_that_is_behind_is_no_deadline():
    assert deadline_of("work on what it heard during its fourth session", session=4) is None
    assert deadline_of("report to the Committee at its fourth session", session=12).session == 4


def test_the_next_session_of_another_organ_cannot_be_counted():
    candidate = only("Invites the Committee on Pilotage to discuss the matter at its next session;", session=4)
    assert (candidate.deadline.kind, candidate.deadline.session) == ("session", None)
    assert candidate.doubt.code == "session_unknown"


def test_a_day_stands_before_a_rhythm_and_both_before_a_request():
    assert deadline_of("publish, upon request, the list regularly by 2 June 2010").kind == "date"
    assert deadline_of("publish, upon request, the list regularly").kind == "recurring"


def test_two_deadlines_are_a_doubt_and_a_purpose_is_none():
    two = only("Requests the Secretariat to publish the list by May 2010 or in any case before its sixth session;")
    assert (two.deadline.date, two.doubt.code) == ("2010-05-31", "two_deadlines")
    purpose = only(
        "Requests the Board to study it at its ninth session with a view to adoption by the Conference at its sixth;"
    )
    assert (purpose.deadline.session, purpose.doubt) == (9, None)


def test_a_deadline_in_brackets_is_a_doubt():
    assert only("Requests the Secretariat [by 2014] to prepare a paper;").doubt.code == "deadline_in_brackets"
