"""The subject is the fact, the first line what to do by when; each item says what, when, why, and why to you."""

import datetime as dt

import pytest

from mandates.enums import ChangeKind
from mandates.notices import compose
from mandates.notices.digest import digests
from mandates.notices.owed import owed_on
from tests.factories import BodyFactory, MembershipFactory

ON = dt.date(2009, 3, 1)


def in_days(number):
    return ON + dt.timedelta(days=number)


def written(on=ON):
    [digest] = digests(owed_on(on).owed, on)
    return compose.write_digest(digest)


def first_line(words):
    return words.text.splitlines()[0]


def test_one_that_is_due(planned, owner):
    mandate = planned(owner=owner, target_on=in_days(7))
    words = written()
    assert words.subject == "1 request is due by 8 March 2009"
    assert first_line(words) == f"Please act on {mandate.name} by 8 March 2009."


def test_several_that_are_due(planned, owner):
    first = planned(owner=owner, target_on=in_days(1))
    planned(owner=owner, target_on=in_days(7))
    planned(owner=owner, target_on=in_days(30))
    words = written()
    assert words.subject == "3 requests are due by 31 March 2009"
    assert first_line(words) == f"Please act on {first.name} by 2 March 2009. 2 more requests follow."


def test_late_ones_come_first(planned, owner):
    late = planned(owner=owner, target_on=in_days(-7))
    planned(owner=owner, target_on=in_days(1))
    words = written()
    assert words.subject == "1 request is late; 1 request is due by 2 March 2009"
    assert first_line(words).startswith(f"Please say first how it stands with {late.name}: its day has passed.")
    assert "Our target was 22 February 2009, 7 days ago." in words.text


def test_the_day_of_what_the_conference_took_upon_itself_has_come(planned, owner):
    mandate = planned(owner=owner, target_on=in_days(-2), ledger="conference")
    words = written()
    assert words.subject == "the day of 1 request has come"
    assert first_line(words) == f"Please act on {mandate.name}: its day was 27 February 2009."
    assert "late" not in words.text.lower().split()


def test_one_that_is_new(planned, changed, owner):
    mandate = planned(owner=owner)
    changed(mandate, ChangeKind.OWNER, "", str(owner.pk))
    words = written()
    assert words.subject == "1 request is new to you"
    assert first_line(words) == f"Please look at {mandate.name}: it is yours now."
    assert "Head, conference support made you its owner." in words.text


@pytest.mark.parametrize(
    ("kind", "old", "new", "sentence"),
    [
        ("status", "not_started", "in_progress", "changed the status from “Not started” to “In progress”."),
        ("target", "2009-03-31", "2009-04-30", "moved our target from 31 March 2009 to 30 April 2009."),
        ("target", "", "2009-04-30", "moved our target from no day to 30 April 2009."),
        ("deadline", "", "2009-10-16", "The day of the text is now 16 October 2009; it was no day."),
        ("waiting", "", "replies", "says that it waits for replies."),
        ("waiting", "replies", "", "says that it no longer waits for replies."),
    ],
)
def test_what_changed_stands_there_in_words(planned, changed, owner, kind, old, new, sentence):
    changed(planned(owner=owner), kind, old, new)
    assert sentence in written().text


def test_of_several_changes_of_a_kind_the_last_is_told(planned, changed, owner):
    mandate = planned(owner=owner)
    changed(mandate, "status", "not_started", "in_progress")
    changed(mandate, "status", "in_progress", "reported_done", reason="The questionnaire is out.")
    text = written().text
    assert "from “In progress” to “Reported done”. Reason: The questionnaire is out." in text
    assert "Not started" not in text


def test_what_has_no_owner(planned):
    clerk = MembershipFactory()
    mandate = planned(paragraph__decision__body=clerk.body, target_on=in_days(7))
    words = written()
    assert words.subject == "1 request has no owner"
    assert first_line(words) == f"Please give {mandate.name} an owner; its day is 8 March 2009."
    assert "Nobody owns it; you are in the secretariat of the body." in words.text


def test_each_item_says_what_when_why_where_and_why_to_you(planned, owner, settings):
    settings.BASE_URL = "https://track.example"
    mandate = planned(
        owner=owner,
        target_on=in_days(7),
        due_on=dt.date(2009, 10, 16),
        deadline_kind="session",
        due_reason={
            "code": "session",
            "params": {
                "session": 4,
                "part": "",
                "relation": "at",
                "offset": "",
                "starts_on": "2009-10-12",
                "ends_on": "2009-10-16",
            },
        },
    )
    words = written()
    for body in (words.text, words.html):
        assert mandate.name in body
        assert mandate.body.name in body
        assert mandate.line in body
        assert "Our target is 8 March 2009, in 7 days." in body
        assert "By the text: 16 October 2009" in body
        assert "12 to 16 October 2009" in body
        assert f"https://track.example{mandate.get_absolute_url()}" in body
        assert "You are its owner." in body
        assert "Only the adopted text is official." in body


def test_what_a_body_wants_said_with_its_texts_is_said(planned, owner):
    body = BodyFactory(notice="A restatement, not the adopted text.")
    planned(paragraph__decision__body=body, owner=owner, target_on=in_days(7))
    words = written()
    assert "A restatement, not the adopted text." in words.text
    assert "A restatement, not the adopted text." in words.html


def test_a_demonstration_says_that_it_is_one(planned, owner, settings):
    planned(owner=owner, target_on=in_days(7))
    settings.DEMONSTRATION_DAY = ON
    words = written()
    assert "Demonstration: today is 1 March 2009." in words.text
    assert "Demonstration: today is 1 March 2009." in words.html


def test_words_are_text_and_never_markup(planned, owner):
    planned(owner=owner, target_on=in_days(7), action="report <b>at once</b> & in full")
    words = written()
    assert "Report <b>at once</b> & in full" in words.text
    assert "Report &lt;b&gt;at once&lt;/b&gt; &amp; in full" in words.html


def test_nothing_in_a_mail_calls_home(planned, owner):
    planned(owner=owner, target_on=in_days(7))
    html = written().html
    assert not any(tag in html for tag in ("<img", "<script", "<link", "url(", "@import"))


def test_a_mail_names_the_mandate_and_never_the_person(planned, owner):
    planned(owner=owner, target_on=in_days(7))
    words = written()
    for said in (owner.email, owner.name):
        assert said not in words.text + words.html


def test_a_mail_runs_from_right_to_left_where_its_reader_does(planned, owner):
    owner.language = "ar"
    owner.save()
    mandate = planned(owner=owner, target_on=in_days(7))
    words = written()
    assert '<html lang="ar" dir="rtl">' in " ".join(words.html.split())
    assert f"\u2068{mandate.name}\u2069" in words.text


def test_days_are_written_in_the_language_of_the_reader(planned, owner):
    owner.language = "fr"
    owner.save()
    planned(owner=owner, target_on=in_days(7))
    assert "8 mars 2009" in written().subject


def test_an_item_with_a_reminder_can_be_silenced_and_a_change_needs_no_silence(planned, changed, owner):
    planned(owner=owner, target_on=in_days(7))
    assert written().text.count("[link]") == 1
    changed(planned(owner=owner))
    words = written()
    assert (words.text.count("[link]"), words.html.count("[link]")) == (1, 1)


def test_a_word_of_somebody_that_looks_like_the_place_of_a_link_is_none(planned, changed, owner):
    changed(planned(owner=owner, target_on=in_days(7), action="follow [link]"), reason="See [link].")
    words = written()
    assert "See (link)." in words.text
    assert (words.text.count("[link]"), words.html.count("[link]")) == (1, 1)
