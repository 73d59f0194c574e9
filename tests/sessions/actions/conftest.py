"""A body, somebody of its secretariat, and reports that wait to be read."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile

from sessions.models import Report
from sessions.reading.results import Account, DecisionText, Paragraph, Reading, SessionFacts
from tests.factories import BodyFactory, MembershipFactory, ReportFactory


@pytest.fixture
def at():
    return dt.datetime(2008, 12, 1, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def body(db):
    return BodyFactory(slug="harbour", name="Conference on Harbour Safety")


@pytest.fixture
def secretary(body):
    return MembershipFactory(body=body, role="secretary").user


@pytest.fixture
def waiting(body):
    """A function: a report of those bytes waits to be read."""

    def make(content=b"A report.", **fields):
        report = ReportFactory(**{"body": body, "state": "waiting", **fields})
        report.file.save("report.md", ContentFile(content))
        return Report.objects.get(pk=report.pk)

    return make


@pytest.fixture
def text():
    """A function: what the reader found, of decisions given as number -> paragraphs (label, part, words)."""

    def make(decisions=(), *, session=3, start="2007-10-08", end="2007-10-12", kind="decision", findings=()):
        found = [
            DecisionText(
                number,
                "Safety of pilotage",
                kind,
                10 * place + 1,
                tuple(
                    Paragraph(label, part, "operative", words, 10 * place + line)
                    for line, (label, part, words) in enumerate(paragraphs, 2)
                ),
            )
            for place, (number, paragraphs) in enumerate(decisions)
        ]
        facts = SessionFacts("Conference on Harbour Safety", session, "Vienna", start, end)
        return Reading(facts, tuple(found), Account(40, 30, 0), tuple(findings))

    return make
