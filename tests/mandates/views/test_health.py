"""/health/: 200 or 503 for everybody without details, a page for administrators."""

import datetime as dt

import pytest
from django.db import DatabaseError
from django.urls import reverse

from ctoctrack.lib import dates
from mandates.models.notices import Run
from tests.factories import AdministratorFactory, MembershipFactory

HEALTH = reverse("mandates:health")


def ran(hours_ago):
    at = dates.machine_now() - dt.timedelta(hours=hours_ago)
    Run.objects.create(on=at.date(), started_at=at, finished_at=at)


@pytest.mark.django_db
def test_a_healthy_one_answers_200(client):
    ran(1)
    answer = client.get(HEALTH)
    assert answer.status_code == 200
    assert answer.json() == {"live": True, "ready": True, "alarm": False}
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_silence_answers_503_and_whoever_asks_raises_the_alarm_once(client, mailoutbox):
    AdministratorFactory()
    ran(30)
    for _ in range(2):
        answer = client.get(HEALTH)
        assert (answer.status_code, answer.json()["alarm"]) == (503, True)
    assert len(mailoutbox) == 1


def test_without_a_database_it_answers_503_and_no_traceback(client, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr("mandates.notices.alarm.watch", broken)
    answer = client.get(HEALTH)
    assert (answer.status_code, answer.json()["ready"]) == (503, False)


@pytest.mark.django_db
def test_an_administrator_reads_a_page(signed_in):
    client = signed_in(AdministratorFactory().user)
    assert "No run yet" in client.get(HEALTH).text
    ran(30)
    text = client.get(HEALTH).text
    assert "The reminders have not run for 30 hours" in text


@pytest.mark.django_db
def test_an_administrator_who_asks_for_json_gets_it(signed_in):
    ran(1)
    client = signed_in(AdministratorFactory().user)
    assert client.get(HEALTH, headers={"accept": "application/json"}).json()["ready"]


@pytest.mark.django_db
def test_the_secretariat_gets_no_details(signed_in):
    ran(1)
    client = signed_in(MembershipFactory().user)
    assert client.get(HEALTH).json() == {"live": True, "ready": True, "alarm": False}
