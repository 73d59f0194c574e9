"""Mandates, and what hangs on them."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from mandates.models import Addressee, Mandate, Release, Update
from tests.factories.accounts import UserFactory
from tests.factories.sessions import ParagraphFactory


class MandateFactory(DjangoModelFactory):
    """A confirmed mandate of the Secretariat, not started, without a day; say what differs.

    With ledger "states" its status is null; with status "proposed" or "declined" it is not confirmed and has no
    reference. `addressees` are names.
    """

    class Meta:
        model = Mandate
        skip_postgeneration_save = True

    paragraph = factory.SubFactory(ParagraphFactory)
    body = factory.SelfAttribute("paragraph.decision.body")
    sort_key = factory.Sequence(lambda n: f"{n:08d}")
    verb = "request"
    action = "report to the Conference at its fourth session on pilotage in small harbours"
    action_type = "report"
    ledger = "secretariat"
    status = "not_started"
    confirmed_on = dt.date(2008, 10, 20)
    notices_from = dt.date(2008, 10, 20)
    touched_on = dt.date(2008, 10, 20)

    @classmethod
    def _adjust_kwargs(cls, **fields):
        if fields["ledger"] == "states":
            fields["status"] = None
        elif fields["status"] in {"proposed", "declined"}:
            return fields | {"ledger": None, "confirmed_on": None, "notices_from": None}
        paragraph = fields["paragraph"]
        number = fields.setdefault("number", paragraph.mandates.count() + 1)
        path = paragraph.path.replace("/", "-")
        fields.setdefault("reference", f"{paragraph.decision.slug}-{path}-{number}")
        return fields

    @factory.post_generation
    def addressees(self, create, extracted, **kwargs):
        for position, name in enumerate(extracted or ["Secretariat"]):
            Addressee.objects.create(mandate=self, position=position, name=name)


class UpdateFactory(DjangoModelFactory):
    class Meta:
        model = Update

    mandate = factory.SubFactory(MandateFactory)
    text = "The questionnaire went out to all harbours."
    by = factory.SubFactory(UserFactory)
    at = dt.datetime(2008, 11, 20, 10, 0, tzinfo=dt.UTC)


class ReleaseFactory(DjangoModelFactory):
    class Meta:
        model = Release

    mandate = factory.SubFactory(MandateFactory)
    level = "delegations"
    text = "The questionnaire was sent to all parties."
    released_by = factory.SubFactory(UserFactory)
    released_at = dt.datetime(2008, 11, 21, 10, 0, tzinfo=dt.UTC)
