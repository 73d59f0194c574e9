"""What the database itself refuses, and what a mandate says of itself."""

import datetime as dt
from itertools import product

import pytest
from django.db import IntegrityError, transaction

from mandates.enums import UNCONFIRMED, Ledger, Status
from mandates.models import Addressee, Change, Evidence, Mandate, Milestone, Party, Release, Update
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    MandateFactory,
    ParagraphFactory,
    ReleaseFactory,
    UpdateFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

AT = dt.datetime(2008, 12, 1, 9, 30, tzinfo=dt.UTC)


def is_refused(do):
    try:
        with transaction.atomic():
            do()
    except IntegrityError:
        return True
    return False


# Constraints ------------------------------
def fits(ledger, status):
    """States have a null status; a proposal has no ledger; everything else has both."""
    if ledger is None:
        return status in UNCONFIRMED
    return status is None if ledger == Ledger.STATES else status is not None and status not in UNCONFIRMED


@pytest.mark.parametrize(
    ("ledger", "status"),
    list(product([None, *Ledger], [None, *Status])),
    ids=str,
)
def test_ledger_and_status_go_together(ledger, status):
    mandate = MandateFactory()
    refused = is_refused(lambda: Mandate.objects.filter(pk=mandate.pk).update(ledger=ledger, status=status))
    assert refused is not fits(ledger, status)


@pytest.mark.parametrize("missing", ["reference", "number", "confirmed_on"])
def test_a_confirmed_mandate_has_reference_number_and_day(missing):
    MandateFactory()
    assert is_refused(lambda: Mandate.objects.update(**{missing: None}))


def test_a_reference_is_unique_in_its_body():
    mandate = MandateFactory(reference="3-1-i-1")
    assert not is_refused(lambda: MandateFactory(reference="3-1-i-1"))
    other = MandateFactory(paragraph=ParagraphFactory(decision=mandate.paragraph.decision))
    assert is_refused(lambda: Mandate.objects.filter(pk=other.pk).update(reference="3-1-i-1"))


def test_a_number_is_unique_in_its_paragraph():
    mandate = MandateFactory()
    assert is_refused(lambda: MandateFactory(paragraph=mandate.paragraph, number=mandate.number, reference="other"))


def test_what_waits_has_a_day_since_when():
    MandateFactory()
    assert is_refused(lambda: Mandate.objects.update(waiting_for="replies"))
    assert not is_refused(lambda: Mandate.objects.update(waiting_for="replies", waiting_since=AT.date()))


def test_somebody_contributes_once():
    mandate, person = MandateFactory(), UserFactory()
    mandate.contributors.create(user=person)
    assert is_refused(lambda: mandate.contributors.create(user=person))


def test_a_name_stands_once_in_a_body_whatever_its_case():
    body = BodyFactory()
    Party.objects.create(body=body, name="Office", ledger="secretariat")
    assert is_refused(lambda: Party.objects.create(body=body, name="OFFICE", ledger="states"))
    assert not is_refused(lambda: Party.objects.create(body=BodyFactory(), name="Office", ledger="states"))


def test_addressees_stand_in_their_order():
    mandate = MandateFactory(addressees=["States", "Secretariat"])
    assert [str(addressee) for addressee in mandate.addressees.all()] == ["States", "Secretariat"]
    assert is_refused(lambda: Addressee.objects.create(mandate=mandate, position=1, name="Conference"))


def test_a_release_says_something():
    assert is_refused(lambda: ReleaseFactory(text="", status=""))


@pytest.mark.parametrize("named", [{}, {"withdrawn_by"}, {"withdrawal_asked_by"}])
def test_a_withdrawal_names_whoever_asked_and_whoever_granted_it(named):
    person = UserFactory()
    rows = Release.objects.filter(pk=ReleaseFactory().pk)
    assert is_refused(lambda: rows.update(withdrawn_at=AT, **dict.fromkeys(named, person)))


def test_a_withdrawal_takes_two_people():
    row, person = ReleaseFactory(), UserFactory()
    rows = Release.objects.filter(pk=row.pk)
    rows.update(withdrawal_asked_by=person)
    assert is_refused(lambda: rows.update(withdrawn_by=person, withdrawn_at=AT))
    assert not is_refused(lambda: rows.update(withdrawn_by=UserFactory(), withdrawn_at=AT))


@pytest.mark.parametrize("kind", ["symbol", "file", "link"])
def test_evidence_is_what_its_kind_says(kind):
    row = {"mandate": MandateFactory(), "by": UserFactory(), "at": AT}
    full = {"symbol": {"symbol": "HARB/4/2"}, "file": {"file": "evidence/x"}, "link": {"url": "https://office.example"}}
    for other, fields in full.items():
        refused = is_refused(lambda fields=fields: Evidence.objects.create(kind=kind, **row, **fields))
        assert refused is (other != kind)


def test_a_milestone_is_of_a_mandate_or_of_a_document():
    assert is_refused(lambda: Milestone.objects.create(kind="other"))
    assert not is_refused(lambda: Milestone.objects.create(kind="other", mandate=MandateFactory()))


# Facts are only appended ------------------------------
@pytest.mark.parametrize(
    "make",
    [
        lambda: Change.objects.create(mandate=MandateFactory(), kind="status", at=AT),
        lambda: UpdateFactory(),
        lambda: Evidence.objects.create(
            mandate=MandateFactory(), kind="symbol", symbol="HARB/4/2", by=UserFactory(), at=AT
        ),
    ],
    ids=["change", "update", "evidence"],
)
def test_a_fact_is_written_once(make):
    fact = make()
    with pytest.raises(TypeError, match="append-only"):
        fact.save()
    with pytest.raises(TypeError, match="append-only"):
        fact.delete()
    assert type(fact).objects.filter(pk=fact.pk).exists()


def test_the_latest_fact_comes_first():
    mandate = MandateFactory()
    first = UpdateFactory(mandate=mandate, at=AT)
    second = UpdateFactory(mandate=mandate, at=AT)
    older = UpdateFactory(mandate=mandate, at=AT - dt.timedelta(days=1))
    assert list(Update.objects.all()) == [second, first, older]


# What a mandate says of itself ------------------------------
def test_a_mandate_is_cited_by_decision_label_and_number():
    decision = DecisionFactory(number="4/1")
    paragraph = ParagraphFactory(decision=decision, label="(i)")
    first, second = MandateFactory(paragraph=paragraph), MandateFactory(paragraph=paragraph)
    assert str(first) == "4/1 (i)"
    assert str(second).startswith("4/1 (i)")
    assert str(second).endswith("2")


def test_the_line_is_cut_from_the_words_of_the_paragraph():
    assert Mandate(action="report to the Conference").line == "Report to the Conference"
    long = Mandate(action="collect " + "forms " * 60).line
    assert len(long) <= 140
    assert long.endswith("…")


@pytest.mark.parametrize(
    ("target", "due", "first"),
    [(None, None, None), (3, None, 3), (None, 5, 5), (3, 5, 3), (5, 3, 3)],
)
def test_the_next_day_is_the_earlier_of_both(target, due, first):
    def day(number):
        return number and dt.date(2009, 3, number)

    assert Mandate(target_on=day(target), due_on=day(due)).next_day == day(first)


def test_the_rule_of_the_text_is_told_in_the_words_of_the_calendar():
    mandate = Mandate(deadline_kind="session", deadline_ordinal=5, deadline_relation="before", deadline_offset="-P6W")
    assert mandate.deadline_rule() == {
        "kind": "session",
        "date": None,
        "start": None,
        "session": 5,
        "part": "",
        "relation": "before",
        "offset": "-P6W",
        "every": "",
    }
