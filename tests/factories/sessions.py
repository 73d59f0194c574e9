"""Bodies, sessions, delegations, reports, decisions."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from sessions.models import (
    Body,
    Decision,
    Delegation,
    Document,
    FinancialStatement,
    Membership,
    Paragraph,
    ParagraphText,
    Report,
    Session,
    StatedParagraph,
)
from tests.factories.accounts import UserFactory

ADOPTED = dt.datetime(2008, 10, 20, 9, 0, tzinfo=dt.UTC)


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body

    slug = factory.Sequence(lambda n: f"harbour-{n}")
    name = factory.Sequence(lambda n: f"Conference on Harbour Safety {n}")
    office = "Harbour Office"


class GroupFactory(BodyFactory):
    """A working group of a conference."""

    slug = factory.Sequence(lambda n: f"pilotage-{n}")
    name = factory.Sequence(lambda n: f"Working Group on Pilotage {n}")
    kind = "working_group"
    parent = factory.SubFactory(BodyFactory)


class SessionFactory(DjangoModelFactory):
    """The fourth session, October 2009, unless told otherwise."""

    class Meta:
        model = Session

    body = factory.SubFactory(BodyFactory)
    slug = factory.Sequence(lambda n: f"harbour-session-{n}")
    ordinal = 4
    name = "fourth session"
    starts_on = dt.date(2009, 10, 12)
    ends_on = dt.date(2009, 10, 16)


class DelegationFactory(DjangoModelFactory):
    class Meta:
        model = Delegation

    body = factory.SubFactory(BodyFactory)
    name = factory.Sequence(lambda n: f"State {n}")


class MembershipFactory(DjangoModelFactory):
    """In the secretariat, unless a role is given; delegates get a delegation."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    body = factory.SubFactory(BodyFactory)
    role = "secretariat"
    since = dt.date(2008, 1, 1)
    delegation = factory.Maybe(
        factory.LazyAttribute(lambda m: m.role in {"contributor", "transmitter", "observer"}),
        yes_declaration=factory.SubFactory(DelegationFactory, body=factory.SelfAttribute("..body")),
        no_declaration=None,
    )


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    body = factory.SubFactory(BodyFactory)
    original_name = "report.md"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    uploaded_by = factory.SubFactory(UserFactory)
    uploaded_at = ADOPTED
    state = "read"
    state_since = ADOPTED


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    body = factory.SubFactory(BodyFactory)
    number = factory.Sequence(lambda n: f"3/{n + 1}")
    slug = factory.LazyAttribute(lambda d: d.number.replace("/", "-"))
    title = "Safety of small harbours"
    position = factory.Sequence(lambda n: n)


class ParagraphFactory(DjangoModelFactory):
    """An operative paragraph with its English words in `text`."""

    class Meta:
        model = Paragraph
        skip_postgeneration_save = True

    decision = factory.SubFactory(DecisionFactory)
    position = factory.Sequence(lambda n: n)
    label = factory.Sequence(lambda n: f"({chr(97 + n % 26)})")
    path = factory.LazyAttributeSequence(lambda p, n: f"{p.label.strip('()').replace(')(', '/')}" or f"p-{n}")
    kind = "operative"

    @factory.post_generation
    def text(self, create, extracted, **kwargs):
        words = extracted or "Requested the Secretariat to report to the Conference at its fourth session;"
        if create:
            ParagraphText.objects.create(paragraph=self, text=words)


class DocumentFactory(DjangoModelFactory):
    """A document before a session, with a symbol."""

    class Meta:
        model = Document

    session = factory.SubFactory(SessionFactory)
    symbol = factory.Sequence(lambda n: f"HARB/3/{n + 1}")
    title = "Report of the Secretariat on pilotage"


class StatementFactory(DjangoModelFactory):
    """A financial statement on a draft."""

    class Meta:
        model = FinancialStatement

    body = factory.SelfAttribute("report.body")
    report = factory.SubFactory(ReportFactory)
    draft = factory.Sequence(lambda n: f"HARB/3/L.{n + 1}")
    annex = "I"


class StatedParagraphFactory(DjangoModelFactory):
    """What a statement says of paragraph 3 of the draft: one amount."""

    class Meta:
        model = StatedParagraph

    statement = factory.SubFactory(StatementFactory)
    label = "3"
    words = "Request the Secretariat to report to the Conference at its fourth session"
    bearing = "amount"
    amounts = factory.LazyFunction(
        lambda: [{"currency": "USD", "amount": 84000, "purpose": "two meetings", "period": "2008-2009"}]
    )
