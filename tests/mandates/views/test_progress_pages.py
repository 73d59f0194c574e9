"""What stands on each page of progress, in which order, and at what cost."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sessions.models import ParagraphText
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReleaseFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first_of_december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def body():
    return BodyFactory(slug="harbour", notice="A restatement, not the adopted text.")


@pytest.fixture
def decision(body):
    return DecisionFactory(body=body, number="3/1")


@pytest.fixture
def group(body):
    return GroupFactory(
        parent=body, slug="pilotage", established_by="decision 1/2", chair="A Vice-President of the Conference"
    )


@pytest.fixture
def read(client, body):
    """A function: the words of a page as a delegation reads it."""
    client.force_login(MembershipFactory(body=body, role="contributor").user)

    def read(name, *args, **query):
        response = client.get(reverse(f"mandates:{name}", args=args), query)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    return read


def released(day, **of):
    return ReleaseFactory(released_at=dt.datetime(*day, 10, tzinfo=dt.UTC), **of)


# The bodies ----------------------------------------------------------------------------------------------------------
def test_the_only_body_stands_on_the_first_page(read, body, decision):
    page = read("progress")
    assert body.name in page
    assert reverse("mandates:progress-body", args=["harbour"]) in page
    assert reverse("mandates:progress-decision", args=["harbour", "decisions", "3-1"]) in page


def test_several_bodies_stand_side_by_side_with_what_was_released_last(read, body, decision):
    other = BodyFactory(slug="canals", is_open=True, notice="Invented.")
    released((2008, 11, 1), mandate=MandateFactory(paragraph__decision=decision), text="Older line.")
    paragraph = ParagraphFactory(decision__body=other)
    released((2008, 11, 2), mandate=MandateFactory(paragraph=paragraph), text="Newer line.", level="public")
    page = read("progress")
    assert body.name in page and other.name in page
    assert body.notice in page and "Invented." in page
    assert page.index("Newer line.") < page.index("Older line.")


def test_every_page_of_a_body_says_its_notice(read, body, decision, group):
    pages = [
        read("progress"),
        read("progress-body", "harbour"),
        read("progress-decision", "harbour", "decisions", "3-1"),
        read("progress-group", "harbour", "pilotage"),
        read("progress-asked", "harbour"),
    ]
    assert all("A restatement, not the adopted text." in page for page in pages)


# One body ------------------------------------------------------------------------------------------------------------
def test_what_is_new_was_released_since_the_last_ordinary_session(read, body, decision):
    SessionFactory(body=body, ordinal=3, name="", starts_on=dt.date(2008, 10, 6), ends_on=dt.date(2008, 10, 10))
    SessionFactory(body=body)  # the fourth, yet to come
    mandate = MandateFactory(paragraph__decision=decision)
    released((2008, 10, 1), mandate=mandate, text="Before the session.")
    released((2008, 11, 1), mandate=mandate, text="After the session.")
    released((2008, 11, 2), mandate=mandate, text="Latest of all.", status="in_progress")
    page = read("progress-body", "harbour")
    assert "Released since the third session" in page
    assert page.index("Latest of all.") < page.index("After the session.")
    assert "2 November 2008" in page
    assert "Before the session." not in page


def test_a_body_without_anything_new_says_since_when(read, body, decision):
    SessionFactory(body=body, ordinal=3, name="", starts_on=dt.date(2008, 10, 6), ends_on=dt.date(2008, 10, 10))
    released((2008, 10, 1), mandate=MandateFactory(paragraph__decision=decision), text="Before the session.")
    assert "Nothing has been released since the third session." in read("progress-body", "harbour")


def test_a_withdrawn_line_is_not_new(read, body, decision):
    row = released((2008, 11, 1), mandate=MandateFactory(paragraph__decision=decision), text="A line that was wrong.")
    row.withdrawal_asked_by, row.withdrawn_by = UserFactory(), row.released_by
    row.withdrawn_at = dt.datetime(2008, 11, 3, tzinfo=dt.UTC)
    row.save()
    assert "A line that was wrong." not in read("progress-body", "harbour")


def test_more_than_twenty_releases_have_a_second_page(read, body, decision):
    mandate = MandateFactory(paragraph__decision=decision)
    for day in range(1, 22):
        released((2008, 11, day), mandate=mandate, text=f"Line number {day}.")
    assert "Line number 1." not in read("progress-body", "harbour")
    assert "Line number 1." in read("progress-body", "harbour", page=2)


def test_the_decisions_stand_by_session_with_the_lines_released_of_each(read, body):
    third = SessionFactory(body=body, ordinal=3, name="", starts_on=dt.date(2007, 10, 8), ends_on=dt.date(2007, 10, 12))
    second = SessionFactory(body=body, ordinal=2, name="", starts_on=dt.date(2005, 10, 3), ends_on=dt.date(2005, 10, 7))
    old = DecisionFactory(body=body, session=second, number="2/1", title="Old lights")
    new = DecisionFactory(body=body, session=third, number="3/1", title="New lights")
    mandate = MandateFactory(paragraph__decision=new)
    released((2008, 11, 1), mandate=mandate)
    released((2008, 11, 2), mandate=mandate)
    released((2008, 11, 3), mandate=mandate, text="", status="in_progress")  # a status is no line
    released((2008, 11, 4), mandate=mandate, level="bureau")  # not for delegations
    MandateFactory(paragraph__decision=old)
    page = read("progress-body", "harbour")
    assert page.index("Decisions of the third session") < page.index("Decisions of the second session")
    assert page.count("lines released") == 1
    assert '2 lines released, the latest on <time datetime="2008-11-02">' in page


# One decision --------------------------------------------------------------------------------------------------------
def test_each_paragraph_has_its_place_on_the_page(read, decision):
    ParagraphFactory(decision=decision, label="(o)(i)", path="o/i", text="Dredge the channel;")
    page = read("progress-decision", "harbour", "decisions", "3-1")
    assert 'id="o-i"' in page
    assert '<div class="text" lang="en" dir="ltr">Dredge the channel;</div>' in page
    assert "<bdi>(i)</bdi>" in page


def test_a_paragraph_stands_in_the_readers_language_where_it_is_there(client, read, decision):
    first = ParagraphFactory(decision=decision, label="(a)", path="a", text="Dredge the channel;")
    ParagraphText.objects.create(paragraph=first, language="fr", text="Draguer le chenal ;")
    ParagraphFactory(decision=decision, label="(b)", path="b", text="Light the pier;")
    client.cookies["django_language"] = "fr"
    page = read("progress-decision", "harbour", "decisions", "3-1")
    assert 'lang="fr" dir="ltr">Draguer le chenal ;' in page
    assert 'lang="en" dir="ltr">Light the pier;' in page
    assert "Dredge the channel;" not in page


def test_the_words_of_a_draft_are_never_shown(read, decision):
    paragraph = ParagraphFactory(decision=decision, text="Dredge the channel;")
    ParagraphText.objects.create(paragraph=paragraph, version="draft", text="Dredge it if there is money;")
    assert "if there is money" not in read("progress-decision", "harbour", "decisions", "3-1")


def test_a_corrigendum_replaces_the_words_of_the_report(read, decision):
    paragraph = ParagraphFactory(decision=decision, text="Dredge the chanel;")
    ParagraphText.objects.create(paragraph=paragraph, version="corrigendum", text="Dredge the channel;")
    page = read("progress-decision", "harbour", "decisions", "3-1")
    assert "Dredge the channel;" in page and "Dredge the chanel;" not in page


# One group -----------------------------------------------------------------------------------------------------------
def test_a_group_is_presented_by_its_office_and_its_next_meeting(read, group):
    SessionFactory(
        body=group, kind="meeting", ordinal=None, name="first meeting",
        starts_on=dt.date(2008, 3, 3), ends_on=dt.date(2008, 3, 5),
    )  # fmt: skip
    SessionFactory(
        body=group, kind="meeting", ordinal=None, name="second meeting",
        starts_on=dt.date(2009, 1, 27), ends_on=dt.date(2009, 1, 29),
    )  # fmt: skip
    page = read("progress-group", "harbour", "pilotage")
    assert "decision 1/2" in page
    assert "A Vice-President of the Conference" in page
    assert "second meeting" in page and "27–29 January 2009" in page
    assert "first meeting" not in page


def test_a_group_and_others_in_its_field_are_kept_and_counted_apart(read, decision, group):
    own = MandateFactory(paragraph__decision=decision, asked_body=group, group=group, ledger="conference")
    others = MandateFactory(paragraph__decision=decision, group=group)
    silent = MandateFactory(paragraph__decision=decision, group=group, status="implemented")
    ReleaseFactory(mandate=own, text="", status="in_progress")
    ReleaseFactory(mandate=others, text="", status="in_progress")
    page = read("progress-group", "harbour", "pilotage")
    first, second = page.split('id="in-field"')
    assert own.name in first and own.name not in second
    assert others.name in second and silent.name in second
    assert first.count('<td class="num">1</td>') == 1
    assert second.count('<td class="num">1</td>') == 1
    assert "Implemented" not in page


def test_a_group_without_releases_counts_nothing(read, decision, group):
    MandateFactory(paragraph__decision=decision, group=group, status="in_progress")
    page = read("progress-group", "harbour", "pilotage")
    assert "In progress" not in page
    assert "<svg" not in page.split("<main")[1]


def test_what_was_released_last_stands_first_in_a_group(read, decision, group):
    silent, early, late = MandateFactory.create_batch(3, paragraph__decision=decision, group=group)
    released((2008, 11, 1), mandate=early)
    released((2008, 11, 2), mandate=late)
    page = read("progress-group", "harbour", "pilotage")
    assert page.index(f">{late.name}<") < page.index(f">{early.name}<") < page.index(f">{silent.name}<")


# Asked of States -----------------------------------------------------------------------------------------------------
def test_what_is_to_be_sent_in_stands_apart_from_what_is_only_addressed(read, decision):
    states = {"paragraph__decision": decision, "ledger": "states", "addressees": ["States"]}
    soon = MandateFactory(**states, action_type="submission", due_on=dt.date(2009, 3, 31))
    over = MandateFactory(**states, action_type="submission", due_on=dt.date(2008, 6, 30))
    urged = MandateFactory(**states, action_type="ratification", due_on=dt.date(2009, 5, 5))
    internal = MandateFactory(paragraph__decision=decision)
    page = read("progress-asked", "harbour")
    sent_in, addressed = page.split('id="addressed"')
    assert sent_in.index(f">{soon.name}<") < sent_in.index(f">{over.name}<")
    assert "To be sent in by 31 March 2009" in sent_in
    assert "no completion recorded" not in page
    assert f">{urged.name}<" in addressed and f">{urged.name}<" not in sent_in
    assert "5 May 2009" not in page
    assert f">{internal.name}<" not in page


# Cost ----------------------------------------------------------------------------------------------------------------
def test_the_number_of_queries_does_not_grow(client, read, body, decision, group):
    def fill(number):
        for _ in range(number):
            session = SessionFactory(
                body=body, ordinal=None, starts_on=dt.date(2007, 1, 1), ends_on=dt.date(2007, 1, 2)
            )
            of = DecisionFactory(body=body, session=session)
            GroupFactory(parent=body)
            for adopted in (decision, of):
                paragraph = ParagraphFactory(decision=adopted)
                for asked in (group, None):
                    own = MandateFactory(paragraph=paragraph, asked_body=asked, group=group)
                    released((2008, 11, 1), mandate=own, status="in_progress")
                    released((2008, 11, 2), mandate=own)
                MandateFactory(
                    paragraph=paragraph, ledger="states", action_type="submission", due_on=dt.date(2009, 1, 1)
                )

    def counts():
        pages = [
            ("progress",),
            ("progress-body", "harbour"),
            ("progress-decision", "harbour", "decisions", "3-1"),
            ("progress-group", "harbour", "pilotage"),
            ("progress-asked", "harbour"),
        ]
        found = []
        for page in pages:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                read(*page)
            found.append((page[0], len(queries)))
        return found

    fill(1)
    one = counts()
    fill(2)
    assert counts() == one
    BodyFactory(is_open=True)
    two_bodies = counts()[0]
    BodyFactory.create_batch(2, is_open=True)
    assert counts()[0] == two_bodies
