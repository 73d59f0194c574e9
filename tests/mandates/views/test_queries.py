"""No page asks the database more than a dozen times, however much it shows."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mandates.models import Change, Contributor, Evidence
from tests.factories import GroupFactory, ReleaseFactory, SessionFactory, UpdateFactory

AT = dt.datetime(2008, 11, 25, 9, 0, tzinfo=dt.UTC)
MOST = 12


@pytest.fixture
def furnished(harbour, mandate, new_mandate, owner, secretary):
    """A function: so many mandates in a group, each with a history, and as many decisions and sessions around them."""
    group = GroupFactory(parent=harbour, slug="pilotage")

    def make(number):
        for n in range(number):
            SessionFactory(body=harbour, slug=f"harbour-{n + 5}", ordinal=n + 5)
            one = new_mandate(
                "cdefg"[n], group=group, owner=owner.person, unit=mandate.unit, due_on=dt.date(2009, 6, 1)
            )
        for each in (mandate, one):
            for n in range(number):
                update = UpdateFactory(mandate=each, by=owner.person)
                ReleaseFactory(mandate=each, update=update, released_by=secretary.person)
                Change.objects.create(mandate=each, kind="update", by=owner.person, at=AT)
                Evidence.objects.create(mandate=each, kind="symbol", symbol=f"CRP.{n}", by=owner.person, at=AT)
        Contributor.objects.create(mandate=mandate, user=secretary.person)
        return mandate

    return make


PAGES = {
    "overview": lambda mandate: reverse("mandates:overview"),
    "mine": lambda mandate: reverse("mandates:mine"),
    "groups": lambda mandate: reverse("mandates:groups"),
    "group": lambda mandate: reverse("mandates:group", args=["pilotage"]),
    "body": lambda mandate: mandate.body.get_absolute_url(),
    "list": lambda mandate: reverse("mandates:list"),
    "list, narrowed": lambda mandate: reverse("mandates:list") + "?state=open&owner=me",
    "decision": lambda mandate: mandate.paragraph.decision.get_absolute_url(),
    "mandate": lambda mandate: mandate.get_absolute_url(),
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_no_more_than_a_dozen(page, number, furnished, secretary, queries):
    assert queries(secretary, PAGES[page](furnished(number))) <= MOST


@pytest.mark.parametrize("number", [1, 3])
def test_a_change_of_status_takes_no_more_than_a_dozen(number, furnished, secretary):
    address = reverse("mandates:status", args=["harbour", furnished(number).reference, "start"])
    with CaptureQueriesContext(connection) as caught:
        assert secretary.post(address, {"was": "not_started"}).status_code == 302
    asked = [query["sql"] for query in caught if not query["sql"].startswith(("SAVEPOINT", "RELEASE SAVEPOINT"))]
    assert len(asked) <= MOST
