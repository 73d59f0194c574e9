"""What people fill in about mandates: what a form asks for follows from the table and from what is there."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ctoctrack.accounts.models import Unit
from mandates.forms.evidence import EvidenceForm
from mandates.forms.keeping import AssignForm, WaitingForm
from mandates.forms.release import LevelForm, ReleaseRowForm
from mandates.forms.session import SessionForm
from mandates.forms.status import TransitionForm
from mandates.transitions import BY_NAME, TRANSITIONS
from sessions.models import Body
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    GroupFactory,
    MandateFactory,
    ParagraphFactory,
    SessionFactory,
    UnitMembershipFactory,
    UserFactory,
)
from tests.mandates.packed import OFFICE

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)


@pytest.fixture
def mandate():
    decision = DecisionFactory(body=BodyFactory(slug="harbour"), number="3/1")
    return MandateFactory(paragraph=ParagraphFactory(decision=decision, label="(b)", path="b"))


class TestTransitionForm:
    @pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda transition: transition.name)
    def test_asks_for_what_the_table_needs_and_for_nothing_else(self, mandate, transition):
        fields = {
            "reason": {"words"},
            "outcome": {"words"},
            "note": {"words"},
            "left": {"words"},
            "evidence": {"symbol", "file"},
            "authority": {"authority"},
        }
        expected = {"was"}.union(*(fields[need] for need in transition.needs))
        form = TransitionForm(mandate=mandate, transition=transition)
        assert set(form.fields) == expected
        assert form["was"].value() == "not_started"

    def test_two_of_them_on_a_page_share_no_id(self, mandate):
        ids = [
            TransitionForm(mandate=mandate, transition=BY_NAME[name])["words"].id_for_label
            for name in ("stop", "lapse")
        ]
        assert len(set(ids)) == 2

    def authority(self, mandate, cited):
        form = TransitionForm({"authority": cited}, mandate=mandate, transition=BY_NAME["supersede"])
        return form.cleaned_data["authority"] if form.is_valid() else None

    @pytest.mark.parametrize("cited", ["4/1 (c)", " 4/1  (c) ", "4-1 (c)", "4/1 (C)"])
    def test_finds_the_paragraph_as_people_cite_it(self, mandate, cited):
        later = ParagraphFactory(decision=DecisionFactory(body=mandate.body, number="4/1"), label="(c)", path="c")
        assert self.authority(mandate, cited) == later

    def test_finds_it_among_the_decisions_of_the_conferences_groups_too(self, mandate):
        decision = DecisionFactory(body=GroupFactory(parent=mandate.body), number="P/1")
        later = ParagraphFactory(decision=decision, label="(c)", path="c")
        assert self.authority(mandate, "P/1 (c)") == later

    def test_takes_neither_its_own_decision_nor_one_of_another_body(self, mandate):
        ParagraphFactory(decision=mandate.paragraph.decision, label="(c)", path="c")
        ParagraphFactory(decision=DecisionFactory(number="4/1"), label="(c)", path="c")
        assert self.authority(mandate, "3/1 (c)") is None
        assert self.authority(mandate, "4/1 (c)") is None


class TestEvidenceForm:
    @pytest.mark.parametrize(
        ("data", "wrong"),
        [
            ({"symbol": "HARB/2008/7"}, set()),
            ({"url": "https://harbour.example/"}, set()),
            ({"url": "harbour.example"}, set()),
            ({}, {"symbol"}),
            ({"title": "A handbook"}, {"symbol"}),
            ({"url": "javascript:alert(1)"}, {"url"}),
            ({"symbol": "x" * 81}, {"symbol"}),
        ],
    )
    def test_takes_a_symbol_or_a_link(self, data, wrong):
        assert set(EvidenceForm(data).errors) == wrong

    @pytest.mark.parametrize(
        ("name", "content", "is_good"),
        [
            ("a.pdf", b"%PDF-1.7", True),
            ("a.docx", OFFICE, True),
            ("a.png", b"\x89PNG\r\n\x1a\n", True),
            ("a.txt", b"plain", True),
            ("a.txt", b"bin\x00ary", False),
            ("a.pdf", OFFICE, False),
            ("a.svg", b"<svg onload=alert(1)>", False),
            ("a", b"%PDF-1.7", False),
        ],
    )
    def test_takes_a_file_by_what_it_is(self, name, content, is_good):
        form = EvidenceForm({}, {"file": SimpleUploadedFile(name, content)})
        assert form.is_valid() == is_good
        if is_good:
            assert form.cleaned_data["file"].read() == content, "what was looked at can still be read"


class TestAssignForm:
    def form(self, mandate, units=None, **data):
        return AssignForm(data or None, mandate=mandate, on=ON, units=Unit.objects.all() if units is None else units)

    def choices(self, form):
        return {
            key
            for value, label in form.fields["owner"].choices
            for key in ([value] if isinstance(label, str) else [pair[0] for pair in label])
        }

    def test_offers_the_people_who_work_in_the_units_that_day(self, mandate):
        here = UnitMembershipFactory()
        gone = UnitMembershipFactory(unit=here.unit, until=dt.date(2008, 6, 30))
        inactive = UnitMembershipFactory(unit=here.unit, user__is_active=False)
        choices = self.choices(self.form(mandate))
        assert f"{here.user_id}-{here.unit_id}" in choices
        assert f"{gone.user_id}-{gone.unit_id}" not in choices
        assert f"{inactive.user_id}-{inactive.unit_id}" not in choices

    def test_a_person_in_two_units_is_two_choices(self, mandate):
        first = UnitMembershipFactory()
        second = UnitMembershipFactory(user=first.user)
        form = self.form(mandate, owner=f"{second.user_id}-{second.unit_id}")
        assert form.is_valid()
        assert form.cleaned_data["owner"] == (second.user, second.unit)

    def test_nobody_is_a_choice_and_nothing_is_none(self, mandate):
        assert self.form(mandate, owner="-").is_valid()
        assert not self.form(mandate, was="").is_valid()

    def test_whoever_is_there_now_can_stay(self, mandate):
        mandate.owner = UserFactory()
        mandate.save()
        helper = UserFactory()
        mandate.contributors.create(user=helper)
        form = self.form(mandate, Unit.objects.none())
        again = self.form(
            mandate, Unit.objects.none(), owner=form["owner"].value(), contributors=form["contributors"].value()
        )
        assert again.is_valid()
        assert again.cleaned_data["owner"] == (mandate.owner, None)
        assert list(again.cleaned_data["contributors"]) == [helper]


class TestWaitingForm:
    @pytest.mark.parametrize(
        ("data", "says_resources", "wrong"),
        [
            ({"waiting_for": "replies"}, False, set()),
            ({"waiting_for": ""}, False, set()),
            ({"waiting_for": "resources"}, False, {"waiting_for"}),
            ({"waiting_for": "resources"}, True, {"basis"}),
            ({"waiting_for": "resources", "basis": "last clause"}, True, set()),
            ({"waiting_for": "luck"}, True, {"waiting_for"}),
        ],
    )
    def test_resources_are_the_secretariats_to_say_on_a_basis(self, mandate, data, says_resources, wrong):
        form = WaitingForm(data, mandate=mandate, says_resources=says_resources)
        assert set(form.errors) == wrong


class TestRelease:
    @pytest.mark.parametrize(
        ("data", "wrong"),
        [
            ({"line": "Done.", "chosen": "on"}, set()),
            ({"with_status": "on", "chosen": "on"}, set()),
            ({"line": " ", "chosen": "on"}, {"line"}),
            ({"line": ""}, set()),
            ({"line": "Done.", "chosen": "on", "seen_status": "nonsense"}, {"seen_status"}),
        ],
    )
    def test_what_is_chosen_says_something(self, data, wrong):
        assert set(ReleaseRowForm(data).errors) == wrong

    def test_nobody_releases_to_the_inside(self):
        assert LevelForm({"level": "public"}).is_valid()
        assert not LevelForm({"level": "internal"}).is_valid()


class TestSessionForm:
    def saved(self, body, **data):
        form = SessionForm({"body": body.pk, "kind": "meeting", **data}, bodies=Body.objects.all())
        assert form.is_valid(), form.errors
        return form.save()

    def test_gives_an_address_of_body_and_number_or_name(self):
        body = BodyFactory(slug="harbour")
        assert self.saved(body, ordinal=2).slug == "harbour-2"
        assert self.saved(body, name="Experts' meeting").slug == "harbour-experts-meeting"
        assert self.saved(body, kind="ordinary", ordinal=4, part="resumed").slug == "harbour-4-resumed"

    def test_gives_the_next_that_is_free(self):
        body = BodyFactory(slug="harbour")
        for slug in ("harbour-2", "harbour-2-2"):
            SessionFactory(body=body, slug=slug, kind="extraordinary", ordinal=len(slug))
        assert self.saved(body, ordinal=2).slug == "harbour-2-3"

    def test_gives_one_where_the_name_has_no_letter_for_an_address(self):
        assert self.saved(BodyFactory(slug="harbour"), name="会议").slug == "harbour"
