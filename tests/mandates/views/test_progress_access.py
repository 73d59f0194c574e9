"""Who may open the pages of progress: for everybody else they do not exist."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from tests.factories import (
    AdministratorFactory,
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReleaseFactory,
    UnitMembershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    """A body with one of everything that has a page."""
    body = BodyFactory(slug="harbour")
    GroupFactory(parent=body, slug="pilotage")
    decision = DecisionFactory(body=body, number="3/1")
    ReleaseFactory(mandate=MandateFactory(paragraph=ParagraphFactory(decision=decision)), level="delegations")
    return body


def addresses(body="harbour", decision="3-1", group="pilotage"):
    return [
        reverse("mandates:progress"),
        reverse("mandates:progress-body", args=[body]),
        reverse("mandates:progress-decision", args=[body, "decisions", decision]),
        reverse("mandates:progress-group", args=[body, group]),
        reverse("mandates:progress-asked", args=[body]),
    ]


def answers(client):
    return {client.get(address).status_code for address in addresses()}


def test_a_stranger_finds_nothing_of_a_body_that_is_not_open(client, body):
    assert answers(client) == {404}


def test_a_stranger_reads_a_body_that_is_open_but_not_what_is_for_delegations(client, body):
    body.is_open = True
    body.save()
    assert answers(client) == {200}
    page = client.get(reverse("mandates:progress-decision", args=["harbour", "decisions", "3-1"])).content.decode()
    assert "The questionnaire was sent to all parties." not in page
    assert "Requested the Secretariat to report" in page
    mandate = MandateFactory(paragraph=ParagraphFactory(decision=body.decisions.get()))
    ReleaseFactory(mandate=mandate, level="public", text="Everybody may know.")
    for address in addresses()[:3]:
        assert "Everybody may know." in client.get(address).content.decode()
        assert "The questionnaire was sent to all parties." not in client.get(address).content.decode()


@pytest.mark.parametrize("role", ["secretary", "auditor", "chair", "bureau", "contributor", "transmitter", "observer"])
def test_everybody_with_a_role_in_the_body_reads_it(signed_in, body, role):
    assert answers(signed_in(MembershipFactory(body=body, role=role).user)) == {200}


def test_the_office_reads_all_that_was_released(signed_in, body):
    assert answers(signed_in(UnitMembershipFactory().user)) == {200}
    assert answers(signed_in(AdministratorFactory().user)) == {200}


def test_a_chair_of_a_group_reads_what_its_conference_released(signed_in, body):
    assert answers(signed_in(MembershipFactory(body=body.groups.get(), role="chair").user)) == {200}


def test_a_role_in_another_body_opens_nothing(signed_in, body):
    client = signed_in(MembershipFactory(role="contributor").user)
    assert client.get(addresses()[0]).status_code == 200  # the other body
    assert {client.get(address).status_code for address in addresses()[1:]} == {404}


def test_a_role_that_is_over_opens_nothing(signed_in, body):
    membership = MembershipFactory(body=body, role="contributor", until=dt.date(2008, 6, 30))
    assert answers(signed_in(membership.user)) == {404}


def test_being_signed_in_is_no_right(signed_in, body):
    assert answers(signed_in(UserFactory())) == {404}


def test_what_is_not_there_answers_as_what_is_not_theirs(signed_in, body):
    client = signed_in(MembershipFactory(body=BodyFactory(slug="own"), role="contributor").user)

    def words(address):
        """The page of "not found" without the address asked for, and without the token of its forms."""
        response = client.get(address)
        assert response.status_code == 404
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode().replace(address, ""))

    for unknown, foreign in zip(addresses("nowhere")[1:], addresses()[1:], strict=True):
        assert words(unknown) == words(foreign)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("progress-decision", ["harbour", "decisions", "9-9"]),
        ("progress-decision", ["harbour", "resolutions", "3-1"]),
        ("progress-group", ["harbour", "elsewhere"]),
        ("progress-body", ["pilotage"]),
    ],
)
def test_an_address_of_nothing_is_not_found(signed_in, body, name, args):
    client = signed_in(MembershipFactory(body=body, role="contributor").user)
    assert client.get(reverse(f"mandates:{name}", args=args)).status_code == 404


def test_a_decision_of_a_group_has_its_page_under_the_group(signed_in, body):
    group = body.groups.get()
    DecisionFactory(body=group, number="P.1", slug="P.1")
    client = signed_in(MembershipFactory(body=body, role="contributor").user)
    address = reverse("mandates:progress-decision", args=["pilotage", "decisions", "P.1"])
    assert address in client.get(reverse("mandates:progress-body", args=["harbour"])).content.decode()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_pages_are_only_read(signed_in, body, method):
    client = signed_in(MembershipFactory(body=body, role="secretariat").user)
    for address in addresses():
        assert getattr(client, method)(address).status_code == 405
        assert client.head(address).status_code == 200


def test_the_pages_offer_no_form_that_writes_but_language_and_sign_out(signed_in, body):
    client = signed_in(MembershipFactory(body=body, role="secretariat").user)
    for address in addresses():
        page = client.get(address).content.decode()
        targets = [reverse("set_language"), reverse("accounts:sign-out")]
        assert page.count('method="post"') == sum(page.count(f'action="{target}"') for target in targets)
