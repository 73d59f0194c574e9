"""A report is read once, and all of what was read is stored, or none."""

import datetime as dt

import pytest

from ctoctrack.lib import dates
from mandates.models import Mandate
from sessions import signals
from sessions.actions import reading
from sessions.actions.reading import claim, read_report, requeue_stuck, store
from sessions.models import Decision, Paragraph, ParagraphText, Reading, Report, Session
from sessions.reading import Finding
from sessions.wording import finding_sentence
from tests.factories import BodyFactory, DecisionFactory, SessionFactory

pytestmark = pytest.mark.django_db

ASKS = "Requests the Secretariat to report to the Conference at its fourth session;"
ONE = [("3/1", [("(a)", "", ASKS), ("(b)", "", "Welcomes the work of the pilots;")])]


def again(report):
    return Report.objects.get(pk=report.pk)


def nothing_is_stored():
    return not (
        Decision.objects.exists()
        or Paragraph.objects.exists()
        or ParagraphText.objects.exists()
        or Mandate.objects.exists()
        or Reading.objects.exists()
        or Session.objects.exists()
    )


@pytest.fixture
def reader(monkeypatch):
    """A function: the reader finds this text, or raises it."""

    def finds(result):
        def run(path):
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr(reading, "run", run)

    return finds


# Who reads ------------------------------
def test_only_one_reader_gets_a_report(waiting, reader, text):
    report = waiting()
    reader(text(ONE))
    assert claim(again(report))
    assert not claim(again(report))
    assert not read_report(again(report))
    assert again(report).state == "reading"


@pytest.mark.parametrize("state", ["read", "unreadable", "reading"])
def test_what_does_not_wait_is_not_read(state, waiting, reader, text):
    reader(text(ONE))
    assert not read_report(waiting(state=state))
    assert nothing_is_stored()


def test_a_report_whose_reader_died_waits_again_after_five_minutes(waiting):
    now = dates.machine_now()
    dead = waiting(state="reading", state_since=now - dt.timedelta(minutes=6))
    alive = waiting(state="reading", state_since=now - dt.timedelta(minutes=4))
    lost = waiting(state_since=now - dt.timedelta(minutes=20))
    waiting(state="read", state_since=now - dt.timedelta(days=1))
    assert requeue_stuck(now) == [lost.pk, dead.pk]  # the longest first
    assert [again(report).state for report in (dead, alive, lost)] == ["waiting", "reading", "waiting"]


# What cannot be read ------------------------------
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"   \n\n", "file_empty"), (b"\x00\x01\x02\x03" * 50, "file_binary"), (b"%PDF-1.4 ...", "not_what_name_says")],
)
def test_a_file_that_gives_no_text_keeps_the_reason(content, code, waiting):
    """Read by the real child process."""
    report = waiting(content)
    assert read_report(report)
    assert (again(report).state, again(report).failure["code"]) == ("unreadable", code)
    assert report.state == "unreadable"
    assert len(finding_sentence(code, again(report).failure["params"])) > 20
    assert nothing_is_stored()


def test_a_file_that_is_gone_keeps_the_reason(waiting):
    report = waiting()
    report.file.storage.delete(report.file.name)
    assert read_report(report)
    assert again(report).failure["code"] == "file_not_found"


def test_a_text_without_decisions_is_read_with_a_finding(waiting):
    report = waiting(b"# Minutes\n\nThe pilots met and had tea.\n")
    assert read_report(report)
    assert again(report).state == "read"
    assert "no_decisions" in {finding["code"] for finding in report.readings.get().findings}
    assert not Decision.objects.exists()


# All or none ------------------------------
def test_what_was_read_is_stored_with_its_places(waiting, reader, text, at, body):
    report = waiting()
    reader(text(ONE))
    assert read_report(report, at=at)
    decision = Decision.objects.get()
    assert (decision.body, decision.report, decision.number, decision.slug) == (body, report, "3/1", "3-1")
    assert decision.adopted_on is None, "the report did not say on which day, so nobody says it"
    rows = [(p.label, p.path, p.position, p.line, p.words.text) for p in decision.paragraphs.all()]
    assert rows == [("(a)", "a", 0, 2, ASKS), ("(b)", "b", 1, 3, "Welcomes the work of the pilots;")]
    fresh = again(report)
    assert (fresh.state, fresh.session, fresh.failure) == ("read", decision.session, None)
    account = fresh.readings.get().account
    assert (account["lines"], account["in_decisions"], account["unplaced"]) == (40, 30, 0)
    assert [mandate.status for mandate in Mandate.objects.all()] == ["proposed"]


@pytest.mark.parametrize("where", ["paragraph texts", "the proposals"])
def test_an_error_in_the_middle_leaves_nothing_and_the_report_waits_again(
    where, waiting, reader, text, monkeypatch, at
):
    report = waiting()
    reader(text(ONE))

    def fails(*args, **kwargs):
        raise RuntimeError("the disk is full")

    if where == "the proposals":
        signals.report_read.connect(fails)
    else:
        monkeypatch.setattr(type(ParagraphText.objects), "bulk_create", fails)
    with pytest.raises(RuntimeError, match="disk is full"):
        read_report(report, at=at)
    signals.report_read.disconnect(fails)
    monkeypatch.undo()
    assert nothing_is_stored()
    assert again(report).state == report.state == "waiting"
    monkeypatch.setattr(reading, "run", lambda path: text(ONE))
    assert read_report(again(report), at=at)
    assert Mandate.objects.count() == 1


def test_what_failed_goes_behind_what_waits(waiting, reader, text, monkeypatch):
    bad, good = waiting(), waiting()
    reader(text(ONE))
    monkeypatch.setattr(reading, "store", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read_report(bad)
    assert requeue_stuck(dates.machine_now()) == [good.pk, bad.pk]


# The session ------------------------------
def test_a_session_that_the_calendar_lacks_is_made(waiting, text, at, body):
    report = waiting()
    store(report, text(), at=at)
    session = Session.objects.get()
    assert (session.body, session.ordinal, session.place, session.kind) == (body, 3, "Vienna", "ordinary")
    assert (session.starts_on, session.ends_on) == (dt.date(2007, 10, 8), dt.date(2007, 10, 12))
    assert (report.session, session.slug, str(session)) == (session, "harbour-3", "third session")


def test_a_session_of_the_calendar_is_found_and_not_overruled(waiting, text, at, body):
    known = SessionFactory(body=body, ordinal=3, starts_on=dt.date(2007, 10, 15), ends_on=dt.date(2007, 10, 19))
    report = waiting()
    store(report, text(), at=at)
    assert Session.objects.get() == report.session == known
    assert Session.objects.get().starts_on == dt.date(2007, 10, 15)
    [finding] = report.readings.get().findings
    assert (finding["code"], finding["level"]) == ("session_dates_differ", "warning")
    assert finding["params"] == {"report": "2007-10-08", "ordinal": 3}


def test_days_of_a_session_that_the_calendar_has_not_dated_are_a_finding(waiting, text, at, body):
    SessionFactory(body=body, ordinal=3, starts_on=None, ends_on=None)
    report = waiting()
    store(report, text(), at=at)
    assert Session.objects.get().starts_on is None
    [finding] = report.readings.get().findings
    assert (finding["code"], finding["level"]) == ("session_undated", "warning")
    assert finding["params"] == {"start": "2007-10-08", "end": "2007-10-12", "ordinal": 3}


def test_days_that_agree_are_no_finding(waiting, text, at, body):
    SessionFactory(body=body, ordinal=3, starts_on=dt.date(2007, 10, 8), ends_on=dt.date(2007, 10, 12))
    report = waiting()
    store(report, text(), at=at)
    assert report.readings.get().findings == []


@pytest.mark.parametrize(("start", "end"), [(None, None), ("2007-10-08", None), (None, "2007-10-12")])
def test_a_session_without_both_days_is_undated(start, end, waiting, text, at):
    store(waiting(), text(start=start, end=end), at=at)
    assert (Session.objects.get().starts_on, Session.objects.get().ends_on) == (None, None)


def test_a_report_that_names_no_session_has_none(waiting, text, at):
    report = waiting()
    store(report, text(ONE, session=None), at=at)
    assert (report.session, Session.objects.count()) == (None, 0)
    assert Decision.objects.get().adopted_on is None


def test_a_meeting_that_is_called_like_the_session_is_no_obstacle(waiting, text, at, body):
    SessionFactory(body=body, kind="meeting", ordinal=3, slug="harbour-3")
    report = waiting()
    store(report, text(), at=at)
    assert report.session.slug == "harbour-3-2"


# Decisions that are there already ------------------------------
def test_a_decision_that_the_body_has_is_left_alone_with_a_finding(waiting, text, at, body):
    known = DecisionFactory(body=body, number="3/1", title="As it was")
    report = waiting()
    store(report, text([*ONE, ("3/2", [("(a)", "", ASKS)])]), at=at)
    known.refresh_from_db()
    assert (known.title, known.paragraphs.count()) == ("As it was", 0)
    assert [decision.number for decision in report.decisions.all()] == ["3/2"]
    [finding] = report.readings.get().findings
    assert (finding["code"], finding["line"]) == ("decision_differs", 1)
    assert finding["params"] == {"number": "3/1", "count": 2}, "what it says otherwise waits for a person"


def test_another_file_with_the_same_decisions_changes_none(waiting, text, at):
    store(waiting(), text(ONE), at=at)
    before = list(Mandate.objects.values())
    second = waiting()
    store(second, text(ONE), at=at)
    assert list(Mandate.objects.values()) == before
    assert Decision.objects.count() == 1
    assert [finding["code"] for finding in second.readings.get().findings] == ["decision_known"]


def test_the_same_number_of_another_body_or_kind_is_another_decision(waiting, text, at, body):
    DecisionFactory(body=BodyFactory(), number="3/1")
    store(waiting(), text(ONE), at=at)
    store(waiting(), text(ONE, kind="resolution"), at=at)
    assert body.decisions.count() == 2
    assert Mandate.objects.filter(body=body).count() == 2


def test_a_number_given_twice_is_kept_twice(waiting, text, at):
    """And a decision whose own number reads like the second's name is lost no more than they are."""
    rows = [(number, [("(a)", "", ASKS)]) for number in ("3", "3", "3/2", "3")]
    report = waiting()
    store(report, text(rows), at=at)
    found = [(decision.number, decision.slug) for decision in report.decisions.order_by("position")]
    assert found == [("3", "3"), ("3", "3-2"), ("3/2", "3-2-2"), ("3", "3-3")]
    assert Mandate.objects.count() == 4


def test_a_decision_without_a_number_goes_by_its_title(waiting, text, at):
    report = waiting()
    store(report, text([("", [("(a)", "", ASKS)]), ("", [])]), at=at)
    assert [decision.slug for decision in report.decisions.order_by("position")] == [
        "safety-of-pilotage",
        "safety-of-pilotage-2",
    ]


def test_what_the_reader_found_is_kept(waiting, text, at):
    report = waiting()
    finding = Finding("warning", "label_order", 7, {"decision": "3/1", "label": "(c)", "expected": "(b)"})
    store(report, text(findings=[finding]), at=at)
    assert report.readings.get().findings == [finding.as_dict()]
