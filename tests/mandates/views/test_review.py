"""The review of a report: what was read beside the text, and each button there."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.models import Change
from sessions.models import Reading
from tests.factories import (
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    ParagraphFactory,
    ReleaseFactory,
    ReportFactory,
)
from tests.mandates.roles import KEEPS

AT = dt.datetime(2008, 10, 20, 9, 0, tzinfo=dt.UTC)
DOUBT = {"code": "nobody_named", "params": {"verb": "requested"}}
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def report(harbour):
    report = ReportFactory(body=harbour, original_name="harbour-3.md")
    account = {"lines": 40, "in_decisions": 30, "unplaced": 0}
    Reading.objects.create(report=report, made_at=AT, version="1", account=account, findings=[])
    return report


@pytest.fixture
def propose(report):
    """A function: a proposal of paragraph (letter) of a decision of the report."""

    def make(letter, number="5/1", **fields):
        decision = report.decisions.filter(number=number).first() or DecisionFactory(
            body=report.body, report=report, number=number, position=report.decisions.count()
        )
        paragraph = decision.paragraphs.filter(path=letter).first() or ParagraphFactory(
            decision=decision, label=f"({letter})", path=letter, position=ord(letter)
        )
        return MandateFactory(**{"paragraph": paragraph, "status": "proposed", **fields})

    return make


def page(report):
    return reverse("mandates:review", args=[report.pk])


def button(name, report, mandate=None):
    return reverse(f"mandates:{name}", args=[report.pk, mandate.pk] if mandate else [report.pk])


def status_of(mandate):
    mandate.refresh_from_db()
    return mandate.status


class TestThePage:
    def test_counts_what_is_left(self, secretary, report, propose, said):
        propose("a")
        propose("b", doubt=DOUBT)
        propose("c", status="not_started")
        propose("d", status="declined")
        response = secretary.get(page(report))
        assert "2 proposals are left to decide; 1 of 4 confirmed, 1 declined." in said(response)
        assert [part["number"] for part in response.context["counts"].parts] == [1, 1, 1, 1]

    def test_names_the_doubtful_first_and_each_with_its_reason(self, secretary, report, propose, said):
        propose("a")
        doubtful = propose("b", doubt=DOUBT)
        response = secretary.get(page(report))
        assert f'href="?decision={doubtful.paragraph.decision_id}#m{doubtful.pk}"' in response.text
        assert response.text.index("Doubtful, to be looked at one by one") < response.text.index('class="para')
        assert "Doubtful: The text does not say who is to act" in said(response)

    def test_opens_at_the_first_decision_in_which_something_is_left_and_leads_on(self, secretary, report, propose):
        propose("a", number="5/1", status="not_started")
        second = propose("a", number="5/2").paragraph.decision
        third = propose("a", number="5/3").paragraph.decision
        response = secretary.get(page(report))
        assert [each["decision"] for each in response.context["decisions"]] == [second]
        assert response.context["following"] == third
        assert response.context["preceding"].number == "5/1"
        assert f'href="?decision={third.pk}"' in response.text

    @pytest.mark.parametrize("asked", ["999999", "x", "-1", "9" * 30])
    def test_a_decision_that_is_none_is_the_first_with_something_left(self, secretary, report, propose, asked):
        decision = propose("a").paragraph.decision
        response = secretary.get(page(report), {"decision": asked})
        assert [each["decision"] for each in response.context["decisions"]] == [decision]

    @pytest.mark.parametrize(
        ("show", "letters"), [("doubtful", ["b"]), ("proposed", ["a", "b"]), ("confirmed", ["c"]), ("declined", ["d"])]
    )
    def test_shows_of_all_decisions_what_is_asked_for(self, secretary, report, propose, show, letters):
        propose("a")
        propose("b", doubt=DOUBT)
        propose("c", status="not_started")
        propose("d", status="declined")
        rows = secretary.get(page(report), {"show": show}).context["decisions"][0]["rows"]
        assert [row["paragraph"].path for row in rows] == letters

    def test_tells_what_the_reader_found_strange(self, secretary, report, said):
        assert "Nothing strange was found." in said(secretary.get(page(report)))
        assert '<details class="more">' in secretary.get(page(report)).text

    def test_of_a_report_without_decisions_says_so(self, secretary, report):
        assert "No decision was found in this report" in secretary.get(page(report)).text

    def test_while_the_report_is_read_looks_again_by_itself_and_may_be_left(self, secretary, report):
        report.state = "reading"
        report.save()
        response = secretary.get(page(report))
        assert response["Refresh"]
        assert "You may leave it; the reading goes on." in response.text

    def test_of_a_file_that_could_not_be_read_says_why_and_what_to_do(self, secretary, report):
        report.state, report.failure = "unreadable", {"code": "file_empty", "params": {}}
        report.save()
        response = secretary.get(page(report))
        assert response.status_code == 200
        assert "The file is empty." in response.text
        assert "Import another file" in response.text

    def test_shows_the_words_of_a_report_as_text(self, secretary, report, propose):
        mandate = propose("a", action=EVIL, verb="request", doubt={"code": "damaged_verb", "params": {
            "printed": EVIL, "read": EVIL}})  # fmt: skip
        mandate.paragraph.texts.update(text=EVIL)
        mandate.paragraph.decision.title = EVIL
        mandate.paragraph.decision.save()
        text = secretary.get(page(report)).text
        assert EVIL not in text
        assert text.count("<script") == 1, "our own"

    def test_an_auditor_reads_it_and_is_offered_nothing(self, as_role, report, propose):
        propose("a")
        text = as_role("auditor").get(page(report)).text
        assert f'action="{page(report)}' not in text

    def test_is_for_the_secretariat_and_auditors(self, who_may, report):
        assert who_may(page(report)) == KEEPS | {"auditor"}

    def test_is_only_read(self, secretary, report):
        assert secretary.post(page(report)).status_code == 405

    @pytest.mark.parametrize("query", ["", "?show=proposed"])
    def test_takes_as_many_queries_with_three_rows_as_with_one(self, secretary, report, propose, queries, query):
        GroupFactory(parent=report.body)
        propose("a")
        once = queries(secretary, page(report) + query)
        for letter in "bc":
            propose(letter)
            propose(letter, number="5/2")
        assert queries(secretary, page(report) + query) == once
        # Twelve are the review's: session, person, roles, units; report, decisions with paragraphs, words, proposals,
        # whom they ask, calendar, names, groups. Three are of what stands around it: what the report says besides,
        # what it repeats, whether drafts are left.
        assert once <= 15


class TestConfirm:
    def test_makes_it_a_mandate_and_leads_back_to_its_place(self, secretary, report, propose):
        mandate = propose("a")
        response = secretary.post(button("confirm", report, mandate), {"ledger": "secretariat"})
        assert response["Location"] == f"{page(report)}?decision={mandate.paragraph.decision_id}#m{mandate.pk}"
        assert status_of(mandate) == "not_started"
        assert mandate.reference == "5-1-a-1"

    def test_leads_back_to_the_part_of_the_review_from_which_it_came(self, secretary, report, propose):
        mandate = propose("a")
        assert (
            f"{button('confirm', report, mandate)}?show=proposed"
            in secretary.get(page(report), {"show": "proposed"}).text
        )
        response = secretary.post(f"{button('confirm', report, mandate)}?show=proposed")
        assert response["Location"].startswith(f"{page(report)}?show=proposed#")

    def test_leads_nowhere_else(self, secretary, report, propose):
        response = secretary.post(f"{button('confirm', report, propose('a'))}?show=//elsewhere.example")
        assert response["Location"].startswith(f"{page(report)}?decision=")

    def test_the_ledger_can_be_corrected(self, secretary, report, propose):
        mandate = propose("a")
        secretary.post(button("confirm", report, mandate), {"ledger": "states"})
        assert status_of(mandate) is None
        assert mandate.ledger == "states"

    def test_a_ledger_that_is_none_is_what_the_addressee_decides(self, secretary, report, propose):
        mandate = propose("a")
        secretary.post(button("confirm", report, mandate), {"ledger": "nonsense"})
        assert status_of(mandate) == "not_started"

    def test_twice_confirms_once_and_says_who_was_faster(self, secretary, as_role, report, propose, said):
        mandate = propose("a")
        other = as_role("secretariat")
        other.post(button("confirm", report, mandate))
        response = secretary.post(button("confirm", report, mandate), follow=True)
        assert f"Nothing was done, {other.person} was faster: Confirmed as a mandate" in said(response)
        assert Change.objects.filter(mandate=mandate, kind="confirmed").count() == 1


class TestConfirmAllClear:
    def test_leaves_the_doubtful(self, secretary, report, propose, said):
        clear, doubtful = propose("a"), propose("b", doubt=DOUBT)
        response = secretary.post(button("confirm-clear", report), follow=True)
        assert "1 clear proposal was confirmed." in said(response)
        assert (status_of(clear), status_of(doubtful)) == ("not_started", "proposed")

    def test_twice_does_nothing_the_second_time(self, secretary, report, propose, said):
        propose("a")
        secretary.post(button("confirm-clear", report))
        assert "0 clear proposals were confirmed." in said(secretary.post(button("confirm-clear", report), follow=True))
        assert Change.objects.filter(kind="confirmed").count() == 1

    def test_is_offered_only_where_there_are_some(self, secretary, report, propose):
        propose("b", doubt=DOUBT)
        assert button("confirm-clear", report) not in secretary.get(page(report)).text


class TestDecline:
    def test_keeps_it_with_the_reason(self, secretary, report, propose):
        mandate = propose("a")
        secretary.post(button("decline", report, mandate), {"reason": "It only takes note."})
        assert status_of(mandate) == "declined"
        assert Change.objects.get(mandate=mandate).reason == "It only takes note."

    def test_needs_a_reason_and_has_a_page_that_asks_for_it(self, secretary, report, propose):
        mandate = propose("a")
        assert secretary.get(button("decline", report, mandate)).status_code == 200
        response = secretary.post(button("decline", report, mandate), {"reason": " "})
        assert response.status_code == 400
        assert 'href="#id_reason"' in response.text
        assert f"{page(report)}?decision=" in response.text, "the way back"
        assert status_of(mandate) == "proposed"

    def test_of_what_another_confirmed_says_so_and_keeps_the_reason(self, secretary, as_role, report, propose, said):
        mandate = propose("a")
        as_role("secretariat").post(button("confirm", report, mandate))
        response = secretary.post(button("decline", report, mandate), {"reason": "It only takes note."})
        assert response.status_code == 409
        assert "Confirmed as a mandate" in said(response)
        assert "It only takes note." in response.text

    def test_can_be_taken_back_once(self, secretary, report, propose, said):
        mandate = propose("a", status="declined")
        secretary.post(button("propose-again", report, mandate))
        assert status_of(mandate) == "proposed"
        assert "was faster" in said(secretary.post(button("propose-again", report, mandate), follow=True))


class TestUndo:
    @pytest.fixture
    def confirmed(self, secretary, report, propose):
        mandate = propose("a")
        secretary.post(button("confirm", report, mandate))
        mandate.refresh_from_db()
        return mandate

    def test_makes_it_a_proposal_again_and_keeps_its_number(self, secretary, report, confirmed):
        secretary.post(button("undo", report, confirmed), {"reason": "The wrong ledger."})
        assert status_of(confirmed) == "proposed"
        secretary.post(button("confirm", report, confirmed))
        confirmed.refresh_from_db()
        assert confirmed.reference == "5-1-a-1"

    def test_needs_a_reason(self, secretary, report, confirmed):
        response = secretary.post(button("undo", report, confirmed), {})
        assert response.status_code == 400
        assert 'href="#id_reason"' in response.text

    def test_of_a_confirmation_that_is_another_one_by_now_tells_who_was_faster(self, secretary, report, confirmed):
        secretary.post(button("undo", report, confirmed), {"reason": "The wrong ledger."})
        secretary.post(button("confirm", report, confirmed), {"ledger": "states"})
        response = secretary.post(
            button("undo", report, confirmed), {"reason": "The wrong ledger.", "seen": "0-not_started"}
        )
        assert response.status_code == 409
        assert status_of(confirmed) is None

    def test_is_refused_once_something_was_released(self, secretary, report, confirmed):
        ReleaseFactory(mandate=confirmed)
        response = secretary.post(button("undo", report, confirmed), {"reason": "The wrong ledger."})
        assert response.status_code == 400
        assert "Something of it was released. Withdraw that first." in response.text
        assert "The wrong ledger." in response.text


class TestGroup:
    def address(self, report, mandate):
        return reverse("mandates:choose-group", args=[report.pk, mandate.paragraph.decision_id])

    def test_is_chosen_for_the_decision_and_its_mandates(self, secretary, report, propose):
        group, mandate = GroupFactory(parent=report.body), propose("a")
        secretary.post(button("confirm", report, mandate))
        response = secretary.post(self.address(report, mandate), {"group": group.pk}, follow=True)
        assert f"is followed by: {group}." in response.text
        assert f'<option value="{group.pk}" selected>' in response.text
        mandate.refresh_from_db()
        assert mandate.group == group

    def test_that_another_chose_meanwhile_stays(self, secretary, report, propose, said):
        group, mandate = GroupFactory(parent=report.body), propose("a")
        decision = mandate.paragraph.decision
        decision.group = GroupFactory(parent=report.body)
        decision.save()
        response = secretary.post(self.address(report, mandate), {"group": group.pk, "was": ""}, follow=True)
        assert "Somebody else chose the group in the meantime." in said(response)
        assert type(decision).objects.get(pk=decision.pk).group == decision.group

    def test_can_be_none_again(self, secretary, report, propose):
        mandate = propose("a")
        mandate.paragraph.decision.group = GroupFactory(parent=report.body)
        mandate.paragraph.decision.save()
        secretary.post(self.address(report, mandate), {"group": ""})
        mandate.paragraph.decision.refresh_from_db()
        assert mandate.paragraph.decision.group is None

    def test_of_another_body_is_not_found(self, secretary, report, propose):
        response = secretary.post(self.address(report, propose("a")), {"group": GroupFactory().pk})
        assert response.status_code == 404


AT_ONCE = ["confirm", "propose-again"]


@pytest.mark.parametrize("name", [*AT_ONCE, "decline", "undo"])
def test_a_proposal_of_another_report_is_not_found(secretary, harbour, report, propose, name):
    other = ReportFactory(body=harbour)
    assert secretary.post(button(name, other, propose("a")), {"reason": "x"}).status_code == 404


@pytest.mark.parametrize("name", AT_ONCE)
def test_a_button_refuses_to_be_read(secretary, report, propose, name):
    assert secretary.get(button(name, report, propose("a"))).status_code == 405
    assert secretary.get(button("confirm-clear", report)).status_code == 405


@pytest.mark.parametrize("name", [*AT_ONCE, "decline", "undo"])
def test_each_is_for_the_secretariat_alone(who_may, report, propose, name):
    assert who_may(button(name, report, propose("a")), "post", reason="x") == KEEPS


def test_all_at_once_and_the_group_are_for_the_secretariat_alone(who_may, report, propose):
    mandate = propose("a")
    assert who_may(button("confirm-clear", report), "post") == KEEPS
    assert who_may(TestGroup().address(report, mandate), "post") == KEEPS
