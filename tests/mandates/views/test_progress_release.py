"""What a delegation is told of a mandate: what was released, the day of the text, and nothing else."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    MembershipFactory,
    ParagraphFactory,
    ReleaseFactory,
    UnitFactory,
    UpdateFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
INTERNAL = "lighthouse-secret"


@pytest.fixture(autouse=True)
def first_of_december(settings):
    settings.DEMONSTRATION_DAY = dt.date(2008, 12, 1)


@pytest.fixture
def body():
    return BodyFactory(slug="harbour")


@pytest.fixture
def paragraph(body):
    decision = DecisionFactory(body=body, number="3/1")
    return ParagraphFactory(decision=decision, label="(o)(i)", path="o/i", text="Requested the Secretariat to dredge;")


@pytest.fixture
def mandate(paragraph):
    return MandateFactory(paragraph=paragraph, status="in_progress")


@pytest.fixture
def read(client, body):
    """A function: the words of the page of the decision, as somebody of that role reads it."""

    def read(role="contributor", **query):
        client.force_login(MembershipFactory(body=body, role=role).user)
        address = reverse("mandates:progress-decision", args=["harbour", "decisions", "3-1"])
        return " ".join(client.get(address, query).content.decode().split())

    return read


def moment(day, hour=10):
    return dt.datetime(*day, hour, tzinfo=dt.UTC)


# Release -------------------------------------------------------------------------------------------------------------
def test_a_line_appears_once_it_is_released(read, mandate):
    UpdateFactory(mandate=mandate, text="The dredger has sailed.")
    assert "The dredger has sailed." not in read()
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.")
    page = read()
    assert "The dredger has sailed." in page
    assert "as at" in page and "21 November 2008" in page


def test_a_status_appears_once_it_is_released(read, mandate):
    assert "In progress" not in read()
    ReleaseFactory(mandate=mandate, text="", status="in_progress")
    assert "In progress" in read()


def test_the_status_shown_is_the_one_released_not_the_one_it_has(read, mandate):
    ReleaseFactory(mandate=mandate, text="", status="continuing")
    page = read()
    assert "Continuing" in page
    assert "In progress" not in page


def test_a_correction_stands_before_what_it_corrects(read, mandate):
    ReleaseFactory(mandate=mandate, text="Two harbours answered.", released_at=moment((2008, 11, 3)))
    ReleaseFactory(mandate=mandate, text="Three harbours answered.", released_at=moment((2008, 11, 4)))
    page = read()
    assert page.index("Three harbours answered.") < page.index("1 earlier line") < page.index("Two harbours answered.")


def test_a_withdrawn_line_leaves_its_days_and_not_its_words(read, mandate):
    ReleaseFactory(
        mandate=mandate,
        text="A line that was wrong.",
        status="implemented",
        withdrawal_asked_by=UserFactory(),
        withdrawal_reason=INTERNAL,
        withdrawn_by=UserFactory(),
        withdrawn_at=moment((2008, 11, 25)),
    )
    page = read()
    assert "A line that was wrong." not in page
    assert "Implemented" not in page
    assert "was withdrawn on" in page
    assert "21 November 2008" in page and "25 November 2008" in page
    assert INTERNAL not in page


def test_a_line_stands_in_its_own_language_and_direction(read, mandate):
    ReleaseFactory(mandate=mandate, text="أُرسل الاستبيان.", language="ar")
    assert 'lang="ar" dir="rtl">أُرسل الاستبيان.</span>' in read()


# Levels --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("level", "readers"),
    [
        ("bureau", {"bureau", "chair", "secretariat", "auditor"}),
        ("delegations", {"contributor", "transmitter", "observer", "bureau", "chair", "secretariat", "auditor"}),
        ("public", {"contributor", "transmitter", "observer", "bureau", "chair", "secretariat", "auditor"}),
    ],
)
def test_a_level_is_read_by_its_readers_alone(read, mandate, level, readers):
    ReleaseFactory(mandate=mandate, level=level, text="The dredger has sailed.", status="in_progress")
    roles = ["contributor", "transmitter", "observer", "bureau", "chair", "secretariat", "auditor"]
    assert {role for role in roles if "The dredger has sailed." in read(role)} == readers
    assert {role for role in roles if "In progress" in read(role)} == readers


def test_a_tombstone_is_for_those_who_could_read_the_line(read, mandate):
    ReleaseFactory(
        mandate=mandate,
        level="bureau",
        withdrawal_asked_by=UserFactory(),
        withdrawn_by=UserFactory(),
        withdrawn_at=moment((2008, 11, 25)),
    )
    assert "was withdrawn on" not in read("contributor")
    assert "was withdrawn on" in read("bureau")


# What is internal ----------------------------------------------------------------------------------------------------
def test_no_page_holds_an_internal_word(client, body, paragraph):
    group = GroupFactory(parent=body, slug="pilotage")
    person = UserFactory(name=f"Owner {INTERNAL}")
    common = {"paragraph": paragraph, "short_title": INTERNAL, "group": group, "target_on": dt.date(2008, 11, 7)}
    mandate = MandateFactory(
        **common,
        status="in_progress",
        owner=person,
        unit=UnitFactory(name=INTERNAL),
        waiting_for="resources",
        waiting_since=dt.date(2008, 11, 8),
        waiting_basis=INTERNAL,
        due_on=dt.date(2008, 11, 9),
        search_internal=INTERNAL,
    )
    MandateFactory(**common, ledger="states", asked_body=group, search_internal=INTERNAL)
    MandateFactory(**common | {"group": None}, status="declined", action=INTERNAL, addressees=[INTERNAL])
    update = UpdateFactory(mandate=mandate, text=INTERNAL, by=person)
    mandate.changes.create(kind="target", reason=INTERNAL, by=person, at=moment((2008, 11, 8)))
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.", update=update, released_by=person)
    client.force_login(MembershipFactory(body=body, role="contributor").user)
    pages = [
        ("progress", []),
        ("progress-body", ["harbour"]),
        ("progress-decision", ["harbour", "decisions", "3-1"]),
        ("progress-group", ["harbour", "pilotage"]),
        ("progress-asked", ["harbour"]),
    ]
    for name, args in pages:
        page = client.get(reverse(f"mandates:{name}", args=args)).content.decode()
        assert INTERNAL not in page, name
        assert "7 November 2008" not in page, name  # the target
        for word in ('class="late"', "overdue", "days late", "awaiting", "Waiting for", "target"):
            assert word not in page, (name, word)


@pytest.mark.parametrize("status", ["proposed", "declined"])
def test_what_nobody_confirmed_is_not_there_even_where_it_was_once_released(client, body, read, paragraph, status):
    mandate = MandateFactory(paragraph=paragraph, status=status, due_on=dt.date(2009, 9, 30))
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.")
    page = read()
    assert "The dredger has sailed." not in page
    assert "30 September 2009" not in page
    assert "The dredger has sailed." not in client.get(reverse("mandates:progress")).content.decode()


# The day of the text -------------------------------------------------------------------------------------------------
def test_the_day_of_the_text_is_told_without_a_release(read, mandate):
    mandate.due_on, mandate.due_reason = dt.date(2009, 9, 30), {"code": "date", "params": {}}
    mandate.save()
    page = read()
    assert "To be completed by 30 September 2009" in page
    assert "no completion recorded" not in page


def test_the_day_of_a_session_is_told_with_its_reason(read, mandate):
    mandate.due_on = dt.date(2009, 10, 16)
    params = {"session": 4, "relation": "at", "starts_on": "2009-10-12", "ends_on": "2009-10-16"}
    mandate.due_reason = {"code": "session", "params": params}
    mandate.save()
    assert "at the fourth session (12 to 16 October 2009)" in read()


def test_what_continues_until_a_day_has_nothing_to_complete(read, mandate):
    mandate.due_on, mandate.due_reason = dt.date(2008, 9, 30), {"code": "ongoing_until", "params": {}}
    mandate.save()
    page = read()
    assert "Continuing until 30 September 2008" in page
    assert "complet" not in page


@pytest.mark.parametrize(
    ("released", "recorded"),
    [
        ("", False),
        ("in_progress", False),
        ("partly_implemented", False),
        ("reported_done", True),
        ("implemented", True),
        ("superseded", True),
    ],
)
def test_after_its_day_it_is_said_that_no_completion_was_recorded(read, mandate, released, recorded):
    mandate.due_on, mandate.status = dt.date(2008, 9, 30), "implemented"
    mandate.save()
    if released:
        ReleaseFactory(mandate=mandate, text="", status=released)
    assert ("As at 1 December 2008 no completion recorded." not in read()) == recorded


def test_on_its_day_nothing_is_said_of_completion(read, mandate):
    mandate.due_on = dt.date(2008, 12, 1)
    mandate.save()
    assert "no completion recorded" not in read()


# A past day ----------------------------------------------------------------------------------------------------------
def test_a_past_day_shows_what_had_been_released_by_its_end(read, mandate):
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.", released_at=moment((2008, 11, 21), hour=22))
    assert "The dredger has sailed." not in read(on="2008-11-20")
    page = read(on="2008-11-21")  # 22 hours UTC is 23 hours of the same day in the zone of deadlines
    assert "The dredger has sailed." in page
    assert "As of 21 November 2008" in page


def test_a_past_day_ends_in_the_zone_of_deadlines(read, mandate):
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.", released_at=moment((2008, 11, 21), hour=23))
    assert "The dredger has sailed." not in read(on="2008-11-21")
    assert "The dredger has sailed." in read(on="2008-11-22")


def test_a_past_day_does_not_bring_back_what_was_withdrawn_since(read, mandate):
    ReleaseFactory(
        mandate=mandate,
        text="A line that was wrong.",
        withdrawal_asked_by=UserFactory(),
        withdrawn_by=UserFactory(),
        withdrawn_at=moment((2008, 11, 25)),
    )
    page = read(on="2008-11-22")
    assert "A line that was wrong." not in page
    assert "was withdrawn on" in page


def test_completion_is_said_as_at_the_past_day(read, mandate):
    mandate.due_on = dt.date(2008, 9, 30)
    mandate.save()
    ReleaseFactory(mandate=mandate, text="", status="implemented", released_at=moment((2008, 11, 21)))
    assert "As at 1 November 2008 no completion recorded." in read(on="2008-11-01")


def test_a_past_day_goes_along_from_page_to_page(read, mandate):
    assert f'{reverse("mandates:progress-body", args=["harbour"])}?on=2008-11-01"' in read(on="2008-11-01")


@pytest.mark.parametrize("given", ["yesterday", "2008-13-01", "<script>", "2008-12-02", "9999-12-31"])
def test_a_day_that_is_none_or_has_not_come_gives_today_and_a_sentence(read, mandate, given):
    ReleaseFactory(mandate=mandate, text="The dredger has sailed.")
    page = read(on=given)
    assert "The dredger has sailed." in page
    assert "This page shows what is known today." in page
    assert "<script>" not in page
