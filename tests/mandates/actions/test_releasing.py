"""What leaves the Secretariat, to whom, and what is taken back by two people."""

import pytest

from mandates.actions.facts import Conflict, Refused
from mandates.actions.releasing import Draft, ask_withdrawal, keep, release, withdraw
from mandates.enums import ChangeKind, Level
from mandates.models import Change, Mandate, Release
from tests.factories import MandateFactory, MembershipFactory, UpdateFactory, UserFactory

pytestmark = pytest.mark.django_db

LINE = "The form went to all parties."
LEVELS = [level for level in Level.values if level != Level.INTERNAL]


def released(secretary, at, **fields):
    [row] = release([Draft(MandateFactory(**fields), LINE)], "delegations", by=secretary, at=at)
    return row


# Releasing ------------------------------
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("line", "status"), [(f" {LINE} ", ""), ("", "in_progress"), (LINE, "in_progress")], ids=["line", "status", "both"]
)
def test_a_line_a_status_or_both_go_out(line, status, level, secretary, at):
    mandate = MandateFactory(status="in_progress")
    update = UpdateFactory(mandate=mandate)
    [row] = release([Draft(mandate, line, status, "fr", update)], level, by=secretary, at=at)
    row = Release.objects.get(pk=row.pk)
    assert (row.text, row.status, row.level, row.language, row.update) == (line.strip(), status, level, "fr", update)
    assert (row.released_by, row.released_at) == (secretary, at)
    change = Change.objects.get()
    assert (change.kind, change.new, change.by) == (ChangeKind.RELEASE, level, secretary)
    assert change.params == {"release": row.pk, "status": status, "text": line.strip()}


@pytest.mark.parametrize("level", ["internal", "", "everybody"])
def test_it_goes_to_somebody(level, secretary, at):
    with pytest.raises(Refused, match="who shall read"):
        release([Draft(MandateFactory(), LINE)], level, by=secretary, at=at)
    assert not Release.objects.exists()


def test_nothing_goes_out_without_a_line_or_a_status(secretary, at):
    with pytest.raises(Refused, match="neither a line nor a status"):
        release([Draft(MandateFactory(), " \n")], "public", by=secretary, at=at)


def test_what_states_are_asked_can_have_a_line(secretary, at):
    assert released(secretary, at, ledger="states").text == LINE


@pytest.mark.parametrize(
    ("meanwhile", "draft"),
    [
        ({"status": "reported_done"}, {"seen_status": "in_progress"}),
        ({"status": "reported_done"}, {"text": LINE, "seen_status": "in_progress"}),
        ({"status": "proposed", "ledger": None}, {"text": LINE}),
        ({"status": "proposed", "ledger": None}, {"seen_status": "proposed"}),
        ({"status": "declined", "ledger": None}, {"seen_status": "declined"}),
    ],
)
def test_what_nobody_looked_at_does_not_go_out(meanwhile, draft, secretary, at):
    fine, changed = MandateFactory(status="in_progress"), MandateFactory(status="in_progress")
    Mandate.objects.filter(pk=changed.pk).update(**meanwhile)
    somebody = UserFactory()
    Change.objects.create(mandate=changed, kind=ChangeKind.STATUS, by=somebody, at=at)
    with pytest.raises(Conflict) as conflict:
        release([Draft(fine, LINE), Draft(changed, **draft)], "public", by=secretary, at=at)
    assert (conflict.value.mandate, conflict.value.change.by) == (changed, somebody)
    assert not Release.objects.exists()
    assert not Change.objects.filter(kind=ChangeKind.RELEASE).exists()


def test_a_line_goes_out_whatever_became_of_the_status(secretary, at):
    mandate = MandateFactory(status="in_progress")
    Mandate.objects.update(status="reported_done")
    assert release([Draft(mandate, LINE)], "public", by=secretary, at=at)


def test_many_go_out_together_or_none(secretary, at):
    drafts = [Draft(MandateFactory(), LINE), Draft(MandateFactory())]
    with pytest.raises(Refused):
        release(drafts, "public", by=secretary, at=at)
    assert not Release.objects.exists()
    assert len(release([drafts[0], Draft(drafts[1].mandate, LINE)], "public", by=secretary, at=at)) == 2


def test_a_correction_is_a_new_release_and_the_first_stays(secretary, at):
    row = released(secretary, at)
    [new] = release([Draft(row.mandate, "Corrected.")], "delegations", by=secretary, at=at)
    assert list(row.mandate.releases.all()) == [new, row]
    assert Release.objects.get(pk=row.pk).text == LINE


def test_what_was_released_awaits_release_no_more(secretary, at, body):
    mandate = MandateFactory(status="in_progress")
    UpdateFactory(mandate=mandate)
    keeper = MembershipFactory(body=mandate.body).user
    assert Mandate.objects.awaiting_release(keeper).exists()
    release([Draft(mandate, LINE, "in_progress")], "bureau", by=keeper, at=at)
    assert not Mandate.objects.awaiting_release(keeper).exists()


# Taking back ------------------------------
def asked(secretary, at, **fields):
    row = released(secretary, at, **fields)
    ask_withdrawal(row, by=secretary, reason=" It was another form. ", at=at)
    return Release.objects.get(pk=row.pk)


def test_one_asks_with_a_reason_and_another_withdraws(secretary, at):
    row, other = asked(secretary, at), UserFactory()
    assert (row.withdrawal_asked_by, row.withdrawal_asked_at) == (secretary, at)
    assert row.withdrawal_reason == "It was another form."
    assert row.withdrawn_at is None  # until then it stands
    withdraw(row, by=other, at=at)
    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawn_at, row.text) == (other, at, LINE)  # a tombstone
    kinds = [(c.kind, c.by, c.reason, c.params["release"]) for c in Change.objects.order_by("pk")[1:]]
    assert kinds == [
        (ChangeKind.WITHDRAWAL_ASKED, secretary, "It was another form.", row.pk),
        (ChangeKind.WITHDRAWAL, other, "It was another form.", row.pk),
    ]


def test_asking_needs_a_reason(secretary, at):
    row = released(secretary, at)
    with pytest.raises(Refused, match="Say why"):
        ask_withdrawal(row, by=secretary, reason=" ", at=at)
    row.refresh_from_db()
    assert row.withdrawal_asked_by is None


def test_nobody_withdraws_what_nobody_asked_for_or_what_they_asked_for(secretary, at):
    row = released(secretary, at)
    with pytest.raises(Refused, match="Nobody has asked"):
        withdraw(row, by=secretary, at=at)
    ask_withdrawal(row, by=secretary, reason="Wrong.", at=at)
    row.refresh_from_db()
    with pytest.raises(Refused, match="a second person"):
        withdraw(row, by=secretary, at=at)
    assert Release.objects.in_force().exists()


def test_asking_twice_and_withdrawing_twice_tell_who_was_first(secretary, at):
    row, other = asked(secretary, at), UserFactory()
    with pytest.raises(Conflict) as conflict:
        ask_withdrawal(row, by=other, reason="Wrong.", at=at)
    assert (conflict.value.change.kind, conflict.value.change.by) == (ChangeKind.WITHDRAWAL_ASKED, secretary)
    withdraw(row, by=other, at=at)
    with pytest.raises(Conflict) as conflict:
        withdraw(row, by=UserFactory(), at=at)
    assert (conflict.value.change.kind, conflict.value.change.by) == (ChangeKind.WITHDRAWAL, other)


def test_what_was_kept_meanwhile_is_not_withdrawn(secretary, at):
    """One person alone would have taken it back: who asked no longer does."""
    row = asked(secretary, at)
    keep(Release.objects.get(), by=UserFactory(), at=at)
    with pytest.raises(Conflict):
        withdraw(row, by=UserFactory(), at=at)
    assert Release.objects.in_force().exists()


def test_who_kept_it_and_asks_anew_does_not_grant_it_on_an_old_page(secretary, at):
    row, other = asked(secretary, at), UserFactory()
    keep(Release.objects.get(), by=other, at=at)
    ask_withdrawal(Release.objects.get(), by=other, reason="It was another form after all.", at=at)
    with pytest.raises(Conflict):
        withdraw(row, by=other, at=at)
    assert Release.objects.in_force().exists()


def test_a_release_can_be_kept_and_asked_for_again(secretary, at):
    row, other = asked(secretary, at), UserFactory()
    keep(row, by=other, at=at)
    row.refresh_from_db()
    assert (row.withdrawal_asked_by, row.withdrawal_reason, row.withdrawn_at) == (None, "", None)
    change = Change.objects.first()
    assert (change.by, change.params) == (other, {"release": row.pk, "kept": True})
    with pytest.raises(Conflict):
        keep(row, by=other, at=at)
    ask_withdrawal(row, by=other, reason="Wrong.", at=at)
    withdraw(Release.objects.get(), by=secretary, at=at)
    with pytest.raises(Conflict):
        keep(Release.objects.get(), by=other, at=at)
