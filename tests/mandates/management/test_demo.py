"""The demonstration: two conferences on 1 December 2008, read by the real reader and written by the real actions."""

import datetime as dt
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from ctoctrack.accounts.models import User
from ctoctrack.lib import dates
from ctoctrack.lib.lock import hold
from mandates.demonstration import people, signins
from mandates.demonstration.load import load
from mandates.enums import ChangeKind, Level, Status
from mandates.models import Change, Mandate, Release, Update
from mandates.models.notices import Message
from mandates.notices import deliver, runs
from sessions.enums import ReportState
from sessions.models import Body, Report

ROOT = Path(__file__).resolve().parents[3]
DAY = dt.date(2008, 12, 1)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration in the database, once for all tests of this file; its folder."""
    var = tmp_path_factory.mktemp("var")
    changed = override_settings(MODE="demonstration", DEMONSTRATION_DAY=DAY, VAR_DIR=var, MEDIA_ROOT=var / "files")
    with changed, django_db_blocker.unblock(), transaction.atomic():
        load()
        runs.run(DAY)
        deliver.drain()
        yield var
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(loaded, db, settings):
    settings.MODE, settings.DEMONSTRATION_DAY, settings.VAR_DIR = "demonstration", DAY, loaded
    settings.MEDIA_ROOT = loaded / "files"
    settings.EMAIL_FILE_PATH = loaded / "mail"
    signins.path().unlink(missing_ok=True)  # the passwords of the test before are rolled back
    return loaded


def mandates(slug):
    return Mandate.objects.filter(body__slug=slug)


# The UNTOC Conference -----------------------------------------------------------------------------------------------


def test_conference_stands_as_it_stood_that_day(demonstration):
    found = mandates("ctoc-cop")
    assert found.count() >= 70
    assert set(found.values_list("status", flat=True)) == {None, Status.NOT_STARTED, Status.TOOK_EFFECT}


def test_nothing_is_invented_about_its_progress(demonstration):
    assert not Update.objects.filter(mandate__body__slug="ctoc-cop").exists()
    assert not Release.objects.filter(mandate__body__slug="ctoc-cop").exists()
    assert not mandates("ctoc-cop").exclude(waiting_for="").exists()
    kinds = set(Change.objects.filter(mandate__body__slug="ctoc-cop").values_list("kind", flat=True))
    assert kinds == {ChangeKind.CONFIRMED, ChangeKind.OWNER}


def test_every_open_one_has_an_owner_and_what_states_are_asked_has_none(demonstration):
    assert not mandates("ctoc-cop").unassigned().exists()
    assert not Mandate.objects.asked_of_states().exclude(owner=None).exists()


def test_decisions_stand_with_their_groups(demonstration):
    followed = dict(Body.objects.get(slug="ctoc-cop").decisions.values_list("number", "group__slug"))
    assert followed == {
        "4/1": "review-mechanisms",
        "4/2": "international-cooperation",
        "4/3": "technical-assistance",
        "4/4": "trafficking-in-persons",
        "4/5": None,
        "4/6": None,
        "4/7": None,
        "4/8": None,
    }


def test_its_sessions_have_the_days_that_they_had(demonstration):
    body = Body.objects.get(slug="ctoc-cop")
    days = {s.ordinal: (s.starts_on, s.ends_on, s.place) for s in body.sessions.all()}
    assert days == {
        4: (dt.date(2008, 10, 8), dt.date(2008, 10, 17), "Vienna"),
        5: (dt.date(2010, 10, 18), dt.date(2010, 10, 22), "Vienna"),
        6: (dt.date(2012, 10, 15), dt.date(2012, 10, 19), "Vienna"),
    }


def test_it_is_said_to_be_a_restatement(demonstration):
    assert "not the adopted text" in Body.objects.get(slug="ctoc-cop").notice


# The Conference on Harbour Safety -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status",
    [
        Status.PROPOSED,
        Status.DECLINED,
        Status.TOOK_EFFECT,
        Status.NOT_STARTED,
        Status.IN_PROGRESS,
        Status.CONTINUING,
        Status.REPORTED_DONE,
        Status.PARTLY_IMPLEMENTED,
        Status.IMPLEMENTED,
    ],
)
def test_harbour_conference_has_some_of_each_status(demonstration, status):
    assert mandates("harbour-cop").filter(status=status).exists()


@pytest.mark.parametrize("waiting_for", ["replies", "resources", "clearance"])
def test_some_wait_for_something(demonstration, waiting_for):
    assert mandates("harbour-cop").filter(waiting_for=waiting_for).exists()


def test_some_are_late_overdue_due_soon_stale_and_unassigned(demonstration):
    found = mandates("harbour-cop")
    assert found.late(DAY).filter(waiting_for="").exists()
    assert found.overdue(DAY).exists()
    assert found.due_soon(DAY).exists()
    assert found.stale(DAY).exists()
    assert found.unassigned().exists()


def test_some_is_verified_by_a_second_person(demonstration):
    done = mandates("harbour-cop").filter(status=Status.IMPLEMENTED)
    assert all(mandate.is_verified_independently for mandate in done)
    assert all(mandate.evidence.exists() for mandate in done)


@pytest.mark.parametrize("level", [Level.BUREAU, Level.DELEGATIONS, Level.PUBLIC])
def test_something_is_released_to_each_level(demonstration, level):
    assert Release.objects.in_force().filter(level=level).exists()


def test_one_line_was_withdrawn_by_two_people(demonstration):
    row = Release.objects.exclude(withdrawn_at=None).get()
    assert row.withdrawn_by != row.withdrawal_asked_by


def test_some_updates_are_released_and_some_wait(demonstration):
    assert Update.objects.exclude(releases=None).exists()
    assert Update.objects.filter(releases=None).exists()


# Both ---------------------------------------------------------------------------------------------------------------


def test_both_reports_were_read(demonstration):
    assert list(Report.objects.values_list("state", flat=True)) == [ReportState.READ] * 2


def test_nothing_happened_before_the_session_or_after_the_day(demonstration):
    moments = Change.objects.order_by("at").values_list("at", flat=True)
    assert moments.first() > dates.start_of(dt.date(2007, 10, 12))
    assert moments.last() <= dates.now()


def test_days_of_a_story_follow_each_other(demonstration):
    for mandate in mandates("harbour-cop"):
        moments = list(mandate.changes.order_by("pk").values_list("at", flat=True))
        assert moments == sorted(moments), mandate


def test_people_are_functions_with_addresses_that_reach_nobody(demonstration):
    assert User.objects.exists()
    assert not User.objects.exclude(email__endswith=".example").exists()


def test_a_digest_lies_in_the_mail(demonstration):
    sent = Message.objects.filter(kind="digest", state="sent")
    assert sent.filter(address=people.address("officer"), subject__contains="late").exists()


def test_a_year_of_changes_is_not_told_on_one_day(demonstration):
    text = Message.objects.get(address=people.address("officer")).text
    assert "3/1" not in text


# Its people sign in -------------------------------------------------------------------------------------------------


def listed():
    """Key of the role -> e-mail address and password, from the list as it is printed."""
    rows = [line.split() for line in signins.sign_ins().splitlines() if people.DOMAIN in line]
    found = {}
    for row in rows:
        place = next(n for n, word in enumerate(row) if word.endswith(people.DOMAIN))
        found[" ".join(row[:place])] = (row[place], row[place + 1])
    return found


def test_list_is_its_owners_alone_and_stays_the_same(demonstration):
    first = signins.sign_ins()
    assert stat.S_IMODE(signins.path().stat().st_mode) == 0o600
    assert signins.sign_ins() == first


def test_lost_list_is_made_again_with_new_passwords(demonstration):
    first = listed()
    signins.path().unlink()
    assert listed().keys() == first.keys()
    assert not {password for _, password in listed().values()} & {password for _, password in first.values()}


@pytest.mark.parametrize(
    ("role", "address"),
    [
        ("secretariat", "mandates:overview"),
        ("officer", "mandates:mine"),
        ("head of unit", "mandates:overview"),
        ("delegation", "mandates:progress"),
        ("administrator", "mandates:health"),
        ("second person", "mandates:release"),
        ("UNTOC delegation", "mandates:progress"),
        ("Bureau", "mandates:progress"),
        ("auditor", "mandates:list"),
    ],
)
def test_everybody_on_the_list_can_sign_in_and_see_their_page(demonstration, role, address):
    client = Client()
    email, password = listed()[role]
    assert client.login(username=email, password=password)
    page = client.get(reverse(address))
    assert page.status_code == 200
    assert "1 December 2008" in page.content.decode()


def test_delegation_reads_what_was_released_and_nothing_else(demonstration):
    client = Client()
    client.force_login(User.objects.get(email=people.address("delegation")))
    address = reverse("mandates:progress-decision", args=["harbour-cop", "decisions", "3-1"])
    page = client.get(address).content.decode()
    assert "By 30 September 2008 sixteen States had sent particulars." in page
    assert "the rest were written to" not in page
    assert "The second meeting is planned" not in page


# The command --------------------------------------------------------------------------------------------------------


def test_second_call_keeps_the_data_and_prints_the_same_list(demonstration, capsys):
    before = (User.objects.count(), Mandate.objects.count(), Change.objects.count(), Message.objects.count())
    call_command("demo")
    first = capsys.readouterr().out
    call_command("demo")
    assert capsys.readouterr().out == first
    assert people.address("secretary") in first
    assert "1 December 2008" in first
    after = (User.objects.count(), Mandate.objects.count(), Change.objects.count(), Message.objects.count())
    assert after == before


@pytest.mark.parametrize("option", [[], ["--reset"]])
@pytest.mark.parametrize("mode", ["production", "development", "test"])
def test_other_modes_are_refused(settings, mode, option):
    settings.MODE, settings.DEMONSTRATION_DAY = mode, None
    with pytest.raises(CommandError, match="This is no demonstration"):
        call_command("demo", *option)


def manage(var, *words):
    """`manage.py` in a process of its own, in the mode of a demonstration, on a folder of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "CTOCTRACK_MODE": "demonstration",
        "CTOCTRACK_TODAY": "2008-12-01",
        "CTOCTRACK_VAR": str(var),
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_from_nothing_to_a_demonstration_and_back(tmp_path):
    made = manage(tmp_path, "demo")
    assert made.returncode == 0, made.stderr
    assert list((tmp_path / "mail").iterdir())
    gone = manage(tmp_path, "demo", "--reset")
    assert gone.returncode == 0, gone.stderr
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {"ctoctrack.sqlite3", "demo-signins.txt", "mail", "files", "queue"}


def test_database_of_others_is_neither_filled_nor_removed(tmp_path):
    make = "from ctoctrack.accounts.models import User; User.objects.create_user('real@office.example', None, name='R')"
    assert manage(tmp_path, "migrate", "--verbosity", "0").returncode == 0
    assert manage(tmp_path, "shell", "--verbosity", "0", "--command", make).returncode == 0
    for words in (["demo"], ["demo", "--reset"]):
        said = manage(tmp_path, *words)
        assert said.returncode == 1
        assert "holds no demonstration; it is left as it is" in said.stderr
    assert (tmp_path / "ctoctrack.sqlite3").exists()


def test_demonstration_that_runs_is_not_removed(tmp_path):
    with hold(tmp_path):
        said = manage(tmp_path, "demo", "--reset")
    assert said.returncode == 1
    assert "End the demonstration first" in said.stderr
