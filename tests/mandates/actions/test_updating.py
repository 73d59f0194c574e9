"""What people write about a mandate, and what proves it."""

import datetime as dt
import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mandates.actions.facts import Refused
from mandates.actions.updating import add_evidence, add_update
from mandates.enums import ChangeKind
from mandates.models import Change, Evidence, Mandate
from tests.factories import MandateFactory
from tests.mandates.packed import OFFICE

pytestmark = pytest.mark.django_db

ON = dt.date(2008, 12, 1)
PDF, ZIP, PNG, JPEG = b"%PDF-1.4 text", OFFICE, b"\x89PNG\r\n\x1a\nrest", b"\xff\xd8\xffrest"


def again(mandate):
    return Mandate.objects.get(pk=mandate.pk)


def test_an_update_stands_on_the_mandate_internal(secretary, at):
    mandate = MandateFactory(touched_on=dt.date(2008, 1, 1))
    update = add_update(mandate, "  The form is with the printer. ", by=secretary, language="fr", at=at)
    assert (update.text, update.by, update.at, update.language) == (
        "The form is with the printer.", secretary, at, "fr",
    )  # fmt: skip
    fresh = again(mandate)
    assert "printer" in fresh.search_internal
    assert "printer" not in fresh.search_released
    assert (fresh.touched_on, fresh.quiet_until) == (ON, ON + dt.timedelta(days=7))
    change = Change.objects.get()
    assert (change.kind, change.new, change.by) == (ChangeKind.UPDATE, str(update.pk), secretary)


def test_an_empty_update_is_refused(secretary, at):
    with pytest.raises(Refused, match="Write what"):
        add_update(MandateFactory(), " \n", by=secretary, at=at)
    assert not Change.objects.exists()


def test_a_search_outside_finds_the_name_the_adopted_words_and_the_addressees(secretary, at):
    mandate = MandateFactory(
        reference="3-1-i-1",
        short_title="Ladders",
        addressees=["Harbour Office"],
        paragraph__text="Requested the Office to count the ladders;",
    )
    add_update(mandate, "Said inside.", by=secretary, at=at)
    fresh = again(mandate)
    for word in ("3-1-i-1", "Harbour Office", "count the ladders", mandate.paragraph.decision.title):
        assert word in fresh.search_released
        assert word in fresh.search_internal
    assert "Ladders" in fresh.search_internal
    assert "Ladders" not in fresh.search_released


def test_an_update_plans_the_next_reminder_from_the_days_that_hold_now(secretary, at):
    """Somebody else moved the target after this person had opened the page."""
    mandate = MandateFactory(target_on=dt.date(2009, 3, 1))
    opened_before = again(mandate)
    Mandate.objects.update(target_on=dt.date(2009, 6, 1))
    add_update(opened_before, "On its way.", by=secretary, at=at)
    assert again(mandate).next_notice_on == dt.date(2009, 5, 2)
    assert again(mandate).target_on == dt.date(2009, 6, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.pdf", PDF),
        ("minutes.docx", ZIP),
        ("figures.XLSX", ZIP),
        ("sheet.ods", ZIP),
        ("quay.png", PNG),
        ("quay.jpg", JPEG),
        ("quay.jpeg", JPEG),
        ("minutes.txt", b"Minutes"),
        ("figures.csv", "Häfen;7".encode()),
    ],
)
def test_a_file_that_is_what_its_name_says_is_kept(name, content, secretary, at):
    mandate = MandateFactory()
    evidence = add_evidence(mandate, by=secretary, file=SimpleUploadedFile(name, content), title="Minutes", at=at)
    fresh = Evidence.objects.get()
    assert fresh.file.read() == content
    assert fresh.original_name == name
    assert fresh.sha256 == hashlib.sha256(content).hexdigest()
    assert name.rpartition(".")[0] not in fresh.file.name  # a random name tells nobody what it is
    assert fresh.file.name.endswith(name[name.rindex(".") :].lower())
    change = Change.objects.get()
    assert (change.kind, change.new, change.params) == (ChangeKind.EVIDENCE, str(evidence.pk), {"what": "Minutes"})


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("minutes.pdf", b"", "empty"),
        ("minutes.pdf", b"MZ\x90\x00", "not what its name says"),
        ("minutes.pdf", ZIP, "not what its name says"),
        ("minutes.docx", PDF, "not what its name says"),
        ("minutes.txt", b"MZ\x90\x00", "not what its name says"),
        ("minutes.txt", PDF, "not what its name says"),
        ("page.html", b"<html>", "not what its name says"),
        ("page.svg", b"<svg>", "not what its name says"),
        ("run.exe", PDF, "not what its name says"),
        ("minutes", PDF, "not what its name says"),
    ],
)
def test_any_other_file_is_refused(name, content, sentence, secretary, at):
    with pytest.raises(Refused, match=sentence):
        add_evidence(MandateFactory(), by=secretary, file=SimpleUploadedFile(name, content), at=at)
    assert not Evidence.objects.exists()
    assert not Change.objects.exists()


@pytest.mark.parametrize(("size", "is_kept"), [(2**20, True), (2**20 + 1, False)])
def test_a_file_is_as_large_as_is_allowed(size, is_kept, secretary, at, settings):
    settings.EVIDENCE_MAX_BYTES = 2**20
    file = SimpleUploadedFile("minutes.txt", b"x" * size)
    file.size = 3  # as the sender says
    if is_kept:
        add_evidence(MandateFactory(), by=secretary, file=file, at=at)
    else:
        with pytest.raises(Refused, match="larger than 1 MB"):
            add_evidence(MandateFactory(), by=secretary, file=file, at=at)
    assert Evidence.objects.exists() is is_kept


def test_two_files_of_one_name_lie_apart(secretary, at):
    mandate = MandateFactory()
    for content in (b"first", b"second"):
        add_evidence(mandate, by=secretary, file=SimpleUploadedFile("minutes.txt", content), at=at)
    assert {evidence.file.read() for evidence in mandate.evidence.all()} == {b"first", b"second"}


def test_a_symbol_and_a_link_are_kept_as_such(secretary, at):
    mandate = MandateFactory()
    symbol = add_evidence(mandate, by=secretary, symbol=" HARB/4/2 ", at=at)
    link = add_evidence(mandate, by=secretary, url="https://office.example/minutes", at=at)
    assert (symbol.kind, symbol.symbol) == ("symbol", "HARB/4/2")
    assert (link.kind, link.url) == ("link", "https://office.example/minutes")


def test_evidence_of_nothing_is_refused(secretary, at):
    with pytest.raises(Refused, match="Give the symbol"):
        add_evidence(MandateFactory(), by=secretary, symbol=" ", title="Minutes", at=at)
    assert not Change.objects.exists()


def test_a_step_that_no_run_has_told_yet_stays_planned(secretary, at):
    """No run for some days: whatever is done with the mandate meanwhile, the next run finds it."""
    missed = ON - dt.timedelta(days=2)
    mandate = MandateFactory(target_on=missed + dt.timedelta(days=14), next_notice_on=missed)
    add_evidence(mandate, by=secretary, symbol="HARB/4/2", at=at)
    assert again(mandate).next_notice_on == missed
