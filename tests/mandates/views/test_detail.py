"""The page of one mandate."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change, Evidence
from tests.factories import ReleaseFactory, UpdateFactory
from tests.mandates.roles import HEADS, KEEPS

ADDRESS = reverse("mandates:detail", args=["harbour", "3-1-b-1"])
AT = dt.datetime(2008, 11, 20, 10, 0, tzinfo=dt.UTC)
EVIL = "<script>alert(1)</script>"


def change(mandate, fields):
    for name, value in fields.items():
        setattr(mandate, name, value)
    mandate.save()
    return mandate


class TestThePage:
    def test_shows_the_paragraph_with_verb_addressee_and_deadline_marked_in_its_own_language(
        self, secretary, new_mandate
    ):
        text = "Requested the Secretariat to report at its fourth session;"
        spans = {
            "verb": {"label": "(d)", "at": [0, 9]},
            "addressees": [{"label": "(d)", "at": [14, 25]}],
            "deadline": {"label": "(d)", "at": [36, 57]},
        }
        page = secretary.get(new_mandate("d", text, spans=spans).get_absolute_url()).text
        assert '<mark class="verb" title="verb">Requested</mark>' in page
        assert '<mark class="addressee" title="addressee">Secretariat</mark>' in page
        assert '<mark class="deadline" title="deadline">at its fourth session</mark>' in page
        assert '<blockquote class="text" lang="en" dir="ltr">' in " ".join(page.split())

    def test_shows_text_deadline_with_its_reason_and_target_apart(self, secretary, mandate):
        days = {"due_on": dt.date(2008, 12, 31), "target_on": dt.date(2008, 12, 17), "due_reason": {"code": "date"}}
        change(mandate, days)
        page = secretary.get(ADDRESS).text
        assert "31 December 2008" in page
        assert "a day that the text gives" in page
        assert "in 30 days" in page
        assert "17 December 2008" in page
        assert 'class="late"' not in page

    def test_is_loud_where_a_day_has_passed_and_silent_once_it_is_closed(self, secretary, mandate):
        change(mandate, {"due_on": dt.date(2008, 11, 1), "target_on": dt.date(2008, 10, 1)})
        page = secretary.get(ADDRESS).text
        assert page.count('class="late"') == 2
        assert "30 days ago" in page
        change(mandate, {"status": "implemented"})
        page = secretary.get(ADDRESS).text
        assert 'class="late"' not in page
        assert "days ago" not in page

    def test_of_what_states_are_asked_says_that_it_has_no_status(self, secretary, new_mandate):
        page = secretary.get(new_mandate("e", ledger="states", due_on=dt.date(2008, 11, 1)).get_absolute_url()).text
        assert "It has no status and is never late" in page
        assert 'class="late"' not in page
        assert "Target" not in page

    def test_tells_history_in_words_with_who_and_why(self, secretary, mandate):
        by = secretary.person
        fields = {"old": "in_progress", "new": "not_started", "reason": "Begun too early.", "by": by, "at": AT}
        Change.objects.create(mandate=mandate, kind="status", **fields)
        page = secretary.get(ADDRESS).text
        assert "Status: from In progress to Not started" in page
        assert "Begun too early." in page
        assert str(by) in page

    def test_tells_of_each_update_to_whom_it_was_released(self, secretary, mandate, said):
        told, untold = UpdateFactory(mandate=mandate), UpdateFactory(mandate=mandate, text="Nobody need know.")
        ReleaseFactory(mandate=mandate, update=told)
        updates = secretary.get(ADDRESS).context["updates"]
        assert {entry["it"]: len(entry["released"]) for entry in updates} == {told: 1, untold: 0}
        assert "released to delegations, 21 November 2008" in said(secretary.get(ADDRESS))

    def test_a_release_that_was_withdrawn_stands_as_withdrawn(self, secretary, as_role, mandate, said):
        others = {"withdrawal_asked_by": secretary.person, "withdrawn_by": as_role("secretariat").person}
        update = UpdateFactory(mandate=mandate)
        ReleaseFactory(mandate=mandate, update=update, withdrawn_at=AT, withdrawal_reason="A wrong number.", **others)
        page = secretary.get(ADDRESS)
        assert "Withdrawn 20 November 2008" in said(page)
        assert "A wrong number." in page.text
        assert page.context["updates"][0]["released"] == []

    def test_names_the_others_of_the_same_paragraph(self, secretary, mandate, new_mandate):
        sibling = new_mandate("b")
        assert sibling.get_absolute_url() in secretary.get(ADDRESS).text

    def test_without_anything_says_what_will_stand_there(self, secretary, mandate):
        page = secretary.get(ADDRESS).text
        assert "Nobody has written yet how it goes." in page
        assert "Reporting it done needs the symbol of a document, or a file." in page
        assert "Delegations see the paragraph alone." in page

    def test_shows_what_people_wrote_as_text(self, secretary, mandate):
        change(mandate, {"short_title": EVIL})
        update = UpdateFactory(mandate=mandate, text=EVIL)
        ReleaseFactory(mandate=mandate, update=update, text=EVIL)
        fields = {"by": secretary.person, "at": AT}
        Evidence.objects.create(mandate=mandate, kind="symbol", symbol=EVIL, title=EVIL, **fields)
        Evidence.objects.create(mandate=mandate, kind="link", url='https://x.example/"><script>', title=EVIL, **fields)
        Change.objects.create(mandate=mandate, kind="status", old="", new="in_progress", reason=EVIL, **fields)
        page = secretary.get(ADDRESS).text
        assert "<script" not in page
        assert "&lt;script&gt;alert(1)" in page


class TestButtons:
    """What a person may do is offered, and nothing else; the table of statuses says what that is."""

    @pytest.mark.parametrize(
        ("role", "offered"),
        [
            ("owner", {"start", "continue", "report-done"}),
            ("head", {"start", "continue", "report-done"}),
            ("contributor", set()),
            ("colleague", set()),
            ("auditor", set()),
            (
                "secretary",
                {"start", "continue", "report-done", "consider-overtaken", "lapse", "supersede", "discontinue"},
            ),
        ],
    )
    def test_of_a_mandate_that_is_not_started(self, as_role, mandate, role, offered):
        client = as_role(role)
        page = client.get(ADDRESS)
        shown = {each["it"].name for each in (*page.context["transitions"], *page.context["endings"])}
        assert shown == offered
        for name in offered:
            assert f'action="{ADDRESS}status/{name}/"' in page.text

    @pytest.mark.parametrize(
        ("role", "offered"),
        [
            ("owner", {"update", "evidence", "waiting"}),
            ("contributor", {"update", "evidence"}),
            ("head", {"update", "evidence", "waiting", "assign"}),
            ("secretary", {"update", "evidence", "waiting", "assign", "target"}),
            ("colleague", set()),
            ("auditor", set()),
        ],
    )
    def test_beside_the_status(self, as_role, mandate, role, offered):
        page = as_role(role).get(ADDRESS).text
        names = {"update", "evidence", "waiting", "assign", "target"}
        assert {name for name in names if f'"{ADDRESS}{name}/"' in page} == offered

    def test_release_is_offered_to_the_secretariat_alone(self, as_role, mandate):
        assert reverse("mandates:release") + "?mandate=" in as_role("secretary").get(ADDRESS).text
        assert "?mandate=" not in as_role("head").get(ADDRESS).text

    def test_each_that_needs_nothing_carries_the_status_that_was_seen(self, owner):
        assert '<input type="hidden" name="was" value="not_started">' in owner.get(ADDRESS).text

    def test_none_needs_script(self, secretary):
        page = secretary.get(ADDRESS).text
        assert "<script" not in page
        assert "hx-" not in page


def test_is_read_by_its_people_and_by_the_secretariat(who_may):
    assert who_may(ADDRESS) == KEEPS | HEADS | {"auditor", "owner", "acting deputy", "colleague", "contributor"}


def test_of_a_proposal_there_is_no_page(secretary, new_mandate):
    new_mandate("f", status="proposed")
    assert secretary.get(reverse("mandates:detail", args=["harbour", "3-1-f-1"])).status_code == 404


def test_is_only_read(secretary, mandate):
    assert secretary.post(ADDRESS).status_code == 405


def test_takes_as_many_queries_with_three_of_everything_as_with_one(secretary, mandate, new_mandate, queries):
    def one_more():
        update = UpdateFactory(mandate=mandate)
        ReleaseFactory(mandate=mandate, update=update)
        fields = {"by": update.by, "at": AT}
        Evidence.objects.create(mandate=mandate, kind="symbol", symbol="HARB/2008/7", **fields)
        Change.objects.create(mandate=mandate, kind="update", new=update.pk, **fields)
        mandate.contributors.create(user=update.by)
        new_mandate("b")

    one_more()
    once = queries(secretary, ADDRESS)
    one_more()
    one_more()
    assert queries(secretary, ADDRESS) == once
    assert once <= 19  # ten lists, the mandate with its texts and people, and who is looking
