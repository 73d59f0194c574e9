"""The review names what the report says besides, with how much of it there is and where it is shown."""

import pytest
from django.urls import reverse

from mandates.actions.mapping import map_statement
from sessions.enums import Fate
from sessions.models import StatedParagraph
from tests.factories import ReportFactory


def items(client, everything):
    return client.get(reverse("mandates:review", args=[everything["report"]])).context["besides"]


def test_counts_what_there_is_each_with_its_page(secretary, everything):
    stated = StatedParagraph.objects.get(pk=everything["stated"])
    traces = reverse("mandates:statements", args=[everything["report"]])
    assert [(each["sentence"], each["url"]) for each in items(secretary, everything)] == [
        ("1 financial statement on a draft", traces),
        ("1 paragraph of a draft in them is to be traced to the adopted text", traces),
        ("1 document before the session", f"{reverse('mandates:session', args=['harbour-4'])}#documents"),
        ("1 State or organization that took part", f"{reverse('mandates:session', args=['harbour-4'])}#attendance"),
    ]
    map_statement(stated, Fate.NOT_ADOPTED, None, by=secretary.person)
    assert len(items(secretary, everything)) == 3


def test_says_nothing_where_there_is_nothing(secretary, mandate, said):
    report = ReportFactory(body=mandate.body)
    assert "The report also says" not in said(secretary.get(reverse("mandates:review", args=[report.pk])))


@pytest.mark.parametrize("role", ["secretary", "auditor"])
def test_who_reads_the_review_reads_it(role, as_role, everything):
    assert items(as_role(role), everything)
