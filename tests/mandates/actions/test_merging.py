"""Two requests that are one become one; its reference is that of the one that stays, and the other's leads there."""

import pytest

from mandates.actions.correcting import correct, reading_of, seen_of
from mandates.actions.facts import Conflict, Refused
from mandates.actions.merging import merge, take_back
from mandates.actions.reviewing import confirm, decline, propose_again
from mandates.actions.status import change_status
from mandates.models import Mandate
from tests.factories import ParagraphFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = "Requests the Secretariat to collect views, and to publish them by 30 June 2009;"


def at_words(words):
    return {"action": {"label": "(i)", "at": [TEXT.index(words), TEXT.index(words) + len(words)]}}


@pytest.fixture
def paragraph(decision):
    return ParagraphFactory(decision=decision, label="(i)", path="i", text=TEXT)


@pytest.fixture
def pair(paragraph, proposal):
    later = "publish them by 30 June 2009"
    ongoing = {"deadline_kind": "ongoing", "deadline_text": "by 30 June 2009", "funding": "existing"}
    return (
        proposal(paragraph, action="collect views", spans=at_words("collect views"), position=0),
        proposal(paragraph, action=later, spans=at_words(later), position=1, addressees=["States"], **ongoing),
    )


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


def join(one, other, by, at, **more):
    one, other = again(one), again(other)
    return merge(one, other, by=by, at=at, **{"seen": seen_of(one), "other_seen": seen_of(other), **more})


def test_one_asks_what_both_asked_of_all_whom_they_asked(pair, secretary, at):
    one = again(join(*pair, secretary, at))
    assert one == pair[0]
    assert one.action == "collect views, and to publish them by 30 June 2009"
    assert [addressee.name for addressee in one.addressees.all()] == ["Secretariat", "States"]
    assert (one.deadline_kind, one.funding) == ("ongoing", "existing")


def test_the_first_stays_whichever_was_meant(pair, secretary, at):
    first, second = pair
    assert join(second, first, secretary, at) == first
    assert (again(second).status, again(second).merged_into) == ("declined", first)


def test_words_that_are_printed_nowhere_follow_one_another(paragraph, proposal, secretary, at):
    one, other = proposal(paragraph, action="gather opinions"), proposal(paragraph, action="print them", position=1)
    assert again(join(one, other, secretary, at)).action == "gather opinions; print them"


def test_a_confirmed_one_stays_with_its_reference(pair, secretary, at):
    first, second = pair
    confirm(again(second), by=secretary, at=at)
    stays = again(join(first, second, secretary, at, reason="One request."))
    assert (stays, stays.reference) == (second, "3-1-i-1")
    assert again(first).merged_into == second


def test_of_two_confirmed_the_reference_of_the_second_leads_to_the_first(pair, secretary, at):
    for one in pair:
        confirm(again(one), by=secretary, at=at)
    join(*pair, secretary, at, reason="One request.")
    gone = again(pair[1])
    assert (gone.reference, gone.merged_into, gone.ledger) == ("3-1-i-2", pair[0], None)


def test_of_a_confirmed_one_the_reason_is_said(pair, secretary, at):
    confirm(again(pair[0]), by=secretary, at=at)
    with pytest.raises(Refused, match="Say why"):
        join(*pair, secretary, at)
    assert again(pair[1]).status == "proposed"


def test_what_has_begun_does_not_vanish_in_another(pair, secretary, at):
    first, second = pair
    for one in pair:
        confirm(again(one), by=secretary, ledger="secretariat", at=at)
    change_status(again(second), "start", by=secretary, at=at)
    with pytest.raises(Refused, match="begun"):
        join(first, second, secretary, at, reason="One request.")
    assert (again(first).action, again(second).status) == ("collect views", "in_progress")


def test_only_requests_of_one_paragraph_are_merged(pair, proposal, secretary, at):
    elsewhere = proposal(label="(k)")
    for other in (elsewhere, pair[0]):
        with pytest.raises(Refused, match="same paragraph"):
            join(pair[0], other, secretary, at)


def test_what_was_declined_or_merged_is_not_merged_again(pair, secretary, at):
    join(*pair, secretary, at)
    with pytest.raises(Refused, match="again first"):
        join(*pair, secretary, at)


@pytest.mark.parametrize("changed", [0, 1])
def test_who_merges_what_another_changed_since_is_told(pair, secretary, at, changed):
    seen = [seen_of(one) for one in pair]
    correct(again(pair[changed]), {"verb": "urge"}, by=UserFactory(), seen=seen[changed], at=at)
    with pytest.raises(Conflict):
        join(*pair, secretary, at, seen=seen[0], other_seen=seen[1])
    assert again(pair[1]).merged_into is None


def test_what_was_merged_is_no_proposal_again_by_itself(pair, secretary, at):
    join(*pair, secretary, at)
    with pytest.raises(Conflict):
        propose_again(again(pair[1]), by=secretary, at=at)


@pytest.mark.parametrize("which", [0, 1])
def test_a_merger_is_taken_back_from_either(pair, secretary, at, which):
    before = [reading_of(again(one)) for one in pair]
    join(*pair, secretary, at)
    one = again(pair[which])
    take_back(one, by=secretary, seen=seen_of(one), at=at)
    assert [reading_of(again(each)) for each in pair] == before
    assert (again(pair[1]).status, again(pair[1]).merged_into) == ("proposed", None)


def test_a_merger_of_mandates_is_taken_back_and_the_second_keeps_its_number(pair, secretary, at):
    for one in pair:
        confirm(again(one), by=secretary, at=at)
    join(*pair, secretary, at, reason="One request.")
    take_back(again(pair[0]), by=secretary, seen=seen_of(again(pair[0])), at=at)
    assert again(pair[1]).status == "proposed"
    confirm(again(pair[1]), by=secretary, at=at)
    assert again(pair[1]).reference == "3-1-i-2"


def test_a_merger_is_not_taken_back_over_an_edit(pair, secretary, at):
    join(*pair, secretary, at)
    correct(again(pair[0]), {"verb": "urge"}, by=secretary, seen=seen_of(again(pair[0])), at=at)
    with pytest.raises(Refused, match="corrected since"):
        take_back(again(pair[1]), by=secretary, seen=seen_of(again(pair[1])), at=at)


def test_what_was_merged_cannot_be_declined(pair, secretary, at):
    join(*pair, secretary, at)
    with pytest.raises(Conflict):
        decline(again(pair[1]), by=secretary, reason="Asks for nothing.", at=at)
