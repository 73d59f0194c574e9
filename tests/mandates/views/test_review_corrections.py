"""The review's forms: what was read is edited, split, merged and added, and where the person goes on afterwards."""

import datetime as dt

import pytest
from django.urls import reverse

from mandates.actions.correcting import correct, seen_of
from mandates.models import Mandate
from sessions.models import Reading
from tests.factories import (
    DecisionFactory,
    MandateFactory,
    ParagraphFactory,
    ReportFactory,
    SessionFactory,
    UserFactory,
)
from tests.mandates.roles import KEEPS

AT = dt.datetime(2008, 10, 20, 9, 0, tzinfo=dt.UTC)
ACTION = "collect views on pilotage, and to report to the Conference, at its fourth session, on what was sent in"
TEXT = f"Requests the Secretariat to {ACTION}, and invites States to reply by 30 June 2009;"
REPORT = "report to the Conference, at its fourth session, on what was sent in"
DOUBT = {"code": "nobody_named", "params": {"verb": "requested"}}


@pytest.fixture
def report(harbour):
    report = ReportFactory(body=harbour, original_name="harbour-3.md")
    account = {"lines": 40, "in_decisions": 30, "unplaced": 0}
    Reading.objects.create(report=report, made_at=AT, version="1", account=account, findings=[])
    SessionFactory(body=harbour, ordinal=4)
    return report


@pytest.fixture
def propose(report):
    """A function: a proposal of paragraph (letter) of a decision of the report."""

    def make(letter, number="5/1", **fields):
        decision = report.decisions.filter(number=number).first() or DecisionFactory(
            body=report.body, report=report, number=number, position=report.decisions.count()
        )
        paragraph = decision.paragraphs.filter(path=letter).first() or ParagraphFactory(
            decision=decision, label=f"({letter})", path=letter, position=ord(letter), text=TEXT
        )
        key = f"{number}|{letter}|{paragraph.mandates.count()}"
        return MandateFactory(
            **{"paragraph": paragraph, "status": "proposed", "action": ACTION, "sort_key": key, **fields}
        )

    return make


def page(report):
    return reverse("mandates:review", args=[report.pk])


def address(name, report, thing):
    return reverse(f"mandates:{name}", args=[report.pk, thing.pk])


def seen(mandate):
    edition, status = seen_of(Mandate.objects.get(pk=mandate.pk))
    return f"{edition}-{status or ''}"


def fields(mandate, **new):
    """What the form holds before anything was written in it, with what is new."""
    names = "\n".join(addressee.name for addressee in mandate.addressees.all())
    plain = {name: getattr(mandate, name) for name in ("verb", "action", "action_type", "funding", "deadline_kind")}
    return {**plain, "addressees": names, "distance_unit": "W", "seen": seen(mandate), **new}


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


class TestEdit:
    def test_shows_the_words_and_what_the_reading_gives(self, secretary, report, propose, said):
        rule = {"deadline_kind": "session", "deadline_ordinal": 4, "deadline_relation": "at"}
        response = secretary.get(address("review-edit", report, propose("a", **rule)))
        assert "invites States to reply by 30 June 2009" in said(response)
        assert "This gives: due on 16 October 2009, because: at the fourth session" in said(response)
        assert "Whom it asks puts it in the ledger: Secretariat." in said(response)

    def test_saves_what_was_written_and_leads_back_to_its_place(self, secretary, report, propose):
        mandate = propose("a")
        new = fields(mandate, action="collect  views", addressees="Secretariat\n Bureau \n\n", takes_effect="on")
        response = secretary.post(address("review-edit", report, mandate), new)
        assert response["Location"] == f"{page(report)}?decision={mandate.paragraph.decision_id}#m{mandate.pk}"
        found = again(mandate)
        assert (found.action, found.takes_effect) == ("collect views", True)
        assert [each.name for each in found.addressees.all()] == ["Secretariat", "Bureau"]

    @pytest.mark.parametrize(
        ("written", "stored"),
        [
            ({"deadline_kind": "date", "deadline_date": "2009-06-30"}, {"deadline_date": dt.date(2009, 6, 30)}),
            (
                {"deadline_kind": "session", "deadline_ordinal": "4", "deadline_part": "resumed",
                 "deadline_relation": "by"},
                {"deadline_ordinal": 4, "deadline_part": "resumed", "deadline_relation": "by", "deadline_offset": ""},
            ),
            (
                {"deadline_kind": "session", "deadline_ordinal": "4", "deadline_relation": "before", "distance": "6"},
                {"deadline_offset": "-P6W"},
            ),
            (
                {"deadline_kind": "session", "deadline_ordinal": "4", "deadline_relation": "after", "distance": "3",
                 "distance_unit": "M"},
                {"deadline_offset": "P3M"},
            ),
            ({"deadline_kind": "recurring", "every": "2", "every_unit": "Y"}, {"deadline_every": "P2Y"}),
            ({"deadline_kind": "recurring", "every_unit": "session"}, {"deadline_every": "session"}),
            ({"deadline_kind": "recurring"}, {"deadline_every": ""}),
            (
                {"deadline_kind": "ongoing", "deadline_start": "2010-01-01", "deadline_date": "2012-12-31"},
                {"deadline_start": dt.date(2010, 1, 1), "deadline_date": dt.date(2012, 12, 31)},
            ),
            ({"deadline_kind": "on_request", "deadline_ordinal": "4"}, {"deadline_ordinal": None}),
            ({"deadline_kind": "", "deadline_text": "left over"}, {"deadline_text": ""}),
        ],
    )  # fmt: skip
    def test_takes_a_deadline_with_all_its_parts(self, secretary, report, propose, written, stored):
        mandate = propose("a")
        assert secretary.post(address("review-edit", report, mandate), fields(mandate, **written)).status_code == 302
        found = again(mandate)
        assert {name: getattr(found, name) for name in stored} == stored
        assert found.deadline_kind == written["deadline_kind"]

    @pytest.mark.parametrize(
        ("written", "field"),
        [
            ({"verb": ""}, "verb"),
            ({"action": " "}, "action"),
            ({"deadline_kind": "date"}, "deadline_date"),
            ({"deadline_kind": "session"}, "deadline_ordinal"),
            ({"deadline_kind": "session", "deadline_ordinal": "4", "distance": "6"}, "deadline_relation"),
            ({"deadline_kind": "recurring", "every_unit": "Y"}, "every"),
            (
                {"deadline_kind": "ongoing", "deadline_start": "2012-01-01", "deadline_date": "2010-01-01"},
                "deadline_date",
            ),
        ],
    )
    def test_says_what_is_missing_and_keeps_what_was_written(self, secretary, report, propose, written, field):
        mandate = propose("a")
        response = secretary.post(
            address("review-edit", report, mandate), fields(mandate, **{"addressees": "Bureau", **written})
        )
        assert response.status_code == 400
        assert f'href="#id_{field}"' in response.text
        assert "Bureau</textarea>" in response.text
        assert again(mandate).edition == 0

    def test_what_a_form_shows_and_saves_again_is_what_was_read(self, secretary, report, propose):
        rule = {
            "deadline_kind": "session",
            "deadline_ordinal": 4,
            "deadline_part": "resumed",
            "deadline_relation": "before",
            "deadline_offset": "-P6W",
            "deadline_text": "six weeks before its fourth session",
        }
        mandate = propose("a", **rule)
        form = secretary.get(address("review-edit", report, mandate)).context["form"]
        sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        secretary.post(address("review-edit", report, mandate), sent)
        assert again(mandate).edition == 0, "nothing differs"

    def test_looking_what_it_gives_saves_nothing(self, secretary, report, propose, said):
        mandate = propose("a")
        new = fields(mandate, deadline_kind="session", deadline_ordinal="4", deadline_relation="before", look="1")
        response = secretary.post(address("review-edit", report, mandate), new)
        assert response.status_code == 200
        assert "This gives: due on 11 October 2009, because: before the fourth session" in said(response)
        assert again(mandate).deadline_kind == ""

    def test_tells_who_was_faster_and_keeps_what_was_typed(self, secretary, report, propose, said):
        mandate = propose("a")
        stale, other = fields(mandate, action="collect all views"), UserFactory(name="Second officer")
        correct(again(mandate), {"action": "collect views"}, by=other, seen=seen_of(again(mandate)))
        response = secretary.post(address("review-edit", report, mandate), stale)
        assert response.status_code == 409
        assert "Second officer changed this mandate in the meantime: Correction of the reading: action" in said(
            response
        )
        assert "collect all views</textarea>" in response.text
        assert f'value="{seen(mandate)}"' in response.text, "saving it once more is a decision"

    def test_of_a_proposal_that_was_confirmed_meanwhile_says_so_first(self, secretary, as_role, report, propose, said):
        mandate = propose("a")
        stale = fields(mandate, action="collect all views")
        as_role("secretariat").post(address("confirm", report, mandate))
        response = secretary.post(address("review-edit", report, mandate), stale)
        assert response.status_code == 409
        assert "Confirmed as a mandate" in said(response)

    def test_of_a_mandate_asks_why_and_moves_its_day(self, secretary, report, propose):
        mandate = propose("a")
        secretary.post(address("confirm", report, mandate))
        new = fields(again(mandate), deadline_kind="date", deadline_date="2009-06-30", ledger="secretariat")
        response = secretary.post(address("review-edit", report, mandate), new)
        assert response.status_code == 400
        assert 'href="#id_reason"' in response.text
        secretary.post(address("review-edit", report, mandate), {**new, "reason": "It was overlooked."})
        assert again(mandate).due_on == dt.date(2009, 6, 30)


class TestSplit:
    def test_offers_the_ends_so_that_nobody_types_them(self, secretary, report, propose, said):
        mandate = propose("a")
        response = secretary.get(address("review-split", report, mandate))
        assert REPORT in said(response)
        secretary.post(address("review-split", report, mandate), {"end": "0", "seen": seen(mandate)})
        first, second = mandate.paragraph.mandates.order_by("sort_key")
        assert (first.action, second.action) == ("collect views on pilotage", REPORT)

    def test_takes_words_that_were_marked_in_the_text(self, secretary, report, propose):
        mandate = propose("a")
        sent = {"words": "invites States to reply by 30 June 2009", "near": "140", "seen": seen(mandate)}
        response = secretary.post(address("review-split", report, mandate), sent)
        assert response["Location"].endswith(f"#m{mandate.pk}")
        assert mandate.paragraph.mandates.exclude(pk=mandate.pk).get().verb == "invite"

    def test_of_words_that_are_none_of_the_paragraph_says_so(self, secretary, report, propose):
        mandate = propose("a")
        response = secretary.post(
            address("review-split", report, mandate), {"words": "sink ships", "seen": seen(mandate)}
        )
        assert response.status_code == 400
        assert "These words do not stand in the paragraph." in response.text
        assert "sink ships" in response.text

    def test_of_nothing_asks_for_words(self, secretary, report, propose):
        mandate = propose("a")
        response = secretary.post(address("review-split", report, mandate), {"seen": seen(mandate)})
        assert "Say which words are the second request." in response.text

    def test_twice_makes_one_second_request(self, secretary, report, propose):
        mandate = propose("a")
        sent = {"end": "0", "seen": seen(mandate)}
        secretary.post(address("review-split", report, mandate), sent)
        assert (
            secretary.post(address("review-split", report, mandate), sent | {"words": "collect views"}).status_code
            == 409
        )
        assert mandate.paragraph.mandates.count() == 2

    def test_is_undone_by_a_button(self, secretary, report, propose, said):
        mandate = propose("a")
        secretary.post(address("review-split", report, mandate), {"end": "0", "seen": seen(mandate)})
        assert "Undo the split" in said(secretary.get(page(report)))
        secretary.post(address("review-take-back", report, mandate), {"seen": seen(mandate)})
        assert again(mandate).action == ACTION
        response = secretary.get(page(report))
        assert "Undo the" not in said(response)
        assert response.context["counts"].all == 1


class TestMerge:
    def test_offers_the_next_and_leads_to_the_one_that_stays(self, secretary, report, propose):
        first, second = propose("a", position=0, action="collect views"), propose("a", position=1, action="reply")
        form = secretary.get(address("review-merge", report, first)).context["form"]
        assert form.fields["other"].initial == str(second.pk)
        sent = {"other": second.pk, "seen": seen(first), "seen_others": f"{second.pk}.{seen(second)}"}
        response = secretary.post(address("review-merge", report, first), sent)
        assert response["Location"].endswith(f"#m{first.pk}")
        assert again(second).merged_into == first

    def test_tells_who_changed_either_meanwhile(self, secretary, report, propose):
        first, second = propose("a", action="collect views"), propose("a", position=1, action="reply")
        sent = {"other": second.pk, "seen": seen(first), "seen_others": f"{second.pk}.{seen(second)}"}
        correct(again(second), {"verb": "urge"}, by=UserFactory(), seen=seen_of(second))
        assert secretary.post(address("review-merge", report, first), sent).status_code == 409
        assert again(second).merged_into is None

    def test_of_the_only_request_says_that_there_is_no_other(self, secretary, report, propose, said):
        assert "no other request" in said(secretary.get(address("review-merge", report, propose("a"))))

    def test_the_reference_of_what_was_merged_leads_to_what_stays(self, secretary, owner, report, propose):
        first, second = propose("a", action="collect views"), propose("a", position=1, action="reply")
        for one in (first, second):
            secretary.post(address("confirm", report, one))
        sent = {"other": second.pk, "seen": seen(first), "seen_others": f"{second.pk}.{seen(second)}", "reason": "One."}
        secretary.post(address("review-merge", report, first), sent)
        gone = again(second)
        assert secretary.get(gone.get_absolute_url())["Location"] == again(first).get_absolute_url()
        assert owner.get(gone.get_absolute_url()).status_code == 404, "it is nobody's who may not see the other"


class TestAdd:
    def test_reads_the_words_that_were_marked(self, secretary, report, propose):
        paragraph = propose("a").paragraph
        where = {"words": "invites States to reply by 30 June 2009", "near": str(TEXT.index("invites"))}
        form = secretary.get(address("review-add", report, paragraph), where).context["form"]
        written = {name: form[name].value() for name in ("verb", "addressees", "action", "deadline_kind")}
        assert written == {
            "verb": "invite",
            "addressees": "States",
            "action": "reply by 30 June 2009",
            "deadline_kind": "date",
        }

    def test_begins_empty_without_them(self, secretary, report, propose):
        form = secretary.get(address("review-add", report, propose("a").paragraph)).context["form"]
        assert form["verb"].value() == ""

    def test_makes_a_proposal_and_leads_to_it(self, secretary, report, propose):
        mandate = propose("a")
        new = fields(mandate, verb="invite", addressees="States", action="reply by 30 June 2009")
        response = secretary.post(address("review-add", report, mandate.paragraph), new)
        made = mandate.paragraph.mandates.exclude(pk=mandate.pk).get()
        assert response["Location"].endswith(f"#m{made.pk}")
        assert secretary.post(address("review-add", report, mandate.paragraph), new).status_code == 400
        assert mandate.paragraph.mandates.count() == 2


class TestGoingOn:
    @pytest.mark.parametrize("name", ["confirm", "decline"])
    def test_after_a_proposal_the_next_that_is_left_has_the_focus(self, secretary, report, propose, name):
        first, second, third = propose("a"), propose("b", status="declined"), propose("a", number="5/2")
        response = secretary.post(address(name, report, first), {"reason": "Asks for nothing."})
        assert response["Location"] == f"{page(report)}?decision={third.paragraph.decision_id}#m{third.pk}"
        assert again(second).status == "declined"

    def test_after_the_last_what_was_left_out_before_it(self, secretary, report, propose):
        first, last = propose("a"), propose("b")
        assert secretary.post(address("confirm", report, last))["Location"].endswith(f"#m{first.pk}")

    def test_among_the_doubtful_the_next_is_doubtful(self, secretary, report, propose):
        first, _clear, third = propose("a", doubt=DOUBT), propose("b"), propose("c", doubt=DOUBT)
        response = secretary.post(f"{address('confirm', report, first)}?show=doubtful")
        assert response["Location"] == f"{page(report)}?show=doubtful#m{third.pk}"

    def test_the_page_opens_after_what_this_person_decided_last(self, secretary, as_role, report, propose):
        mine = propose("a", number="5/2")
        rest = propose("b", number="5/2")
        theirs = propose("a", number="5/1")
        propose("b", number="5/1")
        secretary.post(address("confirm", report, mine))
        other = as_role("secretariat")
        other.post(address("confirm", report, theirs))
        assert secretary.get(page(report)).context["begin"] == rest
        assert other.get(page(report)).context["begin"].paragraph.decision.number == "5/1"

    def test_it_tells_who_worked_on_it_since(self, secretary, as_role, report, propose, said):
        mandates = [propose(letter) for letter in "abc"]
        secretary.post(address("confirm", report, mandates[0]))
        assert "others went on" not in said(secretary.get(page(report)))
        other = as_role("secretariat")
        for mandate in mandates[1:]:
            other.post(address("confirm", report, mandate))
        text = said(secretary.get(page(report)))
        assert "others went on:" in text
        assert f"{other.person} (2 proposals, last" in text

    def test_all_clear_ones_of_one_decision(self, secretary, report, propose, said):
        here, there = [propose(letter) for letter in "ab"], propose("a", number="5/2")
        sent = {"decision": here[0].paragraph.decision_id, "seen": " ".join(f"{one.pk}.{seen(one)}" for one in here)}
        correct(again(here[1]), {"verb": "urge"}, by=UserFactory(), seen=seen_of(here[1]))
        response = secretary.post(reverse("mandates:confirm-clear", args=[report.pk]), sent, follow=True)
        assert "1 clear proposal was confirmed. 1 was decided or changed by somebody else" in said(response)
        assert [again(one).status for one in (*here, there)] == ["not_started", "proposed", "proposed"]


FORMS = ["review-edit", "review-split", "review-merge"]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_for_the_secretariat_alone(who_may, report, propose, name):
    mandate = propose("a")
    assert who_may(address(name, report, mandate)) == KEEPS


def test_adding_and_taking_back_are_for_the_secretariat_alone(who_may, report, propose):
    mandate = propose("a")
    assert who_may(address("review-add", report, mandate.paragraph)) == KEEPS
    assert who_may(address("review-take-back", report, mandate), "post") == KEEPS


@pytest.mark.parametrize("name", [*FORMS, "review-take-back"])
def test_a_proposal_of_another_report_is_not_there(secretary, harbour, report, propose, name):
    assert secretary.post(address(name, ReportFactory(body=harbour), propose("a"))).status_code == 404


def test_marks_of_the_text_are_told_in_words(secretary, report, propose, said):
    propose("a", spans={"action": {"label": "(a)", "at": [28, 60]}})
    response = secretary.get(page(report))
    assert "Marked in the text: verb, addressee, action, deadline." in said(response)
    assert '<mark class="action" title="action">' in response.text
