"""A mandate of the Conference on Harbour Safety on 1 December 2008, and everybody who comes to its pages."""

import datetime as dt
import html

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from mandates.models import Mandate
from tests.factories import BodyFactory, DecisionFactory, MandateFactory, ParagraphFactory
from tests.mandates.everything import make_everything
from tests.mandates.roles import ROLES


@pytest.fixture
def december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def harbour(db, december):
    return BodyFactory(slug="harbour", name="Conference on Harbour Safety")


@pytest.fixture
def new_mandate(harbour):
    """A function: a mandate of the paragraph of decision 3/1 that has this letter; the paragraph is made if need be."""
    decision = DecisionFactory(body=harbour, number="3/1")

    def make(letter, text=None, **fields):
        paragraph = decision.paragraphs.filter(path=letter).first()
        if paragraph is None:
            paragraph = ParagraphFactory(decision=decision, label=f"({letter})", path=letter, text=text)
        return MandateFactory(paragraph=paragraph, **fields)

    return make


@pytest.fixture
def mandate(new_mandate):
    """Of paragraph (b) of decision 3/1; nobody's yet, not started."""
    return new_mandate("b")


@pytest.fixture
def everything(mandate, new_mandate, harbour):
    """One of each thing that has a page, with a hidden word in whatever was not released; their keys by name."""
    return make_everything(mandate, new_mandate, harbour)


@pytest.fixture
def as_role(mandate):
    """A function: a client that is signed in as what access.md names; who that is stands in `person`."""

    def sign_in(role, around=mandate):
        client = Client()
        client.person = ROLES[role](around)
        if client.person.is_authenticated:
            client.force_login(client.person)
        return client

    return sign_in


@pytest.fixture
def secretary(as_role):
    return as_role("secretary")


@pytest.fixture
def owner(as_role):
    return as_role("owner")


@pytest.fixture
def who_may(mandate):
    """A function: the roles to which a request is answered; for all others the page does not exist, or asks to sign in.

    Nothing of what a request did is left when the next role makes it.
    """

    def ask(address, method="get", around=mandate, **data):
        found = set()
        for role, make in ROLES.items():
            with transaction.atomic():
                client, person = Client(), make(Mandate.objects.get(pk=around.pk))
                if person.is_authenticated:
                    client.force_login(person)
                if not is_refused(getattr(client, method)(address, data)):
                    found.add(role)
                transaction.set_rollback(True)
        return found

    return ask


def is_refused(response):
    """Nothing is there for the person, or nobody has signed in."""
    asks_to_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("accounts:sign-in"))
    return response.status_code == 404 or asks_to_sign_in


@pytest.fixture
def said():
    """A function: the words of a page as they are read, without markup."""
    return lambda response: " ".join(html.unescape(strip_tags(response.text)).split())


@pytest.fixture
def queries():
    """A function: how many queries a page takes; a session and all that is worked out once are there already."""

    def count(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    return count
