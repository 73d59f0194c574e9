"""A conference with its calendar, a secretary, and proposals as the reading leaves them."""

import datetime as dt

import pytest

from mandates.models import Mandate
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReportFactory,
    SessionFactory,
    UserFactory,
)


@pytest.fixture
def at():
    """Half past nine on 1 December 2008, in UTC."""
    return dt.datetime(2008, 12, 1, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def body(db):
    return BodyFactory(slug="harbour", name="Conference on Harbour Safety", office="Harbour Office")


@pytest.fixture
def secretary(body):
    person = UserFactory(name="Secretary of the Conference")
    MembershipFactory(user=person, body=body, role="secretary")
    return person


@pytest.fixture
def fourth(body):
    """The fourth session: 12 to 16 October 2009; its documents are submitted by 3 August."""
    return SessionFactory(body=body, ordinal=4, name="")


@pytest.fixture
def report(body):
    return ReportFactory(body=body)


@pytest.fixture
def decision(body, report):
    return DecisionFactory(body=body, report=report, number="3/1")


@pytest.fixture
def proposal(decision):
    """A function: a proposal of the decision, read anew, in a paragraph of its own unless one is given."""

    def make(paragraph=None, **fields):
        if paragraph is None:
            label = fields.pop("label", "(i)")
            place = {"path": fields.pop("path")} if "path" in fields else {}
            of = fields.pop("decision", decision)
            paragraph = of.paragraphs.filter(label=label).first() or ParagraphFactory(decision=of, label=label, **place)
        made = MandateFactory(paragraph=paragraph, status="proposed", **fields)
        return Mandate.objects.get(pk=made.pk)

    return make
