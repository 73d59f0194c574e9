"""Reminders are acknowledged, put off or stopped: signed in, or by a link of a mail that changes nothing on GET."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from mandates.actions.facts import next_notice
from mandates.models import Silence
from mandates.models.notices import Message
from mandates.notices import deliver, runs
from tests.factories import UserFactory

ON = dt.date(2008, 12, 1)
NOON = dt.datetime(2008, 12, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    monkeypatch.setattr("mandates.notices.runs.enqueue", lambda name, *args: None)
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def owner(db):
    return UserFactory(email="owner@office.example")


@pytest.fixture
def mandate(new_mandate, owner):
    """A week before its target."""
    mandate = new_mandate("b", owner=owner, target_on=dt.date(2008, 12, 8))
    mandate.next_notice_on = next_notice(mandate, dt.date(2008, 11, 1))
    mandate.save()
    return mandate


@pytest.fixture
def mail(mandate, mailoutbox):
    """What the owner has got today."""
    runs.run(ON)
    deliver.drain()
    [mail] = mailoutbox
    return mail


def path_in(words, kind):
    """The path of the one link of a kind in a mail."""
    [found] = set(re.findall(rf"https?://[^/\s]+(/mail/{kind}/[^\s>\"]+)", words))
    return found


@pytest.fixture
def silence_link(mail):
    return path_in(mail.body, "silence")


@pytest.fixture
def stop_link(mail):
    return path_in(mail.extra_headers["List-Unsubscribe"], "stop")


@pytest.fixture
def anybody():
    return Client()


def words(response):
    return " ".join(response.content.decode().split())


def test_text_and_html_hold_the_same_link_and_the_outbox_neither(mail, silence_link):
    [(html, _type)] = mail.alternatives
    assert path_in(html, "silence").split(":")[0] == silence_link.split(":")[0]
    kept = Message.objects.get()
    for written in (kept.text, kept.html):
        assert "[link]" in written
        assert "/mail/" not in written
        assert silence_link not in written
    assert "[link]" not in mail.body + html


def test_opening_the_link_changes_nothing(silence_link, anybody, mandate):
    response = anybody.get(silence_link)
    assert response.status_code == 200
    assert mandate.name in words(response)
    assert not Silence.objects.exists()


def test_by_the_link_it_has_been_seen_without_signing_in(silence_link, anybody, mandate, owner):
    assert "until 8 December 2008" in words(anybody.post(silence_link))
    silence = Silence.objects.get()
    assert (silence.person, silence.mandate, silence.until) == (owner, mandate, dt.date(2008, 12, 8))


def test_by_the_link_it_is_put_off(silence_link, anybody):
    assert "until 21 December 2008" in words(anybody.post(silence_link, {"days": "20"}))


@pytest.mark.parametrize("days", ["0", "31", "soon", ""])
def test_it_is_not_put_off_for_what_is_no_number_of_days(silence_link, anybody, days):
    assert anybody.post(silence_link, {"days": days}).status_code == 400
    assert not Silence.objects.exists()


def test_twice_is_once(silence_link, anybody):
    assert [anybody.post(silence_link).status_code for _ in range(2)] == [200, 200]
    assert Silence.objects.count() == 1


def test_the_form_is_guarded_against_other_sites(silence_link):
    assert Client(enforce_csrf_checks=True).post(silence_link).status_code == 403


def test_a_link_tells_a_stranger_nothing_that_was_not_released(silence_link, anybody, mandate):
    mandate.short_title, mandate.waiting_basis = "zzhidden", "zzhidden"
    mandate.save()
    assert "zzhidden" not in words(anybody.get(silence_link))


@pytest.mark.parametrize("kind", ["silence", "stop"])
def test_a_link_that_was_cut_or_made_up_is_none(mail, kind, anybody, silence_link, stop_link, owner):
    link = {"silence": silence_link, "stop": stop_link}[kind].rstrip("/")
    for wrong in (f"{link[:-1]}/", f"{link}x/", f"/mail/{kind}/x/"):
        for ask in (anybody.get, anybody.post):
            response = ask(wrong)
            assert response.status_code == 404
            assert "works no more" in words(response)
    owner.refresh_from_db()
    assert (Silence.objects.count(), owner.rhythm) == (0, "daily")


def test_a_key_for_the_one_opens_nothing_of_the_other(silence_link, stop_link, anybody):
    assert anybody.post(silence_link.replace("/silence/", "/stop/")).status_code == 404
    assert anybody.post(stop_link.replace("/stop/", "/silence/")).status_code == 404


@pytest.mark.parametrize(("days", "status"), [(29, 200), (31, 404)])
def test_a_link_holds_for_thirty_days(silence_link, stop_link, anybody, days, status):
    with time_machine.travel(NOON + dt.timedelta(days=days), tick=False):
        assert anybody.get(silence_link).status_code == status
        assert anybody.get(stop_link).status_code == status


def test_the_link_of_who_has_left_opens_nothing(silence_link, stop_link, anybody, owner):
    owner.is_active = False
    owner.save()
    assert anybody.get(silence_link).status_code == 404
    assert anybody.post(stop_link).status_code == 404


def test_one_post_of_a_mail_program_stops_the_mail(mail, stop_link, owner):
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    program = Client(enforce_csrf_checks=True)
    response = program.post(stop_link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    owner.refresh_from_db()
    assert owner.rhythm == "none"


def test_opening_the_link_stops_nothing(stop_link, anybody, owner):
    assert "Stop the mail" in words(anybody.get(stop_link))
    owner.refresh_from_db()
    assert owner.rhythm == "daily"


def test_signed_in_it_has_been_seen(mandate, owner, signed_in):
    response = signed_in(owner).post(f"{mandate.get_absolute_url()}silence/", follow=True)
    assert response.redirect_chain == [(mandate.get_absolute_url(), 302)]
    assert "Silent for you until 8 December 2008" in words(response)


def test_signed_in_it_is_put_off(mandate, owner, signed_in):
    signed_in(owner).post(f"{mandate.get_absolute_url()}silence/", {"days": "3"})
    assert Silence.objects.get().until == dt.date(2008, 12, 4)


def test_a_silence_of_mine_is_nobody_else_s(mandate, owner, as_role):
    Silence.objects.create(mandate=mandate, person=owner, until=ON, at=NOON)
    assert "Silent for you" not in words(as_role("secretariat", mandate).get(mandate.get_absolute_url()))


@pytest.mark.parametrize(("role", "is_offered"), [("contributor", True), ("secretariat", False), ("auditor", False)])
def test_only_who_hears_of_it_is_asked_whether_they_have_seen_it(mandate, as_role, role, is_offered):
    page = words(as_role(role, mandate).get(mandate.get_absolute_url()))
    assert ("I have seen it" in page) is is_offered
