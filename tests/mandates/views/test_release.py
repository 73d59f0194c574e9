"""Releasing: what waits, the preview, the sending, and taking back by two people."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Release
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    MandateFactory,
    ParagraphFactory,
    ReleaseFactory,
    UpdateFactory,
)
from tests.mandates.roles import KEEPS

ADDRESS = reverse("mandates:release")
PREVIEW = reverse("mandates:release-preview")
SEND = reverse("mandates:release-send")
LINE = "The handbook was published."
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def began(mandate):
    """The mandate is in progress, and an officer has said how it goes."""
    mandate.status = "in_progress"
    mandate.save()
    UpdateFactory(mandate=mandate, text="The handbook is at the printer.")
    return mandate


def form(mandate, level="delegations", **fields):
    """What the page posts of one mandate that was chosen."""
    row = {"chosen": "on", "line": LINE, "with_status": "on", "seen_status": mandate.status, **fields}
    return {"level": level, **{f"{mandate.pk}-{name}": value for name, value in row.items() if value is not None}}


def foreign():
    return MandateFactory(paragraph=ParagraphFactory(decision=DecisionFactory(body=BodyFactory())))


class TestWhatWaits:
    def test_stands_with_its_latest_update_as_the_line_to_begin_with(self, secretary, began, said):
        response = secretary.get(ADDRESS)
        assert "The handbook is at the printer.</textarea>" in response.text
        assert "Released so far Nothing" in said(response)

    def test_stands_beside_what_was_told_last(self, secretary, began, said):
        ReleaseFactory(mandate=began, text="It was begun.", released_at=dt.datetime(2008, 11, 1, tzinfo=dt.UTC))
        assert "Released so far It was begun. delegations · 1 November 2008" in said(secretary.get(ADDRESS))

    def test_is_nothing_once_all_is_told_and_the_page_says_what_will_stand_there(self, secretary, began):
        ReleaseFactory(mandate=began, status="in_progress")
        page = secretary.get(ADDRESS)
        assert page.context["rows"] == []
        assert "Updates and statuses that delegations have not been told will stand here" in page.text

    def test_is_not_chosen_beforehand_but_where_the_address_names_it(self, secretary, began):
        assert f'name="{began.pk}-chosen" id="r{began.pk}-chosen" checked' not in secretary.get(ADDRESS).text
        page = secretary.get(ADDRESS, {"mandate": began.pk})
        assert [row["form"]["chosen"].value() for row in page.context["rows"]] == [True]

    @pytest.mark.parametrize("key", ["x", "", "-1"])
    def test_a_name_that_is_none_shows_all(self, secretary, began, key):
        assert len(secretary.get(ADDRESS, {"mandate": key}).context["rows"]) == 1

    @pytest.mark.parametrize("key", [lambda: 0, lambda: foreign().pk, lambda: "9" * 30])
    def test_of_another_body_or_nowhere_is_not_found(self, secretary, key):
        assert secretary.get(ADDRESS, {"mandate": key()}).status_code == 404

    def test_a_page_holds_a_hundred_and_says_that_there_are_more(self, secretary, began, new_mandate, monkeypatch):
        monkeypatch.setattr("mandates.views.release.MOST", 1)
        new_mandate("c", status="in_progress")
        page = secretary.get(ADDRESS)
        assert len(page.context["rows"]) == 1
        assert "More are waiting" in page.text

    def test_is_only_read(self, secretary):
        assert secretary.post(ADDRESS).status_code == 405

    def test_takes_as_many_queries_with_three_rows_as_with_one(self, secretary, began, new_mandate, queries):
        once = queries(secretary, ADDRESS)
        for letter in "cd":
            UpdateFactory(mandate=new_mandate(letter, status="in_progress"))
        assert queries(secretary, ADDRESS) == once
        assert once < 12


class TestPreview:
    def test_shows_what_the_reader_will_see_and_sends_nothing(self, secretary, began, said):
        response = secretary.post(PREVIEW, form(began))
        words = said(response)
        assert "Readers: delegations. Nothing has gone out yet." in words
        assert "Requested the Secretariat to report to the Conference" in words
        assert f"In progress {LINE} as at 1 December 2008" in words
        assert "The handbook is at the printer." not in words
        assert not Release.objects.exists()

    def test_without_the_status_shows_none(self, secretary, began, said):
        assert "In progress" not in said(secretary.post(PREVIEW, form(began, with_status=None)))

    def test_leaves_out_what_was_not_chosen(self, secretary, began, new_mandate):
        other = new_mandate("c", status="in_progress")
        response = secretary.post(PREVIEW, form(began) | form(other, chosen=None, line="Not this one."))
        assert [row["mandate"] for row in response.context["rows"]] == [began]
        assert "Not this one." not in response.text

    def test_of_nothing_chosen_leads_back_and_says_so(self, secretary, began):
        response = secretary.post(PREVIEW, form(began, chosen=None), follow=True)
        assert response.redirect_chain == [(ADDRESS, 302)]
        assert "Choose at least one mandate to release." in response.text

    def test_of_neither_line_nor_status_is_said_at_the_line(self, secretary, began):
        response = secretary.post(PREVIEW, form(began, line=" ", with_status=None))
        assert response.status_code == 400
        assert f'href="#r{began.pk}-line"' in response.text

    def test_for_nobody_is_said_at_the_readers_and_what_was_written_stays(self, secretary, began):
        for level in ("", "internal", "everybody"):
            response = secretary.post(PREVIEW, form(began, level=level))
            assert response.status_code == 400, level
            assert 'href="#id_level_0"' in response.text
            assert f"{LINE}</textarea>" in response.text

    def test_shows_what_was_written_as_text(self, secretary, began):
        assert "<script" not in secretary.post(PREVIEW, form(began, line=EVIL)).text

    def test_of_another_bodys_mandate_is_not_found(self, secretary, began):
        assert secretary.post(PREVIEW, form(began) | form(foreign())).status_code == 404

    def test_refuses_to_be_read(self, secretary):
        assert secretary.get(PREVIEW).status_code == 405


class TestSending:
    def test_releases_line_and_status_and_leads_to_the_mandate(self, secretary, began):
        response = secretary.post(SEND, form(began), follow=True)
        assert response.redirect_chain == [(began.get_absolute_url(), 302)]
        assert "1 mandate was released to: delegations." in response.text
        row = Release.objects.get()
        assert (row.text, row.status, row.level, row.released_by) == (
            LINE,
            "in_progress",
            "delegations",
            secretary.person,
        )

    def test_goes_from_the_hidden_fields_of_the_preview(self, secretary, began):
        page = secretary.post(PREVIEW, form(began))
        rows = page.context["rows"]
        fields = {bound.html_name: bound.value() for row in rows for bound in row["form"] if bound.value()}
        assert secretary.post(SEND, {"level": page.context["level"], **fields}).status_code == 302
        assert Release.objects.get().text == LINE

    def test_sends_many_at_once(self, secretary, began, new_mandate):
        other = new_mandate("c", status="in_progress")
        response = secretary.post(SEND, form(began) | form(other))
        assert response["Location"] == ADDRESS
        assert Release.objects.count() == 2

    def test_pressed_twice_sends_once(self, secretary, began):
        secretary.post(SEND, form(began))
        assert secretary.post(SEND, form(began)).status_code == 409
        assert Release.objects.count() == 1

    def test_a_correction_of_what_was_seen_is_a_new_release(self, secretary, began):
        first = ReleaseFactory(mandate=began)
        assert secretary.post(SEND, form(began, seen_release=first.pk)).status_code == 302
        assert Release.objects.count() == 2

    def test_a_status_that_changed_since_goes_not_out_and_the_line_stays(self, secretary, owner, began, said):
        address = reverse("mandates:status", args=["harbour", "3-1-b-1", "continue"])
        owner.post(address, {"was": "in_progress"})
        began.status = "in_progress"  # as it was seen
        response = secretary.post(SEND, form(began))
        assert response.status_code == 409
        assert "from In progress to Continuing" in said(response)
        assert f"{LINE}</textarea>" in response.text
        assert f'name="{began.pk}-seen_status" value="continuing"' in response.text
        assert not Release.objects.exists()

    def test_of_many_all_go_out_or_none(self, secretary, began, new_mandate):
        other = new_mandate("c", status="in_progress")
        data = form(began) | form(other, seen_status="not_started")
        assert secretary.post(SEND, data).status_code == 409
        assert not Release.objects.exists()

    def test_a_line_of_an_update_is_in_the_updates_language(self, secretary, began):
        update = UpdateFactory(mandate=began, language="fr", text="Le manuel est imprimé.")
        secretary.post(SEND, form(began, line=update.text, update=update.pk))
        row = Release.objects.get()
        assert (row.language, row.update) == ("fr", update)

    def test_an_update_of_another_mandate_is_none_of_it(self, secretary, began, new_mandate):
        secretary.post(SEND, form(began, update=UpdateFactory(mandate=new_mandate("c")).pk))
        assert Release.objects.get().update is None

    def test_of_what_is_incomplete_shows_the_form_again(self, secretary, began):
        assert secretary.post(SEND, form(began, line="", with_status=None)).status_code == 400
        assert secretary.post(SEND, form(began, chosen=None)).status_code == 302
        assert not Release.objects.exists()

    @pytest.mark.parametrize("data", [{}, {"9" * 30 + "-line": "x"}, {"x-line": "x", "-line": "", "1": ""}])
    def test_of_nothing_that_is_a_form_sends_nothing(self, secretary, data):
        assert secretary.post(SEND, {"level": "public", **data}).status_code == 302
        assert not Release.objects.exists()

    def test_of_another_bodys_mandate_or_a_proposal_is_not_found(self, secretary, began, new_mandate):
        for other in (foreign(), new_mandate("c", status="proposed")):
            assert secretary.post(SEND, form(began) | form(other)).status_code == 404
        assert not Release.objects.exists()

    def test_refuses_to_be_read(self, secretary):
        assert secretary.get(SEND).status_code == 405


class TestTakingBack:
    @pytest.fixture
    def released(self, began):
        return ReleaseFactory(mandate=began, text=LINE)

    def button(self, name, released):
        return reverse(f"mandates:{name}", args=[released.pk])

    @pytest.fixture
    def asked(self, secretary, released):
        secretary.post(self.button("ask-withdrawal", released), {"reason": "A wrong number."})
        released.refresh_from_db()
        return released

    def test_is_asked_for_with_a_reason(self, secretary, began, asked):
        assert (asked.withdrawal_asked_by, asked.withdrawal_reason) == (secretary.person, "A wrong number.")
        assert asked.withdrawn_at is None

    def test_without_a_reason_says_so_at_the_field(self, secretary, released):
        response = secretary.post(self.button("ask-withdrawal", released), {})
        assert response.status_code == 400
        assert 'href="#id_reason"' in response.text

    def test_asked_for_twice_tells_who_asked_first(self, as_role, secretary, asked):
        second = as_role("secretariat").post(self.button("ask-withdrawal", asked), {"reason": "Too early."})
        assert second.status_code == 409
        assert str(secretary.person) in second.text
        assert "Too early." in second.text

    def test_stands_on_the_page_for_a_second_person_to_grant(self, as_role, secretary, asked, said):
        mine, theirs = secretary.get(ADDRESS), as_role("secretariat").get(ADDRESS)
        assert "A wrong number." in said(theirs)
        assert self.button("withdraw", asked) in theirs.text
        assert self.button("withdraw", asked) not in mine.text
        assert "A second person grants it." in said(mine)

    def test_is_not_granted_by_whoever_asked(self, secretary, asked, said):
        response = secretary.post(self.button("withdraw", asked), follow=True)
        assert "a second person grants it" in said(response)
        asked.refresh_from_db()
        assert asked.withdrawn_at is None

    def test_is_granted_by_another_once(self, as_role, asked, said):
        second = as_role("secretariat")
        assert "The release was withdrawn." in said(second.post(self.button("withdraw", asked), follow=True))
        asked.refresh_from_db()
        assert asked.withdrawn_by == second.person
        assert "was faster" in said(second.post(self.button("withdraw", asked), follow=True))

    def test_that_nobody_asked_for_is_refused(self, secretary, released, said):
        response = secretary.post(self.button("withdraw", released), follow=True)
        assert "Nobody has asked for this withdrawal." in said(response)

    def test_can_be_given_up(self, secretary, asked):
        secretary.post(self.button("keep", asked))
        asked.refresh_from_db()
        assert asked.withdrawal_asked_by is None

    def test_its_buttons_refuse_to_be_read(self, secretary, released):
        assert secretary.get(self.button("withdraw", released)).status_code == 405
        assert secretary.get(self.button("keep", released)).status_code == 405
        assert secretary.get(self.button("ask-withdrawal", released)).status_code == 200

    @pytest.mark.parametrize("name", ["ask-withdrawal", "withdraw", "keep"])
    def test_is_for_the_secretariat_alone(self, who_may, released, name):
        assert who_may(self.button(name, released), "post", reason="x") == KEEPS

    @pytest.mark.parametrize("name", ["ask-withdrawal", "withdraw", "keep"])
    def test_of_another_body_is_not_found(self, secretary, name):
        other = ReleaseFactory(mandate=foreign())
        assert secretary.post(self.button(name, other), {"reason": "x"}).status_code == 404


def test_all_of_it_is_for_the_secretariat_alone(as_role, began):
    for role in sorted(KEEPS):
        client = as_role(role)
        assert client.get(ADDRESS).status_code == 200, role
        assert client.post(PREVIEW, form(began)).status_code == 200, role
    for role in ("auditor", "owner", "head", "bureau", "delegation, capital", "administrator", "signed in"):
        client = as_role(role)
        answers = [client.get(ADDRESS), client.post(PREVIEW, form(began)), client.post(SEND, form(began))]
        assert {answer.status_code for answer in answers} == {404}, role
    assert not Release.objects.exists()
    assert as_role("secretariat of another body").post(SEND, form(began)).status_code == 404
