"""Which session of which body."""

import pytest

from sessions.reading import read

BODY = "\n\nDecision {n}\n\nOil\n\nThe Conference of the Parties,\n\n1. Requests oil.\n"


def session(head, number="4/1"):
    return read(head + BODY.format(n=number), form="text").session


@pytest.mark.parametrize(
    ("head", "ordinal", "place", "start", "end"),
    [
        (
            "Report of the Conference on Lamps on its fourth session, held in Vienna from 8 to 17 October 2008",
            4,
            "Vienna",
            "2008-10-08",
            "2008-10-17",
        ),
        ("Twelfth meeting\nLamptown, Republic of Lamps, 6–17 October 2014", 12, "Lamptown", "2014-10-06", "2014-10-17"),
        ("Fifth session\nNairobi, 29 April-10 May 2019", 5, "Nairobi", "2019-04-29", "2019-05-10"),
        ("Report on the fifty-fifth session (12-16 March 2012)", 55, "", "2012-03-12", "2012-03-16"),
        ("Seventy-third session\nAgenda item 12", 73, "", None, None),
        (
            "REPORT OF THE BOARD ON ITS 21st MEETING, HELD IN PARIS FROM 30 NOVEMBER TO 2 DECEMBER 2015",
            21,
            "Paris",
            "2015-11-30",
            "2015-12-02",
        ),
    ],
)
def test_the_report_says_which_session(head, ordinal, place, start, end):
    found = session(head)
    assert (found.ordinal, found.place, found.start, found.end) == (ordinal, place, start, end)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [
        ("4/1", 4),
        ("5/CP.20", 20),
        ("XII/28", 12),
        ("BC-14/3", 14),
        ("IPBES-1/2", 1),
        ("Conf. 11.1 (Rev. CoP18)", 18),
        ("B.08/10", 8),
        ("41 COM 7B.2", 41),
    ],
)
def test_numbers_say_it_where_nothing_else_does(number, ordinal):
    assert session("", number).ordinal == ordinal


def test_a_session_named_in_a_recital_is_not_the_one_being_read():
    recital = "Recalling what it did at its third session (Paris, 2007),"
    text = f"Decision 4/1\n\nOil\n\nThe Conference,\n\n{recital}\n\n1. Requests oil.\n"
    assert read(text).session.ordinal == 4


def test_the_body_is_named_by_report_or_formula():
    assert session("Report of the Conference on Lamps on its fourth session").body == "Conference on Lamps"
    assert session("").body == "Conference of the Parties"
    text = "WHA66.90 Oil\n\nThe Sixty-sixth World Lamp Assembly,\n\n1. REQUESTS oil.\n"
    assert (read(text).session.body, read(text).session.ordinal) == ("World Lamp Assembly", 66)


def test_days_that_are_no_days_are_not_taken():
    assert session("Report of the Board on its fourth session, held in Paris from 30 to 31 February 2008").start is None


def test_a_session_that_a_paragraph_looks_forward_to_is_not_the_one_being_read():
    text = (
        "Oil\n\nThe Conference of the Parties,\n\nNoting that lamps need oil,\n\n"
        "1. Requests the Secretariat to make proposals to the\neighth meeting of the Conference on oil.\n"
    )
    assert read(text, form="text").session.ordinal is None
